/** 查找案件: one box over numbers, parties, agencies and courts, for any organisation in its own cases. Looked at only. */
import { html } from "hono/html";
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationName } from "../../../shared/domain/organisations/directory.ts";
import { readQuery } from "../../../shared/domain/search/search-query.ts";
import { civilDateAt, parseYear, type Year, yearOf } from "../../../shared/domain/time/time.ts";
import { agencyName, rowState } from "../../../shared/letters/board/board-wording.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import type { LinkKeys } from "../../../shared/links/link-keys.ts";
import type { PageOfRows } from "../../../shared/ports/records.ts";
import type { Markup } from "../frame/page.ts";
import { linkPlace, placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { DeskPorts, Room, Shown, Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { casesFound, casesOfOrganisation, MOST_ORGANISATIONS, organisationsFound } from "./cases-found.ts";
import { LONGEST_QUESTION, searchBox } from "./search-box.ts";
import { type SearchScope, searchScope } from "./search-scope.ts";

type SearchLink = Link<"search">;

export const searchRoom: Room<SearchLink> = {
  about: () => "查找案件",
  subject: ({ recipient }) => ({ of: "organisation", organisation: recipient }),
  show,
  submit: (ports, link, _, visit) => show(ports, link, visit),
};

/** What a page is made of: who searches, where links lead. */
interface Searching {
  readonly ports: DeskPorts;
  readonly link: SearchLink;
  readonly visit: Visit;
  readonly scope: SearchScope;
  readonly keys: LinkKeys;
  /** As it was typed. */
  readonly asked: string;
}

async function show(ports: DeskPorts, link: SearchLink, visit: Visit): Promise<Shown> {
  const [scope, keys] = await Promise.all([searchScope(ports, link.recipient), ports.keys()]);
  if (scope === undefined) return refusalPage({ type: "not-theirs" });
  const asked = (visit.query.q ?? "").trim().slice(0, LONGEST_QUESTION);
  const searching = { ports, link, visit, scope, keys, asked };
  const back =
    scope.organisation.kind === "bureau"
      ? html`<nav aria-label="返回"><ul><li><a href="${linkPlace(visit, keys, { ...link, task: "board" })}">返回案件看板</a></li></ul></nav>`
      : "";
  return {
    status: 200,
    title: "查找案件",
    wide: true,
    body: html`${back}${searchBox(placeOf(visit, {}), asked)}${await results(searching)}`,
  };
}

async function results(searching: Searching): Promise<Markup> {
  const { ports, visit, scope, asked } = searching;
  const { unit } = visit.query;
  const query = readQuery(asked);
  if (query.asks === "nothing") return html``;
  if (query.asks === "number-without-serial")
    return html`<p>请补上案号末尾的序号，如“${asked}23”；只输入序号也可以。</p>`;
  const organisations = await organisationsFound(ports, query);
  const chosen = organisations.find(({ id }) => id === unit);
  if (chosen !== undefined) return html`${await casesOf(searching, chosen)}`;
  const found = await casesFound(ports, scope, query, visit.query.after?.slice(0, 200));
  const [only, ...others] = organisations;
  // Where only organisations are named so, nobody has asked for a party.
  const noParty = organisations.length > 0 && found.rows.length === 0 && found.next === undefined;
  const isOnly = noParty && others.length === 0;
  const what = query.asks === "number" ? "案号" : "当事人";
  return html`${noParty && visit.query.after === undefined ? "" : html`<h2>${what}符合“${asked}”的案件</h2>${cases(searching, found, { q: asked })}`}
${isOnly && only !== undefined ? await casesOf(searching, only) : organisationList(searching, organisations)}`;
}

/** Agencies and courts of the name, each with its cases behind it. */
function organisationList({ visit, asked }: Searching, organisations: readonly OrganisationName[]): Markup {
  if (organisations.length === 0) return html``;
  const shown = organisations.slice(0, MOST_ORGANISATIONS);
  const rest = organisations.length - shown.length;
  return html`<h2>名称符合“${asked}”的单位</h2><ul>${shown.map(
    ({ id, name, jurisdiction }) =>
      html`<li><a href="${placeOf(visit, { query: { q: asked, unit: id } })}">${name}的案件</a>（${jurisdiction}）</li>`,
  )}</ul>${rest > 0 ? html`<p>另有${rest}个单位，请输入更完整的名称。</p>` : ""}`;
}

/** The cases of one agency or court: the open ones, and by years the closed ones. */
async function casesOf(searching: Searching, { id, name }: OrganisationName): Promise<Markup> {
  const { ports, visit, scope, asked } = searching;
  const year = parseYear(visit.query.year ?? "");
  const found = await casesOfOrganisation(ports, scope, id, {
    year,
    after: visit.query.unit === undefined ? undefined : visit.query.after?.slice(0, 60),
  });
  const thisYear = Number(yearOf(civilDateAt(ports.now())));
  const years = [0, 1, 2, 3].map((back) => String(thisYear - back) as Year);
  const choice = (words: string, one: Year | undefined) =>
    html`<li>${one === year ? html`<span aria-current="page">${words}</span>` : html`<a href="${placeOf(visit, { query: { q: asked, unit: id, year: one } })}">${words}</a>`}</li>`;
  return html`<h2>${name}的案件</h2>
<nav aria-label="在办和已结"><ul>${choice("在办", undefined)}${years.map((one) => choice(`${one}年案号，已结`, one))}</ul></nav>
${cases(searching, found, { q: asked, unit: id, year })}`;
}

function cases(
  searching: Searching,
  { rows, next }: PageOfRows,
  query: Readonly<Record<string, string | undefined>>,
): Markup {
  const { visit } = searching;
  const table = dataTable({
    caption: "案件",
    columns: ["案号", "状态", "原告", "被告", "法院", "开庭"],
    rows: rows.map((row) => [
      caseLink(searching, row),
      rowState(row),
      html`${row.plaintiff ?? ""}${row.plaintiffs > 1 ? `等${row.plaintiffs}人` : ""}${row.cause === undefined ? "" : html`<small>${row.cause}</small>`}`,
      html`${row.agencies.map((agency) => html`<div>${agencyName(agency)}</div>`)}`,
      row.court,
      hearingWords(row),
    ]),
    empty: next === undefined ? "没有找到案件。" : "这一页没有本单位可以查看的案件，后面可能还有。",
  });
  const { after } = visit.query;
  return html`${table}<nav aria-label="翻页"><ul>${after === undefined ? "" : html`<li><a href="${placeOf(visit, { query })}">第一页</a></li>`}${next === undefined ? "" : html`<li><a href="${placeOf(visit, { query: { ...query, after: next } })}">下一页</a></li>`}</ul></nav>`;
}

function hearingWords({ hearing, heardOn }: BoardRow): string {
  if (hearing !== undefined) return `${printedDate(hearing.date)} ${hearing.time ?? ""}`.trim();
  return heardOn === undefined ? "" : `${printedDate(heardOn)}已开庭`;
}

/** To the case's page: a bureau's, from its board, else that of whoever searches. */
function caseLink({ link, visit, keys, scope }: Searching, { caseNumber }: BoardRow): Markup {
  const place =
    scope.organisation.kind === "bureau"
      ? `${linkPlace(visit, keys, { ...link, task: "board" })}/case?${new URLSearchParams({ number: caseNumber })}`
      : linkPlace(visit, keys, { ...link, task: "case-page", caseNumber });
  return html`<a href="${place}">${caseNumber}</a>`;
}
