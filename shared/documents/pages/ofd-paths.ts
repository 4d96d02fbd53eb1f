/** The lines an OFD's page draws: straight ones along its lines of text, and the boxes of all others. */
import { attributeOf, childOf, type XmlElement } from "../formats/xml.ts";
import { type Rule, ruleOf } from "./crossed-out.ts";
import type { Matrix } from "./matrix.ts";
import { objectsOf } from "./ofd-objects.ts";
import type { Area } from "./placed-text.ts";
import type { Upright } from "./ruled-table.ts";

/** A line's thickness where it says none, and what is thicker than any line. In millimetres. */
const USUAL = 0.353;
const THICKEST = 1.2;
const MOST_WORDS = 10_000;

/** Straight lines along and across the page, and boxes around whatever else is drawn; heights point up from the page's upper edge, as its words'. */
export function rulesOf(
  root: XmlElement,
  units: ReadonlyMap<string, XmlElement>,
  outer?: Matrix,
): {
  readonly straight: readonly Rule[];
  readonly uprights: readonly Upright[];
  readonly other: readonly Area[];
} {
  const straight: Rule[] = [];
  const uprights: Upright[] = [];
  const other: Area[] = [];
  for (const { element, matrix } of objectsOf("PathObject", root, units, outer)) {
    const width = (Number(attributeOf(element, "LineWidth")) || USUAL) * Math.hypot(matrix[2], matrix[3]);
    for (const area of partsOf(childOf(element, "AbbreviatedData")?.text ?? "", matrix)) {
      const [wide, high] = [area.right - area.left, area.top - area.bottom];
      const thickness = Math.max(width, high);
      const middle = (area.top + area.bottom) / 2;
      if (high < THICKEST)
        straight.push(ruleOf({ ...area, bottom: middle - thickness / 2, top: middle + thickness / 2 }));
      else if (wide < THICKEST)
        uprights.push({ x: (area.left + area.right) / 2, bottom: area.bottom, top: area.top });
      else other.push(area);
    }
  }
  return { straight, uprights, other };
}

/** The boxes around the parts of a path: S and M begin one, L, Q, B and A go on, C closes it. */
function* partsOf(data: string, [a, b, c, d, e, f]: Matrix): Generator<Area> {
  let area: Area | undefined;
  let numbers: number[] = [];
  let command = "";
  const take = () => {
    // Of an arc the last two numbers are its end.
    const points = command === "A" ? numbers.slice(-2) : numbers;
    for (let at = 0; at + 1 < points.length; at += 2) {
      const [x = 0, y = 0] = [points[at], points[at + 1]];
      const [across, up] = [a * x + c * y + e, -(b * x + d * y + f)];
      area = {
        left: Math.min(area?.left ?? across, across),
        right: Math.max(area?.right ?? across, across),
        bottom: Math.min(area?.bottom ?? up, up),
        top: Math.max(area?.top ?? up, up),
      };
    }
    numbers = [];
  };
  for (const word of data.trim().split(/[\s,]+/, MOST_WORDS)) {
    if (!/^[A-Za-z]$/.test(word)) {
      numbers.push(Number(word) || 0);
      continue;
    }
    take();
    if ((word === "M" || word === "S") && area !== undefined) {
      yield area;
      area = undefined;
    }
    command = word;
  }
  take();
  if (area !== undefined) yield area;
}
