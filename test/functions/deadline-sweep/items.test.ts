/** What does a sweep do with each kind of thing that is due, what does it count, and how does it call what fails? */
import { describe, expect, it } from "vitest";
import { sweep } from "../../../functions/deadline-sweep/sweep.ts";
import type { Notice, NoticeState } from "../../../shared/domain/notices/notice.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import type { DueItem } from "../../../shared/ports/records.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryOutbox } from "../../support/memory/memory-outbox.ts";
import { memoryRecords } from "../../support/memory/memory-records.ts";
import { keyOf, memoryTable } from "../../support/memory/memory-table.ts";
import {
  aCorrection,
  aDuty,
  aLine,
  aNotice,
  anAgency,
  aSigning,
  CASE,
  JURISDICTION,
  opening,
} from "../../support/stored-things.ts";

const NOW = at("10-08", "08:30");
const COURT = one("yinan-court", "court");
const BUREAU = one("yinan-bureau", "bureau");
const CITY = one("linyi-bureau", "bureau", "市本级");
const NOTHING = {
  looked: 0,
  left: 0,
  notices: 0,
  released: 0,
  resent: 0,
  failedMails: 0,
  dropped: 0,
  unreached: 0,
};

function one(id: string, kind: Organisation["kind"], jurisdiction = "沂南县"): Organisation {
  const contacts = [{ role: "duty", name: "值班", email: `${id}@example.org` } as const];
  return anAgency({ id: id as OrganisationId, kind, name: id, aliases: [], jurisdiction, contacts });
}

function table() {
  const kept = memoryTable(JURISDICTION);
  const ports = {
    records: memoryRecords(kept),
    outbox: memoryOutbox(kept),
    directory: memoryDirectory(kept),
  };
  void ports.directory.save([anAgency(), COURT, BUREAU, CITY]);
  return {
    kept,
    ports,
    /** A notice as it stands in the outbox, due since a minute. */
    put: (notice: Notice, state: NoticeState, attempts = 1) => {
      kept.notices.set(keyOf(notice.subject, notice.id), {
        notice,
        state,
        attempts,
        dueAt: at("10-08", "08:29"),
      });
      return { entity: "notice", subject: notice.subject, id: notice.id } as const;
    },
    sweep: async (items: readonly DueItem[], now = NOW, hasTime?: () => boolean) => {
      const due = async function* (jurisdiction: string) {
        expect(jurisdiction).toBe(JURISDICTION);
        yield* items;
      };
      return sweep({ ...ports, records: { ...ports.records, due } }, now, RULES, hasTime);
    },
    states: () => [...kept.notices.values()].map(({ notice, state }) => `${notice.content.kind} ${state}`),
  };
}

const counts = async (here: ReturnType<typeof table>, items: readonly DueItem[], now = NOW) => {
  const report = await here.sweep(items, now);
  expect(report.failed).toEqual([]);
  return report.counts;
};

describe("a thing that is due", () => {
  it("is nothing where nothing is", async () => {
    expect(await counts(table(), [])).toEqual(NOTHING);
  });

  it("a court's ledger: the court is reminded, and its bureau reads that it is late", async () => {
    const here = table();
    await here.ports.records.commit({
      token: "d",
      duties: [{ duty: aDuty(), expectedVersion: 0, nextActionAt: NOW }],
    });
    const item = { entity: "duty", court: COURT.id, month: aDuty().month } as const;
    expect(await counts(here, [item])).toEqual({ ...NOTHING, looked: 1, notices: 2 });
    expect(await counts(here, [item])).toEqual({ ...NOTHING, looked: 1 });
    const gone = { ...item, court: "nobody" as OrganisationId };
    expect(await counts(here, [gone])).toEqual({ ...NOTHING, looked: 1 });
  });

  it("an entry of a programme: its unit hears what it owes; one that reaches nobody is counted", async () => {
    const here = table();
    const entry = aCorrection();
    await here.ports.records.commit({
      token: "p",
      programme: [{ entry, expectedVersion: 0, nextActionAt: NOW }],
    });
    const { jurisdiction, year, kind, id } = entry;
    const item = { entity: "programme", ref: { jurisdiction, year, kind, id } } as const;
    expect(await counts(here, [item])).toMatchObject({ looked: 1, notices: 1, unreached: 0 });
    const nobody = table();
    await nobody.ports.directory.save([anAgency({ contacts: [] })]);
    await nobody.ports.records.commit({
      token: "p",
      programme: [{ entry, expectedVersion: 0, nextActionAt: NOW }],
    });
    expect(await counts(nobody, [item])).toMatchObject({ notices: 1, unreached: 1 });
  });

  it("a bulletin's signing that nobody has: its bureau is reminded", async () => {
    const here = table();
    const signing = aSigning();
    await here.ports.records.commit({
      token: "s",
      signings: [{ signing, expectedVersion: 0, nextActionAt: NOW }],
    });
    const { jurisdiction, period, month } = signing;
    // Nothing was heard in it: there is nothing to sign.
    expect(await counts(here, [{ entity: "signing", ref: { jurisdiction, period, month } }])).toEqual({
      ...NOTHING,
      looked: 1,
    });
    expect([...here.kept.signings.values()]).toMatchObject([
      { signing: { reminded: [civilDate("2026-10-08")] } },
    ]);
  });

  it("a case: what it owes by now is told", async () => {
    const here = table();
    await here.ports.records.commit({ token: "c", cases: [opening()] });
    const report = await counts(here, [{ entity: "case", caseNumber: CASE }], at("09-08", "10:00"));
    expect(report).toMatchObject({ looked: 1, notices: 2 });
    expect(here.kept.cases.get(CASE)?.file.version).toBe(2);
  });
});

describe("a notice that is due", () => {
  const letter = (facts: Partial<Notice> = {}) => aNotice("a", { createdAt: NOW, releaseAt: NOW, ...facts });

  it.each<NoticeState>(["held", "pending"])("%s: leaves", async (state) => {
    const here = table();
    expect(await counts(here, [here.put(letter(), state)])).toEqual({ ...NOTHING, looked: 1, released: 1 });
    expect(here.states()).toEqual(["address-failed pending"]);
  });

  it("whose lease ran out is sent again, until it has gone too often: then a person hears of it", async () => {
    const here = table();
    expect(await counts(here, [here.put(letter(), "sending")])).toEqual({ ...NOTHING, looked: 1, resent: 1 });
    const often = table();
    const item = often.put(letter(), "sending", RULES.policy.mail.attempts);
    expect(await counts(often, [item])).toMatchObject({ resent: 0, failedMails: 1, unreached: 1 });
  });

  it.each<NoticeState>(["failed", "ambiguous"])("%s: is its bureau's task, once", async (state) => {
    const here = table();
    expect(await counts(here, [here.put(letter(), state)])).toEqual({
      ...NOTHING,
      looked: 1,
      failedMails: 1,
      unreached: 1,
    });
    expect([...here.kept.notices.values()].at(-1)?.notice).toMatchObject({
      recipient: { address: "yinan-bureau@example.org" },
      content: { kind: "address-failed", cause: state },
    });
  });

  it("that is too late to be of use is dropped, and its bureau hears so", async () => {
    const late = letter({ step: { key: "report:1:-1:沂南县公安局", limit: NOW } });
    const here = table();
    expect(await counts(here, [here.put(late, "held")])).toMatchObject({
      failedMails: 1,
      dropped: 0,
      released: 0,
      unreached: 1,
    });
    expect(here.states()[0]).toBe("address-failed dropped");
    // A crash came before anybody heard.
    const again = table();
    expect(await counts(again, [again.put(late, "dropped")])).toMatchObject({ failedMails: 1 });
    expect([...again.kept.notices.values()].at(-1)?.notice.content).toMatchObject({ cause: "too-late" });
  });

  it("that is no longer owed is dropped, and nobody need hear of it", async () => {
    const subject = { of: "ledger", court: COURT.id, month: aDuty().month } as const;
    const content = {
      kind: "ledger-due",
      court: COURT.name,
      month: aDuty().month,
      due: aDuty().due,
      daysOver: 0,
    } as const;
    const here = table();
    const duty = aDuty({ receivedOn: civilDate("2026-10-02") });
    await here.ports.records.commit({
      token: "d",
      duties: [{ duty, expectedVersion: 0, nextActionAt: undefined }],
    });
    const old = at("10-01");
    const item = here.put(letter({ subject, content, createdAt: old, releaseAt: old }), "held");
    expect(await counts(here, [item])).toEqual({ ...NOTHING, looked: 1, dropped: 1 });
  });

  it("that is gone is nothing", async () => {
    const { subject, id } = letter();
    expect(await counts(table(), [{ entity: "notice", subject, id }])).toEqual({ ...NOTHING, looked: 1 });
  });
});

describe("a line of a digest", () => {
  /** The first full hour after offices open. */
  const OPEN = at("10-08", "09:00");

  it("is folded with the others of its reader, also where there is no time for anything else", async () => {
    const here = table();
    const lines = ["a", "b"].map((about) => aLine(about, OPEN));
    await here.ports.records.commit({ token: "l", lines });
    const items = lines.map((line) => ({ entity: "line", line }) as const);
    const { counts: done } = await here.sweep(
      [...items, { entity: "case", caseNumber: CASE }],
      OPEN,
      () => false,
    );
    expect(done).toEqual({ ...NOTHING, looked: 2, left: 1, notices: 1 });
    expect(here.kept.lines.size).toBe(0);
  });
});

describe("what fails is called by what it is", () => {
  const { jurisdiction, year, kind, id } = aCorrection();
  const { period, month } = aSigning();
  const notice = aNotice();
  it.each<[DueItem, string]>([
    [{ entity: "case", caseNumber: CASE }, CASE],
    [{ entity: "duty", court: COURT.id, month }, "ledger yinan-court 2026-09"],
    [{ entity: "programme", ref: { jurisdiction, year, kind, id } }, "programme 沂南县 2026 correction c1"],
    [{ entity: "signing", ref: { jurisdiction: JURISDICTION, month, period } }, "signing 3713 2026-09 month"],
    [{ entity: "notice", subject: notice.subject, id: notice.id }, `notice ${notice.id}`],
  ])("%o", async (item, name) => {
    const here = table();
    const fails = async () => {
      throw new RangeError("out of reach");
    };
    const due = async function* () {
      yield item;
    };
    const records = {
      ...here.ports.records,
      due,
      caseFile: fails,
      duty: fails,
      programmeEntry: fails,
      signings: fails,
    };
    const outbox = { ...here.ports.outbox, expire: fails };
    const { failed, counts: done } = await sweep({ ...here.ports, records, outbox }, NOW, RULES);
    expect(failed).toEqual([{ item: name, fault: "RangeError", detail: "out of reach" }]);
    expect(done).toEqual({ ...NOTHING, looked: 1 });
  });

  it("and where nothing that is due can be read, that is said", async () => {
    const here = table();
    // biome-ignore lint/correctness/useYield: it fails before there is anything
    const due = async function* (): AsyncGenerator<DueItem> {
      throw new TypeError("no index");
    };
    const { failed } = await sweep({ ...here.ports, records: { ...here.ports.records, due } }, NOW, RULES);
    expect(failed).toEqual([{ item: "due items", fault: "TypeError", detail: "no index" }]);
  });
});
