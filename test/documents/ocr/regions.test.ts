import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, withoutRed } from "../../../shared/documents/ocr/plane.ts";
import { regionsOf, turnedBox } from "../../../shared/documents/ocr/regions.ts";

const map = (...rows: readonly string[]) => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  data: Float32Array.from(rows.join(""), (mark) => (mark === "#" ? 0.9 : 0)),
});

describe("regions", () => {
  it("hang together by sides and corners", () => {
    expect(regionsOf(map("##...", "..#.#", "....#"), 0.5)).toHaveLength(2);
    expect(regionsOf(map("...", "..."), 0.5)).toEqual([]);
  });

  it("have the smallest turned rectangle around them", () => {
    const sides = fc.record({
      width: fc.integer({ min: 40, max: 400 }),
      height: fc.integer({ min: 8, max: 30 }),
      angle: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
    });
    fc.assert(
      fc.property(sides, ({ width, height, angle }) => {
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        const corners = [-1, 1].flatMap((i) =>
          [-1, 1].map((j): [number, number] => [
            500 + (i * width * cos - j * height * sin) / 2,
            300 + (i * width * sin + j * height * cos) / 2,
          ]),
        );
        const box = turnedBox(corners);
        expect(box.x).toBeCloseTo(500);
        expect(box.y).toBeCloseTo(300);
        expect(box.width).toBeCloseTo(width);
        expect(box.height).toBeCloseTo(height);
        expect(box.angle).toBeCloseTo(angle);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a plane", () => {
  it("has no seal: red is paper, black stays black, also under red", () => {
    const data = Uint8Array.of(216, 20, 28, 255, 255, 255, 10, 10, 10, 25, 3, 3);
    const { data: grey } = withoutRed({ width: 4, height: 1, channels: 3, data });
    expect([...grey].map((value) => value > 200)).toEqual([true, true, false, false]);
  });

  it("is cut straight out of a page that lies askew", () => {
    const page = { width: 40, height: 40, data: new Uint8Array(1600).fill(255) };
    for (let step = -10; step <= 10; step++) page.data[(20 + step) * 40 + 20 + step] = 0;
    const line = cut(page, { x: 20.5, y: 20.5, width: 20, height: 5, angle: Math.PI / 4 }, 20, 5);
    const rowDarkness = [0, 1, 2, 3, 4].map((row) =>
      line.data.subarray(row * 20, row * 20 + 20).reduce((sum, value) => sum + 255 - value, 0),
    );
    expect(rowDarkness.indexOf(Math.max(...rowDarkness))).toBe(2);
    expect(rowDarkness[0]).toBe(0);
  });
});
