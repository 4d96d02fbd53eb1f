/**
 * What does the right case get of a misfiled one (误登): parties, papers, sittings, how it ended? What was handed in and agreed beside
 * these stands in taken-over.ts, what was said of the sittings in taken-sittings.ts.
 */
import type { CaseNumber } from "../../court/case-number.ts";
import { defined } from "../../defined.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import type { Instant } from "../../time/time.ts";
import { closingEvents } from "../closing.ts";
import { openDeadlines } from "../deadlines.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import type { Hearing, PastHearing } from "../hearing.ts";
import { knownName, partyEvents } from "../parties.ts";
import { type CaseFile, movedAppointment, newAppointment, sittings } from "../state.ts";
import { type TakingOver, takenOver } from "./taken-over.ts";
import { saidIn } from "./taken-sittings.ts";

/** Who moves something between two cases, and why. */
export interface Moving {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  /** What the audit trail says caused it. */
  readonly cause: string;
  /** The other case. */
  readonly other: CaseNumber;
}

/** On the right case: it gets what it lacks. */
export interface TakeOver extends Moving {
  readonly type: "take-over";
  readonly act: "merger" | "split";
  /** Its own number. */
  readonly onto: CaseNumber;
  /** What it takes over: the whole other case, or the part that is moved ({@link partOf}). */
  readonly from: CaseFile;
}

/** The first event of such an act, on either case. */
export function movedBy(act: "merger" | "split", { by, reason, other }: Moving): CaseEvent {
  return { type: "done-by-hand", act, by, reason, other };
}

/** What the case lacks, in the order in which papers would have brought it. */
export function takeOver(file: CaseFile | undefined, command: TakeOver, rules: Rules): Decision<DeskRefusal> {
  const { act, from, at, onto: caseNumber } = command;
  if (file === undefined && from.respondents.length === 0) return refused({ type: "case-gone" });
  const parties = partyEvents(file, { caseNumber, ...partiesOf(from) });
  const first = movedBy(act, command);
  // Nothing comes before the event that opens a case.
  const events: CaseEvent[] = file === undefined ? [...parties, first] : [first, ...parties];
  const now = () => after(file, events);
  // A respondent that comes to a case which is known is heard when that is.
  const withHearings = act === "merger" || file === undefined || from.respondents.length === 0;
  for (const document of from.documents)
    if (!now().documents.some(({ sha256 }) => sha256 === document.sha256))
      events.push({ type: "document-filed", document });
  events.push(...classesTaken(now(), from, act));
  for (const past of withHearings ? heldIn(from) : []) {
    const { fate: _, ledger: __, wasSet: ___, mistaken: ____, ...hearing } = past;
    const known = now();
    if (sittings(known).some(({ date }) => date === past.date)) continue;
    const numbers =
      known.state === "awaiting-hearing" && known.hearing.date === past.date
        ? known.hearing
        : newAppointment(known);
    events.push({ type: "hearing-held", hearing: { ...hearing, ...numbersOf(numbers) } });
  }
  if (withHearings && from.state === "awaiting-hearing") {
    const known = now();
    const { hearing } = from;
    if (known.state === "awaiting-hearing" && known.hearing.date !== hearing.date)
      return refused({ type: "two-hearings" });
    const held = sittings(known).at(-1);
    if (
      known.state !== "awaiting-hearing" &&
      known.state !== "closed" &&
      (held === undefined || held.date < hearing.date)
    )
      events.push({ type: "hearing-set", hearing: { ...hearing, ...numbersOf(movedAppointment(known)) } });
  }
  events.push(...openDeadlines(now(), at, rules));
  events.push(...saidIn(taking(now(), from)));
  if (withHearings && from.state === "closed" && now().state !== "closed")
    events.push(
      ...closingEvents(now(), {
        outcome: from.outcome,
        heard: undefined,
        ...defined({ byHand: from.byHand }),
      }),
    );
  events.push(...takenOver(taking(now(), from)));
  return accepted(...events);
}

function taking(file: CaseFile, from: CaseFile): TakingOver {
  const isSued = (name: string) => file.respondents.some((one) => one.name === name);
  return { file, from, nameOf: (name) => [knownName(file, name, from.respondents)].find(isSued) };
}

/** What papers said of its classes; of a number that was misread also what people said, where the case has no word of theirs. */
function classesTaken(file: CaseFile, from: CaseFile, act: "merger" | "split"): readonly CaseEvent[] {
  const { papers = [], corrections = [] } = from.classes ?? {};
  const said = papers.filter(
    ({ document }) => !file.classes?.papers.some((one) => one.document === document),
  );
  const isUnsaid = act === "merger" && (file.classes?.corrections ?? []).length === 0;
  return [
    ...said.map((one) => ({ type: "classes-read", ...one }) as const),
    ...(isUnsaid ? corrections : []).map(
      (correction) => ({ type: "classes-corrected", correction }) as const,
    ),
  ];
}

function partiesOf({
  court,
  cause,
  plaintiffs,
  respondents,
  thirdParties,
  enterprise,
  originCaseNumber,
}: CaseFile) {
  return {
    court,
    parties: { plaintiffs, respondents, thirdParties, ...defined({ cause, enterprise, originCaseNumber }) },
  };
}

/** Sittings that a paper proved, or a person. */
function heldIn(file: CaseFile): readonly PastHearing[] {
  return sittings(file).filter(({ ledger }) => ledger === undefined);
}

function numbersOf({
  ordinal,
  appointment,
  sequence,
}: Pick<Hearing, "ordinal" | "appointment" | "sequence">) {
  return { ordinal, sequence, ...defined({ appointment }) };
}

function after(file: CaseFile | undefined, events: readonly CaseEvent[]): CaseFile {
  const next = evolveAll(file, events);
  if (next === undefined) throw new TypeError("a case is opened by its first event");
  return next;
}
