import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeMail } from "../../../shared/letters/compose.ts";
import { layOut } from "../../../shared/letters/frame/layout.ts";
import type { Block, FramedLetter, LabelledFact } from "../../../shared/letters/frame/letter.ts";
import { oneLine } from "../../../shared/letters/frame/one-line.ts";
import { some } from "../../support/some.ts";
import { SAMPLES, SENDER } from "../sample-notices.ts";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** What a reader of the page sees; list items get the mark the plain text numbers them with. */
function seen(html: string): string {
  return html
    .replace(/<head>[\s\S]*<\/head>/, "")
    .replace(/<li[ >]/g, "#.$&")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(#?\w+);/g, (_, name: string) => ENTITIES[name] ?? "?");
}

/** Without blanks and the signs that only one layout uses. */
function bare(text: string): string {
  return text
    .replace(/^\d+\. /gm, "#.")
    .replace(/^(?:----|▶)/gm, "")
    .replace(/[\s：【】]/gu, "");
}

const words = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
const labelled: fc.Arbitrary<LabelledFact> = fc.record({
  label: words,
  value: words,
  notes: fc.array(words, { maxLength: 2 }),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom("paragraph" as const, "heading" as const), text: words }),
  fc.record({ type: fc.constant("facts" as const), facts: fc.array(labelled, { maxLength: 3 }) }),
  fc.record({ type: fc.constant("list" as const), items: fc.array(words, { maxLength: 3 }) }),
  fc.record({
    type: fc.constant("grid" as const),
    caption: words,
    columns: fc.tuple(words, words),
    rows: fc.array(fc.tuple(words, words), { maxLength: 2 }),
  }),
);
const letters: fc.Arbitrary<FramedLetter> = fc.record({
  sender: words,
  number: words,
  title: words,
  about: words,
  salutation: words,
  asks: fc.array(labelled, { maxLength: 3 }),
  body: fc.array(block, { maxLength: 4 }),
  date: words,
  footnotes: fc.array(words, { maxLength: 2 }),
});

/** Every string a reader must find; the name of a grid's first column stands only over the table. */
function strings(letter: FramedLetter): readonly string[] {
  const all = (value: unknown): readonly string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(all)
        : [];
  const body = letter.body.flatMap((each) => {
    const { type: _, ...rest } = each;
    if (each.type !== "grid") return all(rest);
    return [each.caption, ...(each.rows.length > 0 ? each.columns.slice(1) : []), ...each.rows.flat()];
  });
  return [...all({ ...letter, body: [] }), ...body].map(oneLine);
}

describe("layout", () => {
  it("puts every string of any letter into the text and the page alike", () => {
    fc.assert(
      fc.property(letters, (letter) => {
        const { text, html } = layOut(letter);
        const page = seen(html);
        for (const each of some(strings(letter))) {
          expect(text).toContain(each);
          expect(page).toContain(each);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("says the same words in the same order in both layouts of every kind of letter", () => {
    for (const [name, notice] of Object.entries(SAMPLES)) {
      // The plain text repeats the columns of a table in each row.
      if (["bulletin", "attendance-difference", "difference-standing"].includes(notice.content.kind))
        continue;
      const { text, html } = composeMail(notice, SENDER);
      expect(bare(seen(html)), name).toBe(bare(text));
    }
  });

  it("never lets a string add a line, a tag or an attribute", () => {
    const hostile = `"><script>alert('1')</script>\r\nBcc: a@example.org\u2028\u202Efdp.exe`;
    const { text, html } = layOut({
      sender: hostile,
      number: hostile,
      title: hostile,
      salutation: hostile,
      asks: [{ label: hostile, value: hostile, notes: [hostile] }],
      body: [
        { type: "paragraph", text: hostile },
        { type: "heading", text: hostile },
        { type: "facts", facts: [{ label: hostile, value: hostile }] },
        { type: "list", items: [hostile] },
        { type: "grid", caption: hostile, columns: [hostile, hostile], rows: [[hostile, hostile]] },
      ],
      date: hostile,
      footnotes: [hostile],
    });
    expect(html).not.toMatch(/<script/i);
    expect(html).toContain(
      "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; Bcc: a@example.org fdp.exe",
    );
    expect(text).not.toMatch(/^Bcc:/m);
    expect(`${text}${html}`).not.toMatch(/[\r\u2028\u202E]/);
  });

  it("is an accessible page that fetches nothing", () => {
    for (const notice of Object.values(SAMPLES)) {
      const { html } = composeMail(notice, SENDER);
      expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
      expect(html.match(/<h1 /g)).toHaveLength(1);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).not.toMatch(/<(?:img|script|link|style|iframe|form)|https?:|url\(|src=/i);
      // Tables that only place things say so; the others name their rows.
      for (const [table] of html.matchAll(/<table(?! role="presentation")[\s\S]*?<\/table>/g)) {
        expect(table).toContain('<th scope="row"');
      }
    }
  });
});
