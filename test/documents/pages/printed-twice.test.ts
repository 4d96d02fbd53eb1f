/** Characters printed twice or more for bold are read once, and words that are double stay so. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf as linesOfRuns } from "../../../shared/documents/pages/pdf-lines.ts";
import { annotatedPdf, drawn, shown, xOf } from "../support/annotated-pdf.ts";
import { NUMBER, SUMMONS, TIME } from "../support/papers.ts";
import { linesOf, readingOf } from "../support/read.ts";

const LINES = [
  "临沂市河东区人民法院",
  "传票",
  `案号：${NUMBER}`,
  "案由：水行政处罚",
  "被传唤人：河东区水利局",
  `应到时间：${TIME}`,
  "应到处所：第二审判庭",
];
/** Every character of a part of a line, each printed so many times before the next. */
const byCharacter = (line: number, from: number, times: number, apart: number) =>
  [...(LINES[line] ?? "")]
    .slice(from)
    .flatMap((one, index) =>
      Array.from({ length: times }, (_, again) => drawn(one, line, xOf(from + index) + again * apart)),
    )
    .join("\n");
const cut = (line: number, from: number) => LINES.with(line, (LINES[line] ?? "").slice(0, from));

describe("a summons of which something is printed twice", () => {
  it.each<[string, readonly string[], string]>([
    ["the title, by character", cut(1, 0), byCharacter(1, 0, 2, 0.4)],
    ["the number, by character", cut(2, 3), byCharacter(2, 3, 2, 0.3)],
    ["the value of the time alone", cut(5, 5), byCharacter(5, 5, 2, 0.5)],
    ["the hour alone", cut(5, 14), byCharacter(5, 14, 2, 0.3)],
    ["the hour, three times", cut(5, 14), byCharacter(5, 14, 3, 0.2)],
    ["the hour, four times, a whole point apart", cut(5, 14), byCharacter(5, 14, 4, 0.33)],
    ["the hour, at the very same place", cut(5, 14), byCharacter(5, 14, 2, 0)],
    [
      "everything in a second pass",
      LINES,
      LINES.map((line, index) => drawn(line, index, xOf(0) + 0.4)).join("\n"),
    ],
    [
      "the number in a second pass, in two parts",
      LINES,
      `${drawn(NUMBER.slice(0, 6), 2, xOf(3) + 0.3)}\n${drawn(NUMBER.slice(6), 2, xOf(9) + 0.3)}`,
    ],
    [
      "the hour, a hair higher",
      cut(5, 14),
      `${byCharacter(5, 14, 1, 0)}\n0 1 TD ${byCharacter(5, 14, 1, 0).replaceAll(" 610 Tm", " 610.4 Tm")}`,
    ],
    [
      "the place by steps back inside one run",
      cut(6, 5),
      `${drawn("", 6, xOf(5))} [${[..."第二审判庭"].map((one) => `${shown(one)} 970 ${shown(one)} -30`).join(" ")}] TJ`,
    ],
  ])("%s", async (_, lines, text) => expect(await readingOf(annotatedPdf({ lines, text }))).toEqual(SUMMONS));

  it("double words stay double", async () => {
    const line = "原告人人公司，二二八号，11时11分，00分，张莉莉、王明明";
    expect(await linesOf(annotatedPdf({ lines: [line] }))).toEqual([line]);
    const lines = LINES.map(() => "").concat(line);
    const text = [...line]
      .flatMap((one, index) => [0, 0.3].map((apart) => drawn(one, 7, xOf(index) + apart)))
      .join("\n");
    expect(await linesOf(annotatedPdf({ lines: lines.with(7, ""), text }))).toEqual([line]);
  });
});

describe("whatever is printed", () => {
  const characters = fc.array(fc.constantFrom(..."人一二1100时法庭（）.".split("")), {
    minLength: 1,
    maxLength: 24,
  });
  const wide = (one: string) => (one < "\u2E80" ? 0.5 : 1);

  it("reads the same printed once by run, and many times by character, at any size", () => {
    fc.assert(
      fc.property(
        characters,
        fc.integer({ min: 6, max: 36 }),
        fc.integer({ min: 2, max: 4 }),
        fc.double({ min: 0, max: 0.06, noNaN: true }),
        (text, size, times, apart) => {
          let x = 50;
          const single = text.map((one) => {
            const width = wide(one) * size;
            const run = { text: one, x, y: 100, width, size };
            x += width;
            return run;
          });
          const once = { text: text.join(""), x: 50, y: 100, width: x - 50, size };
          const many = single.flatMap((run) =>
            Array.from({ length: times }, (_, again) => ({ ...run, x: run.x + again * apart * size })),
          );
          expect(linesOfRuns(many)).toEqual(linesOfRuns([once]));
        },
      ),
    );
  });
});
