/** 答辩、举证: what does the service of the complaint (应诉通知书、起诉状副本) oblige whoever is sued to hand in to the court, and until when? */
import { instanceOf } from "../court/case-number.ts";
import type { WantedDuty } from "../duties/case-duty.ts";
import type { Rules } from "../rules.ts";
import { defenceDeadline, evidenceDeadline } from "../time/duty-deadlines.ts";
import { type CivilDate, civilDateAt, type Instant } from "../time/time.ts";
import { type CaseFile, stillSued } from "./state.ts";

/** In the first instance, of each that is still sued, while the case is open. */
export function wantedDefenceDuties(
  file: CaseFile,
  _now: Instant,
  { calendar }: Rules,
): readonly WantedDuty[] {
  const served = complaintServedOn(file);
  if (served === undefined || file.state === "closed" || instanceOf(file.caseNumber) !== "first") return [];
  return stillSued(file).flatMap(({ name: respondent }): readonly WantedDuty[] => [
    { kind: "defence", respondent, startsOn: served, deadline: defenceDeadline({ served }, calendar) },
    { kind: "evidence", respondent, startsOn: served, deadline: evidenceDeadline({ served }, calendar) },
  ]);
}

/** The day on which the complaint was served: as the paper says, else that on which it reached the inbox; of several, the first. */
function complaintServedOn({ documents }: CaseFile): CivilDate | undefined {
  const served = documents
    .filter(({ kind, copy }) => kind === "response-notice" && copy === undefined)
    .map(({ servedOn, receivedAt }) => servedOn ?? civilDateAt(receivedAt));
  return served.toSorted()[0];
}
