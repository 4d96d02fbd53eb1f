/**
 * How a reading compares with the truth of somebody who never saw the rules: fields of which a careful reader may say
 * otherwise (`_accept`), and fields that only convention decides (`_unscored`), stand in the truth itself.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Reading } from "../../../shared/documents/kinds/reading.ts";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import { ACCEPTED_FROM, type Outcome } from "./comparison.ts";

interface Entry {
  readonly organ?: string;
  readonly caseNumber?: string;
  readonly respondent?: string | null;
  readonly [field: string]: unknown;
}

interface UnseenTruth {
  readonly [field: string]: unknown;
  readonly attendance?: readonly Entry[];
  readonly rows?: readonly Entry[];
  readonly _accept?: Readonly<Record<string, unknown>>;
  readonly _unscored?: readonly string[];
}

/** A field of a paper, and what became of it; `wrong` was accepted without a person. */
export interface UnseenField {
  readonly paper: string;
  readonly field: string;
  readonly outcome: Outcome;
  readonly expected: unknown;
  readonly read: unknown;
}

const SINGLES = ["kind", "administrative", "originCaseNumber", "court", "cause", "outcome"];
const LISTS = ["caseNumbers", "plaintiffs", "respondents", "thirdParties"];
const OF_A_HEAD = [
  "headAttended",
  "headName",
  "headTitle",
  "absenceReason",
  "leftEarly",
  "refusedToExplain",
  "identityPapers",
];
const OF_A_ROW = ["heard", "headAttended", "enterprise"];

/** One form of every character; blanks, dots and quotation marks carry nothing here, 本院 before a room as little. */
function plain(value: unknown): unknown {
  return typeof value === "string"
    ? value
        .normalize("NFKC")
        .replace(/[\s·•“”"‘’']/gu, "")
        .replace(/^本院(?=.*(?:庭|室)$)/u, "")
    : value;
}

const without = (field: string) => field.replace(/\[\d+\]/gu, "");

/** Every field that the truth of a round's paper or its reading has; of the papers that are no tables as `change` leaves them. */
export async function readRound(folder: string, change?: (text: string) => string): Promise<UnseenField[]> {
  const names = readdirSync(folder).filter((name) =>
    (change === undefined ? /\.(?:txt|csv)$/u : /\.txt$/u).test(name),
  );
  const compared = names.map(async (name) => {
    const truth = JSON.parse(
      readFileSync(join(folder, name.replace(/\.\w+$/u, ".json")), "utf8"),
    ) as UnseenTruth;
    const written = readFileSync(join(folder, name));
    const bytes = change === undefined ? written : new TextEncoder().encode(change(written.toString("utf8")));
    const result = await readDocument(new Uint8Array(bytes));
    if (!result.ok) throw new Error(`${name} is unreadable: ${result.reason.kind}`);
    return fieldsOf(name, truth, toReading(result.document));
  });
  return (await Promise.all(compared)).flat();
}

function fieldsOf(paper: string, truth: UnseenTruth, reading: Reading): UnseenField[] {
  const found: UnseenField[] = [];
  const unscored = new Set(truth._unscored ?? []);
  const isUnscored = (field: string) =>
    [field, without(field), field.split(".")[0] ?? field].some((name) => unscored.has(name));
  const accepted = (field: string) =>
    [truth._accept?.[field], truth._accept?.[without(field)]].flat().filter((value) => value !== undefined);
  const isSure = (key: string) => (reading.evidence[key]?.confidence ?? 1) >= ACCEPTED_FROM;
  const add = (field: string, expected: unknown, read: unknown, key = field) => {
    if (isUnscored(field)) return;
    const values = [expected, ...accepted(field)].map(plain);
    const isAbsent = read === undefined || read === null;
    if (isAbsent && (expected === undefined || expected === null)) return;
    const isTrue = values.includes(plain(read)) || isPartOf(field, expected, read);
    const outcome = isTrue
      ? read === "review" || isSure(key)
        ? "right"
        : "review"
      : isAbsent
        ? "missing"
        : read === "review" || !isSure(key)
          ? "review"
          : "wrong";
    found.push({ paper, field, outcome, expected, read });
  };
  const read = reading as unknown as Record<string, unknown>;
  for (const field of SINGLES) add(field, truth[field], read[field]);
  for (const field of LISTS) {
    const expected = (truth[field] ?? []) as readonly unknown[];
    const values = (read[field] ?? []) as readonly unknown[];
    const allowed = [...expected, ...accepted(field)].flat().map(plain);
    for (const value of expected) {
      const at = values.findIndex((one) => plain(one) === plain(value));
      add(field, value, values[at], `${field}[${at}]`);
    }
    for (const [at, value] of values.entries())
      if (!allowed.includes(plain(value))) add(field, undefined, value, `${field}[${at}]`);
  }
  const planned = (truth.hearing ?? {}) as Record<string, unknown>;
  const sitting = (read.hearing ?? {}) as Record<string, unknown>;
  for (const part of ["start", "end", "place"]) add(`hearing.${part}`, planned[part], sitting[part]);
  addEntries(truth, reading, add);
  return found;
}

type Add = (field: string, expected: unknown, read: unknown, key?: string) => void;

function addEntries(truth: UnseenTruth, reading: Reading, add: Add): void {
  const organs = reading.attendance ?? [];
  for (const [index, entry] of (truth.attendance ?? []).entries()) {
    const at = organs.findIndex(({ organ }) => plain(organ) === plain(entry.organ));
    const row = (organs[at] ?? {}) as unknown as Entry;
    for (const field of OF_A_HEAD)
      add(`attendance[${index}].${field}`, entry[field], row[field], `attendance[${at}].${field}`);
  }
  const known = new Set((truth.attendance ?? []).map(({ organ }) => plain(organ)));
  for (const [at, row] of organs.entries())
    if (!known.has(plain(row.organ)))
      add(`attendance.organ`, undefined, row.organ, `attendance[${at}].organ`);
  if (truth.rows === undefined) return;
  const keyOf = (row: Entry) => `${row.caseNumber}${row.respondent ?? ""}`;
  const rows = new Map((reading.rows ?? []).map((row) => [keyOf(row as unknown as Entry), row]));
  for (const [index, entry] of truth.rows.entries()) {
    const row = (rows.get(keyOf(entry)) ?? {}) as Entry;
    rows.delete(keyOf(entry));
    add(`rows[${index}].caseNumber`, entry.caseNumber, row.caseNumber);
    for (const field of OF_A_ROW) add(`rows[${index}].${field}`, entry[field], row[field]);
  }
  for (const key of rows.keys()) add("rows", undefined, key);
}

/** A reason is right where it holds the truth's words or is held by them. */
function isPartOf(field: string, expected: unknown, read: unknown): boolean {
  const [one, other] = [plain(expected), plain(read)];
  return (
    field.endsWith("absenceReason") &&
    typeof one === "string" &&
    typeof other === "string" &&
    (one.includes(other) || other.includes(one))
  );
}
