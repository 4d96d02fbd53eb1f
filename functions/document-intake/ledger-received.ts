/**
 * A court's monthly ledger (台账) has come in: its duty for the month is met, what it says is noted in its cases,
 * and the court hears which rows could not be used. Some hundred cases at a time: a long ledger is gone on with by
 * further messages, from what was kept when it was read; what was noted before a crash is found noted.
 */

import { cachedDirectory } from "../../shared/casework/cached-directory.ts";
import { documentRecord } from "../../shared/casework/documents/answers.ts";
import type { Arriving, Settled } from "../../shared/casework/documents/arriving.ts";
import { ledgerAnswer } from "../../shared/casework/documents/ledger-answer.ts";
import { courtOf } from "../../shared/casework/documents/whose-case.ts";
import { dutyChange } from "../../shared/casework/duty-change.ts";
import { handle } from "../../shared/casework/handle.ts";
import type { ReadDocument } from "../../shared/documents/kinds/facts.ts";
import type { Ledger } from "../../shared/documents/ledger/case-ledger.ts";
import { ledgerStatements, monthOfLedger } from "../../shared/documents/ledger/ledger-statements.ts";
import type { LedgerRef } from "../../shared/domain/case-file/ledger/ledger.ts";
import type { LedgerStatement } from "../../shared/domain/case-file/ledger/ledger-statement.ts";
import { type RowToCheck, toCheck } from "../../shared/domain/case-file/ledger/row-problem.ts";
import { isCaseOf } from "../../shared/domain/court/case-of-court.ts";
import { type LedgerDuty, ledgerDuty } from "../../shared/domain/court-ledger/ledger-duty.ts";
import type { LedgerOutcome } from "../../shared/domain/court-ledger/ledger-outcome.ts";
import { changesBy, type LedgerListed } from "../../shared/domain/court-ledger/ledger-standing.ts";
import { defined } from "../../shared/domain/defined.ts";
import type { Unreached } from "../../shared/domain/obligations/addressing.ts";
import type { Organisation } from "../../shared/domain/organisations/directory.ts";
import { addMonths, civilDateAt, monthOf } from "../../shared/domain/time/time.ts";
import { prefilledFiles } from "../../shared/letters/frame/ledger-files.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { LedgerBegun } from "../../shared/ports/intake-queue.ts";
import type { KeptLedger } from "../../shared/ports/kept-ledgers.ts";
import type { IntakePorts } from "./intake-ports.ts";
import { type CaseToNote, NOTHING, noteInCases, sumOf } from "./ledger-cases.ts";
import { withHeadsDecided } from "./ledger-heads.ts";
import { distinctProblems, keepProblems } from "./ledger-problems.ts";

/** Cases noted in one go; the function then makes room for other files. */
const CASES_AT_ONCE = 400;

type LedgerPorts = Pick<IntakePorts, "records" | "directory" | "ledgers">;

/** It has been noted in some of its cases. `unreached`: what they owe to somebody who can't be reached. */
export interface MoreToDo {
  readonly outcome: "more-to-do";
  /** Which it is, so that the rest is noted from what was read of it. */
  readonly ledger: LedgerBegun;
  readonly unreached: readonly Unreached[];
}

/** Settles a ledger, or says that there are more cases to note it in. */
export async function takeLedger(
  ports: LedgerPorts,
  arriving: Arriving,
  read: ReadDocument,
): Promise<Settled | MoreToDo> {
  const ledger = withUnread(read);
  const document = documentRecord(arriving, { state: "read", kind: "case-ledger", caseNumbers: [] });
  const { uploader: court } = arriving.source;
  if (court === undefined || ledger === undefined) return { changes: [{ document }], outcome: "read" };

  const month = monthOfLedger(ledger) ?? addMonths(monthOf(civilDateAt(arriving.object.at)), -1);
  const ref: LedgerRef = {
    court: court.id,
    month,
    document: arriving.sha256,
    receivedAt: arriving.object.at,
  };
  const { own, others } = await byCourt(ledgerStatements(ledger, month), court, ports.directory);
  const { directory } = ports;
  const decided = await withHeadsDecided(own, ledger.problems, directory, arriving.rules.policy);
  const kept: KeptLedger = { ledger: ref, statements: decided.statements };
  await ports.ledgers.keep(kept);
  const problems = [...decided.problems, ...others];
  await ports.ledgers.keepPart(ref, READ, { ...NOTHING, problems });
  return noteOn(ports, arriving, court, kept, problems);
}

/** Goes on with a ledger that was read before, by what is kept of it. */
export async function goOnWithLedger(
  ports: LedgerPorts,
  arriving: Arriving,
  { month, sha256 }: LedgerBegun,
): Promise<Settled | MoreToDo> {
  const { uploader: court } = arriving.source;
  if (court === undefined) throw new Error("the ledger's court is gone from the directory");
  const kept = await ports.ledgers.kept({ court: court.id, month }, sha256);
  const { problems } = await ports.ledgers.part(kept.ledger, READ);
  return noteOn(ports, arriving, court, kept, problems);
}

/** Under this name is kept what reading found to check, beside what came of each part. */
const READ = "read";

/** Notes a ledger in the next of its cases; answers its court when it is in all of them. */
async function noteOn(
  ports: LedgerPorts,
  arriving: Arriving,
  court: Organisation,
  kept: KeptLedger,
  read: readonly RowToCheck[],
): Promise<Settled | MoreToDo> {
  const { ledger: ref } = kept;
  const { month } = ref;
  const unreached: Unreached[] = [];
  const { result } = await handle(ports.records, `ledger ${ref.document} noted`, async () => {
    const duty = await registered(ports, arriving, court, ref);
    const part = await noteNext({ ports, arriving, court, duty, kept });
    unreached.push(...part.unreached);
    // Another ledger came meanwhile: weigh again.
    return part.noted === "not-weighed"
      ? ({ outcome: "overtaken" } as const)
      : ({ outcome: "ready", changes: [part.change], result: part.noted } as const);
  });
  if (result === "more-to-do") return { outcome: result, ledger: { sha256: ref.document, month }, unreached };
  const noted = await result();
  const problems = distinctProblems([...read, ...noted.problems]);
  const outcome: LedgerOutcome = {
    court: court.name,
    month,
    cases: kept.statements.length,
    opened: noted.opened,
    withdrawn: noted.withdrawn,
    rows: problems.map(({ sheet, row, problem, used, alike }) => ({ sheet, row, problem, used, alike })),
  };
  const answer = ledgerAnswer(arriving, court, outcome, await keepProblems(ports.ledgers, ref, problems));
  return { ...answer, unreached: [...unreached, ...answer.unreached] };
}

/** A court's ledger decides on its own cases: a row of another court's is for that court to send, as each row's problem says. */
async function byCourt(statements: readonly LedgerStatement[], court: Organisation, directory: Directory) {
  const code = court.courtCode ?? "";
  const isOther = ({ caseNumber }: LedgerStatement) => isCaseOf(caseNumber, code) === false;
  const others = statements.filter(isOther).map(async (statement) => {
    const whose = await courtOf(statement, directory);
    return toCheck(statement, { type: "other-courts-case", ...defined({ court: whose?.name }) });
  });
  return { own: statements.filter((one) => !isOther(one)), others: await Promise.all(others) };
}

/** The court's duty, with this ledger among those received: from now on nobody reminds it any more. */
async function registered(
  { records, directory }: LedgerPorts,
  { object, rules, now }: Arriving,
  court: Organisation,
  ref: LedgerRef,
): Promise<LedgerDuty> {
  const { document, receivedAt } = ref;
  const { result } = await handle(records, `ledger ${document} received`, async () => {
    const known = await records.duty(court.id, ref.month);
    if (known?.ledgers.some((one) => one.document === document))
      return { outcome: "ready", changes: [], result: known } as const;
    const duty = known ?? ledgerDuty(court, ref.month, rules.policy, rules.calendar);
    const next: LedgerDuty = {
      ...duty,
      receivedOn: duty.receivedOn ?? civilDateAt(object.at),
      ledgers: [...duty.ledgers, { document, receivedAt, noted: { cases: 0, among: 0 } }],
    };
    const { change } = await dutyChange(next, duty.version, directory, { now, rules, files: prefilledFiles });
    return { outcome: "ready", changes: [change], result: change.duties[0].duty } as const;
  });
  return result;
}

/** The ledger; what of its file was not read is a problem of the whole sheet. */
function withUnread({ ledger, unread = [] }: ReadDocument): Ledger | undefined {
  if (ledger === undefined || unread.length === 0) return ledger;
  const problem = { type: "unread-parts", parts: unread.map(({ value }) => value) } as const;
  return { ...ledger, problems: [{ sheet: "", row: 0, problem, cells: [], used: true }, ...ledger.problems] };
}

/** A ledger that has been received, and the duty it meets. */
interface Received {
  readonly ports: LedgerPorts;
  readonly arriving: Arriving;
  readonly court: Organisation;
  readonly duty: LedgerDuty;
  readonly kept: KeptLedger;
}

/** Notes it in the next cases, and how far the duty is met thereby. All noted: what came of it, once that is written. */
async function noteNext({ ports, arriving, court, duty, kept }: Received) {
  const { ledger } = kept;
  const others = duty.ledgers.filter(({ document }) => document !== ledger.document);
  const known = await Promise.all(others.map(({ document }) => ports.ledgers.kept(ledger, document)));
  const all = casesToNote(kept, known);
  const among = duty.ledgers.length;
  const own = duty.ledgers.find(({ document }) => document === ledger.document)?.noted;
  const from = own?.among === among ? own.cases : 0;
  const upTo = Math.min(from + CASES_AT_ONCE, all.length);
  const { now, rules } = arriving;
  const { noted, unreached } = await noteInCases(
    {
      records: ports.records,
      directory: cachedDirectory(ports.directory),
      courtName: court.name,
      weighedAgainst: duty.ledgers.map(({ document }) => document),
      now,
      rules,
    },
    all.slice(from, upTo),
  );
  if (noted === "not-weighed") return { noted, unreached } as const;
  await ports.ledgers.keepPart(ledger, `${among}-${from}`, noted);
  const ledgers = duty.ledgers.map((one) =>
    one.document === ledger.document ? { ...one, noted: { cases: upTo, among } } : one,
  );
  const deciding = { now, rules, files: prefilledFiles };
  const { change } = await dutyChange({ ...duty, ledgers }, duty.version, ports.directory, deciding);
  if (upTo < all.length) return { noted: "more-to-do", change, unreached } as const;
  const starts = Array.from({ length: Math.ceil(upTo / CASES_AT_ONCE) }, (_, part) => part * CASES_AT_ONCE);
  const parts = () => Promise.all(starts.map((start) => ports.ledgers.part(ledger, `${among}-${start}`)));
  return { noted: async () => sumOf(await parts()), change, unreached } as const;
}

/** Every case whose standing changes, with whichever ledger speaks for it now. */
function casesToNote(kept: KeptLedger, known: readonly KeptLedger[]): readonly CaseToNote[] {
  const all = new Map(
    [kept, ...known].map((one) => [
      one.ledger.document,
      { ledger: one.ledger, statements: new Map(one.statements.map((said) => [said.caseNumber, said])) },
    ]),
  );
  return changesBy(listed(kept), known.map(listed)).map(({ caseNumber, document }) => {
    const speaking = document === undefined ? undefined : all.get(document);
    const statement = speaking?.statements.get(caseNumber);
    return {
      caseNumber,
      ledger: speaking?.ledger ?? kept.ledger,
      ...defined({ statement }),
    };
  });
}

function listed({ ledger: { document, receivedAt }, statements }: KeptLedger): LedgerListed {
  return { document, receivedAt, caseNumbers: statements.map(({ caseNumber }) => caseNumber) };
}
