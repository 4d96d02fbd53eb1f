/** How did items of before keep the lines of a daily digest? As a sentence, which it still says; what an agency was reminded of, by another name. */
import type { StoredItem, Upcaster } from "./upcaster.ts";

/** A line that waits. */
export const lineKeepsNews: Upcaster = (body) => {
  const waiting = body.line as StoredItem;
  return { ...body, line: { ...waiting, line: withNews(waiting.line as StoredItem) } };
};

/** The lines of a digest. */
export function digestOf(content: StoredItem): StoredItem {
  const lines = content.lines as readonly StoredItem[];
  return { ...content, lines: lines.map(withNews) };
}

/** A line that waits and stands for a letter. */
export const lineKeepsLetter: Upcaster = (body) => {
  const waiting = body.line as StoredItem;
  return { ...body, line: { ...waiting, line: withLetter(waiting.line as StoredItem) } };
};

/** The lines of an agency's mail that stand for letters. */
export function agencyDigestOf(content: StoredItem): StoredItem {
  const lines = content.lines as readonly StoredItem[];
  return { ...content, lines: lines.map(withLetter) };
}

function withLetter({ news, ...line }: StoredItem): StoredItem {
  const { type, reminder } = news as StoredItem;
  return { ...line, news: type === "reminder" ? { type: "letter", letter: reminder } : news };
}

function withNews({ text, ...line }: StoredItem): StoredItem {
  return { ...line, news: { type: "as-written", text: withPrintedDates(String(text)) } };
}

/** The sentences had their dates as they are kept; whoever read them had them printed. */
function withPrintedDates(text: string): string {
  return text.replace(
    /(\d{4})-(\d{2})-(\d{2})/g,
    (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
  );
}
