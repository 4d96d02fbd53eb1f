/** The government's workspace (政府工作台): what awaits approval, the hearings of its leaders, its area's cases, the month. */
import { html } from "hono/html";
import { notFoundPage } from "../../frame/plain-pages.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { caseSearch } from "../case-search.ts";
import { LEADERS_PART, leadersPage, submitLeaders } from "../leaders-page.ts";
import { type AtWork, type Workspace, workPlace } from "../workspace.ts";
import { approvalsView } from "./approvals-view.ts";
import { areaCases } from "./area-cases.ts";
import { monthPage } from "./month-page.ts";
import { ownCases } from "./own-cases.ts";
import { ownCasesView } from "./own-cases-view.ts";

export const governmentWorkspace: Workspace = {
  async show(ports, work) {
    switch (work.part) {
      case undefined:
        return firstPage(ports, work);
      case "cases":
        return (await areaCases(ports, work)) ?? notFoundPage;
      case "month":
        return (await monthPage(ports, work)) ?? notFoundPage;
      case LEADERS_PART:
        return leadersPage(ports, work);
      default:
        return notFoundPage;
    }
  },
  submit: (ports, work, form) =>
    work.part === LEADERS_PART ? submitLeaders(ports, work, form) : governmentWorkspace.show(ports, work),
};

async function firstPage(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const { cases, waiting, left } = await ownCases(ports, work);
  const hasArea = work.organisation.level !== "town";
  return {
    status: 200,
    title: "我的工作台",
    wide: true,
    body: html`<nav aria-label="工作台内容"><ul>${hasArea ? html`<li><a href="${workPlace(work, { part: "month" })}">本月情况</a></li><li><a href="${workPlace(work, { part: "cases" })}">辖区案件</a></li>` : ""}<li><a href="#approvals">待审批</a></li><li><a href="#hearings">领导出庭日程</a></li><li><a href="${workPlace(work, { part: LEADERS_PART })}">班子成员</a></li></ul></nav>
${left === 0 ? "" : html`<p class="hint">本级政府应诉案件较多：下面先列有事项的，再列开庭最早的，${left === undefined ? "还有没有列出的" : `另有${left}件没有列出`}；可以在页末按案号、当事人查找。</p>`}
${await approvalsView(ports, work, waiting)}
${await ownCasesView(ports, work, cases)}
${await caseSearch(ports, work)}`,
  };
}
