/** A row as displayed: `row` counts from 1 within its sheet; `sheet` is empty where there are none. */
export interface GridRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly string[];
}

export type Grid = readonly GridRow[];
