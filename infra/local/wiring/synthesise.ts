/** The CDK app as an assembly of this machine, in a process of its own as `cdk synth` does it. */
import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Synthesises and bundles into a directory, which it empties first; throws with what the app printed. */
export async function synthesise(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  const app = spawn(process.execPath, ["infra/app.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "pipe"],
    // Validation is for what is deployed, and has its own tests; here it would double the wait.
    env: { ...process.env, CDK_OUTDIR: directory, CDK_VALIDATION: "false" },
  });
  let printed = "";
  app.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    app.on("close", resolve).on("error", reject),
  );
  if (code !== 0) throw new Error(`the CDK app could not be synthesised:\n${printed}`);
}
