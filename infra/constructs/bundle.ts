/**
 * How a function's TypeScript becomes the folder that Lambda runs: one bundle per function, with only what that
 * function imports.
 */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AssetHashType, DockerImage, type ILocalBundling } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { buildSync } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A bundle's sources; paths from the project's root. */
export interface BundleSources {
  /** The module that exports `handler`. */
  readonly entry: string;
  /** Modules that it starts as processes of their own: name in the bundle → module. What they share is there once. */
  readonly processes?: Readonly<Record<string, string>>;
  /** Packages that go along as they are, among `folders`: esbuild can't take in a library that is not JavaScript. */
  readonly external?: readonly string[];
  /** Packages of which a bundle has something else: name → module. By itself those that no function needs whole. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Folders that go along as they are: where in the bundle → where from. */
  readonly folders?: Readonly<Record<string, string>>;
}

// CommonJS packages inside an ES module ask for `require`. The long name can't meet a minified one.
const REQUIRE = `import { createRequire as createRequireOfThisBundle } from "node:module"; const require = createRequireOfThisBundle(import.meta.url);`;

/** What no function needs, or not as a whole, and what its bundle has instead; paths from the project's root. */
const NOT_NEEDED: Readonly<Record<string, string>> = {
  "@aws-sdk/credential-provider-node": "infra/constructs/bundled/credentials.ts",
  bowser: "infra/constructs/bundled/browser-names.ts",
  "node:http": "infra/constructs/bundled/node-http.ts",
};

/**
 * Bundles with the installed esbuild in this process: no shell and no Docker, so it is the same on every machine.
 * The AWS SDK goes along, because what Lambda provides is older, unpinned and slower to load.
 * @internal Tests and measurements bundle without an app.
 */
export class EsbuildBundle implements ILocalBundling {
  // Public and in this order on purpose: the CDK tells assets apart by their bundling's JSON.
  readonly sources: BundleSources;

  constructor(sources: BundleSources) {
    this.sources = sources;
  }

  /** Writes the bundle to a folder: index.mjs, the processes, the chunks they load when needed, and the folders. */
  tryBundle(outputDir: string): true {
    buildSync({
      absWorkingDir: ROOT,
      entryPoints: { index: this.sources.entry, ...this.sources.processes },
      outdir: outputDir,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      // What a function imports dynamically stays a chunk of its own, read only when a file needs it.
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node24",
      mainFields: ["module", "main"],
      minify: true,
      alias: Object.fromEntries(
        Object.entries(this.sources.instead ?? NOT_NEEDED).map(([name, file]) => [name, join(ROOT, file)]),
      ),
      external: [...(this.sources.external ?? [])],
      legalComments: "none",
      // Chinese as it is written: escaped it would be twice the size.
      charset: "utf8",
      banner: { js: REQUIRE },
      logLevel: "warning",
    });
    for (const [target, source] of Object.entries(this.sources.folders ?? {})) {
      cpSync(join(ROOT, source), join(outputDir, target), { recursive: true });
    }
    return true;
  }
}

/** A function's code: bundled when the stack is synthesised, its hash that of the result. */
export function bundle(sources: BundleSources): Code {
  return Code.fromAsset(join(ROOT, "functions"), {
    assetHashType: AssetHashType.OUTPUT,
    // An image has to be named; `local` never leaves anything to it.
    bundling: { image: DockerImage.fromRegistry("none"), local: new EsbuildBundle(sources) },
  });
}
