/**
 * The tables of a bulletin, once: page, paper and workbook are three ways to show them, so that a figure can't
 * differ between them.
 */
import {
  changeOfCount,
  NOTHING,
  percent,
  percentagePoints,
  pointsBetween,
  type Ratio,
  rateUnits,
} from "../../../domain/statistics/rate.ts";
import type { SheetCell } from "../../office/workbook.ts";

/** As a workbook's cell; a page and a paper print it. */
export type Cell = SheetCell;

export interface Column {
  readonly title: string;
  /** Figures stand right, the rest left. */
  readonly figures: boolean;
  /** Share of the width on paper, and in a sheet. */
  readonly width: number;
  /** Where a page of A4 has no room for all of them, a screen and a workbook have. */
  readonly leftOutOnPaper?: true;
}

export interface BulletinTable {
  /** Of its sheet. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The column that names the row. */
  readonly head: number;
  /** The last row sums up those above. */
  readonly totalled?: boolean;
  /** Says where it is empty. */
  readonly none: string;
  /** Under the table: what its figures are, where a reader could take them for others. */
  readonly note?: string;
}

export const words = (title: string, width: number): Column => ({ title, width, figures: false });
export const figures = (title: string, width: number): Column => ({ title, width, figures: true });

/** A column that paper may leave out. */
export const onScreen = (column: Column): Column => ({ ...column, leftOutOnPaper: true });

/** A cell as page and paper print it. */
export function printed(cell: Cell): string {
  if (cell === undefined) return NOTHING;
  if (typeof cell !== "object") return String(cell);
  if ("rate" in cell) return percent(cell.rate);
  if ("hundredths" in cell) return (cell.hundredths / 100).toFixed(2);
  if ("points" in cell) return pointsBetween(cell.points, 0);
  if ("change" in cell) return changeOfCount(...cell.change);
  return cell.day;
}

/** The change of a rate in 百分点; {@link NOTHING} where either doesn't exist. */
export function pointsOf(now: Ratio, before: Ratio | undefined): Cell {
  const [rate, earlier] = [rateUnits(now), before && rateUnits(before)];
  return rate === undefined || earlier === undefined ? NOTHING : { points: rate - earlier };
}

/** 上升17.73个百分点 · 下降… · 持平; empty where there is nothing to compare. */
export function inWords(now: Ratio, before: Ratio | undefined): string {
  const points = before === undefined ? NOTHING : percentagePoints(now, before);
  if (points === NOTHING) return "";
  const size = points.replace(/^[+-]/, "");
  if (points.startsWith("+")) return `上升${size}个百分点`;
  return points.startsWith("-") ? `下降${size}个百分点` : "持平";
}
