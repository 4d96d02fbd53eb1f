/** What a bureau has done to the directory (名录), newest first, each with the way to take it back. */

import { html } from "hono/html";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { actKindName } from "../../../shared/letters/wording/organisation-wording.ts";
import { placeOf } from "../frame/place.ts";
import type { DeskPorts, ShownPage } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { undoPlace } from "../frame/undo-link.ts";
import type { OpenDirectory } from "./open-directory.ts";

const MOST_ACTS = 100;
/** Units named of an import. */
const MOST_NAMED = 5;

export async function actsPage(ports: DeskPorts, { visit, bureau }: OpenDirectory): Promise<ShownPage> {
  const acts = await ports.directory.acts(bureau.id, MOST_ACTS);
  const gone = new Set(acts.map(({ takesBack }) => takesBack));
  const rows = await Promise.all(
    acts.map(async ({ id, at, by, kind, organisations, cases, reason }) => {
      const place =
        gone.has(id) || kind === "taken-back"
          ? undefined
          : await undoPlace(ports, visit, {
              what: "directory",
              of: bureau.id,
              cause: `${at} ${id}`,
              recipient: bureau.id,
              at,
            });
      const named = organisations.slice(0, MOST_NAMED);
      const more = organisations.length - named.length;
      return [
        printedMoment(at),
        html`${actKindName(kind)}${gone.has(id) ? html`<small>已撤回</small>` : ""}${reason === undefined ? "" : html`<small>${reason}</small>`}`,
        html`${named.map(({ id: unit, name }) => html`<div><a href="${placeOf(visit, { part: "entry", query: { id: unit } })}">${name}</a></div>`)}${more > 0 ? html`<div>等${organisations.length}个单位</div>` : ""}`,
        html`${cases.map((one) => html`<div>${one}</div>`)}`,
        html`${by}${place === undefined ? "" : html` <a href="${place}">撤回</a>`}`,
      ];
    }),
  );
  return {
    status: 200,
    title: "名录变更记录",
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${placeOf(visit, { part: "list" })}">返回名录</a></li></ul></nav>
<p>${bureau.name}登记的变更，最近${MOST_ACTS}次。${ports.rules.policy.undo.hours}小时内可以撤回；此前的内容见各单位的变更记录。</p>
${dataTable({
  caption: `共${rows.length}次`,
  columns: ["时间", "事项", "单位", "同时通知的案件", "登记人"],
  rows,
  empty: "还没有登记过变更。",
})}`,
  };
}
