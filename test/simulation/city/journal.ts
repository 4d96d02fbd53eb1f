/** What is seen from outside while a story is played: the invariants are held against it. */
import * as z from "zod/mini";
import type { SweepReport } from "../../../functions/deadline-sweep/sweep.ts";
// What is decided may hold more than a table keeps of it; letters are made of what it keeps.
import { notice, waitingLine } from "../../../shared/adapters/case-table/schemas/notice.ts";
import type { Notice, WaitingLine } from "../../../shared/domain/notices/notice.ts";
import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";
import { civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import type { Change } from "../../../shared/ports/change.ts";
import type { StoredFile } from "../../../shared/ports/files.ts";
import { isProvoked } from "./faults.ts";

/** A fault that nothing in the story brought about. */
interface Fault {
  readonly at: Instant;
  readonly what: string;
  readonly words: string;
}

/** What a restore has undone: from when on, when it was done, and whether the journal was held against it. */
interface Gap {
  readonly from: Instant;
  readonly to: Instant;
  readonly compared: boolean;
}

/** Nothing has happened yet. */
export function journal() {
  const notices = new Map<string, Notice>();
  const lines = new Map<string, WaitingLine>();
  const uploads: StoredFile[] = [];
  const faults: Fault[] = [];
  const deaths: Omit<Fault, "words">[] = [];
  const alarms: { readonly at: Instant; readonly name: string }[] = [];
  const filed = new Map<string, { readonly at: Instant; readonly bytes: Uint8Array }[]>();
  const gaps: Gap[] = [];
  const writtenDown = new Set<string>();
  const early: string[] = [];
  const empty: string[] = [];
  const issued = new Map<string, Instant>();
  const acts = new Map<string, Set<Instant>>();
  const editions = new Map<string, Set<number>>();
  const counts: Record<string, number> = {};

  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const unreached = (those: readonly Unreached[], at: Instant) => {
    for (const { name } of those) alarms.push({ at, name });
  };
  const fault = (what: string, { name, message, stack }: Error, at: Instant) => {
    count(isProvoked({ name }) ? `${name} in ${what}` : `fault in ${what}`);
    const where = /\n\s+at .*?(\w+ \(.*?\)|[^ ]+:\d+:\d+)/.exec(stack ?? "")?.[1] ?? "";
    if (isProvoked({ name })) deaths.push({ at, what });
    else faults.push({ at, what, words: `${name}: ${message} ${where}` });
  };
  return {
    /** Every notice that was written, by {@link noticeKey}; of those a restore has undone, none. */
    notices,
    lines,
    uploads,
    faults,
    /** Functions that died because the story has them die. */
    deaths,
    /** What reached nobody and was said to be so: an alarm each. */
    alarms,
    /** Files of the records bucket, by what was written to each, in order. */
    filed,
    gaps,
    /** What stands in the deployment's own journal: mails by {@link noticeKey}, acts by the cause that their link is. */
    writtenDown,
    /** Whether the table was put back between two of the same, to before the first, and nobody told it of that one. */
    forgotten: (what: string, first: Instant, second: Instant) =>
      gaps.some(
        ({ from, to, compared }) =>
          from <= first && first < to && to <= second && !(compared && writtenDown.has(what)),
      ),
    /** Sittings set down as held before their day. */
    early,
    /** What was said to be done though nothing was written. */
    empty,
    /** When the bulletins in which folders were issued. */
    issued,
    /** By the nonce of its link: when what was done through it was written on a case. */
    acts,
    /** By period and signature: the versions issued for it. */
    editions,
    /** How often what happened, for whoever wonders what was tried. */
    counts,
    count,
    unreached,
    fault,
    added(one: Notice) {
      count("writes");
      notices.set(noticeKey(one), z.parse(notice, one));
    },
    laid: (file: StoredFile) => void uploads.push(file),
    filedAs(key: string, bytes: Uint8Array, at: Instant) {
      filed.set(key, [...(filed.get(key) ?? []), { at, bytes }]);
    },
    written(change: Change, now: Instant) {
      count("writes");
      for (const one of change.notices ?? []) notices.set(noticeKey(one), z.parse(notice, one));
      const { bulletin } = change;
      if (bulletin?.state === "issued") {
        if (!issued.has(bulletin.folder)) issued.set(bulletin.folder, now);
        const { period, month, signature, version } = bulletin;
        const signed = `signature ${signature} of ${period} ${month}`;
        editions.set(signed, (editions.get(signed) ?? new Set()).add(version));
      }
      for (const line of change.lines ?? []) lines.set(noticeKey(line), z.parse(waitingLine, line));
      for (const { file, events } of change.cases ?? [])
        for (const { cause, event } of events) {
          if (cause.startsWith("link:")) acts.set(cause, (acts.get(cause) ?? new Set()).add(now));
          if (event.type === "hearing-held" && event.hearing.date > civilDateAt(now))
            early.push(`${file.caseNumber}: held on ${event.hearing.date}, written on ${civilDateAt(now)}`);
        }
    },
    swept(report: SweepReport, at: Instant) {
      count("sweeps");
      for (const { item, fault: name, detail } of report.failed)
        fault(`sweep of ${item}`, Object.assign(new Error(detail), { name }), at);
      if (report.counts.unreached > 0) alarms.push({ at, name: "sweep" });
    },
    restored(from: Instant, to: Instant, compared: boolean) {
      gaps.push({ from, to, compared });
      for (const [key, { createdAt }] of notices)
        if (createdAt >= from && !(compared && writtenDown.has(key))) notices.delete(key);
      for (const key of lines.keys()) lines.delete(key);
    },
  };
}

export type Journal = ReturnType<typeof journal>;

/** One text for each notice or line. */
export function noticeKey({ subject, id }: Pick<Notice, "subject" | "id">): string {
  return JSON.stringify([Object.entries(subject).toSorted(), id]);
}
