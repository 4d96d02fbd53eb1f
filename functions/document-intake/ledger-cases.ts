/**
 * Notes in case files what a court's ledger says of them, a transaction's worth at a time. What is noted twice changes
 * nothing, so a crash in between costs only the repeat.
 */

import { type CasesAtWork, casesAtWork } from "../../shared/casework/cases-at-work.ts";
import { type Done, handle } from "../../shared/casework/handle.ts";
import { identify } from "../../shared/casework/involved.ts";
import {
  type IdentifiedStatement,
  type LedgerRef,
  ledgerDoubts,
} from "../../shared/domain/case-file/ledger/ledger.ts";
import type { LedgerStatement } from "../../shared/domain/case-file/ledger/ledger-statement.ts";
import { type RowToCheck, toCheck } from "../../shared/domain/case-file/ledger/row-problem.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import type { CaseNumber } from "../../shared/domain/court/case-number.ts";
import { defined } from "../../shared/domain/defined.ts";
import type { Unreached } from "../../shared/domain/obligations/addressing.ts";
import { lookup } from "../../shared/domain/organisations/directory.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Instant } from "../../shared/domain/time/time.ts";
import { ChangeTooLarge } from "../../shared/ports/change.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { NotedPart } from "../../shared/ports/kept-ledgers.ts";
import type { Records } from "../../shared/ports/records.ts";

/** A case and the ledger that speaks for it now; without `statement` none does any more. */
export interface CaseToNote {
  readonly caseNumber: CaseNumber;
  readonly ledger: LedgerRef;
  readonly statement?: LedgerStatement;
}

export interface NotingContext {
  readonly records: Records;
  readonly directory: Directory;
  readonly courtName: string;
  /** The court's other ledgers for the month. */
  readonly weighedAgainst: readonly string[];
  readonly now: Instant;
  readonly rules: Rules;
}

/** As many cases as a transaction holds, where a second-instance case changes its first-instance file as well. */
const AT_ONCE = 20;

/**
 * Notes it in these cases; `noted` is `not-weighed` where another ledger came meanwhile, and everything must be weighed
 * again. `unreached`: what the cases written so far owe to somebody who can't be reached.
 */
export async function noteInCases(
  context: NotingContext,
  wanted: readonly CaseToNote[],
): Promise<{ readonly noted: NotedPart | "not-weighed"; readonly unreached: readonly Unreached[] }> {
  const parts: NotedPart[] = [];
  const unreached: Unreached[] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = await noteSome(context, wanted.slice(from, from + AT_ONCE));
    if (some.outcome === "not-weighed") return { noted: some.outcome, unreached };
    parts.push(some.result);
    unreached.push(...some.unreached);
  }
  return { noted: sumOf(parts), unreached };
}

/** Several parts as one. */
export function sumOf(parts: readonly NotedPart[]): NotedPart {
  const sum = (key: "opened" | "withdrawn") => parts.reduce((total, part) => total + part[key], 0);
  return {
    problems: parts.flatMap(({ problems }) => problems),
    opened: sum("opened"),
    withdrawn: sum("withdrawn"),
  };
}

interface NotWeighed {
  readonly outcome: "not-weighed";
}

/** Those that no write holds together are noted one by one, and one that none holds is a row its court must know of. */
async function noteSome(
  context: NotingContext,
  wanted: readonly CaseToNote[],
): Promise<Done<NotedPart> | NotWeighed> {
  try {
    return await noteTogether(context, wanted);
  } catch (fault) {
    if (!(fault instanceof ChangeTooLarge)) throw fault;
    if (wanted.length > 1) return oneByOne(context, wanted);
    const problems = wanted.flatMap(({ statement }) =>
      statement === undefined ? [] : [toCheck(statement, { type: "case-full" })],
    );
    return { outcome: "done", result: { ...NOTHING, problems }, unreached: [] };
  }
}

async function oneByOne(
  context: NotingContext,
  wanted: readonly CaseToNote[],
): Promise<Done<NotedPart> | NotWeighed> {
  const parts: NotedPart[] = [];
  const unreached: Unreached[] = [];
  for (const one of wanted) {
    const noted = await noteSome(context, [one]);
    if (noted.outcome === "not-weighed") return noted;
    parts.push(noted.result);
    unreached.push(...noted.unreached);
  }
  return { outcome: "done", result: sumOf(parts), unreached };
}

async function noteTogether(
  context: NotingContext,
  wanted: readonly CaseToNote[],
): Promise<Done<NotedPart> | NotWeighed> {
  const { records, now, rules } = context;
  const cause = `document:${wanted[0]?.ledger.document}`;
  return handle<NotedPart, NotWeighed>(records, `${cause} ${wanted[0]?.caseNumber}`, async () => {
    const cases = casesAtWork(context, { now, cause, rules, inDigest: false });
    // Read side by side, with the cases that appeals go back to.
    await Promise.all(wanted.flatMap(numbersOf).map((number) => cases.file(number)));
    const parts: NotedPart[] = [];
    for (const one of wanted) {
      const part = await noteInCase(context, one, cases);
      if (part === "not-weighed") return { outcome: part };
      parts.push(part);
    }
    return { outcome: "ready", ...(await cases.changes()), result: sumOf(parts) };
  });
}

function numbersOf({ caseNumber, statement }: CaseToNote): readonly CaseNumber[] {
  const origin = statement?.originCaseNumber;
  return origin === undefined ? [caseNumber] : [caseNumber, origin];
}

async function noteInCase(
  { directory, courtName, weighedAgainst, now }: NotingContext,
  { caseNumber, ledger, statement }: CaseToNote,
  cases: CasesAtWork,
): Promise<NotedPart | "not-weighed"> {
  const before = await cases.file(caseNumber);
  const identified = statement && (await identifiedBy(directory, statement, courtName));
  const noted = await cases.decide(caseNumber, {
    type: "note-ledger",
    ledger,
    weighedAgainst,
    ...defined({ statement: identified }),
  });
  if (!noted.accepted) {
    const { refusal } = noted;
    if (refusal.type === "not-weighed") return refusal.type;
    const problems = statement === undefined ? [] : [toCheck(statement, { type: "refused", doubt: refusal })];
    return { ...NOTHING, problems };
  }
  const origin = statement?.originCaseNumber;
  // The first-instance case learns that there is an appeal against it, as from any paper of the appeal.
  if (origin !== undefined) await cases.decide(origin, { type: "link-appeal", at: now, appeal: caseNumber });
  const isChanged = noted.events.length > 0;
  const after = await cases.file(caseNumber);
  const problems =
    identified === undefined || after === undefined
      ? []
      : [
          ...notInDirectory(identified, after),
          ...ledgerDoubts(before, after, identified, ledger).map((doubt) => toCheck(identified, doubt)),
        ];
  return {
    problems,
    opened: before === undefined && isChanged ? 1 : 0,
    withdrawn: statement === undefined && isChanged ? 1 : 0,
  };
}

/** Nothing came of it. */
export const NOTHING: NotedPart = { problems: [], opened: 0, withdrawn: 0 };

/** The court as the ledger writes it, where the directory knows it; else whoever handed the ledger in. */
async function identifiedBy(
  directory: Directory,
  statement: LedgerStatement,
  courtName: string,
): Promise<IdentifiedStatement> {
  const names = [...new Set(statement.agencies.flatMap(({ respondent }) => respondent ?? []))];
  const written = statement.court === undefined ? [] : await directory.find(lookup.name(statement.court));
  return {
    ...statement,
    court: written.find(({ kind }) => kind === "court")?.name ?? courtName,
    respondents: await identify(
      names.map((name) => ({ name })),
      directory,
    ),
  };
}

/** Parties whose names the directory doesn't have: they count under them. */
function notInDirectory(statement: IdentifiedStatement, after: CaseFile): readonly RowToCheck[] {
  const { respondents } = statement;
  const counted = new Set(after.respondents.map(({ name }) => name));
  return respondents
    .filter(({ name, identity }) => identity === undefined && counted.has(name))
    .map(({ name }) => toCheck(statement, { type: "not-in-directory", name }));
}
