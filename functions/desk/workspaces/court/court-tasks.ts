/** 待办 of a court: its ledger, differences it is asked about, obstacles it has been told of. */
import { html } from "hono/html";
import type { BoardRow } from "../../../../shared/domain/board/board-row.ts";
import { obstaclesOf } from "../../../../shared/domain/case-file/before-hearing.ts";
import { openDifferences } from "../../../../shared/domain/case-file/reconciliation.ts";
import { addMonths, civilDateAt, monthOf } from "../../../../shared/domain/time/time.ts";
import { printedDate, printedMonth } from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { type AtWork, roomPlace, workPlace } from "../workspace.ts";

type Row = readonly (Markup | string)[];

/** The list of tasks, what is due first. */
export async function courtTasks(ports: DeskPorts, work: AtWork, rows: readonly BoardRow[]): Promise<Markup> {
  const tasks = [
    ...(await ledgerTask(ports, work)),
    ...(await obstacles(ports, work, rows)),
    ...(await differences(ports, work, rows)),
  ];
  return html`<h2>待办</h2>${dataTable({
    caption: tasks.length === 0 ? "" : `共${tasks.length}项`,
    columns: ["事项", "时限", "说明"],
    rows: tasks,
    empty: "没有需要办理的事项。",
  })}`;
}

async function ledgerTask({ records, now }: DeskPorts, work: AtWork): Promise<readonly Row[]> {
  const month = addMonths(monthOf(civilDateAt(now())), -1);
  const duty = await records.duty(work.organisation.id, month);
  if (duty === undefined || duty.receivedOn !== undefined) return [];
  const late = civilDateAt(now()) > duty.due;
  return [
    [
      html`<a href="${workPlace(work, { part: "ledger" })}">报送${printedMonth(month)}台账</a>`,
      html`<span class="${late ? "late" : "soon"}">${printedDate(duty.due)}前（含当日）</span>`,
      duty.prefilled === undefined
        ? "本月系统没有已知的案件；没有开庭的也请报送。"
        : `系统已预填${duty.prefilled.cases}件，请核对、补充后上传。`,
    ],
  ];
}

/** 出庭障碍 that wait for its answer, before the hearing. */
async function obstacles(ports: DeskPorts, work: AtWork, rows: readonly BoardRow[]): Promise<readonly Row[]> {
  const concerned = rows.filter(({ agencies }) => agencies.some(({ flags }) => flags.includes("obstacle")));
  const found = await Promise.all(
    concerned.map(async ({ caseNumber, agencies }) => {
      const file = await ports.records.caseFile(caseNumber);
      if (file?.state !== "awaiting-hearing") return [];
      const { ordinal, date } = file.hearing;
      const waiting = agencies
        .flatMap(({ name }) => obstaclesOf(file, name))
        .filter(({ hearing, answer }) => hearing === ordinal && answer === undefined);
      return Promise.all(
        waiting.map(async ({ respondent, at }): Promise<Row> => {
          const target = { task: "obstacle", caseNumber, respondent, reportedAt: at } as const;
          return [
            html`<a href="${await roomPlace(ports, work, target, file.version)}">答复出庭障碍</a>`,
            `${printedDate(date)}开庭前`,
            `${caseNumber}，${respondent}报告负责人不能出庭或者申请延期。`,
          ];
        }),
      );
    }),
  );
  return found.flat();
}

async function differences(
  ports: DeskPorts,
  work: AtWork,
  rows: readonly BoardRow[],
): Promise<readonly Row[]> {
  const concerned = rows.filter(({ agencies }) => agencies.some(({ flags }) => flags.includes("difference")));
  const found = await Promise.all(
    concerned.map(async ({ caseNumber, agencies }) => {
      const file = await ports.records.caseFile(caseNumber);
      if (file === undefined) return [];
      return Promise.all(
        agencies
          .flatMap(({ name }) => openDifferences(file, name))
          .map(async ({ respondent, sitting }): Promise<Row> => {
            const target = { task: "reconciliation", caseNumber, respondent, sitting } as const;
            const place = await roomPlace(ports, work, target, file.version);
            return [
              html`<a href="${place}">核对出庭记载</a>`,
              "",
              `${caseNumber}，${respondent}，${printedDate(sitting)}开庭：法院与行政机关的记载不一致。`,
            ];
          }),
      );
    }),
  );
  return found.flat();
}
