/** Turns an entry of a programme that was decided on into what is written: itself, and the notices it owes. */

import { digestAt } from "../domain/notices/frame/working-hours.ts";
import type { Notice, WaitingLine } from "../domain/notices/notice.ts";
import type { Addressee, Dispatch, Unreached } from "../domain/obligations/addressing.ts";
import { type DigestLines, digestLine, joinedLines } from "../domain/obligations/digest-lines.ts";
import { issue, type OwedNow } from "../domain/obligations/issue.ts";
import { partKey } from "../domain/obligations/ladder.ts";
import { lookup, type Organisation } from "../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../domain/organisations/district.ts";
import type { ProgrammeEntry } from "../domain/programme/entry.ts";
import type { ProgrammeAudience, ProgrammeObligation } from "../domain/programme/obligation.ts";
import { nextProgrammeAction, OWING_BY, programmeDue } from "../domain/programme/obligations.ts";
import type { Rules } from "../domain/rules.ts";
import { civilDateAt, type Instant, type Year } from "../domain/time/time.ts";
import type { ProgrammeWrite } from "../ports/change.ts";
import type { Directory } from "../ports/directory.ts";
import type { Records } from "../ports/records.ts";
import { addresseeById, addresseeIn, bureauAddressed, bureauOf } from "./involved.ts";

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
  const year = await othersOf(entry, records);
  const due = programmeDue(entry, year, now, rules);
  const signer = due.length === 0 ? undefined : await bureauOf(jurisdiction, directory);
  const owed = await Promise.all(
    due.map(async ({ key, notices }): Promise<OwedNow> => {
      const parts = notices(today).map(async ({ audience, content }) => ({
        part: audience.part,
        to: signed(await addresseeOf(audience, entry, directory), signer),
        copy: audience.part === "superior",
        content,
      }));
      return { key, parts: await Promise.all(parts) };
    }),
  );
  // What is done anew after it was taken back is told anew.
  const round = entry.recalled === undefined ? "" : ` ${entry.recalled.at}`;
  const issued = issue(owed, entry.sent, dispatch, `${kind} ${id}${round}`);
  const digest = await linesOwed(due, entry, expectedVersion + 1, directory, dispatch);
  const told = [...issued.keys, ...digest.keys.filter((key) => issued.owedStill.has(key)).map(lineKey)];
  const after = {
    ...entry,
    version: expectedVersion + 1,
    sent: { ...entry.sent, ...Object.fromEntries(told.map((key) => [key, now])) },
  };
  const nextActionAt = nextProgrammeAction(after, year, now, rules, issued.owedStill);
  return {
    change: {
      programme: [{ entry: after, expectedVersion, nextActionAt }],
      notices: issued.notices,
      lines: digest.lines,
    },
    unreached: [...issued.unreached, ...digest.unreached],
  };
}

/** What else its jurisdiction has recorded, as far as it owes by that. */
async function othersOf(
  { kind, jurisdiction, year }: ProgrammeEntry,
  records: Pick<Records, "programme">,
): Promise<readonly ProgrammeEntry[]> {
  const by = OWING_BY.get(kind);
  if (by === undefined) return [];
  const next = String(Number(year) + 1) as Year;
  const years = by === "year" ? [year] : [year, next];
  return (await Promise.all(years.map((one) => records.programme(jurisdiction, one)))).flat();
}

/** Under which it is noted that the digest has the lines of something whose notices wait for an address. */
function lineKey(key: string): string {
  return partKey(key, "digest");
}

/** The lines of what is due, each for the bureau it is for, else for the one above; `keys` of what has any now. */
async function linesOwed(
  due: readonly ProgrammeObligation[],
  entry: ProgrammeEntry,
  version: number,
  directory: Directory,
  dispatch: Dispatch,
): Promise<DigestLines & { readonly keys: readonly string[] }> {
  const today = civilDateAt(dispatch.now);
  const made: DigestLines[] = [];
  const keys: string[] = [];
  for (const { key, lines } of due) {
    if (lines === undefined || entry.sent[lineKey(key)] !== undefined) continue;
    keys.push(key);
    for (const { audience, news, atOnce } of lines(today)) {
      const to = await addresseeOf(audience, entry, directory);
      if (to === undefined) continue;
      const bureaus = to.organisation === undefined ? to.bureaus : [to.organisation, ...to.bureaus];
      const of = [entry.kind, entry.id, String(version), JSON.stringify(news)];
      const { now, rules } = dispatch;
      const releaseAt = atOnce && digestAt(now, rules.policy, rules.calendar);
      made.push(digestLine(news, bureaus, of, dispatch, releaseAt));
    }
  }
  return { ...joinedLines(made), keys };
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

/** What a jurisdiction does in its programme goes out in its own bureau's name. */
function signed(to: Addressee | undefined, signer: Organisation | undefined): Addressee | undefined {
  return to && { ...to, signer };
}

/** What the unit is called that an entry is about. */
function unitOf(entry: ProgrammeEntry): string | undefined {
  if (entry.kind === "correction" || entry.kind === "suggestion") return entry.to.name;
  if (entry.kind === "topic") return entry.court.name;
  return entry.kind === "interview" || entry.kind === "assessment" ? entry.unit.name : undefined;
}
