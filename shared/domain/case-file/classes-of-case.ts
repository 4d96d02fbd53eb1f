/** Which classes does a case have by all that its file knows, and in which months does it count as received and closed? */
import { type KnownClasses, knownClasses } from "../classes/classes.ts";
import { proposeClasses } from "../classes/propose.ts";
import { partsOf } from "../court/case-number.ts";
import { type CivilDate, civilDateAt, type Month, monthOf } from "../time/time.ts";
import { type CaseFile, sittings } from "./state.ts";

/** What holds of each class of a case, by whom, and what the rules propose beside it. */
export function classesOfCase(file: CaseFile): KnownClasses {
  const { caseNumber, cause, plaintiffs, respondents, classes, ledgers } = file;
  const said = knownClasses({
    kept: classes,
    ledgers: ledgers.flatMap((entry) => entry.classes ?? []),
    proposals: {},
  });
  const proposals = proposeClasses({
    caseNumber,
    cause,
    actTitle: said.actTitle?.value,
    reviewBody: said.reviewBody?.value,
    agencies: respondents.map(({ name }) => name),
    plaintiffs,
  });
  return knownClasses({
    kept: classes,
    ledgers: ledgers.flatMap((entry) => entry.classes ?? []),
    proposals,
  });
}

/**
 * The month it counts as received in (收案): that of the day it was accepted; where nobody states one, that of the first
 * thing known of it, within the year of its number, in which it was accepted.
 */
export function monthReceived(file: CaseFile, acceptedOn: CivilDate | undefined): Month {
  if (acceptedOn !== undefined) return monthOf(acceptedOn);
  const { year } = partsOf(file.caseNumber);
  const [first] = signsOf(file).toSorted();
  if (first === undefined || first < `${year}-01`) return `${year}-01` as Month;
  return first > `${year}-12` ? (`${year}-12` as Month) : first;
}

/** Months in which something is known of it. */
function signsOf(file: CaseFile): readonly Month[] {
  const days = [
    ...file.documents.flatMap(({ receivedAt, servedOn }) => [civilDateAt(receivedAt), servedOn ?? []]),
    ...sittings(file).map(({ date }) => date),
    file.entered?.servedOn ?? [],
  ].flat();
  return [...days.map(monthOf), ...file.ledgers.map(({ month }) => month)];
}

/**
 * The month it counts as closed in (结案): that of the day a source states; else that of the judgment's receipt, of the ledger
 * that says so, or of its last sitting. Undefined while it is open, and where nothing shows when.
 */
export function monthClosed(file: CaseFile, closedOn: CivilDate | undefined): Month | undefined {
  const byLedger = file.ledgers.findLast(({ closed }) => closed !== undefined);
  if (file.state !== "closed" && byLedger?.closed !== true) return undefined;
  if (closedOn !== undefined) return monthOf(closedOn);
  const ruled = file.documents.findLast(({ kind, copy }) => kind === "judgment" && copy !== true);
  if (ruled !== undefined) return monthOf(civilDateAt(ruled.receivedAt));
  const last = sittings(file).at(-1);
  return byLedger?.month ?? file.ledgers.at(-1)?.month ?? (last && monthOf(last.date));
}
