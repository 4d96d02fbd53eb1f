/** What the cells of a court's ledger say: marks, dates, outcomes, agencies, persons. */

import { endsAsOrgan } from "../../domain/court/organ-endings.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import { addDays, type CivilDate, civilDate, civilDateOf } from "../../domain/time/time.ts";
import { SMALL, smallNumber, yearNumber, ZERO } from "../text/numerals.ts";
import { squeezed } from "./ledger-columns.ts";

/** `blank`: the cell says nothing; `unclear`: it says something we don't understand. */
export type Answer = "yes" | "no" | "blank" | "unclear";

/** What marks and blanks mean by the sheet's own legend (注：√为出庭，空白为未出庭); by common use where it has none. */
export type Legend = ReadonlyMap<string, "yes" | "no">;

const BLANK = /^(?:[-—–－/\\、.。*]*|待.{0,4}|不详|未知|不明|未填|\?|n\/?a)$/iu;
const TICK = "√✓✔☑✅";
const CROSS = "×✗✘✕☒❌";
const YES = new RegExp(`^(?:是|有|对|属于?|[${TICK}]|[yv1]|yes|true)$`, "iu");
const NO = new RegExp(`^(?:否|无|不是|没有|非|不属于?|[${CROSS}]|[xn0]|no|false)$`, "iu");

/** A yes-or-no cell; a detail behind the answer (是，副局长李四) doesn't change it. */
export function answerOf(cell: string, legend: Legend = new Map()): Answer {
  const text = squeezed(cell);
  const meant = legend.get(BLANK.test(text) ? "" : text);
  if (meant !== undefined) return meant;
  if (BLANK.test(text)) return "blank";
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
  return /开庭|庭审|^(?:不?公开|线上|网上|远程|巡回)审理|^不?公开$/u.test(text) ? "yes" : answer;
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

/** Whether a head appeared, from an attendance cell. A plan (拟出庭) is no attendance; a clerk or lawyer is no head. */
export function attendedAnswer(cell: string, legend: Legend): Answer {
  const answer = answerOf(cell, legend);
  if (answer !== "unclear") return answer;
  const answers = clausesOf(cell).map(clauseAnswer);
  if (answers.includes("yes")) return "yes";
  return answers.includes("no") && !answers.includes("unclear") ? "no" : "unclear";
}

/** The clauses of an attendance cell that don't say somebody stayed away: who came stands there. */
export function presentPart(cell: string): string {
  const clauses = clausesOf(cell);
  return clauses.length < 2 ? cell : clauses.filter((clause) => clauseAnswer(clause) !== "no").join(" ");
}

/** The clauses that do. */
export function absentPart(cell: string): string {
  return clausesOf(cell)
    .filter((clause) => clauseAnswer(clause) === "no")
    .join("，");
}

function clausesOf(cell: string): string[] {
  return cell.split(/[,，;；。\n]/u).filter((clause) => clause.trim() !== "");
}

/** One clause: 因公出差未出庭 · 负责人出庭 · 委托工作人员出庭. `blank` where it is about something else. */
function clauseAnswer(clause: string): Answer {
  const text = squeezed(clause);
  if (/(?:未|没有?|不能?|无法|无负责人|无人).{0,4}(?:出庭|到庭|应诉)|缺席|未派员/u.test(text)) return "no";
  if (/^(?:仅|只|委托|由|派|有|相应|的){0,4}(?:工作人员|委托代理人|代理人|律师)/u.test(text)) return "no";
  if (/拟|将|计划|应当|承诺/u.test(text)) return "unclear";
  if (
    /^(?:行政机关|其他|参与|的){0,3}(?:正职|副职|分管)|^[出到]庭|(?:负责人|领导|[正副]职).{0,4}(?:出庭|到庭)|^已[出到]庭/u.test(
      text,
    )
  )
    return "yes";
  return /出庭|到庭|应诉|^(?:委托|委派|指派|由|派)/u.test(text) ? "unclear" : "blank";
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
export function marksOf(legend: Legend): Legend {
  return new Map([...legend].filter(([mark]) => MARK.test(mark)));
}

/**
 * The sheet's own legend, from its titles, headings and notes. A ring is a yes where no tick stands beside it in
 * the `cells`; where both do, nobody can tell.
 */
export function legendOf(notes: string, cells: Iterable<string>): Legend {
  const legend = new Map<string, "yes" | "no">();
  if (!Iterator.from(cells).some((cell) => TICK.includes(cell.trim() || " ")))
    legend.set("○", "yes").set("〇", "yes");
  const text = squeezed(notes);
  const said = [
    ...[...text.matchAll(LEGEND)].map(([, mark = "", meaning = ""]) => ({ mark, meaning })),
    ...[...text.matchAll(LEGEND_REVERSED)].map(([, meaning = "", mark = ""]) => ({ mark, meaning })),
  ];
  for (const { mark, meaning } of said) {
    const key = /^[\p{Script=Han}]/u.test(mark) && mark !== "〇" ? "" : mark;
    legend.set(key, /未|没|否/u.test(meaning) ? "no" : "yes");
  }
  return legend;
}

/**
 * A day written as a number, 8.1: without a number format its last zero would not be shown, so that it may be 8.10 as
 * well. Where both are days nobody can tell.
 */
export function dayOfNumber(cell: string): string {
  const [, month = "", day = ""] = /^(\d{1,2})\.([123])$/u.exec(cell) ?? [];
  return civilDateOf(2024, Number(month), Number(`${day}0`)) === undefined ? cell : `${cell}或${cell}0`;
}

/** 8.1或8.10. */
export function isEitherDay(cell: string): boolean {
  return /^\d{1,2}\.\d或\d{1,2}\.\d0$/u.test(cell);
}

/** The first of the days a cell names; `year` stands for one that isn't written (8月12日). */
export function firstDate(cell: string, year: number | undefined): CivilDate | undefined {
  const text = inDigits(cell.normalize("NFKC").replace(/\s+/gu, " ").trim());
  if (isEitherDay(text)) return undefined;
  const dates: (CivilDate | undefined)[] = [];
  for (const [, y, m, d] of text.matchAll(/(?<!\d)(20\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)/gu))
    dates.push(civilDateOf(Number(y), Number(m), Number(d)));
  for (const [, y, m, d] of text.matchAll(/(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)/gu))
    dates.push(civilDateOf(Number(y), Number(m), Number(d)));
  if (dates.length === 0 && year !== undefined)
    for (const [, m, d] of text.matchAll(/(?<![\d年])(\d{1,2}) ?[月.] ?(\d{1,2})(?!\d)/gu))
      dates.push(civilDateOf(year, Number(m), Number(d)));
  if (dates.length === 0 && /^[45]\d{4}(?:\.\d+)?$/u.test(text))
    dates.push(addDays(WORKBOOK_EPOCH, Math.floor(Number(text))));
  return dates.filter((date) => date !== undefined).sort()[0];
}

const NUMERAL_DATE = new RegExp(
  `(?<!\\d)([2二][${ZERO}\\d一二三四五六七八九]{3}) ?年 ?(${SMALL}) ?月 ?(${SMALL})(?= ?[日号]|$)`,
  "gu",
);

/** 二〇二六年八月五日 and 26年8月5日 as 2026年8月5日. */
function inDigits(text: string): string {
  return text
    .replace(NUMERAL_DATE, (written, year: string, month: string, day: string) => {
      const number = yearNumber(year);
      return number === undefined ? written : `${number}年${smallNumber(month)}月${smallNumber(day)}`;
    })
    .replace(/(?<!\d)([1-9]\d)年(?=\s*\d{1,2}\s*月\s*\d)/gu, "20$1年");
}

/** The day a cell names without its year (8月3日), as `08-03`. */
export function dayWithoutYear(cell: string): string | undefined {
  const [, month = "", day = ""] =
    /(?<![\d年])(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?(?!\d)/u.exec(cell.normalize("NFKC")) ?? [];
  // A leap year, so that 2月29日 is a day.
  return civilDateOf(2024, Number(month), Number(day))?.slice(5);
}

/** Day 0 of a workbook's day numbers. */
const WORKBOOK_EPOCH = civilDate("1899-12-30");

/** How a first-instance case ended, for the agency; undefined where it hasn't, or the cell is empty. */
export function outcomeOf(cell: string, instance: string): StatisticsRow["outcome"] {
  const text = squeezed(cell);
  if (BLANK.test(text) || isPending(cell)) return undefined;
  if (
    /和解|调解|化解|协调/u.test(text) &&
    !/未(?:能)?(?:和解|调解|化解)|(?:调解|协调)(?:不成|未果|无果)/u.test(text)
  )
    return "settled-withdrawn";
  if (/撤诉|撤回(?:起诉|上诉|申请)|(?:准许|准予|按)撤/u.test(text)) return "withdrawn";
  // On appeal 驳回上诉 says nothing about who had won before.
  if (instance !== "first") return "other";
  if (
    /(?<!不予)撤销|确认.{0,6}(?:违法|无效)|责令|限期|变更|履行|败诉|(?:判令|判决).{0,4}赔偿|支持/u.test(
      text,
    ) &&
    !/^驳回/u.test(text)
  )
    return "lost";
  return /驳回|维持|不予|胜诉/u.test(text) ? "won" : "other";
}

/** 未结, 审理中: the cell says that the case goes on. */
export function isPending(cell: string): boolean {
  return /^(?:未(?:审)?结案?|审理中|在审|尚未|待判|未判|未宣判)/u.test(squeezed(cell));
}

/** A cell of respondents holds agencies and nothing else, so that also the last word of a shortened name tells one. */
const ORGAN = endsAsOrgan([], ["院", "会", "公安"]);

/** The agencies of a cell: several where each part is one, else the cell is one name, however it is wrapped. */
export function agenciesOf(cell: string): string[] {
  const listed = partsOf(cell, /[、；;，,/]|(?<=局|府|会|处|队)和(?=\p{Script=Han}{2,}[局府会处队])/u);
  if (listed.length > 1 && listed.every((part) => ORGAN.test(part))) return listed;
  // A line break parts two names only where each names its place: 临沂市公安局 / 兰山分局 is one.
  const lines = partsOf(cell, /\s+/u);
  if (lines.length > 1 && lines.every((part) => ORGAN.test(part) && /[省市县区镇乡](?!场)/u.test(part)))
    return lines;
  const [name = ""] = partsOf(cell, /$^/u);
  return BLANK.test(name) ? [] : [name];
}

function partsOf(cell: string, separator: RegExp): string[] {
  const parts = cell.trim().split(separator);
  const names = parts.map((part) => part.replace(/\s/gu, "").replace(/^(?:被告\d?|\d+)[:：.、]/u, ""));
  return [...new Set(names.filter((name) => name !== ""))];
}

/** Whether a party's name is an agency's: on appeal either side may be. */
export function looksLikeAgency(name: string): boolean {
  return ORGAN.test(name) && !/(?:公司|合作社|厂)$/u.test(name);
}
