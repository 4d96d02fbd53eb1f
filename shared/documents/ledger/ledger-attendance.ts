/**
 * Who appeared for each respondent of a ledger's row. The court's mark is its word, but a title can contradict
 * it: who is a head is decided by agency and title, and only a clear yes is a yes.
 */
import { type HeadJudgement, judgeHead } from "../../domain/court/head.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import type { CellReader } from "./ledger.ts";
import {
  type Answer,
  absentPart,
  answerOf,
  attendedAnswer,
  isTicked,
  type Legend,
  presentPart,
  rankOf,
  saysNotHeard,
} from "./ledger-cells.ts";
import { type Column, squeezed } from "./ledger-columns.ts";
import { type Person, personOf } from "./ledger-person.ts";

/** What a row says of one respondent; a missing key is a fact it doesn't give. */
export interface Attendance {
  readonly attended?: boolean | undefined;
  readonly rank?: StatisticsRow["rank"];
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly absenceReason?: string | undefined;
  /** Mark and title, or two cells, contradict each other. */
  readonly doubtful?: boolean;
}

/** The attendance of each respondent, in their order; a row whose respondent is missing has one all the same. */
export function attendanceOf(
  read: CellReader,
  agencies: readonly string[],
  legend: Legend,
  problems: Set<string>,
): Attendance[] {
  // Why there was no hearing (原告开庭前撤诉) is nobody's name.
  if (saysNotHeard(read("attended") ?? "") && (read("head") ?? "") === "")
    return agencies.length === 0 ? [{}] : agencies.map(() => ({}));
  if (agencies.length < 2) return [judged(read, agencies[0] ?? "", saidBy(read, legend, problems), problems)];
  const second = read("co-attended") ?? "";
  const marks = [read("attended") ?? "", ...(second === "" ? [] : [second])];
  const each = eachMark(marks.join("\n"), agencies, legend);
  if (each !== undefined) return each.map((attended) => ({ attended }));
  const own = ownPieces(marks.join("\n"), agencies);
  if (own !== undefined)
    return agencies.map((agency, index) => {
      const readOwn: CellReader = (column) => (column === "attended" ? own[index] : undefined);
      return judged(readOwn, agency, saidBy(readOwn, legend, problems), problems);
    });
  const said = saidBy(read, legend, problems);
  if (said !== "yes") return agencies.map((agency) => judged(read, agency, said, problems));
  // One mark for several: whose head it was shows only where the title fits one of them alone.
  const { title, name } = personIn(read);
  const fitting = agencies.filter(
    (agency) => title !== undefined && judgeHead({ agency, title }).verdict === "head",
  );
  problems.add(
    fitting.length === 1
      ? "一行有几个被告，其他被告的负责人是否出庭不明。"
      : "一行有几个被告，无法分清是谁的负责人出庭。",
  );
  return agencies.map((agency) =>
    fitting.length === 1 && fitting[0] === agency ? judged(read, agency, said, problems) : { title, name },
  );
}

/** A mark of its own for each of several respondents: in their order, by their names, or one for all (均出庭). */
function eachMark(cell: string, agencies: readonly string[], legend: Legend): boolean[] | undefined {
  const all = /^(?:均|都|全部|各被告均?|双方均?|二被告均?|两被告均?)/u.exec(squeezed(cell));
  if (all !== null) {
    const answer = attendedAnswer(squeezed(cell).slice(all[0].length), legend);
    return answer === "yes" || answer === "no" ? agencies.map(() => answer === "yes") : undefined;
  }
  const pieces = cell.split(/[、;；/\n]|[，,](?=.*[局府会处队委])/u).map((piece) => piece.trim());
  if (pieces.length !== agencies.length) return undefined;
  const said = pieces.map((piece) => ({
    of: agencies.filter((agency) => speaksOf(piece, agency)),
    answer: attendedAnswer(markIn(piece), legend),
  }));
  if (!said.every(({ answer }) => answer === "yes" || answer === "no")) return undefined;
  if (said.every(({ of }) => of.length === 0)) return said.map(({ answer }) => answer === "yes");
  const byName = agencies.map((agency) => said.filter(({ of }) => of.length === 1 && of[0] === agency));
  return byName.every((ones) => ones.length === 1) ? byName.map(([one]) => one?.answer === "yes") : undefined;
}

/** What is said of each respondent under its own name: 费县公安局：副局长张亮出庭；临沂市人民政府：未出庭. */
function ownPieces(cell: string, agencies: readonly string[]): string[] | undefined {
  const pieces = cell
    .split(/[;；\n]|[,，、](?=[^:：,，、]*[:：])/u)
    .map((piece) => /^\s*([^:：]+)[:：](.+)$/su.exec(piece));
  if (pieces.length !== agencies.length) return undefined;
  const own = agencies.map((agency) => {
    const of = pieces.filter((piece) => piece !== null && speaksOf(piece[1] ?? "", agency));
    return of.length === 1 ? of[0]?.[2]?.trim() : undefined;
  });
  return own.every((piece) => piece !== undefined) ? own : undefined;
}

/** What a piece says behind its ordinal or its agency's name: 1.是 · 被告二：否 · 县公安局出庭. */
function markIn(piece: string): string {
  return squeezed(piece)
    .replace(/^(?:被告)?[\d一二三四五①②③④⑤]{1,2}[.、:)]|^被告[\d一二三四五]/u, "")
    .replace(/^.*[局府会处队委](?:负责人)?:?(?=是|否|未|没|已|出庭|到庭|有|无|√|×)/u, "");
}

/** Whether a piece begins with the agency's name, in full or shortened (县公安局 for 沂南县公安局). */
function speaksOf(piece: string, agency: string): boolean {
  const [, name = ""] =
    /^(?:\d+\.)?(\p{Script=Han}+?[局府会处队委])(?:负责人)?:?(?:是|否|未|没|已|出庭|到庭|有|无|√|×|$)/u.exec(
      squeezed(piece),
    ) ?? [];
  let at = 0;
  for (const character of name) at = agency.indexOf(character, at) + 1 || Number.POSITIVE_INFINITY;
  return name !== "" && Number.isFinite(at);
}

const TICKS: readonly (readonly [Column, NonNullable<StatisticsRow["rank"]>])[] = [
  ["tick-principal", "principal"],
  ["tick-deputy", "deputy"],
  ["tick-in-charge", "in-charge"],
];

/** What the marks say, before any title is looked at. */
function saidBy(read: CellReader, legend: Legend, problems: Set<string>): Answer | "both" {
  const cell = read("attended") ?? "";
  if (saysNotHeard(cell)) return "blank";
  const marks = [attendedAnswer(cell, legend)];
  for (const [column] of TICKS) if (isTicked(read(column) ?? "")) marks.push("yes");
  if (isTicked(read("tick-absent") ?? "")) marks.push("no");
  if (/^(?:无|否|×)$|(?:未|没有)(?:出庭|到庭)/u.test((read("head") ?? "").trim())) marks.push("no");
  if (marks.includes("yes") && marks.includes("no")) {
    problems.add("出庭与未出庭同时注明，出庭情况按不明处理。");
    return "both";
  }
  const mark = marks.find((one) => one === "yes" || one === "no");
  if (mark !== undefined) return mark;
  if (marks[0] === "unclear" && personIn(read).title === undefined) {
    // 未出庭，委托王某出庭: nothing says that this person is a head.
    if (absentPart(cell) !== "") return "no";
    problems.add(`出庭情况“${cell}”无法识别。`);
  }
  return marks[0] === "blank" ? saidBeside(read) : (marks[0] ?? "blank");
}

/** Where no mark says anything: the class of who came, only others by their own column, the remark (仅工作人员出庭). */
function saidBeside(read: CellReader): Answer {
  const rank = read("rank") ?? "";
  const byRank = rankOf(rank) === undefined ? attendedAnswer(rank, new Map()) : "yes";
  if (byRank === "yes" || byRank === "no") return byRank;
  const remark = read("remark") ?? "";
  const sent = personOf(withoutMark(presentPart(remark))).title ?? "";
  // 负责人未出庭，委托法规科科长出庭: what a section's chief or a clerk makes of it is clear.
  const onlyStaff = absentPart(remark) !== "" && /[科股室队所站]|[职科]员|律师/u.test(sent);
  if (attendedAnswer(remark, new Map()) === "no" || onlyStaff) return "no";
  // 正职出庭 0, 副职出庭 0: each kind of head is answered for, not merely left blank.
  const ofHeads = TICKS.map(([column]) => read(column)).filter((mark) => mark !== undefined);
  if (ofHeads.length > 1 && ofHeads.every((mark) => answerOf(mark) === "no")) return "no";
  const headsTicked = TICKS.some(([column]) => read(column) !== undefined);
  const named = (read("head") ?? "") !== "";
  const others = isTicked(read("tick-staff") ?? "") || isTicked(read("tick-lawyers") ?? "");
  return headsTicked && !named && others ? "no" : "blank";
}

function judged(read: CellReader, agency: string, said: Answer | "both", problems: Set<string>): Attendance {
  const { name, title } = personIn(read);
  const absenceReason = reasonIn(read);
  const judgement = title === undefined ? undefined : judgeHead({ agency, title });
  const person = { name, title };
  if (said === "both") return { ...person, doubtful: true };
  if (said === "no") {
    // The head column names someone who would count: mark and name can't both be right, unless a reason explains.
    const named = judgement?.verdict === "head" && absenceReason === undefined && read("head") !== undefined;
    if (!named) return { ...person, attended: false, absenceReason };
    problems.add(`注明未出庭，但出庭负责人栏为“${read("head")}”，出庭情况按不明处理。`);
    return { ...person, doubtful: true };
  }
  if (said === "blank" && absenceReason !== undefined && judgement === undefined && name === undefined)
    return { attended: false, absenceReason };
  if (said === "yes" || judgement !== undefined) return byTitle(read, judgement, said, person, problems);
  // A name under 出庭负责人 is the court's word that a head appeared; under 出庭人员 it may be anyone.
  const called = name !== undefined && said === "blank" && (read("head") ?? "") !== "";
  return called ? { ...person, attended: true } : person;
}

function byTitle(
  read: CellReader,
  judgement: HeadJudgement | undefined,
  said: Answer,
  person: Person,
  problems: Set<string>,
): Attendance {
  const marked = TICKS.find(([column]) => isTicked(read(column) ?? ""))?.[1];
  const rank = marked ?? rankOf(read("rank") ?? "") ?? rankOf(read("attended") ?? "");
  switch (judgement?.verdict) {
    case undefined:
      return { ...person, attended: true, rank };
    case "head":
      return { ...person, attended: true, rank: judgement.rank };
    case "staff":
      if (said === "yes") problems.add(`${judgement.why}，按负责人未出庭计，请核对。`);
      return { ...person, attended: false, doubtful: said === "yes" };
    case "review":
      problems.add(`${judgement.why}，出庭情况按不明处理。`);
      return { ...person, doubtful: said === "yes" };
    default:
      return judgement satisfies never;
  }
}

/** Who came for the agency where its head did not, where the row says so. */
export function withoutHead(read: CellReader): StatisticsRow["withoutHead"] {
  const words = squeezed([read("attended"), read("head"), read("person"), read("absence-reason")].join(" "));
  if (/无人(?:出庭|到庭|应诉)|未派(?:员|人)|工作人员.{0,4}均未(?:出庭|到庭)/u.test(words)) return "nobody";
  if (isTicked(read("tick-staff") ?? "")) return "staff";
  if (isTicked(read("tick-lawyers") ?? "")) return "lawyers";
  if (/(?:仅|只)(?:有|由|派|委托)?(?:代理)?律师/u.test(words)) return "lawyers";
  if (/工作人员|科[员长]|股长|法制员|干部/u.test(words)) return "staff";
  return undefined;
}

/** The person named in the columns for it, else behind the mark (是，副局长李四). */
function personIn(read: CellReader): Person {
  const named = personOf(withoutMark(read("head") || read("person") || ""));
  const behind = personOf(withoutMark(presentPart(read("attended") ?? "")));
  const title = [read("title"), named.title, behind.title].find(
    (text) => text !== undefined && isTitle(text),
  );
  return { name: named.name ?? behind.name, title: title?.replace(/\s/gu, "") };
}

/** The mark itself is neither a name nor a title. */
function withoutMark(cell: string): string {
  return cell
    .replace(/^\s*(?:是|否|有|无|√|×|✓|[YyNn])(?=$|[\s,，、;；:：(（])/u, "")
    .replace(/^\s*(?:委托|委派|指派|由|派)/u, "")
    .replace(/后?(?:中途|提前|擅自)(?:退庭|离庭)/gu, "")
    .replace(
      /(?:行政机关)?(?:负责人)?(?:已|均|未|没有)?(?:出庭|到庭)(?:应诉)?|[√×✓✔✗○]|^[\s是否有无]+$/gu,
      "",
    )
    .trim();
}

/** 正职 and 副职 are ranks that courts also write as titles; dashes and marks are nothing. */
function isTitle(text: string): boolean {
  return /\p{Script=Han}{2,}/u.test(text);
}

/** The column for it, else what the attendance cell gives as the cause: 因公出差未出庭. */
function reasonIn(read: CellReader): string | undefined {
  const reason = (read("absence-reason") ?? "").replace(/\s*\n\s*/gu, "").trim();
  if (reason !== "" && answerOf(reason) === "unclear") return reason;
  const [, cause] =
    /((?:因|由于)[^，,;；。(（]{1,30}?)(?:而|故)?(?:未|不能|无法)/u.exec(
      absentPart(read("attended") ?? ""),
    ) ?? [];
  return cause;
}
