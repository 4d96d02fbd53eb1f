import { describe, expect, it } from "vitest";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import {
  basisOf,
  type DeskCommand,
  decideAtDesk,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { digestLines } from "../../../shared/domain/obligations/digest-lines.ts";
import { civilDate, type Instant } from "../../../shared/domain/time/time.ts";
import { newsWords } from "../../../shared/letters/wording/digest-wording.ts";
import {
  at,
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
    expect(owed(noted(two, note()), at("09-09"))).toEqual(["court-note → legal-section"]);
    expect(owed(noted(two, note({ parties: everybody })), at("09-09"))).toHaveLength(2);
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
    expect(owed(file, at("09-16"))).toEqual(
      expect.arrayContaining(["appearance-notice → legal-section", "appearance-notice → head"]),
    );
    expect(owed(told(file, at("09-16")), at("09-16", "10:00"))).toEqual([]);
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
