/**
 * 核对: what the sources say of a respondent's head at each sitting, held against each other. What a source doesn't
 * say contradicts nobody: unknown is not false. The result depends on what was said, not on the order it came in.
 */
import { groundOf } from "../court/absence-ground.ts";
import { identityOf } from "../identity.ts";
import { comparableName } from "../organisations/directory.ts";
import { UNKNOWN_AGENCY } from "../statistics/statistics-row.ts";
import type { CivilDate } from "../time/time.ts";
import type { Difference, Settlement, SittingAccount, Speaker, Topic, Version } from "./difference.ts";
import { TOPICS } from "./difference.ts";
import { type CaseFile, sittings } from "./state.ts";
import { type AttendanceStatement, appeared, type HeadFacts } from "./statement.ts";

/** Record and judgment stand above the court's ledger, the ledger above the agency's filing. */
export const STANDING: Readonly<Record<Speaker, number>> = {
  settled: -1,
  "hearing-record": 0,
  judgment: 0,
  "court-ledger": 1,
  filing: 2,
};

/** A statement without its day. */
type UndatedStatement = Omit<AttendanceStatement, "hearingDate">;

/** What is said of a respondent, sitting by sitting, the earliest first. */
export function accountsOf(file: CaseFile, respondent: string): readonly SittingAccount[] {
  const said = statementsOn(file, respondent);
  const bySitting = Map.groupBy(said, ({ hearingDate }) => sittingOf(file, hearingDate));
  return [...bySitting]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([sitting, statements]) => account(file, respondent, sitting, statements));
}

/** What sources say of a respondent; of a case without a sitting, nothing. What a ledger says without a day is about the first. */
function statementsOn(file: CaseFile, respondent: string): readonly AttendanceStatement[] {
  const [first] = sittings(file);
  const dated = file.attendance.filter((one) => speaksOf(file, one.respondent, respondent));
  if (first === undefined) return dated;
  const undated = undatedStatements(file, respondent).map((one) => ({ ...one, hearingDate: first.date }));
  return [...dated, ...undated];
}

/** What ledgers say of a respondent at a sitting whose day nobody knows. */
export function undatedStatements(
  { ledgers, respondents }: Pick<CaseFile, "ledgers" | "respondents">,
  respondent: string,
): readonly UndatedStatement[] {
  return ledgers.flatMap(({ document, agencies = [] }) =>
    agencies.flatMap((one) =>
      one.undated !== undefined && speaksOf({ respondents }, one.respondent, respondent)
        ? [{ ...one.undated, respondent, source: "court-ledger" as const, document }]
        : [],
    ),
  );
}

/** Words about an agency that nobody had named are about the one that has become known since. */
function speaksOf(
  { respondents }: Pick<CaseFile, "respondents">,
  named: string,
  respondent: string,
): boolean {
  return named === respondent || (named === UNKNOWN_AGENCY && respondents.length === 1);
}

/** A source's words as one text: the same words said again, by whatever paper, are nothing new. */
export function wordsOf({ source, facts }: Version): string {
  return JSON.stringify([
    source,
    ...Object.entries(facts).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);
}

/** On what versions differ. */
export function differencesAmong(versions: readonly Version[]): readonly Difference[] {
  return TOPICS.flatMap((topic): readonly Difference[] => {
    const said = versions.flatMap(({ source, facts }) => {
      const value = valueOn(facts, topic);
      return value === undefined ? [] : [{ source, value }];
    });
    const values = [...new Set(said.map(({ value }) => value))];
    const differ = values.some((one) => values.some((other) => !sameValue(topic, one, other)));
    return differ ? [{ topic, material: isMaterial(topic, values), said }] : [];
  });
}

/** One word for a state of differences: it changes when something else is said. */
export function differenceId({ respondent, sitting, settlement, differences }: SittingAccount): string {
  const said = differences
    .filter(({ material }) => material)
    .flatMap(({ topic, said }) => said.map(({ source, value }) => `${topic} ${source} ${value}`));
  return identityOf("difference", respondent, sitting, settlement?.at ?? "", ...new Set(said.toSorted()));
}

function account(
  file: CaseFile,
  respondent: string,
  sitting: CivilDate,
  statements: readonly AttendanceStatement[],
): SittingAccount {
  const settlement = file.settlements.find((one) => one.respondent === respondent && one.sitting === sitting);
  const versions = versionsOf(file, statements);
  const compared =
    settlement === undefined
      ? versions
      : [{ source: "settled", facts: settlement.facts } as const, ...sinceThen(versions, settlement)];
  return { respondent, sitting, versions, settlement, differences: differencesAmong(compared) };
}

/** What has been said since a settlement that it didn't weigh. */
export function sinceThen(versions: readonly Version[], { weighed }: Settlement): readonly Version[] {
  return versions.filter((one) => !weighed.includes(wordsOf(one)));
}

/** A record of a sitting also says that there was one, and its parties whether an enterprise is among them (涉企). */
function versionOf(file: CaseFile, statement: UndatedStatement): Version {
  const {
    respondent: _,
    hearingDate: __,
    document: ___,
    source,
    ...facts
  } = { hearingDate: undefined, ...statement };
  const ofCourt = source === "hearing-record" || source === "judgment";
  const enterprise = facts.enterprise ?? (ofCourt ? file.enterprise : undefined);
  return {
    source,
    facts: { ...facts, heard: facts.heard ?? true, ...(enterprise !== undefined && { enterprise }) },
  };
}

/** The different things that statements on one sitting say, the better source first. */
export function versionsOf(file: CaseFile, statements: readonly UndatedStatement[]): readonly Version[] {
  const versions = statements.map((one) => versionOf(file, one));
  return [...new Map(versions.map((one) => [wordsOf(one), one]))]
    .toSorted(
      ([words, one], [otherWords, other]) =>
        STANDING[one.source] - STANDING[other.source] || (words < otherWords ? -1 : 1),
    )
    .map(([, one]) => one);
}

/** A statement on a day that was no sitting (a ledger's slip, a hearing put off) is about the case: its first sitting. */
function sittingOf(file: CaseFile, date: CivilDate): CivilDate {
  const held = sittings(file).map((one) => one.date);
  const awaited = file.state === "awaiting-hearing" ? file.hearing.date : undefined;
  return held.includes(date) || date === awaited ? date : (held[0] ?? date);
}

function valueOn(facts: HeadFacts, topic: Topic): string | undefined {
  const { heard, enterprise, headName, rank, spoke } = facts;
  const headAttended = appeared(facts);
  const { absenceReason, reasonAccepted } = facts;
  const absent = heard !== false && headAttended === false;
  const present = heard !== false && headAttended === true;
  switch (topic) {
    case "heard":
      return yesOrNo(heard);
    case "attended":
      return heard === false || headAttended === "review" ? undefined : yesOrNo(headAttended);
    case "person":
      return present ? headName : undefined;
    case "rank":
      return present ? rank : undefined;
    case "spoke":
      return present ? yesOrNo(spoke) : undefined;
    case "identity":
      // Whether they were so from the first or mended at the hearing makes no figure.
      return heard !== false && facts.headAttended === true ? mendedIsInOrder(facts) : undefined;
    case "reason":
      return absent ? absenceReason : undefined;
    case "accepted":
      return absent ? yesOrNo(reasonAccepted) : undefined;
    case "enterprise":
      return yesOrNo(enterprise);
    default:
      return topic satisfies never;
  }
}

function mendedIsInOrder({ identityPapers }: HeadFacts): "in-order" | "defective" | undefined {
  return identityPapers === "mended" ? "in-order" : identityPapers;
}

function yesOrNo(known: boolean | undefined): string | undefined {
  return known === undefined ? undefined : known ? "yes" : "no";
}

function sameValue(topic: Topic, one: string, other: string): boolean {
  if (topic === "person") return samePerson(comparableName(one), comparableName(other));
  if (topic !== "reason") return one === other;
  const [kind, otherKind] = [groundOf(one), groundOf(other)];
  return kind === undefined || otherKind === undefined || kind === otherKind;
}

/** Published judgments hide names: 龙某 may be 龙涛. */
function samePerson(one: string, other: string): boolean {
  const hidden = /[某*×Xx]/u;
  return one === other || ((hidden.test(one) || hidden.test(other)) && one[0] === other[0]);
}

/** 副职 or 分管 makes no figure; which of two good reasons it was, neither. That there was none does (§12). */
function isMaterial(topic: Topic, values: readonly string[]): boolean {
  if (topic === "rank") return values.includes("principal");
  if (topic === "reason") return values.some((value) => groundOf(value) === "none");
  return true;
}
