/** Was a case of a court's ledger heard, and when? */
import type { RowProblem } from "../../domain/case-file/ledger/row-problem.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { CellReader, LedgerRow, RowContext } from "./ledger.ts";
import { type Answer, heardAnswer, isBlank, isYetToCome, type Legend, saysNotHeard } from "./ledger-cells.ts";
import { attendedAnswer } from "./ledger-clauses.ts";
import { dayWithoutYear, firstDate, isEitherDay } from "./ledger-days.ts";

/** Whether and when a case was heard. */
export interface Sitting {
  readonly heard: boolean | undefined;
  readonly heardOn: LedgerRow["heardOn"];
  readonly heardDay: LedgerRow["heardDay"];
}

/** What a row says of its hearing: in the column for whether there was one, in that for its day, and elsewhere. */
interface HearingCells {
  readonly read: CellReader;
  readonly heard: Answer;
  readonly day: Answer;
  readonly isDayKnown: boolean;
}

/** What is said outright, else what the day of the hearing implies. */
const HEARD = ruleTable<HearingCells, "heard" | "not-heard" | "yet-to-come">("ledger-heard", () => "", [
  {
    name: "not-heard-in-its-column",
    of: ({ heard, day }) => heard === "no" || day === "no",
    says: "not-heard",
    example: "是否开庭：否",
  },
  {
    name: "not-heard-elsewhere",
    of: ({ read }) =>
      (["attended", "outcome", "remark"] as const).some((column) => saysNotHeard(read(column) ?? "")),
    says: "not-heard",
    example: "备注：开庭前撤诉",
  },
  {
    name: "yet-to-come",
    of: ({ read }) => isYetToCome(read("hearing") ?? "") || isYetToCome(read("heard") ?? ""),
    says: "yet-to-come",
    example: "开庭日期：待定",
  },
  {
    name: "planned",
    of: isPlanned,
    says: "yet-to-come",
    example: "是否开庭空白，开庭日期：10月15日，拟由镇长陈力出庭",
  },
  {
    name: "heard-in-its-column",
    of: ({ heard, day }) => heard === "yes" || day === "yes",
    says: "heard",
    example: "是否开庭：是",
  },
  { name: "heard-on-a-day", of: ({ isDayKnown }) => isDayKnown, says: "heard", example: "开庭日期：8月5日" },
  // Where the ledger has a column for the day of a hearing and none stands there.
  {
    name: "withdrawn-without-a-day",
    of: ({ read, day }) => day === "blank" && read("hearing") !== undefined && isWithdrawn(read),
    says: "not-heard",
    example: "开庭日期空白，结案方式：撤诉",
  },
]);

/** Whether and when the case was heard. */
export function sittingOf(
  read: CellReader,
  { year, legend }: Pick<RowContext, "year" | "legend">,
  problems: RowProblem[],
): Sitting {
  const [heard, hearing] = [read("heard") ?? "", read("hearing") ?? ""];
  const heardOn = firstDate(hearing, year) ?? firstDate(heard, year);
  const heardDay = heardOn === undefined ? dayWithoutYear(hearing) : undefined;
  const cells: HearingCells = {
    read,
    heard: heardAnswer(heard, legendOfHeard(read, legend)),
    day: heardAnswer(hearing, legend.of("hearing")),
    isDayKnown: heardOn !== undefined || heardDay !== undefined,
  };
  if (isEitherDay(hearing)) problems.push({ type: "day-as-number", written: hearing });
  const verdict = HEARD.decide(cells)?.verdict;
  if (verdict === "yet-to-come") return { heard: undefined, heardOn: undefined, heardDay: undefined };
  if (verdict === undefined) {
    if (cells.day === "unclear" && !isEitherDay(hearing))
      problems.push({ type: "unreadable", column: "hearing", written: hearing });
    if (cells.heard === "unclear") problems.push({ type: "unreadable", column: "heard", written: heard });
  }
  return { heard: verdict && verdict === "heard", heardOn, heardDay };
}

/** “开庭”栏 of a legend is the column for whether there was a hearing where none for its day is so called. */
function legendOfHeard(read: CellReader, legend: RowContext["legend"]): Legend {
  const ofDay = read("hearing") === undefined ? legend.of("hearing") : [];
  return new Map([...ofDay, ...legend.of("heard")]);
}

/** Of a sitting that is planned the row says who is to come (拟由镇长出庭), or leaves all but the day blank. */
function isPlanned({ read, heard, day }: HearingCells): boolean {
  if (heard !== "blank" || day === "yes" || read("heard") === undefined) return false;
  const said = (["attended", "head", "person", "remark"] as const).map((column) => read(column) ?? "");
  const isAllBlank = said.every(isBlank) && isBlank(read("outcome") ?? "") && isBlank(read("closed") ?? "");
  return isAllBlank || said.some((words) => PLANS.test(words));
}

const PLANS = /^(?:拟|将|计划|届时|预计)|拟(?:由|派|安排|委派|出庭)|(?:将由|计划由|届时由)/u;

function isWithdrawn(read: CellReader): boolean {
  const attended = attendedAnswer(read("attended") ?? "", new Map());
  return (
    attended !== "yes" &&
    (read("heard") ?? "") === "" &&
    /撤诉|撤回(?:起诉|上诉|申请)/u.test(read("outcome") ?? "")
  );
}
