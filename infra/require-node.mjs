// Which Node runs our programs? 24, which reads TypeScript as it is. Loaded before anything else: an older Node can't even
// read our sources, and its own message wouldn't say why. `npm ci` installs ours where it can, but not every npm puts it
// on the PATH: npm 10 takes its link away again with the packages of other platforms. So an older Node hands over to it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < NEEDED) {
  const windows = process.platform === "win32";
  const own = fileURLToPath(
    new URL(
      `../node_modules/node-${windows ? "win" : process.platform}-${process.arch}/bin/node${windows ? ".exe" : ""}`,
      import.meta.url,
    ),
  );
  if (!existsSync(own)) {
    console.error(
      `yingsu runs on Node ${NEEDED}; this is ${process.version}. On Linux and Windows \`npm ci\` installs it along with the rest ` +
        `(unless optional dependencies are left out); elsewhere please install Node ${NEEDED} and run the command again.`,
    );
    process.exit(1);
  }
  // Whatever is started from there finds the same Node.
  const PATH = [dirname(own), process.env.PATH].join(delimiter);
  const child = spawn(own, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: "inherit",
    env: { ...process.env, PATH },
  });
  // A key that interrupts reaches both at once, and the other one knows what to do about it; what is sent to this one
  // alone is passed on.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on("exit", (...end) => resolve(end)).on("error", reject);
  });
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  // Not a line of the program itself may run here, until the signal has come.
  await new Promise(() => {});
}
