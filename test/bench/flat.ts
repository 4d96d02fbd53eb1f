/**
 * What grows with the open cases of a city, and what doesn't: the sweep of an hour in which fifty of them are due, and the pages on
 * which people begin their day, of cities of 1,000, 10,000 and 100,000 open cases: read units, and milliseconds beside those of
 * the smallest.
 */
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type CountCall, countBoards } from "../../functions/board-count/count-boards.ts";
import { sweep } from "../../functions/deadline-sweep/sweep.ts";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOperations } from "../../shared/adapters/case-table/operations.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import type { Instant } from "../../shared/domain/time/time.ts";
import { RULES } from "../support/case-builders.ts";
import { JURISDICTION, MORNING } from "../support/stored-things.ts";
import { deskReaders, linkFor, type Readers } from "./desk-readers.ts";
import { DUE, flatCity } from "./flat-city.ts";
import type { Measurement } from "./run.ts";

const CITIES = [1_000, 10_000, 100_000];

/** The pages, each with its reader, and what it must show. */
const PAGES = [
  ["home of the city's bureau", "linyi-justice", "at/linyi-justice", "我的工作台"],
  ["home of a county's bureau", "yinan-justice", "at/yinan-justice", "我的工作台"],
  ["home of a government", "linyi-government", "at/linyi-government", "我的工作台"],
  ["a government's month", "linyi-government", "at/linyi-government/month", "本月情况"],
  ["home of a court", "yinan-court", "at/yinan-court", "我的工作台"],
  ["a court's open cases", "yinan-court", "at/yinan-court/cases", "未结案件"],
  ["home of an agency", "yinan-police", "at/yinan-police", "我的工作台"],
  ["board of a county", undefined, linkFor("yinan-justice", { task: "board" }), "案件列表"],
  ["board of the city", undefined, linkFor("linyi-justice", { task: "board" }), "案件列表"],
] as const;

/** What something took in one city. */
interface Taken {
  readonly what: string;
  readonly units: number;
  readonly milliseconds: number;
  readonly bytes?: number;
}

export async function flat(): Promise<readonly Measurement[]> {
  const smallest = new Map<string, Taken>();
  const measured: Measurement[] = [];
  for (const open of CITIES)
    for (const taken of await city(open)) {
      const { what, units, milliseconds, bytes } = taken;
      const first = smallest.get(what) ?? taken;
      smallest.set(what, first);
      const size = bytes === undefined ? "" : `; ${Math.round(bytes / 1024)} KB`;
      measured.push({
        what: `${open.toLocaleString("en-US")} open, ${what}`,
        value: units,
        unit: "units",
        beside: `×${ratio(units, first.units)} of the smallest; ${Math.round(milliseconds)} ms, ×${ratio(milliseconds, first.milliseconds)}${size}`,
      });
    }
  return measured;
}

function ratio(one: number, to: number): string {
  return (one / Math.max(to, 0.5)).toFixed(2);
}

async function city(open: number): Promise<readonly Taken[]> {
  const began = performance.now();
  const engine = await flatCity(open);
  try {
    const { client, table, items } = engine;
    const many = (count: number) => count.toLocaleString("en-US");
    console.log(`  ${many(open)} open cases, ${many(items)} items, in ${seconds(began)} s`);
    const readers = await deskReaders(
      client,
      table,
      PAGES.flatMap(([, reader]) => reader ?? []),
    );
    const work = [await swept(client, table, readers), ...(await counted(client, table, readers))];
    const pages: Taken[] = [];
    for (const [what, reader, path, shows] of PAGES) {
      // The first look loads the room.
      await readers.look(path, reader);
      const { status, text, calls, units, milliseconds } = await readers.look(path, reader);
      if (status !== 200 || !text.includes(shows)) throw new Error(`${what}: ${status}, without ${shows}`);
      if (calls.includes("Scan")) throw new Error(`${what} scans the table`);
      pages.push({ what, units, milliseconds, bytes: text.length });
    }
    return [...work, ...pages];
  } finally {
    await engine.stop();
  }
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1000);
}

/** Fifty due cases; nothing else is. */
async function swept(client: DynamoDBDocumentClient, table: string, { cost }: Readers): Promise<Taken> {
  const ports = {
    records: caseRecords(client, table, JURISDICTION),
    outbox: caseOutbox(client, table, JURISDICTION),
    directory: caseDirectory(client, table),
  };
  let milliseconds = 0;
  const { units } = await cost(async () => {
    const begun = performance.now();
    const { counts, failed } = await sweep(ports, MORNING, RULES);
    milliseconds = performance.now() - begun;
    if (counts.looked !== DUE || failed.length > 0)
      throw new Error(`the sweep looked at ${counts.looked}, ${JSON.stringify(failed[0])}`);
  });
  return { what: `sweep of ${DUE} due cases`, units, milliseconds };
}

/** What boards of many cases show: all that is open, counted in parts, of which the one that takes most is measured, and all together. */
async function counted(
  client: DynamoDBDocumentClient,
  table: string,
  { cost }: Readers,
): Promise<readonly Taken[]> {
  const messages: CountCall[] = [{ begin: MORNING }];
  const ports = {
    records: caseRecords(client, table, JURISDICTION),
    directory: caseDirectory(client, table),
    operations: caseOperations(client, table),
    queue: { goOn: async (at: Instant) => void messages.push({ goOn: at }) },
  };
  const parts: Taken[] = [];
  let came = "";
  for (let call = messages.shift(); call !== undefined; call = messages.shift()) {
    const one = call;
    let milliseconds = 0;
    const { units } = await cost(async () => {
      const begun = performance.now();
      ({ came } = await countBoards(ports, one, RULES));
      milliseconds = performance.now() - begun;
    });
    parts.push({ what: "part", units, milliseconds });
  }
  if (came !== "done" && came !== "months") throw new Error(`the count of boards came to ${came}`);
  const of = (what: string, over: (all: readonly number[]) => number): Taken => ({
    what,
    units: over(parts.map(({ units }) => units)),
    milliseconds: over(parts.map(({ milliseconds }) => milliseconds)),
  });
  return [
    of("the longest run of the count for boards", (all) => Math.max(...all)),
    of("all runs of the hour's count", (all) => all.reduce((sum, one) => sum + one, 0)),
  ];
}
