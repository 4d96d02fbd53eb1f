/**
 * `npm run deploy-check`: the deployment from bootstrap to removal, by the real CDK command line against an emulator of AWS that is not
 * the project's own. `-- --lint` only checks both templates with cfn-lint. Where the machine has no Python 3.10 with venv, or the
 * packages can't be had, it says so and ends well; exit code 1 where something isn't as infra/README.md promises.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonWith, startEmulator } from "./emulator.ts";

/** A DependsOn that a reference implies as well: CDK writes it for policies. */
const REDUNDANT = "W3005";

const folder = await mkdtemp(join(tmpdir(), "yingsu-deployed-"));
try {
  process.exitCode = process.argv.includes("--lint") ? await lint() : await check();
} finally {
  if (process.exitCode === 0) await rm(folder, { recursive: true, force: true });
  else console.log(`what the emulator printed, and the assemblies: ${folder}`);
}

async function check(): Promise<number> {
  const python = await pythonWith("emulator");
  if ("missing" in python) return skipped(python.missing);
  const cli = await pythonWith("cli");
  if ("missing" in cli) return skipped(cli.missing);
  const { environment, stop } = await startEmulator(python.bin, cli.bin, folder);
  const telling = spawn(process.execPath, [join(import.meta.dirname, "tell.ts")], {
    stdio: "inherit",
    env: { ...process.env, ...environment, FOLDER: folder },
  });
  const interrupted = () => void telling.kill();
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    return await new Promise<number>((resolve, reject) =>
      telling.once("close", (code) => resolve(code ?? 1)).once("error", reject),
    );
  } finally {
    await stop();
  }
}

/** Both deployments of infra/config.ts as templates, and what cfn-lint says of them. */
async function lint(): Promise<number> {
  const python = await pythonWith("lint");
  if ("missing" in python) return skipped(python.missing);
  let failed = 0;
  for (const deployment of ["config", "linyiChina"]) {
    const out = join(folder, deployment);
    const app = spawnSync(process.execPath, ["infra/app.ts"], {
      encoding: "utf8",
      env: {
        ...process.env,
        CDK_OUTDIR: out,
        CDK_VALIDATION: "false",
        // Templates need no code.
        CDK_CONTEXT_JSON: JSON.stringify({ config: deployment, "aws:cdk:bundling-stacks": [] }),
      },
    });
    if (app.status !== 0) throw new Error(app.stderr);
    const linted = spawnSync(
      join(python.bin, "cfn-lint"),
      ["--ignore-checks", REDUNDANT, "--", join(out, "*.template.json")],
      {
        encoding: "utf8",
      },
    );
    console.log(`${linted.status === 0 ? "ok   " : "FAIL "} cfn-lint of ${deployment}`);
    if (linted.status !== 0) console.log(linted.stdout || linted.stderr);
    failed += linted.status === 0 ? 0 : 1;
  }
  return failed === 0 ? 0 : 1;
}

function skipped(why: string): number {
  console.log(`deployment check skipped: ${why}`);
  return 0;
}
