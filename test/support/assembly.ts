/**
 * The stack as an assembly, for the tests that run it: made by the first that needs it and kept for all the others, and
 * for later runs, until a source changes.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { synthesise } from "../../infra/local/wiring/synthesise.ts";

const ROOT = join(import.meta.dirname, "../..");
const KEPT = join(ROOT, "test-output/assemblies");
/** What an assembly is made of; packages by their lock. */
const SOURCES = ["functions", "infra", "shared", "cdk.json", "package-lock.json"];
/** Whatever else runs from an older assembly has ended by then. */
const OLD_MS = 60 * 60 * 1000;

let made: Promise<string> | undefined;

/** Its folder, which nobody may write to; the deployment is that of infra/config.ts. */
export function assembly(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const folder = join(KEPT, `${await fingerprint()}.cdk.out`);
  if (existsSync(folder)) return folder;
  await mkdir(KEPT, { recursive: true });
  await removeOld();
  const own = `${folder}.${process.pid}`;
  await synthesise(own);
  // Two files may have begun at once: the first to end is kept.
  await rename(own, folder).catch(() => rm(own, { recursive: true }));
  return folder;
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const source of SOURCES)
    for (const file of await filesOf(source)) hash.update(file).update(await readFile(join(ROOT, file)));
  return hash.digest("hex").slice(0, 16);
}

async function filesOf(source: string): Promise<readonly string[]> {
  if (!(await stat(join(ROOT, source))).isDirectory()) return [source];
  const entries = await readdir(join(ROOT, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(KEPT)) {
    const kept = join(KEPT, name);
    if (Date.now() - (await stat(kept)).mtimeMs > OLD_MS) await rm(kept, { recursive: true, force: true });
  }
}
