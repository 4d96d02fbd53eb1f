import { describe, expect, it } from "vitest";
import { diaryChanges, isHearingEntry } from "../../../shared/domain/board/diary.ts";
import {
  basisOf,
  type DeskCommand,
  decideAtDesk,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { designationOf, responderOf, stageOf } from "../../../shared/domain/case-file/designation.ts";
import type { NamedAgency } from "../../../shared/domain/case-file/designation-stage.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { reportOf } from "../../../shared/domain/case-file/reports.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import { nextActionAt, obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { civilDate, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { at, CITY, given, owed, POLICE, RULES, record, summons, told } from "../../support/case-builders.ts";
import { anAgency } from "../../support/stored-things.ts";

const { name: respondent } = CITY;
const LAND: NamedAgency = { organisation: "linyi-land" as OrganisationId, name: "临沂市自然资源和规划局" };
const HOUSING: NamedAgency = {
  organisation: "linyi-housing" as OrganisationId,
  name: "临沂市住房和城乡建设局",
};
const OWN = { parties: { plaintiffs: ["薛广田"], respondents: [CITY], thirdParties: [] } };

const form = (file: CaseFile, now: Instant, agency = LAND): DeskCommand => ({
  type: "submit-handling-form",
  at: now,
  by: "王芳",
  respondent,
  basis: basisOf(file, respondent),
  stage: stageOf(file),
  form: { summary: "不服征收补偿决定。", proposal: "请求驳回。", agency },
});
const answer = (file: CaseFile, now: Instant, approved = true): DeskCommand => ({
  type: "answer-handling-form",
  at: now,
  by: "赵启明",
  respondent,
  basis: basisOf(file, respondent),
  stage: stageOf(file),
  approved,
  text: approved ? "" : "请改报承办单位。",
});
const report = (file: CaseFile, now: Instant): DeskCommand => ({
  type: "submit-report",
  at: now,
  by: "李明",
  respondent,
  basis: basisOf(file, respondent),
  report: {
    proposal: "请求驳回。",
    head: { appears: true, name: "周岚", title: "副市长", rank: "deputy" },
    others: [],
  },
});

const decide = (file: CaseFile, command: DeskCommand) => decideAtDesk(file, command, RULES);
function acted(file: CaseFile, command: DeskCommand): CaseFile {
  const decision = decide(file, command);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.type}`);
  return evolveAll(file, decision.events) ?? file;
}
const actedAndTold = (file: CaseFile, command: DeskCommand) => told(acted(file, command), command.at);
const refusal = (file: CaseFile, command: DeskCommand) => {
  const decision = decide(file, command);
  return decision.accepted ? undefined : decision.refusal.type;
};
const events = (file: CaseFile, command: DeskCommand) => {
  const decision = decide(file, command);
  return decision.accepted ? decision.events.map(({ type }) => type) : [];
};
const deadlines = (file: CaseFile) =>
  file.deadlines.map(({ kind, status, deadline }) => `${kind} ${status} ${deadline.due}`);

/** Summoned on Tuesday 2026-09-08 to Thursday 2026-09-24. */
const waiting = given(summons(OWN));
const submitted = actedAndTold(waiting, form(waiting, at("09-09")));
const approved = actedAndTold(submitted, answer(submitted, at("09-10")));

describe("a case handling form", () => {
  it("goes to the bureau when the government's summons comes", () => {
    expect(owed({ ...waiting, sent: {} }, at("09-08"))).toContain("case-handling-form → bureau");
  });

  it("is made from the appeal once the case was heard", () => {
    const heard = given(summons(OWN), record({ ...OWN, attendance: [] }));
    expect(stageOf(heard)).toBe("appeal");
    expect(refusal(heard, form(heard, at("09-26")))).toBe("designation-too-late");
    const { hearing: _, ...paper } = summons({ ...OWN, kind: "appeal", sha256: "appeal", at: at("10-09") });
    const appealed = given(summons(OWN), record({ ...OWN, attendance: [] }), paper);
    expect(owed({ ...appealed, sent: {} }, at("10-09"))).toContain("case-handling-form → bureau");
    const designated = acted(
      acted(appealed, form(appealed, at("10-10"))),
      answer(acted(appealed, form(appealed, at("10-10"))), at("10-10", "10:00")),
    );
    expect(owed(designated, at("10-10", "10:00"))).toContain("designation-order → agency");
    // The case that was heard keeps whoever answered for it: only the appeal has another.
    expect(responderOf(designated, respondent)).toBe("linyi-government");
    expect(deadlines(designated)).toEqual(deadlines(appealed));
  });

  it("is made once in a second instance that came to light by its appeal, and not asked for after the hearing", () => {
    const caseNumberOfSecond = caseNumber("（2026）鲁行终9号");
    const { hearing: _, issuedOn: __, ...paper } = summons({ ...OWN, caseNumber: caseNumberOfSecond });
    const appeal = { ...paper, kind: "appeal", sha256: "appeal" } as const;
    const second = { ...OWN, caseNumber: caseNumberOfSecond };
    const summoned = given(appeal, summons({ ...second, at: at("09-09") }));
    expect(stageOf(summoned)).toBe("instance");
    expect(Object.keys(summoned.sent).filter((key) => key.startsWith("form:"))).toHaveLength(1);
    const heard = given(
      appeal,
      summons({ ...second, at: at("09-09") }),
      record({ ...second, attendance: [] }),
    );
    expect(refusal(heard, form(heard, at("09-26")))).toBe("designation-too-late");
    for (const day of ["09-28", "09-29", "09-30", "10-09", "10-12"])
      expect(owed(heard, at(day)).filter((one) => one.startsWith("designation"))).toEqual([]);
  });

  it("of a first instance that came to light by the appeal against it is about the appeal", () => {
    const { hearing: _, issuedOn: __, ...paper } = summons(OWN);
    const appealed = given({ ...paper, kind: "appeal", sha256: "appeal" });
    expect(stageOf(appealed)).toBe("appeal");
    expect(events(appealed, form(appealed, at("09-09")))).toEqual(["handling-form-submitted"]);
  });

  it("submitted, goes to the government", () => {
    const file = acted(waiting, form(waiting, at("09-09")));
    expect(owed(file, at("09-09"))).toEqual(["handling-form-submitted → government"]);
    expect(file.handlingForms).toMatchObject([{ revision: 1, by: "王芳", agency: LAND }]);
    expect(responderOf(file, respondent)).toBe("linyi-government");
  });

  it("submitted again before it is answered, takes the former's place", () => {
    const again = acted(submitted, form(submitted, at("09-09", "11:00"), HOUSING));
    expect(again.handlingForms).toMatchObject([{ revision: 2, agency: HOUSING }]);
    expect(owed(again, at("09-09", "11:00"))).toEqual(["handling-form-submitted → government"]);
    expect(refusal(again, answer(submitted, at("09-09", "12:00")))).toBe("changed-meanwhile");
  });

  it("is refused for an agency's case and once the hearing has begun", () => {
    const police = given(summons());
    expect(
      refusal(police, {
        ...form(police, at("09-09")),
        respondent: POLICE.name,
        basis: basisOf(police, POLICE.name),
      }),
    ).toBe("not-government");
    expect(refusal(waiting, form(waiting, at("09-24")))).toBe("designation-too-late");
  });
});

describe("the government's answer", () => {
  it("that returns the form goes to the bureau, which may submit another", () => {
    const returned = acted(submitted, answer(submitted, at("09-10"), false));
    expect(owed(returned, at("09-10"))).toEqual(["handling-form-returned → bureau"]);
    expect(designationOf(returned, respondent)).toBeUndefined();
    expect(refusal(returned, answer(returned, at("09-10", "10:00")))).toBe("nothing-to-approve");
    const again = acted(told(returned, at("09-10")), form(returned, at("09-11"), HOUSING));
    expect(owed(again, at("09-11"))).toEqual(["handling-form-submitted → government"]);
  });

  it("that approves it designates, and the agency's report runs from that day", () => {
    expect(events(submitted, answer(submitted, at("09-10")))).toEqual([
      "handling-form-answered",
      "designation-made",
      "deadline-opened",
    ]);
    const file = acted(submitted, answer(submitted, at("09-10")));
    expect(owed(file, at("09-10"))).toEqual(["designation-order → agency"]);
    expect(responderOf(file, respondent)).toBe("linyi-land");
    expect(file.deadlines.at(-1)?.deadline.explanation).toMatchObject({
      startedBy: "designation",
      start: "2026-09-10",
      days: 3,
    });
    // Ten, and three days: Sunday 2026-09-13 rolls to Monday.
    expect(deadlines(file)).toEqual(["filing open 2026-09-28", "report open 2026-09-14"]);
  });

  it("is refused where nothing waits for it", () => {
    expect(refusal(waiting, answer(waiting, at("09-10")))).toBe("nothing-to-approve");
    expect(refusal(approved, answer(approved, at("09-10")))).toBe("nothing-to-approve");
    expect(refusal(submitted, answer(submitted, at("09-24")))).toBe("designation-too-late");
  });
});

describe("a designated agency", () => {
  it("is reminded, reports and files for the government, which stays the respondent", () => {
    expect(owed(approved, at("09-11"))).toEqual(["report-due → legal-section"]);
    expect(owed(told(told(approved, at("09-11")), at("09-15")), at("09-16"))).toEqual([
      "report-overdue → legal-section",
    ]);
    const reported = actedAndTold(approved, report(approved, at("09-11")));
    expect(deadlines(reported)).toContain("report met 2026-09-14");
    expect(owed(reported, at("09-15"))).toEqual([]);
    const heard = given(summons(OWN), record({ ...OWN, attendance: [] }));
    expect(statisticsRows({ ...heard, designations: approved.designations })).toMatchObject([
      { agency: respondent, jurisdiction: "市本级" },
    ]);
  });

  it("of a case put off has its time from the new summons", () => {
    const later = summons({
      ...OWN,
      at: at("09-16"),
      sha256: "summons-2",
      issuedOn: civilDate("2026-09-15"),
      hearing: { date: civilDate("2026-10-15") },
    });
    const moved = given(summons(OWN), later);
    const designated = acted(
      acted(moved, form(moved, at("09-16"))),
      answer(acted(moved, form(moved, at("09-16"))), at("09-17")),
    );
    expect(deadlines(designated)).toContain("report open 2026-09-20");
  });

  it("designated on the day of the hearing owes no report any more", () => {
    const late = acted(submitted, answer(submitted, at("09-24", "08:00")));
    expect(deadlines(late)).toEqual(["filing open 2026-09-28"]);
    expect(owed(late, at("09-24", "08:00"))).toContain("designation-order → agency");
  });
});

/** Around the city's case: both agencies were designated, one of them answers now. */
function aroundCity({ organisation: id }: NamedAgency): Involved {
  const holder = anAgency({ id });
  return {
    respondents: new Map([
      [respondent, { organisation: holder, sued: holder, superior: undefined, bureau: undefined }],
    ]),
    designated: new Map([LAND, HOUSING].map((one) => [one.organisation, anAgency({ id: one.organisation })])),
    bureau: undefined,
  };
}

describe("a designation changed", () => {
  const reported = actedAndTold(approved, report(approved, at("09-11")));
  const proposed = actedAndTold(reported, form(reported, at("09-14"), HOUSING));

  it("stands until the other one is approved", () => {
    expect(responderOf(proposed, respondent)).toBe("linyi-land");
    const refused = actedAndTold(proposed, answer(proposed, at("09-14", "10:00"), false));
    expect(responderOf(refused, respondent)).toBe("linyi-land");
    expect(reportOf(refused, respondent)).toMatchObject({ revision: 1 });
  });

  it("withdraws the first, which is told, and the second reports anew", () => {
    const changed = acted(proposed, answer(proposed, at("09-14", "10:00")));
    expect(owed(changed, at("09-14", "10:00")).toSorted()).toEqual([
      "designation-order → agency",
      "designation-withdrawn → agency",
    ]);
    expect(responderOf(changed, respondent)).toBe("linyi-housing");
    expect(reportOf(changed, respondent)).toBeUndefined();
    expect(deadlines(changed)).toEqual(["filing open 2026-09-28", "report open 2026-09-17"]);
    const waitsAgain = told(changed, at("09-14", "10:00"));
    expect(owed(waitsAgain, at("09-16"))).toEqual(["report-due → legal-section"]);
    const second = acted(waitsAgain, report(waitsAgain, at("09-16")));
    expect(reportOf(second, respondent)).toMatchObject({ revision: 2 });
    expect(owed(second, at("09-16"))).toEqual(["report-received → bureau", "receipt → legal-section"]);
  });

  it("back to the first: its calendar takes the new entry as newer than the one that was called off", () => {
    const sequences = (file: CaseFile, now: Instant) =>
      obligationsDue(file, now, RULES)
        .flatMap(({ notices }) => notices(civilDateAt(now)))
        .flatMap(({ audience, content }) =>
          audience.part === "agency" && "hearing" in content && content.hearing !== undefined
            ? [[audience.organisation, content.kind, content.hearing.sequence] as const]
            : [],
        );
    const changed = acted(proposed, answer(proposed, at("09-14", "10:00")));
    expect(sequences(changed, at("09-14", "10:00"))).toEqual([
      ["linyi-land", "designation-withdrawn", 0],
      ["linyi-housing", "designation-order", 2],
    ]);
    const again = actedAndTold(told(changed, at("09-14", "10:00")), form(changed, at("09-15"), LAND));
    const back = acted(again, answer(again, at("09-15", "10:00")));
    expect(sequences(back, at("09-15", "10:00"))).toEqual([
      ["linyi-housing", "designation-withdrawn", 2],
      ["linyi-land", "designation-order", 4],
    ]);
    // Its feed as well: whoever holds none any more sees the entry called off, at the number it had.
    const feed = (file: CaseFile, holder: NamedAgency) =>
      diaryChanges(undefined, file, aroundCity(holder), at("09-15"))
        .filter(isHearingEntry)
        .map(({ owner, hearing, status }) => [owner, status, hearing.sequence]);
    expect(feed(changed, HOUSING)).toEqual([
      ["linyi-housing", "set", 2],
      ["linyi-land", "cancelled", 0],
    ]);
    expect(feed(back, LAND)).toEqual([
      ["linyi-land", "set", 4],
      ["linyi-housing", "cancelled", 2],
    ]);
  });

  it("to the agency that has it already only confirms it", () => {
    const same = actedAndTold(reported, form(reported, at("09-14")));
    expect(events(same, answer(same, at("09-14", "10:00")))).toEqual(["handling-form-answered"]);
    expect(reportOf(acted(same, answer(same, at("09-14", "10:00"))), respondent)).toMatchObject({
      revision: 1,
    });
  });
});

describe("while nobody is designated", () => {
  /** What the sweep tells from morning to morning, by day. */
  function mornings(file: CaseFile, from: number, to: number): Readonly<Record<string, readonly string[]>> {
    let known = file;
    const said: Record<string, readonly string[]> = {};
    for (let day = from; day <= to; day++) {
      const now = at(`09-${String(day).padStart(2, "0")}`);
      const due = owed(known, now).filter((one) => one.startsWith("designation-due"));
      if (due.length > 0) said[day] = due;
      known = told(known, now);
    }
    return said;
  }
  const BOTH = ["designation-due → bureau", "designation-due → government"];

  it("the bureau is reminded after some days, and both when the hearing nears", () => {
    // 09-19 (Saturday) and 09-20 (make-up working day): five days before is Saturday, so Friday.
    expect(mornings(waiting, 9, 24)).toEqual({
      10: ["designation-due → bureau"],
      14: ["designation-due → bureau"],
      18: BOTH,
      21: BOTH,
      23: BOTH,
    });
  });

  it("the government is, while the form lies with it", () => {
    expect(mornings(submitted, 10, 17)).toEqual({
      11: ["designation-due → government"],
      14: ["designation-due → government"],
    });
  });

  it("nobody is any more once an agency is designated, or the case was heard", () => {
    expect(mornings(approved, 11, 24)).toEqual({});
    expect(mornings(given(summons(OWN), record({ ...OWN, attendance: [] })), 25, 30)).toEqual({});
  });

  it("the sweep comes by itself", () => {
    expect(nextActionAt(waiting, at("09-08"), RULES)).toBe(at("09-10", "08:30"));
  });
});
