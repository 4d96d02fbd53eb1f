/** The text a document was read from, with the places its facts come from; what is doubtful stands out. */
import { html } from "hono/html";
import { flatten } from "../../../shared/documents/text/flat-text.ts";
import type { FactShown } from "../../../shared/domain/notices/shown.ts";
import { fieldName } from "../../../shared/letters/wording/document-wording.ts";
import type { Markup } from "../frame/page.ts";

/** A place in a text, and what was read there. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly labels: readonly string[];
  readonly doubtful: boolean;
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
        { start, end: last + 1, labels: [fieldName(fact.field, fact.organ)], doubtful: isDoubtful(fact) },
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
      };
  }
  return apart;
}

/** The text with its places marked; a short one stands open, a long one scrolls. */
export function sourceText(text: string, places: readonly Place[]): Markup {
  const ends = [0, ...places.map(({ end }) => end)];
  return html`<div class="source" role="region" aria-label="原文" tabindex="0">${places.map(
    ({ start, end, labels, doubtful }, index) =>
      html`${text.slice(ends[index], start)}<mark class="${doubtful ? "doubtful" : "read"}">${text.slice(start, end)}<small>${labels.join("、")}${doubtful ? "？" : ""}</small></mark>`,
  )}${text.slice(ends.at(-1))}</div>`;
}
