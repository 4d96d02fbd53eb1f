/** How letters speak of a deadline: the last day, and in a sentence or two how it was found. */
import type { Deadline } from "../../domain/time/deadline.ts";
import { addDays, dayOfWeek } from "../../domain/time/time.ts";
import { dateWithWeekday, withPrintedDates } from "../frame/dates.ts";
import type { LabelledFact } from "../frame/letter.ts";

/** 2026年9月20日（星期日）前（含当日）; a provisional one says so beside the weekday. */
export function lastDay({ due, provisional }: Deadline): string {
  const day = dateWithWeekday(due);
  return `${provisional ? day.replace("）", "，暂定）") : day}前（含当日）`;
}

/** The deadline as a fact of a letter, with its counting and its basis below. */
export function deadlineFact(label: string, deadline: Deadline): LabelledFact {
  return {
    label,
    value: lastDay(deadline),
    notes: [howCounted(deadline), `依据：${withPrintedDates(deadline.explanation.legalBasis)}。`],
  };
}

/**
 * The counting in short: start, last day as counted, the roll or the make-up working day, what the hearing cuts
 * off, and whether a holiday notice may still move it.
 */
function howCounted({ due, provisional, explanation }: Deadline): string {
  const { startEvent, start, rawEnd, rolledEnd, roll, hardLimit } = explanation;
  const weekend = dayOfWeek(rolledEnd) === 0 || dayOfWeek(rolledEnd) === 6;
  const sentences = [
    `计算：${startEvent}，自${addDays(start, 1)}起算，期间最后一日为${rawEnd}`,
    ...(rolledEnd === rawEnd ? [] : [`${roll[0] ?? "该日不上班"}，顺延至${rolledEnd}`]),
    // Nobody believes a Sunday to be a last day without a reason.
    ...(weekend ? roll.slice(-1) : []),
    ...(hardLimit !== undefined && due !== rolledEnd ? [hardLimit] : []),
  ];
  const note = provisional ? "本期限为暂定，当年节假日安排公布后重新计算。" : "";
  return `${withPrintedDates(sentences.join("；"))}。${note}`;
}
