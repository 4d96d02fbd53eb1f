/**
 * A DynamoDB engine that is full when it starts: its items are handed to it as the export of a table, of which the small engine takes
 * some thousand a second, however many it has. Through its API it takes hours for what a city has.
 */
import { spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { DynamoDBDocumentClient, TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { smallEngine, startDynamo } from "../../infra/local/engines/dynamo-engine.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { caseTableDefinition } from "../support/case-table-definition.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";

export interface FilledEngine {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly items: number;
  /** Ends it; what it kept is gone. */
  stop(): Promise<void>;
}

const TABLE = "cases";

/** A running engine with these lines of an export ({@link exportLine}) in a case table; of two of one key the later one stands. */
export async function startFilledEngine(lines: Iterable<string>): Promise<FilledEngine> {
  const folder = await mkdtemp(join(tmpdir(), "yingsu-bench-"));
  const [source, schema, database] = [
    join(folder, "export"),
    join(folder, "schema.json"),
    join(folder, "table"),
  ];
  try {
    await mkdir(join(source, TABLE, "data"), { recursive: true });
    await writeFile(schema, JSON.stringify([{ Table: caseTableDefinition(TABLE) }]));
    let items = 0;
    const counted = function* () {
      for (const line of lines) {
        items += 1;
        yield line;
      }
    };
    await pipeline(
      Readable.from(counted()),
      createGzip({ level: 1 }),
      createWriteStream(join(source, TABLE, "data", "items.json.gz")),
    );
    const given = ["import", "--source", source, "--schema", schema, "--output", database];
    const { status, stderr } = spawnSync(smallEngine(), given, { encoding: "utf8" });
    if (status !== 0) throw new Error(`the small engine could not take ${items} items: ${stderr}`);
    await rm(source, { recursive: true });
    const running = await startDynamo({ database });
    const requestHandler = { requestTimeout: 120_000 };
    const client = dynamo({ ...LOCAL_CREDENTIALS, endpoint: running.endpoint, requestHandler });
    return {
      client,
      table: TABLE,
      items,
      async stop() {
        client.destroy();
        await running.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (fault) {
    await rm(folder, { recursive: true, force: true });
    throw fault;
  }
}

/** What some work would write to an empty table, as lines of an export: the work gets a client that keeps the items instead. */
export async function linesWritten(
  work: (client: DynamoDBDocumentClient, table: string) => Promise<unknown>,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const send = async ({ input }: { input: Partial<TransactWriteCommandInput> }) => {
    for (const { Put } of input.TransactItems ?? [])
      if (Put?.Item !== undefined) lines.push(exportLine(Put.Item));
    return {};
  };
  await work({ send } as unknown as DynamoDBDocumentClient, TABLE);
  return lines;
}

/** An item as a line of an export. */
export function exportLine(item: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ Item: exported(item) })}\n`;
}

/** An item as an export has it, each value with its type: binary ones as base64. */
export function exported(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const present = Object.entries(item).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, typed(value)]));
}

function typed(value: unknown): object {
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString("base64") };
  if (Array.isArray(value)) return { L: value.map(typed) };
  switch (typeof value) {
    case "string":
      return { S: value };
    case "number":
      return { N: String(value) };
    case "boolean":
      return { BOOL: value };
    default:
      return value === null ? { NULL: true } : { M: exported(value as Record<string, unknown>) };
  }
}
