/** 答辩、举证: what does the service of the complaint (应诉通知书、起诉状副本) oblige whoever is sued to hand in to the court, and until when? */
import { instanceOf } from "../../court/case-number.ts";
import type { WantedDuty } from "../../duties/case-duty.ts";
import type { Rules } from "../../rules.ts";
import { defenceDeadline, evidenceDeadline } from "../../time/duty-deadlines.ts";
import { type CivilDate, civilDateAt, type Instant } from "../../time/time.ts";
import { type DefencePart, extendedUntil, handedIn } from "../defence.ts";
import { type CaseFile, stillSued } from "../state.ts";

/** In the first instance, of each that is still sued, while the case is open; what was handed in stays met. */
export function wantedDefenceDuties(
  file: CaseFile,
  _now: Instant,
  { calendar }: Rules,
): readonly WantedDuty[] {
  const served = complaintServedOn(file);
  if (served === undefined || instanceOf(file.caseNumber) !== "first") return [];
  return stillSued(file)
    .flatMap(({ name: respondent }): readonly WantedDuty[] => {
      const given = extendedUntil(file, respondent);
      const extended = given && { on: civilDateAt(given.at), until: given.until };
      const of = { respondent, startsOn: served };
      return [
        {
          kind: "defence",
          ...of,
          deadline: defenceDeadline({ served }, calendar),
          ...met(file, respondent, "defence"),
        },
        {
          kind: "evidence",
          ...of,
          deadline: evidenceDeadline({ served, extended }, calendar),
          ...met(file, respondent, "evidence"),
        },
      ];
    })
    .filter((one) => file.state !== "closed" || one.met !== undefined);
}

function met(file: CaseFile, respondent: string, part: DefencePart): Pick<WantedDuty, "met"> {
  const handed = handedIn(file, respondent, part);
  if (handed === undefined) return {};
  return { met: { on: handed.on, by: handed.source === "agency" ? "form" : "paper" } };
}

const SERVED: ReadonlySet<string> = new Set(["response-notice", "complaint"]);

/** The day on which the complaint was served: as a paper says, else that on which it reached the inbox; of several, the first. */
export function complaintServedOn({ documents }: CaseFile): CivilDate | undefined {
  const papers = documents.filter(({ kind, copy }) => SERVED.has(kind) && copy === undefined);
  const stated = papers.flatMap(({ servedOn }) => servedOn ?? []).toSorted()[0];
  return stated ?? papers.map(({ receivedAt }) => civilDateAt(receivedAt)).toSorted()[0];
}
