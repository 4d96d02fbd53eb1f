/** Turns an entry of a programme that was decided on into what is written: itself, and the notices it owes. */

import type { Notice, WaitingLine } from "../domain/notices/notice.ts";
import { noticeId } from "../domain/notices/notice-id.ts";
import {
  type Addressee,
  type Dispatch,
  firstReached,
  type Unreached,
} from "../domain/obligations/addressing.ts";
import { nextDigest } from "../domain/obligations/digest-lines.ts";
import { issue, type OwedNow } from "../domain/obligations/issue.ts";
import { lookup } from "../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../domain/organisations/district.ts";
import type { ProgrammeEntry } from "../domain/programme/entry.ts";
import type { ProgrammeAudience, ProgrammeLine } from "../domain/programme/obligation.ts";
import { nextProgrammeAction, OWING_BY_YEAR, programmeDue } from "../domain/programme/obligations.ts";
import type { Rules } from "../domain/rules.ts";
import { civilDateAt, type Instant } from "../domain/time/time.ts";
import type { ProgrammeWrite } from "../ports/change.ts";
import type { Directory } from "../ports/directory.ts";
import type { Records } from "../ports/records.ts";
import { addresseeById, addresseeIn, bureauAddressed } from "./involved.ts";

export interface ProgrammePorts {
  readonly records: Records;
  readonly directory: Directory;
}

/** When it is decided, and under which rules. */
export interface DecidedAt {
  readonly now: Instant;
  readonly rules: Rules;
}

/** An entry's part of one write. */
export interface ProgrammePart {
  readonly change: {
    readonly programme: readonly [ProgrammeWrite];
    readonly notices: readonly Notice[];
    readonly lines: readonly WaitingLine[];
  };
  /** Owed, but it reached nobody it is for. */
  readonly unreached: readonly Unreached[];
}

/**
 * The write that makes `entry` the version after `expectedVersion`, and tells what it owes by now.
 */
export async function programmeChange(
  entry: ProgrammeEntry,
  expectedVersion: number,
  { records, directory }: ProgrammePorts,
  { now, rules }: DecidedAt,
): Promise<ProgrammePart> {
  const { jurisdiction, year: of, kind, id } = entry;
  const dispatch: Dispatch = { subject: { of: "programme", jurisdiction, year: of }, now, rules };
  const today = civilDateAt(now);
  const year = OWING_BY_YEAR.has(kind) ? await records.programme(jurisdiction, of) : [];
  const due = programmeDue(entry, year, now, rules);
  const owed = await Promise.all(
    due.map(async ({ key, notices }): Promise<OwedNow> => {
      const parts = notices(today).map(async ({ audience, content }) => ({
        part: audience.part,
        to: await addresseeOf(audience, entry, directory),
        copy: audience.part === "superior",
        content,
      }));
      return { key, parts: await Promise.all(parts) };
    }),
  );
  const issued = issue(owed, entry.sent, dispatch, `${kind} ${id}`);
  const after = {
    ...entry,
    version: expectedVersion + 1,
    sent: { ...entry.sent, ...Object.fromEntries(issued.keys.map((key) => [key, now])) },
  };
  const { lines, unreached } = await digestLines(
    due.flatMap((one) => one.lines?.(today) ?? []),
    after,
    directory,
    dispatch,
  );
  const nextActionAt = nextProgrammeAction(after, year, now, rules, issued.owedStill);
  return {
    change: {
      programme: [{ entry: after, expectedVersion, nextActionAt }],
      notices: issued.notices,
      lines,
    },
    unreached: [...issued.unreached, ...unreached],
  };
}

/** The lines, each for whom it is, or for the bureau above. */
async function digestLines(
  owed: readonly ProgrammeLine[],
  entry: ProgrammeEntry,
  directory: Directory,
  { subject, now, rules }: Dispatch,
): Promise<{ readonly lines: readonly WaitingLine[]; readonly unreached: readonly Unreached[] }> {
  const lines: WaitingLine[] = [];
  const unreached: Unreached[] = [];
  for (const { audience, news } of owed) {
    const to = await addresseeOf(audience, entry, directory);
    if (to === undefined) continue;
    const { organisation, bureaus, name } = to;
    const recipient = firstReached(organisation === undefined ? bureaus : [organisation, ...bureaus]);
    if (recipient === undefined) {
      unreached.push({ kind: "digest", name });
      continue;
    }
    const id = noticeId(entry.kind, entry.id, String(entry.version), JSON.stringify(news), recipient.address);
    lines.push({ id, subject, recipient, line: { at: now, news }, releaseAt: nextDigest(now, rules) });
  }
  return { lines, unreached };
}

/** Whom a notice is for; undefined where there is nobody to copy. */
async function addresseeOf(
  audience: ProgrammeAudience,
  entry: ProgrammeEntry,
  directory: Directory,
): Promise<Addressee | undefined> {
  const { jurisdiction } = entry;
  switch (audience.part) {
    case "bureau":
      return bureauAddressed(jurisdiction, directory);
    case "city-bureau":
      return bureauAddressed(CITY_ITSELF, directory);
    case "court": {
      const courts = await directory.find(lookup.kind("court"));
      const court = courts.find((one) => one.jurisdiction === jurisdiction);
      return court && addresseeIn(directory, court, "handling");
    }
    case "organisation": {
      const known = { name: unitOf(entry) ?? audience.organisation, jurisdiction };
      return addresseeById(directory, audience.organisation, "handling", known);
    }
    case "superior": {
      const below = await directory.organisation(audience.of);
      const superior =
        below?.superior === undefined ? undefined : await directory.organisation(below.superior);
      return superior && addresseeIn(directory, superior, "office");
    }
    default:
      return audience satisfies never;
  }
}

/** What the unit is called that an entry is about. */
function unitOf(entry: ProgrammeEntry): string | undefined {
  if (entry.kind === "correction") return entry.to.name;
  return entry.kind === "interview" || entry.kind === "assessment" ? entry.unit.name : undefined;
}
