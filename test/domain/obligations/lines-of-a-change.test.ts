/** What a bureau should know of one change waits as one thing, and is told line by line. */
import { expect, it } from "vitest";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { digestLines, linesOf } from "../../../shared/domain/obligations/digest-lines.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import { at, eventsOf, RULES, summons } from "../../support/case-builders.ts";
import { anAgency } from "../../support/stored-things.ts";

const NOW = at("09-08");
const events = eventsOf(undefined, summons());
const file = evolveAll(undefined, events) ?? expect.fail("no case");
const dispatch = { subject: { of: "case", caseNumber: file.caseNumber }, now: NOW, rules: RULES } as const;
const bureau = anAgency({
  id: "linyi-justice" as never,
  kind: "bureau",
  name: "临沂市司法局",
  jurisdiction: "临沂市",
});
const involved = { respondents: new Map(), designated: new Map(), bureau } as unknown as Involved;
const waiting = (of = events) => digestLines(file, of, involved, dispatch).lines;

it("is one waiting line, and each of its news a line of the digest, in order and of its moment", () => {
  const [one, ...others] = waiting();
  expect(others).toEqual([]);
  const told = one === undefined ? [] : linesOf(one);
  expect(told.map(({ news }) => news.type)).toEqual(["case-opened", "hearing-set"]);
  expect(told.map(({ at: when, caseNumber }) => [when, caseNumber])).toEqual(
    told.map(() => [NOW, file.caseNumber]),
  );
});

it("is the same where it is decided again, and another where it says something else", () => {
  const ids = [waiting(), waiting(), waiting(events.slice(0, 1))].map(([line]) => line?.id);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(ids[2]);
});

it("waits for nothing where nobody needs to know", () => {
  expect(waiting([])).toEqual([]);
});
