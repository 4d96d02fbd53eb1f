/** What does a table that was put back to an earlier moment lack of what the journal knows, and what is done about it? */
import { describe, expect, it } from "vitest";
import { lacking, marked } from "../../shared/casework/restored.ts";
import type { NoticeState } from "../../shared/domain/notices/notice.ts";
import type { DeskAct, LeftNotice } from "../../shared/ports/journal.ts";
import { at, summons } from "../support/case-builders.ts";
import { memoryOutbox } from "../support/memory/memory-outbox.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { keyOf, memoryTable } from "../support/memory/memory-table.ts";
import { aNotice, opening } from "../support/stored-things.ts";

const AT = at("09-08", "10:00");
const LINK = { nonce: "n1", at: AT, by: "李明" };
const left = (about: string): LeftNotice => ({ notice: aNotice(about), messageId: `m ${about}`, at: AT });
const act = (facts: Partial<DeskAct>): DeskAct => ({ at: AT, cases: [], others: [], ...facts });
const CHANGE = opening();
const onCase = (events = CHANGE.events): DeskAct =>
  act({ cases: [{ caseNumber: summons().caseNumber, version: 1, boards: [], events }] });

function restored(states: Readonly<Record<string, NoticeState>> = {}) {
  const table = memoryTable("3713");
  for (const [about, state] of Object.entries(states)) {
    const notice = aNotice(about);
    table.notices.set(keyOf(notice.subject, notice.id), { notice, state, attempts: 0 });
  }
  return { table, records: memoryRecords(table), outbox: memoryOutbox(table) };
}

describe("a mail that left", () => {
  it.each<[NoticeState | "unknown", boolean]>([
    ["unknown", true],
    ["held", true],
    ["pending", true],
    ["sending", true],
    ["ambiguous", true],
    ["accepted", false],
    ["delivered", false],
    ["bounced", false],
    ["dropped", false],
  ])("is lacking where the table has it as %s: %s", async (state, expected) => {
    const city = restored(state === "unknown" ? {} : { a: state });
    const found = await lacking(city, { left: [left("a")], acts: [] });
    expect(found.left).toEqual(expected ? [left("a")] : []);
  });

  it("twice is one to be marked, another is another", async () => {
    const { left: found } = await lacking(restored(), {
      left: [left("a"), { ...left("a"), messageId: "again" }, left("b")],
      acts: [],
    });
    expect(found).toEqual([left("a"), left("b")]);
  });
});

describe("an act", () => {
  it("by a link is lacking where the link isn't used", async () => {
    const city = restored();
    const acts = [act({ usedLink: LINK }), act({ usedLink: { ...LINK, nonce: "n2" } })];
    await city.records.commit({ token: "t", usedLink: LINK });
    expect(await lacking(city, { left: [], acts })).toEqual({
      left: [],
      acts: [acts[1]],
      links: [{ ...LINK, nonce: "n2" }],
    });
  });

  it("without a link is known by the first of its events: by when, and by what", async () => {
    const city = restored();
    await city.records.commit({ token: "t", cases: [CHANGE] });
    const [event = expect.fail("no event")] = CHANGE.events;
    const acts = [
      onCase(),
      onCase([{ ...event, at: at("09-08", "11:00") }]),
      onCase([{ ...event, cause: "document:other" }]),
    ];
    expect(await lacking(city, { left: [], acts })).toEqual({ left: [], acts: acts.slice(1), links: [] });
    // Of several events of a case one is enough.
    await city.records.commit({
      token: "u",
      cases: [
        {
          ...CHANGE,
          file: { ...CHANGE.file, version: 2 },
          expectedVersion: 1,
          events: [{ ...event, cause: "link:L2" }],
        },
      ],
    });
    expect((await lacking(city, { left: [], acts: [onCase()] })).acts).toEqual([]);
  });

  it("that says nothing of a case is always among those to be looked at", async () => {
    const acts = [act({ others: [{ what: "programme", of: "沂南县" }] }), onCase([])];
    expect((await lacking(restored(), { left: [], acts })).acts).toEqual(acts);
  });
});

it("what left is marked as sent, what was used as used, and what is known stays", async () => {
  const city = restored({ a: "pending" });
  const found = await lacking(city, { left: [left("a")], acts: [act({ usedLink: LINK })] });
  await marked(city, found);
  await marked(city, { ...found, links: [{ ...LINK, by: "王芳" }] });
  expect([...city.table.notices.values()]).toMatchObject([{ state: "accepted", messageId: "m a" }]);
  expect([...city.table.usedLinks.values()]).toEqual([LINK]);
  expect(await lacking(city, { left: [left("a")], acts: [act({ usedLink: LINK })] })).toEqual({
    left: [],
    acts: [],
    links: [],
  });
});
