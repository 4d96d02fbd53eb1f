import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreed, DISPUTED } from "../../../shared/documents/ocr/agreement.ts";
import type { OcrModels } from "../../../shared/documents/ocr/models.ts";
import { type Glyph, recogniseLine } from "../../../shared/documents/ocr/recognise.ts";

const glyphs = (text: string, chance = 0.95): readonly Glyph[] =>
  [...text].map((character, index) => ({ character, chance, at: (index + 0.5) / text.length }));
const unsure = (first: string, second: string) => {
  const { line } = agreed(glyphs(first), glyphs(second, 0.9));
  return line.sureness.flatMap((one, index) => (one <= DISPUTED ? [line.text[index]] : [])).join("");
};

describe("two readings of a line", () => {
  it("are sure where they are one", () => expect(unsure("上午9时", "上午9时")).toBe(""));
  it("leave a character in doubt that they read differently", () =>
    expect(unsure("第十二审判庭", "第十一审判庭")).toBe("二"));
  it("leave the neighbours in doubt of one that only the other saw", () =>
    expect(unsure("（星期四）午9时", "（星期四）上午9时")).toBe("）午"));
  it("take wide and narrow forms, and marks that carry nothing, for the same", () =>
    expect(unsure("案号：（2026）鲁", "案号(2026)鲁")).toBe(""));

  it("are never surer together than the surer of them, and as long as their text", () => {
    const line = fc.array(
      fc.record({
        character: fc.constantFrom(..."一二上下午时"),
        chance: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    );
    const placed = line.map((all) => all.map((one, index): Glyph => ({ ...one, at: index })));
    fc.assert(
      fc.property(placed, placed, (first, second) => {
        const {
          line: { text, sureness },
        } = agreed(first, second);
        expect(sureness).toHaveLength(text.length);
        const most = Math.max(
          DISPUTED,
          ...first.map(({ chance }) => chance),
          ...second.map(({ chance }) => chance),
        );
        expect(sureness.every((one) => one <= most)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe("chances per step", () => {
  /** What is read of a line for whose steps the network is surest of these classes. */
  const read = async (...classes: readonly number[]) => {
    const chances = classes.flatMap((best) => [0, 1, 2].map((at) => (at === best ? 0.9 : 0.05)));
    const models: OcrModels = {
      characters: ["", "一", "二"],
      detection: () => Promise.reject(new Error("a line is found already")),
      recognition: async () => ({ data: Float32Array.from(chances), shape: [1, classes.length, 3] }),
    };
    const line = { x: 50, y: 24, width: 100, height: 48, angle: 0 };
    const glyphs = await recogniseLine(models, { width: 100, height: 48, data: new Uint8Array(4800) }, line);
    return glyphs.map(({ character }) => character).join("");
  };
  it("become one character while they repeat, two where nothing lies between", async () => {
    expect(await read(0, 1, 1, 1, 0, 2, 0)).toBe("一二");
    expect(await read(1, 0, 1)).toBe("一一");
    expect(await read(0, 0)).toBe("");
  });
});
