/** Bytes of an RTF file → its words, as a reader sees them on paper. Objects are never opened. */
import type { UnreadPart } from "../../../domain/unread-part.ts";
import { DOUBT, shortName, type TextResult, unmarked } from "../file-text.ts";
import { betweenMargins } from "../page-margins.ts";
import { Story } from "../story.ts";
import { inSymbolFont } from "../symbol-fonts.ts";
import type { Line } from "../table-lines.ts";
import { formSetting, objectClass, symbolFonts } from "./form.ts";
import { RowPlan } from "./row-plan.ts";
import {
  APART,
  BARRED,
  CHARSETS,
  CODE_PAGES,
  ENTERED,
  FONT_ONLY,
  type GroupState,
  OUTSIDE,
  SYMBOLS,
  UNSAID,
} from "./words.ts";

const DEEPEST = 1000;
const MOST_APART = 2000;
const MOST_UNREAD = 50;

/** Reads an RTF file: paragraphs to lines, table rows to lines with tabs between cells. */
export function readRtf(bytes: Uint8Array): TextResult {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const text = new RtfText(source).read();
  if (text === undefined) return { ok: false, reason: { kind: "bomb", detail: "groups nested without end" } };
  const { lines, unread } = text;
  if (lines.every((line) => line.text.trim() === "")) return { ok: false, reason: { kind: "no-text-layer" } };
  return {
    ok: true,
    text: lines.map((line) => line.text).join("\n"),
    rows: lines.map(({ cells }) => cells),
    ...(unread.length > 0 && { unread }),
  };
}

/** Control word with its number, `\'hh`, another symbol, a brace, or text; a line break means nothing. */
const TOKEN = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([\da-fA-F]{2})|([^a-zA-Z]))|([{}])|[^\\{}\r\n]+/g;

class RtfText {
  readonly #source: string;
  /** The story that is read, and those it stands in. */
  readonly #stories: Story[] = [new Story()];
  /** Headers, footers and notes by their word. */
  readonly #apart: { readonly word: string; readonly lines: readonly Line[] }[] = [];
  readonly #unread: UnreadPart[] = [];
  /** Whether the first page, and the even ones, have headers of their own. */
  readonly #pages = { titlepg: false, facingp: false };
  /** Bytes not decoded yet: half a character may come as `\'hh` and the other half as a letter. */
  #bytes = "";
  #toSkip = 0;
  #documentPage = 1252;
  #font: number | undefined;
  readonly #fontPages = new Map<number, number>();
  #symbolFonts: ReadonlyMap<number, string> = new Map();
  readonly #groups: GroupState[] = [];
  #group: GroupState = OUTSIDE;
  readonly #row = new RowPlan();

  constructor(source: string) {
    this.#source = source;
  }

  read(): { readonly lines: readonly Line[]; readonly unread: readonly UnreadPart[] } | undefined {
    TOKEN.lastIndex = 0;
    let hasZeros = false;
    for (let match = TOKEN.exec(this.#source); match !== null; match = TOKEN.exec(this.#source)) {
      const [token, word, number, hex, symbol, brace] = match;
      hasZeros ||= token.includes("\0");
      if (brace === "{") {
        if (this.#groups.push(this.#group) > DEEPEST) return undefined;
        const { apart: _, ...state } = this.#group;
        this.#group = state;
        this.#toSkip = 0;
      } else if (brace === "}") {
        this.#flush();
        this.#endApart();
        this.#group = this.#groups.pop() ?? this.#group;
        this.#toSkip = 0;
        if (this.#groups.length === 0) break;
      } else if (word === "bin") TOKEN.lastIndex += Math.max(0, Number(number ?? 0));
      else if (word !== undefined) this.#word(word, number === undefined ? undefined : Number(number));
      else if (hex !== undefined) this.#add(String.fromCharCode(Number.parseInt(hex, 16)));
      else if (symbol !== undefined) this.#symbol(symbol);
      else for (const character of token) this.#add(character);
    }
    this.#flush();
    // Its groups are not closed: what stood behind is gone. A zero among its words was another byte; one in a picture's
    // data or behind its end wasn't.
    if (this.#groups.length > 0 || hasZeros) this.#unread.push({ kind: "damaged-part", name: "" });
    while (this.#stories.length > 1) this.#endApart("shptxt");
    const shown = (part: "header" | "footer") =>
      this.#apart
        .filter(({ word }) => word.startsWith(part) && this.#isShown(word))
        .flatMap(({ lines }) => lines);
    const notes = this.#apart.filter(({ word }) => word === "footnote").flatMap(({ lines }) => lines);
    const lines = betweenMargins(shown("header"), [...this.#story.lines(), ...notes], shown("footer"));
    return { lines, unread: this.#unread };
  }

  get #story(): Story {
    return this.#stories.at(-1) ?? new Story();
  }

  /** Headers of first and of even pages are printed where a file has such pages. */
  #isShown(word: string): boolean {
    return word.endsWith("f") ? this.#pages.titlepg : word.endsWith("l") ? this.#pages.facingp : true;
  }

  /** One byte of text. */
  #add(byte: string): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (this.#isSaid()) this.#bytes += byte;
  }

  #isSaid(): boolean {
    return this.#group.skip === false && this.#group.unsaid.size === 0;
  }

  #symbol(symbol: string): void {
    if (symbol === "*") {
      if (this.#group.skip === false) this.#group.skip = "unknown";
    } else if (symbol === "~") this.#add(" ");
    else if (symbol === "_") this.#add("-");
    else if (symbol === "\r" || symbol === "\n") this.#word("par", undefined);
    else if ("\\{}".includes(symbol)) this.#add(symbol);
  }

  #word(word: string, number: number | undefined): void {
    const group = this.#group;
    if (group.inFontTable) this.#fontWord(word, number);
    else if (BARRED.has(word)) {
      this.#flush();
      if (word === "fonttbl") this.#symbolFonts = symbolFonts(this.#source, TOKEN.lastIndex);
      this.#group = { ...group, skip: "barred", inFontTable: word === "fonttbl" };
    } else if (group.skip === "barred") return;
    else if (APART.has(word)) this.#beginApart(word);
    else if (ENTERED.has(word)) {
      const skip = this.#groups.at(-1)?.skip ?? false;
      this.#group = { ...group, skip, inner: group.inner || word === "nesttableprops" };
    } else if (word === "formfield") this.#formField();
    else if (word === "atrfstart" || word === "atrfend") this.#remarkMark(word);
    else if (group.skip !== false) return;
    else if (word === "u") this.#unicode(number ?? 0);
    else if (this.#isStructure(word)) this.#structure(word);
    else if (SYMBOLS[word] !== undefined) this.#symbolWord(SYMBOLS[word]);
    else this.#property(word, number);
  }

  #isStructure(word: string): boolean {
    return /^(?:par|cell|row|nestcell|nestrow)$/.test(word);
  }

  #structure(word: string): void {
    this.#flush();
    if (word === "par") {
      // The end of a paragraph that was deleted or is hidden: its words go on in the next.
      const { skip, unsaid } = this.#group;
      const isGone = skip !== false || ["v", "deleted", "mvf"].some((one) => unsaid.has(one));
      if (!isGone) this.#story.endParagraph(this.#group.inTable);
    } else if (word === "cell") this.#story.endCell();
    else if (word === "nestcell") this.#story.endInnerCell();
    else if (word === "nestrow") this.#story.endInnerRow();
    else this.#story.endRow(this.#row.plan, this.#row.left);
  }

  #property(word: string, number: number | undefined): void {
    const group = this.#group;
    if (UNSAID.has(word)) {
      this.#flush();
      const unsaid = new Set(group.unsaid);
      if (number === 0) unsaid.delete(word);
      else unsaid.add(word);
      group.unsaid = unsaid;
      return;
    }
    switch (word) {
      case "ansicpg":
        this.#documentPage = number ?? 1252;
        group.codePage = this.#documentPage;
        break;
      case "f":
      case "af":
        this.#useFont(number ?? 0);
        break;
      case "plain":
        this.#flush();
        group.unsaid = new Set([...group.unsaid].filter((one) => !FONT_ONLY.has(one)));
        group.symbols = undefined;
        break;
      case "uc":
        group.replacements = Math.min(Math.max(number ?? 1, 0), 16);
        break;
      case "intbl":
        group.inTable = true;
        break;
      case "pard":
        group.inTable = false;
        break;
      case "titlepg":
      case "facingp":
        this.#pages[word] = true;
        break;
      case "object": {
        const name = objectClass(this.#source, TOKEN.lastIndex);
        if (!/^(?:Equation|MathType)/i.test(name) && this.#unread.length < MOST_UNREAD)
          this.#unread.push({ kind: "enclosed-file", name: shortName(name) });
        break;
      }
      default:
        if (!group.inner) this.#row.take(word, number ?? 0);
    }
  }

  #beginApart(word: string): void {
    this.#flush();
    const isBox = word === "shptxt" || word === "dptxbxtext";
    // Inside what older programs show instead, the same box stands once more.
    if (this.#apart.length + this.#stories.length > MOST_APART) {
      this.#group = { ...this.#group, skip: "barred" };
      return;
    }
    const said = isBox && this.#group.unsaid.size > 0 ? "barred" : false;
    this.#group = { ...this.#group, skip: said, inTable: false, apart: word };
    this.#stories.push(new Story());
  }

  #endApart(word = this.#group.apart): void {
    if (word === undefined) return;
    const lines = this.#stories.pop()?.lines() ?? [];
    if (word === "shptxt" || word === "dptxbxtext") this.#story.addBox(lines);
    else if (word !== "annotation") this.#apart.push({ word, lines });
    else {
      const words = lines.map(({ text }) => text).join(" ");
      if (words.trim() !== "" && this.#unread.length < MOST_UNREAD)
        this.#unread.push({ kind: "remark", name: shortName(words) });
    }
  }

  /** Where the words begin and end that a remark is about. */
  #remarkMark(word: "atrfstart" | "atrfend"): void {
    this.#flush();
    this.#story.add(word === "atrfstart" ? DOUBT.open : DOUBT.close);
  }

  #formField(): void {
    const setting = formSetting(this.#source, TOKEN.lastIndex);
    if (setting === undefined || this.#group.unsaid.size > 0) return;
    this.#flush();
    if ("tick" in setting) this.#story.add(setting.tick ? "☑" : "□");
    else this.#story.add(this.#decodedEntry(setting.entry));
  }

  #decodedEntry(entry: string): string {
    const file = `{\\rtf1\\ansi\\ansicpg${this.#documentPage} ${entry}}`;
    // The tokens of this file are read on where they were.
    const { lastIndex } = TOKEN;
    const read = new RtfText(file).read();
    TOKEN.lastIndex = lastIndex;
    return read?.lines.map(({ text }) => text).join(" ") ?? "";
  }

  #fontWord(word: string, number: number | undefined): void {
    if (word === "f") this.#font = number;
    const page = word === "fcharset" ? CHARSETS[number ?? 0] : undefined;
    if (page !== undefined && this.#font !== undefined) this.#fontPages.set(this.#font, page);
  }

  #useFont(font: number): void {
    const page = this.#fontPages.get(font) ?? this.#documentPage;
    const symbols = this.#symbolFonts.get(font);
    if (page === this.#group.codePage && symbols === this.#group.symbols) return;
    this.#flush();
    this.#group.codePage = page;
    this.#group.symbols = symbols;
  }

  #unicode(number: number): void {
    this.#flush();
    if (this.#isSaid())
      this.#story.add(inSymbolFont(this.#group.symbols, String.fromCharCode(number & 0xffff)));
    this.#toSkip = this.#group.replacements;
  }

  #symbolWord(text: string): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (this.#isSaid()) {
      this.#flush();
      if (text === "\t") this.#story.tab(this.#group.inTable);
      else if (text === "\n") this.#story.endParagraph(this.#group.inTable);
      else this.#story.add(text);
    }
  }

  #flush(): void {
    if (this.#bytes === "") return;
    const { codePage, symbols } = this.#group;
    const label = symbols === undefined ? (CODE_PAGES[codePage] ?? "windows-1252") : "latin1";
    const text = new TextDecoder(label).decode(Buffer.from(this.#bytes, "latin1"));
    this.#story.add(inSymbolFont(symbols, unmarked(text)));
    this.#bytes = "";
  }
}
