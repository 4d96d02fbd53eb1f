/**
 * Tells case files what a court's ledger says of them, a transaction's worth at a time. Telling a case twice changes
 * nothing, so a crash in between costs only the repeat.
 */
import { type CaseAtWork, partOf, transactions, written } from "../../shared/casework/case-parts.ts";
import { identify } from "../../shared/casework/involved.ts";
import type { LedgerProblem } from "../../shared/documents/ledger/case-ledger.ts";
import { decide } from "../../shared/domain/case-file/decide.ts";
import { evolveAll } from "../../shared/domain/case-file/evolve.ts";
import {
  type IdentifiedStatement,
  type LedgerRef,
  noteLedger,
} from "../../shared/domain/case-file/ledger.ts";
import type { LedgerStatement } from "../../shared/domain/case-file/ledger-statement.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import type { CaseNumber } from "../../shared/domain/court/case-number.ts";
import type { Unreached } from "../../shared/domain/obligations/addressing.ts";
import { lookup } from "../../shared/domain/organisations/directory.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Instant } from "../../shared/domain/time/time.ts";
import { explainDoubt } from "../../shared/letters/refusals/doubts.ts";
import { rowInDoubt } from "../../shared/letters/wording/ledger-wording.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Records } from "../../shared/ports/records.ts";
import type { ToldPart } from "./ledger-store.ts";

/** A case and the ledger that speaks for it now; without `statement` none does any more. */
export interface Telling {
  readonly caseNumber: CaseNumber;
  readonly ledger: LedgerRef;
  readonly statement?: LedgerStatement;
}

export interface TellingContext {
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
const MAX_CONFLICTS = 5;

/**
 * Tells these cases; `told` is `unweighed` where another ledger came meanwhile, and everything must be weighed again.
 * `unreached`: what the cases written so far owe to somebody who can't be reached.
 */
export async function tellCases(
  context: TellingContext,
  tellings: readonly Telling[],
): Promise<{ readonly told: ToldPart | "unweighed"; readonly unreached: readonly Unreached[] }> {
  const parts: ToldPart[] = [];
  const unreached: Unreached[] = [];
  for (let from = 0; from < tellings.length; from += AT_ONCE) {
    const some = await tellSome(context, tellings.slice(from, from + AT_ONCE));
    if (some === "unweighed") return { told: some, unreached };
    parts.push(some.told);
    unreached.push(...some.unreached);
  }
  return { told: together(parts), unreached };
}

export function together(parts: readonly ToldPart[]): ToldPart {
  const sum = (key: "opened" | "withdrawn") => parts.reduce((total, part) => total + part[key], 0);
  return {
    problems: parts.flatMap(({ problems }) => problems),
    opened: sum("opened"),
    withdrawn: sum("withdrawn"),
  };
}

async function tellSome(
  context: TellingContext,
  tellings: readonly Telling[],
): Promise<{ readonly told: ToldPart; readonly unreached: readonly Unreached[] } | "unweighed"> {
  for (let attempt = 0; attempt < MAX_CONFLICTS; attempt++) {
    const atWork = await readCases(context.records, tellings);
    const told: ToldPart[] = [];
    for (const telling of tellings) {
      const one = await tell(context, telling, atWork);
      if (one === "unweighed") return one;
      told.push(one);
    }
    const unreached = await commit(context, tellings, [...atWork.values()], attempt);
    if (unreached !== "conflict") return { told: together(told), unreached };
  }
  throw new Error(`still in conflict after ${MAX_CONFLICTS} attempts`);
}

/** The cases and, where one is an appeal, the case it goes back to; read side by side. */
async function readCases(
  records: Records,
  tellings: readonly Telling[],
): Promise<Map<CaseNumber, CaseAtWork>> {
  const wanted = new Set(
    tellings.flatMap(({ caseNumber, statement }) =>
      statement?.originCaseNumber === undefined ? [caseNumber] : [caseNumber, statement.originCaseNumber],
    ),
  );
  const files = await Promise.all(
    [...wanted].map(async (number) => [number, await records.caseFile(number)] as const),
  );
  return new Map(files.map(([number, before]) => [number, { before, events: [] }]));
}

async function tell(
  { directory, courtName, weighedAgainst, now, rules }: TellingContext,
  { caseNumber, ledger, statement }: Telling,
  atWork: ReadonlyMap<CaseNumber, CaseAtWork>,
): Promise<ToldPart | "unweighed"> {
  const work = atWork.get(caseNumber);
  if (work === undefined) throw new TypeError("a case to tell has been read");
  const file = evolveAll(work.before, work.events);
  const identified = statement && (await identifiedBy(directory, statement, courtName));
  const decision = noteLedger(file, {
    ledger,
    weighedAgainst,
    ...(identified !== undefined && { statement: identified }),
  });
  switch (decision.outcome) {
    case "unweighed":
      return decision.outcome;
    case "refused":
      return {
        ...NOTHING,
        problems: statement === undefined ? [] : [problem(statement, explainDoubt(decision.doubt), false)],
      };
    case "noted": {
      work.events.push(...decision.events);
      linkOrigin(statement, now, rules, atWork);
      const opened = file === undefined && decision.events.length > 0 ? 1 : 0;
      const withdrawn = statement === undefined && decision.events.length > 0 ? 1 : 0;
      const problems =
        identified === undefined
          ? []
          : [
              ...notInDirectory(identified, evolveAll(file, decision.events)),
              ...decision.doubts.map((doubt) => rowInDoubt(identified, doubt)),
            ];
      return { problems, opened, withdrawn };
    }
    default:
      return decision satisfies never;
  }
}

const NOTHING: ToldPart = { problems: [], opened: 0, withdrawn: 0 };

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

/** The first-instance case learns that there is an appeal against it, as from any paper of the appeal. */
function linkOrigin(
  statement: LedgerStatement | undefined,
  at: Instant,
  rules: Rules,
  atWork: ReadonlyMap<CaseNumber, CaseAtWork>,
): void {
  const origin = statement?.originCaseNumber && atWork.get(statement.originCaseNumber);
  if (statement === undefined || origin === undefined) return;
  const command = { type: "link-appeal", at, appeal: statement.caseNumber } as const;
  const decision = decide(evolveAll(origin.before, origin.events), command, rules);
  if (decision.accepted) origin.events.push(...decision.events);
}

/** Parties whose names the directory doesn't have: they count under them. */
function notInDirectory(
  statement: IdentifiedStatement,
  after: CaseFile | undefined,
): readonly LedgerProblem[] {
  const { respondents } = statement;
  const counted = new Set(after?.respondents.map(({ name }) => name));
  return respondents
    .filter(({ name, identity }) => identity === undefined && counted.has(name))
    .map(({ name }) => problem(statement, `名录中没有“${name}”，已按所填名称计入，请核对全称。`, true));
}

function problem({ sheet, row, caseNumber }: LedgerStatement, reason: string, used: boolean): LedgerProblem {
  return { sheet, row, reason, cells: [caseNumber], used };
}

async function commit(
  { records, directory, now, rules }: TellingContext,
  tellings: readonly Telling[],
  atWork: readonly CaseAtWork[],
  attempt: number,
): Promise<readonly Unreached[] | "conflict"> {
  const [first] = tellings;
  if (first === undefined) return [];
  const cause = `document:${first.ledger.document}`;
  const changed = atWork.filter(({ events }) => events.length > 0);
  const parts = await Promise.all(
    changed.map((work) => partOf(directory, work, { now, cause, rules, told: "together" })),
  );
  for (const [index, some] of transactions(parts).entries()) {
    const token = `${cause} ${first.caseNumber} ${index} ${attempt}`;
    if ((await records.commit({ token, ...written(some) })) === "conflict") return "conflict";
  }
  return parts.flatMap(({ unreached }) => unreached);
}
