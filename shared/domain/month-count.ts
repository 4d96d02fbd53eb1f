/** The running count of one month, case by case; the rules it follows stand in statistics.ts. */
import { instanceOf, partsOf } from "./case-number.ts";
import { ranked, type Tally } from "./ranking.ts";
import type { Absence, BulletinStatistics, CaseAgency } from "./statistics.ts";
import { type StatisticsRow, UNKNOWN_AGENCY, UNKNOWN_JURISDICTION } from "./statistics-row.ts";
import type { CivilDate, Month } from "./time.ts";

type Counts = { -readonly [K in keyof Tally]: Tally[K] };
type Answer = "present" | "absent" | "unknown";

const nothing = (): Counts => ({ heard: 0, present: 0, absent: 0, unknown: 0 });

function add(counts: Counts, answer: Answer): void {
  counts.heard++;
  counts[answer]++;
}

/** Takes the settled rows of a month case by case; {@link MonthCount.result} gives the figures. */
export class MonthCount {
  readonly #total = nothing();
  readonly #instances = { first: nothing(), second: nothing(), retrial: nothing() };
  readonly #enterprise = nothing();
  #enterpriseUnknown = 0;
  readonly #agencyLevel = nothing();
  readonly #jurisdictions = new Map<string, Counts>();
  readonly #agencies = new Map<string, Counts & { agency: string; jurisdiction: string }>();
  readonly #absences: Absence[] = [];
  readonly #resolution = { mediated: 0, settled: 0, settledAfterMediation: 0 };
  #principals = 0;
  readonly #heads = new Set<string>();
  #unnamed = 0;
  readonly #courts = new Map<string | undefined, { heard: number; spoke: number; records: boolean }>();
  readonly #defeat = { closed: 0, lost: 0 };
  readonly #unknown = {
    attendance: [] as CaseAgency[],
    hearing: [] as CaseAgency[],
    date: [] as CaseAgency[],
  };
  readonly #differences: CaseAgency[] = [];
  readonly #notHearable: CaseAgency[] = [];

  addUndated(pairs: readonly StatisticsRow[]): void {
    this.#unknown.date.push(...pairs.filter((pair) => pair.heard === true).map(named));
  }

  /** `heardOn`: the first sitting of the case, which an undated pair of it shares. */
  addCase(pairs: readonly StatisticsRow[], heardOn: CivilDate | undefined): void {
    const [one] = pairs;
    if (one === undefined) return;
    this.#differences.push(...pairs.filter((pair) => pair.openDifference).map(named));
    const instance = instanceOf(one.caseNumber);
    if (instance === "other") {
      this.#notHearable.push(...pairs.filter((pair) => pair.heard === true).map(named));
      return;
    }
    this.#addOutcome(pairs, instance);
    for (const pair of pairs) {
      this.#district(pair);
      this.#agency(pair);
    }
    this.#unknown.hearing.push(...pairs.filter((pair) => pair.heard === undefined).map(named));
    const heard = pairs.filter((pair) => pair.heard === true);
    if (heard.length === 0) return;
    const answer = answerOf(heard);
    add(this.#total, answer);
    add(this.#instances[instance], answer);
    if (pairs.some((pair) => pair.enterprise === true)) add(this.#enterprise, answer);
    else if (pairs.some((pair) => pair.enterprise === undefined)) this.#enterpriseUnknown++;
    if (heard.some((pair) => pair.present === true && pair.rank === "principal")) this.#principals++;
    this.#addSpeech(heard);
    for (const pair of heard) this.#addPair(pair, heardOn, answer === "present");
  }

  #addPair(pair: StatisticsRow, heardOn: CivilDate | undefined, casePresent: boolean): void {
    const { agency, jurisdiction, court } = pair;
    const answer = answerOf([pair]);
    add(this.#agencyLevel, answer);
    add(this.#district(pair), answer);
    add(this.#agency(pair), answer);
    if (answer === "unknown") this.#unknown.attendance.push(named(pair));
    if (answer === "absent") {
      const reason = pair.absenceReason;
      this.#absences.push({
        ...named(pair),
        jurisdiction,
        court,
        heardOn,
        reason,
        coRespondentPresent: casePresent,
      });
    }
    if (answer === "present" && pair.headName === undefined) this.#unnamed++;
    else if (answer === "present") this.#heads.add(`${agency}\n${pair.headName}`);
  }

  #district({ jurisdiction }: StatisticsRow): Counts {
    return entry(this.#jurisdictions, jurisdiction, nothing);
  }

  #agency({ agency, jurisdiction }: StatisticsRow): Counts {
    return entry(this.#agencies, `${jurisdiction}\n${agency}`, () => ({
      ...nothing(),
      agency,
      jurisdiction,
    }));
  }

  #addOutcome(pairs: readonly StatisticsRow[], instance: string): void {
    const settled = pairs.some((pair) => pair.outcome === "settled-withdrawn");
    const mediated = pairs.some((pair) => pair.mediated === true);
    if (mediated) this.#resolution.mediated++;
    if (settled) this.#resolution.settled++;
    if (settled && mediated) this.#resolution.settledAfterMediation++;
    if (instance !== "first" || !pairs.some((pair) => pair.closed === true)) return;
    this.#defeat.closed++;
    if (pairs.some((pair) => pair.outcome === "lost")) this.#defeat.lost++;
  }

  /** A case is its court's once; where pairs of a case name no court, that is a court of its own. */
  #addSpeech(heard: readonly StatisticsRow[]): void {
    const court = heard
      .map((pair) => pair.court)
      .filter((name) => name !== undefined)
      .sort()[0];
    const tally = entry(this.#courts, court, () => ({ heard: 0, spoke: 0, records: false }));
    tally.heard++;
    if (heard.some((pair) => pair.spoke !== undefined)) tally.records = true;
    if (heard.some((pair) => pair.present === true && pair.spoke === true)) tally.spoke++;
  }

  result(month: Month): BulletinStatistics {
    const speech = { heard: 0, spoke: 0 };
    for (const court of this.#courts.values()) {
      if (!court.records) continue;
      speech.heard += court.heard;
      speech.spoke += court.spoke;
    }
    const districts = [...this.#jurisdictions].map(([jurisdiction, tally]) => ({ jurisdiction, ...tally }));
    return {
      month,
      total: this.#total,
      ...this.#instances,
      enterprise: this.#enterprise,
      enterpriseUnknown: this.#enterpriseUnknown,
      agencyLevel: this.#agencyLevel,
      byJurisdiction: ranked(
        districts,
        (district) => district.jurisdiction,
        (district) => district.jurisdiction === UNKNOWN_JURISDICTION,
      ),
      byAgency: ranked(
        [...this.#agencies.values()],
        ({ agency, jurisdiction }) => `${agency}\n${jurisdiction}`,
        ({ agency }) => agency === UNKNOWN_AGENCY,
      ),
      absences: byCase(this.#absences),
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
function byCase<T extends CaseAgency>(list: readonly T[]): T[] {
  const keyed = list.map((item) => {
    const { year, court, type, serial } = partsOf(item.caseNumber);
    return { item, key: `${year} ${court} ${type} ${String(serial).padStart(7, "0")} ${item.agency}` };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}
