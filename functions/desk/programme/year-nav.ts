/** The years a page of the programme can be had for, the one that is shown marked. */
import { html } from "hono/html";
import type { Year } from "../../../shared/domain/time/time.ts";
import type { Markup } from "../frame/page.ts";

/** `placeOfYear`: where the page of a year is; `more`: what stands beside the years. */
export function yearNav(
  years: readonly Year[],
  shown: Year,
  placeOfYear: (year: Year) => string,
  more: Markup | string = "",
): Markup {
  return html`<nav aria-label="年度"><ul>${years.map(
    (one) =>
      html`<li>${one === shown ? html`<span aria-current="page">${one}年</span>` : html`<a href="${placeOfYear(one)}">${one}年</a>`}</li>`,
  )}${more}</ul></nav>`;
}
