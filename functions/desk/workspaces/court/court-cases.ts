/** 本院案件: a court's open and closed cases, a page at a time, and its hearings ahead. */
import { html } from "hono/html";
import { type BoardRow, organisationBoard } from "../../../../shared/domain/board/board-row.ts";
import { defined } from "../../../../shared/domain/defined.ts";
import { civilDateAt, parseYear, yearOf } from "../../../../shared/domain/time/time.ts";
import { rowState } from "../../../../shared/letters/board/board-wording.ts";
import { printedDate } from "../../../../shared/letters/frame/dates.ts";
import { principalWords } from "../../../../shared/letters/wording/principal-wording.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { caseNumberLink } from "../case-name.ts";
import { type AtWork, workPlace } from "../workspace.ts";

const ROWS = 50;

/** Those with a hearing set, the nearest first. */
export async function casesAhead(ports: DeskPorts, work: AtWork, rows: readonly BoardRow[]): Promise<Markup> {
  const today = civilDateAt(ports.now());
  const ahead = rows
    .filter(({ hearing }) => hearing !== undefined && hearing.date >= today)
    .toSorted((one, other) => when(one).localeCompare(when(other)));
  const shown = ahead.slice(0, ROWS);
  const numbers = await Promise.all(shown.map(({ caseNumber }) => caseNumberLink(ports, work, caseNumber)));
  return html`<h2>即将开庭</h2>${dataTable({
    caption: ahead.length > ROWS ? `最近的${ROWS}件，共${ahead.length}件` : "按开庭时间排列",
    columns: ["案号", "开庭", "被告", "法庭"],
    rows: shown.map(({ hearing, agencies }, index) => [
      numbers[index] ?? "",
      hearing === undefined ? "" : `${printedDate(hearing.date)} ${hearing.time ?? ""}`,
      html`${agencies.map(({ name, principal }) => html`<div>${name}${principal === undefined ? "" : html`<small>${principalWords(principal)}</small>`}</div>`)}`,
      hearing?.place ?? "",
    ]),
    empty: "没有待开庭的案件。",
  })}`;
}

function when({ hearing }: BoardRow): string {
  return `${hearing?.date} ${hearing?.time ?? ""}`;
}

/** The page of all: open ones by number, closed ones a year at a time. */
export async function courtCases(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const { id } = work.organisation;
  const closed = work.query.state === "closed";
  const year = parseYear(work.query.year ?? "") ?? yearOf(civilDateAt(ports.now()));
  const asked = { after: work.query.after?.slice(0, 60), limit: ROWS };
  const { rows, next } = closed
    ? await ports.records.closedCasesOf(id, year, asked)
    : await ports.records.openCases(organisationBoard(id), asked);
  const numbers = await Promise.all(rows.map(({ caseNumber }) => caseNumberLink(ports, work, caseNumber)));
  const to = (query: Readonly<Record<string, string | undefined>>) =>
    workPlace(work, { part: "cases", query });
  const years = [0, 1, 2].map((before) => String(Number(yearOf(civilDateAt(ports.now()))) - before));
  return {
    status: 200,
    title: closed ? `${year}年案号的已结案件` : "未结案件",
    wide: true,
    body: html`<nav aria-label="案件"><ul><li><a href="${workPlace(work)}">返回工作台</a></li><li><a href="${to({})}">未结案件</a></li>${years.map((one) => html`<li><a href="${to({ state: "closed", year: one })}">${one}年已结</a></li>`)}</ul></nav>
${dataTable({
  caption: `本页${rows.length}件`,
  columns: ["案号", "原告", "被告", "状态", "开庭"],
  rows: rows.map(({ plaintiff = "", plaintiffs, agencies, state, halted, hearing, heardOn }, index) => [
    numbers[index] ?? "",
    plaintiffs > 1 ? `${plaintiff}等${plaintiffs}人` : plaintiff,
    agencies.map(({ name }) => name).join("、"),
    rowState({ state, ...defined({ halted }) }),
    hearing !== undefined
      ? printedDate(hearing.date)
      : heardOn === undefined
        ? ""
        : `${printedDate(heardOn)}（已开庭）`,
  ]),
  empty: "没有这样的案件。",
})}
${next === undefined ? "" : html`<nav aria-label="翻页"><ul><li><a href="${to({ ...(closed && { state: "closed", year }), after: next })}">下一页</a></li></ul></nav>`}`,
  };
}
