/** 办理经过 in the dossier: every event as a line of JSON, for programs, and in words, for people. */
import type { RecordedEvent } from "../../domain/case-file/events.ts";
import { printedMoment } from "../frame/dates.ts";
import { oneLine } from "../frame/one-line.ts";
import { historyLine } from "../wording/history-wording.ts";

/** One event a line, oldest first. */
export function trailLines(events: readonly RecordedEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

/** When, what, who. */
export function trailText(events: readonly RecordedEvent[]): string {
  return events
    .map((recorded) => {
      const { what, who } = historyLine(recorded);
      return `${printedMoment(recorded.at)}\t${oneLine(what)}\t${oneLine(who)}\n`;
    })
    .join("");
}
