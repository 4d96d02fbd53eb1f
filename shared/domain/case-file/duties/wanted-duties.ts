/** Which duties should a case have besides those of its sittings? Each subject says it of its own; a further one is named here. */
import type { WantedDuty } from "../../duties/case-duty.ts";
import type { Rules } from "../../rules.ts";
import type { Instant } from "../../time/time.ts";
import type { CaseFile } from "../state.ts";
import { wantedDefenceDuties } from "./defence-duties.ts";
import { judgmentDuties } from "./judgment-duties.ts";
import { wantedLossDuties } from "./loss-duties.ts";

/** What one subject asks for, by state and time alone. A duty that was met says when and by what, so that what is taken back opens it again. */
export type WantsDuties = (file: CaseFile, now: Instant, rules: Rules) => readonly WantedDuty[];

const SUBJECTS: readonly WantsDuties[] = [wantedDefenceDuties, judgmentDuties, wantedLossDuties];

/** All of them, of respondents the directory knows. */
export function wantedDuties(file: CaseFile, now: Instant, rules: Rules): readonly WantedDuty[] {
  const known = new Set(file.respondents.flatMap(({ name, identity }) => (identity ? [name] : [])));
  return SUBJECTS.flatMap((wants) => wants(file, now, rules)).filter(({ respondent }) =>
    known.has(respondent),
  );
}
