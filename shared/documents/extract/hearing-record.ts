import { findAttendance } from "../attendance.ts";
import type { ReadDocument } from "../facts.ts";
import { recordedHearing } from "../hearing.ts";
import type { CasePaper } from "./case-facts.ts";
import { sittingOf } from "./summons.ts";

/** Reads the record of a hearing (庭审笔录): when and where it was, and who came for the agencies. */
export function readHearingRecord({ flat, labels, parties, year, facts }: CasePaper): ReadDocument {
  const hearing = recordedHearing(flat, labels, year);
  return {
    ...facts,
    attendance: facts.administrative.value ? findAttendance(flat, parties, false) : [],
    ...(hearing === undefined ? {} : { hearing }),
    ...sittingOf(flat),
  };
}
