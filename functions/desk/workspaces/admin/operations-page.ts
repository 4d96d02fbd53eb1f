/** The first page of the admin's workspace (系统管理): does everything run, what waits, what did not arrive, what is missing? */
import { html } from "hono/html";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { type AtWork, workPlace } from "../workspace.ts";
import { adminActs } from "./admin-acts.ts";
import { backlog } from "./backlog.ts";
import { jobRows } from "./job-rows.ts";
import { lostMail } from "./lost-mail.ts";
import { missingYears, yearsKnown } from "./years-known.ts";

export async function operationsPage(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const runs = await ports.operations.runs();
  const [waiting, lost, years, acts] = await Promise.all([
    backlog(ports, runs),
    lostMail(ports, work),
    yearsKnown(ports),
    adminActs(ports),
  ]);
  return {
    status: 200,
    title: "系统管理",
    wide: true,
    body: html`<nav aria-label="系统管理内容"><ul><li><a href="${workPlace(work, { part: "holidays" })}">节假日安排</a></li><li><a href="${workPlace(work, { part: "sessions" })}">登录情况</a></li><li><a href="${workPlace(work, { part: "export" })}">数据导出</a></li><li><a href="${ports.dashboard}">云监控仪表板（队列、死信、错误、邮件）</a></li></ul></nav>
${missingYears(ports)}
<section aria-labelledby="jobs"><h2 id="jobs">任务运行</h2>${jobRows(runs, ports.now())}</section>
<section aria-labelledby="backlog"><h2 id="backlog">积压</h2>${waiting}</section>
<section aria-labelledby="lost"><h2 id="lost">没有送达的邮件</h2>${lost}</section>
<section aria-labelledby="years"><h2 id="years">节假日安排</h2>${years}</section>
<section aria-labelledby="acts"><h2 id="acts">操作记录</h2>${acts}</section>`,
  };
}
