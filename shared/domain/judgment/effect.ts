/**
 * Does a judgment hold, since when, and until when can it be appealed (行政诉讼法 §85)? A first instance's takes effect when the period of
 * whoever was served last has run without an appeal; a second instance's, a mediation paper and a ruling that nobody can appeal when they
 * are served. A day that nobody knows stays unknown: it is asked about.
 */
import type { Instance } from "../court/case-number.ts";
import type { Outcome } from "../court/outcome.ts";
import type { Calendar } from "../time/calendar.ts";
import type { Deadline } from "../time/deadline.ts";
import { appealDeadline, effectiveDay } from "../time/duty-deadlines.ts";
import type { CivilDate } from "../time/time.ts";
import type { GivenJudgment, HigherRuling, JudgmentMatter } from "./judgment-matter.ts";

/** The judgment and the case it ended, as far as its effect goes. */
export interface JudgedCase {
  readonly matter: JudgmentMatter;
  readonly given: GivenJudgment;
  readonly instance: Instance;
  readonly outcome: Outcome | undefined;
  /** Whoever must be served: the parties still in the case. */
  readonly parties: readonly string[];
  /** An appeal (上诉状), or a case of the second instance, is known. */
  readonly isAppealed: boolean;
}

/** Why it holds. */
export type EffectGround =
  | "period-over"
  | "upheld"
  | "appeal-withdrawn"
  | "second-instance"
  | "not-appealable"
  | "mediation"
  | "court-says";

/** How a judgment stands. */
export type JudgmentStanding =
  /** Served days are missing: of these parties. */
  | { readonly state: "service-unknown"; readonly parties: readonly string[] }
  /** The period runs, until the last day of whoever was served last. */
  | { readonly state: "appealable"; readonly until: Deadline }
  | { readonly state: "appealed" }
  /** 发回重审, 改判: another judgment takes its place. */
  | { readonly state: "replaced"; readonly by: "remanded" | "changed" }
  | {
      readonly state: "effective";
      readonly on: CivilDate;
      readonly ground: EffectGround;
      /** A holiday notice that isn't published yet may move it. */
      readonly provisional: boolean;
      /** 中止执行: nothing is chased for the time being. */
      readonly stayed: boolean;
    };

/** What it depends on whether, and how long, somebody can appeal. */
export type Appealed = Pick<JudgedCase, "given" | "instance" | "outcome">;

/** The last day on which a party served on a day can appeal; undefined where nobody can. */
export function appealPeriod(judged: Appealed, served: CivilDate, calendar: Calendar): Deadline | undefined {
  if (!isAppealable(judged)) return undefined;
  const { form, appealDays } = judged.given;
  const against = form === "ruling" ? "ruling" : "judgment";
  return appealDeadline({ served, against, ...(appealDays !== undefined && { days: appealDays }) }, calendar);
}

/**
 * A first instance's judgment can be appealed; of its rulings those that refuse the action (不予立案、驳回起诉) or say so themselves, not those that
 * allow its withdrawal (行诉解释 §101).
 */
function isAppealable({ given, instance, outcome }: Appealed): boolean {
  if (instance !== "first" || given.form === "mediation") return false;
  return given.appealDays !== undefined || given.form === "judgment" || outcome === "won";
}

/** How a judgment stands on a day. */
export function judgmentStanding(judged: JudgedCase, today: CivilDate, calendar: Calendar): JudgmentStanding {
  const { matter } = judged;
  const above = matter.higher.findLast(({ result }) => result !== "retrial-ordered");
  if (above?.result === "remanded" || above?.result === "changed")
    return { state: "replaced", by: above.result };
  const stayed = isStayed(matter);
  if (matter.effect !== undefined)
    return { state: "effective", on: matter.effect.on, ground: "court-says", provisional: false, stayed };
  if (above !== undefined) return byHigher(above, stayed);
  if (judged.isAppealed && judged.instance === "first") return { state: "appealed" };
  const missing = judged.parties.filter((name) => !matter.services.some(({ party }) => party === name));
  if (missing.length > 0 || judged.parties.length === 0)
    return { state: "service-unknown", parties: missing };
  const days = matter.services
    .filter(({ party }) => judged.parties.includes(party))
    .map(({ on }) => on)
    .toSorted();
  const last = days.at(-1);
  if (last === undefined) return { state: "service-unknown", parties: judged.parties };
  const until = appealPeriod(judged, last, calendar);
  if (until === undefined)
    return { state: "effective", on: last, ground: groundAtOnce(judged), provisional: false, stayed };
  if (today <= until.due) return { state: "appealable", until };
  return {
    state: "effective",
    on: effectiveDay(until),
    ground: "period-over",
    provisional: until.provisional,
    stayed,
  };
}

function byHigher({ result, effectiveOn, number }: HigherRuling, stayed: boolean): JudgmentStanding {
  if (effectiveOn === undefined) return { state: "service-unknown", parties: [number] };
  const ground = result === "appeal-withdrawn" ? "appeal-withdrawn" : "upheld";
  return { state: "effective", on: effectiveOn, ground, provisional: false, stayed };
}

function groundAtOnce({ given, instance }: JudgedCase): EffectGround {
  if (given.form === "mediation") return "mediation";
  return instance === "first" ? "not-appealable" : "second-instance";
}

/** A retrial by itself suspends nothing; the court's word that performance is stayed does, until it says that it goes on. */
function isStayed({ higher, stays }: JudgmentMatter): boolean {
  const last = stays.at(-1);
  if (last !== undefined) return last.stayed;
  return higher.some(({ result, stays: by }) => result === "retrial-ordered" && by === true);
}
