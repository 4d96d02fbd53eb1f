/**
 * One object version of the inbox, from bytes to a settled end: read, needs review, or rejected with a reason.
 * Everything it changes is one write, so that a crash anywhere before it leaves no trace, and one after it is
 * found done.
 */

import { withLast } from "../../shared/casework/cases-at-work.ts";
import {
  documentRecord,
  figuresKept,
  kindOf,
  rejected,
  reviewed,
} from "../../shared/casework/documents/answers.ts";
import { type Arriving, type Settled, sourceOf } from "../../shared/casework/documents/arriving.ts";
import { fileInCases } from "../../shared/casework/documents/case-documents.ts";
import { fileNews, withReceipt } from "../../shared/casework/documents/files-receipt.ts";
import { rostersFor } from "../../shared/casework/documents/rosters.ts";
import { understand } from "../../shared/casework/documents/understand.ts";
import { type Draft, handle, type Ready } from "../../shared/casework/handle.ts";
import { sniffFormat } from "../../shared/documents/formats/format.ts";
import type { ReadDocument } from "../../shared/documents/kinds/facts.ts";
import type { DocumentResult } from "../../shared/documents/read-document.ts";
import { defined } from "../../shared/domain/defined.ts";
import { MOST_MEGABYTES } from "../../shared/domain/document.ts";
import type { Unreached } from "../../shared/domain/obligations/addressing.ts";
import { writtenAt } from "../../shared/domain/obligations/digest-lines.ts";
import { inboxFolderIn } from "../../shared/domain/organisations/inbox-folder.ts";
import type { Rejection } from "../../shared/domain/refusal.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import { ChangeTooLarge } from "../../shared/ports/change.ts";
import type { StoredFile } from "../../shared/ports/files.ts";
import type { FileToTake, LedgerBegun } from "../../shared/ports/intake-queue.ts";
import { enclosedIn, worstOf } from "./archive.ts";
import { loadDirectory } from "./directory-file.ts";
import { refusalOfFolder } from "./folder-rights.ts";
import type { IntakeOutcome, IntakePorts } from "./intake-ports.ts";
import { goOnWithLedger, type MoreToDo, takeLedger } from "./ledger-received.ts";
import { withScan } from "./text-of-scan.ts";

/** What became of an upload. */
export interface TakenIn {
  readonly outcome: IntakeOutcome;
  /** Owed, but it reached nobody it is for: for the log, and whoever watches it. */
  readonly unreached: readonly Unreached[];
  /** Files a person will check, whose pages that person should see. */
  readonly toShow?: readonly StoredFile[];
  /** The ledger to go on with. */
  readonly ledger?: LedgerBegun;
  /** What it says is more than can be stored with its case: how much that is. */
  readonly tooLarge?: string;
}

/** Larger files are refused unread. */
const MAX_BYTES = MOST_MEGABYTES * 1024 * 1024;

/** Settles one upload. Safe to repeat: the same upload, or the same bytes under another name, change nothing twice. */
export async function takeIn(ports: IntakePorts, file: FileToTake, rules: Rules): Promise<TakenIn> {
  const { ledger, ...object } = file;
  const taken = await takeInNow(ports, object, rules, ledger);
  if (taken.outcome === "awaiting-scan") await ports.scanQueue.enqueue(object);
  if (taken.outcome === "more-to-do")
    await ports.intakeQueue.enqueue({ ...object, ...defined({ ledger: taken.ledger }) });
  for (const file of taken.toShow ?? []) await ports.scanQueue.enqueue(file);
  return taken;
}

const ALREADY_SETTLED: TakenIn = { outcome: "already-settled", unreached: [] };

async function takeInNow(
  ports: IntakePorts,
  object: StoredFile,
  rules: Rules,
  begun: LedgerBegun | undefined,
): Promise<TakenIn> {
  if ((await ports.records.settledUpload(object.key, object.versionId)) !== undefined) return ALREADY_SETTLED;
  const bytes =
    object.size > MAX_BYTES ? "too-large" : await ports.inbox.read(object.key, object.versionId, MAX_BYTES);
  if (bytes === "missing") throw new Error("the object version is gone from the inbox");
  const enclosed =
    bytes !== "too-large" && sniffFormat(bytes) === "zip"
      ? await enclosedIn(object, bytes, await sourceOf(object.key, ports.directory))
      : undefined;
  const decide = (of: Uint8Array | "too-large") => (arriving: Arriving) =>
    decideOn(ports, arriving, of, begun?.sha256 === arriving.sha256 ? begun : undefined);
  if (enclosed === undefined) return settle(ports, object, bytes, rules, decide(bytes));

  const taken: TakenIn[] = [];
  for (const file of enclosed) {
    const { key, versionId } = file.object;
    if ((await ports.records.settledUpload(key, versionId)) !== undefined) {
      taken.push(ALREADY_SETTLED);
      continue;
    }
    // Before it is settled: what a case knows can be looked at, whatever else lies in the archive.
    await ports.originals.keepEnclosed(file.bytes, ports.sha256(file.bytes));
    taken.push(await settle(ports, file.object, file.bytes, rules, decide(file.bytes)));
  }
  const outcome = worstOf(taken.map((one) => one.outcome));
  if (outcome !== "awaiting-scan" && outcome !== "more-to-do" && outcome !== "unclaimed")
    await settle(ports, object, bytes, rules, (arriving) => archiveSettled(ports, arriving));
  return {
    outcome,
    unreached: taken.flatMap((one) => one.unreached),
    toShow: taken.flatMap((one) => one.toShow ?? []),
    ...defined({
      tooLarge: taken.find((one) => one.tooLarge !== undefined)?.tooLarge,
      ledger: taken.find((one) => one.ledger !== undefined)?.ledger,
    }),
  };
}

/** The archive itself says nothing: its record shows the audit that nothing is left of it to do. */
async function archiveSettled({ records }: IntakePorts, arriving: Arriving): Promise<Settled> {
  const isKnown = (await records.document(arriving.sha256)) !== undefined;
  const document = documentRecord(arriving, { state: "read", kind: "archive", caseNumbers: [] });
  return { changes: isKnown ? [] : [{ document }], outcome: "read" };
}

/** Nobody's so far, and not settled: a bureau is asked once, where there is one. */
type Unclaimed = Omit<Settled, "outcome"> & { readonly outcome: "unclaimed" };

/** A decision; `hasPages`: the file has pages that can be drawn, and are not looked at otherwise. */
type Decided = (Settled & { readonly hasPages?: boolean }) | MoreToDo | Unclaimed | "awaiting-scan";
type Decide = (arriving: Arriving) => Promise<Decided>;

async function settle(
  ports: IntakePorts,
  object: StoredFile,
  bytes: Uint8Array | "too-large",
  rules: Rules,
  decide: Decide,
): Promise<TakenIn> {
  const sha256 =
    bytes === "too-large"
      ? ports.sha256(new TextEncoder().encode(`${object.key} ${object.versionId}`))
      : ports.sha256(bytes);

  const { key, versionId, at } = object;
  const upload = { key, versionId, at, sha256 };
  try {
    return await settled(`intake ${key} ${versionId}`, decide);
  } catch (fault) {
    if (!(fault instanceof ChangeTooLarge)) throw fault;
    // Tried again it would fail again, for ever: its court is told instead, and whoever watches the log.
    const refused = await settled(`intake ${key} ${versionId} too large`, async (arriving) =>
      rejected(arriving, "other", { type: "case-full" }),
    );
    return { ...refused, tooLarge: fault.message };
  }

  async function settled(token: string, decideNow: Decide): Promise<TakenIn> {
    const { result, unreached } = await handle(
      ports.records,
      token,
      async (): Promise<Ready<Pick<TakenIn, "outcome" | "toShow" | "ledger">>> => {
        const source = await sourceOf(key, ports.directory);
        const cause = `document:${sha256}`;
        const arriving: Arriving = { object, sha256, source, rules, now: at, cause };
        const decided = await decideNow(arriving);
        if (decided === "awaiting-scan")
          return { outcome: "ready", changes: [], result: { outcome: decided } };
        if (decided.outcome === "more-to-do") {
          const { outcome, ledger } = decided;
          return { ...decided, outcome: "ready", changes: [], result: { outcome, ledger } };
        }
        if (decided.outcome === "unclaimed")
          return { ...decided, outcome: "ready", result: { outcome: decided.outcome } };
        const answer = fileNews(arriving, decided);
        const { changes, unreached = [], outcome } = withReceipt(arriving, decided, answer);
        const isToShow = decided.hasPages === true && outcome === "needs-review";
        return {
          outcome: "ready",
          changes: withLast(changes.map(inTime), { upload: { ...upload, ...defined({ answer }) } }),
          unreached,
          result: { outcome, ...(isToShow && { toShow: [object] }) },
        };
      },
    );
    return { ...result, unreached };
  }

  /** Lines of a file that waited wait on for the next mail of the day: today's may have left in the meantime. */
  function inTime({ lines, ...change }: Draft): Draft {
    const now = ports.now();
    return { ...change, ...defined({ lines: lines?.map((line) => writtenAt(line, now, rules)) }) };
  }
}

async function decideOn(
  ports: IntakePorts,
  arriving: Arriving,
  bytes: Uint8Array | "too-large",
  begun: LedgerBegun | undefined,
): Promise<Decided> {
  const { source, sha256 } = arriving;
  const reject = (rejection: Rejection, kind = "other") => rejected(arriving, kind, rejection);
  if (bytes === "too-large") return reject({ type: "too-large", megabytes: MAX_BYTES / 1024 / 1024 });
  if (source.folder === "directory") return loadDirectory(ports, arriving, bytes);
  if (source.uploader === undefined) return unclaimed(arriving);
  // The same bytes were read before: whatever name they come under now, they say nothing new.
  const former = await ports.records.document(sha256);
  if (former?.state === "read") {
    // Unless it was a bureau's copy, which its court sends itself now.
    const isCourtsNow = source.folder === "courts" && former.firstUpload.key.startsWith("bureaus/");
    if (!isCourtsNow) return { changes: [], outcome: "read" };
    const settled = await decideOnReading(ports, arriving, bytes, begun);
    if (settled === "awaiting-scan" || settled.outcome === "more-to-do") return settled;
    return { ...settled, changes: withLast(settled.changes, { documentWas: "read" }) };
  }
  return decideOnReading(ports, arriving, bytes, begun);
}

/** The folder is of nobody the directory knows: its court may have been quicker than the directory. */
function unclaimed(arriving: Arriving): Unclaimed {
  const rejection = { type: "unknown-folder", folder: inboxFolderIn(arriving.object.key) } as const;
  const { changes, unreached = [] } = rejected(arriving, "other", rejection);
  return {
    // The question alone: the file has no record before it is somebody's.
    changes: changes.map(({ notices = [] }) => ({ notices })),
    unreached,
    outcome: "unclaimed",
  };
}

/** What becomes of a file by what is read in it, or by what was read before. */
async function decideOnReading(
  ports: IntakePorts,
  arriving: Arriving,
  bytes: Uint8Array,
  begun: LedgerBegun | undefined,
): Promise<Exclude<Decided, Unclaimed>> {
  if (begun !== undefined) return goOnWithLedger(ports, arriving, begun);
  const read = await ports.readDocument(bytes);
  const reading = await withScan(ports.scans, arriving.sha256, read);
  if (reading === "awaiting-scan") return reading;
  const decided = await decideOnFacts(ports, arriving, reading);
  // The pages of a scan are kept by whoever recognised its characters.
  const hasPages = read.ok && read.format === "pdf";
  return decided.outcome === "more-to-do" ? decided : { ...decided, hasPages };
}

async function decideOnFacts(
  ports: IntakePorts,
  arriving: Arriving,
  reading: DocumentResult,
): Promise<Settled | MoreToDo> {
  const { source, object, sha256, rules } = arriving;
  const reject = (rejection: Rejection, kind = "other") => rejected(arriving, kind, rejection);
  if (!reading.ok) return reject(rejectionFor(reading));
  const { document, text } = reading;
  const withText = { ...arriving, ...(text !== undefined && { text }) };
  const notTheirs = await refusalOfFolder(ports, source, document);
  if (notTheirs !== undefined) return reject(notTheirs, kindOf(document));
  const court = source.folder === "courts" ? source.uploader?.name : undefined;
  const understood = understand(
    document,
    { sha256, at: object.at, court },
    rules.policy,
    await rostersFor(namedAgencies(document), ports.directory),
  );
  switch (understood.outcome) {
    case "rejected":
      return reject(understood.rejection, kindOf(document));
    case "ledger":
      return takeLedger(ports, arriving, document);
    case "figures":
      return figuresKept(arriving, document);
    case "certain":
      return fileInCases(ports, withText, document, understood.commands, []);
    case "doubtful":
      return understood.commands.length === 0
        ? reviewed(withText, document, understood.doubts)
        : fileInCases(ports, withText, document, understood.commands, understood.doubts);
    default:
      return understood satisfies never;
  }
}

/** The agencies of which it says who came. */
function namedAgencies({ attendance }: ReadDocument): readonly string[] {
  return attendance.map(({ organ }) => organ.value);
}

type Unreadable = Extract<Awaited<ReturnType<IntakePorts["readDocument"]>>, { ok: false }>;

function rejectionFor({ reason, format }: Unreadable): Rejection {
  switch (reason.kind) {
    case "empty":
    case "encrypted":
    case "no-text-layer":
      return { type: reason.kind };
    case "too-large":
      return { type: "too-large", megabytes: Math.floor(reason.limit / 1024 / 1024) };
    case "too-many-pages":
      return { type: "too-many-pages", pages: reason.pages, limit: reason.limit };
    case "broken":
      return { type: "broken", format: format.toUpperCase() };
    case "unsupported-format":
      return { type: "unsupported-format", format: reason.format };
    case "bomb":
    case "macro":
      return { type: "suspicious", sign: reason.kind };
    case "exhausting":
      return {
        type: "suspicious",
        sign: reason.what === "time" ? "takes-too-long" : "takes-too-much-memory",
      };
    default:
      return reason satisfies never;
  }
}
