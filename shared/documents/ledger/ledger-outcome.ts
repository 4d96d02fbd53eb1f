/** How did a case end, by the words a court's ledger has for it? */
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import { ruleTable } from "../text/rule-table.ts";
import { squeezed } from "./cell-text.ts";
import { isBlank } from "./ledger-cells.ts";

interface Ending {
  /** The cell in one width and without blanks. */
  readonly text: string;
  readonly instance: string;
}

const SETTLED = /和解|调解|化解|协调/u;
const NOT_SETTLED = /未(?:能)?(?:和解|调解|化解)|(?:调解|协调)(?:不成|未果|无果)/u;
const AGAINST_AGENCY =
  /(?<!不予)撤销|确认.{0,6}(?:违法|无效)|责令|限期|变更|履行|败诉|(?:判令|判决).{0,4}赔偿|支持/u;

/** How a case ended, for the agency. */
const OUTCOMES = ruleTable<Ending, NonNullable<StatisticsRow["outcome"]>>(
  "ledger-outcome",
  ({ text }) => text,
  [
    {
      name: "settled",
      of: ({ text }) => SETTLED.test(text) && !NOT_SETTLED.test(text),
      says: "settled-withdrawn",
      example: "经协调原告撤诉",
    },
    {
      name: "withdrawn",
      of: /撤诉|撤回(?:起诉|上诉|申请)|(?:准许|准予|按)撤/u,
      says: "withdrawn",
      example: "准许撤诉",
    },
    // 驳回上诉 says nothing about who had won before.
    {
      name: "on-appeal",
      of: ({ instance }) => instance !== "first",
      says: "other",
      example: "驳回上诉，维持原判",
    },
    {
      name: "against-the-agency",
      of: ({ text }) => AGAINST_AGENCY.test(text) && !text.startsWith("驳回"),
      says: "lost",
      example: "撤销被诉行政处罚决定",
    },
    { name: "for-the-agency", of: /驳回|维持|不予|胜诉/u, says: "won", example: "驳回原告诉讼请求" },
  ],
);

/** How a case ended; undefined where it hasn't, or the cell is empty. */
export function outcomeOf(cell: string, instance: string): StatisticsRow["outcome"] {
  const text = squeezed(cell);
  if (isBlank(text) || isPending(cell)) return undefined;
  return OUTCOMES.decide({ text, instance })?.verdict ?? "other";
}

/** 未结, 审理中: the cell says that the case goes on. */
export function isPending(cell: string): boolean {
  return /^(?:未(?:审)?结案?|审理中|在审|尚未|待判|未判|未宣判)/u.test(squeezed(cell));
}
