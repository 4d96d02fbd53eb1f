/** Workbooks that go to a court with mails on its ledger: the rows to look at, and the ledger as far as it is known. */
import type { RowToCheck } from "../../domain/case-file/row-problem.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import type { Month } from "../../domain/time/time.ts";
import { printedMonth } from "../frame/dates.ts";
import { rowProblemWords } from "../refusals/row-problems.ts";
import { ledgerOutcomeName } from "../wording/outcome-wording.ts";
import { type SheetCell, xlsxBytes } from "./workbook.ts";

/** 台账需核对的行: where each stands, whether it counts, why it is listed, and what it says. */
export function problemsWorkbook(
  problems: readonly (RowToCheck & { readonly alike: number })[],
): Promise<Uint8Array> {
  const columns = [
    { title: "工作表", width: 12 },
    { title: "行号", width: 8 },
    { title: "是否计入", width: 10 },
    { title: "原因", width: 60 },
    { title: "该行内容", width: 80 },
  ];
  const rows = problems.map(({ sheet, row, used, problem, alike, cells }) => [
    sheet,
    row === 0 ? "整份文件" : row,
    used ? "已计入" : "未计入",
    rowProblemWords(problem, alike),
    cells.filter((cell) => cell.trim() !== "").join(" | "),
  ]);
  return xlsxBytes([{ name: "需核对的行", columns, rows }], "台账需核对的行");
}

/**
 * 预填台账, in the columns the system reads back: what is known is filled in, what isn't is left blank. Unknown is
 * not 否.
 */
export function prefilledLedger(
  court: string,
  month: Month,
  rows: readonly StatisticsRow[],
): Promise<Uint8Array> {
  const columns = [
    { title: "序号", width: 6 },
    { title: "案号", width: 28 },
    { title: "被告", width: 34 },
    { title: "是否开庭", width: 10 },
    { title: "开庭日期", width: 14 },
    { title: "负责人是否出庭", width: 16 },
    { title: "出庭负责人姓名", width: 16 },
    { title: "正职/副职", width: 12 },
    { title: "是否出声", width: 10 },
    { title: "未出庭原因", width: 28 },
    { title: "是否涉企", width: 10 },
    { title: "结案方式", width: 18 },
    { title: "是否调解", width: 10 },
    { title: "备注", width: 24 },
  ];
  const ordered = rows.toSorted((one, other) => {
    const [a, b] = [one, other].map(
      ({ heardOn, caseNumber, agency }) => `${heardOn} ${caseNumber} ${agency}`,
    );
    return (a ?? "") < (b ?? "") ? -1 : 1;
  });
  const filled = ordered.map((row, index): readonly SheetCell[] => [
    index + 1,
    row.caseNumber,
    row.agency,
    yesOrNo(row.heard),
    row.heardOn === undefined ? undefined : { day: row.heardOn },
    yesOrNo(row.present),
    row.headName,
    row.rank === undefined ? undefined : { principal: "正职", deputy: "副职", "in-charge": "分管" }[row.rank],
    yesOrNo(row.spoke),
    row.absenceReason,
    yesOrNo(row.enterprise),
    row.outcome === undefined ? undefined : ledgerOutcomeName(row.outcome),
    yesOrNo(row.mediated),
    row.openDifference ? "各方所报不一致，请核对" : undefined,
  ]);
  const title = `${court}${printedMonth(month)}行政案件台账`;
  return xlsxBytes([{ name: printedMonth(month), columns, rows: filled }], title);
}

function yesOrNo(known: boolean | undefined): string | undefined {
  return known === undefined ? undefined : known ? "是" : "否";
}
