/** What else can be done by this link? An agency's other tasks before the hearing, its documents, and the way back from them. */
import { html } from "hono/html";
import { reportRefusal } from "../../../shared/domain/case-file/decisions/report-refusal.ts";
import { objectionRefusal } from "../../../shared/domain/case-file/designation.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { OpenCase } from "../case-task/open-case.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Visit } from "../frame/room.ts";
import { extensionOffer } from "./defence-desk.ts";
import { papersOfObstacle, papersToDownload } from "./papers.ts";

/** Documents to download and further tasks, below a page's form. */
export function otherTasks(open: OpenCase, visit: Visit, now: Instant, rules: Rules): Markup {
  if (visit.part !== undefined)
    return html`${visit.part === "obstacle" ? papersOfObstacle(open, visit, now) : ""}<p><a href="${placeOf(visit)}">返回本链接的办理页面</a></p>`;
  return html`${papersToDownload(open, visit, now)}${furtherTasks(open, visit, now, rules)}`;
}

function furtherTasks({ link, file, holder }: OpenCase, visit: Visit, now: Instant, rules: Rules): Markup {
  if (link.task === "duty" && (link.duty === "defence" || link.duty === "evidence"))
    return extensionOffer({ link, file, holder }, visit, now);
  if (link.task !== "report" && link.task !== "filing") return html``;
  const beforeHearing = reportRefusal(file, now) === undefined;
  const mayObject = objectionRefusal(file, link.respondent, now, rules) === undefined;
  return html`<h2>其他事项</h2><ul>
${beforeHearing ? html`<li><a href="${placeOf(visit, { part: "obstacle" })}">报告负责人出庭障碍</a>：情况有变，负责人可能不能出庭的，告知法院和司法局。</li>` : ""}
${mayObject ? html`<li><a href="${placeOf(visit, { part: "objection" })}">对出庭指派提出异议</a>：认为不应由本单位应诉的，说明理由，由司法局和政府答复；答复之前照常办理。</li>` : ""}
<li><a href="${placeOf(visit, { part: "changes" })}">报告本单位信息变更</a>：职能、名称、地址、联系人有变的，更新名录并告知法院和司法局。</li></ul>`;
}
