/**
 * What of a corrected document is so unlikely that its reader is asked before it is saved? A day gone by, a year that is not
 * the case's, a case of another court. Each question says what saving will do, and is answered by a tick for these very words.
 */
import type { Fact } from "../../../shared/documents/text/fact.ts";
import { type CaseNumber, partsOf } from "../../../shared/domain/court/case-number.ts";
import { isCaseOf } from "../../../shared/domain/court/case-of-court.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import type { FactField } from "../../../shared/domain/refusal.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { CaseReading } from "./stored-reading.ts";

/** A question, and the field its tick comes with; another day or number is another question. */
export interface Question {
  readonly field: string;
  readonly text: string;
  /** What was read that it asks about. */
  readonly about: FactField;
}

/** Papers that announce a sitting: of one that is over nobody can be told any more. */
const ANNOUNCING: ReadonlySet<string> = new Set(["summons", "appearance-notice", "appeal"]);
/** A case is heard in its year or the next; later is rare. */
const USUAL_YEARS = 1;

/** What should be asked of a document before it is filed; `uploader`: whose folder it lay in. */
export function questionsOn(
  document: CaseReading,
  { today, uploader }: { readonly today: CivilDate; readonly uploader: Organisation | undefined },
): readonly Question[] {
  const date = document.hearing?.start.value.date;
  const named = document.respondents.map(({ value }) => value).join("、");
  const asked: { readonly text: string; readonly about: FactField }[] = [];
  if (date !== undefined && date < today && ANNOUNCING.has(document.kind.value))
    asked.push({
      about: "hearing-time",
      text: `开庭日${printedDate(date)}已经过去。登记后，该次开庭不再向${named === "" ? "被告" : named}发出提醒。确认日期无误吗？`,
    });
  for (const number of document.caseNumbers.map(({ value }: Fact<CaseNumber>) => value)) {
    const { year, court } = partsOf(number);
    const heldIn = date === undefined ? year : Number(date.slice(0, 4));
    if (date !== undefined && (heldIn < year || heldIn > year + USUAL_YEARS))
      asked.push({
        about: "hearing-time",
        text: `${number}是${year}年的案件，开庭日却是${printedDate(date)}。登记后按这一天计算时限。确认年份无误吗？`,
      });
    if (
      uploader?.kind === "court" &&
      uploader.courtCode !== undefined &&
      isCaseOf(number, uploader.courtCode) === false
    )
      asked.push({
        about: "case-number",
        text: `文件由${uploader.name}上传，案号${number}却是其他法院的代码（${court}）。登记后${named === "" ? "" : `将通知${named}，并`}记在${number}名下。确认案号无误吗？`,
      });
  }
  return asked.map(({ text, about }) => ({ field: `sure-${identityOf("question", text)}`, text, about }));
}

/** Leaves a problem for each that hasn't been answered. */
export function askAbout(questions: readonly Question[], form: Form, reader: FormReader): void {
  for (const { field, text } of questions) if (form[field] !== "yes") reader.problem(field, text);
}
