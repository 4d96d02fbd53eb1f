/**
 * What is due by now: cases, courts' ledgers, entries of programmes, notices waiting for their hour, leases that ran out, digest
 * lines. The index only names candidates; each item itself decides. One that fails doesn't stop the others.
 */
import { sweepSigning } from "../../shared/casework/bulletin/signing-change.ts";
import { casesAtWork } from "../../shared/casework/cases-at-work.ts";
import { reportFailedMail } from "../../shared/casework/failed-mail.ts";
import { type Done, handle } from "../../shared/casework/handle.ts";
import { identify } from "../../shared/casework/involved.ts";
import { lastLook } from "../../shared/casework/last-look.ts";
import { remindOf } from "../../shared/casework/programme-entries.ts";
import { sideBySide } from "../../shared/casework/side-by-side.ts";
import type { CaseNumber } from "../../shared/domain/court/case-number.ts";
import type { WaitingLine } from "../../shared/domain/notices/notice.ts";
import { loggedFault } from "../../shared/domain/operations/logged-fault.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Instant } from "../../shared/domain/time/time.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Outbox, OutboxItem } from "../../shared/ports/outbox.ts";
import type { DueItem, Records } from "../../shared/ports/records.ts";
import { digestsOf, fold } from "./digest.ts";
import { remindCourt } from "./ledger-reminder.ts";

export interface SweepPorts {
  readonly records: Records;
  readonly outbox: Outbox;
  readonly directory: Directory;
}

/** A due item that could not be swept: its key, the fault's name, and how its words begin. */
export interface FailedItem {
  readonly item: string;
  readonly fault: string;
  readonly detail: string;
}

/** What a sweep did, and what it could not do. */
export interface SweepReport {
  readonly counts: {
    readonly looked: number;
    /** There was no time for them: they stay due. */
    readonly left: number;
    readonly notices: number;
    readonly released: number;
    readonly resent: number;
    /** Notices refused for good, of unknown fate, or too late to be of use, that a person has been informed of. */
    readonly failedMails: number;
    /** Notices held up so long that they were no longer true, and so not sent. */
    readonly dropped: number;
    /** Owed, but it reached nobody it is for; each is counted again whenever it has been tried again. */
    readonly unreached: number;
  };
  readonly failed: readonly FailedItem[];
}

/** Some items could not be swept; the others were. The schedule tries again, and the alarm counts it. */
export class SweepIncomplete extends Error {
  override readonly name = "SweepIncomplete";
  constructor(failed: readonly FailedItem[]) {
    const [first] = failed;
    super(`${failed.length} due items failed, first: ${first?.item}: ${first?.fault}: ${first?.detail}`);
  }
}

/** Things looked at side by side: as many as keep a table busy without making it wait. */
const AT_ONCE = 10;

/**
 * Looks at everything due at or before `now`, what has waited longest first. Missed, repeated and late runs come to the same.
 * `hasTime`: whether there is time left to begin with one more. What is left stays due, and the next run begins with it; lines of
 * digests that wait are folded all the same.
 */
export async function sweep(
  ports: SweepPorts,
  now: Instant,
  rules: Rules,
  hasTime: () => boolean = () => true,
): Promise<SweepReport> {
  const counts = {
    looked: 0,
    left: 0,
    notices: 0,
    released: 0,
    resent: 0,
    failedMails: 0,
    dropped: 0,
    unreached: 0,
  };
  const failed: FailedItem[] = [];
  const lines = new Map<string, WaitingLine>();
  await attempt("due items", () =>
    sideBySide(ports.records.due(rules.policy.jurisdiction.code, now), AT_ONCE, async (item) => {
      if (item.entity !== "line" && !hasTime()) {
        counts.left += 1;
        return;
      }
      counts.looked += 1;
      if (item.entity === "line") take([item.line]);
      else await attempt(nameOf(item), () => sweepItem(item));
    }),
  );
  await sideBySide(digestsOf([...lines.values()], now, rules), AT_ONCE, ({ reader, lines: own }) =>
    attempt(`digest of ${reader}`, async () => {
      counts.notices += await fold(ports.records, own, now, rules);
    }),
  );
  return { counts, failed };

  async function attempt(item: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      failed.push({ item, ...loggedFault(fault) });
    }
  }

  async function sweepItem(item: Exclude<DueItem, { entity: "line" }>): Promise<void> {
    switch (item.entity) {
      case "case":
        return countWithLines(await sweepCase(ports, item.caseNumber, now, rules));
      case "duty":
        return count(await remindCourt(ports, item, now, rules));
      case "signing":
        return count(await sweepSigning(ports, item.ref, { now, rules }));
      case "programme":
        return countWithLines(await remindOf(ports, item.ref, { now, rules }));
      case "notice": {
        const expired = await ports.outbox.expire(item.subject, item.id, now, rules.policy.mail.attempts);
        if (expired === "pending") counts.resent += 1;
        else await sweepNotice(item);
        return;
      }
      default:
        return item satisfies never;
    }
  }

  /** Lines for this morning's digest, whether they waited or have just been written; the index may show the latter or not. */
  function take(due: readonly WaitingLine[]): void {
    for (const line of due) lines.set(line.id, line);
  }

  function countWithLines({ result, ...done }: Done<SweptWithLines>): void {
    take(result.lines.filter(({ releaseAt }) => releaseAt <= now));
    count({ ...done, result: result.notices });
  }

  function count({ result, unreached }: Swept): void {
    counts.notices += result;
    counts.unreached += unreached.length;
  }

  /** A failure is told to a person; what waited leaves, unless a last look shows that it shouldn't any more. */
  async function sweepNotice({ subject, id }: Extract<DueItem, { entity: "notice" }>): Promise<void> {
    const found = await ports.outbox.item(subject, id);
    if (found === undefined) return;
    const lost = lossOf(found) ?? (await droppedNow(found));
    if (lost === "not-owed") counts.dropped += 1;
    else if (lost !== undefined) {
      counts.unreached += (await reportFailedMail(ports, found, lost, { now, rules })).length;
      await ports.outbox.reported(subject, id);
      counts.failedMails += 1;
    } else {
      await ports.outbox.release(subject, id, now);
      counts.released += 1;
    }
  }

  /** Drops what a last look finds too late or no longer true; says which. */
  async function droppedNow(found: OutboxItem): Promise<"too-late" | "not-owed" | undefined> {
    const why = await lastLook(ports, found, now, rules);
    const { subject, id } = found.notice;
    if (why !== undefined) await ports.outbox.drop(subject, id, why, now);
    return why;
  }
}

/** What became of a notice that somebody must hear of. */
function lossOf({ state }: OutboxItem): "failed" | "ambiguous" | "too-late" | undefined {
  if (state === "dropped") return "too-late";
  return state === "failed" || state === "ambiguous" ? state : undefined;
}

/** What a case or an entry owed: how many notices were written, and the lines that wait for a digest. */
interface SweptWithLines {
  readonly notices: number;
  readonly lines: readonly WaitingLine[];
}

/** What an item owed: how many notices were written, and what reached nobody. */
type Swept = Done<number>;

async function sweepCase(
  ports: SweepPorts,
  caseNumber: CaseNumber,
  now: Instant,
  rules: Rules,
): Promise<Done<SweptWithLines>> {
  return handle(ports.records, `sweep ${caseNumber} ${now}`, async () => {
    const cases = casesAtWork(ports, { now, cause: "sweep", rules, gathers: true });
    const file = await cases.file(caseNumber);
    const identities = await identify(file?.respondents ?? [], ports.directory);
    await cases.decide(caseNumber, { type: "identify-respondents", at: now, identities });
    await cases.decide(caseNumber, { type: "recompute", at: now });
    const { changes, unreached } = await cases.changes("all");
    const notices = changes.flatMap((change) => change.notices ?? []).length;
    const lines = changes.flatMap((change) => change.lines ?? []);
    return { outcome: "ready", changes, unreached, result: { notices, lines } };
  });
}

function nameOf(item: Exclude<DueItem, { entity: "line" }>): string {
  switch (item.entity) {
    case "case":
      return item.caseNumber;
    case "duty":
      return `ledger ${item.court} ${item.month}`;
    case "programme":
      return `programme ${item.ref.jurisdiction} ${item.ref.year} ${item.ref.kind} ${item.ref.id}`;
    case "signing":
      return `signing ${item.ref.jurisdiction} ${item.ref.month} ${item.ref.period}`;
    case "notice":
      return `notice ${item.id}`;
    default:
      return item satisfies never;
  }
}
