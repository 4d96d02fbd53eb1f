import { partsOf } from "../../domain/court/case-number.ts";
import type { ReadDocument } from "../kinds/facts.ts";
import { asSureAs, type UnsureText } from "../kinds/sureness.ts";
import type { Fact } from "../text/fact.ts";

/** Nothing is sure that can't be found again in the text it is said to come from. */
const NOT_FOUND = 0.5;
/** What grammar forbids is for a person, whatever the readings say. */
const IMPLAUSIBLE = 0.5;
/** Courts sit in the day; 下午 without its 下 makes three o'clock at night. */
const [OPENS, CLOSES] = ["08:00", "18:00"];

/**
 * A scan's facts, each no surer than the least sure character of the words it was read from; where the same words
 * stand in several places, the best of them counts. Dates and numbers that can't be are for a person.
 */
export function doubted(document: ReadDocument, scan: UnsureText): ReadDocument {
  return implausibleDoubted(asSureAs(document, scan, NOT_FOUND));
}

function implausibleDoubted(document: ReadDocument): ReadDocument {
  const { hearing } = document;
  const doubt = <T>(fact: Fact<T>): Fact<T> => ({
    ...fact,
    confidence: Math.min(fact.confidence, IMPLAUSIBLE),
  });
  const [number] = document.caseNumbers;
  const year = number && partsOf(number.value).year;
  const start = hearing?.start.value;
  // A case is heard in its year or one of the next two.
  const years = year === undefined || start === undefined ? 0 : Number(start.date.slice(0, 4)) - year;
  const early = years < 0 || years > 2;
  const night = start?.time !== undefined && (start.time < OPENS || start.time > CLOSES);
  // A comma lost at a line's end joins two parties into one.
  const party = (fact: Fact<string>) =>
    /^(?:原告|被告|第三人|被?上诉人)/u.test(fact.value) ? doubt(fact) : fact;
  return {
    ...document,
    plaintiffs: document.plaintiffs.map(party),
    respondents: document.respondents.map(party),
    thirdParties: document.thirdParties.map(party),
    ...(early && { caseNumbers: document.caseNumbers.map(doubt) }),
    ...(hearing !== undefined &&
      (early || night) && { hearing: { ...hearing, start: doubt(hearing.start) } }),
  };
}
