/** Does an agency's list say what it owes in a case, until when, and what it has done there? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workIn } from "../../../shared/domain/board/worklist.ts";
import { type Command, decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { basisOf } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { differenceBasis, openDifferences } from "../../../shared/domain/case-file/reconciliation.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { linkOfGathered, mayBeGathered } from "../../../shared/domain/notices/agency-digest.ts";
import { targetKey } from "../../../shared/domain/notices/desk-link.ts";
import { timeGiven } from "../../../shared/domain/obligations/first-contact.ts";
import { obligationsDue } from "../../../shared/domain/obligations/obligations.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addDays, addMinutes, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, RULES, record, summons } from "../../support/case-builders.ts";

const OWN = "yinan-police" as OrganisationId;
const todo = (file: CaseFile, now: Instant) =>
  workIn(file, OWN, now).todo.map(({ kind, due = "", target }) => `${kind} ${due} ${target.task}`);

const report = (now: Instant, file: CaseFile): Command & { readonly at: Instant } => ({
  type: "submit-report",
  at: now,
  by: "李明",
  respondent: POLICE.name,
  basis: basisOf(file, POLICE.name),
  report: {
    proposal: "请求驳回诉讼请求。",
    head: { appears: true, name: "龙涛", title: "副局长", rank: "deputy" },
    others: [],
  },
});

function withNext(file: CaseFile, command: Command): CaseFile {
  const decision = decide(file, command, RULES);
  if (!decision.accepted) throw new Error(decision.refusal.type);
  return evolveAll(file, decision.events) ?? file;
}

describe("before the hearing", () => {
  it("the report is owed by its day, with how it was counted; handed in, it is done", () => {
    const file = given(summons());
    expect(todo(file, at("09-09"))).toEqual(["report 2026-09-11 report"]);
    const [task] = workIn(file, OWN, at("09-09")).todo;
    expect(task?.deadline?.explanation.start).toBeDefined();
    const reported = withNext(file, report(at("09-09", "10:00"), file));
    expect(todo(reported, at("09-09", "11:00"))).toEqual([]);
    expect(workIn(reported, OWN, at("09-09", "11:00")).done).toMatchObject([
      { kind: "report", by: "李明", day: "2026-09-24" },
    ]);
  });

  it("returned, it is owed anew, with the words of the bureau", () => {
    const file = given(summons());
    const reported = withNext(file, report(at("09-09", "10:00"), file));
    const returned = withNext(reported, {
      type: "return-report",
      at: at("09-09", "15:00"),
      by: "王芳",
      respondent: POLICE.name,
      basis: basisOf(reported, POLICE.name),
      text: "请补充听证程序。",
    });
    expect(workIn(returned, OWN, at("09-09", "16:00")).todo).toMatchObject([
      { kind: "report-again", said: { text: "请补充听证程序。", by: "王芳" } },
    ]);
  });

  it("is of no use once the hearing has begun, late or not", () => {
    const file = given(summons());
    expect(todo(file, at("09-15"))).toEqual(["report 2026-09-11 report"]);
    expect(todo(file, at("09-24", "09:30")).filter((one) => one.startsWith("report"))).toEqual([]);
  });
});

describe("after the hearing", () => {
  it("the filing is owed; where the court says that the head was there, a confirmation will do", () => {
    const file = given(summons());
    expect(todo(file, at("09-24", "15:00"))).toEqual(["filing 2026-09-28 filing"]);
    expect(todo(given(summons(), record()), at("09-25", "10:00"))).toEqual(["confirm 2026-09-28 filing"]);
  });
});

describe("what others said", () => {
  const filed = (file: CaseFile): Command & { readonly at: Instant } => ({
    type: "submit-filing",
    at: at("09-25", "11:00"),
    by: "李明",
    respondent: POLICE.name,
    basis: basisOf(file, POLICE.name),
    attendance: { headAttended: false, document: "link" },
    filing: { result: "judgment-later", staff: [] },
  });

  it("a difference is the agency's to answer until it has", () => {
    const file = given(summons(), record());
    const differing = withNext(file, filed(file));
    expect(todo(differing, at("09-25", "12:00"))).toEqual(["difference  reconciliation"]);
    const [open] = openDifferences(differing, POLICE.name);
    if (open === undefined) throw new Error("no difference");
    const answered = withNext(differing, {
      type: "answer-difference",
      at: at("09-25", "14:00"),
      by: "李明",
      respondent: POLICE.name,
      sitting: open.sitting,
      basis: differenceBasis(open),
      side: "agency",
      source: "filing",
      facts: { headAttended: false },
      reason: "有签到表。",
    });
    expect(todo(answered, at("09-25", "15:00"))).toEqual([]);
    expect(workIn(answered, OWN, at("09-25", "15:00")).done.map(({ kind }) => kind)).toEqual([
      "answer",
      "filing",
    ]);
  });

  it("a reason the court refuses asks for a head, until another report is in", () => {
    const file = given(summons());
    const reported = withNext(file, report(at("09-09", "10:00"), file));
    const obstacle = withNext(reported, {
      type: "report-obstacle",
      at: at("09-15"),
      by: "李明",
      respondent: POLICE.name,
      basis: basisOf(reported, POLICE.name),
      ground: "irreplaceable-duty",
      explanation: "防汛。",
    });
    expect(todo(obstacle, at("09-15", "10:00"))).toEqual([]);
    const refused = withNext(obstacle, {
      type: "answer-obstacle",
      at: at("09-16"),
      by: "马超",
      respondent: POLICE.name,
      basis: basisOf(obstacle, POLICE.name),
      reportedAt: at("09-15"),
      verdict: "refused",
      reason: "可以由其他负责人出庭。",
    });
    expect(workIn(refused, OWN, at("09-16", "10:00")).todo).toMatchObject([
      { kind: "must-appear", due: "2026-09-24", said: { text: "可以由其他负责人出庭。" } },
    ]);
    const again = withNext(refused, report(at("09-17"), refused));
    expect(todo(again, at("09-17", "10:00"))).toEqual([]);
  });
});

describe("another organisation", () => {
  it("has nothing to do in the case", () => {
    const file = given(summons());
    expect(workIn(file, "lanshan-market" as OrganisationId, at("09-09"))).toEqual({ todo: [], done: [] });
  });
});

describe("for any course of a case", () => {
  it("whatever a letter asks of the agency by a link is on its list that day, and each task of the list has a link", () => {
    let asked = 0;
    const commands: readonly ((now: Instant, file: CaseFile | undefined) => Command | undefined)[] = [
      (now) => summons({ at: now, sha256: `s-${now}`, hearing: { date: addDays(civilDateAt(now), 9) } }),
      (now) => summons({ at: now, sha256: `t-${now}`, hearing: { date: addDays(civilDateAt(now), 3) } }),
      (now) =>
        record({
          at: now,
          sha256: `r-${now}`,
          hearing: { date: addDays(civilDateAt(now), -1) },
          attendance: [
            {
              respondent: POLICE.name,
              hearingDate: addDays(civilDateAt(now), -1),
              headAttended: false,
              source: "hearing-record",
            },
          ],
        }),
      (now, file) => file && report(now, file),
    ];
    const steps = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 8 * 14 }).map((third) => third * 3),
        fc.integer({ min: 0, max: commands.length - 1 }),
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(steps, (happens) => {
        let file: CaseFile | undefined;
        for (let hour = 0; hour < 24 * 20; hour += 3) {
          const now = addMinutes(at("09-07", "00:00"), hour * 60);
          for (const [, which] of happens.filter(([when]) => when === hour)) {
            const command = commands[which]?.(now, file);
            const decision = command && decide(file, command, RULES);
            if (decision?.accepted) file = evolveAll(file, decision.events);
          }
          if (file === undefined) continue;
          file = evolveAll(file, timeGiven(file, now, RULES)) ?? file;
          const owed = obligationsDue(file, now, RULES);
          const { todo: tasks } = workIn(file, OWN, now);
          const places = new Set(tasks.map(({ target }) => targetKey(target)));
          for (const { notices } of owed)
            for (const { audience, content } of notices(civilDateAt(now))) {
              if (audience.part !== "respondent" || !mayBeGathered(content)) continue;
              const link = linkOfGathered(content);
              if (link === undefined) continue;
              expect(places).toContain(targetKey(link));
              asked += 1;
            }
          file = {
            ...file,
            sent: { ...file.sent, ...Object.fromEntries(owed.map(({ key }) => [key, now] as const)) },
          };
        }
      }),
      { numRuns: 60 },
    );
    expect(asked).toBeGreaterThan(0);
  });
});
