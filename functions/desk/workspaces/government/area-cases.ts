/** 辖区案件: the cases of a government's area, by number: open ones, and closed ones a year of numbers at a time; the city's by county. */
import { html } from "hono/html";
import { areaOf } from "../../../../shared/casework/jurisdictions.ts";
import { overdueOf } from "../../../../shared/domain/board/board-query.ts";
import type { BoardRow } from "../../../../shared/domain/board/board-row.ts";
import { type CivilDate, civilDateAt, parseYear, yearOf } from "../../../../shared/domain/time/time.ts";
import { attendedWords, overdueWords, rowState } from "../../../../shared/letters/board/board-wording.ts";
import { printedDate } from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { caseNumberLink } from "../case-name.ts";
import { type AtWork, workPlace } from "../workspace.ts";

const ON_A_PAGE = 50;
/** Years of numbers whose closed cases are offered. */
const YEARS = 3;

/** Which of them: another area's name is none. */
interface Asked {
  readonly boards: readonly string[];
  readonly board: string;
  /** Of closed ones. */
  readonly year: string | undefined;
}

/** A page of them; undefined for a government that has no area. */
export async function areaCases(ports: DeskPorts, work: AtWork): Promise<Shown | undefined> {
  const boards = await areaOf(ports.directory, work.organisation);
  const board = boards.find((one) => one === work.query.district) ?? boards[0];
  if (board === undefined) return undefined;
  const today = civilDateAt(ports.now());
  const closedOf =
    work.query.state === "closed" ? (parseYear(work.query.year ?? "") ?? yearOf(today)) : undefined;
  const paged = { after: work.query.after, limit: ON_A_PAGE };
  const { rows, next } =
    closedOf === undefined
      ? await ports.records.openCases(board, paged)
      : await ports.records.closedCases(board, closedOf, paged);
  return {
    status: 200,
    title: closedOf === undefined ? "辖区在办案件" : `${closedOf}年案号的已结案件`,
    wide: true,
    body: html`${waysOf(work, { boards, board, year: closedOf }, yearOf(today))}${dataTable({
      caption: `${board}，本页${rows.length}件`,
      columns: ["案号", "原告", "被告", "状态", "开庭", "出庭情况", "逾期"],
      rows: await Promise.all(rows.map((row) => cellsOf(ports, work, row, today))),
      empty: "没有这样的案件。",
    })}${next === undefined ? "" : html`<nav aria-label="翻页"><ul><li><a href="${addressOf(work, { board, year: closedOf, after: next })}">下一页</a></li></ul></nav>`}`,
  };
}

function addressOf(
  work: AtWork,
  { board, year, after }: Pick<Asked, "board" | "year"> & { readonly after?: string },
): string {
  const state = year === undefined ? undefined : "closed";
  return workPlace(work, { part: "cases", query: { district: board, state, year, after } });
}

/** The other lists there are. */
function waysOf(work: AtWork, { boards, board, year }: Asked, thisYear: string): Markup {
  const years = Array.from({ length: YEARS }, (_, before) => String(Number(thisYear) - before));
  const lists = [["在办案件", undefined] as const, ...years.map((one) => [`${one}年已结案件`, one] as const)];
  const way = (words: string, current: boolean, to: string) =>
    html`<li>${current ? html`<span aria-current="true">${words}</span>` : html`<a href="${to}">${words}</a>`}</li>`;
  return html`<nav aria-label="案件"><ul><li><a href="${workPlace(work)}">返回工作台</a></li>${lists.map(([words, one]) => way(words, one === year, addressOf(work, { board, year: one })))}</ul></nav>${
    boards.length < 2
      ? ""
      : html`<nav aria-label="辖区"><ul>${boards.map((one) => way(one, one === board, addressOf(work, { board: one, year })))}</ul></nav>`
  }`;
}

async function cellsOf(
  ports: DeskPorts,
  work: AtWork,
  row: BoardRow,
  today: CivilDate,
): Promise<readonly (Markup | string)[]> {
  const { caseNumber, plaintiff = "", plaintiffs, agencies, hearing, heardOn } = row;
  return [
    await caseNumberLink(ports, work, caseNumber),
    plaintiffs > 1 ? `${plaintiff}等${plaintiffs}人` : plaintiff,
    agencies.map(({ name }) => name).join("、"),
    rowState(row),
    hearing !== undefined
      ? `${printedDate(hearing.date)} ${hearing.time ?? ""}`.trim()
      : heardOn === undefined
        ? ""
        : `${printedDate(heardOn)}（已开庭）`,
    [...new Set(agencies.map(attendedWords))].filter(Boolean).join("、"),
    html`${overdueOf(row, today).map((late) => html`<div class="late">${late.agency.name}：${overdueWords(late)}</div>`)}`,
  ];
}
