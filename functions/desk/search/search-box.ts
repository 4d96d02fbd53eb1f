/** 查找案件: the box that stands on a board and on workspaces. */
import { html } from "hono/html";
import type { Markup } from "../frame/page.ts";

/** Characters of a question that are read. */
export const LONGEST_QUESTION = 60;

/** `action`: the place of a link to the search. */
export function searchBox(action: string, asked = ""): Markup {
  return html`<form method="get" action="${action}" class="filters" role="search" aria-label="检索">
<div class="field"><label for="q">查找案件</label>
<p class="hint" id="q-hint">案号（只输序号也可以，如23）、当事人、行政机关、法院</p>
<input id="q" name="q" type="text" maxlength="${LONGEST_QUESTION}" autocomplete="off" value="${asked}" aria-describedby="q-hint"></div>
<button type="submit">查找</button></form>`;
}
