/** What does everything in a running cloud stand on? What the stack declares, the time, the front door, a place on disk. */
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Activity } from "../engines/activity.ts";
import { CloudClock } from "../engines/clock.ts";
import { type Declared, find } from "../engines/declared.ts";
import { callDynamo, type RunningDynamo, startDynamo } from "../engines/dynamo-engine.ts";
import { Faults } from "../engines/faults.ts";
import { FrontDoor } from "../engines/front-door.ts";
import type { LocalFunction } from "../engines/local-function.ts";
import { readAssembly } from "./assembly.ts";
import { readDeclared } from "./read-declared.ts";
import type { CloudOptions } from "./services.ts";

/** What must be closed in the end, last in, first out. */
export type Closing = (() => unknown)[];

/** What all parts of one cloud share. */
export interface Foundations {
  readonly declared: Declared;
  readonly activity: Activity;
  readonly clock: CloudClock;
  readonly faults: Faults;
  readonly door: FrontDoor;
  /** Where the buckets keep their bytes. */
  readonly directory: string;
  /** Real time before something that failed is tried again. */
  readonly retryDelayMs: number;
  /** Every function, as it is made: a fault may end one in the middle of a call. */
  readonly functions: LocalFunction[];
}

/** Opens the door and reads what the stack declares; nothing runs yet. */
export async function layFoundations(options: CloudOptions, closing: Closing): Promise<Foundations> {
  const activity = new Activity();
  const clock = new CloudClock();
  const functions: LocalFunction[] = [];
  const faults: Faults = new Faults((key) => find(declared.functions, key).name);
  const kill = async (name: string, environment: number) => {
    await functions.find((fn) => fn.declared.name === name)?.kill(environment);
  };
  const called = options.onlooker?.called;
  const door = await FrontDoor.open({ activity, clock, faults, kill, called }, options.port);
  closing.push(() => door.close());
  const declared = readDeclared(readAssembly(options.assembly, options.stack), {
    queueAddress: door.address("sqs"),
    apiAddress: (name) => door.address(name),
    values: options.values ?? {},
  });
  const directory = options.dataDir ?? mkdtempSync(join(tmpdir(), "local-cloud-"));
  if (options.dataDir === undefined) closing.push(() => rm(directory, { recursive: true, force: true }));
  return {
    declared,
    activity,
    clock,
    faults,
    door,
    directory,
    retryDelayMs: options.retryDelayMs ?? 200,
    functions,
  };
}

/** Starts the DynamoDB engine with the stack's tables in it. */
export async function startTables(
  { declared }: Foundations,
  engine: CloudOptions["engine"],
  closing: Closing,
): Promise<RunningDynamo> {
  const starting = startDynamo({ engine });
  // Whether it comes up or not, and even when it is all over before.
  const stopEngine = starting.then(
    (dynamo) => () => dynamo.stop(),
    () => async () => {},
  );
  closing.push(async () => (await stopEngine)());
  const dynamo = await starting;
  for (const { create } of declared.tables) {
    await callDynamo(dynamo.endpoint, "DynamoDB_20120810.CreateTable", create);
  }
  return dynamo;
}
