/** What does a case already say of the further fields of its handling form (案件办理单)? The form begins with it, and so does the paper. */
import { classesOfCase } from "../../../shared/domain/case-file/classes-of-case.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { HandlingDetails } from "../../../shared/domain/handling/handling-details.ts";
import { dateWithWeekday } from "../../../shared/letters/frame/dates.ts";
import { classKeyName, classValue } from "../../../shared/letters/wording/class-wording.ts";

/** Its classes, whatever their source, who at the court deals with it, and the last day of the defence. */
export function knownHandlingDetails(file: CaseFile, respondent: string): HandlingDetails {
  const classes = classesOfCase(file);
  const { review, reviewNumber, plaintiffKind, actTitle } = classes;
  const asked = (["compensation", "agreement", "normReview"] as const).filter(
    (key) => classes[key]?.value === true,
  );
  const defence = file.duties.find((one) => one.kind === "defence" && one.respondent === respondent);
  const reviewed = review?.value && classValue("review", review.value);
  const number = reviewNumber?.value;
  const { judge, clerk, phone } = file.courtStaff ?? {};
  return defined({
    judge: judge?.name,
    clerk: clerk?.name,
    courtPhone: judge?.phone ?? clerk?.phone ?? phone,
    actTitle: actTitle?.value,
    plaintiffKind: plaintiffKind?.value && classValue("plaintiffKind", plaintiffKind.value),
    review: reviewed && (number === undefined ? reviewed : `${reviewed}，${number}`),
    asked: asked.length === 0 ? undefined : asked.map(classKeyName).join("、"),
    defenceDue: defence && dateWithWeekday(defence.deadline.due),
  });
}
