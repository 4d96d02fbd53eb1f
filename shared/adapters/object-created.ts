/** S3's own event of a new object, as EventBridge puts it into a queue and as {@link IntakeQueue} repeats it. */
import * as z from "zod/mini";
import { instant } from "../domain/time/time.ts";
import type { FileToTake } from "../ports/intake-queue.ts";
import { month } from "./case-table/schemas/scalars.ts";

const ObjectCreated = z.object({
  time: z.string(),
  detail: z.object({
    object: z.object({ key: z.string(), size: z.number(), "version-id": z.string() }),
    ledger: z.exactOptional(z.object({ sha256: z.string(), month })),
  }),
});

/**
 * The object version a message is about; its `at` is when it reached the bucket: the time every decision on it is made
 * for, however late that happens. Throws on a message that isn't S3's.
 */
export function storedFileOf(body: string): FileToTake {
  const { time, detail } = ObjectCreated.parse(JSON.parse(body));
  const { key, size, "version-id": versionId } = detail.object;
  const { ledger } = detail;
  return { key, versionId, size, at: instant(time), ...(ledger !== undefined && { ledger }) };
}
