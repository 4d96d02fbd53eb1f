/** The list of the directory (名录): what waits, a box to filter by, and each unit with what is wrong with it. */

import { html } from "hono/html";
import { placeOfNames, type WaitingNames } from "../../../shared/domain/board/waiting-names.ts";
import { comparableName, lookup, type Organisation } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { type EntryFlaw, entryFlaws } from "../../../shared/domain/organisations/entry.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { flawName, kindName, roleName } from "../../../shared/letters/wording/organisation-wording.ts";
import { select, textField } from "../frame/fields.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { entriesIn, type OpenDirectory } from "./open-directory.ts";

/** Units of a page: more are found by the filter. */
const MOST_ROWS = 200;
/** Cases of a page that wait for a name. */
const MOST_WAITING = 100;
const FLAWS: readonly EntryFlaw[] = ["no-address", "address-refused", "unverified", "no-head", "no-superior"];

export async function listPage(ports: DeskPorts, open: OpenDirectory): Promise<ShownPage> {
  const { visit, own, seen } = open;
  const { query } = visit;
  const isMunicipal = own === CITY_ITSELF;
  const area = seen.find((one) => one === query.area);
  const isClosed = query.flaw === "closed";
  const areas =
    area === undefined ? (isMunicipal && query.area === "all" ? await allAreas(ports, open) : [own]) : [area];
  const entries = isClosed ? await closedIn(ports, areas) : await entriesIn(ports, areas);
  const found = entries.filter((one) => isMeant(one, query));
  return {
    status: 200,
    title: "单位名录",
    wide: true,
    body: html`<nav aria-label="名录"><ul><li><a href="${placeOf(visit, { part: "new" })}">登记新单位</a></li><li><a href="${placeOf(visit, { part: "import" })}">导入、导出（Excel）</a></li><li><a href="${placeOf(visit, { part: "acts" })}">变更记录和撤回</a></li></ul></nav>
${await waitingView(ports, open)}
<h2>${areas.length > 1 ? "全市" : areas[0]}的单位</h2>
${filterForm(open)}
${figures(visit, entries, isClosed)}
${dataTable({
  caption: `符合条件的${found.length}个${found.length > MOST_ROWS ? `，显示前${MOST_ROWS}个，请用筛选缩小范围` : ""}`,
  columns: ["单位", "类别", ...(areas.length > 1 ? ["辖区"] : []), "办理邮箱", "需要处理"],
  rows: found.slice(0, MOST_ROWS).map((one) => row(visit, one, areas.length > 1)),
  empty: "没有符合条件的单位。",
})}`,
  };
}

/** All the city's bureau sees, units whose district nobody knows among them. */
async function allAreas({ directory }: DeskPorts, { seen }: OpenDirectory): Promise<readonly string[]> {
  const agencies = await directory.names("agency");
  return [...new Set([...seen, ...agencies.map(({ jurisdiction }) => jurisdiction)])];
}

async function closedIn(
  { directory }: DeskPorts,
  areas: readonly string[],
): Promise<readonly Organisation[]> {
  return (await Promise.all(areas.map((one) => directory.find(lookup.closed(one))))).flat();
}

/** What is typed may be part of a name, another name, a contact's name, an address or a number. */
function isMeant(entry: Organisation, { q = "", flaw = "" }: Visit["query"]): boolean {
  const words = comparableName(q).toLowerCase();
  const texts = [
    entry.name,
    ...entry.aliases,
    ...entry.contacts.flatMap(({ name, email, phone = "" }) => [name, email, phone]),
  ];
  const isNamed = texts.some((one) => comparableName(one).toLowerCase().includes(words));
  return isNamed && (flaw === "" || flaw === "closed" || entryFlaws(entry).some((one) => one === flaw));
}

function filterForm({ visit, own, seen }: OpenDirectory): Markup {
  const filled = { form: { area: own, ...visit.query }, problems: [] };
  return html`<form method="get" action="${placeOf(visit, { part: "list" })}" class="filters" role="search" aria-label="筛选单位">
${textField(filled, { name: "q", label: "名称、联系人、邮箱或者电话" })}
${select(filled, { name: "flaw", label: "需要处理", none: "不限", options: [...FLAWS.map((one) => [one, flawName(one)] as const), ["closed", "已撤销、并入"] as const] })}
${seen.length > 1 ? select(filled, { name: "area", label: "辖区", none: null, options: [...seen.map((one) => [one, one] as const), ["all", "全市"] as const] }) : ""}
<button type="submit">筛选</button></form>`;
}

/** How many units have which flaw; each number leads to them. */
function figures(visit: Visit, entries: readonly Organisation[], isClosed: boolean): Markup {
  if (isClosed) return html``;
  const flaws = entries.flatMap(entryFlaws);
  return html`<ul class="figures">${FLAWS.map((flaw) => {
    const count = flaws.filter((one) => one === flaw).length;
    const to = placeOf(visit, { part: "list", query: { flaw, area: visit.query.area } });
    return html`<li>${count === 0 ? html`<span>${flawName(flaw)} <strong>0</strong></span>` : html`<a href="${to}">${flawName(flaw)} <strong>${count}</strong></a>`}</li>`;
  })}</ul>`;
}

function row(visit: Visit, entry: Organisation, withArea: boolean): readonly (Markup | string)[] {
  const flaws = entryFlaws(entry);
  return [
    html`<a href="${placeOf(visit, { part: "entry", query: { id: entry.id } })}">${entry.name}</a>${entry.aliases.length === 0 ? "" : html`<small>${entry.aliases.join("、")}</small>`}`,
    kindName(entry.kind),
    ...(withArea ? [entry.jurisdiction] : []),
    html`${entry.contacts.filter(({ role }) => role !== "head").map(({ role, email }) => html`<div>${email}<small>${roleName(role)}</small></div>`)}`,
    entry.closed === undefined
      ? html`${flaws.map((flaw) => html`<div${flaw === "no-address" || flaw === "address-refused" ? html` class="late"` : ""}>${flawName(flaw)}</div>`)}`
      : `${printedDate(entry.closed.on)}${entry.closed.into === undefined ? "撤销" : "并入其他单位"}`,
  ];
}

/** 被告名称待核: what nobody could be told, first. */
async function waitingView({ records }: DeskPorts, { visit, own }: OpenDirectory): Promise<Markup> {
  const board = own === CITY_ITSELF ? undefined : own;
  const after = visit.query.names?.slice(0, 80);
  const found: WaitingNames[] = [];
  for await (const one of records.unknownNames({ board, after, some: MOST_WAITING + 1 }))
    if (found.push(one) > MOST_WAITING) break;
  const waiting = found.slice(0, MOST_WAITING);
  const last = found.length > MOST_WAITING ? waiting.at(-1) : undefined;
  if (waiting.length === 0 && after === undefined) return html``;
  const isPart = last !== undefined || after !== undefined;
  const pages = isPart
    ? html`<nav aria-label="被告名称翻页"><ul>${after === undefined ? "" : html`<li><a href="${placeOf(visit, { part: "list" })}">第一页</a></li>`}${last === undefined ? "" : html`<li><a href="${placeOf(visit, { part: "list", query: { names: placeOfNames(last) } })}">下一页</a></li>`}</ul></nav>`
    : html``;
  return html`<h2>这是哪个单位？</h2>${dataTable({
    caption: isPart
      ? `被告在名录中没有对应单位、尚未通知的案件较多，按辖区和案号分页：本页${waiting.length}件，开庭早的在前`
      : `${waiting.length}件案件的被告在名录中没有对应单位，尚未通知`,
    columns: ["文书所写的名称", "案号", "开庭"],
    rows: waiting
      .toSorted((one, other) => ((one.hearing ?? "9") < (other.hearing ?? "9") ? -1 : 1))
      .flatMap(({ caseNumber, names, hearing }) =>
        names.map((name) => [
          html`<a href="${placeOf(visit, { part: "naming", query: { case: caseNumber, name } })}">${name}</a>`,
          caseNumber,
          hearing === undefined ? "未定" : printedDate(hearing),
        ]),
      ),
    empty: "后面没有这样的案件。",
  })}${pages}`;
}
