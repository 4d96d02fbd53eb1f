/** What do a row's marks on attendance say together, before any title is looked at? */
import type { RowProblem } from "../../domain/case-file/ledger/row-problem.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { CellReader } from "./ledger.ts";
import { type Answer, answerOf, isTicked, type Legend, rankOf, saysNotHeard } from "./ledger-cells.ts";
import { absentPart, attendedAnswer, presentPart } from "./ledger-clauses.ts";
import type { Column } from "./ledger-headings.ts";
import { personIn, personOf, withoutMark } from "./ledger-person.ts";

/** Columns of which each stands for one kind of head. */
export const TICKS: readonly (readonly [Column, NonNullable<StatisticsRow["rank"]>])[] = [
  ["tick-principal", "principal"],
  ["tick-deputy", "deputy"],
  ["tick-in-charge", "in-charge"],
];

/** What the marks say, before any title is looked at. */
export function saidBy(read: CellReader, legend: Legend, problems: RowProblem[]): Answer | "both" {
  const cell = read("attended") ?? "";
  if (saysNotHeard(cell)) return "blank";
  const marks = [attendedAnswer(cell, legend)];
  for (const [column] of TICKS) if (isTicked(read(column) ?? "")) marks.push("yes");
  if (isTicked(read("tick-absent") ?? "")) marks.push("no");
  if (/^(?:无|否|×)$|(?:未|没有)(?:出庭|到庭)/u.test((read("head") ?? "").trim())) marks.push("no");
  if (marks.includes("yes") && marks.includes("no")) {
    problems.push({ type: "marked-both-ways" });
    return "both";
  }
  const mark = marks.find((one) => one === "yes" || one === "no");
  if (mark !== undefined) return mark;
  if (marks[0] === "unclear" && personIn(read).title === undefined) {
    // 未出庭，委托王某出庭: nothing says that this person is a head.
    if (absentPart(cell) !== "") return "no";
    problems.push({ type: "unreadable", column: "attended", written: cell });
  }
  return marks[0] === "blank" ? saidBeside(read) : (marks[0] ?? "blank");
}

/** What else a row says where no mark says anything: the class of who came, the remark, other columns' marks. */
const BESIDE = ruleTable<CellReader, "yes" | "no">("ledger-beside-the-mark", () => "", [
  {
    name: "head-by-class",
    of: (read) => rankOf(read("rank") ?? "") !== undefined || classAnswer(read) === "yes",
    says: "yes",
    example: "出庭人员类别：副职",
  },
  {
    name: "no-head-by-class",
    of: (read) => classAnswer(read) === "no",
    says: "no",
    example: "出庭人员类别：工作人员",
  },
  {
    name: "absent-by-remark",
    of: (read) => attendedAnswer(read("remark") ?? "", new Map()) === "no",
    says: "no",
    example: "备注：仅工作人员出庭",
  },
  // What a section's chief or a clerk makes of it is clear.
  {
    name: "staff-sent-by-remark",
    of: (read) => {
      const remark = read("remark") ?? "";
      const sent = personOf(withoutMark(presentPart(remark))).title ?? "";
      return absentPart(remark) !== "" && /[科股室队所站]|[职科]员|律师/u.test(sent);
    },
    says: "no",
    example: "备注：负责人未出庭，委托法规科科长出庭",
  },
  // Each kind of head is answered for, not merely left blank.
  {
    name: "no-kind-of-head",
    of: (read) => {
      const marks = TICKS.map(([column]) => read(column)).filter((mark) => mark !== undefined);
      return marks.length > 1 && marks.every((mark) => answerOf(mark) === "no");
    },
    says: "no",
    example: "正职出庭 0，副职出庭 0",
  },
  {
    name: "others-ticked",
    of: (read) => {
      const headsTicked = TICKS.some(([column]) => read(column) !== undefined);
      const others = isTicked(read("tick-staff") ?? "") || isTicked(read("tick-lawyers") ?? "");
      return headsTicked && (read("head") ?? "") === "" && others;
    },
    says: "no",
    example: "正职空白，工作人员出庭 √",
  },
]);

function classAnswer(read: CellReader): Answer {
  return attendedAnswer(read("rank") ?? "", new Map());
}

/** Where no mark says anything. */
function saidBeside(read: CellReader): Answer {
  return BESIDE.decide(read)?.verdict ?? "blank";
}
