/** Who at the court deals with a case (承办法官、书记员), and how are they reached? As its papers say. */

export interface StaffMember {
  readonly name: string;
  readonly phone?: string;
}

export interface CourtStaff {
  readonly judge?: StaffMember;
  readonly clerk?: StaffMember;
  /** A number that no name stands with. */
  readonly phone?: string;
}

/** What a newer paper says takes the place of what was known of the same person's post; who keeps the post keeps the number. */
export function mergedStaff(known: CourtStaff | undefined, read: CourtStaff): CourtStaff {
  const member = (one: StaffMember | undefined, other: StaffMember | undefined) =>
    other === undefined || one?.name !== other.name ? (other ?? one) : { ...one, ...other };
  const [judge, clerk] = [member(known?.judge, read.judge), member(known?.clerk, read.clerk)];
  const phone = read.phone ?? known?.phone;
  return {
    ...(judge !== undefined && { judge }),
    ...(clerk !== undefined && { clerk }),
    ...(phone !== undefined && { phone }),
  };
}
