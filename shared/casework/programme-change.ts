/** Turns an entry of a programme that was decided on into what is written: itself, and the notices it owes. */

import { noticeId } from "../domain/case-file/notice-id.ts";
import type { Notice, WaitingLine } from "../domain/notices/notice.ts";
import { type Dispatch, notice, recipientOf } from "../domain/obligations/addressing.ts";
import { nextDigest } from "../domain/obligations/digest-lines.ts";
import { lookup, type Organisation } from "../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../domain/organisations/district.ts";
import { KIND_NAMES, type ProgrammeEntry } from "../domain/programme/entry.ts";
import type { ProgrammeAudience, ProgrammeNotice } from "../domain/programme/obligation.ts";
import { nextProgrammeAction, programmeDue } from "../domain/programme/obligations.ts";
import type { Rules } from "../domain/rules.ts";
import { civilDateAt, type Instant } from "../domain/time/time.ts";
import type { ProgrammeWrite } from "../ports/change.ts";
import type { Directory } from "../ports/directory.ts";
import { bureauOf } from "./involved.ts";

/** An entry's part of one write. */
export interface ProgrammePart {
  readonly change: {
    readonly programme: readonly [ProgrammeWrite];
    readonly notices: readonly Notice[];
    readonly lines: readonly WaitingLine[];
  };
  /** Owed, but nobody in the directory could get it. */
  readonly undeliverable: readonly ProgrammeNotice[];
}

/**
 * The write that makes `entry` the version after `expectedVersion`, and tells what it owes by now. `year` is what its
 * jurisdiction has recorded in the year.
 */
export async function programmeChange(
  entry: ProgrammeEntry,
  expectedVersion: number,
  year: readonly ProgrammeEntry[],
  directory: Directory,
  { now, rules }: { readonly now: Instant; readonly rules: Rules },
): Promise<ProgrammePart> {
  const due = programmeDue(entry, year, now, rules);
  const after = {
    ...entry,
    version: expectedVersion + 1,
    sent: { ...entry.sent, ...Object.fromEntries(due.map(({ key }) => [key, now])) },
  };
  const { jurisdiction, year: of, kind, id } = entry;
  const dispatch: Dispatch = { subject: { of: "programme", jurisdiction, year: of }, now, rules };
  const bureau = await bureauOf(jurisdiction, directory);
  const notices = new Map<string, Notice>();
  const undeliverable: ProgrammeNotice[] = [];
  const send = (key: string, to: Organisation | undefined, content: ProgrammeNotice["content"]): boolean => {
    const recipient = to && recipientOf(to, ["legal-section", "duty", "clerk"]);
    if (recipient === undefined) return false;
    const made = notice(`${kind} ${id} ${key}`, recipient, content, dispatch);
    notices.set(made.id, made);
    return true;
  };
  for (const { key, notices: owed } of due) {
    for (const one of owed(civilDateAt(now))) {
      const to = await organisationFor(one.audience, jurisdiction, directory);
      if (send(key, to, one.content)) continue;
      // A superior and a court are there to be copied: without one there is nobody to copy.
      if (to === undefined && (one.audience.part === "superior" || one.audience.part === "court")) continue;
      const told = send(`${key}:no-address`, bureau, {
        kind: "address-failed",
        organisationName: to?.name ?? jurisdiction,
        address: undefined,
        cause: "名录中没有可用的电子邮箱",
        subject: KIND_NAMES[kind],
      });
      if (!told) undeliverable.push(one);
    }
  }
  const lines: WaitingLine[] = [];
  for (const { audience, text } of due.flatMap((one) => one.lines?.(civilDateAt(now)) ?? [])) {
    const to = await organisationFor(audience, jurisdiction, directory);
    const recipient = to && recipientOf(to, ["duty", "clerk", "legal-section"]);
    if (recipient === undefined) continue;
    const { subject } = dispatch;
    const line = noticeId(kind, id, String(after.version), text, recipient.address);
    lines.push({ id: line, subject, recipient, line: { at: now, text }, releaseAt: nextDigest(now, rules) });
  }
  const nextActionAt = nextProgrammeAction(after, year, now, rules);
  return {
    change: {
      programme: [{ entry: after, expectedVersion, nextActionAt }],
      notices: [...notices.values()],
      lines,
    },
    undeliverable,
  };
}

async function organisationFor(
  audience: ProgrammeAudience,
  jurisdiction: string,
  directory: Directory,
): Promise<Organisation | undefined> {
  switch (audience.part) {
    case "bureau":
      return bureauOf(jurisdiction, directory);
    case "city-bureau":
      return bureauOf(CITY_ITSELF, directory);
    case "court":
      return (await directory.find(lookup.kind("court"))).find((one) => one.jurisdiction === jurisdiction);
    case "organisation":
      return directory.organisation(audience.organisation);
    case "superior": {
      const below = await directory.organisation(audience.of);
      return below?.superior === undefined ? undefined : directory.organisation(below.superior);
    }
    default:
      return audience satisfies never;
  }
}
