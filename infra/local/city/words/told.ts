/** Which events of a case are worth a line of their own? */
import type { CaseEvent } from "../../../../shared/domain/case-file/events.ts";

/** Whether an event is told: a document's line stands above it already, a notice's mail below it. */
export function isTold({ type }: CaseEvent): boolean {
  return type !== "document-filed" && type !== "notice-issued";
}
