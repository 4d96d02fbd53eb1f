/** Can anything still be said before the hearing? */
import type { DeskRefusal } from "../../refusal.ts";
import type { Instant } from "../../time/time.ts";
import { startOf } from "../hearing.ts";
import type { CaseFile } from "../state.ts";

/** Whether a report on the case can be taken now; undefined where it can. A report is of no use once the hearing began. */
export function reportRefusal(file: CaseFile, now: Instant): DeskRefusal | undefined {
  if (file.state === "heard" || file.state === "closed") return { type: "hearing-begun" };
  if (file.state !== "awaiting-hearing") return { type: "no-hearing-set" };
  return now < startOf(file.hearing) ? undefined : { type: "hearing-begun" };
}
