/** What is kept of pages comes back as it was; parts of a spot stay in it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { pagesKey, pagesOfJson, pagesToJson, pictureKey } from "../../../shared/documents/seen/kept-pages.ts";
import { spotsWithin } from "../../../shared/documents/seen/marked-places.ts";

const pixels = fc.integer({ min: 0, max: 1600 });
const spot = fc.record({
  start: fc.integer({ min: 0, max: 50 }),
  end: fc.integer({ min: 51, max: 90 }),
  x: pixels,
  y: pixels,
  width: fc.integer({ min: 1, max: 1600 }),
  height: fc.integer({ min: 1, max: 100 }),
  angle: fc.integer({ min: -900, max: 900 }).map((tenths) => (tenths * Math.PI) / 1800),
});

it("a list of pages is read as it was written, to the pixel", () => {
  const page = fc.record(
    {
      number: fc.integer({ min: 1, max: 60 }),
      picture: fc.record({ width: pixels, height: pixels }),
      recognised: fc.boolean(),
      spots: fc.array(spot, { maxLength: 5 }),
      letters: fc.array(
        fc.record({ text: fc.constantFrom("案", "号", "1"), x: pixels, y: pixels, size: pixels }),
      ),
    },
    { requiredKeys: ["number", "recognised", "spots", "letters"] },
  );
  fc.assert(
    fc.property(fc.string(), fc.array(page, { maxLength: 4 }), (text, pages) => {
      const back = pagesOfJson(pagesToJson({ text: text.toWellFormed(), of: pages.length, pages }));
      expect(back).toMatchObject({ text: text.toWellFormed(), of: pages.length });
      expect(back.pages).toHaveLength(pages.length);
      back.pages.forEach((one, index) => {
        const { spots = [], ...rest } = pages[index] ?? {};
        const { spots: kept, ...more } = one;
        expect(more).toEqual(rest);
        kept.forEach(({ angle, ...box }, at) => {
          const { angle: was = 0, ...given } = spots[at] ?? {};
          expect(box).toEqual(given);
          expect(angle).toBeCloseTo(was, 3);
        });
      });
    }),
  );
});

it("what is no list of pages is refused", () => {
  for (const bytes of ["{}", "[]", '{"text":"x"}', "", "\u0000"])
    expect(() => pagesOfJson(new TextEncoder().encode(bytes))).toThrow();
});

it("names are told apart by the file and the page", () => {
  expect(pagesKey("ab")).toBe("pages/v1/ab/pages.json");
  expect(pictureKey("ab", 3)).toBe("pages/v1/ab/3.jpg");
});

it("the part of a spot that holds some of its words lies in it, and parts next to each other don't overlap", () => {
  const text = fc.string({
    unit: fc.constantFrom(..."案号：（2026）鲁a1 年月日时"),
    minLength: 90,
    maxLength: 90,
  });
  fc.assert(
    fc.property(
      spot,
      text,
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 90 }),
      (one, words, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const along = ({ x, y, width }: typeof one) => {
          const middle = (x - one.x) * Math.cos(one.angle) + (y - one.y) * Math.sin(one.angle);
          return [middle - width / 2 + one.width / 2, middle + width / 2 + one.width / 2] as const;
        };
        const [part] = spotsWithin([one], words, { start: from, end: to });
        if (part === undefined) {
          expect(to <= one.start || from >= one.end || from === to).toBe(true);
          return;
        }
        const [left, right] = along(part);
        expect(left).toBeGreaterThanOrEqual(-0.01);
        expect(right).toBeLessThanOrEqual(one.width + 0.01);
        expect(right).toBeGreaterThanOrEqual(left);
        const [next] = spotsWithin([one], words, { start: to, end: one.end });
        if (next !== undefined) expect(along(next)[0]).toBeGreaterThanOrEqual(right - 0.01);
      },
    ),
  );
});

it("words set one by one are one box in their line, and another in the next or in the next cell", () => {
  const angle = 0.05;
  const set = (at: number, along: number, down = 0) => ({
    start: at,
    end: at + 1,
    x: 100 + along * Math.cos(angle) - down * Math.sin(angle),
    y: 100 + along * Math.sin(angle) + down * Math.cos(angle),
    width: 20,
    height: 24,
    angle,
  });
  const spots = [set(0, 0), set(1, 20), set(2, 45), set(3, 200), set(4, 0, 40), set(5, 21, 40)];
  const boxes = spotsWithin(spots, "2026年月", { start: 0, end: 6 });
  expect(boxes.map(({ start, end, width }) => [start, end, Math.round(width)])).toEqual([
    [0, 3, 65],
    [3, 4, 20],
    [4, 6, 41],
  ]);
  const [first] = boxes;
  expect(first?.height).toBeCloseTo(24);
  expect(first?.x).toBeCloseTo(100 + 22.5 * Math.cos(angle));
  expect(first?.y).toBeCloseTo(100 + 22.5 * Math.sin(angle));
});
