/** How the cells of a row of a Word 97 table are laid out, by the formatting of the mark at its end. */
import type { CellPlan } from "../story.ts";
import { propertiesOf, SPRM } from "./properties.ts";

/** Of a cell's flags ([MS-DOC] 2.9.317): joined with its neighbours; gone on with from above, and begun anew. */
const BESIDE = 0x3;
const [DOWN, DOWN_FIRST] = [0x20, 0x40];
const CELL_BYTES = 20;

/** A row's cells and its left border in twips; no cells where the file doesn't say. */
export function rowPlan(list: Buffer): { readonly plan: readonly CellPlan[]; readonly left: number } {
  let left = 0;
  const plan: { edge: number; down: boolean; beside: boolean }[] = [];
  for (const { sprm, operand } of propertiesOf(list)) {
    if (sprm === SPRM.tableDefinition) {
      const count = operand[2] ?? 0;
      const flagsAt = 3 + (count + 1) * 2;
      if (flagsAt > operand.length) continue;
      left = operand.readInt16LE(3);
      plan.length = 0;
      for (let cell = 0; cell < count; cell++) {
        const at = flagsAt + cell * CELL_BYTES;
        const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
        const down = (flags & DOWN) !== 0 && (flags & DOWN_FIRST) === 0;
        plan.push({ edge: operand.readInt16LE(5 + cell * 2), down, beside: (flags & BESIDE) !== 0 });
      }
    } else if (sprm === SPRM.mergeDown) {
      const cell = plan[operand[1] ?? 0];
      if (cell !== undefined) cell.down = operand[2] === 1;
    } else if (sprm === SPRM.mergeBeside) {
      for (let cell = operand[0] ?? 0; cell < (operand[1] ?? 0); cell++) {
        const merged = plan[cell];
        if (merged !== undefined) merged.beside = true;
      }
    }
  }
  return { plan, left };
}
