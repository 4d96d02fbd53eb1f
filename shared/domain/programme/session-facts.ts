/** 约谈会: units that are called in together. Each has its own interview (约谈) and letter; the meeting has one record. */
import type { OrganisationId } from "../organisations/directory.ts";
import type { CivilDate, ClockTime, Instant, Year } from "../time/time.ts";

export interface SessionFacts {
  readonly date: CivilDate;
  readonly time: ClockTime;
  /** Where, or by which video meeting. */
  readonly place: string;
  readonly demands: string;
  /** In the order in which they are heard. */
  readonly units: readonly SessionUnit[];
  /** 主持人, 记录人, and what was said to all. */
  readonly minutes?: SessionMinutes;
}

export interface SessionMinutes {
  readonly at: Instant;
  readonly by: string;
  readonly chair: string;
  readonly recorder: string;
  readonly text: string;
}

/** A unit, and the interview it is called in for: of the session's own jurisdiction. */
export interface SessionUnit {
  readonly name: string;
  readonly organisation?: OrganisationId;
  readonly interview: { readonly year: Year; readonly id: string };
  readonly record?: UnitRecord;
}

/** What was said of and by one unit. */
export interface UnitRecord {
  readonly at: Instant;
  readonly by: string;
  /** 姓名，职务; none: nobody came. */
  readonly attended: readonly string[];
  /** 指出的问题和要求. */
  readonly points: string;
  /** 表态: what the unit promised, each with its day. */
  readonly promises: readonly UnitPromise[];
}

export interface UnitPromise {
  /** Unique in the unit's record. */
  readonly id: string;
  readonly text: string;
  readonly due: CivilDate;
  readonly kept?: { readonly at: Instant; readonly by: string; readonly text: string };
}
