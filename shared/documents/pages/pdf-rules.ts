/** The straight lines a PDF's page draws: borders of tables, underlines, and what crosses words out. */
import { type Rule, ruleOf } from "./crossed-out.ts";
import type { Matrix } from "./matrix.ts";
import type { Pdfjs, PdfPage } from "./pdf-open.ts";
import { times } from "./place-images.ts";
import type { Area } from "./placed-text.ts";
import type { Ruling, Upright } from "./ruled-table.ts";

/** Thicker is a box and no line; a page has no more lines than a dense form. In points. */
const THICKEST = 3;
const MOST_RULES = 20_000;
/** Annotations are read apart from the page. */
const WITHOUT_ANNOTATIONS = 0;
/** Commands of a path as pdf.js writes them, by how many numbers follow each. */
const COORDINATES = [2, 2, 6, 4, 0];
const MOVE = 0;

/** The page's lines, its rotation undone, heights from its lower edge as its words have them. */
export async function rulingOf(page: PdfPage, ops: Pdfjs["OPS"]): Promise<Ruling> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS });
  const rules: Rule[] = [];
  const uprights: Upright[] = [];
  const add = (area: Area, thickness: number) => {
    const [wide, high] = [area.right - area.left, area.top - area.bottom];
    if (rules.length + uprights.length >= MOST_RULES) return;
    if (high + thickness <= THICKEST)
      rules.push(ruleOf({ ...area, top: area.top + thickness / 2, bottom: area.bottom - thickness / 2 }));
    else if (wide + thickness <= THICKEST)
      uprights.push({ x: (area.left + area.right) / 2, bottom: area.bottom, top: area.top });
    // A box that is drawn and not filled is four lines.
    else if (thickness > 0) for (const side of sidesOf(area)) add(side, thickness);
  };
  const saved: { matrix: Matrix; width: number }[] = [];
  let matrix = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  let width = 1;
  for (const [index, operator] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as readonly unknown[];
    switch (operator) {
      case ops.save:
      case ops.beginGroup:
        saved.push({ matrix, width });
        break;
      case ops.restore:
      case ops.endGroup:
      case ops.paintFormXObjectEnd:
        ({ matrix, width } = saved.pop() ?? { matrix, width });
        break;
      case ops.paintFormXObjectBegin:
        saved.push({ matrix, width });
        if (args[0] !== null && args[0] !== undefined) matrix = times(matrix, args[0] as Matrix);
        break;
      case ops.transform:
        matrix = times(matrix, args as unknown as Matrix);
        break;
      case ops.setLineWidth:
        width = Number(args[0]) || 0;
        break;
      case ops.constructPath: {
        const [paint, data] = args as readonly [number, readonly unknown[]];
        if (paint === ops.endPath) break;
        const isStroke = paint === ops.stroke || paint === ops.closeStroke;
        for (const area of partsOf((data?.[0] ?? []) as ArrayLike<number>, matrix)) {
          const thickness = isStroke ? width * Math.hypot(matrix[2], matrix[3]) : 0;
          add(area, Math.min(thickness, THICKEST));
        }
        break;
      }
    }
  }
  return { rules, uprights };
}

function sidesOf({ left, right, bottom, top }: Area): readonly Area[] {
  return [
    { left, right, bottom, top: bottom },
    { left, right, bottom: top, top },
    { left, right: left, bottom, top },
    { left: right, right, bottom, top },
  ];
}

/** The boxes around the parts of a path. */
function* partsOf(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Generator<Area> {
  let area: Area | undefined;
  for (let at = 0; at < path.length; ) {
    const command = path[at] ?? 4;
    const count = COORDINATES[command] ?? 0;
    if (command === MOVE && area !== undefined) {
      yield area;
      area = undefined;
    }
    for (let number = 0; number < count; number += 2) {
      const [x, y] = [path[at + 1 + number] ?? 0, path[at + 2 + number] ?? 0];
      const [across, up] = [a * x + c * y + e, -(b * x + d * y + f)];
      area = {
        left: Math.min(area?.left ?? across, across),
        right: Math.max(area?.right ?? across, across),
        bottom: Math.min(area?.bottom ?? up, up),
        top: Math.max(area?.top ?? up, up),
      };
    }
    at += 1 + count;
  }
  if (area !== undefined) yield area;
}
