/** The objects of an OFD's page at their places, those of composite objects among them (GB/T 33190 §8, §13). */
import { attributeOf, type XmlElement } from "../formats/xml.ts";
import type { Matrix } from "./matrix.ts";
import { times } from "./place-images.ts";

/** An object, and how its own coordinates get to the page: millimetres from the upper left corner. */
export interface OfdObject {
  readonly element: XmlElement;
  readonly matrix: Matrix;
}

/** A drawing may use drawings, and itself. */
const DEEPEST = 8;
const MOST_OBJECTS = 50_000;

const WHOLE_PAGE: Matrix = [1, 0, 0, 1, 0, 0];

/** The objects of a name below an element, in the file's order; what is not visible is left out. */
export function objectsOf(
  name: "TextObject" | "PathObject",
  root: XmlElement,
  units: ReadonlyMap<string, XmlElement>,
  outer: Matrix = WHOLE_PAGE,
): readonly OfdObject[] {
  const found: OfdObject[] = [];
  let left = MOST_OBJECTS;
  const walk = (element: XmlElement, matrix: Matrix, depth: number): void => {
    for (const child of element.children) {
      if (left-- <= 0) return;
      if (attributeOf(child, "Visible") === "false") continue;
      if (child.name === name) found.push({ element: child, matrix: times(matrix, placeOf(child)) });
      else if (child.name === "CompositeObject" && depth < DEEPEST) {
        const unit = units.get(attributeOf(child, "ResourceID") ?? "");
        if (unit !== undefined) walk(unit, times(matrix, placeOf(child)), depth + 1);
      } else walk(child, matrix, depth);
    }
  };
  walk(root, outer, 0);
  return found;
}

/** A box on the page, inside it a matrix of its own. */
function placeOf(object: XmlElement): Matrix {
  const [left = 0, top = 0] = numbersOf(attributeOf(object, "Boundary"));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(attributeOf(object, "CTM"));
  return [a, b, c, d, left + e, top + f];
}

/** Numbers as the format writes them, blanks between them. */
export function numbersOf(text: string | undefined): number[] {
  return text === undefined
    ? []
    : text
        .trim()
        .split(/[\s,]+/)
        .map((word) => Number(word) || 0);
}
