/** What does a case of the second instance, or of a retrial, say to the case it goes back to? Whether that judgment holds, and since when. */
import { rulingBelow } from "../domain/case-file/judgment.ts";
import type { CaseNumber } from "../domain/court/case-number.ts";
import type { Calendar } from "../domain/time/calendar.ts";
import { civilDateAt, type Instant } from "../domain/time/time.ts";
import type { CasesAtWork } from "./cases-at-work.ts";

/** Tells the case below, in the same writes, what the one above has ruled by now; nothing where it says nothing new. */
export async function tellLowerCase(
  cases: CasesAtWork,
  caseNumber: CaseNumber,
  at: Instant,
  calendar: Calendar,
): Promise<void> {
  const file = await cases.file(caseNumber);
  const ruling = file && rulingBelow(file, civilDateAt(at), calendar);
  if (file?.originCaseNumber === undefined || ruling === undefined) return;
  await cases.decide(file.originCaseNumber, { type: "note-higher-ruling", at, ruling });
}
