/** Who came for an agency whose head did not, by a row of a court's ledger? */
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import { ruleTable } from "../text/rule-table.ts";
import { squeezed } from "./cell-text.ts";
import type { CellReader } from "./ledger.ts";
import { isTicked } from "./ledger-cells.ts";
import type { Column } from "./ledger-headings.ts";

/** What a row's cells on attendance say together, without blanks, and what is ticked in it. */
interface Instead {
  readonly words: string;
  readonly isTicked: (column: Column) => boolean;
}

const INSTEAD = ruleTable<Instead, NonNullable<StatisticsRow["withoutHead"]>>(
  "ledger-instead-of-the-head",
  ({ words }) => words,
  [
    {
      name: "nobody",
      of: /无人(?:出庭|到庭|应诉)|未派(?:员|人)|工作人员.{0,4}均未(?:出庭|到庭)/u,
      says: "nobody",
      example: "负责人及工作人员均未到庭",
    },
    {
      name: "staff-ticked",
      of: ({ isTicked: is }) => is("tick-staff"),
      says: "staff",
      example: "工作人员出庭 √",
    },
    {
      name: "lawyers-ticked",
      of: ({ isTicked: is }) => is("tick-lawyers"),
      says: "lawyers",
      example: "律师出庭 √",
    },
    {
      name: "only-lawyers",
      of: /(?:仅|只)(?:有|由|派|委托)?(?:代理)?律师/u,
      says: "lawyers",
      example: "仅委托律师出庭",
    },
    {
      name: "staff-named",
      of: /工作人员|科[员长]|股长|法制员|干部/u,
      says: "staff",
      example: "法制科工作人员出庭",
    },
  ],
);

/** Who came for the agency where its head did not, where the row says so. */
export function withoutHead(read: CellReader): StatisticsRow["withoutHead"] {
  const cells = [read("attended"), read("head"), read("person"), read("absence-reason")];
  return INSTEAD.decide({
    words: squeezed(cells.join(" ")),
    isTicked: (column) => isTicked(read(column) ?? ""),
  })?.verdict;
}
