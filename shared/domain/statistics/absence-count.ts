/** How are the absences of a period counted: why, whether the court accepted it, who came instead, and where a judicial suggestion is possible? */
import { GROUNDS, type StatedGround } from "../court/absence-ground.ts";
import type { CivilDate } from "../time/time.ts";
import { byCase } from "./case-order.ts";
import { absenceGround, type PairAnswer } from "./counted-case.ts";
import type { Absence, BulletinStatistics, PossibleSuggestion } from "./figures.ts";
import { SUGGESTION_TRIGGERS, type SuggestionTrigger, suggestionTriggers } from "./judicial-suggestion.ts";
import type { StatisticsRow } from "./statistics-row.ts";

type Figures = Pick<
  BulletinStatistics,
  "absences" | "grounds" | "reasons" | "withoutHead" | "suggestions" | "possibleSuggestions"
>;

/** Takes the pairs that were heard, one by one. */
export class AbsenceCount {
  readonly #absences: Absence[] = [];
  readonly #grounds = new Map<StatedGround | undefined, number>();
  readonly #reasons = { accepted: 0, refused: 0 };
  readonly #withoutHead = { staff: 0, lawyers: 0, nobody: 0, notStated: 0 };
  readonly #triggers = new Map<SuggestionTrigger, number>();
  readonly #suggestions: PossibleSuggestion[] = [];
  readonly #lists: boolean;

  /** Without `lists` only counts are kept. */
  constructor(lists: boolean) {
    this.#lists = lists;
  }

  /** A pair whose head was absent; `coRespondentPresent`: that of another respondent was there. */
  add(pair: StatisticsRow, heardOn: CivilDate | undefined, coRespondentPresent: boolean): void {
    const { caseNumber, agency, jurisdiction, court, withoutHead } = pair;
    const { absenceReason: reason, reasonAccepted: accepted } = pair;
    const ground = absenceGround(pair);
    this.#grounds.set(ground, (this.#grounds.get(ground) ?? 0) + 1);
    if (accepted !== undefined) this.#reasons[accepted ? "accepted" : "refused"]++;
    this.#withoutHead[withoutHead ?? "notStated"]++;
    if (!this.#lists) return;
    this.#absences.push({
      caseNumber,
      agency,
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

  /** Any pair that was heard: a head who came may have left early. */
  addSuggestions(pair: StatisticsRow, answer: PairAnswer): void {
    const triggers = suggestionTriggers(pair, answer);
    for (const trigger of triggers) this.#triggers.set(trigger, (this.#triggers.get(trigger) ?? 0) + 1);
    if (triggers.length === 0 || !this.#lists) return;
    this.#suggestions.push({ caseNumber: pair.caseNumber, agency: pair.agency, triggers });
  }

  get figures(): Figures {
    return {
      absences: byCase(this.#absences),
      grounds: GROUNDS.map((ground) => ({ ground, count: this.#grounds.get(ground) ?? 0 })),
      reasons: this.#reasons,
      withoutHead: this.#withoutHead,
      suggestions: SUGGESTION_TRIGGERS.map((trigger) => ({
        trigger,
        count: this.#triggers.get(trigger) ?? 0,
      })),
      possibleSuggestions: byCase(this.#suggestions),
    };
  }
}
