/** How is a sitting held: in the court's own room, over the net (在线庭审), or in a room elsewhere (异地开庭、远程法庭)? */

/** 线下, 线上, 异地. Who takes part over the net, or from another court's room, is present. */
export const HEARING_MODES = ["in-person", "online", "elsewhere"] as const;

export type HearingMode = (typeof HEARING_MODES)[number];
