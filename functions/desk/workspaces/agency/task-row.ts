/** A row of an agency's list (待办): what, by when, about what, and why. */
import { html } from "hono/html";
import { addDays, type CivilDate } from "../../../../shared/domain/time/time.ts";
import { printedDate } from "../../../../shared/letters/frame/dates.ts";
import { daysLeftWords } from "../../../../shared/letters/wording/worklist-wording.ts";
import type { Markup } from "../../frame/page.ts";

export interface TaskRow {
  /** The last day for it; undefined where none is set. */
  readonly due: CivilDate | undefined;
  readonly cells: readonly (Markup | string)[];
}

/** When something is to be done, and how near that is. */
export function dueCell(due: CivilDate | undefined, today: CivilDate): Markup | string {
  if (due === undefined) return "尽快";
  const nearness = due < today ? "late" : isSoon(due, today) ? "soon" : "";
  return html`${printedDate(due)}前（含当日）<small class="${nearness}">${daysLeftWords(due, today)}</small>`;
}

/** Today or tomorrow. */
export function isSoon(due: CivilDate, today: CivilDate): boolean {
  return due >= today && due <= addDays(today, 1);
}
