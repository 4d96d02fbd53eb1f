/** Workbooks that go to a court with mails on its ledger: the rows to look at, and the ledger as far as it is known. */
import type { RowToCheck } from "../../domain/case-file/ledger/row-problem.ts";
import { ACTS, type Act, actCode } from "../../domain/classes/act.ts";
import { CASE_FORMS, PLAINTIFF_KINDS, PROCEDURES, REVIEWS } from "../../domain/classes/classes.ts";
import { FIELDS, type Field, fieldCode } from "../../domain/classes/field.ts";
import { GROUNDS } from "../../domain/court/absence-ground.ts";
import { HEARING_MODES } from "../../domain/court/hearing-mode.ts";
import type { PrefilledCase } from "../../domain/court-ledger/prefilled-case.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import type { CivilDate, Month } from "../../domain/time/time.ts";
import { printedMonth } from "../frame/dates.ts";
import { rowProblemWords } from "../refusals/row-problems.ts";
import {
  actName,
  fieldName,
  formName,
  modeName,
  plaintiffKindName,
  procedureName,
  reviewName,
} from "../wording/class-wording.ts";
import { rankName } from "../wording/head-wording.ts";
import { ledgerOutcomeName } from "../wording/outcome-wording.ts";
import { groundLabel } from "../wording/report-wording.ts";
import { type Choices, type SheetCell, type SheetColumn, xlsxBytes } from "./workbook.ts";

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

/** Ready for cases of which nothing is known yet. */
const BLANK_ROWS = 20;

const YES_OR_NO: Choices = { values: ["是", "否"], others: false };
const RANKS: Choices = {
  values: (["principal", "deputy", "in-charge"] as const).map(rankName),
  others: false,
};
/** A reason may be told in other words. */
const REASONS: Choices = {
  values: GROUNDS.filter((ground) => ground !== undefined).map(groundLabel),
  others: true,
};
/** As the reader of ledgers understands them; others it asks about. */
const ENDINGS: Choices = {
  values: [
    "判决驳回诉讼请求",
    "判决撤销",
    "判决确认违法",
    "判决履行职责",
    "裁定驳回起诉",
    "和解撤诉",
    "准许撤诉",
    "驳回上诉，维持原判",
    "发回重审",
    "其他",
  ],
  others: true,
};

const only = (values: readonly string[]): Choices => ({ values, others: false });

const PLAINTIFF_CHOICES = only(PLAINTIFF_KINDS.filter((kind) => kind !== "several").map(plaintiffKindName));
const FIELD_CHOICES = only(FIELDS.map(fieldChoice));
const ACT_CHOICES = only(ACTS.map(actChoice));
const REVIEW_CHOICES = only(REVIEWS.filter((review) => review !== "yes").map(reviewName));

const COLUMNS: readonly SheetColumn[] = [
  { title: "序号", width: 6 },
  { title: "案号", width: 26 },
  { title: "立案日期", width: 14 },
  { title: "原告", width: 18 },
  { title: "原告类别", width: 14, choices: PLAINTIFF_CHOICES },
  { title: "被告", width: 26 },
  { title: "案由", width: 16 },
  { title: "行政管理领域", width: 20, choices: FIELD_CHOICES },
  { title: "被诉行为种类", width: 20, choices: ACT_CHOICES },
  { title: "是否行政赔偿", width: 12, choices: YES_OR_NO },
  { title: "复议情况", width: 14, choices: REVIEW_CHOICES },
  { title: "审理程序", width: 12, choices: only(PROCEDURES.map(procedureName)) },
  { title: "是否开庭", width: 10, choices: YES_OR_NO },
  { title: "开庭日期", width: 14 },
  { title: "开庭方式", width: 10, choices: only(HEARING_MODES.map(modeName)) },
  { title: "负责人是否出庭", width: 16, choices: YES_OR_NO },
  { title: "出庭负责人姓名", width: 15 },
  { title: "职务", width: 14 },
  { title: "正职/副职", width: 12, choices: RANKS },
  { title: "是否出声", width: 10, choices: YES_OR_NO },
  { title: "未出庭原因", width: 20, choices: REASONS },
  { title: "是否涉企", width: 10, choices: YES_OR_NO },
  { title: "裁判种类", width: 10, choices: only(CASE_FORMS.map(formName)) },
  { title: "结案方式", width: 18, choices: ENDINGS },
  { title: "结案日期", width: 14 },
  { title: "是否上诉", width: 10, choices: YES_OR_NO },
  { title: "司法建议文号", width: 20 },
  { title: "是否调解", width: 10, choices: YES_OR_NO },
  { title: "备注", width: 16 },
];

const NOTE =
  "注：是否类栏目、正职/副职、未出庭原因、结案方式可从下拉列表中选择。尚不清楚的请留空，留空不等于“否”。“职务”填写出庭人员的行政职务；科长、大队长等内设机构职务不是行政机关负责人，填写后列为需核对。“行政管理领域”“被诉行为种类”注有“推定”的，由系统按案由和被告推定，请从下拉列表中选定。";

/**
 * 预填台账, in the columns the system reads back: what is known is filled in, what isn't is left blank. Unknown is
 * not 否. Below stand empty rows for cases nobody has heard of yet.
 */
export function prefilledLedger(
  court: string,
  month: Month,
  cases: readonly PrefilledCase[],
): Promise<Uint8Array> {
  const ordered = cases.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  const rows = ordered.map((known, index) => [index + 1, ...cellsOf(known)]);
  const title = `${court}${printedMonth(month)}行政案件台账`;
  return xlsxBytes(
    [{ name: printedMonth(month), title, columns: COLUMNS, rows, blankRows: BLANK_ROWS, note: NOTE }],
    title,
  );
}

function orderOf({ row: { heardOn, caseNumber, agency } }: PrefilledCase): string {
  return `${heardOn} ${caseNumber} ${agency}`;
}

/** Behind the ordinal. */
function cellsOf({ row, plaintiffs, cause, headTitle, appealed }: PrefilledCase): readonly SheetCell[] {
  return [
    row.caseNumber,
    dayCell(row.acceptedOn),
    plaintiffs.length === 0 ? undefined : plaintiffs.join("、"),
    named(row.plaintiffKind, plaintiffKindName),
    row.agency,
    cause,
    proposed(row, "field", named(row.field, fieldChoice)),
    proposed(row, "act", named(row.act, actChoice)),
    yesOrNo(row.compensation),
    named(row.review, reviewName),
    named(row.procedure, procedureName),
    yesOrNo(row.heard),
    dayCell(row.heardOn),
    named(row.mode, modeName),
    yesOrNo(row.present),
    row.headName,
    headTitle,
    row.rank === undefined ? undefined : rankName(row.rank),
    yesOrNo(row.spoke),
    row.absenceReason,
    yesOrNo(row.enterprise),
    named(row.form, formName),
    named(row.outcome, ledgerOutcomeName),
    dayCell(row.closedOn),
    yesOrNo(appealed),
    row.suggestion,
    yesOrNo(row.mediated),
    remark(row),
  ];
}

/** 01 公安: by its code the ledger is read back. */
function fieldChoice(field: Field): string {
  return `${fieldCode(field)} ${fieldName(field)}`;
}

function actChoice(act: Act): string {
  return `${actCode(act)} ${actName(act)}`;
}

/** 01 公安（推定）: what rules propose is the court's word once it has chosen it. */
function proposed(row: StatisticsRow, key: "field" | "act", choice: string | undefined): string | undefined {
  return choice !== undefined && row.proposed?.includes(key) === true ? `${choice}（推定）` : choice;
}

function named<Value>(value: Value | undefined, name: (value: Value) => string): string | undefined {
  return value === undefined ? undefined : name(value);
}

function dayCell(day: CivilDate | undefined): SheetCell {
  return day === undefined ? undefined : { day };
}

/** What a clerk should know before filling in more; undefined where there is nothing. */
function remark({ excused, openDifference }: StatisticsRow): string | undefined {
  const said = [
    ...(excused === undefined
      ? []
      : [`${excused === "agreed" ? "经被告协商" : "经法院"}确定由共同被告的负责人出庭`]),
    ...(openDifference ? ["各方所报不一致，请核对"] : []),
  ];
  return said.length === 0 ? undefined : said.join("；");
}

function yesOrNo(known: boolean | undefined): string | undefined {
  return known === undefined ? undefined : known ? "是" : "否";
}
