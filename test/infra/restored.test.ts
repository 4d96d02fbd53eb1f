/**
 * Does nothing happen twice, and is nobody chased in silence, after the table was restored to the day before? A day is played on the local
 * cloud, the table put back to what it was before it, `yingsu restored` run as an admin runs it, and the sweeps go on.
 */
import { DeleteCommand, PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type City, startCity } from "../../infra/local/city/city.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import type { ReceivedMail } from "../../infra/local/engines/ses/mail-service.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { assembly } from "../support/assembly.ts";
import { at } from "../support/case-builders.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { REPORT } from "../support/desk-city.ts";
import { yingsuOn } from "../support/yingsu-on.ts";

const AGENCY = "fazhi@yinan-police.example.org";
const NUMBER = "（2026）鲁1321行初23号";
const SINCE = at("09-08", "09:30");

let city: City;
beforeAll(async () => {
  city = await startCity({ assembly: await assembly(), retryDelayMs: 20 });
  city.cloud.clock.set(at("09-08", "09:00"));
  await city.upload(DIRECTORY);
  await city.upload({ folder: "courts/1321/inbox", file: "0908-沂南-传票-行初23.docx" });
});
afterAll(() => city.cloud.stop());

/** All there is in the table. */
async function items() {
  const { client, TableName } = table();
  const pages = await Array.fromAsync(paginateScan({ client }, { TableName }));
  return pages.flatMap(({ Items = [] }) => Items);
}

function table() {
  const client = dynamo({ ...LOCAL_CREDENTIALS, endpoint: city.cloud.endpoints.dynamodb });
  return { client, TableName: city.cloud.declared.tables[0]?.name ?? "" };
}

/** The table as it was. */
async function restore(before: Awaited<ReturnType<typeof items>>): Promise<void> {
  const { client, TableName } = table();
  for (const { pk, sk } of await items())
    await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  for (const Item of before) await client.send(new PutCommand({ TableName, Item }));
  await city.cloud.settled();
}

const noticeOf = ({ tags }: ReceivedMail) => `${tags.subject} ${tags.mid}`;
const records = () => city.cloud.declared.buckets.find(({ path }) => path.startsWith("Records"))?.name ?? "";

describe("a table restored to the day before", () => {
  let before: Awaited<ReturnType<typeof items>>;
  let link: string;
  let sent: readonly ReceivedMail[];
  const asked = () => ["restored", "--table", table().TableName, "--records", records(), "--since", SINCE];

  it("has a day behind it on which mails left and a link was used", async () => {
    before = await items();
    await city.cloud.runUntil(at("09-08", "11:00"));
    link = city.linkTo(AGENCY, "行初23");
    await city.visit({ address: AGENCY, mail: "行初23", answers: REPORT });
    await city.cloud.runUntil(at("09-10", "11:00"));
    sent = [...city.cloud.inbox()];
    expect(sent.filter(({ acceptedAt }) => acceptedAt >= SINCE).length).toBeGreaterThan(3);
    expect(await canReport(link)).toBe(false);
  });

  it("says what it would mark, and marks nothing, unless it is told to", async () => {
    await restore(before);
    const dry = await yingsuOn(city, ...asked());
    expect(dry).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("--apply does it") });
    expect(dry.lines).toContainEqual(expect.objectContaining({ link: "used", state: "to be marked" }));
    expect(await items()).toEqual(before);
  });

  // Else the next test would hold whether or not the command does anything.
  it("without it would send mails again and let the link be used again", async () => {
    expect(await canReport(link)).toBe(true);
    await city.cloud.runUntil(at("09-10", "15:10"));
    expect(sentAgain(sent).length).toBeGreaterThan(0);
    sent = [...city.cloud.inbox()];
    await restore(before);
  });

  it("sends no mail twice, lets no link be used twice, and says what was lost", async () => {
    const since = sent.filter(({ acceptedAt }) => acceptedAt >= SINCE);
    const { exitCode, lines } = await yingsuOn(city, ...asked(), "--apply");
    expect(exitCode).toBe(0);
    const left = lines.filter(({ mail }) => mail !== undefined);
    expect(left).toHaveLength(new Set(since.map(noticeOf)).size);
    expect(lines).toContainEqual(expect.objectContaining({ link: "used", by: "李明", state: "marked" }));
    const told = lines.find(({ bureau }) => bureau === "沂南县司法局");
    expect(told.text).toContain(`1. ${NUMBER}：`);
    expect(told.text).toContain("经办人李明");
    expect(told.text).toContain("三日报告");
    // Once more it finds nothing to mark.
    const again = await yingsuOn(city, ...asked(), "--apply");
    expect(again.lines.filter(({ mail, link: used }) => mail ?? used)).toEqual([]);

    expect(await canReport(link)).toBe(false);
    await city.cloud.runUntil(at("09-11", "11:00"));
    expect(sentAgain(sent).map(({ subject }) => subject)).toEqual([]);
    // Nor is a line of a digest said again: those of the new days tell of what is new.
    const said = new Set(sent.flatMap(digestLines));
    const anew = city.cloud.inbox().slice(sent.length);
    expect(anew.flatMap(digestLines).filter((line) => said.has(line))).toEqual([]);
  });
});

/** Whether the link's page has the form of the report. */
async function canReport(link: string): Promise<boolean> {
  return (await (await fetch(link)).text()).includes('name="proposal"');
}

/** Mails of the same notices as those before. */
function sentAgain(sent: readonly ReceivedMail[]): readonly ReceivedMail[] {
  const ids = new Set(sent.map(noticeOf));
  return city.cloud
    .inbox()
    .slice(sent.length)
    .filter((mail) => ids.has(noticeOf(mail)));
}

/** The lines of a bureau's digest about the case. */
function digestLines({ subject, parsed }: ReceivedMail): readonly string[] {
  if (!subject.includes("每日摘要")) return [];
  return (parsed.text ?? "").split("\n").filter((line) => line.includes(NUMBER));
}
