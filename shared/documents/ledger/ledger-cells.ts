/** What do the marks and short answers in the cells of a court's ledger mean: 是, √, 正职, 未开庭, and blanks? */

import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import { squeezed } from "./cell-text.ts";
import { type Column, meaningOf } from "./ledger-headings.ts";

/** `blank`: the cell says nothing; `unclear`: it says something we don't understand. */
export type Answer = "yes" | "no" | "blank" | "unclear";

/** What marks and blanks mean by the sheet's own legend (注：√为出庭，空白为未出庭); by common use where it has none. */
export type Legend = ReadonlyMap<string, "yes" | "no">;

/** A sheet's legend: what holds for attendance, and what it says of one column by its heading (“涉企”栏空白为不涉企). */
export interface SheetLegend {
  readonly ofAttendance: Legend;
  readonly of: (column: Column) => Legend;
}

const BLANK = /^(?:[-—–－/\\、.。*]*|待.{0,4}|不详|未知|不明|未填|\?|n\/?a)$/iu;
const TICK = "√✓✔☑✅";
const CROSS = "×✗✘✕☒❌";
/** Marks that mean something only where a note says what. */
const OTHER_MARKS = "★☆●◎◆◇■□▲";
const YES = new RegExp(`^(?:是|有|对|属于?|[${TICK}]|[yv1]|yes|true)$`, "iu");
const NO = new RegExp(`^(?:否|无|不是|没有|非|不属于?|[${CROSS}]|[xn0]|no|false)$`, "iu");

/** Whether a text without blanks says nothing: —, 不详, 待定. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** A yes-or-no cell; a detail behind the answer (是，副局长李四) doesn't change it. */
export function answerOf(cell: string, legend: Legend = new Map()): Answer {
  const text = squeezed(cell);
  const meant = legend.get(isBlank(text) ? "" : text);
  if (meant !== undefined) return meant;
  if (isBlank(text)) return "blank";
  const [mark = ""] = text.split(/[,;:(。]/u);
  if (YES.test(mark)) return "yes";
  if (NO.test(mark)) return "no";
  return "unclear";
}

/** Whether a column that stands for one answer (正职, 未出庭) is marked, with whatever mark. */
export function isTicked(cell: string): boolean {
  return answerOf(cell) === "yes" || /^[○〇●]$/u.test(cell.trim());
}

/** Whether a case was heard: 是, 开庭审理, 不公开审理 (behind closed doors), 未开庭, 书面审理, 询问, 庭前撤诉. */
export function heardAnswer(cell: string, marks: Legend = new Map()): Answer {
  if (saysNotHeard(cell)) return "no";
  const answer = answerOf(cell, marks);
  const text = squeezed(cell);
  if (answer !== "unclear" || isYetToCome(cell)) return answer;
  return /开庭|庭审|^(?:不?公开|线上|网上|远程|巡回)审理|^不?公开$|^(?:线[上下]|在线|网上|现场|远程|异地)$/u.test(
    text,
  )
    ? "yes"
    : answer;
}

/** 待开庭, 定于9月10日, 延期: a hearing that is to come says nothing of one that was. */
export function isYetToCome(cell: string): boolean {
  return /待|拟|将于|定于|定在|预计|排期|延期|改期|另行/u.test(squeezed(cell));
}

/** 未开庭, 书面审理, 庭前撤诉: in whichever column it stands, there was no hearing. */
export function saysNotHeard(cell: string): boolean {
  const text = squeezed(cell);
  return /(?:未|不|没有?|无需|不再)(?:经)?(?:开庭|审理)|书面|径行|阅卷|^(?:询问|调查|谈话)|(?:庭|开庭|审理)前.{0,4}(?:撤诉|撤回|调解|和解)|取消/u.test(
    text,
  );
}

/** 正职, 副职 or 分管 where the cell says so. */
export function rankOf(cell: string): StatisticsRow["rank"] {
  const text = squeezed(cell);
  if (/正职|主要负责人|一把手/u.test(text)) return text.includes("副职") ? undefined : "principal";
  if (text.includes("副职")) return "deputy";
  return /分管|其他负责人/u.test(text) ? "in-charge" : undefined;
}

const MEANT = "(?:表示|代表|视为|即为|即|均为|者为|的为|为|指|[=:])";
const LEGEND = new RegExp(
  `(空白|留空|不填|未填写?|空格|[${TICK}${CROSS}○〇△])(?:处|栏|者|的)?[”"']?${MEANT}(?:负责人)?[“"']?(未出庭|没有出庭|未到庭|出庭|到庭|是|否)`,
  "gu",
);
/** 出庭打√，未出庭不填. */
const LEGEND_REVERSED = new RegExp(
  `(未出庭|没有出庭|未到庭|(?<![未没有])出庭|(?<![未没有])到庭)(?:的|者)?(?:则|请)?(?:打|填写?|画|划|标注?|用|为)?[“"']?(空白|留空|不填|[${TICK}${CROSS}○〇△])`,
  "gu",
);
/** What a tick, a cross or a ring means in every column: 〇为是，×为否. */
const MARK = /^[^\p{Script=Han}]$|^〇$/u;

/** A legend's marks without its blanks, for columns other than that of attendance. */
function marksOf(legend: Legend): Legend {
  return new Map([...legend].filter(([mark]) => MARK.test(mark)));
}

const OF_COLUMN = /[“"'【]?([^“”"'【】,，;；。:：、]{1,12}?)[”"'】]?(?:一?栏|列)(?:中|内|里)?/gu;
/** Behind a column's name: each mark of it with what it means. */
const MEANT_THERE = new RegExp(
  `(空白|留空|不填|未填写?|空格|[${TICK}${CROSS}${OTHER_MARKS}○〇△])(?:处|者|的|则)*[”"']?${MEANT}[“"']?((?:未|不|没有?|非|无|否|是|已|有|涉|开|出|到|负)[^“”"',，;；。]{0,8})`,
  "gu",
);
const NEGATION = /^(?:负责人|案件)?(?:未|不|没|非|无|否)/u;

/**
 * The sheet's own legend, from its titles, headings and notes. A ring is a yes where no tick stands beside it in
 * the `cells`; where both do, it stays open.
 */
export function legendOf(notes: string, cells: Iterable<string>): SheetLegend {
  const legend = new Map<string, "yes" | "no">();
  if (!Iterator.from(cells).some((cell) => TICK.includes(cell.trim() || " ")))
    legend.set("○", "yes").set("〇", "yes");
  const { columns, rest: text } = ofColumns(squeezed(notes));
  const said = [
    ...[...text.matchAll(LEGEND)].map(([, mark = "", meaning = ""]) => ({ mark, meaning })),
    ...[...text.matchAll(LEGEND_REVERSED)].map(([, meaning = "", mark = ""]) => ({ mark, meaning })),
  ];
  for (const { mark, meaning } of said) legend.set(keyOf(mark), /未|没|否/u.test(meaning) ? "no" : "yes");
  const ofAttendance = new Map([...legend, ...(columns.get("attended") ?? [])]);
  const marks = marksOf(legend);
  return {
    ofAttendance,
    of: (column) =>
      column === "attended" ? ofAttendance : new Map([...marks, ...(columns.get(column) ?? [])]),
  };
}

function keyOf(mark: string): string {
  return /^[\p{Script=Han}]/u.test(mark) && mark !== "〇" ? "" : mark;
}

/** What a legend says of columns by their headings, and what is left of it. */
function ofColumns(text: string): { columns: Map<Column, Map<string, "yes" | "no">>; rest: string } {
  const columns = new Map<Column, Map<string, "yes" | "no">>();
  const named = [...text.matchAll(OF_COLUMN)];
  let rest = "";
  let from = 0;
  for (const [index, match] of named.entries()) {
    const column = meaningOf(match[1]?.replace(/^(?:注|备注|说明|其中)/u, "") ?? "");
    const start = match.index + match[0].length;
    const until = named[index + 1]?.index ?? text.length;
    const stop = text.slice(start, until).search(/[;；。\n]/u);
    const end = stop === -1 ? until : start + stop;
    const said = [...text.slice(start, end).matchAll(MEANT_THERE)];
    if (column === undefined || said.length === 0) continue;
    const marks = columns.get(column) ?? new Map<string, "yes" | "no">();
    for (const [, mark = "", meaning = ""] of said)
      marks.set(keyOf(mark), NEGATION.test(meaning) ? "no" : "yes");
    columns.set(column, marks);
    rest += text.slice(from, match.index);
    from = end;
  }
  return { columns, rest: rest + text.slice(from) };
}

/** A yes-or-no cell as a fact; undefined where it is neither. */
export function yesOrNo(cell: string | undefined, marks: Legend = new Map()): boolean | undefined {
  const answer = answerOf(cell ?? "", marks);
  return answer === "yes" ? true : answer === "no" ? false : undefined;
}
