/**
 * The running count of a period, case by case; the rules it follows stand in statistics.ts. It keeps counts and
 * lists of what is out of order, never the rows, so that its size follows the number of agencies.
 */
import { GROUNDS, groundOf, type StatedGround } from "../court/absence-ground.ts";
import { instanceOf, partsOf } from "../court/case-number.ts";
import { UNKNOWN_JURISDICTION } from "../organisations/district.ts";
import type { Period } from "../time/period.ts";
import type { CivilDate } from "../time/time.ts";
import { departmentOf, OTHER_DEPARTMENT } from "./department.ts";
import type { FigureName, TallyName } from "./figure-names.ts";
import type { Absence, BulletinStatistics, CaseAgency, PossibleSuggestion } from "./figures.ts";
import { SUGGESTION_TRIGGERS, type SuggestionTrigger, suggestionTriggers } from "./judicial-suggestion.ts";
import { type GroupTally, ranked, type Tally } from "./ranking.ts";
import { type StatisticsRow, UNKNOWN_AGENCY } from "./statistics-row.ts";

/** Told of each figure a case adds to, and by which pairs; see figure-rows.ts. */
export type Trace = (figure: FigureName, pairs: readonly CaseAgency[]) => void;

type Answer = "present" | "absent" | "unknown";

/** A tally that knows its name, to tell a trace. */
class Counts {
  readonly name: TallyName;
  heard = 0;
  present = 0;
  absent = 0;
  unknown = 0;
  constructor(name: TallyName) {
    this.name = name;
  }
  /** Without its name. */
  get tally(): Tally {
    const { heard, present, absent, unknown } = this;
    return { heard, present, absent, unknown };
  }
}

class Group extends Counts {
  principals = 0;
  enterpriseHeard = 0;
  enterprisePresent = 0;
  get group(): GroupTally {
    const { principals, enterpriseHeard, enterprisePresent } = this;
    return { ...this.tally, principals, enterpriseHeard, enterprisePresent };
  }
}

/** A court by its code: its name is written in many ways, with and without province and city. */
interface Court {
  readonly group: Group;
  readonly speech: Speech;
  /** The shortest of the names it was written with. */
  name: string | undefined;
}

interface Speech {
  heard: number;
  spoke: number;
  /** Whether anybody at this court ever said if a head spoke. */
  records: boolean;
  /** For a trace alone: known only at the end whether they count. */
  readonly pairs: { readonly heard: CaseAgency[]; readonly spoke: CaseAgency[] };
}

/** Takes the settled rows of a period case by case; {@link PeriodCount.result} gives the figures. */
export class PeriodCount {
  readonly #lists: boolean;
  readonly #trace: Trace | undefined;
  readonly #total = new Counts("total");
  readonly #instances = {
    first: new Counts("first"),
    second: new Counts("second"),
    retrial: new Counts("retrial"),
  };
  readonly #enterprise = new Counts("enterprise");
  #enterpriseUnknown = 0;
  readonly #agencyLevel = new Counts("agencies");
  readonly #counties = new Map<string, Group>();
  readonly #agencies = new Map<string, Map<string, Group>>();
  readonly #departments = new Map<string, Group>();
  readonly #courts = new Map<string, Court>();
  readonly #branches = new Map<string, string>();
  readonly #absences: Absence[] = [];
  readonly #grounds = new Map<StatedGround | undefined, number>();
  readonly #accepted = { accepted: 0, refused: 0 };
  readonly #withoutHead = { staff: 0, lawyers: 0, nobody: 0, notStated: 0 };
  readonly #triggers = new Map<SuggestionTrigger, number>();
  readonly #suggestions: PossibleSuggestion[] = [];
  readonly #resolution = { mediated: 0, settled: 0, settledAfterMediation: 0 };
  #principals = 0;
  readonly #heads = new Set<string>();
  #unnamed = 0;
  readonly #defeat = { closed: 0, lost: 0 };
  readonly #unknown = {
    attendance: [] as CaseAgency[],
    hearing: [] as CaseAgency[],
    date: [] as CaseAgency[],
  };
  readonly #differences: CaseAgency[] = [];
  readonly #notHearable: CaseAgency[] = [];

  /** Without `lists` only counts are kept, and all lists stay empty. */
  constructor(lists: boolean, trace: Trace | undefined) {
    this.#lists = lists;
    this.#trace = trace;
  }

  addUndated(pairs: readonly StatisticsRow[]): void {
    this.#list(
      this.#unknown.date,
      "unknown.date",
      pairs.filter((pair) => pair.heard === true),
    );
  }

  /** `heardOn`: the first sitting of the case, which an undated pair of it shares. */
  addCase(pairs: readonly StatisticsRow[], heardOn: CivilDate | undefined): void {
    const [one] = pairs;
    if (one === undefined) return;
    this.#list(
      this.#differences,
      "differences",
      pairs.filter((pair) => pair.openDifference),
    );
    const instance = instanceOf(one.caseNumber);
    const heard = pairs.filter((pair) => pair.heard === true);
    if (instance === "other") {
      this.#list(this.#notHearable, "not-hearable", heard);
      return;
    }
    this.#addOutcome(pairs, instance);
    // Named in the period's tables even where nothing of theirs was heard.
    for (const pair of pairs) {
      this.#county(pair);
      this.#agency(pair);
    }
    this.#list(
      this.#unknown.hearing,
      "unknown.hearing",
      pairs.filter((pair) => pair.heard === undefined),
    );
    if (heard.length === 0) return;
    const answer = answerOf(heard);
    const enterprise = enterpriseOf(pairs);
    const principals = heard.filter((pair) => pair.present === true && pair.rank === "principal");
    this.#add(this.#total, answer, heard);
    this.#add(this.#instances[instance], answer, heard);
    if (enterprise === true) this.#add(this.#enterprise, answer, heard);
    if (enterprise === undefined) {
      this.#enterpriseUnknown++;
      this.#trace?.("enterprise.not-stated", heard);
    }
    if (principals.length > 0) {
      this.#principals++;
      this.#trace?.("principals", principals);
    }
    this.#addToCourt(
      heard,
      partsOf(one.caseNumber).court,
      answer,
      enterprise === true,
      principals.length > 0,
    );
    for (const pair of heard) this.#addPair(pair, heardOn, answer === "present", enterprise === true);
  }

  #addPair(
    pair: StatisticsRow,
    heardOn: CivilDate | undefined,
    casePresent: boolean,
    enterprise: boolean,
  ): void {
    const answer = answerOf([pair]);
    this.#add(this.#agencyLevel, answer, [pair]);
    const principal = pair.present === true && pair.rank === "principal";
    for (const group of [this.#county(pair), this.#agency(pair), this.#department(pair)])
      this.#addToGroup(group, answer, [pair], enterprise, principal);
    const triggers = suggestionTriggers(pair);
    for (const trigger of triggers) {
      this.#triggers.set(trigger, (this.#triggers.get(trigger) ?? 0) + 1);
      this.#trace?.(`suggestion:${trigger}`, [pair]);
    }
    if (triggers.length > 0 && this.#lists) this.#suggestions.push({ ...named(pair), triggers });
    if (answer === "unknown") this.#list(this.#unknown.attendance, "unknown.attendance", [pair]);
    else if (answer === "absent") this.#addAbsence(pair, heardOn, casePresent);
    else this.#addHead(pair);
  }

  #addAbsence(pair: StatisticsRow, heardOn: CivilDate | undefined, coRespondentPresent: boolean): void {
    const { jurisdiction, court, absenceReason: reason, reasonAccepted: accepted, withoutHead } = pair;
    const ground = pair.absenceGround ?? groundOf(reason);
    this.#grounds.set(ground, (this.#grounds.get(ground) ?? 0) + 1);
    this.#trace?.(`absence:${ground ?? "unclear"}`, [pair]);
    if (accepted !== undefined) {
      this.#accepted[accepted ? "accepted" : "refused"]++;
      this.#trace?.(`absence.${accepted ? "accepted" : "refused"}`, [pair]);
    }
    this.#withoutHead[withoutHead ?? "notStated"]++;
    this.#trace?.(`without-head:${withoutHead ?? "not-stated"}`, [pair]);
    if (!this.#lists) return;
    this.#absences.push({
      ...named(pair),
      jurisdiction,
      court,
      heardOn,
      reason,
      coRespondentPresent,
      ground,
      accepted,
      withoutHead,
    });
  }

  #addHead(pair: StatisticsRow): void {
    if (pair.headName === undefined) this.#unnamed++;
    else this.#heads.add(`${pair.agency}\n${pair.headName}`);
    this.#trace?.(pair.headName === undefined ? "people.unnamed" : "people.named", [pair]);
  }

  #add(counts: Counts, answer: Answer, pairs: readonly StatisticsRow[]): void {
    counts.heard++;
    counts[answer]++;
    this.#trace?.(`${counts.name}.heard`, pairs);
    this.#trace?.(`${counts.name}.${answer}`, pairs);
  }

  #addToGroup(
    group: Group,
    answer: Answer,
    pairs: readonly StatisticsRow[],
    enterprise: boolean,
    principal: boolean,
  ): void {
    this.#add(group, answer, pairs);
    const more = [
      ["principals", principal],
      ["enterpriseHeard", enterprise],
      ["enterprisePresent", enterprise && answer === "present"],
    ] as const;
    for (const [part, counts] of more) {
      if (!counts) continue;
      group[part]++;
      this.#trace?.(`${group.name as `county:${string}`}.${part}`, pairs);
    }
  }

  #county({ jurisdiction }: StatisticsRow): Group {
    return entry(this.#counties, jurisdiction, () => new Group(`county:${jurisdiction}`));
  }

  #agency({ agency, jurisdiction }: StatisticsRow): Group {
    const ofCounty = entry(this.#agencies, jurisdiction, () => new Map<string, Group>());
    return entry(ofCounty, agency, () => new Group(`agency:${jurisdiction}/${agency}`));
  }

  #department({ agency }: StatisticsRow): Group {
    const branch = entry(this.#branches, agency, () => departmentOf(agency));
    return entry(this.#departments, branch, () => new Group(`department:${branch}`));
  }

  /** A case is its court's once, whichever of its pairs name it. */
  #addToCourt(
    heard: readonly StatisticsRow[],
    code: string,
    answer: Answer,
    enterprise: boolean,
    principal: boolean,
  ): void {
    const court = entry(
      this.#courts,
      code,
      (): Court => ({
        group: new Group(`court:${code}`),
        speech: { heard: 0, spoke: 0, records: false, pairs: { heard: [], spoke: [] } },
        name: undefined,
      }),
    );
    for (const { court: written } of heard) court.name = shorter(court.name, written);
    this.#addToGroup(court.group, answer, heard, enterprise, principal);
    const { speech } = court;
    const spoke = heard.filter((pair) => pair.present === true && pair.spoke === true);
    speech.heard++;
    if (heard.some((pair) => pair.spoke !== undefined)) speech.records = true;
    if (spoke.length > 0) speech.spoke++;
    if (this.#trace === undefined) return;
    speech.pairs.heard.push(...heard);
    speech.pairs.spoke.push(...spoke);
  }

  #addOutcome(pairs: readonly StatisticsRow[], instance: string): void {
    const settled = pairs.some((pair) => pair.outcome === "settled-withdrawn");
    const mediated = pairs.some((pair) => pair.mediated === true);
    const count = (holds: boolean, part: keyof BulletinStatistics["resolution"]) => {
      if (!holds) return;
      this.#resolution[part]++;
      this.#trace?.(`resolution.${part}`, pairs);
    };
    count(mediated, "mediated");
    count(settled, "settled");
    count(settled && mediated, "settledAfterMediation");
    if (instance !== "first" || !pairs.some((pair) => pair.closed === true)) return;
    this.#defeat.closed++;
    this.#trace?.("defeat.closed", pairs);
    if (!pairs.some((pair) => pair.outcome === "lost")) return;
    this.#defeat.lost++;
    this.#trace?.("defeat.lost", pairs);
  }

  #list(list: CaseAgency[], figure: FigureName, pairs: readonly StatisticsRow[]): void {
    if (pairs.length === 0) return;
    if (this.#lists) list.push(...pairs.map(named));
    this.#trace?.(figure, pairs);
  }

  result(period: Period): BulletinStatistics {
    const speech = { heard: 0, spoke: 0 };
    for (const { speech: court } of this.#courts.values()) {
      if (!court.records) continue;
      speech.heard += court.heard;
      speech.spoke += court.spoke;
      this.#trace?.("spoke.heard", court.pairs.heard);
      this.#trace?.("spoke.spoke", court.pairs.spoke);
    }
    const suggestions = SUGGESTION_TRIGGERS.map((trigger) => ({
      trigger,
      count: this.#triggers.get(trigger) ?? 0,
    }));
    return {
      month: period.to,
      period,
      total: this.#total.tally,
      first: this.#instances.first.tally,
      second: this.#instances.second.tally,
      retrial: this.#instances.retrial.tally,
      enterprise: this.#enterprise.tally,
      enterpriseUnknown: this.#enterpriseUnknown,
      agencyLevel: this.#agencyLevel.tally,
      byJurisdiction: ranked(
        [...this.#counties].map(([jurisdiction, { group }]) => ({ jurisdiction, ...group })),
        (district) => district.jurisdiction,
        (district) => district.jurisdiction === UNKNOWN_JURISDICTION,
      ),
      byAgency: ranked(
        [...this.#agencies].flatMap(([jurisdiction, agencies]) =>
          [...agencies].map(([agency, { group }]) => ({ agency, jurisdiction, ...group })),
        ),
        ({ agency, jurisdiction }) => `${agency}\n${jurisdiction}`,
        ({ agency }) => agency === UNKNOWN_AGENCY,
      ),
      byDepartment: ranked(
        [...this.#departments].map(([department, { group }]) => ({ department, ...group })),
        ({ department }) => department,
        ({ department }) => department === OTHER_DEPARTMENT,
      ),
      byCourt: ranked(
        [...this.#courts].map(
          ([
            code,
            {
              group: { group },
              name,
            },
          ]) => ({ court: name ?? code, code, ...group }),
        ),
        ({ court, code }) => `${court}\n${code}`,
      ),
      absences: byCase(this.#absences),
      grounds: GROUNDS.map((ground) => ({ ground, count: this.#grounds.get(ground) ?? 0 })),
      reasons: this.#accepted,
      withoutHead: this.#withoutHead,
      suggestions,
      possibleSuggestions: byCase(this.#suggestions),
      resolution: this.#resolution,
      principals: this.#principals,
      people: { heads: this.#heads.size, unnamed: this.#unnamed },
      speech,
      defeat: this.#defeat,
      unknown: {
        attendance: byCase(this.#unknown.attendance),
        hearing: byCase(this.#unknown.hearing),
        date: byCase(this.#unknown.date),
      },
      differences: byCase(this.#differences),
      notHearable: byCase(this.#notHearable),
    };
  }
}

/** One head present suffices; absent only where every respondent is known to have been. */
function answerOf(heard: readonly StatisticsRow[]): Answer {
  if (heard.some((pair) => pair.present === true)) return "present";
  return heard.every((pair) => pair.present === false) ? "absent" : "unknown";
}

function enterpriseOf(pairs: readonly StatisticsRow[]): boolean | undefined {
  if (pairs.some((pair) => pair.enterprise === true)) return true;
  return pairs.some((pair) => pair.enterprise === undefined) ? undefined : false;
}

/** The shorter of two names, of equally long ones the first in order; so the order of rows doesn't matter. */
function shorter(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.length !== other.length) return one.length < other.length ? one : other;
  return one < other ? one : other;
}

function named({ caseNumber, agency }: StatisticsRow): CaseAgency {
  return { caseNumber, agency };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** By year, court, type and serial of the case, then by agency. */
export function byCase<T extends CaseAgency>(list: readonly T[]): T[] {
  const keyed = list.map((item) => {
    const { year, court, type, serial } = partsOf(item.caseNumber);
    return { item, key: `${year} ${court} ${type} ${String(serial).padStart(7, "0")} ${item.agency}` };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}
