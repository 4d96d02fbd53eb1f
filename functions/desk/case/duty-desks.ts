/** Which form has the page of a duty beside the sittings (答辩、举证、上诉决定、履行 …)? One for each kind; a kind without is shown only. */
import type { DutyKind } from "../../../shared/domain/time/deadline.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { appealDesk } from "./appeal-desk.ts";
import { defenceDesk, EXTENSION, extensionDesk } from "./defence-desk.ts";
import { type DutyLink, plainDesk } from "./duty-desk.ts";
import { lossDesk } from "./loss-desk.ts";
import { performanceDesk } from "./performance-desk.ts";

const DUTY_DESKS: Readonly<Partial<Record<DutyKind, TaskDesk<DutyLink>>>> = {
  appeal: appealDesk,
  performance: performanceDesk,
  "loss-report": lossDesk,
  defence: defenceDesk,
  evidence: defenceDesk,
};

/** Further pages of a kind, by their part of the address. */
const FURTHER: Readonly<Partial<Record<DutyKind, Readonly<Record<string, TaskDesk<DutyLink>>>>>> = {
  defence: { [EXTENSION]: extensionDesk },
  evidence: { [EXTENSION]: extensionDesk },
};

/** The form of a kind, or the page without one. */
export function dutyDeskOf({ duty }: DutyLink, part: string | undefined): TaskDesk<DutyLink> | undefined {
  if (part === undefined) return DUTY_DESKS[duty] ?? plainDesk(duty);
  const further = FURTHER[duty] ?? {};
  return Object.hasOwn(further, part) ? further[part] : undefined;
}
