/** How is a sitting held, in words? */
import type { HearingMode } from "../../domain/court/hearing-mode.ts";

const MODES: Readonly<Record<HearingMode, string>> = {
  "in-person": "线下",
  online: "线上",
  elsewhere: "异地",
};

/** 线上. */
export function modeName(mode: HearingMode): string {
  return MODES[mode];
}
