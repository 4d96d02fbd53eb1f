/**
 * The bucket against the table: a file that reached the inbox and was never settled (an event lost, a message
 * that ended in the dead-letter queue) is queued once more, every day until it is.
 */
import { addMinutes, type Instant } from "../../shared/domain/time/time.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { IntakeQueue } from "../../shared/ports/intake-queue.ts";
import type { Records } from "../../shared/ports/records.ts";

/** Files younger than this may still be on their way. */
const GRACE_MINUTES = 60;
/** The folders that take files in. */
const FOLDERS = ["courts/", "directory/", "bureaus/", "agencies/"];

/** Queues what was forgotten; counts what was looked at and what was queued, and says since when the oldest of it waits. */
export async function audit(
  {
    records,
    inbox,
    queue,
  }: { readonly records: Pick<Records, "settledUpload">; readonly inbox: Files; readonly queue: IntakeQueue },
  now: Instant,
): Promise<{ readonly looked: number; readonly queued: number; readonly oldest?: Instant }> {
  const before = addMinutes(now, -GRACE_MINUTES);
  let looked = 0;
  let queued = 0;
  let oldest: Instant | undefined;
  for (const folder of FOLDERS) {
    for await (const file of inbox.list(folder)) {
      looked += 1;
      if (file.at > before || (await records.settledUpload(file.key, file.versionId)) !== undefined) continue;
      await queue.enqueue(file);
      queued += 1;
      if (oldest === undefined || file.at < oldest) oldest = file.at;
    }
  }
  return { looked, queued, ...(oldest !== undefined && { oldest }) };
}
