/** What happened in a case that speaks for or against its agency, as scores and reasons keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import { type EventShown, UNIT_EVENTS, type UnitEventKind } from "../../../domain/unit-events/unit-event.ts";
import { caseNumber, civilDate } from "./scalars.ts";

export const unitEventKind = z.enum(UNIT_EVENTS);

export const eventShown = z.object({
  caseNumber: z.exactOptional(caseNumber),
  on: z.exactOptional(civilDate),
});

agreed<Agree<UnitEventKind, z.infer<typeof unitEventKind>>>();
agreed<Agree<EventShown, z.infer<typeof eventShown>>>();
