/**
 * Under which terms is a case found? Under the serial of its number (digits alone find 行初23), and under the names of its
 * parties, from any of their characters on. Agencies and courts are found through the directory, and then through their
 * rows: so a respondent the directory knows has no term of its own here.
 */
import type { CaseFile } from "../case-file/state.ts";
import { type CaseNumber, partsOf } from "../court/case-number.ts";
import { comparableName } from "../organisations/directory.ts";

/** The serial of a number, or a name from one of its characters on. */
export type SearchTerm =
  | { readonly of: "number"; readonly serial: number }
  | { readonly of: "name"; readonly text: string };

/** A case under one of its terms, with the boards on which it stands: whoever has none of them doesn't find it. */
export interface SearchEntry {
  readonly term: SearchTerm;
  readonly caseNumber: CaseNumber;
  readonly boards: readonly string[];
}

/** What a change of a case does to what it is found under. */
export interface SearchChange {
  /** New, or on other boards than before. */
  readonly entries: readonly SearchEntry[];
  /** Terms under which it is found no longer. */
  readonly gone: readonly SearchTerm[];
}

/** Characters of a name that are kept and compared; no name differs only behind them. */
const LONGEST = 40;
/** Beginnings inside a long name: 临沂市兰山区宏远建材有限公司 is found under 宏远 and under 建材. */
const MOST_BEGINNINGS = 20;
/** The shortest beginning that is worth a term: a name of one character has one of its own. */
const SHORTEST = 2;
/** What thousands of names end with: nobody looks for it. */
const LEGAL_FORM =
  /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|分公司|公司|专业合作社|合作社|个体工商户)$/u;

/** A name or a question as they are compared: in one width and case, without blanks, brackets and stops. */
export function searchable(text: string): string {
  const plain = comparableName(text)
    .toLowerCase()
    .replace(/[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}#.,，、。:：;；"'·•・\p{Cc}\p{Cf}]/gu, "");
  return [...plain].slice(0, LONGEST).join("");
}

/**
 * A name from each of its characters on.
 * @internal A test asks by every part of every name.
 */
export function nameTerms(name: string): readonly string[] {
  const whole = [...searchable(name)];
  if (whole.length === 0) return [];
  const telling = [...whole.join("").replace(LEGAL_FORM, "")].length;
  const last = Math.min(Math.max(telling - SHORTEST, 0), MOST_BEGINNINGS - 1);
  return Array.from({ length: last + 1 }, (_, start) => whole.slice(start).join(""));
}

/**
 * All terms of a case, each once.
 * @internal A test names them.
 */
export function termsOf({
  caseNumber,
  plaintiffs,
  thirdParties,
  respondents,
}: Pick<CaseFile, "caseNumber" | "plaintiffs" | "thirdParties" | "respondents">): readonly SearchTerm[] {
  const unknown = respondents.filter(({ identity }) => identity === undefined).map(({ name }) => name);
  const names = new Set([...plaintiffs, ...thirdParties, ...unknown].flatMap(nameTerms));
  return [
    { of: "number", serial: partsOf(caseNumber).serial },
    ...[...names].map((text): SearchTerm => ({ of: "name", text })),
  ];
}

/** What changes where a case has become another, or stands on other boards. A case that is none any more isn't found. */
export function searchChange(
  before: CaseFile | undefined,
  after: CaseFile,
  boards: readonly string[],
): SearchChange {
  const known = entriesOf(before, before?.boards ?? []);
  const entries = entriesOf(after, boards);
  return {
    entries: [...entries].flatMap(([key, entry]) =>
      isSame(known.get(key)?.boards, entry.boards) ? [] : [entry],
    ),
    gone: [...known].flatMap(([key, { term }]) => (entries.has(key) ? [] : [term])),
  };
}

function entriesOf(file: CaseFile | undefined, boards: readonly string[]): ReadonlyMap<string, SearchEntry> {
  if (file === undefined || boards.length === 0) return new Map();
  const { caseNumber } = file;
  const sorted = boards.toSorted();
  return new Map(termsOf(file).map((term) => [JSON.stringify(term), { term, caseNumber, boards: sorted }]));
}

function isSame(one: readonly string[] | undefined, other: readonly string[]): boolean {
  return one !== undefined && one.length === other.length && one.every((value, at) => value === other[at]);
}
