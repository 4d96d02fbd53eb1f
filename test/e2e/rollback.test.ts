/**
 * Is anything lost when a newer version is rolled back? Items lie in the table that a newer version has written in a newer shape; the one
 * that runs now refuses them by name and leaves them as they are, and once the newer one is back everything is as if it had never been away.
 */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type City, startCity } from "../../infra/local/city/city.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { assembly } from "../support/assembly.ts";
import { at } from "../support/case-builders.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { REPORT } from "../support/desk-city.ts";
import { yingsuOn } from "../support/yingsu-on.ts";

const CASE = caseNumber("（2026）鲁1302行初102号");
const SUMMONS = "0901-兰山-传票-行初102.docx";
const LANSHAN = "courts/1302/inbox";
const AGENCY = "fazhi@lanshan-enforcement.example.org";

/** What lies in the table by then; a new kind is tried as well. */
const KINDS = [
  ...["board", "case", "diary", "document", "event", "job-run"],
  ...["line", "lookup", "notice", "organisation", "search", "upload"],
];

/** What follows from a case's file is written with it, and the last run of a job over the one before: nothing is kept there alone. */
const WRITTEN_ANEW: ReadonlySet<string> = new Set(["board", "job-run"]);
/** What only people's looking reads, and nobody looks in these hours. */
const UNREAD: ReadonlySet<string> = new Set(["event", "search"]);

type Item = Readonly<Record<string, unknown>>;

let city: City | undefined;
afterEach(async () => {
  await city?.cloud.stop();
  city = undefined;
});

/** The items of a city's table, and how to put one. */
function tableOf({ cloud }: City) {
  const client = dynamo({ ...LOCAL_CREDENTIALS, endpoint: cloud.endpoints.dynamodb });
  const TableName = cloud.declared.tables[0]?.name ?? "";
  return {
    async items(): Promise<readonly Item[]> {
      const pages = await Array.fromAsync(paginateScan({ client }, { TableName }));
      return pages.flatMap(({ Items = [] }) => Items);
    },
    put: (Item: Item) => client.send(new PutCommand({ TableName, Item: { ...Item } })),
  };
}

const keyOf = ({ pk, sk }: Item) => `${pk} ${sk}`;
/** As a newer version would have written it: a shape and a field that are not known yet. */
const newer = (item: Item): Item => ({
  ...item,
  schemaVersion: Number(item.schemaVersion) + 1,
  fieldOfALaterVersion: "kept",
});

/** What is left of a run that people could notice, and what was done to items of the newer version meanwhile. */
interface Aftermath {
  /** Kinds of items that lay in the table when it was rolled back. */
  readonly kinds: readonly string[];
  readonly file: unknown;
  readonly mails: readonly string[];
  readonly touched: readonly string[];
  readonly refusals: readonly string[];
}

/** A day and a morning, of which some hours are run by the version before; `isNewer` says what that one doesn't know. */
async function run(isNewer: (entity: string) => boolean): Promise<Aftermath> {
  const lines: string[] = [];
  city = await startCity({
    assembly: await assembly(),
    retryDelayMs: 20,
    log: ({ text }) => lines.push(...text.split("\n")),
  });
  const { cloud, records, upload, visit } = city;
  const uploaded = async (folder: string, file: string, name = file) => {
    await cloud.upload("Inbox", `${folder}/${name}`, readFileSync(`infra/local/city/samples/${file}`));
    await cloud.settled();
  };
  const table = tableOf(city);
  const report = () => visit({ address: AGENCY, mail: "行初102", answers: REPORT });
  cloud.clock.set(at("09-01", "08:40"));
  await upload(DIRECTORY);
  cloud.clock.set(at("09-01", "10:05"));
  await uploaded(LANSHAN, SUMMONS);
  // Its letters wait: the carrier has no time for them.
  cloud.clock.set(at("09-01", "17:20"));
  const mishap = { status: 400, code: "Throttling" };
  for (let tried = 0; tried < 12; tried += 1)
    cloud.faults.once({ service: "ses", operation: "SendRawEmail", when: "before", mishap });
  await uploaded(LANSHAN, "0901-兰山-传票-行初101.pdf");
  cloud.faults.clear();

  cloud.clock.set(at("09-02", "06:30"));
  const before = await table.items();
  const left = before.filter(({ entity }) => isNewer(String(entity))).map(newer);
  for (const item of left) await table.put(item);
  await cloud.settled();
  await cloud.runUntil(at("09-02", "08:40"));
  await uploaded(LANSHAN, SUMMONS, "传票（再次上传）.docx");
  await uploaded("courts/1321/inbox", "0902-沂南-应诉通知书-行初29.txt");
  const reported = await report().then(
    () => true,
    () => false,
  );
  await cloud.runUntil(at("09-02", "10:10"));
  const after = new Map((await table.items()).map((item) => [keyOf(item), item]));

  // The newer version again: it reads what is its own.
  for (const { fieldOfALaterVersion: _, ...item } of left)
    if (after.get(keyOf(item))?.fieldOfALaterVersion !== undefined)
      await table.put({ ...after.get(keyOf(item)), schemaVersion: Number(item.schemaVersion) - 1 });
  await cloud.settled();
  if (!reported) await report();
  await replayed(city);
  await cloud.runUntil(at("09-02", "11:20"));

  expect(cloud.deadLetters()).toEqual([]);
  const file = await records.caseFile(CASE);
  return {
    kinds: [...new Set(before.map(({ entity }) => String(entity)))].toSorted(),
    file: file && {
      ...file,
      documents: file.documents.length,
      sent: Object.keys(file.sent).toSorted(),
      reports: file.reports.length,
    },
    mails: cloud
      .inbox()
      .map(({ destinations, subject }) => `${destinations.join()} ${subject}`)
      .toSorted(),
    touched: left
      .filter((item) => !isDeepStrictEqual(after.get(keyOf(item)), item))
      .map(({ entity }) => String(entity)),
    refusals: lines.filter((line) => line.includes("UnreadableItem")),
  };
}

/** “Dead letters” of infra/README.md, as an admin does it. */
async function replayed(running: City): Promise<void> {
  const { queues, functions } = running.cloud.declared;
  for (const [owner, back] of [
    ["DocumentIntake", ["--to", queues.find(({ path }) => path === "DocumentIntake/Queue")?.url ?? ""]],
    ...["DeadlineSweep", "BoardCount", "InboxAudit", "MonthlyBulletin", "MailFeedback"].map(
      (one) => [one, ["--function", functions.find(({ path }) => path.startsWith(one))?.name ?? ""]] as const,
    ),
  ] as const) {
    const from = queues.find(({ path }) => path === `${owner}/DeadLetters`)?.url ?? "";
    if (!running.cloud.queues.some(({ declared, messages }) => declared.url === from && messages.length > 0))
      continue;
    const { exitCode } = await yingsuOn(
      running,
      "replay",
      "dead-letters",
      "--from",
      from,
      ...back,
      "--apply",
    );
    expect(exitCode).toBe(0);
  }
  await running.cloud.settled();
}

describe("rolled back to a version that doesn't know what lies in the table", () => {
  let calm: Aftermath;
  beforeAll(async () => {
    calm = await run(() => false);
    await city?.cloud.stop();
    city = undefined;
  });

  it("is tried with every kind of item that lies there", () => {
    expect(calm.kinds).toEqual(KINDS);
    expect(calm.refusals).toEqual([]);
  });

  it.each([...KINDS.map((kind) => [kind, [kind]] as const), ["everything", KINDS] as const])(
    "%s: what is newer is left as it is and refused by its key; forward again, nobody has missed anything or hears it twice",
    async (_name, kinds) => {
      const aftermath = await run((entity) => kinds.includes(entity));
      expect(aftermath.touched.filter((kind) => !WRITTEN_ANEW.has(kind))).toEqual([]);
      // A long key leaves no room for the rest of the sentence.
      for (const line of aftermath.refusals) expect(line).toMatch(/: is of schema ve/);
      if (kinds.some((kind) => !UNREAD.has(kind))) expect(aftermath.refusals).not.toEqual([]);
      expect(aftermath.mails).toEqual(calm.mails);
      expect(aftermath.file).toEqual(calm.file);
    },
  );
});
