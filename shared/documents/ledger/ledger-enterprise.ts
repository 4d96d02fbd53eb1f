/** Does a case of a court's ledger involve an enterprise (涉企), by what the ledger itself says? */
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { CellReader, RowContext } from "./ledger.ts";
import { yesOrNo } from "./ledger-cells.ts";

/** 涉企, by the column for it, the plaintiff's kind, the case's category, or the section it stands in. */
export function enterpriseOf(
  read: CellReader,
  { legend, enterprise }: Pick<RowContext, "legend" | "enterprise">,
): boolean | undefined {
  const cell = read("enterprise");
  return (
    INVOLVED.decide(withoutBlanks(cell ?? ""))?.verdict ??
    (cell === undefined ? undefined : yesOrNo(cell, legend.of("enterprise"))) ??
    INVOLVED.decide(withoutBlanks(read("category") ?? ""))?.verdict ??
    PLAINTIFF_KINDS.decide(withoutBlanks(read("plaintiff-kind") ?? ""))?.verdict ??
    enterprise
  );
}

/** What a column or a category says of enterprises in so many words. */
const INVOLVED = ruleTable<string, boolean>("ledger-enterprise", (text) => text, [
  {
    name: "without-an-enterprise",
    of: /(?:非|不|未|无).{0,2}涉(?:及)?企|非企业/u,
    says: false,
    example: "非涉企",
  },
  { name: "with-an-enterprise", of: /涉(?:及)?.{0,3}企/u, says: true, example: "涉民营企业" },
]);

/** A kind of plaintiff. 法人 alone may be either. */
const PLAINTIFF_KINDS = ruleTable<string, boolean>("ledger-plaintiff-kind", (text) => text, [
  {
    name: "no-enterprise",
    of: new RegExp(
      anyOf(
        wordList(`非企业 自然人 公民 个人(?!独资) 其他组织 村 居委 社会(?:组织|团体) 事业单位 机关 学校`),
      ),
      "u",
    ),
    says: false,
    example: "自然人",
  },
  {
    name: "enterprise",
    of: /企业|公司|个体|合作社|民企|国企|外企/u,
    says: true,
    example: "个体工商户",
  },
]);

function withoutBlanks(cell: string): string {
  return cell.replace(/\s/gu, "");
}
