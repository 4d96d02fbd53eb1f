/** What of a case goes along where a respondent or a sitting of it belongs to another (移出误登)? */
import type { Hearing } from "../hearing.ts";
import { type CaseFile, hearingOf } from "../state.ts";

/** What is moved from one case to another. */
export type MovedPart = { readonly respondent: string } | { readonly hearing: number };

/**
 * What of a case is moved: the respondent with all it has reported, handed in and agreed, or the sitting with all that was said of it. Papers
 * stay, and what they say of the case as a whole, its judgment too.
 */
export function partOf(whole: CaseFile, what: MovedPart): CaseFile {
  const { judgment, halted, courtStaff, appealedOn, principals, ...file } = whole;
  const { defence, losses } = file;
  const bare = { documents: [], ledgers: [], courtNotes: [], arrangements: [], appeals: [] };
  if ("respondent" in what) {
    const own = <One extends { readonly respondent: string }>(all: readonly One[]) =>
      all.filter(({ respondent }) => respondent === what.respondent);
    return {
      ...file,
      ...bare,
      respondents: file.respondents.filter(({ name }) => name === what.respondent),
      deadlines: own(file.deadlines),
      attendance: own(file.attendance),
      reports: own(file.reports),
      filings: own(file.filings),
      obstacles: own(file.obstacles),
      handlingForms: own(file.handlingForms),
      designations: own(file.designations),
      answers: own(file.answers),
      settlements: own(file.settlements),
      ...(losses !== undefined && { losses: own(losses) }),
      ...(defence !== undefined && {
        defence: {
          handed: own(defence.handed),
          drafts: own(defence.drafts),
          extensions: own(defence.extensions),
        },
      }),
    };
  }
  const { date } = hearingOf(file, what.hearing) ?? {};
  const own = <One extends { readonly hearing: number }>(all: readonly One[]) =>
    all.filter(({ hearing }) => hearing === what.hearing);
  const part = {
    ...file,
    ...bare,
    respondents: [],
    plaintiffs: [],
    thirdParties: [],
    deadlines: own(file.deadlines),
    attendance: file.attendance.filter(({ hearingDate }) => hearingDate === date),
    reports: own(file.reports),
    filings: own(file.filings),
    obstacles: own(file.obstacles),
    handlingForms: [],
    designations: [],
    answers: file.answers.filter(({ sitting }) => sitting === date),
    settlements: file.settlements.filter(({ sitting }) => sitting === date),
    pastHearings: file.pastHearings.filter(({ ordinal }) => ordinal === what.hearing),
  };
  const isCurrent = isSet(file, hearingOf(file, what.hearing));
  return isCurrent ? part : { ...part, state: "heard" };
}

/** Whether a hearing is the one that is set. */
export function isSet(file: CaseFile, hearing: Hearing | undefined): boolean {
  return file.state === "awaiting-hearing" && file.hearing.ordinal === hearing?.ordinal;
}
