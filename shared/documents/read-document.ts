/** What does this file say? The way from bytes over text or table to facts. */
import type { Format } from "./formats/format.ts";
import type { UnreadableReason } from "./formats/unreadable.ts";
import { isAgencyLetter, readAgencyLetter } from "./kinds/agency-letter.ts";
import { readAppeal } from "./kinds/appeal.ts";
import { readAppearanceNotice } from "./kinds/appearance-notice.ts";
import { type CasePaper, readCasePaper } from "./kinds/case-facts.ts";
import { isCourtNote, readCourtNote } from "./kinds/court-note.ts";
import { isCourtReport, readCourtReport } from "./kinds/court-report.ts";
import { directorySheet } from "./kinds/directory-sheet.ts";
import type { ReadDocument } from "./kinds/facts.ts";
import { NOTHING_READ } from "./kinds/facts.ts";
import { isFiling, readFiling } from "./kinds/filing.ts";
import { readHearingRecord } from "./kinds/hearing-record.ts";
import { readJudgment } from "./kinds/judgment.ts";
import { type RecognisedKind, recogniseKind } from "./kinds/kind.ts";
import { letterHearing } from "./kinds/letter-hearing.ts";
import { isResponseNotice, readResponseNotice } from "./kinds/response-notice.ts";
import { readSummons, withAddressees } from "./kinds/summons.ts";
import { asSureAs, surenessBut, withUnread } from "./kinds/sureness.ts";
import { addressees } from "./parties/addressees.ts";
import { isElsewhere } from "./parties/paper-author.ts";
import { type ReadText, readText } from "./read-text.ts";
import type { Fact } from "./text/fact.ts";
import { flatten } from "./text/flat-text.ts";
import type { Grid } from "./text/table.ts";

/**
 * A judgment has some 20,000 characters; what is far beyond is cut to keep the time bounded. A ledger is never cut: its
 * last rows would be gone without a word.
 */
const MOST_CHARACTERS = 400_000;

/** A person checks some pages; what is kept for it with the document's record must fit there. */
export const MOST_SHOWN = 40_000;

/** A file that was read, or why it could not be. */
export type DocumentResult =
  | {
      readonly ok: true;
      readonly format: Format;
      readonly pages?: number;
      readonly document: ReadDocument;
      /** The text it was read from, for the person who checks it; a table has none. */
      readonly text?: string;
    }
  | { readonly ok: false; readonly format: Format; readonly reason: UnreadableReason };

type TextRead = Extract<ReadText, { ok: true }>;

/** Bytes → format → text or table → kind → facts. Never throws on bad input. */
export async function readDocument(bytes: Uint8Array): Promise<DocumentResult> {
  const result = await readText(bytes);
  if (!result.ok && isWorkbook(result.format)) return readTableFile(bytes, result);
  if (!result.ok) return result;
  const { format, text, pages, doubted = [], unread } = result;
  const ofPages = pages === undefined ? {} : { pages };
  const table =
    (mayBeTable(text) ? await ledgerOfText(result) : undefined) ?? (await directoryOfText(result));
  if (table !== undefined) return { ok: true, format, ...ofPages, document: withUnread(table, unread) };
  const words = text.slice(0, MOST_CHARACTERS);
  const sureness = surenessBut(words.length, doubted);
  const facts = readFacts(words);
  const document = doubted.length === 0 ? facts : asSureAs(facts, { text: words, sureness }, 1);
  return {
    ok: true,
    format,
    ...ofPages,
    document: withUnread(document, unread),
    text: text.slice(0, MOST_SHOWN),
  };
}

function isWorkbook(format: Format): boolean {
  return format === "xlsx" || format === "xls" || format === "excel-xml";
}

/** A line with several columns that only a ledger's heading has; most papers never get as far as a table reader. */
function mayBeTable(text: string): boolean {
  return /^[^\n]*案(?:\s*|[^\d\t,，;]{0,3})号[^\n]*[\t,，;][^\n]*(?:出庭|负责人|被告|行政机关|应诉)/mu.test(
    text,
  );
}

async function readTableFile(bytes: Uint8Array, unread: DocumentResult): Promise<DocumentResult> {
  const { readTable } = await import("./tables.ts");
  const result = await readTable(bytes);
  const document = result.ok
    ? ((await ledgerOf(result.grid)) ?? (await directoryOf(result.grid)) ?? (await paperOf(result.grid)))
    : undefined;
  if (document !== undefined) return { ok: true, format: unread.format, document };
  if (result.ok) return unread;
  return { ok: false, format: unread.format, reason: result.reason };
}

/** The rows of a text: those its format knows, else what its tabs, commas or semicolons make. */
async function gridOfText({ text, rows }: TextRead): Promise<Grid | undefined> {
  const { gridOf, tableOfText } = await import("./tables.ts");
  if (rows !== undefined) return gridOf(rows);
  const result = tableOfText(text);
  return result.ok ? result.grid : undefined;
}

async function ledgerOfText(read: TextRead): Promise<ReadDocument | undefined> {
  const grid = await gridOfText(read);
  const document = grid && (await ledgerOf(grid));
  return document && withRowsDoubted(document, read);
}

/** Rows on whose lines something is laid over the words are for a person. */
function withRowsDoubted(document: ReadDocument, { text, doubted = [] }: TextRead): ReadDocument {
  const { ledger } = document;
  if (ledger === undefined || doubted.length === 0) return document;
  const lineAt = (place: number) => text.slice(0, place).split("\n").length;
  const lines = new Set(
    doubted.flatMap(({ start, end }) => {
      const first = lineAt(start);
      return Array.from({ length: lineAt(end) - first + 1 }, (_, index) => first + index);
    }),
  );
  const rows = ledger.rows.map((row) => (lines.has(row.row) ? { ...row, doubtful: true } : row));
  return { ...document, ledger: { ...ledger, rows } };
}

async function ledgerOf(grid: Grid): Promise<ReadDocument | undefined> {
  const { extractLedger } = await import("./ledger/case-ledger.ts");
  const ledger = extractLedger(grid);
  if (ledger === undefined) return undefined;
  const text = ledger.notes[0] ?? "";
  const kind: Fact<"case-ledger"> = {
    value: "case-ledger",
    confidence: 0.95,
    rule: "table-with-headings-of-a-ledger",
    text,
  };
  const administrative = { value: true, confidence: 0.9, rule: "ledger-of-administrative-cases", text };
  return { kind, administrative, ...NOTHING_READ, ledger };
}

async function directoryOf(grid: Grid): Promise<ReadDocument | undefined> {
  const kind = directorySheet(grid.map(({ cells }) => cells));
  if (kind === undefined) return undefined;
  const { directoryEntries } = await import("./kinds/directory-entries.ts");
  const directory = directoryEntries(grid);
  return { ...nothingOf({ kind }), ...(directory === undefined ? {} : { directory }) };
}

/**
 * A paper that was filled in as a sheet (备案表, 统计表, 传票): its rows as lines, what is merged said once. A sheet that
 * bears no title and has no form that is known is none.
 */
async function paperOf(grid: Grid): Promise<ReadDocument | undefined> {
  const lines = grid
    .slice(0, MOST_ROWS_OF_PAPER + 1)
    .map(({ cells }) => cells.map((cell) => cell.replace(/\s+/gu, " ").trim()))
    .map((cells) => cells.filter((cell, at) => cell !== "" && cell !== cells[at - 1]).join("\t"));
  if (lines.length > MOST_ROWS_OF_PAPER) return undefined;
  const document = readFacts(lines.join("\n"));
  return document.kind.value === "other" && document.title === undefined ? undefined : document;
}

/** More rows are a table of something. */
const MOST_ROWS_OF_PAPER = 200;

async function directoryOfText(read: TextRead): Promise<ReadDocument | undefined> {
  if (contactTable(read.text) === undefined) return undefined;
  const grid = await gridOfText(read);
  return grid && directoryOf(grid);
}

/** The facts of a document's text, by the extractor of its kind. */
export function readFacts(text: string): ReadDocument {
  const flat = flatten(text);
  const recognised = directoryKind(text) ?? contactTable(text) ?? recogniseKind(flat);
  if (recognised.kind.value === "directory") return nothingOf(recognised);
  const paper = readCasePaper(flat, recognised);
  switch (recognised.kind.value) {
    case "summons":
      return readSummons(paper);
    case "appearance-notice":
      return readAppearanceNotice(paper);
    case "appeal":
      return readAppeal(paper);
    case "hearing-record":
      return readHearingRecord(paper);
    case "judgment":
      return readJudgment(paper);
    default:
      return readOther(paper);
  }
}

/** Papers of which `read` prints `other`, by their title. */
function readOther(paper: CasePaper): ReadDocument {
  const { title } = paper.facts;
  if (isElsewhere(paper.flat.text)) return notBeforeACourt(paper.facts);
  if (isCourtReport(title)) return readCourtReport(paper);
  if (isFiling(title)) return readFiling(paper);
  if (isCourtNote(title)) return readCourtNote(paper);
  if (isResponseNotice(title)) return readResponseNotice(paper);
  const hearing = letterHearing(paper.flat, paper.labels, paper.facts, paper.year);
  const letter = isAgencyLetter(title)
    ? readAgencyLetter(paper)
    : // Whatever else a court writes to 你局 about its case.
      { ...paper.facts, respondents: withAddressees(paper, addressees(paper.flat), 0) };
  return hearing === undefined ? letter : { ...letter, hearing };
}

/** A paper of an arbitration or reconsideration: its parties are none of a court case's. */
function notBeforeACourt({ kind, administrative, title }: ReadDocument): ReadDocument {
  return { kind, administrative, ...NOTHING_READ, ...(title === undefined ? {} : { title }) };
}

function contactTable(text: string): RecognisedKind | undefined {
  const lines = text.trimStart().split("\n", 6);
  const kind = directorySheet(lines.map((line) => line.split(/[\t,;，；]/u)));
  return kind && { kind };
}

/** The directory of courts and agencies is a JSON file. */
function directoryKind(text: string): RecognisedKind | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const keys = JSON.stringify(value).slice(0, 4000);
    if (!/"(?:organisations|organizations|agencies|courts|bureaus|jurisdiction|contacts)"/.test(keys))
      return undefined;
    const kind: Fact<"directory"> = {
      value: "directory",
      confidence: 0.95,
      rule: "json-of-organisations",
      text: text.slice(0, 80),
    };
    return { kind };
  } catch {
    return undefined;
  }
}

function nothingOf({ kind, title }: RecognisedKind): ReadDocument {
  const administrative = { value: false, confidence: 0.95, rule: "not-a-case-paper", text: kind.text };
  return { kind, administrative, ...NOTHING_READ, ...(title === undefined ? {} : { title }) };
}
