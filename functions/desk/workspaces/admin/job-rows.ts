/** 定时任务 on the operations page: when each job ran last, what it did, and whether it should have run again. */
import { html } from "hono/html";
import { isSilent, JOBS, type Job, type JobRun } from "../../../../shared/domain/operations/job-run.ts";
import type { Instant } from "../../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import { dataTable } from "../../frame/table.ts";

/** What each is called, and when it runs. */
const NAMES: Readonly<Record<Job, readonly [name: string, when: string]>> = {
  sweep: ["期限巡查", "每小时"],
  audit: ["收件箱核对", "每日7时"],
  draft: ["通报起草", "每月1日"],
  propose: ["月度建议（整改、约谈、考核、联席会议）", "每月3日"],
  issue: ["通报印发", "签发以后"],
  mail: ["邮件发出", "有函件时"],
  recount: ["期限重新计算", "节假日变动以后"],
};

/** What the figures count. */
const COUNTED: Readonly<Record<string, string>> = {
  looked: "查看",
  compared: "核对",
  left: "时间不够、留待下次",
  notices: "生成函件",
  released: "放行函件",
  resent: "重发",
  failedMails: "发送失败",
  unreached: "无法送达",
  queued: "重新排队",
  duties: "台账任务",
  plans: "年度计划",
  signings: "待签发",
  editions: "起草",
  corrections: "整改建议",
  interviews: "约谈建议",
  assessed: "考核",
  packed: "联席会议材料",
  issued: "印发",
  sent: "发出",
  moved: "期限变动",
};

/** One row a job, those that never ran too. */
export function jobRows(runs: readonly JobRun[], now: Instant): Markup {
  return dataTable({
    caption: "各项任务最近一次运行；巡查超过2小时、核对超过26小时没有运行的，标红提示",
    columns: ["任务", "运行时机", "最近一次", "结果"],
    rows: JOBS.map((job) => {
      const run = runs.find((one) => one.job === job);
      const [name, when] = NAMES[job];
      const last = run === undefined ? "还没有运行过" : printedMoment(run.at);
      return [
        name,
        when,
        isSilent(job, run, now) ? html`<span class="late">${last}（应已再次运行，请检查）</span>` : last,
        run === undefined ? "" : outcome(run),
      ];
    }),
    empty: "",
  });
}

function outcome({ counts, failed, goesOn }: JobRun): Markup {
  const parts = Object.entries(counts).flatMap(([what, count]) =>
    count === 0 ? [] : [`${COUNTED[what] ?? what}${count}`],
  );
  const done = parts.length === 0 ? "没有需要处理的" : parts.join("，");
  return html`${done}${goesOn === undefined ? "" : "；尚未完成，下一小时继续"}${failed === 0 ? "" : html`；<span class="late">失败${failed}项，会自动重试</span>`}`;
}
