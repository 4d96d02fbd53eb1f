/** 旁听计划: an observed hearing (旁听庭审) before it takes place: where it is, how many seats there are, who is invited. */
import type { OrganisationId } from "../organisations/directory.ts";
import type { ClockTime } from "../time/time.ts";

export interface ObservationPlan {
  /** Counts its changes: each invitation takes the place of the one before. */
  readonly sequence: number;
  readonly time?: ClockTime;
  /** The courtroom, or the address of a broadcast. */
  readonly place?: string;
  readonly seats?: number;
  readonly invited: readonly InvitedUnit[];
  /** Invited before this change, and no longer. */
  readonly dropped?: readonly InvitedUnit[];
  /** 党委（党组）中心组学法. */
  readonly study?: true;
}

export interface InvitedUnit {
  readonly unit: string;
  /** Where the directory knows the name: it gets the letter. */
  readonly organisation?: OrganisationId;
  readonly seats: number;
}

/** How many seats the invitations take. */
export function seatsTaken({ invited }: Pick<ObservationPlan, "invited">): number {
  return invited.reduce((sum, { seats }) => sum + seats, 0);
}
