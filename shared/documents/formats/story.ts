/** One story of a file that is read from front to back (RTF, Word 97): its body, a header, a note or a box, put together: paragraphs, and rows of cells. */
import { columnsOf } from "./table-edges.ts";
import { type Line, lineOf, linesOfTable, type TableCell } from "./table-lines.ts";

/** A cell as its row declares it. */
export interface CellPlan {
  /** Its right border in twips. */
  readonly edge: number;
  /** The cell goes on with the one above it, or the one before it. */
  readonly down: boolean;
  readonly beside: boolean;
}

interface Row {
  readonly cells: readonly string[][];
  readonly plan: readonly CellPlan[];
  readonly left: number;
}

/** Takes words, ends of paragraphs, cells and rows in the file's order. */
export class Story {
  readonly #lines: Line[] = [];
  #rows: Row[] = [];
  #cells: string[][] = [];
  #line = "";
  #inner: string[] = [];
  /** What hangs on the paragraph and is read after it. */
  #boxes: Line[] = [];

  add(words: string): void {
    this.#line += words;
  }

  addBox(lines: readonly Line[]): void {
    this.#boxes.push(...lines);
  }

  /** A tab parts what stands in columns without a table. */
  tab(inTable: boolean): void {
    this.#line = inTable ? `${this.#line} ` : `${this.#line.trimEnd()}\t`;
  }

  /** The end of a paragraph; inside a row it is one of the cell's. */
  endParagraph(inTable: boolean): void {
    if (inTable || this.#cells.length > 0) this.#line += "\n";
    else this.#endLine();
  }

  endCell(): void {
    this.#cells.push(this.#line.split("\n"));
    this.#line = "";
  }

  endRow(plan: readonly CellPlan[], left: number): void {
    if (this.#line.trim() !== "") this.endCell();
    this.#line = "";
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, plan, left });
    this.#cells = [];
  }

  /** The end of a cell of a table inside a cell: its last paragraph. */
  endInnerCell(): void {
    const start = this.#line.lastIndexOf("\n") + 1;
    this.#inner.push(this.#line.slice(start).trim());
    this.#line = this.#line.slice(0, start);
  }

  /** The end of a row of a table inside a cell: a line before that of its row. */
  endInnerRow(): void {
    this.#endRows();
    this.#lines.push({ text: this.#inner.join("\t").trimEnd(), cells: this.#inner });
    this.#inner = [];
  }

  lines(): readonly Line[] {
    if (this.#cells.length > 0) this.endRow([], 0);
    if (this.#line.trim() !== "" || this.#boxes.length > 0) this.#endLine();
    this.#endRows();
    return this.#lines;
  }

  #endLine(): void {
    this.#endRows();
    this.#lines.push(...this.#line.trimEnd().split("\n").map(lineWithColumns), ...this.#boxes);
    this.#boxes = [];
    this.#line = "";
  }

  #endRows(): void {
    if (this.#rows.length === 0) return;
    const rows = this.#rows;
    this.#rows = [];
    const isPlanned = rows.every(({ cells, plan }) => plan.length === cells.length);
    const across = isPlanned
      ? columnsOf(rows.map(({ plan, left }) => ({ left, edges: plan.map(({ edge }) => edge) })))
      : rows.map(({ cells }) => cells.map(() => 1));
    this.#lines.push(
      ...linesOfTable(rows.map((row, at) => cellsOf(row, isPlanned, across[at] ?? []))),
      ...this.#boxes,
    );
    this.#boxes = [];
  }
}

/** A line set in columns by tabs is a row as well. */
function lineWithColumns(text: string): Line {
  return text.includes("\t") ? { text, cells: text.split("\t").map((cell) => cell.trim()) } : lineOf(text);
}

function cellsOf({ cells, plan }: Row, isPlanned: boolean, across: readonly number[]): TableCell[] {
  const result: TableCell[] = [];
  for (const [at, lines] of cells.entries()) {
    const columns = across[at] ?? 1;
    const last = result.at(-1);
    const own = isPlanned ? plan[at] : undefined;
    if (own?.beside === true && last !== undefined)
      result.splice(-1, 1, { ...last, across: (last.across ?? 1) + columns });
    else result.push({ lines, across: columns, continues: own?.down ?? false });
  }
  return result;
}
