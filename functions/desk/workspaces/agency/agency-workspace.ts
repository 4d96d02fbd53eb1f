/** The agency's workspace (行政机关工作台): what is to be done, the hearings ahead, what has been done, and all its cases. */
import { html } from "hono/html";
import type { BoardRow } from "../../../../shared/domain/board/board-row.ts";
import type { Markup } from "../../frame/page.ts";
import { notFoundPage } from "../../frame/plain-pages.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { caseSearch } from "../case-search.ts";
import { LEADERS_PART, leadersPage, submitLeaders } from "../leaders-page.ts";
import { type AtWork, roomPlace, type Workspace, workPlace } from "../workspace.ts";
import { agencyCases } from "./agency-cases.ts";
import { hearingsView } from "./agency-hearings.ts";
import { deedsView, tasksView } from "./agency-tasks.ts";
import { mayAsk, openRows, readCases } from "./own-cases.ts";

/** Of an agency with no more open cases than this every case is read for its first page, else those that may ask something of it. */
const FEW = 60;
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
  const rows = await openRows(ports, work);
  const cases = await readCases(ports, work, rows.length <= FEW ? rows : rows.filter(mayAsk));
  return {
    status: 200,
    title: "我的工作台",
    wide: true,
    body: html`<nav aria-label="工作台内容"><ul><li><a href="#todo">待办</a></li><li><a href="#hearings">即将开庭</a></li><li><a href="#done">已办</a></li><li><a href="${workPlace(work, { part: "cases" })}">本单位案件（未结${rows.length}件）</a></li>${await ownEntry(ports, work, rows)}<li><a href="${workPlace(work, { part: LEADERS_PART })}">班子成员</a></li></ul></nav>
${await caseSearch(ports, work)}
${await tasksView(ports, work, cases)}
${await hearingsView(ports, work, cases)}
${await deedsView(ports, work, cases, NEWEST.first)}
<p><a href="${workPlace(work, { part: "done" })}">查看全部已办</a></p>`,
  };
}

async function donePage(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const cases = await readCases(ports, work, await openRows(ports, work));
  return {
    status: 200,
    title: "已办事项",
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回工作台</a></li><li><a href="${workPlace(work, { part: "cases", query: { state: "closed" } })}">已结案件</a></li></ul></nav>
<p class="hint">列出未结案件中办理过的事项；已结案件的，请打开该案查看。</p>
${await deedsView(ports, work, cases, NEWEST.all)}`,
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
