/** Rates of a docket: each is part of those of which it is known, and says how many it leaves out. */
import { describe, expect, it } from "vitest";
import { DOCKET_PARTS, type DocketTally } from "../../../shared/domain/statistics/docket/docket-case.ts";
import {
  clearance,
  type DocketRateName,
  docketRate,
  hasDocket,
} from "../../../shared/domain/statistics/docket/docket-rates.ts";

const tally = (facts: Partial<DocketTally>): DocketTally => ({
  ...(Object.fromEntries(DOCKET_PARTS.map((part) => [part, 0])) as DocketTally),
  ...facts,
});
/** Thirteen of first instance and seven of second. */
const TALLY = tally({
  ...{ first: 13, outcomeUnknown: 2, lost: 3, withdrawn: 4, merits: 6, meritsUnknown: 1 },
  ...{ appealKnown: 9, appealed: 5, second: 7, reversed: 2, remanded: 1, reviewUnknown: 3 },
});

it.each<[string, DocketRateName, number, number, number]>([
  ["败诉率: of those whose result is known", "lost", 3, 11, 2],
  ["撤诉率: of the same", "withdrawn", 4, 11, 2],
  [
    "实体败诉率: of those judged on the merits; beside it who has no result, and whose way nobody says",
    "lost-on-merits",
    3,
    6,
    3,
  ],
  ["上诉率: of those of which somebody says whether it was appealed", "appealed", 5, 9, 4],
  ["服判息诉率: the rest of the same", "unappealed", 4, 9, 4],
  ["改判率: of those of second instance whose result is known", "reversed", 2, 4, 3],
  ["发回率: of the same", "remanded", 1, 4, 3],
])("%s", (_, name, part, whole, unknown) => {
  expect(docketRate(name, TALLY)).toEqual({ part, whole, unknown });
});

describe("结收比", () => {
  it.each([
    ["may be over 100 %", 17_701, 17_378, 10_186],
    ["is rounded half up", 1, 8, 1_250],
    ["is rounded half up", 2, 3, 6_667],
    ["is nothing closed of what was received", 0, 5, 0],
    ["is nothing at all where nothing was received", 5, 0, undefined],
  ])("%s: %i of %i", (_, closed, received, hundredths) => {
    expect(clearance({ closed, received })).toBe(hundredths);
  });
});

describe("a docket has something to show", () => {
  it.each([
    ["where something was closed", { closed: 1 }, true],
    ["where a source states the day of one received", { received: 3, inferred: 2 }, true],
    ["not where each was only inferred to be received", { received: 3, inferred: 3 }, false],
    ["not where there is nothing", {}, false],
  ])("%s", (_, facts, shown) => {
    expect(hasDocket(tally(facts))).toBe(shown);
  });
});
