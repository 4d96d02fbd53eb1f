/** Tables of data: on a phone each row becomes a small card, whose cells say what they are. */
import { html } from "hono/html";
import type { Markup } from "./page.ts";

export interface DataTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly (Markup | string)[])[];
  /** What stands there when there are no rows. */
  readonly empty: string;
}

/** The table. Roles are spelt out, since cards take a table's own meaning from it. */
export function dataTable({ caption, columns, rows, empty }: DataTable): Markup {
  if (rows.length === 0) return html`<p>${empty}</p>`;
  return html`<table class="data" role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    ([name = "", ...cells]) =>
      html`<tr role="row"><th scope="row" role="rowheader">${name}</th>${cells.map((cell, index) => html`<td role="cell" data-label="${columns[index + 1]}">${cell}</td>`)}</tr>
`,
  )}</tbody></table>`;
}
