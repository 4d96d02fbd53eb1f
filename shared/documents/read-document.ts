/** What does this file say? The way from bytes over text or table to facts. */

import { classFacts } from "./classes/class-facts.ts";
import type { Format } from "./formats/format.ts";
import type { UnreadableReason } from "./formats/unreadable.ts";
import { readAnnouncements } from "./kinds/announcements.ts";
import { readAppearanceNotice } from "./kinds/appearance-notice.ts";
import { type CasePaper, readCasePaper } from "./kinds/case-facts.ts";
import { directoryIn, directorySheet, isContactTable } from "./kinds/directory-sheet.ts";
import type { ReadDocument } from "./kinds/facts.ts";
import { NOTHING_READ } from "./kinds/facts.ts";
import { readHearingRecord } from "./kinds/hearing-record.ts";
import { readJudgment } from "./kinds/judgment.ts";
import { type RecognisedKind, recogniseKind } from "./kinds/kind.ts";
import { readOther } from "./kinds/other-paper.ts";
import { readAppeal } from "./kinds/pleadings.ts";
import { withoutRunOn } from "./kinds/run-on.ts";
import { readSummons } from "./kinds/summons.ts";
import { asSureAs, surenessBut, withUnread } from "./kinds/sureness.ts";
import { type ReadText, readPlain, readText } from "./read-text.ts";
import { CONFIDENCE } from "./text/confidence.ts";
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
  const { format, text, pages, unread } = result;
  const table =
    (mayBeTable(text) ? await ledgerOfText(result) : undefined) ?? (await directoryOfText(result));
  if (table === undefined) return paperOfText(result);
  const ofPages = pages === undefined ? {} : { pages };
  return { ok: true, format, ...ofPages, document: withUnread(table, unread) };
}

/**
 * As {@link readDocument} for plain text, without waiting for anything; undefined where it may be a table, whose readers
 * are loaded only when one comes.
 */
export function readPlainPaper(bytes: Uint8Array): DocumentResult | undefined {
  const result = readPlain(bytes);
  if (!result.ok) return result;
  return mayBeTable(result.text) || isContactTable(result.text) ? undefined : paperOfText(result);
}

function paperOfText({ format, text, pages, doubted = [], unread }: TextRead): DocumentResult {
  const words = text.slice(0, MOST_CHARACTERS);
  const sureness = surenessBut(words.length, doubted);
  const facts = readFacts(words);
  const document = doubted.length === 0 ? facts : asSureAs(facts, { text: words, sureness }, 1);
  const ofPages = pages === undefined ? {} : { pages };
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

/** 案号, 案件编号; a heading may break inside the word. */
const NUMBER_HEADING = /案(?:\s{0,20}|[^\d\t,，;]{0,3})号/gu;

/** Whether a line has several columns that only a ledger's heading has; most papers never get to a table reader. */
function mayBeTable(text: string): boolean {
  return text.replace(NUMBER_HEADING, "案号").split("\n").some(headsLedger);
}

/** 案号, then the mark between two cells, then what a ledger says of an agency; each is looked for once. */
function headsLedger(line: string): boolean {
  const number = line.indexOf("案号");
  if (number === -1) return false;
  const behind = line.slice(number);
  const cell = behind.search(/[\t,，;]/u);
  return cell !== -1 && /出庭|负责人|被告|行政机关|应诉/u.test(behind.slice(cell));
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
async function gridOfText({ text, rows, table }: TextRead): Promise<Grid | undefined> {
  const { gridOf, tableOfText } = await import("./tables.ts");
  if (rows !== undefined) return gridOf(rows);
  if (table !== undefined) return gridOf(table);
  const result = tableOfText(text);
  return result.ok ? result.grid : undefined;
}

async function ledgerOfText(read: TextRead): Promise<ReadDocument | undefined> {
  const grid = await gridOfText(read);
  const document = grid && (await ledgerOf(grid));
  return document && withRowsDoubted(document, read);
}

/** Rows on whose lines something is laid over the words are for a person. */
function withRowsDoubted(document: ReadDocument, { text, doubted = [], table }: TextRead): ReadDocument {
  const { ledger } = document;
  if (ledger === undefined || doubted.length === 0) return document;
  // Rows that a page rules are no lines of its text: whichever is meant, all are looked at.
  if (table !== undefined)
    return {
      ...document,
      ledger: { ...ledger, rows: ledger.rows.map((row) => ({ ...row, doubtful: true })) },
    };
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
  const confidence = CONFIDENCE.stated;
  const kind = { value: "case-ledger", confidence, rule: "table-with-headings-of-a-ledger", text } as const;
  const administrative = { value: true, confidence, rule: "ledger-of-administrative-cases", text };
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
  if (!isContactTable(read.text)) return undefined;
  const grid = await gridOfText(read);
  return grid && directoryOf(grid);
}

/** The facts of a document's text, by the extractor of its kind. */
export function readFacts(text: string): ReadDocument {
  const flat = flatten(text);
  const recognised = directoryIn(text) ?? recogniseKind(flat);
  if (recognised.kind.value === "directory") return nothingOf(recognised);
  const paper = readCasePaper(flat, recognised);
  return withClasses(withoutRunOn(readByKind(paper), flat), paper);
}

/** Of one case's paper; a list of many says nothing of each. */
function withClasses(read: ReadDocument, { flat, year }: CasePaper): ReadDocument {
  if (!read.administrative.value || !SAY_CLASSES.has(read.courtPaper ?? read.kind.value)) return read;
  const classes = classFacts(
    flat,
    read.respondents.map(({ value }) => value),
    year,
  );
  return classes === undefined ? read : { ...read, classes };
}

/** Papers of the court about a case of its own. */
const SAY_CLASSES: ReadonlySet<string> = new Set([
  "judgment",
  "summons",
  "response-notice",
  "appearance-notice",
]);

function readByKind(paper: CasePaper): ReadDocument {
  switch (paper.facts.kind.value) {
    case "summons":
      return readAnnouncements(paper) ?? readSummons(paper);
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

function nothingOf({ kind, title }: RecognisedKind): ReadDocument {
  const administrative = {
    value: false,
    confidence: CONFIDENCE.stated,
    rule: "not-a-case-paper",
    text: kind.text,
  };
  return { kind, administrative, ...NOTHING_READ, ...(title === undefined ? {} : { title }) };
}
