/**
 * Who appeared for each respondent of a ledger's row. The court's mark is its word, but a title can contradict
 * it: who is a head is decided by agency and title, and only a clear yes is a yes.
 */

import type { RowProblem } from "../../domain/case-file/ledger/row-problem.ts";
import { type HeadJudgement, judgeHead } from "../../domain/court/head.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import { isTitle } from "../names/posts.ts";
import { squeezed } from "./cell-text.ts";
import type { CellReader } from "./ledger.ts";
import { type Answer, answerOf, isTicked, type Legend, rankOf, saysNotHeard } from "./ledger-cells.ts";
import { absentPart } from "./ledger-clauses.ts";
import { saidBy, TICKS } from "./ledger-marks.ts";
import { type Person, personIn } from "./ledger-person.ts";
import { eachMark, ownPieces } from "./ledger-respondents.ts";

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
  problems: RowProblem[],
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
  problems.push({ type: "one-mark-for-several", whose: fitting.length === 1 ? "clear" : "unclear" });
  return agencies.map((agency) =>
    fitting.length === 1 && fitting[0] === agency ? judged(read, agency, said, problems) : { title, name },
  );
}

function judged(read: CellReader, agency: string, said: Answer | "both", problems: RowProblem[]): Attendance {
  const { name, title } = personIn(read);
  const absenceReason = reasonIn(read);
  // A name under 出庭负责人 is the court's word that a head appeared; under 出庭人员 it may be anyone.
  const called = name !== undefined && said === "blank" && (read("head") ?? "") !== "";
  const judgement =
    title !== undefined
      ? judgeHead({ agency, title })
      : said === "yes" || called
        ? judgedRank(read("rank") ?? "", agency)
        : undefined;
  const person = { name, title };
  if (said === "both") return { ...person, doubtful: true };
  if (said === "no") {
    // The head column names someone who would count: mark and name can't both be right, unless a reason explains.
    const named = judgement?.verdict === "head" && absenceReason === undefined && read("head") !== undefined;
    if (!named) return { ...person, attended: false, absenceReason };
    problems.push({ type: "absent-with-head", written: read("head") ?? "" });
    return { ...person, doubtful: true };
  }
  if (said === "blank" && absenceReason !== undefined && judgement === undefined && name === undefined)
    return { attended: false, absenceReason };
  if (said === "yes" || judgement !== undefined) return byTitle(read, judgement, said, person, problems);
  return called ? { ...person, attended: true } : person;
}

/** A post written for a rank (科长 under 正职/副职) is judged as one; a grade (正处级) tells nothing of the post. */
function judgedRank(cell: string, agency: string): HeadJudgement | undefined {
  const post = squeezed(cell);
  // 负责人 says what the mark says.
  if (rankOf(cell) !== undefined || !isTitle(post) || /^(?:行政机关)?(?:负责人|领导)$/u.test(post))
    return undefined;
  return judgeHead({ agency, title: post });
}

function byTitle(
  read: CellReader,
  judgement: HeadJudgement | undefined,
  said: Answer,
  person: Person,
  problems: RowProblem[],
): Attendance {
  const marked = TICKS.find(([column]) => isTicked(read(column) ?? ""))?.[1];
  const rank = marked ?? rankOf(read("rank") ?? "") ?? rankOf(read("attended") ?? "");
  switch (judgement?.verdict) {
    case undefined:
      return { ...person, attended: true, rank };
    case "head":
      return { ...person, attended: true, rank: judgement.rank };
    case "staff":
      if (said === "yes")
        problems.push({ type: "post-in-doubt", because: judgement.because, countsAs: "absent" });
      return { ...person, attended: false, doubtful: said === "yes" };
    case "review":
      problems.push({ type: "post-in-doubt", because: judgement.because, countsAs: "unknown" });
      return { ...person, doubtful: said === "yes" };
    default:
      return judgement satisfies never;
  }
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
