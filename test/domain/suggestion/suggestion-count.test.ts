/** How are proposals (司法建议) of a period counted? */
import { describe, expect, it } from "vitest";
import { reportedSuggestions } from "../../../shared/domain/suggestion/reported-suggestions.ts";
import type { SuggestionAnswered, SuggestionReply } from "../../../shared/domain/suggestion/suggestion.ts";
import { countSuggestions, unanswered } from "../../../shared/domain/suggestion/suggestion-count.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";

const one = (receivedOn: string, facts: Partial<SuggestionAnswered> = {}): SuggestionAnswered => ({
  court: { name: "沂南县人民法院" },
  receivedOn: civilDate(receivedOn),
  to: { name: "沂南县公安局" },
  sort: "governance",
  caseNumbers: [],
  advice: ["规范送达。"],
  reply: { term: { days: 30 }, written: true },
  doubts: [],
  answers: [],
  ...facts,
});
const replied = (day: string, adoption: SuggestionReply["adoption"] = "adopted"): SuggestionReply => ({
  at: at(day, "10:00"),
  by: "张敏",
  adoption,
  text: "已办理。",
});
const PERIOD = { from: civilDate("2026-07-01"), to: civilDate("2026-09-30"), on: civilDate("2026-10-20") };

describe("proposals of a period", () => {
  const some = [
    one("2026-06-30"),
    one("2026-07-10", { answers: [replied("08-01")], sort: "head-absent" }),
    one("2026-07-20", { answers: [replied("09-15", "not")] }),
    one("2026-08-03"),
    one("2026-09-28"),
    one("2026-09-29", { answers: [replied("10-09", "partly")] }),
    one("2026-09-30", {
      answers: [{ ...replied("10-10"), takenBack: { at: at("10-10", "11:00"), by: "张敏", reason: "有误" } }],
    }),
  ];

  it("count by what they are about, by whether their day has come, and by what was replied", () => {
    expect(countSuggestions(some, PERIOD, RULES.calendar)).toEqual({
      received: 6,
      bySort: { "head-absent": 1, governance: 5, performance: 0, other: 0 },
      due: 4,
      answered: 3,
      inTime: 2,
      replied: 3,
      adopted: 1,
      partly: 1,
      refused: 1,
      overdue: 1,
    });
  });

  it("that came later than a day's look are not replied to on it", () => {
    const { replied: count } = countSuggestions(
      some,
      { ...PERIOD, on: civilDate("2026-08-10") },
      RULES.calendar,
    );
    expect(count).toBe(1);
  });

  it("are overdue and unanswered where they are sure", () => {
    const on = civilDate("2026-10-20");
    expect(unanswered(some, on, RULES.calendar).map(({ receivedOn }) => receivedOn)).toEqual([
      "2026-06-30",
      "2026-08-03",
    ]);
    expect(unanswered([one("2026-06-30", { doubts: ["addressee"] })], on, RULES.calendar)).toEqual([]);
  });

  it("are listed by the day they came", () => {
    const { listed } = reportedSuggestions(some, PERIOD, RULES.calendar);
    expect(listed.map(({ receivedOn, repliedOn = "" }) => `${receivedOn} ${repliedOn}`)).toEqual([
      "2026-07-10 2026-08-01",
      "2026-07-20 2026-09-15",
      "2026-08-03 ",
      "2026-09-28 ",
      "2026-09-29 2026-10-09",
      "2026-09-30 ",
    ]);
  });
});
