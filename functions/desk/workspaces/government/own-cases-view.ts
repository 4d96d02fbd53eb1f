/** 本级政府应诉: the hearings ahead of a government's leaders, who appears and whether he has said so; and its cases without a hearing. */
import { html } from "hono/html";
import { startOf } from "../../../../shared/domain/case-file/hearing.ts";
import { civilDateAt, daysBetween } from "../../../../shared/domain/time/time.ts";
import { concernName, stateName } from "../../../../shared/letters/board/board-wording.ts";
import { hearingMoment } from "../../../../shared/letters/frame/dates.ts";
import { headLine, personLine } from "../../../../shared/letters/wording/report-wording.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { caseName } from "../case-name.ts";
import type { AtWork } from "../workspace.ts";
import type { OwnCase } from "./own-cases.ts";

/** A hearing in fewer days than this stands out. */
const NEAR = 3;

export async function ownCasesView(
  ports: DeskPorts,
  work: AtWork,
  cases: readonly OwnCase[],
): Promise<Markup> {
  const now = ports.now();
  const today = civilDateAt(now);
  const ahead = cases.flatMap((one) =>
    one.file.state === "awaiting-hearing" && startOf(one.file.hearing) > now
      ? [{ ...one, hearing: one.file.hearing }]
      : [],
  );
  const others = cases.filter(({ file }) => !ahead.some((one) => one.file === file));
  const hearings = ahead.map(async ({ hearing, ...one }) => {
    const left = daysBetween(today, hearing.date);
    const near =
      left < NEAR
        ? html`<small class="soon">${left === 0 ? "今天" : left === 1 ? "明天" : "后天"}</small>`
        : "";
    return [
      html`${hearingMoment(hearing)}${near}`,
      await caseName(ports, work, one.file, one.name),
      hearing.place ?? "",
      leaderCell(one),
      confirmedCell(one),
      one.agency ?? "尚未指派",
    ];
  });
  const rest = others.map(async (one) => [
    await caseName(ports, work, one.file, one.name),
    one.file.state === "awaiting-hearing" ? concernName("record-missing") : stateName(one.file.state),
    leaderCell(one),
    one.agency ?? "尚未指派",
  ]);
  return html`<section aria-labelledby="hearings"><h2 id="hearings">领导出庭日程</h2>${dataTable({
    caption: `本级政府为被告，共${ahead.length}次开庭，按时间排列`,
    columns: ["时间", "案件", "法庭", "出庭负责人", "落实情况", "应诉单位"],
    rows: await Promise.all(hearings),
    empty: "本级政府没有待开庭的案件。",
  })}</section>${
    others.length === 0
      ? ""
      : html`<section aria-labelledby="sued"><h2 id="sued">本级政府其他应诉案件</h2>${dataTable({
          caption: `共${others.length}件`,
          columns: ["案件", "状态", "出庭负责人", "应诉单位"],
          rows: await Promise.all(rest),
          empty: "",
        })}</section>`
  }`;
}

function leaderCell({ leader }: OwnCase): Markup | string {
  if (leader === undefined) return html`<span class="soon">尚未确定</span>`;
  return leader.approved
    ? personLine(leader.person)
    : html`${personLine(leader.person)}<small>拟定，未审批</small>`;
}

/** What the designated agency has reported: until then nobody has said that he comes. */
function confirmedCell({ agency, reported }: OwnCase): Markup | string {
  if (agency === undefined) return "指派后由应诉单位报告";
  if (reported === undefined) return html`<span class="soon">应诉单位尚未报告</span>`;
  const line = headLine(reported);
  return reported.appears === true ? `已确认：${line}` : html`<span class="late">${line}</span>`;
}
