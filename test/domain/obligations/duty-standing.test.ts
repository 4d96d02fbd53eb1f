/** Where a duty stands, as every page says it: one answer for each period of a case. */
import { describe, expect, it } from "vitest";
import type { CaseEvent, RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import type { CaseDeadline, CaseFile } from "../../../shared/domain/case-file/state.ts";
import { caseDutyStanding, dutyStanding } from "../../../shared/domain/obligations/duty-standing.ts";
import { civilDate, type Instant } from "../../../shared/domain/time/time.ts";
import { standingWords } from "../../../shared/letters/wording/duty-wording.ts";
import { at, given, POLICE, summons } from "../../support/case-builders.ts";

/** The report of 沂南县公安局 is due on 2026-09-11. */
const FILE = given(summons());
const day = (monthDay: string) => civilDate(`2026-${monthDay}`);

function duty(changes: Partial<CaseDeadline> = {}): CaseDeadline {
  const [report] = FILE.deadlines.filter(({ kind }) => kind === "report");
  if (report === undefined) throw new Error("no report is owed");
  return { ...report, ...changes };
}

function metOn(monthDay: string, cause: string, ...beside: readonly CaseEvent[]): readonly RecordedEvent[] {
  const when: Instant = at(monthDay);
  const event = {
    type: "deadline-met",
    kind: "report",
    respondent: POLICE.name,
    on: day(monthDay),
    hearing: 1,
  } as const;
  return [event, ...beside].map((one) => ({ at: when, cause, event: one }));
}

const REPORTED = { type: "report-submitted", report: { respondent: POLICE.name } } as CaseEvent;
const NOTED = {
  type: "receipt-noted",
  kind: "report",
  respondent: POLICE.name,
  hearing: 1,
  on: day("09-11"),
  way: "telephone",
  by: "王芳",
} as CaseEvent;

function words(
  one: CaseDeadline,
  today: string,
  history: readonly RecordedEvent[] = [],
  file: CaseFile = FILE,
): string {
  return standingWords(one.kind, dutyStanding(file, one, history, day(today)));
}

describe("a report", () => {
  it.each([
    ["09-09", "待报告，还有2日"],
    ["09-11", "待报告，今天到期"],
    ["09-12", "逾期未报，已逾期1日"],
    ["09-20", "逾期未报，已逾期9日"],
  ])("that hasn't come is on %s: %s", (today, said) => expect(words(duty(), today)).toBe(said));

  it("that was returned waits again, and says so when it is late", () => {
    const returned = {
      ...FILE,
      reports: [
        { respondent: POLICE.name, hearing: 1, returned: { at: at("09-10"), by: "王芳", text: "补充" } },
      ],
    } as unknown as CaseFile;
    expect(words(duty(), "09-10", [], returned)).toBe("已退回，待重新报告，还有1日");
    expect(words(duty(), "09-14", [], returned)).toBe("退回后逾期未重报，已逾期3日");
  });

  it.each([
    ["by form", metOn("09-10", "link:a", REPORTED), "已完成：2026年9月10日网上报送"],
    ["by form, late", metOn("09-13", "link:a", REPORTED), "已完成：2026年9月13日网上报送，逾期2日"],
    ["by the bureau's word", metOn("09-11", "link:b", NOTED), "已完成：2026年9月11日司法局登记收到"],
    ["by a receipt in its folder", metOn("09-11", "receipt:cc"), "已完成：2026年9月11日司法局登记收到"],
    ["by a paper", metOn("09-11", "document:cc"), "已完成：2026年9月11日依据收到的文书"],
  ])("that came %s", (_, history, said) =>
    expect(words(duty({ status: "met" }), "09-20", history)).toBe(said),
  );

  it("that was in time stays so when it is handed in again, unless the first was taken back", () => {
    const [first, again] = [metOn("09-10", "link:a", REPORTED), metOn("09-15", "link:c", REPORTED)];
    expect(words(duty({ status: "met" }), "09-20", [...first, ...again])).toBe(
      "已完成：2026年9月15日网上报送",
    );
    const back = { type: "taken-back", taking: { cause: "link:a" } } as CaseEvent;
    const taken = { at: at("09-12"), cause: "link:b", event: back };
    expect(words(duty({ status: "met" }), "09-20", [...first, taken, ...again])).toBe(
      "已完成：2026年9月15日网上报送，逾期4日",
    );
  });

  it("is no longer owed once the hearing was held, and not yet without a day", () => {
    expect(words(duty(), "09-30", [], { ...FILE, state: "heard" } as CaseFile)).toBe(
      "开庭前没有收到，不再要求",
    );
    expect(words(duty(), "09-30", [], { ...FILE, state: "postponed" } as CaseFile)).toBe(
      "开庭日期未定，重新定期后再报",
    );
    expect(words(duty({ status: "cancelled" }), "09-30")).toBe("已取消");
  });
});

describe("the others", () => {
  it("a filing is owed after the hearing, whatever the case has become", () => {
    const filing = duty({ kind: "filing" });
    expect(words(filing, "09-12", [], { ...FILE, state: "closed" } as CaseFile)).toBe(
      "逾期未备案，已逾期1日",
    );
    expect(words(filing, "09-10", [], { ...FILE, state: "heard" } as CaseFile)).toBe("待备案，还有1日");
  });

  it("a filing waits for its hearing, and from that day on for itself", () => {
    const filing = FILE.deadlines.find(({ kind }) => kind === "filing");
    if (filing === undefined) expect.fail();
    expect(words(filing, "09-23")).toBe("开庭后填报");
    expect(words(filing, "09-24")).toBe("待备案，还有4日");
  });
});

describe("of several marks in the history only those of this duty count", () => {
  const [mark] = metOn("09-10", "link:a");
  const about = (changes: object, cause = "link:a", when: Instant = at("09-10")): RecordedEvent => ({
    at: when,
    cause,
    event: { ...(mark as RecordedEvent).event, ...changes } as CaseEvent,
  });
  const said = (...history: readonly RecordedEvent[]) => words(duty({ status: "met" }), "09-20", history);
  const UNSAID = "已完成：2026年9月11日依据收到的文书";

  it.each([
    ["of the filing", { kind: "filing" }],
    ["of another respondent", { respondent: "沂南县交通运输局" }],
    ["of another hearing", { hearing: 2 }],
    ["that it was opened", { type: "deadline-opened" }],
  ])("not one %s", (_, changes) => {
    expect(said(about(changes))).toBe(UNSAID);
  });

  it("one kept without its hearing does", () => {
    const { hearing: _, ...event } = (mark as RecordedEvent).event as { hearing: number } & CaseEvent;
    expect(said({ at: at("09-10"), cause: "document:c", event: event as CaseEvent })).toBe(
      "已完成：2026年9月10日依据收到的文书",
    );
  });

  it("by a form that came at another moment, or for another reason, it isn't met", () => {
    const form = (when: Instant, cause: string) => ({ at: when, cause, event: REPORTED });
    expect(said(about({}), form(at("09-09"), "link:a"))).toBe("已完成：2026年9月10日依据收到的文书");
    expect(said(about({}), form(at("09-10"), "link:b"))).toBe("已完成：2026年9月10日依据收到的文书");
  });

  it("that the bureau noted another's receipt with it makes it none", () => {
    const other = { ...NOTED, kind: "filing" } as CaseEvent;
    expect(said(about({}), { at: at("09-10"), cause: "link:a", event: other })).toBe(
      "已完成：2026年9月10日依据收到的文书",
    );
  });

  it("a filing is met by its own form, not by a report's", () => {
    const filing = duty({ kind: "filing", status: "met" });
    const filed = { type: "filing-submitted", filing: {} } as unknown as CaseEvent;
    const by = (event: CaseEvent) =>
      words(filing, "09-20", [about({ kind: "filing" }), { at: at("09-10"), cause: "link:a", event }]);
    expect(by(filed)).toBe("已完成：2026年9月10日网上报送");
    expect(by(REPORTED)).toBe("已完成：2026年9月10日依据收到的文书");
  });

  it("on its last day it is in time", () => {
    expect(dutyStanding(FILE, duty({ status: "met" }), metOn("09-11", "link:a"), day("09-20"))).toMatchObject(
      { daysLate: 0 },
    );
  });
});

describe("a report of a case that has ended", () => {
  it("is owed no more, nor one that was returned for another hearing waited for", () => {
    expect(words(duty(), "09-30", [], { ...FILE, state: "closed" } as CaseFile)).toBe(
      "开庭前没有收到，不再要求",
    );
    const report = { respondent: POLICE.name, hearing: 1 };
    const standing = dutyStanding(
      { ...FILE, reports: [report] } as unknown as CaseFile,
      duty(),
      [],
      day("09-10"),
    );
    expect(standing).toEqual({ state: "running", daysLeft: 1, returned: false });
  });
});

describe("a duty beside the sittings", () => {
  const standing = (today: string, changes: object = {}) =>
    caseDutyStanding(
      {
        kind: "defence",
        respondent: POLICE.name,
        startsOn: day("09-08"),
        deadline: { due: day("09-23") },
        status: "open",
        ...changes,
      } as never,
      day(today),
    );
  const met = (on: string | undefined, by?: string) =>
    standing("09-30", { status: "met", ...(on && { metOn: day(on) }), ...(by && { metBy: by }) });

  it("runs to the end of its last day, and is overdue from the next", () => {
    expect(standing("09-20")).toEqual({ state: "running", daysLeft: 3, returned: false });
    expect(standing("09-23")).toEqual({ state: "running", daysLeft: 0, returned: false });
    expect(standing("09-24")).toEqual({ state: "overdue", days: 1, returned: false });
  });

  it("is met on its day, or as many days late", () => {
    expect(met("09-23", "form")).toEqual({ state: "met", on: "2026-09-23", by: "form", daysLate: 0 });
    expect(met("09-20", "receipt")).toEqual({ state: "met", on: "2026-09-20", by: "receipt", daysLate: 0 });
    expect(met("09-25")).toEqual({ state: "met", on: "2026-09-25", by: "paper", daysLate: 2 });
    expect(met(undefined)).toEqual({ state: "met", on: "2026-09-23", by: "paper", daysLate: 0 });
  });

  it("is owed no more once the case doesn't ask for it", () => {
    expect(standing("09-30", { status: "cancelled" })).toEqual({ state: "cancelled" });
  });
});
