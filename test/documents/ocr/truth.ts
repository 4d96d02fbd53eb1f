import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Reading } from "../../../shared/documents/kinds/reading.ts";

const SCANS = join(import.meta.dirname, "scans");
const CORPUS = join(import.meta.dirname, "../corpus");
/** As intake's policy has it: a fact that is less sure goes to a person. */
const ACCEPTED_FROM = 0.8;

/** Names of the scans kept with the tests. */
export const scans: readonly string[] = readdirSync(SCANS).toSorted();

export function scanBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(SCANS, name)));
}

/** What a person reads in a scan: the truth of the text it was made of. */
export function truthOf(name: string): Omit<Reading, "evidence"> {
  return JSON.parse(readFileSync(join(CORPUS, `${name.split(".")[0]}.json`), "utf8"));
}

/** How the fields of a reading compare with the truth; each wrong one is named. */
export interface Comparison {
  readonly right: readonly string[];
  /** Accepted, and not what the document says. */
  readonly wrong: readonly string[];
  /** Read, and left to a person. */
  readonly review: readonly string[];
  /** In the document, and neither read nor left to a person. */
  readonly missed: readonly string[];
}

/** Compares field by field. */
export function compare(reading: Reading, truth: Omit<Reading, "evidence">): Comparison {
  const [read, expected] = [fieldsOf(reading), fieldsOf(truth)];
  const isSure = (field: string, value: string) =>
    (reading.evidence[field]?.confidence ?? 0) >= ACCEPTED_FROM && value !== '"review"';
  const sure = [...read].filter(([field, value]) => isSure(field, value));
  const same = ([field, value]: readonly [string, string]) => expected.get(field) === value;
  return {
    right: sure.filter(same).map(([field]) => field),
    wrong: sure.filter((one) => !same(one)).map(([field, value]) => `${field}: ${value}`),
    review: [...read].filter(([field, value]) => !isSure(field, value)).map(([field]) => field),
    missed: [...expected.keys()].filter((field) => !read.has(field)),
  };
}

function fieldsOf(value: unknown, name = ""): Map<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[name, JSON.stringify(value)]]);
  const entries = Array.isArray(value)
    ? value.map((item, index) => [`${name}[${index}]`, item] as const)
    : Object.entries(value)
        .filter(([key]) => name !== "" || key !== "evidence")
        .map(([key, item]) => [name === "" ? key : `${name}.${key}`, item] as const);
  return new Map(entries.flatMap(([field, item]) => [...fieldsOf(item, field)]));
}
