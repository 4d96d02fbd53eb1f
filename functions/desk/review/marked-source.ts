/** Which words of a text do its facts come from? */
import { flatten } from "../../../shared/documents/text/flat-text.ts";
import type { FactShown } from "../../../shared/domain/notices/frame/shown.ts";
import { fieldName } from "../../../shared/letters/wording/document-wording.ts";

/** A place in a text, and what was read there. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly labels: readonly string[];
  readonly doubtful: boolean;
  /** The facts that were read there. */
  readonly facts: readonly FactShown[];
}

/** Where the facts come from, in order and apart: where two overlap, they are one place. */
export function placesIn(
  text: string,
  facts: readonly FactShown[],
  isDoubtful: (fact: FactShown) => boolean,
): readonly Place[] {
  const flat = flatten(text);
  const places = facts
    .flatMap((fact): readonly Place[] => {
      const words = flatten(fact.text).text;
      const found = words === "" ? -1 : flat.text.indexOf(words);
      if (found < 0) return [];
      const start = flat.at[found] ?? 0;
      const last = flat.at[found + words.length - 1] ?? start;
      return [
        {
          start,
          end: last + 1,
          labels: [fieldName(fact.field, fact.organ)],
          doubtful: isDoubtful(fact),
          facts: [fact],
        },
      ];
    })
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
  const apart: Place[] = [];
  for (const place of places) {
    const before = apart.at(-1);
    if (before === undefined || place.start >= before.end) apart.push(place);
    else
      apart[apart.length - 1] = {
        start: before.start,
        end: Math.max(before.end, place.end),
        labels: [...new Set([...before.labels, ...place.labels])],
        doubtful: before.doubtful || place.doubtful,
        facts: [...before.facts, ...place.facts],
      };
  }
  return apart;
}
