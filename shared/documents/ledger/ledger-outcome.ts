/** How did a case end, by the words a court's ledger has for it? */
import type { Result } from "../../domain/court/outcome.ts";
import { ruleTable } from "../text/rule-table.ts";
import { squeezed } from "./cell-text.ts";
import { isBlank } from "./ledger-cells.ts";

interface Ending {
  /** The cell without blanks, letters and digits in one width. */
  readonly text: string;
  readonly instance: string;
}

const SETTLED =
  /和解|调解|化解|协调|(?:改变|变更|撤销|纠正|履行)[^，。；]{0,20}后[^，。；]{0,10}撤(?:诉|回)/u;
const NOT_SETTLED = /未(?:能)?(?:和解|调解|化解)|(?:调解|协调)(?:不成|未果|无果)/u;
/** 驳回其他请求 and 撤销一审判决 say nothing of the act; 维持限期拆除决定, 驳回赔偿请求 say nothing against it. */
const ASIDE =
  /(?:^|(?<=[，。；、]))(?:维持|驳回)[^，。；]*|驳回[^，。；]{0,20}(?:其他|其余|其它)[^，。；]{0,20}|撤销[^，。；销]{0,30}?(?:(?:一审|原审)?(?:判决|裁定)|一审|原审|原判)/gu;
const AGAINST_AGENCY =
  /(?<!不予|不)撤销|确认.{0,20}(?:违法|无效)|责令|判令|限期|变更|履行|败诉|赔偿|补偿|给付|支付|返还|补救|公开|支持(?<!不予?支持)/u;

/** How a case ended, for the agency; or what the cell says while it goes on. */
const OUTCOMES = ruleTable<Ending, Result>("ledger-outcome", ({ text }) => text, [
  {
    name: "withdrawn-against-one",
    of: /撤回?对[^，。；]{2,30}的?(?:起诉|诉讼)/u,
    says: "partly-withdrawn",
    example: "撤回对兰山区人民政府的起诉",
  },
  {
    name: "settled",
    of: ({ text }) => SETTLED.test(text) && !NOT_SETTLED.test(text) && !/撤回上诉/u.test(text),
    says: "settled",
    example: "经协调原告撤诉",
  },
  {
    name: "withdrawn",
    of: /撤诉|撤回(?:起诉|上诉|申请|再审申请)|(?:准许|准予|按)撤/u,
    says: "withdrawn",
    example: "准许撤诉",
  },
  { name: "sent-back", of: /发回|重审|指令/u, says: "remanded", example: "撤销一审判决，发回重审" },
  { name: "suspended", of: /中止/u, says: "suspended", example: "中止诉讼" },
  { name: "transferred", of: /移送|移交[^，。；]{0,10}法院/u, says: "transferred", example: "移送管辖" },
  {
    name: "judgment-stands",
    of: ({ text, instance }) =>
      instance !== "first" && /驳回[^，。；]{0,12}(?:上诉|申请|申诉)|维持/u.test(text),
    says: "upheld",
    example: "驳回上诉，维持原判",
  },
  {
    name: "against-the-agency",
    of: ({ text }) => {
      const act = text.replace(ASIDE, "");
      return AGAINST_AGENCY.test(act) && !/^(?:判决|裁定|改判)?驳回/u.test(act);
    },
    says: "lost",
    example: "撤销被诉行政处罚决定",
  },
  {
    name: "for-the-agency",
    of: /驳回(?![^，。；]{0,12}上诉)|维持|确认[^，。；]{0,40}(?<!不)合法|不予支持|不支持|胜诉/u,
    says: "won",
    example: "驳回原告诉讼请求",
  },
]);

/** How a case ended, or what the cell says while it goes on; undefined where it says neither. */
export function ledgerResultOf(cell: string, instance: string): Result | undefined {
  const text = squeezed(cell);
  if (isBlank(text) || isPending(cell)) return undefined;
  return OUTCOMES.decide({ text: withWideMarks(text), instance })?.verdict ?? "other";
}

/** Narrowed with the rest of the cell, commas and semicolons get their Chinese form again, by which clauses end. */
function withWideMarks(text: string): string {
  return text.replaceAll(",", "，").replaceAll(";", "；");
}

/** 未结, 审理中: the cell says that the case goes on. */
export function isPending(cell: string): boolean {
  return /^(?:未(?:审)?结案?|审理中|在审|尚未|待判|未判|未宣判)/u.test(squeezed(cell));
}
