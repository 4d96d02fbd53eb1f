/** Two agencies are sued together: does what one hands in meet, number and open its own duties, once, and nobody else's? */
import { describe, expect, it } from "vitest";
import {
  basisOf,
  type DeskCommand,
  decideAtDesk,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, RULES, respondent, summons } from "../../support/case-builders.ts";

const TOWN = respondent("沂南县界湖街道办事处", "yinan-jiehu");
const start = given(
  summons({ parties: { plaintiffs: ["陈建"], respondents: [POLICE, TOWN], thirdParties: [] } }),
);
const REPORT = {
  type: "submit-report",
  report: {
    proposal: "请求驳回。",
    head: { appears: true, name: "龙涛", title: "副局长", rank: "deputy" },
    others: [],
  },
} as const;
const FILING = {
  type: "submit-filing",
  filing: { result: "judgment-later", staff: [] },
  attendance: { headAttended: false },
} as const;
const RETURN = { type: "return-report", text: "请写明理由。" } as const;

type Said = { readonly type: DeskCommand["type"] } & Record<string, unknown>;
function decided(file: CaseFile, name: string, when: Instant, said: Said) {
  const command = { at: when, by: "李明", respondent: name, basis: basisOf(file, name), ...said };
  return decideAtDesk(file, command as unknown as DeskCommand, RULES);
}
function events(file: CaseFile, name: string, when: Instant, said: Said) {
  const decision = decided(file, name, when, said);
  if (!decision.accepted) throw new Error(decision.refusal.type);
  return decision.events;
}
const acted = (file: CaseFile, name: string, when: Instant, said: Said) =>
  evolveAll(file, events(file, name, when, said)) ?? file;
const types = (...given: Parameters<typeof events>) => events(...given).map(({ type }) => type);
const standing = (file: CaseFile) =>
  file.deadlines.map(
    ({ kind, respondent: of, status }) => `${kind} ${of === TOWN.name ? "town" : "police"} ${status}`,
  );
const withDeadline = (
  file: CaseFile,
  kind: "report" | "filing",
  name: string,
  changes: Partial<CaseFile["deadlines"][number]>,
): CaseFile => ({
  ...file,
  deadlines: file.deadlines.map((one) =>
    one.kind === kind && one.respondent === name ? { ...one, ...changes } : one,
  ),
});

describe("a report", () => {
  const reported = acted(start, POLICE.name, at("09-09"), REPORT);

  it("meets the duty of whoever reports, and the other one's stays open", () => {
    expect(standing(reported)).toEqual([
      "report police met",
      "filing police open",
      "report town open",
      "filing town open",
    ]);
  });

  it("that corrects another meets nothing a second time", () => {
    expect(types(reported, POLICE.name, at("09-10"), REPORT)).toEqual(["report-submitted"]);
  });

  it("has a number of its own agency", () => {
    const both = acted(reported, TOWN.name, at("09-09", "10:00"), REPORT);
    const again = acted(both, POLICE.name, at("09-10"), REPORT);
    expect(again.reports.map(({ respondent: of, revision }) => [of, revision])).toEqual(
      expect.arrayContaining([
        [POLICE.name, 2],
        [TOWN.name, 1],
      ]),
    );
  });

  it("that is returned is owed again by its agency alone, and only where it had met its duty", () => {
    const both = acted(reported, TOWN.name, at("09-09", "10:00"), REPORT);
    expect(events(both, POLICE.name, at("09-10"), RETURN)).toContainEqual({
      type: "deadline-reopened",
      kind: "report",
      respondent: POLICE.name,
      hearing: 1,
    });
    for (const changes of [{ status: "cancelled" }, { status: "open" }, { hearing: 7 }] as const)
      expect(
        types(withDeadline(both, "report", POLICE.name, changes), POLICE.name, at("09-10"), RETURN),
      ).toEqual(["report-returned"]);
  });

  it("is returned to nobody once the hearing has begun", () => {
    expect(decided(reported, POLICE.name, at("09-24", "08:59"), RETURN)).toMatchObject({ accepted: true });
    expect(decided(reported, POLICE.name, at("09-24", "09:00"), RETURN)).toMatchObject({ accepted: false });
  });
});

describe("a filing", () => {
  const filed = acted(start, POLICE.name, at("09-24", "15:00"), FILING);

  it("meets the duty of whoever files, once, whatever else is open", () => {
    expect(standing(filed)).toContain("filing police met");
    expect(standing(filed)).toContain("filing town open");
    expect(standing(filed)).toContain("report police open");
    expect(types(filed, POLICE.name, at("09-24", "16:00"), FILING)).toEqual([
      "filing-submitted",
      "attendance-recorded",
    ]);
    // Another sitting's is another duty.
    const [own] = filed.deadlines.filter((one) => one.kind === "filing" && one.respondent === POLICE.name);
    const second = own && { ...own, hearing: 2, status: "open" as const };
    const more = { ...filed, deadlines: [...filed.deadlines, ...(second ? [second] : [])] };
    expect(types(more, POLICE.name, at("09-24", "16:00"), FILING)).toEqual([
      "filing-submitted",
      "attendance-recorded",
    ]);
  });

  it("is taken about no sitting whose filing is cancelled", () => {
    const off = withDeadline(start, "filing", POLICE.name, { status: "cancelled" });
    expect(decided(off, POLICE.name, at("09-24", "15:00"), FILING)).toMatchObject({
      accepted: false,
      refusal: { type: "not-heard-yet" },
    });
  });
});
