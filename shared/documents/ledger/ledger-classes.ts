/**
 * What does a row of a court's ledger say of its case's classes and days: 管理领域, 行为种类, 立案日期, 结案日期, 审理程序, 裁判种类, 是否上诉,
 * 司法建议文号, 复议, 赔偿, 协议? A cell begins with the code of the closed list where it was chosen from it (01 公安), else it is
 * in the court's own words.
 */

import { ACTS, type Act } from "../../domain/classes/act.ts";
import { ACT_RULES } from "../../domain/classes/act-rules.ts";
import { type ClassRule, plainWords, proposedBy } from "../../domain/classes/class-rule.ts";
import type {
  CaseForm,
  ClassesSaid,
  PlaintiffKind,
  Procedure,
  Review,
} from "../../domain/classes/classes.ts";
import { FIELDS, type Field } from "../../domain/classes/field.ts";
import { FIELD_RULES } from "../../domain/classes/field-rules.ts";
import { defined } from "../../domain/defined.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { CellReader, RowContext } from "./ledger.ts";
import { isBlank, yesOrNo } from "./ledger-cells.ts";
import { firstDate } from "./ledger-days.ts";
import type { Column } from "./ledger-headings.ts";

/** What it says; absent where it says nothing, or in words that nothing is known to mean. */
export function classesOf(
  read: CellReader,
  { year, legend }: Pick<RowContext, "year" | "legend">,
): ClassesSaid {
  // What the prefilled ledger only proposes (01 公安（推定）) is nobody's word yet.
  const cell = (column: Column) => plainWords(read(column)).replace(/^.*推定.*$/u, "");
  const answered = (column: Column) => {
    const written = read(column);
    return written === undefined ? undefined : yesOrNo(written, legend.of(column));
  };
  const day = (column: Column) => firstDate(read(column) ?? "", year);
  const review = REVIEWS.decide(cell("reviewed"))?.verdict ?? reviewAnswered(answered("reviewed"));
  return defined({
    field:
      chosen(cell("field"), FIELDS) ??
      worded(FIELD_RULES, cell("field")) ??
      ofBody(cell("field")) ??
      otherField(cell("field")),
    act: chosen(cell("act"), ACTS) ?? worded(ACT_RULES, cell("act")) ?? otherAct(cell("act")),
    compensation: answered("compensation"),
    agreement: answered("agreement"),
    normReview: answered("norm-review"),
    review,
    reviewNumber: written(read("review-number")),
    plaintiffKind: PLAINTIFF_KINDS.decide(cell("plaintiff-kind"))?.verdict,
    acceptedOn: day("accepted"),
    closedOn: day("closed"),
    procedure: PROCEDURES.decide(cell("procedure"))?.verdict,
    form: FORMS.decide(cell("form"))?.verdict,
    appealed: appealed(cell("appealed"), answered("appealed")),
    suggestion: suggestionNumber(read("suggestion")),
  });
}

/** By the code it begins with. */
function chosen<Value>(cell: string, list: readonly Value[]): Value | undefined {
  const [, code] = /^(\d{2})(?!\d)/u.exec(cell) ?? [];
  return code === undefined ? undefined : list[Number(code) - 1];
}

function worded<Value>(rules: readonly ClassRule<Value>[], cause: string): Value | undefined {
  return isBlank(cause) ? undefined : proposedBy(rules, { cause, title: "", agencies: [] })?.value;
}

/** A field called as the body that has charge of it is, without 局: 民政, 劳动和社会保障, 乡政府. */
function ofBody(cell: string): Field | undefined {
  if (isBlank(cell)) return undefined;
  const agencies = [`${cell}局`, cell.replace(/(?<!人民)政府$/u, "人民政府")];
  return proposedBy(FIELD_RULES, { cause: "", title: "", agencies })?.value;
}

/** 其他 is a value of both lists. */
function otherField(cell: string): Field | undefined {
  return OTHER.test(cell) ? "other" : undefined;
}

function otherAct(cell: string): Act | undefined {
  return OTHER.test(cell) ? "other" : undefined;
}

const OTHER = /^其[他它](?:行政(?:行为|管理))?$/u;

function written(cell: string | undefined): string | undefined {
  const words = cell?.trim() ?? "";
  return isBlank(words) || /^[否无]$/u.test(words) ? undefined : words;
}

/** 临兰法建〔2026〕3号; 有 alone names none. */
function suggestionNumber(cell: string | undefined): string | undefined {
  const words = written(cell);
  return words !== undefined && /\d/u.test(words) ? words : undefined;
}

function reviewAnswered(reviewed: boolean | undefined): Review | undefined {
  return reviewed === undefined ? undefined : reviewed ? "yes" : "none";
}

/** 是, 原告上诉; 否, 未上诉, 服判. */
function appealed(cell: string, answer: boolean | undefined): boolean | undefined {
  if (/未(?:提起)?上诉|不上诉|服判/u.test(cell)) return false;
  return /上诉/u.test(cell) ? true : answer;
}

/** The first that fits decides. */
const REVIEWS = ruleTable<string, Review>("ledger-review", (text) => text, [
  { name: "not-reconsidered", of: /未(?:经)?(?:行政)?复议|无复议/u, says: "none", example: "未经复议" },
  { name: "upheld", of: /维持/u, says: "upheld", example: "复议维持" },
  { name: "not-taken-up", of: /不予受理|驳回/u, says: "refused", example: "复议不予受理" },
  { name: "changed", of: /改变|撤销|变更|确认违法|责令/u, says: "changed", example: "复议改变" },
]);

const PROCEDURES = ruleTable<string, Procedure>("ledger-procedure", (text) => text, [
  { name: "summary", of: /简易|速裁/u, says: "summary", example: "简易程序" },
  { name: "ordinary", of: /普通/u, says: "ordinary", example: "普通程序" },
]);

const FORMS = ruleTable<string, CaseForm>("ledger-form", (text) => text, [
  { name: "judgment", of: /判决/u, says: "judgment", example: "判决" },
  { name: "ruling", of: /裁定/u, says: "ruling", example: "裁定" },
  { name: "mediation", of: /调解/u, says: "mediation", example: "调解" },
]);

const PLAINTIFF_KINDS = ruleTable<string, PlaintiffKind>("ledger-plaintiff-class", (text) => text, [
  { name: "procurator", of: /检察|公益/u, says: "procurator", example: "公益诉讼起诉人" },
  { name: "person", of: /自然人|公民|个人(?!独资)|个体/u, says: "person", example: "自然人" },
  {
    name: "other-organisation",
    of: /其他组织|非法人|合伙|个人独资/u,
    says: "other-organisation",
    example: "其他组织",
  },
  { name: "legal-person", of: /法人|公司/u, says: "legal-person", example: "法人" },
]);
