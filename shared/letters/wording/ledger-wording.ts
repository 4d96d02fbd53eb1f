/** How does a court hear what of its ledger was not used, or needs its attention? */
import type { LedgerDoubt } from "../../domain/case-file/ledger.ts";
import type { LedgerStatement } from "../../domain/case-file/ledger-statement.ts";

/** A row of the list that goes back to the court. */
interface RowShown {
  readonly sheet: string;
  readonly row: number;
  readonly reason: string;
  /** What stands in it, as far as it helps to find it. */
  readonly cells: readonly string[];
  /** The case counts all the same. */
  readonly used: boolean;
}

/** What is doubtful of a statement, with the row where it stands. */
export function rowInDoubt(statement: LedgerStatement, doubt: LedgerDoubt): RowShown {
  const { sheet, row, caseNumber, agencies } = statement;
  const { reason, used } = sentence(doubt);
  return { sheet, row, reason, cells: [caseNumber, agencies[0]?.respondent ?? ""], used };
}

function sentence(doubt: LedgerDoubt): Pick<RowShown, "reason" | "used"> {
  switch (doubt.type) {
    case "stranger":
      return {
        reason: `“${doubt.name}”不是本案已登记的被告，名录中也没有，未计入，请核对名称。`,
        used: true,
      };
    case "no-day":
      return { reason: "已开庭但没有开庭日期，未计入任何月份。", used: false };
    case "no-year":
      return { reason: "开庭日期没有年份，也不在台账所属月份，未计入任何月份。", used: false };
    case "no-month":
      return { reason: "没有开庭日期，所属月份不明，未计入。", used: false };
    case "enterprise-differs": {
      const [stated, named] = doubt.stated ? ["涉企", "不涉企"] : ["不涉企", "涉企"];
      return { reason: `台账注明${stated}，但由卷内原告名称看${named}，请核对。`, used: true };
    }
    default:
      return doubt satisfies never;
  }
}
