/**
 * The running count of a period, case by case; the rules it follows stand in counted-case.ts. It keeps counts and lists
 * of what is out of order, never the rows, so that its size follows the number of agencies.
 */
import type { CountingPolicy } from "../policy.ts";
import type { Period } from "../time/period.ts";
import { AbsenceCount } from "./absence-count.ts";
import { NOBODY_CALLED, partsOfMode, partsOfPair } from "./called-for.ts";
import { byCase } from "./case-order.ts";
import { type CountedCase, isPrincipal, type LeftOut, pairAnswer } from "./counted-case.ts";
import type { AttendanceFigures, BulletinStatistics, CaseAgency, ExcusedPair } from "./figures.ts";
import { Rankings } from "./rankings.ts";
import type { StatisticsRow } from "./statistics-row.ts";
import { add, addPair, Groups, noPairs, noTally, type Weighed, weightOf } from "./tallies.ts";

const LEFT_OUT = {
  accepted: "accepted",
  "without-notice": "withoutNotice",
} as const satisfies Record<LeftOut, keyof BulletinStatistics["leftOut"]>;

/** A court by its code: its name is written in many ways, with and without province and city. */
interface Court {
  /** The shortest of the names it was written with. */
  name: string | undefined;
  heard: number;
  spoke: number;
  /** Whether anybody at this court ever said if a head spoke. */
  recordsSpeech: boolean;
}

/** Takes the cases of a period one by one; {@link PeriodCount.result} gives the figures. */
export class PeriodCount {
  readonly #counting: CountingPolicy;
  readonly #lists: boolean;
  readonly #total = noTally();
  readonly #instances = { first: noTally(), second: noTally(), retrial: noTally() };
  readonly #enterprise = noTally();
  #enterpriseUnknown = 0;
  #principals = 0;
  readonly #resolution = { mediated: 0, settled: 0, settledAfterMediation: 0 };
  readonly #defeat = { closed: 0, lost: 0 };

  readonly #agencyLevel = noPairs();
  readonly #rankings: Rankings;
  readonly #calledFor = { ...NOBODY_CALLED };
  readonly #leftOut = { accepted: 0, withoutNotice: 0 };
  readonly #courtTallies = new Groups();
  readonly #courts = new Map<string, Court>();

  readonly #absences: AbsenceCount;
  /** Those who appeared, by agency: two agencies' heads of one name are two. */
  readonly #heads = new Map<string, Set<string>>();
  #unnamed = 0;
  readonly #unknownAttendance: CaseAgency[] = [];
  readonly #unstated: CaseAgency[] = [];
  readonly #excused: ExcusedPair[] = [];
  readonly #unknownHearing: CaseAgency[] = [];
  readonly #differences: CaseAgency[] = [];
  readonly #notHearable: CaseAgency[] = [];

  /** Without `lists` only counts are kept, and all lists stay empty. */
  constructor(lists: boolean, counting: CountingPolicy) {
    this.#counting = counting;
    this.#lists = lists;
    this.#rankings = new Rankings(counting.rankBy);
    this.#absences = new AbsenceCount(lists);
  }

  add(counted: CountedCase): void {
    const { instance, pairs, heard, leftOut, beside, answer, enterprise } = counted;
    for (const pair of pairs) if (pair.openDifference) this.#list(this.#differences, pair);
    if (instance === "other") {
      for (const pair of heard) this.#list(this.#notHearable, pair);
      return;
    }
    this.#addOutcome(counted);
    for (const pair of pairs) {
      this.#rankings.name(pair);
      if (pair.heard === undefined) this.#list(this.#unknownHearing, pair);
    }
    for (const [why] of leftOut) this.#leftOut[LEFT_OUT[why]]++;
    if (heard.length === 0) return;
    add(this.#instances[instance], answer);
    if (beside) return;
    add(this.#total, answer);
    if (enterprise === true) add(this.#enterprise, answer);
    if (enterprise === undefined) this.#enterpriseUnknown++;
    if (counted.principals.length > 0) this.#principals++;
    this.#addToCourt(counted);
    this.#rankings.addCase(counted);
    for (const part of partsOfMode(counted)) this.#calledFor[part]++;
    for (const pair of heard) this.#addPair(pair, counted);
  }

  #addOutcome({ mediated, settled, closed, lost }: CountedCase): void {
    if (mediated) this.#resolution.mediated++;
    if (settled) this.#resolution.settled++;
    if (settled && mediated) this.#resolution.settledAfterMediation++;
    if (closed) this.#defeat.closed++;
    if (lost) this.#defeat.lost++;
  }

  /** A case is its court's once, whichever of its pairs name it. */
  #addToCourt(counted: CountedCase): void {
    const { court: code, heard, spoke, saidIfSpoke } = counted;
    this.#courtTallies.add(code, weightOf(counted));
    const court = this.#courts.get(code) ?? { name: undefined, heard: 0, spoke: 0, recordsSpeech: false };
    this.#courts.set(code, court);
    for (const { court: written } of heard) court.name = shorter(court.name, written);
    court.heard++;
    if (spoke.length > 0) court.spoke++;
    if (saidIfSpoke) court.recordsSpeech = true;
  }

  #addPair(pair: StatisticsRow, { answer: ofCase, enterprise, heardOn }: CountedCase): void {
    const weighed: Weighed = {
      answer: pairAnswer(pair, ofCase),
      principal: isPrincipal(pair),
      enterprise: enterprise === true,
    };
    addPair(this.#agencyLevel, weighed.answer);
    this.#rankings.addPair(pair, weighed);
    for (const part of partsOfPair(pair, weighed.answer)) this.#calledFor[part]++;
    this.#absences.addSuggestions(pair, weighed.answer);
    switch (weighed.answer) {
      case "unknown":
        this.#list(this.#unknownAttendance, pair);
        break;
      case "unstated":
        this.#list(this.#unstated, pair);
        break;
      case "excused":
        if (this.#lists && pair.excused !== undefined)
          this.#excused.push({ caseNumber: pair.caseNumber, agency: pair.agency, by: pair.excused });
        break;
      case "absent":
        this.#absences.add(pair, heardOn, ofCase === "present");
        break;
      case "present":
        if (pair.headName === undefined) this.#unnamed++;
        else this.#headsOf(pair).add(pair.headName);
        break;
      default:
        weighed.answer satisfies never;
    }
  }

  #headsOf({ agency }: StatisticsRow): Set<string> {
    const known = this.#heads.get(agency);
    if (known !== undefined) return known;
    const made = new Set<string>();
    this.#heads.set(agency, made);
    return made;
  }

  #list(list: CaseAgency[], { caseNumber, agency }: StatisticsRow): void {
    if (this.#lists) list.push({ caseNumber, agency });
  }

  result(period: Period): AttendanceFigures {
    return {
      month: period.to,
      period,
      counting: this.#counting,
      leftOut: this.#leftOut,
      total: this.#total,
      ...this.#instances,
      enterprise: this.#enterprise,
      enterpriseUnknown: this.#enterpriseUnknown,
      agencyLevel: this.#agencyLevel,
      ...this.#rankings.figures,
      byCourt: this.#byCourt,
      ...this.#absences.figures,
      resolution: this.#resolution,
      principals: this.#principals,
      calledFor: this.#calledFor,
      people: {
        heads: this.#heads.values().reduce((sum, { size }) => sum + size, 0),
        unnamed: this.#unnamed,
      },
      speech: this.#speech(),
      defeat: this.#defeat,
      excused: byCase(this.#excused),
      unknown: {
        attendance: byCase(this.#unknownAttendance),
        coRespondents: byCase(this.#unstated),
        hearing: byCase(this.#unknownHearing),
      },
      differences: byCase(this.#differences),
      notHearable: byCase(this.#notHearable),
    };
  }

  get #byCourt(): BulletinStatistics["byCourt"] {
    return [...this.#courtTallies]
      .map(([code, tally]) => ({ court: this.#courts.get(code)?.name ?? code, code, ...tally }))
      .sort((one, other) => (one.code < other.code ? -1 : 1));
  }

  /** 出声, of the courts that record it. */
  #speech(): BulletinStatistics["speech"] {
    const speech = { heard: 0, spoke: 0 };
    for (const { heard, spoke, recordsSpeech } of this.#courts.values()) {
      if (!recordsSpeech) continue;
      speech.heard += heard;
      speech.spoke += spoke;
    }
    return speech;
  }
}

/** The shorter of two names, of equally long ones the first in order; so the order of rows doesn't matter. */
function shorter(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.length !== other.length) return one.length < other.length ? one : other;
  return one < other ? one : other;
}
