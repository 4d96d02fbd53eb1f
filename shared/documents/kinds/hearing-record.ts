/** What does the record of a hearing say (庭审笔录)? When and where it was, and who came for the agencies. */
import { findAttendance } from "../attendance/attendance.ts";
import { whoAppears } from "../attendance/shared-head.ts";
import { pairLabels } from "../labels/label-pairs.ts";
import { findLabels } from "../labels/labels.ts";
import { recordedHearing } from "../moments/hearing.ts";
import { lastSitting } from "../moments/last-sitting.ts";
import { findParties } from "../parties/parties.ts";
import type { FlatText } from "../text/flat-text.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";
import { asSureAsItsLines } from "./lost-lines.ts";
import { sittingOf } from "./sitting-number.ts";

/** Reads the record of a hearing (庭审笔录): when and where it was, and who came for the agencies. */
export function readHearingRecord(paper: CasePaper): ReadDocument {
  const { year, facts } = paper;
  const last = lastSitting(paper.flat);
  const { flat, labels, parties } = last === undefined ? paper : sittingIn(last);
  const hearing = recordedHearing(flat, labels, year);
  const appears = whoAppears(flat, parties);
  return {
    ...facts,
    ...asSureAsItsLines(flat, {
      attendance: facts.administrative.value ? findAttendance(flat, parties, "record") : [],
      ...(hearing === undefined ? {} : { hearing }),
    }),
    ...(appears === undefined ? {} : { whoAppears: appears }),
    ...sittingOf(flat),
  };
}

function sittingIn(flat: FlatText): Pick<CasePaper, "flat" | "labels" | "parties"> {
  const labels = pairLabels(flat, findLabels(flat));
  return { flat, labels, parties: findParties(flat, labels) };
}
