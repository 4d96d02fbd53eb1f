/** The court's workspace (法院工作台): what waits for it, its files, the month's ledger, its cases and hearings. */
import { html } from "hono/html";
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
  const rows = await Array.fromAsync(ports.records.openCasesOf(work.organisation.id));
  return {
    status: 200,
    title: "我的工作台",
    wide: true,
    body: html`<nav aria-label="工作台内容"><ul><li><a href="${workPlace(work, { part: "files" })}">上传文书</a></li><li><a href="${workPlace(work, { part: "ledger" })}">月度台账</a></li><li><a href="${workPlace(work, { part: "cases" })}">本院案件</a></li><li><a href="${workPlace(work, { part: SUGGESTIONS_PART })}">司法建议和复函</a></li><li><a href="${workPlace(work, { part: "topics" })}">联席会议</a></li></ul></nav>
${await caseSearch(ports, work)}
${await courtTasks(ports, work, rows)}
<h2>最近上传</h2>${await newestFiles(ports, work, NEWEST)}
<p><a href="${workPlace(work, { part: "files" })}">上传文件，查看全部</a></p>
${await casesAhead(ports, work, rows)}`,
  };
}
