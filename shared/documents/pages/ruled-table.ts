/**
 * Tables as a page draws them: which cell of which row a word stands in is told by the lines around it, so that empty and
 * merged cells keep their columns and a cell's wrapped lines stay one.
 */
import type { Rule } from "./crossed-out.ts";
import { isPageNumber, lineOf, rowsOf } from "./pdf-lines.ts";
import { charactersOf, type Fate, type PlacedText, piecesOf } from "./placed-text.ts";

/** A line from top to bottom. */
export interface Upright {
  readonly x: number;
  readonly bottom: number;
  readonly top: number;
}

/** The lines a page draws along its lines of text, and across them. */
export interface Ruling {
  readonly rules: readonly Rule[];
  readonly uprights: readonly Upright[];
}

/** Lines closer than this were meant to be one, and a row is higher than that. In points and in millimetres. */
export const CLOSE = { points: 3, millimetres: 1 } as const;
/** A page's table has fewer, and a table of papers has more than two columns. */
const [MOST_COLUMNS, MOST_ROWS] = [80, 300];
const FEWEST_UPRIGHTS = 4;
/** A cell's line that ends so near its border, in sizes of the font, was wrapped there. */
const WRAPPED = 1.5;

/** The page's lines as rows of cells, the table's rows by its ruling; undefined where it rules no table. */
export function ruledRows(
  runs: readonly PlacedText[],
  { rules, uprights }: Ruling,
  close: number = CLOSE.points,
): readonly (readonly string[])[] | undefined {
  const columns = clustered(
    uprights.map(({ x }) => x),
    close,
  );
  const borders = clustered(
    rules.map(({ y }) => y),
    close,
  ).toReversed();
  if (columns.length < FEWEST_UPRIGHTS || columns.length > MOST_COLUMNS) return undefined;
  if (borders.length < 2 || borders.length > MOST_ROWS) return undefined;
  const grid = new Grid(columns, borders, { rules, uprights }, close);
  const inCells = new Map<number, PlacedText[]>();
  const outside: PlacedText[] = [];
  for (const run of runs.flatMap((one) => partedAt(one, columns))) {
    const area = grid.areaAt(run);
    if (area === undefined) outside.push(run);
    else inCells.set(area, [...(inCells.get(area) ?? []), run]);
  }
  const words = new Map([...inCells].map(([area, own]) => [area, wordsOfCell(own, grid.rightOf(area))]));
  const table = grid.rows.map(({ y, areas }) => ({
    y,
    cells: areas.map((area) => words.get(area) ?? ""),
  }));
  const around = rowsOf(outside).flatMap((row) => {
    const line = lineOf(row);
    return isPageNumber(line) ? [] : [{ y: row[0]?.y ?? 0, cells: [line.replace(/\t/g, " ")] }];
  });
  return [...table, ...around].toSorted((a, b) => b.y - a.y).map(({ cells }) => cells);
}

/** Places from low to high, those that are close as one. */
function clustered(places: readonly number[], close: number): number[] {
  const found: number[] = [];
  for (const place of places.toSorted((a, b) => a - b))
    if (place - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > close) found.push(place);
  return found;
}

/** Cells between all lines of a page, joined where no line parts them. */
class Grid {
  readonly #columns: readonly number[];
  readonly #borders: readonly number[];
  /** For each cell the first cell of its area. */
  readonly #areas: number[];

  constructor(
    columns: readonly number[],
    borders: readonly number[],
    { rules, uprights }: Ruling,
    close: number,
  ) {
    this.#columns = columns;
    this.#borders = borders;
    const [width, height] = [columns.length - 1, borders.length - 1];
    this.#areas = Array.from({ length: width * height }, (_, index) => index);
    const first = (cell: number): number => {
      let at = cell;
      while ((this.#areas[at] ?? at) !== at) at = this.#areas[at] ?? at;
      return at;
    };
    const join = (one: number, other: number) => {
      const [a, b] = [first(one), first(other)];
      this.#areas[Math.max(a, b)] = Math.min(a, b);
    };
    const near = (a: number, b: number) => Math.abs(a - b) <= close;
    const uprightsAt = columns.map((x) => uprights.filter((one) => near(one.x, x)));
    const rulesAt = borders.map((y) => rules.filter((one) => near(one.y, y)));
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const cell = row * width + column;
        const [x, y] = [this.#middle(columns, column), this.#middle(borders, row)];
        const isParted = uprightsAt[column + 1]?.some((one) => one.bottom < y && one.top > y);
        const isClosed = rulesAt[row + 1]?.some((one) => one.left < x && one.right > x);
        if (column + 1 < width && isParted !== true) join(cell, cell + 1);
        if (row + 1 < height && isClosed !== true) join(cell, cell + width);
      }
    for (const cell of this.#areas.keys()) this.#areas[cell] = first(cell);
  }

  #middle(places: readonly number[], at: number): number {
    return ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2;
  }

  /** The rows from the top; where nothing but a margin lies between two lines there is none. */
  get rows(): readonly { readonly y: number; readonly areas: readonly number[] }[] {
    const width = this.#columns.length - 1;
    return this.#borders.slice(0, -1).flatMap((_, row) => {
      const areas = this.#areas.slice(row * width, (row + 1) * width);
      return new Set(areas).size < 2 ? [] : [{ y: this.#middle(this.#borders, row), areas }];
    });
  }

  /** The area of a run by its middle; undefined outside the table, and in a row that is one area. */
  areaAt({ x, y, width, size }: PlacedText): number | undefined {
    const [across, up] = [x + width / 2, y + size * 0.3];
    const column = this.#columns.findLastIndex((left) => left <= across);
    const row = this.#borders.findLastIndex((top) => top >= up);
    const columns = this.#columns.length - 1;
    if (column < 0 || row < 0 || column >= columns || row >= this.#borders.length - 1) return undefined;
    const areas = new Set(this.#areas.slice(row * columns, (row + 1) * columns));
    return areas.size < 2 ? undefined : this.#areas[row * columns + column];
  }

  /** The right border of an area. */
  rightOf(area: number): number {
    const width = this.#columns.length - 1;
    const last = this.#areas.lastIndexOf(area);
    return this.#columns[(last % width) + 1] ?? 0;
  }
}

/** A run that stands on both sides of a border, as its parts. */
function partedAt(run: PlacedText, columns: readonly number[]): readonly PlacedText[] {
  const crossed = columns.filter((x) => x > run.x + 1 && x < run.x + run.width - 1);
  if (crossed.length === 0) return [run];
  let rest: readonly PlacedText[] = [run];
  for (const x of crossed)
    rest = rest.flatMap((part) => {
      const side = charactersOf(part).map((one) => one.x + one.width / 2 < x);
      const left = side.map((isLeft): Fate => (isLeft ? "stays" : "repeated"));
      const right = side.map((isLeft): Fate => (isLeft ? "repeated" : "stays"));
      return [...piecesOf(part, left), ...piecesOf(part, right)];
    });
  return rest;
}

/** A cell's lines in one; a word that was wrapped at the border is whole. */
function wordsOfCell(runs: readonly PlacedText[], right: number): string {
  let words = "";
  let isFull = true;
  for (const row of rowsOf(runs)) {
    words += (isFull ? "" : " ") + lineOf(row).replace(/\t/g, " ");
    const end = Math.max(...row.map(({ x, width }) => x + width));
    isFull = right - end < WRAPPED * Math.max(...row.map(({ size }) => size));
  }
  return words;
}
