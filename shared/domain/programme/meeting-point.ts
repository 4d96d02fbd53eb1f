/** 议定事项: what a joint meeting (联席会议) agreed, who sees to it, and by when. */
import type { OrganisationId } from "../organisations/directory.ts";
import type { CivilDate, Instant, Year } from "../time/time.ts";

/** 责任单位; `organisation` where the directory knows the name, which alone is reminded. */
export interface PointOwner {
  readonly name: string;
  readonly organisation?: OrganisationId;
}

export interface MeetingPoint {
  /** Unique in its meeting. */
  readonly id: string;
  readonly text: string;
  readonly owner?: PointOwner;
  readonly due?: CivilDate;
  /** It was open at an earlier meeting, and goes on as this one. */
  readonly carriedFrom?: PointRef;
  /** 已落实: what was done. */
  readonly settled?: { readonly at: Instant; readonly by: string; readonly text: string };
}

/** A point of a meeting of the same jurisdiction. */
export interface PointRef {
  readonly year: Year;
  readonly meeting: string;
  readonly point: string;
}
