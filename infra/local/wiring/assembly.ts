/**
 * What did `cdk synth` write: the template, the paths of its resources, and where each function's bundle lies?
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { JsonObject } from "../engines/json.ts";

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      displayName: z.string().optional(),
      additionalMetadataFile: z.string().optional(),
      metadata: z.record(z.string(), z.array(z.unknown())).optional(),
      properties: z.object({ templateFile: z.string().optional(), file: z.string().optional() }).optional(),
    }),
  ),
});

const Assets = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const PathMetadata = z.record(
  z.string(),
  z.array(z.object({ type: z.string(), data: z.unknown().optional() })),
);

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.custom<JsonObject>().optional(),
      Condition: z.string().optional(),
    }),
  ),
  Parameters: z
    .record(z.string(), z.object({ Type: z.string(), Default: z.string().optional() }))
    .default({}),
  Conditions: z.custom<JsonObject>().default({}),
});

/** One stack of a synthesised CDK app, as the files in its `cdk.out` say it. */
export interface Assembly {
  readonly stack: string;
  /** Twelve digits; those of nobody where the stack leaves its account open. */
  readonly account: string;
  readonly region: string;
  readonly template: z.infer<typeof Template>;
  /** Construct path without the stack's name, `Inbox/Resource`, of a resource's logical id. */
  readonly paths: ReadonlyMap<string, string>;
  /** Directory or file of an asset, by the key under which a template names it. */
  readonly assets: ReadonlyMap<string, string>;
}

const NOBODYS_ACCOUNT = "123456789012";

/**
 * Reads the stack `name` of the assembly in `directory`, or its only one.
 * Throws where there is no assembly, no such stack, or more than one to choose from.
 */
export function readAssembly(directory: string, name?: string): Assembly {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(directory, file), "utf8"));
  const artifacts = Object.entries(Manifest.parse(read("manifest.json")).artifacts);
  const stacks = artifacts.filter(([, { type }]) => type === "aws:cloudformation:stack");
  const chosen = stacks.filter(
    ([id, { displayName }]) => name === undefined || id === name || displayName === name,
  );
  const [[stack, artifact] = [], ...others] = chosen;
  if (stack === undefined || artifact?.properties?.templateFile === undefined || others.length > 0) {
    const all = stacks.map(([id]) => id).join(", ");
    throw new Error(`${directory}: name one of its stacks (${all || "there is none"})`);
  }

  const assets = artifacts.flatMap(([, { type, properties }]) =>
    type === "cdk:asset-manifest" && properties?.file
      ? Object.values(Assets.parse(read(properties.file)).files)
      : [],
  );
  const metadata = PathMetadata.parse(
    artifact.additionalMetadataFile ? read(artifact.additionalMetadataFile) : (artifact.metadata ?? {}),
  );
  const [, account = "", region = ""] = /^aws:\/\/([^/]*)\/(.*)$/.exec(artifact.environment ?? "") ?? [];
  return {
    stack,
    account: /^\d{12}$/.test(account) ? account : NOBODYS_ACCOUNT,
    region: region === "" || region === "unknown-region" ? "us-east-1" : region,
    template: Template.parse(read(artifact.properties.templateFile)),
    paths: new Map(
      Object.entries(metadata).flatMap(([path, entries]) =>
        entries
          .filter(({ type }) => type === "aws:cdk:logicalId")
          .map(({ data }) => [String(data), path.split("/").slice(2).join("/")] as const),
      ),
    ),
    assets: new Map(
      assets.flatMap(({ source, destinations }) =>
        source.path === undefined
          ? []
          : Object.values(destinations).map(
              (to) => [to.objectKey, join(directory, source.path ?? "")] as const,
            ),
      ),
    ),
  };
}
