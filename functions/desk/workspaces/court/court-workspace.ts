/** The court's workspace (法院工作台): what waits for it, its files, the month's ledger, its cases and hearings. */
import { html } from "hono/html";
import { organisationBoard } from "../../../../shared/domain/board/board-row.ts";
import type { Markup } from "../../frame/page.ts";
import { notFoundPage } from "../../frame/plain-pages.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { caseSearch } from "../case-search.ts";
import { type HandInWords, newestFiles, showHandIn, submitHandIn } from "../hand-in/hand-in-page.ts";
import { type AtWork, type Workspace, workPlace } from "../workspace.ts";
import { casesAhead, courtCases } from "./court-cases.ts";
import { ledgerFile, ledgerPage } from "./court-ledgers.ts";
import { courtSuggestions, SUGGESTIONS_PART } from "./court-suggestions.ts";
import { courtTasks } from "./court-tasks.ts";
import { submitTopic, topicsPage } from "./court-topics.ts";

const FILES: HandInWords = {
  title: "上传文书",
  what: "传票、庭审笔录、裁判文书、延期开庭通知、上诉状、出庭情况通报、台账等，都在这里上传；系统读取后逐份答复。",
};

/** Open cases in which a page looks for what waits for the court; of more the next page goes on. */
const MOST_OPEN = 1_500;
/** Files shown on the first page. */
const NEWEST = 5;

export const courtWorkspace: Workspace = {
  async show(ports, work) {
    switch (work.part) {
      case undefined:
        return firstPage(ports, work);
      case "files":
      case "answer":
        return showHandIn(ports, work, FILES);
      case "ledger":
        return ledgerPage(ports, work);
      case "prefilled":
        return ledgerFile(ports, work);
      case "cases":
        return courtCases(ports, work);
      case SUGGESTIONS_PART:
        return courtSuggestions(ports, work);
      case "topics":
        return topicsPage(ports, work);
      default:
        return notFoundPage;
    }
  },
  submit: (ports, work, form) => {
    if (work.part === "topics") return submitTopic(ports, work, form);
    return work.part === "files" ? submitHandIn(ports, work, form, FILES) : courtWorkspace.show(ports, work);
  },
};

async function firstPage(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const { rows, next } = await ports.records.openCases(organisationBoard(work.organisation.id), {
    after: work.query.after?.slice(0, 60),
    limit: MOST_OPEN,
  });
  return {
    status: 200,
    title: "我的工作台",
    wide: true,
    body: html`<nav aria-label="工作台内容"><ul><li><a href="${workPlace(work, { part: "files" })}">上传文书</a></li><li><a href="${workPlace(work, { part: "ledger" })}">月度台账</a></li><li><a href="${workPlace(work, { part: "cases" })}">本院案件</a></li><li><a href="${workPlace(work, { part: SUGGESTIONS_PART })}">司法建议和复函</a></li><li><a href="${workPlace(work, { part: "topics" })}">联席会议</a></li></ul></nav>
${await caseSearch(ports, work)}
${restNote(work, rows.length, next)}${await courtTasks(ports, work, rows)}
<h2>最近上传</h2>${await newestFiles(ports, work, NEWEST)}
<p><a href="${workPlace(work, { part: "files" })}">上传文件，查看全部</a></p>
${await casesAhead(ports, work, rows)}`,
  };
}

/** Of a court of very many cases a page says of which of them its tasks and hearings are, and leads to the others. */
function restNote(work: AtWork, looked: number, next: string | undefined): Markup {
  const { after } = work.query;
  if (next === undefined && after === undefined) return html``;
  return html`<p class="hint">本院未结案件较多：下面的待办和即将开庭取自按案号排列的${looked}件${after === undefined ? "" : "（续）"}。${after === undefined ? "" : html`<a href="${workPlace(work)}">从头查看</a> `}${next === undefined ? "" : html`<a href="${workPlace(work, { query: { after: next } })}">查看其余案件的待办</a>`}</p>`;
}
