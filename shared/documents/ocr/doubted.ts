import { partsOf } from "../../domain/court/case-number.ts";
import type { ReadDocument } from "../kinds/facts.ts";
import type { Fact } from "../text/fact.ts";
import { flatten } from "../text/flat-text.ts";

/** Nothing is sure that can't be found again in the text it is said to come from. */
const NOT_FOUND = 0.5;
/** What grammar forbids is for a person, whatever the readings say. */
const IMPLAUSIBLE = 0.5;
/** Courts sit in the day; 下午 without its 下 makes three o'clock at night. */
const [OPENS, CLOSES] = ["08:00", "18:00"];

/** A text and how sure each of its UTF-16 units is. */
export interface UnsureText {
  readonly text: string;
  readonly sureness: readonly number[];
}

/**
 * A scan's facts, each no surer than the least sure character of the words it was read from; where the same words
 * stand in several places, the best of them counts. Dates and numbers that can't be are for a person.
 */
export function doubted(document: ReadDocument, scan: UnsureText): ReadDocument {
  const flat = flatten(scan.text);
  const surenessAt = (place: number) => scan.sureness[flat.at[place] ?? 0] ?? 0;
  const surenessOf = (words: string): number => {
    const needle = flatten(words).text;
    if (needle === "") return 1;
    let best: number | undefined;
    for (let at = flat.text.indexOf(needle); at !== -1; at = flat.text.indexOf(needle, at + 1)) {
      let least = 1;
      for (let place = at; place < at + needle.length; place++) least = Math.min(least, surenessAt(place));
      best = Math.max(best ?? 0, least);
    }
    return best ?? NOT_FOUND;
  };
  const lowered = everyFact(document, (fact) => ({
    ...fact,
    confidence: Math.min(fact.confidence, surenessOf(fact.text)),
  }));
  return implausibleDoubted(lowered);
}

/** Applies a change to every fact of a document, however deep it stands. */
function everyFact<T>(value: T, change: (fact: Fact<unknown>) => Fact<unknown>): T {
  if (Array.isArray(value)) return value.map((item) => everyFact(item, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  if ("confidence" in value && "rule" in value) return change(value as unknown as Fact<unknown>) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, everyFact(item, change)])) as T;
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
