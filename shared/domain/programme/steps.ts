/** The two kinds of steps most ladders of the programme are made of: at once, and on the working day a day falls on or before. */
import { openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import { AT_ONCE } from "../obligations/ladder.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate, instantAt } from "../time/time.ts";
import type { ProgrammeLine, ProgrammeNotice, ProgrammeObligation } from "./obligation.ts";

export function once(
  key: string,
  owed: readonly ProgrammeNotice[],
  lines: readonly ProgrammeLine[] = [],
): ProgrammeObligation {
  return {
    key,
    track: key,
    at: AT_ONCE,
    limit: undefined,
    notices: () => owed,
    ...(lines.length > 0 && { lines: () => lines }),
  };
}

/** When offices open on a day; on the next working day where it is none. Steps of one track take each other's place. */
export function onDay(
  { key, track = key }: { readonly key: string; readonly track?: string },
  day: CivilDate,
  { policy, calendar }: Rules,
  owed: readonly ProgrammeNotice[],
  lines: readonly ProgrammeLine[] = [],
): ProgrammeObligation {
  const on = workingDayFrom(day, 1, calendar);
  return {
    key,
    track,
    at: openingOn(on, policy),
    limit: undefined,
    notices: () => owed,
    ...(lines.length > 0 && { lines: () => lines }),
  };
}

/** Before a day by which something is due, on the last working day by then: useless once the day is over. */
export function beforeDay(
  { key, track }: { readonly key: string; readonly track: string },
  day: CivilDate,
  due: CivilDate,
  { policy, calendar }: Rules,
  owed: readonly ProgrammeNotice[],
): ProgrammeObligation {
  return {
    key,
    track,
    at: openingOn(workingDayFrom(day, -1, calendar), policy),
    limit: instantAt(addDays(due, 1)),
    notices: () => owed,
  };
}
