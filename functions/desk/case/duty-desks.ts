/** Which form has the page of a duty beside the sittings (答辩、举证、上诉决定、履行 …)? One for each kind; a kind without is shown only. */
import type { DutyKind } from "../../../shared/domain/time/deadline.ts";
import { type DutyLink, plainDesk } from "./duty-desk.ts";
import { lossDesk } from "./loss-desk.ts";
import type { TaskDesk } from "./task-desk.ts";

const DUTY_DESKS: Readonly<Partial<Record<DutyKind, TaskDesk<DutyLink>>>> = {
  "loss-report": lossDesk,
};

/** The form of a kind, or the page without one. */
export function dutyDeskOf({ duty }: DutyLink): TaskDesk<DutyLink> {
  return DUTY_DESKS[duty] ?? plainDesk(duty);
}
