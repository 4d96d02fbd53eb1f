/** Which 期号 and 文号 come next: each counts through the year in which bulletins appear. */

import { type BulletinContent, PLAIN_CONTENT } from "../statistics/bulletin-content.ts";
import { civilDateAt, type Instant, yearOf } from "../time/time.ts";
import type { Signing } from "./signing.ts";

/** The numbers after the last that were signed; a 文号 only where there was one, whose form it keeps. */
export function nextNumbers(
  { leavesFrom }: Pick<Signing, "leavesFrom">,
  others: readonly Signing[],
): Pick<BulletinContent, "issue" | "document"> {
  const year = issuedIn(leavesFrom);
  const signed = others.filter(({ signature }) => signature !== undefined);
  const ofYear = signed.filter((one) => issuedIn(one.leavesFrom) === year);
  const issue = Math.max(0, ...ofYear.map(({ content }) => content.issue ?? 0)) + 1;
  const document = nextDocument(
    signed.flatMap(({ content }) => content.document ?? []),
    year,
  );
  return { issue, ...(document !== undefined && { document }) };
}

/** The 发文字号 after the last of these, in its form; undefined where there is none to follow. */
export function nextDocument(documents: readonly string[], year: string): string | undefined {
  const last = documents
    .map(parted)
    .filter((one) => one !== undefined)
    .toSorted(byNumber)
    .at(-1);
  if (last === undefined) return undefined;
  return `${last.before}〔${year}〕${last.year === year ? last.number + 1 : 1}号`;
}

/** In whose year a bulletin is numbered: in that in which it may appear. */
export function issuedIn(leavesFrom: Instant): string {
  return yearOf(civilDateAt(leavesFrom));
}

interface DocumentNumber {
  readonly before: string;
  readonly year: string;
  readonly number: number;
}

/** 临司通 · 2026 · 9. */
function parted(document: string): DocumentNumber | undefined {
  const [, before, year, number] = /^(.*?)[〔[（(]\s*(\d{4})\s*[〕\]）)]\s*第?(\d+)号$/u.exec(document) ?? [];
  return before === undefined || year === undefined || number === undefined
    ? undefined
    : { before, year, number: Number(number) };
}

function byNumber(one: DocumentNumber, other: DocumentNumber): number {
  return one.year === other.year ? one.number - other.number : one.year < other.year ? -1 : 1;
}

/** What a new signing begins with: texts and choices of the last of its kind, else of the last there is; no numbers. */
export function contentToBegin(
  { period }: Pick<Signing, "period">,
  others: readonly Signing[],
): BulletinContent {
  const before = others.toSorted((one, other) => (one.month < other.month ? -1 : 1));
  const last = before.findLast((one) => one.period === period) ?? before.at(-1);
  if (last === undefined) return PLAIN_CONTENT;
  const { issue: _, document: __, ...kept } = last.content;
  return kept;
}
