/** Where does the urging (督办) of a duty stand, after what a person of the bureau decided and what has left? */
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import {
  announcedKey,
  copiedKey,
  isPending,
  matterOf,
  openRound,
  urgedKey,
  urgedRound,
  urgingOf,
} from "../../../shared/domain/obligations/urging.ts";
import { civilDate, type Instant } from "../../../shared/domain/time/time.ts";
import type { UrgedDuty, UrgingDecision } from "../../../shared/domain/urging/urging-decision.ts";
import { at, given, POLICE, summons } from "../../support/case-builders.ts";

const FILE = given(summons());
const REPORT: UrgedDuty = { kind: "report", respondent: POLICE.name, hearing: 1 };
const FILING: UrgedDuty = { kind: "filing", respondent: POLICE.name, hearing: 1 };
const MATTER = "report:1";

const held = (round: number, when: Instant, changes: object = {}) =>
  ({
    ...REPORT,
    round,
    at: when,
    by: "徐琳",
    decision: "held",
    until: civilDate("2026-09-18"),
    reason: "已联系",
    ...changes,
  }) as UrgingDecision;
const decided = (
  decision: "released" | "copy-confirmed" | "copy-declined",
  round: number,
  when: Instant,
  changes: object = {},
) => ({ ...REPORT, round, at: when, by: "徐琳", decision, reason: "", ...changes }) as UrgingDecision;

const announced = (round: number, when: Instant, holds = 0) =>
  [announcedKey(MATTER, round, holds, POLICE.name), when] as const;
const sent = (round: number, when: Instant) => [urgedKey(MATTER, round, POLICE.name), when] as const;
const copied = (round: number, when: Instant) => [copiedKey(MATTER, round, POLICE.name), when] as const;

function urging(
  urgings: readonly UrgingDecision[],
  letters: readonly (readonly [key: string, at: Instant])[] = [],
  changes: Partial<CaseFile> = {},
  duty = REPORT,
) {
  return urgingOf(
    { ...FILE, urgings, sent: Object.fromEntries(letters), ...changes } as CaseFile,
    duty,
    [7, 3],
  );
}
/** An agency designated for the respondent on a day, as the first or a later one. */
const designated = (ordinal: number, day: string) =>
  ({
    designations: [{ respondent: POLICE.name, stage: "instance", ordinal, at: at(day) }],
  }) as unknown as Partial<CaseFile>;

describe("a round", () => {
  it("is announced, urged and copied, in the order of the days, whatever order the policy has", () => {
    const { rounds, holds } = urging(
      [],
      [announced(3, at("09-14")), sent(3, at("09-15")), copied(3, at("09-16"))],
    );
    expect(rounds).toEqual([
      { round: 3, announcedAt: at("09-14"), sentAt: at("09-15"), copiedAt: at("09-16") },
      { round: 7 },
    ]);
    expect(holds).toBe(0);
  });

  it("that was released stands so until it is put off again; another round isn't", () => {
    const release = decided("released", 3, at("09-14"));
    expect(urging([release]).rounds).toEqual([{ round: 3, releasedAt: at("09-14") }, { round: 7 }]);
    expect(urging([release, held(3, at("09-15"))]).rounds).toEqual([{ round: 3 }, { round: 7 }]);
    expect(urging([held(3, at("09-13")), release]).rounds[0]).toMatchObject({ releasedAt: at("09-14") });
  });

  it.each(["copy-confirmed", "copy-declined"] as const)(
    "keeps the newest word on its copy: %s",
    (decision) => {
      const other = decision === "copy-confirmed" ? "copy-declined" : "copy-confirmed";
      const words = [decided(other, 3, at("09-15")), decided(decision, 3, at("09-16"))];
      expect(urging(words).rounds).toMatchObject([
        { round: 3, copy: { decision, at: at("09-16") } },
        { round: 7 },
      ]);
      expect(urging(words).rounds[1]).not.toHaveProperty("copy");
    },
  );

  it("has no word on its copy where the word is about sending it, or about another round", () => {
    const { rounds } = urging([
      decided("released", 3, at("09-15")),
      decided("copy-confirmed", 7, at("09-19")),
    ]);
    expect(rounds[0]).not.toHaveProperty("copy");
    expect(rounds[1]).toHaveProperty("copy");
  });

  it.each<[string, object, boolean]>([
    ["announced", { announcedAt: at("09-14") }, true],
    ["released by a person", { releasedAt: at("09-14") }, true],
    ["neither", {}, false],
    ["sent already", { announcedAt: at("09-14"), releasedAt: at("09-14"), sentAt: at("09-15") }, false],
  ])("is to go where it was %s: %#", (_, marks, isToGo) => {
    expect(isPending({ round: 3, ...marks })).toBe(isToGo);
  });
});

describe("a hold (暂缓)", () => {
  it("lasts until the round is announced anew, which counts how often it was put off", () => {
    const hold = held(3, at("09-14"));
    const before = announced(3, at("09-14"));
    expect(urging([hold], [before])).toMatchObject({ hold, holds: 1, rounds: [{ round: 3 }, { round: 7 }] });
    const again = urging([hold], [before, announced(3, at("09-18"), 1)]);
    expect(again).not.toHaveProperty("hold");
    expect(again.rounds[0]).toMatchObject({ announcedAt: at("09-18") });
    expect(urging([hold, held(3, at("09-18"))], [before])).toMatchObject({ holds: 2 });
  });

  it("ends when a person sends the letter, not when one decides about a copy", () => {
    const hold = held(7, at("09-18"));
    expect(urging([hold, decided("released", 7, at("09-19"))])).not.toHaveProperty("hold");
    expect(urging([hold, decided("copy-confirmed", 3, at("09-19"))])).toMatchObject({ hold });
    expect(urging([decided("copy-confirmed", 3, at("09-19"))]).holds).toBe(0);
  });

  it("of another duty, or another respondent's, is none", () => {
    expect(urging([held(3, at("09-14"), { kind: "filing" })]).holds).toBe(0);
    expect(urging([held(3, at("09-14"), { hearing: 2 })]).holds).toBe(0);
    expect(urging([held(3, at("09-14"), { respondent: "沂南县交通运输局" })]).holds).toBe(0);
  });

  it("was about the former agency where another has been designated since; a filing is whose sitting it was", () => {
    const before = held(3, at("09-10", "09:00"));
    const after = held(3, at("09-11", "09:00"));
    const second = designated(2, "09-11");
    expect(urging([before], [], second).holds).toBe(0);
    expect(urging([after], [], second).holds).toBe(1);
    expect(urging([before], [], designated(1, "09-11")).holds).toBe(1);
    expect(urging([held(3, at("09-10"), { kind: "filing" })], [], second, FILING).holds).toBe(1);
  });
});

describe("what a person can still decide on", () => {
  it("is the newest round that is to go, or the one that is held and hasn't left", () => {
    expect(openRound(urging([]))).toBeUndefined();
    expect(openRound(urging([], [announced(3, at("09-14"))]))?.round).toBe(3);
    expect(openRound(urging([], [announced(3, at("09-14")), announced(7, at("09-18"))]))?.round).toBe(7);
    expect(openRound(urging([], [announced(3, at("09-14")), sent(3, at("09-15"))]))).toBeUndefined();
    expect(openRound(urging([held(3, at("09-14"))]))?.round).toBe(3);
    expect(openRound(urging([held(7, at("09-18"))]))?.round).toBe(7);
    expect(openRound(urging([held(3, at("09-14"))], [sent(3, at("09-15"))]))).toBeUndefined();
  });

  it("is of a copy the newest letter that has gone", () => {
    expect(urgedRound(urging([]))).toBeUndefined();
    expect(urgedRound(urging([], [sent(3, at("09-15"))]))?.round).toBe(3);
    expect(urgedRound(urging([], [sent(3, at("09-15")), sent(7, at("09-19"))]))?.round).toBe(7);
  });
});

it("an agency designated in another's place is urged anew about its report, not about the filing of a sitting", () => {
  const file = (ordinal: number) => ({ ...FILE, ...designated(ordinal, "09-11") }) as CaseFile;
  expect([FILE, file(1), file(2)].map((one) => matterOf(one, REPORT))).toEqual([
    "report:1",
    "report:1",
    "report:1#2",
  ]);
  expect([FILE, file(1), file(2)].map((one) => matterOf(one, FILING))).toEqual([
    "filing:1",
    "filing:1",
    "filing:1",
  ]);
  expect(matterOf(file(2), { kind: "defence", respondent: POLICE.name })).toBe("duty:defence#2");
});
