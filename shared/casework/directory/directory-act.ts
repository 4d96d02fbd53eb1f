/**
 * What a bureau does to the directory (名录) as writes: the entries, whom they are told to, and the cases that had waited for one
 * of the names, which are dealt with at once.
 */

import type { CaseNumber } from "../../domain/court/case-number.ts";
import { type Addressed, joined } from "../../domain/obligations/addressing.ts";
import {
  comparableName,
  type Organisation,
  type OrganisationId,
} from "../../domain/organisations/directory.ts";
import { causeOfAct, type DirectoryAct } from "../../domain/organisations/directory-act.ts";
import {
  changedOrganisation,
  type OrganisationChange,
} from "../../domain/organisations/organisation-change.ts";
import type { Rules } from "../../domain/rules.ts";
import type { Instant } from "../../domain/time/time.ts";
import type { Directory } from "../../ports/directory.ts";
import type { Records } from "../../ports/records.ts";
import { type CasesChanged, casesAtWork, withLast } from "../cases-at-work.ts";
import type { Draft, Ready } from "../handle.ts";
import { identify, suedIdentity } from "../involved.ts";
import { openCasesOf, organisationNotices, type Told } from "../organisation-changed.ts";
import { directoryWith } from "./directory-with.ts";

export interface DirectoryActPorts {
  readonly records: Pick<Records, "caseFile" | "history" | "unknownNames" | "openCases">;
  readonly directory: Directory;
}

/** An act as its form asks for it; which cases it concerns is found out. */
export type Acting = Omit<DirectoryAct, "organisations" | "cases">;

/** An act, to be written. */
export type ReadyAct = Ready<void> & CasesChanged;

/** When it is decided: `at` of the act is when it was done. */
export interface ActingAt {
  readonly now: Instant;
  readonly rules: Rules;
  readonly told?: Told;
  /** A name in one case that stands for an organisation, whatever else is called so. */
  readonly named?: {
    readonly caseNumber: CaseNumber;
    readonly name: string;
    readonly organisation: Organisation;
  };
}

/** The change that an act has made to an entry, where it has made one. */
export async function changeByAct(
  directory: Pick<Directory, "changes">,
  organisation: OrganisationId,
  act: string,
): Promise<OrganisationChange | undefined> {
  return (await directory.changes(organisation)).find(({ id }) => id === act);
}

/**
 * The writes of an act that makes these changes. An entry that has the act's change already, since an earlier attempt got
 * so far, is not written again.
 */
export async function directoryActWrites(
  ports: DirectoryActPorts,
  act: Acting,
  wanted: readonly OrganisationChange[],
  { now, rules, told = "all", named }: ActingAt,
): Promise<ReadyAct> {
  const written = await Promise.all(
    wanted.map((one) => changeByAct(ports.directory, changedOrganisation(one).id, act.id)),
  );
  const changes = wanted.map((one, index) => written[index] ?? one);
  const pending = changes.filter((one) => !written.includes(one));
  const after = directoryWith(ports.directory, changes);
  const cases = casesAtWork({ ...ports, directory: after }, { now, cause: causeOfAct(act.id), rules });
  const identified: CaseNumber[] = [];
  const waiting = new Set([
    ...(named === undefined ? [] : [named.caseNumber]),
    ...(await waitingFor(ports, changes)),
  ]);
  for (const caseNumber of waiting) {
    const respondents = (await cases.file(caseNumber))?.respondents ?? [];
    const known = await identify(respondents, after);
    const identities = known.map((one) =>
      named?.caseNumber === caseNumber && named.name === one.name && one.identity === undefined
        ? { ...one, identity: suedIdentity(named.organisation) }
        : one,
    );
    const decision = await cases.decide(caseNumber, { type: "identify-respondents", at: now, identities });
    const found = decision.accepted && decision.events.some(({ type }) => type === "respondent-identified");
    if (found) identified.push(caseNumber);
  }
  const ofCases = identified.length === 0 ? { changes: [], unreached: [] } : await cases.changes();
  const notices = await noticesOf({ ...ports, directory: after }, pending, { now, rules, told });
  const done: DirectoryAct = {
    ...act,
    organisations: changes.map((one) => {
      const { id, name } = changedOrganisation(one);
      return { id, name };
    }),
    cases: identified,
  };
  return {
    outcome: "ready",
    changes: actDrafts(entryDrafts(pending, notices), ofCases.changes, done),
    unreached: [...notices.unreached, ...ofCases.unreached],
    result: undefined,
  };
}

/** The letters of some changes, each to its own organisation and to whom it concerns. */
export async function noticesOf(
  ports: DirectoryActPorts,
  changes: readonly OrganisationChange[],
  { now, rules, told = "all" }: Pick<ActingAt, "now" | "rules" | "told">,
): Promise<Addressed> {
  return joined(
    await Promise.all(
      changes.map(async (change) => {
        const { before } = change;
        const open = told === "all" && before !== undefined ? await openCasesOf(before, ports) : [];
        return organisationNotices(change, open, ports.directory, { now, rules }, told);
      }),
    ),
  );
}

/** The cases that wait for a name under which one of the changed entries is now found. */
async function waitingFor(
  { records }: DirectoryActPorts,
  changes: readonly OrganisationChange[],
): Promise<readonly CaseNumber[]> {
  const names = new Set(
    changes.flatMap(({ after }) =>
      after === undefined || after.closed !== undefined
        ? []
        : [after.name, ...after.aliases].map(comparableName),
    ),
  );
  if (names.size === 0) return [];
  const waiting: CaseNumber[] = [];
  for await (const { caseNumber, names: unknown } of records.unknownNames())
    if (unknown.some((name) => names.has(comparableName(name)))) waiting.push(caseNumber);
  return waiting;
}

/** The entries first: a case must not name an organisation that is not there. The act says last that all is done. */
export function actDrafts(
  entries: readonly Draft[],
  cases: readonly Draft[],
  directoryAct: DirectoryAct,
): readonly Draft[] {
  return withLast([...entries, ...cases], { directoryAct });
}

/** A transaction has room for a hundred items; some is left for the act, its link and what else belongs to the last one. */
const ROOM = 80;
/** Keys an entry is found under besides its names and its addresses. */
const MOST_KEYS = 4;

/** Entries with the notices of their changes, in as few writes as surely hold them. */
export function entryDrafts(
  changes: readonly OrganisationChange[],
  { notices }: Addressed,
): readonly Draft[] {
  const drafts: { organisations: OrganisationChange[]; notices: Addressed["notices"][number][] }[] = [];
  let room = 0;
  for (const change of changes) {
    const { id } = changedOrganisation(change);
    const theirs = notices.filter(
      ({ subject }) => subject.of === "organisation" && subject.organisation === id,
    );
    const keys = [change.before, change.after].map(
      (one) => 1 + (one?.aliases.length ?? 0) + (one?.contacts.length ?? 0),
    );
    // The entry and its change, and at most all of its former keys and all of its new ones.
    const needed = 2 + MOST_KEYS + keys.reduce((sum, one) => sum + one, 0) + theirs.length;
    if (needed > room) {
      drafts.push({ organisations: [], notices: [] });
      room = ROOM;
    }
    drafts.at(-1)?.organisations.push(change);
    drafts.at(-1)?.notices.push(...theirs);
    room -= needed;
  }
  return drafts;
}
