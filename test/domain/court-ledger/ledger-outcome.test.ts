/** What do a court and its bureau hear of a ledger, and of one that hasn't come? */
import { describe, expect, it } from "vitest";
import {
  type LedgerOutcome,
  ledgerNews,
  ledgerReceived,
} from "../../../shared/domain/court-ledger/ledger-outcome.ts";
import { ledgerReminders } from "../../../shared/domain/court-ledger/ledger-reminder.ts";
import { prefilledCase } from "../../../shared/domain/court-ledger/prefilled-case.ts";
import type { LedgerRowShown } from "../../../shared/domain/notices/frame/shown.ts";
import { given, POLICE, record, summons } from "../../support/case-builders.ts";
import { aRow } from "../../support/statistics-rows.ts";
import { aDuty, SEPTEMBER } from "../../support/stored-things.ts";

const row = (number: number, used: boolean): LedgerRowShown => ({
  sheet: "",
  row: number,
  problem: { type: "no-day" },
  used,
  alike: 1,
});
const outcome = (facts: Partial<LedgerOutcome>): LedgerOutcome => ({
  court: "沂南县人民法院",
  month: SEPTEMBER,
  cases: 30,
  opened: 2,
  withdrawn: 0,
  rows: [],
  ...facts,
});
const FILE = { name: "台账.xlsx", receivedOn: "2026-10-02" } as never;

describe("a court whose ledger has come in", () => {
  it("hears nothing where all is well", () => {
    expect(ledgerReceived(outcome({}), FILE, [])).toBeUndefined();
  });

  it("hears of rows, and of cases that it doesn't name any more", () => {
    expect(ledgerReceived(outcome({ withdrawn: 1 }), FILE, [])).toMatchObject({ withdrawn: 1, rows: [] });
    expect(ledgerReceived(outcome({ rows: [row(3, true)] }), FILE, [])).toMatchObject({
      unusable: 0,
      doubtful: 1,
    });
  });

  it("is shown twenty of them, those that were not used first, and told how many there are", () => {
    const rows = [
      ...Array.from({ length: 24 }, (_, index) => row(index, true)),
      row(90, false),
      row(91, false),
    ];
    const told = ledgerReceived(outcome({ rows }), FILE, []);
    expect(told).toMatchObject({ unusable: 2, doubtful: 24 });
    expect(told?.rows.map((one) => one.row)).toEqual([
      90,
      91,
      ...Array.from({ length: 18 }, (_, index) => index),
    ]);
    expect(ledgerNews(outcome({ rows }))).toMatchObject({
      type: "ledger-received",
      unusable: 2,
      doubtful: 24,
    });
  });
});

describe("a court whose ledger hasn't come", () => {
  const to = (daysOver: number) =>
    ledgerReminders(aDuty(), { daysOver } as never, []).map((one) => [one.to, "copy" in one.content]);

  it("is reminded alone until it is overdue, and then its bureau hears as well", () => {
    expect([to(-2), to(0)]).toEqual([[["court", false]], [["court", false]]]);
    expect(to(1)).toEqual([
      ["court", false],
      ["bureau", true],
    ]);
  });

  it("gets what is known of it, and the bureau doesn't", () => {
    const duty = aDuty({ prefilled: { cases: 12 } as never });
    const [court, bureau] = ledgerReminders(duty, { daysOver: 1 } as never, []);
    expect(court?.content).toMatchObject({ prefilled: { cases: 12, files: [] } });
    expect(bureau?.content).not.toHaveProperty("prefilled");
  });
});

describe("a line of a prefilled ledger", () => {
  const line = aRow(23, { agency: POLICE.name, present: true });
  const titled = (headTitle: string) =>
    given(summons(), record({ attendance: [{ ...attended, headTitle }] }));
  const [attended = expect.fail()] = record().attendance;

  it("has plaintiffs and cause, and the post of a head who came", () => {
    expect(prefilledCase(line, { ...titled("副局长"), cause: "行政处罚" })).toEqual({
      row: line,
      plaintiffs: ["陈建"],
      cause: "行政处罚",
      headTitle: "副局长",
    });
  });

  it("has no post that would come back as a question, and none where nobody came", () => {
    expect(prefilledCase(line, titled("法制大队长"))).not.toHaveProperty("headTitle");
    expect(prefilledCase({ ...line, present: false }, titled("副局长"))).not.toHaveProperty("headTitle");
    expect(prefilledCase({ ...line, present: undefined }, titled("副局长"))).not.toHaveProperty("headTitle");
  });

  it("says that there was an appeal where one is known", () => {
    const { hearing: _, ...paper } = summons({ kind: "appeal", sha256: "appeal", at: record().at });
    expect(prefilledCase(line, given(summons(), record(), paper))).toMatchObject({ appealed: true });
    expect(prefilledCase(line, given(summons(), record()))).not.toHaveProperty("appealed");
  });

  it("of which no file is there is the row alone", () => {
    expect(prefilledCase(line, undefined)).toEqual({ row: line, plaintiffs: [] });
  });
});
