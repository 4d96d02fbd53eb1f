/**
 * Are papers read right that were written by people who never saw the rules? Three rounds of them, with their writers'
 * truths. Where a truth follows another convention than the reader, its `_convention` says so.
 */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readRound, type UnseenField } from "./support/unseen.ts";

const FOLDER = join(import.meta.dirname, "unseen");
/** Case numbers, days of hearings and who came: nothing wrong of these may ever be accepted. */
const CRITICAL =
  /^caseNumbers|^hearing\.start$|headAttended$|^attendance\.organ$|^rows(?:$|.*(?:caseNumber|heard)$)/u;

const AS_WRITTEN = { how: "as they are", change: undefined, recall: 0.97 };
const IN_ONE_PARAGRAPH = {
  how: "in one paragraph",
  change: (text: string) => text.replace(/[\r\n]+/gu, ""),
  recall: 0.92,
};

describe.each(
  ["first", "second", "third"].flatMap((round) =>
    [AS_WRITTEN, IN_ONE_PARAGRAPH].map((set) => ({ round, ...set })),
  ),
)("the $round round of papers nobody had in mind, $how", ({ round, change, recall }) => {
  let fields: UnseenField[] = [];
  beforeAll(async () => {
    fields = await readRound(join(FOLDER, round), change);
  });
  const count = (wanted: UnseenField["outcome"]) => fields.filter(({ outcome }) => outcome === wanted).length;
  const said = ({ paper, field, expected, read }: UnseenField) =>
    `${paper} ${field}: ${read}, not ${expected}`;

  it("has no wrong number, hearing or attendance accepted without a person", () => {
    const wrong = fields.filter(({ field, outcome }) => outcome === "wrong" && CRITICAL.test(field));
    expect(wrong.map(said)).toEqual([]);
  });

  it("has 99.5 of a hundred accepted facts right", () => {
    const wrong = fields.filter(({ outcome }) => outcome === "wrong");
    expect(
      count("right") / (count("right") + wrong.length),
      wrong.map(said).join("\n"),
    ).toBeGreaterThanOrEqual(0.995);
  });

  it(`has ${recall * 100} of a hundred facts read without a person`, () => {
    const lost = fields.filter(({ outcome }) => outcome === "missing" || outcome === "review");
    expect(fields.length).toBeGreaterThan(700);
    expect(count("right") / fields.length, lost.map(said).join("\n")).toBeGreaterThanOrEqual(recall);
  });
});

describe("papers that open a case, nobody had in mind", () => {
  it("have nothing wrong accepted, and nineteen of twenty facts read", async () => {
    const fields = await readRound(join(FOLDER, "opening"), undefined);
    const wrong = fields.filter(({ outcome }) => outcome === "wrong");
    expect(wrong.map(({ paper, field, read }) => `${paper} ${field}: ${read}`)).toEqual([]);
    const right = fields.filter(({ outcome }) => outcome === "right").length;
    expect(right / fields.length).toBeGreaterThanOrEqual(0.94);
  });
});
