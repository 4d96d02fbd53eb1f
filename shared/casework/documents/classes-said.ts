/** What does a paper of a court say of its case's classes and days that may be relied on? */
import type { ReadDocument } from "../../documents/kinds/facts.ts";
import type { Fact } from "../../documents/text/fact.ts";
import type { CaseDocumentKind } from "../../domain/case-file/state.ts";
import type { CaseForm, ClassesSaid } from "../../domain/classes/classes.ts";
import { isOutcome } from "../../domain/court/outcome.ts";
import { defined } from "../../domain/defined.ts";
import type { CivilDate } from "../../domain/time/time.ts";

/** A fact's value, where it is sure enough. */
export type Sure = <Value>(fact: Fact<Value> | undefined) => Value | undefined;

/** Undefined where it says nothing. */
export function classesSaid(
  document: ReadDocument,
  kind: CaseDocumentKind,
  sure: Sure,
): ClassesSaid | undefined {
  const { classes = {} } = document;
  const said: ClassesSaid = defined({
    actTitle: sure(classes.actTitle),
    compensation: sure(classes.compensation),
    normReview: sure(classes.normReview),
    review: sure(classes.review),
    reviewNumber: sure(classes.reviewNumber),
    reviewBody: sure(classes.reviewBody),
    plaintiffKind: sure(classes.plaintiffKind),
    acceptedOn: sure(classes.acceptedOn),
    procedure: sure(classes.procedure),
    closedOn: kind === "judgment" ? closedOn(document, sure) : undefined,
    form: kind === "judgment" ? formOf(document) : undefined,
    ruling: kind === "judgment" ? sure(document.ruling) : undefined,
  });
  return Object.keys(said).length === 0 ? undefined : said;
}

/** The day a judgment bears, where the case ends by it. */
function closedOn({ outcome, issuedOn }: ReadDocument, sure: Sure): CivilDate | undefined {
  const result = sure(outcome);
  return result !== undefined && isOutcome(result) ? sure(issuedOn) : undefined;
}

/** 判决书, 裁定书, 调解书: by its title. */
function formOf({ title = "" }: ReadDocument): CaseForm | undefined {
  if (/判决/u.test(title)) return "judgment";
  if (/裁定/u.test(title)) return "ruling";
  return /调解/u.test(title) ? "mediation" : undefined;
}
