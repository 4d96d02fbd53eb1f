/** What else a document may mean where the reader had to choose: other hours, other numbers, agencies of similar names. */

import { findMoments } from "../../../shared/documents/moments/dates.ts";
import { CONFIDENCE } from "../../../shared/documents/text/confidence.ts";
import { flatten } from "../../../shared/documents/text/flat-text.ts";
import { findCaseNumbers } from "../../../shared/domain/court/case-number.ts";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import { similarOrganisations } from "../../../shared/domain/organisations/similar-names.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { Form } from "../frame/form.ts";
import type { CaseReading } from "./stored-reading.ts";

/** One of several; `value` is what a form sends for it. */
export interface Candidate {
  readonly value: string;
  readonly shown: string;
  /** 0 to 1. */
  readonly score: number;
  /** The words around it, where it stands in the text. */
  readonly text: string;
}

export interface Candidates {
  /** `2026-09-24 09:00`, or a date alone. */
  readonly moments: readonly Candidate[];
  readonly numbers: readonly Candidate[];
  /** For each respondent the directory doesn't know, by its name as read. */
  readonly agencies: ReadonlyMap<string, readonly Candidate[]>;
}

const MOST = 4;
/** Words before a date that say what it is. */
const OF_HEARING = /(?:开庭|庭审|应到|到庭|出庭|传唤|审理|定于|改为|改期|延期至|变更为)[^。；]{0,12}$/u;
const OF_OTHER = /(?:落款|收到|签收|送达|立案|起诉|作出|出生|生于|处罚|决定书?于?)[^。；]{0,8}$/u;
const AROUND = 14;
/** What a date counts among the possible ones by how it is written: in full, leaning on another, without its year. */
const BY_WAY_OF_WRITING: readonly (readonly [atLeast: number, weight: number])[] = [
  [CONFIDENCE.stated, 0.98],
  [CONFIDENCE.inferred, 0.91],
  [CONFIDENCE.doubtful, 0.75],
  [0, 0.45],
];

/** Reads only. Where there is but one possibility there are none to choose from. */
export async function candidatesFor(
  document: CaseReading,
  text: string | undefined,
  directory: Directory,
): Promise<Candidates> {
  return {
    moments: atLeastTwo(momentsOf(document, text ?? "")),
    numbers: atLeastTwo(numbersOf(document, text ?? "")),
    agencies: await agenciesOf(document, directory),
  };
}

/** The fields of a form once what was picked has taken its place in them. */
export function withPicks(
  form: Form,
  document: CaseReading,
): { readonly form: Form; readonly document: CaseReading } {
  const { moment, number } = { moment: form.pickMoment ?? "", number: form.pickNumber ?? "" };
  const [date = "", time = ""] = moment.split(" ");
  const renamed = document.respondents.map(
    ({ value }, index) => [value, form[`pickAgency${index}`] ?? ""] as const,
  );
  const names = new Map(renamed.filter(([, to]) => to !== ""));
  const named = (name: string) => names.get(name.trim()) ?? name;
  return {
    form: {
      ...form,
      ...(moment !== "" && { date, time }),
      ...(number !== "" && { numbers: number }),
      respondents: (form.respondents ?? "").split("\n").map(named).join("\n"),
    },
    document: {
      ...document,
      respondents: document.respondents.map((one) => ({ ...one, value: named(one.value) })),
      attendance: document.attendance.map((one) => ({
        ...one,
        organ: { ...one.organ, value: named(one.organ.value) },
      })),
    },
  };
}

function momentsOf({ hearing }: CaseReading, text: string): readonly Candidate[] {
  const flat = flatten(text);
  const found = findMoments(flat).map((moment): Candidate => {
    const before = flat.text.slice(Math.max(0, moment.start - 20), moment.start);
    const value = [moment.date, moment.time].filter(Boolean).join(" ");
    const likely = OF_HEARING.test(before) ? 0.8 : OF_OTHER.test(before) ? 0.1 : 0.3;
    const [, written] = BY_WAY_OF_WRITING.find(([atLeast]) => moment.confidence >= atLeast) ?? [0, 0];
    const score = likely * written * (moment.time === undefined ? 0.7 : 1);
    return { value, shown: value, score, text: aroundOf(flat.text, moment.start, moment.end) };
  });
  const read = hearing?.start;
  const value = read && [read.value.date, read.value.time].filter(Boolean).join(" ");
  const own =
    read === undefined || value === undefined
      ? []
      : [{ value, shown: value, score: read.confidence, text: read.text }];
  return best([...own, ...found]);
}

function numbersOf({ caseNumbers }: CaseReading, text: string): readonly Candidate[] {
  const own = caseNumbers.map(({ value, confidence, text: words }) => ({
    value: value as string,
    shown: value as string,
    score: confidence,
    text: words,
  }));
  const found = findCaseNumbers(text).flatMap(({ numbers, start, end }) =>
    numbers.map((value) => ({ value, shown: value, score: 0.3, text: aroundOf(text, start, end) })),
  );
  return best([...own, ...found]);
}

async function agenciesOf(
  { respondents }: CaseReading,
  directory: Directory,
): Promise<Candidates["agencies"]> {
  const unknown: string[] = [];
  for (const { value } of respondents)
    if ((await directory.find(lookup.name(value))).length !== 1) unknown.push(value);
  if (unknown.length === 0) return new Map();
  const all = (
    await Promise.all((["agency", "government", "bureau"] as const).map((kind) => directory.names(kind)))
  ).flat();
  return new Map(
    unknown.map((name) => [
      name,
      similarOrganisations(name, all).map(({ organisation, score }) => ({
        value: organisation.name,
        shown: organisation.name,
        score,
        text: "",
      })),
    ]),
  );
}

/** Each value once, with its best score; the best first. */
function best(candidates: readonly Candidate[]): readonly Candidate[] {
  const once = new Map<string, Candidate>();
  for (const one of candidates) {
    const known = once.get(one.value);
    if (known === undefined || one.score > known.score) once.set(one.value, one);
  }
  return [...once.values()].toSorted((one, other) => other.score - one.score).slice(0, MOST);
}

function atLeastTwo(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.length < 2 ? [] : candidates;
}

function aroundOf(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - AROUND), end + AROUND).replace(/\s+/gu, " ");
}
