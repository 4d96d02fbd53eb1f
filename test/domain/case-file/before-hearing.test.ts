import { describe, expect, it } from "vitest";
import type { ObstacleVerdict } from "../../../shared/domain/case-file/before-hearing.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import {
  basisOf,
  type DeskCommand,
  decideAtDesk,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { digestLines } from "../../../shared/domain/obligations/digest-lines.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { civilDate, type Instant } from "../../../shared/domain/time/time.ts";
import { newsWords } from "../../../shared/letters/wording/digest-wording.ts";
import {
  at,
  CITY,
  eventsOf,
  given,
  owed,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
  told,
} from "../../support/case-builders.ts";

const { name } = POLICE;
const WATER = respondent("沂南县水利局", "yinan-water");
const waiting = given(summons());

const obstacle = (file: CaseFile, now: Instant): DeskCommand => ({
  type: "report-obstacle",
  at: now,
  by: "李明",
  respondent: name,
  basis: basisOf(file, name),
  ground: "irreplaceable-duty",
  explanation: "局长当日须参加防汛调度。",
});
function acted(file: CaseFile, command: DeskCommand): CaseFile {
  const decision = decideAtDesk(file, command, RULES);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.type}`);
  return evolveAll(file, decision.events) ?? file;
}
const refusal = (file: CaseFile, command: DeskCommand) => {
  const decision = decideAtDesk(file, command, RULES);
  return decision.accepted ? undefined : decision.refusal.type;
};

describe("an obstacle", () => {
  it("is kept and told to the court and the bureau, each time", () => {
    const once = acted(waiting, obstacle(waiting, at("09-09")));
    expect(once.obstacles).toMatchObject([{ hearing: 1, ground: "irreplaceable-duty" }]);
    expect(owed(once, at("09-09"))).toEqual([
      "receipt → legal-section",
      "obstacle-reported → court",
      "obstacle-reported → bureau",
    ]);
    const quiet = told(once, at("09-09"));
    expect(owed(quiet, at("09-09", "10:00"))).toEqual([]);
    expect(owed(acted(quiet, obstacle(quiet, at("09-09", "11:00"))), at("09-09", "11:00"))).toHaveLength(3);
  });

  it("leaves the report owed", () => {
    const file = acted(waiting, obstacle(waiting, at("09-10")));
    expect(file.deadlines).toEqual(waiting.deadlines);
  });

  it("is refused where no hearing is to come, or it has begun", () => {
    expect(refusal(waiting, obstacle(waiting, at("09-24")))).toBe("hearing-begun");
    const { hearing: _, ...off } = summons({ at: at("09-10"), sha256: "off", postponed: true });
    const postponed = given(summons(), off);
    expect(refusal(postponed, obstacle(postponed, at("09-11")))).toBe("no-hearing-set");
    const heard = given(summons(), record());
    expect(refusal(heard, obstacle(heard, at("09-25")))).toBe("hearing-begun");
  });

  it("is refused where the hearing was moved meanwhile", () => {
    const moved = given(
      summons(),
      summons({
        at: at("09-10"),
        sha256: "moved",
        issuedOn: civilDate("2026-09-09"),
        hearing: { date: civilDate("2026-10-15") },
      }),
    );
    expect(refusal(moved, obstacle(waiting, at("09-11")))).toBe("changed-meanwhile");
  });
});

describe("the court's answer to it", () => {
  const reported = told(acted(waiting, obstacle(waiting, at("09-09"))), at("09-09"));
  const answer = (file: CaseFile, now: Instant, verdict: ObstacleVerdict = "refused"): DeskCommand => ({
    type: "answer-obstacle",
    at: now,
    by: "赵敬",
    respondent: name,
    basis: basisOf(file, name),
    reportedAt: at("09-09"),
    verdict,
    reason: "该会议可由其他负责人参加。",
  });

  it("is kept with it, and told once to the agency, its head, the bureau, and the court itself as a receipt", () => {
    const file = acted(reported, answer(reported, at("09-09", "15:00")));
    expect(file.obstacles).toMatchObject([{ answer: { verdict: "refused", by: "赵敬" } }]);
    expect(owed(file, at("09-09", "15:00"))).toEqual([
      "receipt → court",
      "obstacle-answered → legal-section",
      "obstacle-answered → head",
      "obstacle-answered → bureau",
    ]);
    expect(owed(told(file, at("09-09", "15:00")), at("09-09", "16:00"))).toEqual([]);
    expect(refusal(file, answer(file, at("09-11")))).toBe("obstacle-answered");
  });

  it("that puts the hearing off leaves nothing open for its day, and counts as put off for the agency once heard without its head", () => {
    const file = acted(reported, answer(reported, at("09-10"), "put-off"));
    expect(file.state).toBe("postponed");
    expect(file.deadlines.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
    const later = [
      summons({
        at: at("09-11"),
        sha256: "anew",
        issuedOn: civilDate("2026-09-11"),
        hearing: { date: civilDate("2026-10-15") },
      }),
      record({
        at: at("10-16"),
        sha256: "record-2",
        hearing: { date: civilDate("2026-10-15") },
        attendance: [],
      }),
    ].reduce((one, paper) => evolveAll(one, eventsOf(one, paper)) ?? one, file);
    expect(statisticsRows(later)).toMatchObject([{ conduct: ["put-off"] }]);
  });

  it("about a government goes to it as well, where it has designated an agency", () => {
    const suing = given(summons({ parties: { ...summons().parties, respondents: [CITY] } }));
    const designated: CaseFile = {
      ...suing,
      designations: [
        {
          respondent: CITY.name,
          stage: "instance",
          ordinal: 1,
          agency: { organisation: "linyi-water" as OrganisationId, name: "临沂市水利局" },
          at: at("09-09"),
          by: "周明",
        } as CaseFile["designations"][number],
      ],
    };
    const file = acted(designated, {
      ...obstacle(designated, at("09-10")),
      respondent: CITY.name,
      basis: basisOf(designated, CITY.name),
    });
    const quiet = told(file, at("09-10"));
    const said = acted(quiet, {
      ...answer(quiet, at("09-11")),
      respondent: CITY.name,
      basis: basisOf(quiet, CITY.name),
      reportedAt: at("09-10"),
    } as DeskCommand);
    expect(owed(said, at("09-11")).filter((one) => one.startsWith("obstacle-answered"))).toEqual([
      "obstacle-answered → legal-section",
      "obstacle-answered → head",
      "obstacle-answered → bureau",
      "obstacle-answered → government",
    ]);
  });

  it("is refused of what was never reported, of a hearing that has begun, and of one that was moved", () => {
    expect(refusal(waiting, answer(waiting, at("09-10")))).toBe("obstacle-gone");
    expect(refusal(reported, answer(reported, at("09-24")))).toBe("obstacle-over");
    const moved = evolveAll(
      reported,
      eventsOf(
        reported,
        summons({
          at: at("09-10"),
          sha256: "moved",
          issuedOn: civilDate("2026-09-09"),
          hearing: { date: civilDate("2026-10-15") },
        }),
      ),
    );
    expect(moved && refusal(moved, answer(moved, at("09-11")))).toBe("obstacle-over");
  });
});

describe("the court's note", () => {
  const { hearing: _, issuedOn: __, ...paper } = summons();
  const note = (changes: Partial<FileDocument> = {}): FileDocument => ({
    ...paper,
    at: at("09-09"),
    sha256: "note-1-of-the-court",
    kind: "court-note",
    note: "请负责人携带身份证明于8:40前到庭。",
    ...changes,
  });
  const noted = (file: CaseFile, command: FileDocument) => evolveAll(file, eventsOf(file, command)) ?? file;
  const everybody = { ...summons().parties, respondents: [] };

  it("goes to the respondents it names, or to all", () => {
    const two = given(summons({ parties: { ...summons().parties, respondents: [POLICE, WATER] } }));
    // With the mail of the next morning.
    const notes = (file: CaseFile, day: string) =>
      owed(file, at(day)).filter((one) => one.startsWith("court-note"));
    expect(notes(noted(two, note()), "09-09")).toEqual([]);
    expect(notes(noted(two, note()), "09-10")).toEqual(["court-note → legal-section"]);
    expect(notes(noted(two, note({ parties: everybody })), "09-10")).toHaveLength(2);
  });

  it("changes neither the hearing nor a period", () => {
    const file = noted(waiting, note());
    expect(file.state === "awaiting-hearing" && file.hearing).toEqual(
      waiting.state === "awaiting-hearing" && waiting.hearing,
    );
    expect(file.deadlines).toEqual(waiting.deadlines);
  });

  it("sent twice says nothing new", () => {
    expect(eventsOf(noted(waiting, note()), note())).toEqual([]);
  });

  it("on a case nobody knows, or of other parties, is looked at first", () => {
    expect(decide(undefined, note(), RULES)).toMatchObject({ refusal: { type: "case-unknown" } });
    const other = note({ parties: { ...everybody, respondents: [WATER] } });
    expect(decide(waiting, other, RULES)).toMatchObject({ refusal: { type: "parties-differ" } });
  });
});

describe("the court's notice to appear", () => {
  const notice = (changes: Partial<FileDocument> = {}): FileDocument =>
    summons({ at: at("09-16"), sha256: "appear-1-of-the-court", kind: "appearance-notice", ...changes });

  it("that comes after the hearing was told of goes to the legal section and the head", () => {
    const file = evolveAll(waiting, eventsOf(waiting, notice())) ?? waiting;
    expect(file.documents.at(-1)).toMatchObject({ addressedTo: [name] });
    // With the mail of the next morning, in time before the hearing.
    expect(owed(file, at("09-17"))).toEqual(
      expect.arrayContaining(["appearance-notice → legal-section", "appearance-notice → head"]),
    );
    expect(owed(told(file, at("09-17")), at("09-17", "10:00"))).toEqual([]);
  });

  it("that sets the hearing itself goes with the notice of it, once", () => {
    const file = evolveAll(undefined, eventsOf(undefined, notice({ at: at("09-08") })));
    if (file === undefined) throw new Error("no case");
    expect(owed(file, at("09-08"))).toEqual(["hearing-notice → legal-section", "hearing-notice → head"]);
    expect(owed(told(file, at("09-08")), at("09-08", "10:00"))).toEqual([]);
  });

  const BUREAU = {
    id: "yinan-justice" as never,
    kind: "bureau",
    name: "沂南县司法局",
    aliases: [],
    level: "county",
    jurisdiction: "沂南县",
    contacts: [{ role: "duty", name: "应诉科", email: "yingsu@example.org" }],
    verified: true,
  } as const;
  it.each([
    ["09-18", "收到出庭通知书。"],
    ["09-20", "仅3个整日，时间紧"],
    ["09-21", "仅2个整日，不足开庭三日前送达的要求"],
  ])("received on %s is judged by its clear days in the digest", (day, words) => {
    const events = eventsOf(waiting, notice({ at: at(day) }));
    const file = evolveAll(waiting, events) ?? waiting;
    const involved = { respondents: new Map(), designated: new Map(), bureau: BUREAU };
    const { lines } = digestLines(file, events, involved, {
      subject: { of: "case", caseNumber: file.caseNumber },
      now: at(day),
      rules: RULES,
    });
    expect(lines.map(({ line }) => newsWords(line.news)).join()).toContain(words);
  });
});
