/** 即将开庭 of an agency: when and where, who is to appear as it has reported, and the way to what else is done before it. */
import { html } from "hono/html";
import { startOf } from "../../../../shared/domain/case-file/hearing.ts";
import { principalOwed } from "../../../../shared/domain/case-file/principals.ts";
import { reportOf } from "../../../../shared/domain/case-file/reports.ts";
import type { CaseFile } from "../../../../shared/domain/case-file/state.ts";
import { civilDateAt, daysBetween } from "../../../../shared/domain/time/time.ts";
import { hearingMoment } from "../../../../shared/letters/frame/dates.ts";
import { modeName } from "../../../../shared/letters/wording/class-wording.ts";
import { principalWords } from "../../../../shared/letters/wording/principal-wording.ts";
import { headLine } from "../../../../shared/letters/wording/report-wording.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { caseName } from "../case-name.ts";
import type { AtWork } from "../workspace.ts";
import type { OwnCase } from "./own-cases.ts";

/** A hearing in fewer days than this stands out. */
const NEAR = 3;

/** By day and hour. `left`: more cases weren't looked at. */
export async function hearingsView(
  ports: DeskPorts,
  work: AtWork,
  cases: readonly OwnCase[],
  left: number,
): Promise<Markup> {
  const today = civilDateAt(ports.now());
  const ahead = cases
    .flatMap(({ row, file }) =>
      file.state === "awaiting-hearing" && startOf(file.hearing) > ports.now()
        ? row.agencies
            .filter(({ withdrawn }) => withdrawn !== true)
            .map(({ name }) => ({ file, name, hearing: file.hearing }))
        : [],
    )
    .toSorted((one, other) =>
      `${one.hearing.date} ${one.hearing.time ?? ""}`.localeCompare(
        `${other.hearing.date} ${other.hearing.time ?? ""}`,
      ),
    );
  const rows = ahead.map(async ({ file, name, hearing }) => {
    const left = daysBetween(today, hearing.date);
    const near =
      left < NEAR
        ? html`<small class="soon">${left === 0 ? "今天" : left === 1 ? "明天" : "后天"}</small>`
        : "";
    return [
      html`${hearingMoment(hearing)}${near}`,
      await caseName(ports, work, file, name),
      html`${hearing.place ?? ""}${hearing.mode === undefined || hearing.mode === "in-person" ? "" : html`<small>${modeName(hearing.mode)}</small>`}`,
      html`${principalLine(file, name)}${whoComes(reportOf(file, name)?.head)}`,
    ];
  });
  return html`<section aria-labelledby="hearings"><h2 id="hearings">即将开庭</h2>${dataTable({
    caption:
      left === 0 ? `共${ahead.length}次，按时间排列` : `列出${ahead.length}次，按时间排列；其余见本单位案件`,
    columns: ["时间", "案件", "法庭", "出庭负责人"],
    rows: await Promise.all(rows),
    empty: "没有待开庭的案件。",
  })}</section>`;
}

/** 应由正职出庭, and why. */
function principalLine(file: CaseFile, name: string): Markup | string {
  const owed = principalOwed(file, name);
  return owed === undefined ? "" : html`<div>${principalWords(owed.reasons)}</div>`;
}

type Head = NonNullable<ReturnType<typeof reportOf>>["head"] | undefined;

function whoComes(head: Head): Markup | string {
  if (head === undefined) return html`<span class="soon">尚未报告</span>`;
  return headLine(head);
}
