/** What do the clauses of an attendance cell say: 副局长李四出庭 · 负责人未出庭，委托工作人员出庭 · 拟出庭? */
import { ruleTable } from "../text/rule-table.ts";
import { squeezed } from "./cell-text.ts";
import { type Answer, answerOf, type Legend } from "./ledger-cells.ts";

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

/** What one clause of an attendance cell says; none of these: it is about something else. */
const CLAUSES = ruleTable<string, Answer>("ledger-attendance-clause", (clause) => clause, [
  {
    name: "stayed-away",
    of: /(?:未|没有?|不能?|无法|无负责人|无人).{0,4}(?:出庭|到庭|应诉)|缺席|未派员/u,
    says: "no",
    example: "因公出差未出庭",
  },
  {
    name: "sent-others",
    of: /^(?:仅|只|委托|由|派|有|相应|的){0,4}(?:工作人员|委托代理人|代理人|律师)/u,
    says: "no",
    example: "委托工作人员出庭",
  },
  { name: "intends-to-come", of: /拟|将|计划|应当|承诺/u, says: "unclear", example: "拟出庭" },
  {
    name: "head-of-a-rank",
    of: /^(?:行政机关|其他|参与|的){0,3}(?:正职|副职|分管)/u,
    says: "yes",
    example: "副职出庭",
  },
  {
    name: "head-came",
    of: /^已?[出到]庭|(?:负责人|领导|[正副]职).{0,4}(?:出庭|到庭)/u,
    says: "yes",
    example: "负责人出庭",
  },
  {
    name: "somebody-came",
    of: /出庭|到庭|应诉|^(?:委托|委派|指派|由|派)/u,
    says: "unclear",
    example: "王某出庭",
  },
]);

/** One clause; `blank` where it is about something else. */
function clauseAnswer(clause: string): Answer {
  return CLAUSES.decide(squeezed(clause))?.verdict ?? "blank";
}
