/** Which facts of a scan are for a person? Those of unsure characters, and those that can't be. */
import { partsOf } from "../../domain/court/case-number.ts";
import type { ReadDocument } from "../kinds/facts.ts";
import { asSureAs, type UnsureText } from "../kinds/sureness.ts";
import { ROLE_WORD } from "../names/party-role.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";

/** How long after its number was given a case can be heard, in years. */
const LONGEST_CASE = 2;
/** Courts sit in the day; 下午 without its 下 makes three o'clock at night. */
const [OPENS, CLOSES] = ["08:00", "18:00"];

const BEGINS_WITH_ROLE = new RegExp(`^${ROLE_WORD}`, "u");

/**
 * A scan's facts, each no surer than the least sure character of the words it was read from; where the same words
 * stand in several places, the best of them counts. Dates and numbers that can't be are for a person.
 */
export function doubted(document: ReadDocument, scan: UnsureText): ReadDocument {
  // Nothing is sure that can't be found again in the text it is said to come from.
  return implausibleDoubted(asSureAs(document, scan, CONFIDENCE.doubtful));
}

/** What grammar forbids is for a person, whatever the readings say. */
function implausibleDoubted(document: ReadDocument): ReadDocument {
  const { hearing } = document;
  const doubt = <T>(fact: Fact<T>): Fact<T> => ({
    ...fact,
    confidence: Math.min(fact.confidence, CONFIDENCE.doubtful),
  });
  const [number] = document.caseNumbers;
  const year = number && partsOf(number.value).year;
  const start = hearing?.start.value;
  const years = year === undefined || start === undefined ? 0 : Number(start.date.slice(0, 4)) - year;
  const isAnotherYears = years < 0 || years > LONGEST_CASE;
  const isAtNight = start?.time !== undefined && (start.time < OPENS || start.time > CLOSES);
  // A comma lost at a line's end joins two parties into one.
  const party = (fact: Fact<string>) => (BEGINS_WITH_ROLE.test(fact.value) ? doubt(fact) : fact);
  return {
    ...document,
    plaintiffs: document.plaintiffs.map(party),
    respondents: document.respondents.map(party),
    thirdParties: document.thirdParties.map(party),
    ...(isAnotherYears && { caseNumbers: document.caseNumbers.map(doubt) }),
    ...(hearing !== undefined &&
      (isAnotherYears || isAtNight) && { hearing: { ...hearing, start: doubt(hearing.start) } }),
  };
}
