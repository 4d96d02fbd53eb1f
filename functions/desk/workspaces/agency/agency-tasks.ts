/** 待办 and 已办 of an agency: what is to be done, by when and why, each with its way into the room; what has been done. */
import { html } from "hono/html";
import { byDue, type CaseDeed, type CaseTask } from "../../../../shared/domain/board/worklist.ts";
import { civilDateAt } from "../../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../../shared/letters/frame/dates.ts";
import { deedName, taskName, taskReasons } from "../../../../shared/letters/wording/worklist-wording.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { caseName } from "../case-name.ts";
import { type AtWork, roomPlace } from "../workspace.ts";
import { correctionTasks } from "./correction-tasks.ts";
import { lostCasesOpen, type OwnCase } from "./own-cases.ts";
import { dueCell, isSoon, type TaskRow } from "./task-row.ts";

/**
 * The list of what is to be done, what is due first first; how many of it are due by tomorrow stands above. `left`: in so many more
 * cases something may be asked, later than in these.
 */
export async function tasksView(
  ports: DeskPorts,
  work: AtWork,
  cases: readonly OwnCase[],
  left: number,
): Promise<Markup> {
  const today = civilDateAt(ports.now());
  // A lost case is open again as long as what the judgment orders isn't done.
  const listed = new Set(cases.map(({ file }) => file.caseNumber));
  const { cases: ofLost, left: lostLeft } = await lostCasesOpen(ports, work);
  const lost = ofLost.filter(({ file }) => !listed.has(file.caseNumber));
  const ofCases = [...cases, ...lost]
    .flatMap((own) => own.todo.map((task) => ({ own, task })))
    .toSorted((one, other) => byDue(one.task, other.task));
  const rows = [
    ...(await Promise.all(ofCases.map(({ own, task }) => taskRow(ports, work, own, task)))),
    ...(await correctionTasks(ports, work)),
  ].toSorted(({ due: one = "9999" }, { due: other = "9999" }) => (one < other ? -1 : one > other ? 1 : 0));
  const late = rows.filter(({ due }) => due !== undefined && due < today).length;
  const soon = rows.filter(({ due }) => due !== undefined && isSoon(due, today)).length;
  const isPart = left + lostLeft > 0;
  const more = [
    left === 0 ? "" : `另有${left}件未结案件可能有待办，时限或者开庭都在下列之后，下列办理后列出`,
    lostLeft === 0 ? "" : `另有${lostLeft}件败诉案件待办，时限在下列败诉案件之后`,
  ].filter(Boolean);
  return html`<section aria-labelledby="todo"><h2 id="todo">待办</h2>${isPart ? html`<p class="hint">${more.join("；")}。</p>` : ""}${dataTable(
    {
      caption: `${isPart ? "列出" : "共"}${rows.length}项${late === 0 ? "" : `，已逾期${late}项`}${soon === 0 ? "" : `，今明两日到期${soon}项`}`,
      columns: ["事项", "时限", "案件", "依据"],
      rows: rows.map(({ cells }) => cells),
      empty: "没有需要办理的事项。",
    },
  )}</section>`;
}

async function taskRow(
  ports: DeskPorts,
  work: AtWork,
  { file }: Pick<OwnCase, "file">,
  task: CaseTask,
): Promise<TaskRow> {
  const today = civilDateAt(ports.now());
  const place = await roomPlace(ports, work, task.target, file.version);
  const { why, counted } = taskReasons(task);
  return {
    due: task.due,
    cells: [
      html`<a href="${place}">${taskName(task)}</a>`,
      dueCell(task.due, today),
      await caseName(ports, work, file, task.respondent),
      html`${why}${counted.length === 0 ? "" : html`<details><summary>期限怎样计算</summary>${counted.map((one) => html`<small>${one}</small>`)}</details>`}`,
    ],
  };
}

/** What has been done, the newest first; `most`: so many of them. `ofSome`: not all open cases were looked at. */
export async function deedsView(
  ports: DeskPorts,
  work: AtWork,
  cases: readonly OwnCase[],
  { most, ofSome }: { readonly most: number; readonly ofSome: boolean },
): Promise<Markup> {
  const deeds = cases
    .flatMap((own) => own.done.map((deed) => ({ own, deed })))
    .toSorted(({ deed: one }, { deed: other }) => ((one.at ?? "") < (other.at ?? "") ? 1 : -1));
  const shown = deeds.slice(0, most);
  return html`<section aria-labelledby="done"><h2 id="done">已办</h2>${dataTable({
    caption: ofSome
      ? `列出部分未结案件的${shown.length}项，最近的在前`
      : deeds.length > most
        ? `最近的${most}项，共${deeds.length}项`
        : `共${deeds.length}项，最近的在前`,
    columns: ["事项", "时间", "案件", "经办人"],
    rows: await Promise.all(
      shown.map(async ({ own, deed }) => [
        deedName(deed),
        whenDone(deed),
        await caseName(ports, work, own.file, deed.respondent),
        deed.by ?? "",
      ]),
    ),
    empty: `${ofSome ? "查看的部分" : ""}未结案件中还没有办理过的事项。`,
  })}</section>`;
}

function whenDone({ at }: CaseDeed): string {
  return at === undefined ? "" : printedMoment(at);
}
