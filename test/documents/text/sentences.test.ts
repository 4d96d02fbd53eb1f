import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flatten } from "../../../shared/documents/text/flat-text.ts";
import {
  clauseBefore,
  clausesOf,
  firstClause,
  lastClause,
  lineStart,
  sentenceAfter,
  sentenceBefore,
  startInLine,
} from "../../../shared/documents/text/sentences.ts";

/** How far ahead a sentence is followed at most. */
const LOOKED_AHEAD = 400;

const flat = flatten("案由：处罚\n前一句。局长因公出差，定于9月24日开庭，请到庭。后一句");
const at = flat.text.indexOf("9月");

describe("the words around a place", () => {
  it("belong to its sentence, its clause and its line", () => {
    expect(sentenceBefore(flat, at)).toBe("局长因公出差，定于");
    expect(clauseBefore(flat, at)).toBe("定于");
    expect(sentenceAfter(flat, at)).toBe("9月24日开庭，请到庭");
    expect(flat.text.slice(lineStart(flat, at), at)).toBe("前一句。局长因公出差，定于");
    expect(flat.text.slice(startInLine(flat, at), at)).toBe("局长因公出差，定于");
  });

  it("may stand on the line before, where the place begins its own", () => {
    const form = flatten("开庭时间为\n2026年9月24日9时");
    const date = form.text.indexOf("2026");
    expect(sentenceBefore(form, date)).toBe("");
    expect(sentenceBefore(form, date, { acrossOne: true })).toBe("开庭时间为");
  });

  it("are looked for only so far back and ahead", () => {
    const endless = flatten("负".repeat(2000));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1999 }), fc.integer({ min: 1, max: 600 }), (place, within) => {
        expect(sentenceBefore(endless, place, { within }).length).toBe(Math.min(place, within));
        expect(sentenceAfter(endless, place).length).toBe(Math.min(2000 - place, LOOKED_AHEAD));
      }),
    );
  });
});

it("a text falls into clauses", () => {
  expect(clausesOf("局长出差，没来。派我来")).toEqual(["局长出差", "没来", "派我来"]);
  expect(firstClause("局长出差，没来")).toBe("局长出差");
  expect(lastClause("局长出差，没来")).toBe("没来");
  expect(lastClause("没来")).toBe("没来");
});
