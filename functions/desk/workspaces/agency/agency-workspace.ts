/** The agency's workspace (行政机关工作台): what is to be done, the hearings ahead, what has been done, and all its cases. */
import { html } from "hono/html";
import { type BoardRow, organisationBoard } from "../../../../shared/domain/board/board-row.ts";
import type { Markup } from "../../frame/page.ts";
import { notFoundPage } from "../../frame/plain-pages.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { caseSearch } from "../case-search.ts";
import { LEADERS_PART, leadersPage, submitLeaders } from "../leaders-page.ts";
import { type AtWork, roomPlace, type Workspace, workPlace } from "../workspace.ts";
import { agencyCases } from "./agency-cases.ts";
import { hearingsView } from "./agency-hearings.ts";
import { deedsView, tasksView } from "./agency-tasks.ts";
import { openRows, readCases, rowsToRead } from "./own-cases.ts";

/** Deeds on the first page, and on the page of them. */
const NEWEST = { first: 10, all: 200 } as const;

export const agencyWorkspace: Workspace = {
  async show(ports, work) {
    switch (work.part) {
      case undefined:
        return firstPage(ports, work);
      case "cases":
        return agencyCases(ports, work);
      case "done":
        return donePage(ports, work);
      case LEADERS_PART:
        return leadersPage(ports, work);
      default:
        return notFoundPage;
    }
  },
  submit: (ports, work, form) =>
    work.part === LEADERS_PART ? submitLeaders(ports, work, form) : agencyWorkspace.show(ports, work),
};

async function firstPage(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const { rows, next } = await openRows(ports, work);
  const { read, left } = rowsToRead(rows);
  const cases = await readCases(ports, work, read);
  const isPart = next !== undefined || work.query.after !== undefined;
  return {
    status: 200,
    title: "我的工作台",
    wide: true,
    body: html`<nav aria-label="工作台内容"><ul><li><a href="#todo">待办</a></li><li><a href="#hearings">即将开庭</a></li><li><a href="#done">已办</a></li><li><a href="${workPlace(work, { part: "cases" })}">本单位案件${isPart ? "" : `（未结${rows.length}件）`}</a></li>${await ownEntry(ports, work, rows)}<li><a href="${workPlace(work, { part: LEADERS_PART })}">班子成员</a></li></ul></nav>
${await caseSearch(ports, work)}
${isPart ? restNote(work, rows.length, next) : ""}${await tasksView(ports, work, cases, left)}
${await hearingsView(ports, work, cases, left)}
${await deedsView(ports, work, cases, { most: NEWEST.first, ofSome: isPart || read.length < rows.length })}
<p><a href="${workPlace(work, { part: "done" })}">查看全部已办</a></p>`,
  };
}

/** Of very many cases a page says of which of them it is, and leads to the others. */
function restNote(work: AtWork, looked: number, next: string | undefined): Markup {
  const { after } = work.query;
  return html`<p class="hint">本单位未结案件较多：下面的内容取自按案号排列的${looked}件${after === undefined ? "" : "（续）"}。${after === undefined ? "" : html`<a href="${workPlace(work)}">从头查看</a> `}${next === undefined ? "" : html`<a href="${workPlace(work, { query: { after: next } })}">查看其余案件</a>`}</p>`;
}

/** Cases of a page of deeds. */
const DONE_CASES = 100;

async function donePage(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const { rows, next } = await ports.records.openCases(organisationBoard(work.organisation.id), {
    after: work.query.after?.slice(0, 60),
    limit: DONE_CASES,
  });
  const cases = await readCases(ports, work, rows);
  const isPart = next !== undefined || work.query.after !== undefined;
  const pages = isPart
    ? html`<nav aria-label="翻页"><ul>${work.query.after === undefined ? "" : html`<li><a href="${workPlace(work, { part: "done" })}">第一页</a></li>`}${next === undefined ? "" : html`<li><a href="${workPlace(work, { part: "done", query: { after: next } })}">下一页</a></li>`}</ul></nav>`
    : "";
  return {
    status: 200,
    title: "已办事项",
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回工作台</a></li><li><a href="${workPlace(work, { part: "cases", query: { state: "closed" } })}">已结案件</a></li></ul></nav>
<p class="hint">列出未结案件中办理过的事项；已结案件的，请打开该案查看。${isPart ? `未结案件较多，按案号分页，本页${rows.length}件案件。` : ""}</p>
${await deedsView(ports, work, cases, { most: NEWEST.all, ofSome: isPart })}${pages}`,
  };
}

/** Where the agency's own name, address and contacts are changed; the page belongs to a case in which it answers. */
async function ownEntry(ports: DeskPorts, work: AtWork, rows: readonly BoardRow[]): Promise<Markup | string> {
  for (const { caseNumber, state, agencies } of rows) {
    const respondent = agencies.find(({ organisation }) => organisation === work.organisation.id)?.name;
    if (respondent === undefined) continue;
    const task = state === "heard" ? "filing" : "report";
    const place = await roomPlace(ports, work, { task, caseNumber, respondent }, "changes");
    return html`<li><a href="${place}/changes">本单位信息变更</a></li>`;
  }
  return "";
}
