/**
 * Tells case files what a court's ledger says of them, a transaction's worth at a time. Telling a case twice changes
 * nothing, so a crash in between costs only the repeat.
 */
import { type CaseAtWork, partOf, transactions, written } from "../../shared/casework/case-parts.ts";
import { identify } from "../../shared/casework/involved.ts";
import type { LedgerProblem } from "../../shared/documents/ledger/case-ledger.ts";
import { decide } from "../../shared/domain/case-file/decide.ts";
import { evolveAll } from "../../shared/domain/case-file/evolve.ts";
import { type LedgerRef, noteLedger, type Says } from "../../shared/domain/case-file/ledger.ts";
import type { LedgerCase } from "../../shared/domain/case-file/ledger-case.ts";
import { type CaseFile, sittings } from "../../shared/domain/case-file/state.ts";
import type { CaseNumber } from "../../shared/domain/court/case-number.ts";
import type { Unreached } from "../../shared/domain/obligations/addressing.ts";
import { explainDoubt } from "../../shared/domain/refusal.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Instant } from "../../shared/domain/time/time.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Records } from "../../shared/ports/records.ts";
import type { ToldPart } from "./ledger-store.ts";

/** A case and the ledger that speaks for it now; without `says` none does any more. */
export interface Telling {
  readonly caseNumber: CaseNumber;
  readonly ledger: LedgerRef;
  readonly says?: LedgerCase;
}

export interface TellingContext {
  readonly records: Records;
  readonly directory: Directory;
  readonly courtName: string;
  /** Ledgers it was weighed against. */
  readonly over: readonly string[];
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
    tellings.flatMap(({ caseNumber, says }) =>
      says?.originCaseNumber === undefined ? [caseNumber] : [caseNumber, says.originCaseNumber],
    ),
  );
  const files = await Promise.all(
    [...wanted].map(async (number) => [number, await records.caseFile(number)] as const),
  );
  return new Map(files.map(([number, before]) => [number, { before, events: [] }]));
}

async function tell(
  { directory, courtName, over, now, rules }: TellingContext,
  { caseNumber, ledger, says }: Telling,
  atWork: ReadonlyMap<CaseNumber, CaseAtWork>,
): Promise<ToldPart | "unweighed"> {
  const work = atWork.get(caseNumber);
  if (work === undefined) throw new TypeError("a case to tell has been read");
  const file = evolveAll(work.before, work.events);
  const spoken = says && (await completed(says, courtName, directory));
  const decision = noteLedger(file, { ledger, over, ...(spoken !== undefined && { says: spoken }) });
  switch (decision.outcome) {
    case "unweighed":
      return decision.outcome;
    case "refused":
      return {
        ...NOTHING,
        problems: says === undefined ? [] : [problem(says, explainDoubt(decision.doubt), false)],
      };
    case "noted": {
      work.events.push(...decision.events);
      linkOrigin(says, now, rules, atWork);
      const opened = file === undefined && decision.events.length > 0 ? 1 : 0;
      const withdrawn = says === undefined && decision.events.length > 0 ? 1 : 0;
      const after = evolveAll(file, decision.events);
      const problems = spoken === undefined ? [] : doubtsOn(spoken, after, file, decision.strangers);
      return { problems, opened, withdrawn };
    }
    default:
      return decision satisfies never;
  }
}

const NOTHING: ToldPart = { problems: [], opened: 0, withdrawn: 0 };

async function completed(says: LedgerCase, court: string, directory: Directory): Promise<Says> {
  const names = [...new Set(says.said.flatMap(({ respondent }) => respondent ?? []))];
  return {
    ...says,
    court,
    respondents: await identify(
      names.map((name) => ({ name })),
      directory,
    ),
  };
}

/** The first-instance case learns that there is an appeal against it, as from any paper of the appeal. */
function linkOrigin(
  says: LedgerCase | undefined,
  at: Instant,
  rules: Rules,
  atWork: ReadonlyMap<CaseNumber, CaseAtWork>,
): void {
  const origin = says?.originCaseNumber && atWork.get(says.originCaseNumber);
  if (says === undefined || origin === undefined) return;
  const command = { type: "link-appeal", at, appeal: says.caseNumber } as const;
  const decision = decide(evolveAll(origin.before, origin.events), command, rules);
  if (decision.accepted) origin.events.push(...decision.events);
}

/** What of the row was not used, or needs the court's eye. */
function doubtsOn(
  says: Says,
  after: CaseFile | undefined,
  before: CaseFile | undefined,
  strangers: readonly string[],
): readonly LedgerProblem[] {
  const unknown = says.respondents.filter(
    ({ name, identity }) => identity === undefined && !strangers.includes(name),
  );
  const undated = says.heard === true && after !== undefined && sittings(after).length === 0;
  const enterprise = before?.enterprise;
  const differs = says.enterprise !== undefined && enterprise !== undefined && says.enterprise !== enterprise;
  return [
    ...strangers.map((name) =>
      problem(says, `“${name}”不是本案已登记的被告，名录中也没有，未计入，请核对名称。`, true),
    ),
    ...unknown.map(({ name }) => problem(says, `名录中没有“${name}”，已按所填名称计入，请核对全称。`, true)),
    ...(undated ? [problem(says, "已开庭但没有开庭日期，未计入统计，请补填。", true)] : []),
    ...(differs
      ? [
          problem(
            says,
            `台账注明${says.enterprise ? "涉企" : "不涉企"}，但由卷内原告名称看${enterprise ? "涉企" : "不涉企"}，请核对。`,
            true,
          ),
        ]
      : []),
  ];
}

function problem({ sheet, row, caseNumber }: LedgerCase, reason: string, used: boolean): LedgerProblem {
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
