import { findAttendance } from "../attendance.ts";
import type { ReadDocument } from "../facts.ts";
import type { FlatText } from "../flat-text.ts";
import { recordedHearing } from "../hearing.ts";
import { pairLabels } from "../label-pairs.ts";
import { findLabels } from "../labels.ts";
import { lastSitting } from "../last-sitting.ts";
import { findParties } from "../parties.ts";
import type { CasePaper } from "./case-facts.ts";
import { sittingOf } from "./summons.ts";

/** Reads the record of a hearing (庭审笔录): when and where it was, and who came for the agencies. */
export function readHearingRecord(paper: CasePaper): ReadDocument {
  const { year, facts } = paper;
  const last = lastSitting(paper.flat);
  const { flat, labels, parties } = last === undefined ? paper : sittingIn(last);
  const hearing = recordedHearing(flat, labels, year);
  return {
    ...facts,
    attendance: facts.administrative.value ? findAttendance(flat, parties, false) : [],
    ...(hearing === undefined ? {} : { hearing }),
    ...sittingOf(flat),
  };
}

function sittingIn(flat: FlatText): Pick<CasePaper, "flat" | "labels" | "parties"> {
  const labels = pairLabels(flat, findLabels(flat));
  return { flat, labels, parties: findParties(flat, labels) };
}
