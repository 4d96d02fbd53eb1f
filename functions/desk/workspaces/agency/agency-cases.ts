/** 本单位案件: an agency's open cases with what runs in each, its closed ones a year of numbers at a time. */
import { html } from "hono/html";
import { type BoardRow, organisationBoard } from "../../../../shared/domain/board/board-row.ts";
import { civilDateAt, parseYear, yearOf } from "../../../../shared/domain/time/time.ts";
import {
  attendedWords,
  dueWords,
  flagName,
  rowState,
} from "../../../../shared/letters/board/board-wording.ts";
import { printedDate } from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { caseNumberLink } from "../case-name.ts";
import { type AtWork, workPlace } from "../workspace.ts";

const ON_A_PAGE = 50;
/** Years of numbers whose closed cases are offered. */
const YEARS = 3;

/** The page of all. */
export async function agencyCases(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const thisYear = yearOf(civilDateAt(ports.now()));
  const isClosed = work.query.state === "closed";
  const year = parseYear(work.query.year ?? "") ?? thisYear;
  const asked = { after: work.query.after?.slice(0, 60), limit: ON_A_PAGE };
  const page = isClosed
    ? await ports.records.closedCasesOf(work.organisation.id, year, asked)
    : await ports.records.openCases(organisationBoard(work.organisation.id), asked);
  const isPart = page.next !== undefined || asked.after !== undefined;
  const to = (query: Readonly<Record<string, string | undefined>>) =>
    workPlace(work, { part: "cases", query });
  const years = Array.from({ length: YEARS }, (_, before) => String(Number(thisYear) - before));
  return {
    status: 200,
    title: isClosed ? `${year}年案号的已结案件` : "未结案件",
    wide: true,
    body: html`<nav aria-label="案件"><ul><li><a href="${workPlace(work)}">返回工作台</a></li>${isClosed ? html`<li><a href="${to({})}">未结案件</a></li>` : ""}${years
      .filter((one) => !(isClosed && one === year))
      .map(
        (one) => html`<li><a href="${to({ state: "closed", year: one })}">${one}年已结案件</a></li>`,
      )}</ul></nav>
${dataTable({
  caption: isPart ? `本页${page.rows.length}件` : `共${page.rows.length}件`,
  columns: ["案号", "原告", "状态", "开庭", "本单位事项"],
  rows: await Promise.all(page.rows.map((row) => caseRow(ports, work, row))),
  empty: "没有这样的案件。",
})}
${page.next === undefined ? "" : html`<nav aria-label="翻页"><ul><li><a href="${to({ ...(isClosed && { state: "closed", year }), after: page.next })}">下一页</a></li></ul></nav>`}`,
  };
}

async function caseRow(ports: DeskPorts, work: AtWork, row: BoardRow): Promise<readonly (Markup | string)[]> {
  const { caseNumber, plaintiff = "", plaintiffs, hearing, heardOn, agencies } = row;
  const matters = agencies.flatMap((agency) => [
    ...agency.due.map(dueWords),
    ...agency.flags.map(flagName),
    attendedWords(agency),
  ]);
  return [
    await caseNumberLink(ports, work, caseNumber),
    plaintiffs > 1 ? `${plaintiff}等${plaintiffs}人` : plaintiff,
    rowState(row),
    hearing !== undefined
      ? printedDate(hearing.date)
      : heardOn === undefined
        ? ""
        : `${printedDate(heardOn)}（已开庭）`,
    matters.filter(Boolean).join("；"),
  ];
}
