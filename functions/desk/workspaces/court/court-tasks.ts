/** 待办 of a court: its ledger, differences it is asked about, obstacles it has been told of. */
import { html } from "hono/html";
import type { BoardFlag, BoardRow } from "../../../../shared/domain/board/board-row.ts";
import { obstaclesOf } from "../../../../shared/domain/case-file/before-hearing.ts";
import { openDifferences } from "../../../../shared/domain/case-file/reconciliation.ts";
import type { CaseFile } from "../../../../shared/domain/case-file/state.ts";
import type { LinkTarget } from "../../../../shared/domain/notices/frame/link-target.ts";
import { addMonths, civilDateAt, monthOf } from "../../../../shared/domain/time/time.ts";
import { printedDate, printedMonth } from "../../../../shared/letters/frame/dates.ts";
import { LEGAL_BASIS } from "../../../../shared/letters/wording/legal-basis.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { type ReadCase, readFiles } from "../read-files.ts";
import { type AtWork, roomPlace, workPlace } from "../workspace.ts";

type Row = readonly (Markup | string)[];

/** Whether a row says so of one of its agencies. */
function isFlagged({ agencies }: BoardRow, flag: BoardFlag): boolean {
  return agencies.some(({ flags }) => flags.includes(flag));
}

/** The list of tasks, what is due first. */
export async function courtTasks(ports: DeskPorts, work: AtWork, rows: readonly BoardRow[]): Promise<Markup> {
  const concerned = rows.filter((row) =>
    (["obstacle", "difference", "who-appears"] as const).some((flag) => isFlagged(row, flag)),
  );
  const cases = await readFiles(ports, concerned);
  const asked = [...cases.flatMap(obstacles), ...cases.flatMap(whoAppears), ...cases.flatMap(differences)];
  const inCases = await Promise.all(
    asked.map(async ({ file, target, words, until, about }): Promise<Row> => {
      const place = await roomPlace(ports, work, target, file.version);
      return [html`<a href="${place}">${words}</a>`, until, `${file.caseNumber}，${about}`];
    }),
  );
  const tasks = [...(await ledgerTask(ports, work)), ...inCases];
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

/** One thing the court is asked in a case. */
interface Asked {
  readonly file: CaseFile;
  readonly target: LinkTarget;
  readonly words: string;
  readonly until: string;
  readonly about: string;
}

/** 出庭障碍 that wait for its answer, before the hearing. */
function obstacles({ file, row }: ReadCase): readonly Asked[] {
  if (file.state !== "awaiting-hearing" || !isFlagged(row, "obstacle")) return [];
  const { caseNumber, hearing } = file;
  return row.agencies
    .flatMap(({ name }) => obstaclesOf(file, name))
    .filter((one) => one.hearing === hearing.ordinal && one.answer === undefined)
    .map(({ respondent, at }) => ({
      file,
      target: { task: "obstacle", caseNumber, respondent, reportedAt: at },
      words: "答复出庭障碍",
      until: `${printedDate(hearing.date)}开庭前`,
      about: `${respondent}报告负责人不能出庭或者申请延期。`,
    }));
}

/** 由谁出庭: the co-respondents haven't settled it, and the court may (法释〔2020〕3号 §3). */
function whoAppears({ file, row }: ReadCase): readonly Asked[] {
  if (file.state !== "awaiting-hearing" || !isFlagged(row, "who-appears")) return [];
  const { caseNumber, hearing } = file;
  return [
    {
      file,
      target: { task: "case-page", caseNumber },
      words: "共同被告由哪家单位负责人出庭未定",
      until: `${printedDate(hearing.date)}开庭前`,
      about: `各被告没有说明或者说法不一致，需要由本院确定的，以出庭通知书写明（${LEGAL_BASIS.joint}）。`,
    },
  ];
}

/** Differences (核对) about sittings. */
function differences({ file, row }: ReadCase): readonly Asked[] {
  if (!isFlagged(row, "difference")) return [];
  const { caseNumber } = file;
  return row.agencies
    .flatMap(({ name }) => openDifferences(file, name))
    .map(({ respondent, sitting }) => ({
      file,
      target: { task: "reconciliation", caseNumber, respondent, sitting },
      words: "核对出庭记载",
      until: "",
      about: `${respondent}，${printedDate(sitting)}开庭：法院与行政机关的记载不一致。`,
    }));
}
