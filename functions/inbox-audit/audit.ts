/**
 * The bucket against the table: a file that reached the inbox and was never settled (an event lost, a message
 * that ended in the dead-letter queue) is queued once more, every day until it is. It goes on from where the last
 * complete run ended, so that a morning costs what has arrived since and not what was ever kept.
 */
import type { Compared } from "../../shared/domain/operations/job-run.ts";
import { inboxFolderIn } from "../../shared/domain/organisations/inbox-folder.ts";
import { addMinutes, type Instant } from "../../shared/domain/time/time.ts";
import type { Files, StoredFile } from "../../shared/ports/files.ts";
import type { IntakeQueue } from "../../shared/ports/intake-queue.ts";
import type { Records } from "../../shared/ports/records.ts";

/** Files younger than this may still be on their way. */
const GRACE_MINUTES = 60;
/**
 * A file bears the day on which its upload began, and may come a week later: the inbox gives up an upload in parts after seven
 * days (infra/constructs/evidence-bucket.ts). A day more is for clocks that differ.
 */
const LATE_MINUTES = 8 * 24 * 60;
/** Open files remembered one by one; were there more, the next run would begin at the oldest of them. */
const MOST_OPEN = 200;
/** The folders that take files in. */
const FOLDERS = ["courts/", "directory/", "bureaus/", "agencies/"];

export interface AuditPorts {
  readonly records: Pick<Records, "settledUpload" | "uploads">;
  readonly inbox: Pick<Files, "list">;
  readonly queue: IntakeQueue;
}

/** What a run did, since when the oldest file waits that it queued, and where the next one begins. */
export interface Audited {
  readonly counts: { readonly looked: number; readonly compared: number; readonly queued: number };
  readonly oldest?: Instant;
  readonly compared: Compared;
}

/**
 * Queues what was forgotten. `since`: as far as a complete run has come; without it the whole inbox is compared. `clock` is the
 * time itself: a run for an hour that hasn't come yet must not take what arrives until then as compared.
 */
export async function audit(
  { records, inbox, queue }: AuditPorts,
  { now, clock }: { readonly now: Instant; readonly clock: Instant },
  since?: Compared,
): Promise<Audited> {
  // A run that took a later hour for the present says nothing of what has come since.
  const last = since !== undefined && since.upTo <= clock ? since : undefined;
  const wanted = addMinutes(now < clock ? now : clock, -GRACE_MINUTES);
  // One made again for an hour long past goes no step back.
  const before = last !== undefined && wanted < last.upTo ? last.upTo : wanted;
  const isCompared = comparedBy(last);
  const counts = { looked: 0, compared: 0, queued: 0 };
  const open: StoredFile[] = [];
  for (const folder of FOLDERS) {
    for await (const files of byOwner(listed(folder))) {
      counts.compared += files.length;
      for (const file of await unsettled(records, files)) {
        await queue.enqueue(file);
        open.push(file);
      }
    }
  }
  counts.queued = open.length;
  const ages = open.map(({ at }) => at).toSorted();
  const [oldest] = ages;
  const isRemembered = open.length <= MOST_OPEN;
  return {
    counts,
    ...(oldest !== undefined && { oldest }),
    compared: {
      upTo: isRemembered || oldest === undefined ? before : oldest,
      open: isRemembered ? open.map(({ key, versionId }) => ({ key, versionId })) : [],
      ...(last === undefined ? { whole: clock } : last.whole !== undefined && { whole: last.whole }),
    },
  };

  async function* listed(folder: string): AsyncIterable<StoredFile> {
    for await (const file of inbox.list(folder)) {
      counts.looked += 1;
      if (file.at <= before && !isCompared(file)) yield file;
    }
  }
}

/** Whether a former run has found a file settled. */
function comparedBy(last: Compared | undefined): (file: StoredFile) => boolean {
  if (last === undefined) return () => false;
  const from = addMinutes(last.upTo, -LATE_MINUTES);
  const open = new Set(last.open.map(nameOf));
  return (file) => file.at < from && !open.has(nameOf(file));
}

/** What of one owner's files has no end yet. Their list may lag behind what is settled; the upload itself says. */
async function unsettled(
  records: AuditPorts["records"],
  files: readonly StoredFile[],
): Promise<readonly StoredFile[]> {
  const [first] = files;
  if (first === undefined) return [];
  const [earliest = first.at] = files.map(({ at }) => at).toSorted();
  const settled = new Set(await Array.fromAsync(records.uploads(inboxFolderIn(first.key), earliest), nameOf));
  const left: StoredFile[] = [];
  for (const file of files) {
    if (settled.has(nameOf(file))) continue;
    if ((await records.settledUpload(file.key, file.versionId)) === undefined) left.push(file);
  }
  return left;
}

/** The files of each owner, whose folder is the first two parts of a key; a bucket lists them together. */
async function* byOwner(files: AsyncIterable<StoredFile>): AsyncIterable<readonly StoredFile[]> {
  let own: StoredFile[] = [];
  for await (const file of files) {
    if (own[0] !== undefined && inboxFolderIn(own[0].key) !== inboxFolderIn(file.key)) {
      yield own;
      own = [];
    }
    own.push(file);
  }
  yield own;
}

function nameOf({ key, versionId }: { readonly key: string; readonly versionId: string }): string {
  return `${versionId} ${key}`;
}
