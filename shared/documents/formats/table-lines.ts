/**
 * A table's rows as the two things readers need: lines in which everything is said once, for papers, and rows in which
 * every cell of a merged area says what the area says, for ledgers.
 */

/** A line of a file's text, and its cells; a paragraph is a row of one. */
export interface Line {
  readonly text: string;
  readonly cells: readonly string[];
}

/** A cell as its file gives it. */
export interface TableCell {
  /** Its paragraphs, and the rows of tables inside it. */
  readonly lines: readonly string[];
  /** Columns it takes, 1 where nothing is said. */
  readonly across?: number;
  /** Rows it takes, where the file counts them at its top (HTML). */
  readonly down?: number;
  /** It goes on with the cell above, where the file says so in each row (Word). */
  readonly continues?: boolean;
}

/** Merged areas may claim more columns and cells than any table has. */
const MOST_COLUMNS = 256;
const MOST_FILLED = 500_000;

/** The line of a paragraph. */
export function lineOf(text: string): Line {
  return { text, cells: [text.replace(/\t/g, " ").trim()] };
}

/** The lines of a table. A row of one cell is a frame round a text: its paragraphs stay lines. */
export function linesOfTable(rows: readonly (readonly TableCell[])[]): Line[] {
  const grid = filled(rows);
  return rows.flatMap((row, at) => {
    const [only] = row;
    if (only !== undefined && row.length === 1 && grid[at]?.framed === true) return only.lines.map(lineOf);
    const text = row.map((cell) => oneLine(cell.lines, " ")).join("\t");
    return [{ text: text.trimEnd(), cells: grid[at]?.cells ?? [] }];
  });
}

interface Area {
  readonly value: string;
  rowsLeft: number;
}

function filled(rows: readonly (readonly TableCell[])[]): { cells: string[]; framed: boolean }[] {
  /** By column, the cell of the row above: it may reach further down, or be gone on with. */
  let above: (Area | undefined)[] = [];
  let left = MOST_FILLED;
  return rows.map((row) => {
    const cells: string[] = [];
    const here: (Area | undefined)[] = [];
    const put = (area: Area, across: number) => {
      for (let column = 0; column < across && cells.length < MOST_COLUMNS && left-- > 0; column++) {
        here[cells.length] = area;
        cells.push(area.value);
      }
    };
    const fromAbove = () => {
      for (
        let area = above[cells.length];
        area !== undefined && area.rowsLeft > 0 && cells.length < MOST_COLUMNS && left > 0;
        area = above[cells.length]
      )
        put({ value: area.value, rowsLeft: area.rowsLeft - 1 }, 1);
    };
    let own = 0;
    for (const { lines, across = 1, down = 1, continues = false } of row) {
      fromAbove();
      const taken = continues ? above[cells.length]?.value : undefined;
      const value = taken ?? oneLine(lines, " ").replace(/\t/g, " ");
      const before = cells.length;
      put({ value, rowsLeft: down - 1 }, Math.max(across, 1));
      own += cells.length - before;
    }
    // A short row: what reaches down into it further right stays in its column.
    const last = above.findLastIndex((area) => area !== undefined && area.rowsLeft > 0);
    while (cells.length <= last && left > 0) {
      if ((above[cells.length]?.rowsLeft ?? 0) > 0) fromAbove();
      else put({ value: "", rowsLeft: 0 }, 1);
    }
    above = here;
    return { cells, framed: row.length === 1 && own === cells.length };
  });
}

function oneLine(lines: readonly string[], between: string): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(between)
    .replace(/\n/g, " ");
}
