/** 庭前双向沟通: what do court, bureau and agency read of whose head appears, of obstacles and of the court's own papers? */
import { describe, expect, it } from "vitest";
import { basisOf, type DeskCommand } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { HeadPlan } from "../../../shared/domain/case-file/report.ts";
import type { CaseFile, Respondent } from "../../../shared/domain/case-file/state.ts";
import { beforeHearingLadder } from "../../../shared/domain/obligations/before-hearing-ladder.ts";
import { nextActionAt } from "../../../shared/domain/obligations/obligations.ts";
import { civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import {
  at,
  CITY,
  eventsOf,
  given,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
} from "../../support/case-builders.ts";

const WATER = respondent("沂南县水利局", "yinan-water");
const sued = (...respondents: Respondent[]) =>
  summons({ parties: { plaintiffs: ["陈建"], respondents, thirdParties: [] } });
const BEGINS = at("09-24", "09:00");

/** What is owed of one respondent's matter before the hearing, step by step. */
function steps(file: CaseFile, of: Respondent) {
  return beforeHearingLadder(file, of, RULES).map(({ key, at: from, limit, notices, lines }) => ({
    key: key.split(":")[0],
    from,
    limit,
    letters: notices(civilDateAt(at("09-10"))).map(({ audience, content }) => ({
      to: audience.part === "respondent" ? audience.role : audience.part,
      ...content,
    })),
    lines: lines?.(at("09-21")) ?? [],
  }));
}

function acted(
  file: CaseFile,
  name: string,
  said: { readonly type: string; readonly at: Instant } & Record<string, unknown>,
) {
  const whole = { by: "李明", respondent: name, basis: basisOf(file, name), ...said };
  return evolveAll(file, eventsOf(file, whole as unknown as DeskCommand)) ?? file;
}
const reports = (file: CaseFile, name: string, head: object) =>
  acted(file, name, {
    type: "submit-report",
    at: at("09-09"),
    report: { proposal: "请求驳回。", head: head as HeadPlan, others: [] },
  });
const HEAD = { appears: true, name: "龙涛", title: "副局长", rank: "deputy" } as const;
/** Each says that its own head appears for both. */
const contradicting = (...both: readonly [Respondent, Respondent]) =>
  both.reduce(
    (file, { name }) => reports(file, name, { ...HEAD, joint: { by: "agreed", respondent: name } }),
    given(sued(...both)),
  );

describe("two that name different heads to appear for both (§3)", () => {
  const file = contradicting(POLICE, WATER);
  const of = (one: Respondent, when = file) => steps(when, one).filter(({ key }) => key === "who-appears");

  it("both read both words until the hearing begins, their one bureau once", () => {
    expect(of(POLICE)).toMatchObject([
      {
        limit: BEGINS,
        letters: [
          {
            to: "legal-section",
            kind: "appearance-contradicted",
            hearing: { date: "2026-09-24" },
            words: [
              { saidBy: POLICE.name, by: "agreed", respondents: [POLICE.name] },
              { saidBy: WATER.name, by: "agreed", respondents: [WATER.name] },
            ],
          },
        ],
      },
      { limit: BEGINS, letters: [{ to: "bureau", reader: "bureau" }] },
    ]);
    expect(of(WATER).map(({ letters }) => letters.map(({ to }) => to))).toEqual([["legal-section"]]);
  });

  it("of two districts have two bureaus, each of which reads it", () => {
    const both = contradicting(POLICE, CITY);
    for (const one of [POLICE, CITY])
      expect(of(one, both).flatMap(({ letters }) => letters.map(({ to }) => to))).toEqual([
        "legal-section",
        "bureau",
      ]);
  });

  it("are told the morning after the second word", () => {
    const later = acted(file, WATER.name, {
      type: "submit-report",
      at: at("09-11", "15:00"),
      report: {
        proposal: "请求驳回。",
        head: { ...HEAD, name: "王水", joint: { by: "agreed", respondent: WATER.name } },
        others: [],
      },
    });
    expect(civilDateAt(of(POLICE)[0]?.from as Instant)).toBe("2026-09-10");
    expect(civilDateAt(of(POLICE, later)[0]?.from as Instant)).toBe("2026-09-14");
  });

  it("is said of no hearing once it was held, and of none where they agree", () => {
    const over = evolveAll(
      file,
      eventsOf(file, record({ parties: sued(POLICE, WATER).parties, attendance: [] })),
    ) as CaseFile;
    for (const { letters, limit } of of(POLICE, over)) {
      expect(limit).toBeUndefined();
      expect(letters[0]).not.toHaveProperty("hearing");
    }
    expect(of(POLICE, given(sued(POLICE, WATER)))).toEqual([]);
  });
});

describe("whose head appears, while it is open some days before the hearing", () => {
  const open = (file: CaseFile, of: Respondent) =>
    steps(file, of).filter(({ key }) => key === "who-appears-open");
  const file = reports(given(sued(POLICE, WATER, CITY)), POLICE.name, HEAD);

  it("is told once for the case: to the court by a letter, to each bureau in its digest", () => {
    // Three days before the 24th is Monday the 21st.
    expect(open(file, POLICE)).toMatchObject([
      {
        from: at("09-21", "08:30"),
        limit: BEGINS,
        letters: [{ to: "court", kind: "appearance-unsettled", silent: [WATER.name, CITY.name], words: [] }],
        lines: [
          {
            respondent: WATER.name,
            news: {
              type: "appearance-unsettled",
              hearing: { date: "2026-09-24" },
              respondents: [POLICE.name, WATER.name, CITY.name],
            },
          },
          { respondent: CITY.name },
        ],
      },
    ]);
    expect(open(file, WATER)).toEqual([]);
    expect(open(file, CITY)).toEqual([]);
  });

  it("repeats the words that contradict each other", () => {
    expect(open(contradicting(POLICE, WATER), POLICE)).toMatchObject([
      { letters: [{ words: [{ saidBy: POLICE.name }, { saidBy: WATER.name }], silent: [] }] },
    ]);
  });

  it("moves to the working day before where the day is none", () => {
    const sunday = { ...RULES, policy: { ...RULES.policy, jointAppearance: { tellBefore: 5 } } };
    const [step] = beforeHearingLadder(file, POLICE, sunday).filter(({ key }) =>
      key.startsWith("who-appears"),
    );
    expect(step?.at).toBe(at("09-18", "08:30"));
  });

  it("is no matter where one is sued, or each has its own head come", () => {
    expect(open(given(summons()), POLICE)).toEqual([]);
    expect(
      open(reports(reports(given(sued(POLICE, WATER)), POLICE.name, HEAD), WATER.name, HEAD), POLICE),
    ).toEqual([]);
  });
});

describe("an obstacle", () => {
  const proofs = [{ name: "防汛通知.pdf", sha256: "proof-1", bytes: 9 }];
  const told = (more: object = {}) =>
    acted(given(summons()), POLICE.name, {
      type: "report-obstacle",
      at: at("09-10"),
      ground: "irreplaceable-duty",
      explanation: "防汛。",
      ...more,
    });
  const obstacles = (file: CaseFile) => steps(file, POLICE).filter(({ key }) => key?.startsWith("obstacle"));
  const answered = (verdict: string) =>
    acted(told(), POLICE.name, {
      type: "answer-obstacle",
      at: at("09-11"),
      reportedAt: at("09-10"),
      verdict,
      reason: "经审查。",
    });

  it("goes to court and bureau with the names of its proofs, until the hearing begins", () => {
    const [step] = obstacles(told({ proofs }));
    expect(step).toMatchObject({
      limit: BEGINS,
      letters: [
        { to: "court", reader: "court", proofs: ["防汛通知.pdf"] },
        { to: "bureau", reader: "bureau", proofs: ["防汛通知.pdf"] },
      ],
    });
    expect(obstacles(told())[0]?.letters[0]).not.toHaveProperty("proofs");
  });

  it("to a hearing that the case has forgotten is told to nobody", () => {
    const file = told();
    const elsewhere = {
      ...file,
      obstacles: file.obstacles.map((one) => ({ ...one, hearing: 7 })),
    } as CaseFile;
    expect(obstacles(elsewhere)).toEqual([]);
  });

  it("that put the hearing off is answered to the bureau; agency and head read it in the letter about the hearing", () => {
    const readers = (verdict: string) =>
      obstacles(answered(verdict))
        .at(-1)
        ?.letters.map(({ to }) => to);
    expect(readers("put-off")).toEqual(["bureau"]);
    expect(readers("excused")).toEqual(["legal-section", "head", "bureau"]);
  });
});

describe("papers of the court", () => {
  const sent = (when: Instant) => ({ [`hearing:1.0:${POLICE.name}`]: when });
  const notice = given(
    summons(),
    summons({ at: at("09-16"), sha256: `${"a".repeat(16)}-and-more`, kind: "appearance-notice" }),
  );
  const papers = (file: CaseFile) =>
    beforeHearingLadder(file, POLICE, RULES).filter(({ key }) => /^(?:appearance|court-note):/u.test(key));

  it("to appear go out where they came after the notice of the hearing, under a short key", () => {
    expect(papers({ ...notice, sent: sent(at("09-08")) })).toMatchObject([
      { key: `appearance:${"a".repeat(16)}:${POLICE.name}`, limit: BEGINS },
    ]);
    // Only what calls a head to appear, and this respondent's.
    const changed = (change: object) => ({
      ...notice,
      sent: sent(at("09-08")),
      documents: notice.documents.map((one) => ({ ...one, ...change })),
    });
    expect(papers(changed({ kind: "summons" }))).toEqual([]);
    expect(papers(changed({ kind: "appearance-notice", addressedTo: [WATER.name] }))).toEqual([]);
    // With the notice of the hearing, or where that hasn't gone yet.
    expect(papers({ ...notice, sent: sent(at("09-16")) })).toEqual([]);
    expect(papers({ ...notice, sent: sent(at("09-17")) })).toEqual([]);
    expect(papers({ ...notice, sent: {} })).toEqual([]);
  });

  it("that note what needs attention say for which hearing, and are of use until it begins", () => {
    const note = {
      sha256: `${"b".repeat(16)}-and-more`,
      at: at("09-09"),
      text: "请于8:40前到庭。",
      respondents: [],
    };
    const noted = { ...given(summons()), courtNotes: [note] } as CaseFile;
    const [step] = papers(noted);
    expect(step).toMatchObject({ key: `court-note:${"b".repeat(16)}:${POLICE.name}`, limit: BEGINS });
    expect(step?.notices(civilDateAt(at("09-10")))[0]?.content).toMatchObject({
      hearing: { date: "2026-09-24" },
      text: "请于8:40前到庭。",
    });
    const off = { ...given(summons(), record({ attendance: [] })), courtNotes: [note] } as CaseFile;
    const [late] = papers(off);
    expect(late?.limit).toBeUndefined();
    expect(late?.notices(civilDateAt(at("09-28")))[0]?.content).not.toHaveProperty("hearing");
    expect(nextActionAt(noted, at("09-09", "10:00"), RULES)).toBeDefined();
  });
});
