/** A row as displayed: `row` counts from 1 within its sheet; `sheet` is empty where there are none. */
export interface GridRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly string[];
  /** Cells that hold a number without a format, by their place: zeros at its end are not shown, 8.10 is 8.1. */
  readonly bare?: readonly number[];
  /** A quote in it was left open: its cells are as many as the table's columns, or can't be told apart at all. */
  readonly damage?: "quote-left-open" | "cells-lost";
}

export type Grid = readonly GridRow[];
