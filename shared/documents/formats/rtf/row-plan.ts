/** How the cells of an RTF row are laid out, by the control words before it. */
import type { CellPlan } from "../story.ts";

/** A row's cells as declared so far; a row without a declaration of its own has that of the one before. */
export class RowPlan {
  #plan: CellPlan[] = [];
  #left = 0;
  /** What the next cell's declaration begins with. */
  #next = { down: false, beside: false };

  get plan(): readonly CellPlan[] {
    return this.#plan;
  }

  /** The left border in twips. */
  get left(): number {
    return this.#left;
  }

  /** Takes a control word, if it is one of a row's. */
  take(word: string, number: number): void {
    switch (word) {
      case "trowd":
        this.#plan = [];
        this.#left = 0;
        this.#next = { down: false, beside: false };
        break;
      case "trleft":
        this.#left = number;
        break;
      case "clvmrg":
        this.#next.down = true;
        break;
      case "clmrg":
        this.#next.beside = true;
        break;
      case "cellx":
        this.#plan.push({ edge: number, ...this.#next });
        this.#next = { down: false, beside: false };
        break;
    }
  }
}
