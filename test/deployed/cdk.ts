/** How the check runs the real CDK command line. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Adopted } from "../../infra/constructs/deployment.ts";
import { CHECKED } from "./checked.ts";

const ROOT = join(import.meta.dirname, "../..");

/** What it printed, and how it ended. */
export interface Printed {
  readonly exitCode: number | null;
  readonly output: string;
}

/**
 * Assemblies by what they are of: bundling takes most of the time, and what a deployment was made of is what the next command takes.
 * (Whatever isn't to deploy or compare, such as `bootstrap`, makes one without code.)
 */
const made = new Map<string, string>();

/** Where the assembly of a variant is, or the app and where it is to be made. */
function app(command: string | undefined, variant: string, adopt: Adopted): readonly string[] {
  if (command === "bootstrap")
    return [
      "--app",
      `${process.execPath} test/deployed/app.ts`,
      "--output",
      join(process.env.FOLDER ?? "", "cdk.out-0"),
    ];
  const of = `${variant} ${JSON.stringify(adopt)}`;
  const folder = made.get(of) ?? join(process.env.FOLDER ?? "", `cdk.out-${made.size + 1}`);
  made.set(of, folder);
  if (existsSync(join(folder, "manifest.json"))) return ["--app", folder];
  return ["--app", `${process.execPath} test/deployed/app.ts`, "--output", folder];
}

/** Runs `cdk` with the check's app, as the variant of it that is asked for. */
export async function cdk(
  words: readonly string[],
  variant: "first" | "changed" | "adopting",
  adopt: Adopted = {},
): Promise<Printed> {
  const child = spawn(
    process.execPath,
    [join(ROOT, "node_modules/aws-cdk/bin/cdk"), ...words, ...app(words[0], variant, adopt), "--no-notices"],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        VARIANT: variant,
        ADOPT: JSON.stringify(adopt),
        // Validation is for what is deployed, and has its own tests.
        CDK_VALIDATION: "false",
        CI: "true",
      },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const exitCode = await new Promise<number | null>((resolve, reject) =>
    child.once("close", resolve).once("error", reject),
  );
  return { exitCode, output };
}

/** @throws Error with what was printed where it failed */
export function succeeded({ exitCode, output }: Printed): void {
  if (exitCode !== 0) throw new Error(failures(output));
}

/** The lines that say why. */
function failures(output: string): string {
  const lines = output.split("\n");
  const telling = lines.filter((line) => /FAILED|❌|Error|denied|cannot/.test(line));
  return (telling.length === 0 ? lines : telling).slice(-12).join("\n");
}

/** Deploys; throws with the end of what was printed where that fails. */
export async function deploy(variant: Parameters<typeof cdk>[1], adopt?: Adopted): Promise<void> {
  const words = ["deploy", CHECKED.name, "--require-approval", "never", "--progress", "events"];
  succeeded(await cdk(words, variant, adopt));
}
