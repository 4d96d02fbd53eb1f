/** The ports of a played city: the twins of buckets and queues, a store, and a carrier, each of which may break. */
import { createHash } from "node:crypto";
import type { DeskPorts } from "../../../functions/desk/frame/room.ts";
import type { IntakePorts } from "../../../functions/document-intake/intake-ports.ts";
import type { JobPorts } from "../../../functions/monthly-bulletin/jobs/job.ts";
import type { MailerPorts } from "../../../functions/notice-mailer/send-notice.ts";
import { frozenRowsIn } from "../../../shared/adapters/frozen-rows.ts";
import { holidayYears } from "../../../shared/adapters/holidays.ts";
import { journalIn, readJournal } from "../../../shared/adapters/journal.ts";
import { keptLedgers } from "../../../shared/adapters/kept-ledgers.ts";
import { journalledRecords } from "../../../shared/casework/journalled-records.ts";
import { type Lacking, lacking, marked } from "../../../shared/casework/restored.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import type { Notice } from "../../../shared/domain/notices/notice.ts";
import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { deskLinks } from "../../../shared/links/desk-links.ts";
import type { Change } from "../../../shared/ports/change.ts";
import type { Files } from "../../../shared/ports/files.ts";
import type { FileToTake } from "../../../shared/ports/intake-queue.ts";
import type { Journal as DeploymentsJournal } from "../../../shared/ports/journal.ts";
import type { MailFeedback } from "../../../shared/ports/outbox.ts";
import { memoryDownloads } from "../../support/memory/memory-downloads.ts";
import { memoryDropbox, memoryEvidence } from "../../support/memory/memory-dropbox.ts";
import { memoryFiles } from "../../support/memory/memory-files.ts";
import { memoryHandIn } from "../../support/memory/memory-hand-in.ts";
import { memoryOriginals } from "../../support/memory/memory-originals.ts";
import { memoryPickup } from "../../support/memory/memory-pickup.ts";
import { memorySessions } from "../../support/memory/memory-sessions.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { ADDRESS, ADMIN_MAIL, LINK_KEYS } from "../../support/memory-city.ts";
import { type Carrier, carrier } from "./carrier.ts";
import { breakable, type Faults, nextConflict, OutOfReach } from "./faults.ts";
import { noticeKey } from "./journal.ts";
import type { Store } from "./store.ts";

const SENDER = { name: "临沂市司法局", address: "yingsu@linyi.example.org" };

/** What happens by itself once something was written, and what the ports tell of. */
export interface Watch {
  readonly now: () => Instant;
  readonly rules: () => Rules;
  /** A notice has become pending, as the table's stream tells. */
  readonly pending: (notice: Pick<Notice, "subject" | "id">) => void;
  readonly written: (change: Change) => void;
  readonly added: (notice: Notice) => void;
  readonly report: (feedback: MailFeedback) => void;
  readonly enqueue: (file: FileToTake) => void;
  readonly unreached: (unreached: readonly Unreached[]) => void;
  readonly failed: (fault: Error) => void;
  /** A mail or an act stands in the deployment's own journal. */
  readonly writtenDown: (what: string) => void;
  /** A file of the records bucket is written. */
  readonly filed: (key: string, bytes: Uint8Array) => void;
}

export function cityPorts(store: Store, faults: Faults, watch: Watch) {
  const { now } = watch;
  const clock = { now };
  const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
  const inbox = memoryFiles(now);
  const kept = memoryFiles(now);
  const files = breakable<Files>(
    {
      ...kept,
      async write(key, bytes, type) {
        await kept.write(key, bytes, type);
        watch.filed(key, bytes);
      },
    },
    ["write"],
    faults,
  );
  const commit: Store["records"]["commit"] = async (change) => {
    if (nextConflict(faults)) return "conflict";
    const outcome = await store.records.commit(change);
    if (outcome === "committed") {
      watch.written(change);
      for (const notice of change.notices ?? []) watch.pending(notice);
    }
    return outcome;
  };
  const records = breakable({ ...store.records, commit }, ["commit"], faults, clock);
  const directory = breakable(store.directory, ["save", "markUndeliverable"], faults, clock);
  const operations = breakable(store.operations, ["ran", "note"], faults, clock);
  const { outbox: plain } = store;
  const outbox = breakable(
    {
      ...plain,
      async add(notice, at) {
        await plain.add(notice, at);
        watch.added(notice);
        watch.pending(notice);
      },
      async release(subject, id, at) {
        await plain.release(subject, id, at);
        watch.pending({ subject, id });
      },
      async expire(subject, id, at, most) {
        const became = await plain.expire(subject, id, at, most);
        if (became === "pending") watch.pending({ subject, id });
        return became;
      },
    } satisfies Store["outbox"],
    ["add", "release", "claim", "accepted", "refused", "expire", "drop", "reported", "settle"],
    faults,
    clock,
  );
  const post: Carrier = carrier({
    now,
    report: watch.report,
    async notice({ notice: { subject, id } }) {
      const item = await plain.item(subject, id);
      if (item === undefined) throw new TypeError("a mail without a notice");
      return item.notice;
    },
  });
  const keys = async () => {
    if (faults.keysUntil !== undefined && now() < faults.keysUntil) throw new OutOfReach("the keys of links");
    return LINK_KEYS;
  };
  // Of a mail that has come: its link was signed when it left.
  const linkAddress = deskLinks("", async () => LINK_KEYS);
  const dropbox = memoryDropbox(now);
  const originals = memoryOriginals(inbox);
  const queue = { enqueue: async (file: FileToTake) => watch.enqueue(file) };
  let forms = 0;
  const written = journalIn(kept, () => watch.failed(new Error("the journal is not written")));
  const journal = breakable<DeploymentsJournal>(
    {
      async left(notices) {
        await written.left(notices);
        for (const { notice } of notices) watch.writtenDown(noticeKey(notice));
      },
      async acted(act) {
        await written.acted(act);
        if (act.usedLink !== undefined) watch.writtenDown(`link:${act.usedLink.nonce}`);
      },
    },
    ["left", "acted"],
    faults,
  );
  const desk: DeskPorts = {
    records: journalledRecords(records, journal, now),
    outbox,
    directory,
    operations,
    keys,
    dropbox,
    evidence: memoryEvidence(),
    originals,
    pickup: memoryPickup(),
    downloads: memoryDownloads(memoryTable("")),
    downloaded: () => {},
    witnessed: () => {},
    frozenRows: frozenRowsIn(files),
    bulletinFiles: files,
    shownPages: files,
    handIn: memoryHandIn(inbox, dropbox),
    dashboard: "https://dashboard.example.org",
    bundledYears: holidayYears(),
    sessions: memorySessions(new Map()),
    admins: [ADMIN_MAIL],
    newSecret: () => String(++forms).padStart(43, "s"),
    evenly: async () => {},
    address: ADDRESS,
    senderName: SENDER.name,
    get rules() {
      return watch.rules();
    },
    now,
    newFormId: () => `00000000-0000-4000-8000-${String(++forms).padStart(12, "0")}`,
    notReached: watch.unreached,
    failed: watch.failed,
  };
  const jobs: JobPorts = { records, outbox, directory, files, frozenRows: frozenRowsIn(files), sha256 };
  const intake: IntakePorts = {
    records,
    directory,
    inbox,
    sha256,
    readDocument,
    scans: files,
    // Papers are texts: nothing of them is to be recognised or shown.
    scanQueue: { enqueue: async () => {} },
    originals,
    ledgers: keptLedgers(files),
    intakeQueue: queue,
    now: watch.now,
  };
  const mailer: Omit<MailerPorts, "linkLives"> = {
    outbox,
    files,
    mailer: breakable(post, ["send"], faults),
    sender: SENDER,
    linkAddress: deskLinks("", keys),
  };
  return {
    records,
    outbox,
    journal,
    /** As an admin runs it: what the journal knows since then and the table doesn't is marked. */
    async compare(since: Instant): Promise<Lacking> {
      const found = await lacking(store, await readJournal(kept, since, now()));
      await marked(store, found);
      return found;
    },
    directory,
    operations,
    inbox,
    files,
    queue,
    post,
    desk,
    jobs,
    intake,
    mailer,
    linkAddress,
  };
}

export type CityPorts = ReturnType<typeof cityPorts>;
