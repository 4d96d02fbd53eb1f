/** Does taking back lead back, whatever was done and in whatever order it is taken back? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takingBack } from "../../shared/casework/taking-back.ts";
import { type ByHandCommand, handBasis } from "../../shared/domain/case-file/decisions/by-hand-decisions.ts";
import { decide } from "../../shared/domain/case-file/decisions/decide.ts";
import { basisOf, type DeskCommand } from "../../shared/domain/case-file/decisions/desk-decisions.ts";
import { fileOf, pastActs } from "../../shared/domain/case-file/decisions/past-acts.ts";
import type { CaseEvent, RecordedEvent } from "../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import { statisticsRows } from "../../shared/domain/case-file/statistics-rows.ts";
import { obligationsDue } from "../../shared/domain/obligations/obligations.ts";
import { civilDate, clockTime } from "../../shared/domain/time/time.ts";
import { at, eventsOf, POLICE, RULES, summons } from "../support/case-builders.ts";

/** A case with its history, as casework keeps it. */
interface Kept {
  readonly file: CaseFile;
  readonly history: readonly RecordedEvent[];
}

const NOW = at("09-08", "10:00");

function written({ file, history }: Kept, from: CaseFile, events: readonly CaseEvent[], cause: string): Kept {
  const decided = evolveAll(from, events) ?? from;
  const noted = obligationsDue(decided, NOW, RULES).map(
    ({ key }): CaseEvent => ({ type: "notice-issued", key, at: NOW }),
  );
  const all = [...events, ...noted].map((event) => ({ at: NOW, cause, event }));
  const next = { ...(evolveAll(decided, noted) ?? decided), version: file.version + 1 };
  return { file: next, history: [...history, ...all] };
}

function opened(): Kept {
  const events = eventsOf(undefined, summons({ at: NOW }));
  const first = evolveAll(undefined, events);
  if (first === undefined) throw new Error("no case");
  const recorded = events.map((event) => ({ at: NOW, cause: "document:1", event }));
  return written({ file: first, history: recorded }, first, [], "document:1");
}

const ACTS = ["submit-report", "return-report", "note-supervision", "report-obstacle"] as const;

/** An act, done where it can be. */
function acted(kept: Kept, type: (typeof ACTS)[number], index: number): Kept {
  const { file } = kept;
  const common = { at: NOW, by: "李明", respondent: POLICE.name, basis: basisOf(file, POLICE.name) };
  const command: DeskCommand =
    type === "submit-report"
      ? {
          type,
          ...common,
          report: {
            proposal: `第${index}次`,
            head: { appears: true, name: "龙涛", title: "副局长", rank: "deputy" },
            others: [],
          },
        }
      : type === "report-obstacle"
        ? { type, ...common, ground: "other", explanation: "有会。" }
        : { type, ...common, text: "意见" };
  const decision = decide(file, command, RULES);
  return decision.accepted ? written(kept, file, decision.events, `link:${index}`) : kept;
}

function takenBack(kept: Kept, cause: string): Kept | undefined {
  const taking = { cause, at: NOW, by: "王芳", office: "own", reason: "有误" } as const;
  const taken = takingBack(kept.file, kept.history, taking, RULES);
  return "type" in taken ? undefined : written(kept, taken.from, [taken.event], `undo:${cause}`);
}

/** What a case is, without the count of its versions and what it remembers of letters and take-backs. */
const facts = (file: CaseFile) => ({
  ...file,
  version: 0,
  boards: [],
  sent: {},
  takenBack: [],
});
const lettersOf = ({ sent }: CaseFile) =>
  Object.keys(sent)
    .filter((key) => !key.startsWith("taken-back:"))
    .toSorted();

describe("acts at the desk", () => {
  const acts = fc.array(fc.constantFrom(...ACTS), { minLength: 1, maxLength: 8 });

  it("taken back from the last to the first lead back to the file before them, with the same letters told", () => {
    fc.assert(
      fc.property(acts, (all) => {
        const before = opened();
        const done = all.reduce((kept, type, index) => acted(kept, type, index), before);
        const back = pastActs(done.history)
          .toReversed()
          .reduce((kept, { cause }) => takenBack(kept, cause) ?? kept, done);
        expect(facts(back.file)).toEqual(facts(before.file));
        expect(lettersOf(back.file)).toEqual(lettersOf(before.file));
        expect(pastActs(back.history)).toEqual([]);
      }),
    );
  });

  it("taken back in any order as far as nothing rests on them leave what the history leads to", () => {
    fc.assert(
      fc.property(acts, fc.array(fc.nat(7), { maxLength: 8 }), (all, order) => {
        const done = all.reduce((kept, type, index) => acted(kept, type, index), opened());
        const after = order.reduce((kept, index) => takenBack(kept, `link:${index}`) ?? kept, done);
        const folded = fileOf(after.history);
        expect({ ...folded, version: 0 }).toEqual({ ...after.file, version: 0 });
      }),
    );
  });

  it("taken back are not taken back again", () => {
    const done = acted(opened(), "submit-report", 0);
    const once = takenBack(done, "link:0");
    expect(once).toBeDefined();
    expect(once && takenBack(once, "link:0")).toBeUndefined();
  });
});

it("a choice of the appeal is one act, by whoever chose, also where it says the day of service", () => {
  const act = { respondent: POLICE.name, by: "李明", at: NOW } as const;
  const service = {
    type: "judgment-served",
    service: {
      party: POLICE.name,
      form: "judgment",
      on: civilDate("2026-09-07"),
      source: "agency",
      by: "李明",
      at: NOW,
    },
  } as const;
  const chosen = {
    type: "appeal-chosen",
    choice: { ...act, choice: "accept", reason: "判决正确。", leader: "王建国，局长", revision: 1 },
  } as const;
  const history = [service, chosen].map((event) => ({ at: NOW, cause: "link:1", event }));
  expect(pastActs(history)).toMatchObject([{ kind: "appeal-choice", respondent: POLICE.name, by: "李明" }]);
  const noted = { ...service, service: { ...service.service, source: "court" as const } };
  expect(pastActs([{ at: NOW, cause: "link:2", event: noted }])).toMatchObject([{ kind: "judgment-note" }]);
});

const HAND: readonly ((index: number) => Omit<ByHandCommand, "basis" | "by" | "at">)[] = [
  (index) => ({ type: "correct-hearing", reason: "误读", hearing: dayOf(index) }),
  (index) => ({ type: "move-hearing", reason: "", hearing: dayOf(index), source: SOURCE }),
  () => ({ type: "cancel-hearing", reason: "法官有会", source: SOURCE }),
  () => ({ type: "close-case", reason: "", result: "withdrawn", on: SOURCE.on, source: SOURCE }),
  () => ({ type: "close-case", reason: "", result: "suspended", on: SOURCE.on, source: SOURCE }),
  (index) => ({ type: "void-case", reason: "误登", cause: `link:${index}` }),
];
const SOURCE = { way: "telephone", told: "书记员马超", on: civilDate("2026-09-08") } as const;
const dayOf = (index: number) => ({ date: civilDate(`2026-10-${12 + index}`), time: clockTime("09:00") });

/** Something registered by hand, where it can be. */
function byHand(kept: Kept, which: number, index: number): Kept {
  const { file } = kept;
  const meant = HAND[which]?.(index);
  const command = { ...meant, at: NOW, by: "王芳", basis: handBasis(file) } as ByHandCommand;
  const decision = decide(file, command, RULES);
  return decision.accepted ? written(kept, file, decision.events, `link:${index}`) : kept;
}

/** Calendars take a hearing that holds again for newer: how often it was changed is no part of what it is. */
const standing = (file: CaseFile) => {
  const { hearing, ...rest } = { hearing: undefined, ...facts(file) };
  const { sequence: _, ...set } = hearing ?? { sequence: 0 };
  return {
    ...rest,
    ...(hearing && { hearing: set }),
    pastHearings: file.pastHearings.filter(({ fate }) => fate !== "changed"),
  };
};

describe("what was registered by hand", () => {
  const works = fc.array(fc.nat(HAND.length - 1), { minLength: 1, maxLength: 6 });

  it("taken back from the last to the first leaves the case as it was, counted as it was", () => {
    fc.assert(
      fc.property(works, (all) => {
        const before = opened();
        const done = all.reduce(byHand, before);
        const back = pastActs(done.history)
          .toReversed()
          .reduce((kept, { cause }) => takenBack(kept, cause) ?? kept, done);
        expect(pastActs(back.history)).toEqual([]);
        expect(standing(back.file)).toEqual(standing(before.file));
        expect(statisticsRows(back.file)).toEqual(statisticsRows(before.file));
      }),
    );
  });

  it("leaves what its history leads to, and is no case once it was struck out", () => {
    fc.assert(
      fc.property(works, (all) => {
        const done = all.reduce(byHand, opened());
        expect({ ...fileOf(done.history), version: 0 }).toEqual({ ...done.file, version: 0 });
        if (done.file.void === true) expect(statisticsRows(done.file)).toEqual([]);
      }),
    );
  });

  it("that declared letters void, taken back before anybody heard of it, leaves those letters right", () => {
    const before = opened();
    const night = "2026-09-08T15:00:00.000Z" as typeof NOW;
    const decision = decide(
      before.file,
      {
        type: "void-case",
        reason: "误登",
        cause: "link:1",
        at: night,
        by: "王芳",
        basis: handBasis(before.file),
      },
      RULES,
    );
    const events = decision.accepted ? decision.events : expect.fail();
    const history = [...before.history, ...events.map((event) => ({ at: night, cause: "link:1", event }))];
    const voided = evolveAll(before.file, events) ?? expect.fail();
    const taking = { cause: "link:1", at: night, by: "王芳", office: "own", reason: "没有误登" } as const;
    const taken = takingBack(voided, history, taking, RULES);
    const { from } = "type" in taken ? expect.fail() : taken;
    expect(from.sent).toEqual(before.file.sent);
    expect(from.takenBack).toMatchObject([{ act: "voiding", undone: true }]);
  });
});
