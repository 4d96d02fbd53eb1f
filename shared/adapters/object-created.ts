/** S3's own event of a new object, as EventBridge puts it into a queue and as {@link IntakeQueue} repeats it. */
import * as z from "zod/mini";
import { instant } from "../domain/time/time.ts";
import type { StoredFile } from "../ports/files.ts";

const ObjectCreated = z.object({
  time: z.string(),
  detail: z.object({
    object: z.object({ key: z.string(), size: z.number(), "version-id": z.string() }),
  }),
});

/**
 * The object version a message is about; its `at` is when it reached the bucket: the time every decision on it is made
 * for, however late that happens. Throws on a message that isn't S3's.
 */
export function storedFileOf(body: string): StoredFile {
  const { time, detail } = ObjectCreated.parse(JSON.parse(body));
  const { key, size, "version-id": versionId } = detail.object;
  return { key, versionId, size, at: instant(time) };
}
