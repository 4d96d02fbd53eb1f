/** What does an RTF file say, whatever code pages its Chinese is written in? */
import type { TextResult } from "./file-text.ts";

/** Groups whose content is no text of the document's body: tables of fonts, pictures, objects, headers. */
const SKIPPED = new Set(
  "fonttbl colortbl stylesheet info pict object objdata header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc aftnsep aftnsepc sp shprslt tc xe themedata datastore nonesttables xmlnstbl listtable listoverridetable revtbl rsidtbl generator".split(
    " ",
  ),
);
/** Text boxes and the marks of nested tables stand inside groups that older readers are told to ignore. */
const ENTERED = new Set(["shpinst", "shptxt", "nesttableprops"]);
/** Code pages as TextDecoder calls them; GB 18030 contains GBK. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  54936: "gb18030",
  65001: "utf-8",
};
/** A font's character set → its code page. Others are the document's own. */
const CHARSETS: Readonly<Record<number, number>> = { 128: 932, 129: 949, 134: 936, 136: 950 };
const SYMBOLS: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  page: "\n",
  sect: "\n",
  cell: "\t",
  nestcell: "\t",
  emdash: "—",
  endash: "–",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  emspace: " ",
  enspace: " ",
};
const DEEPEST = 1000;

/** What holds inside one group. */
interface GroupState {
  skip: boolean;
  readonly inFontTable: boolean;
  hidden: boolean;
  inTable: boolean;
  codePage: number;
  /** Characters that follow a `\u` for readers that don't know it. */
  replacements: number;
}

/** Reads an RTF file: paragraphs to lines, table rows to lines with tabs between cells. Objects are never opened. */
export function readRtf(bytes: Uint8Array): TextResult {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const text = new RtfText().read(source);
  if (text === undefined) return { ok: false, reason: { kind: "bomb", detail: "groups nested without end" } };
  return text.trim() === "" ? { ok: false, reason: { kind: "no-text-layer" } } : { ok: true, text };
}

/** Control word with its number, `\'hh`, another symbol, a brace, or text; a line break means nothing. */
const TOKEN = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([\da-fA-F]{2})|([^a-zA-Z]))|([{}])|[^\\{}\r\n]+/g;

class RtfText {
  #lines: string[] = [];
  #line = "";
  /** Bytes not decoded yet: half a character may come as `\'hh` and the other half as a letter. */
  #bytes = "";
  #toSkip = 0;
  #documentPage = 1252;
  #font: number | undefined;
  readonly #fontPages = new Map<number, number>();
  readonly #groups: GroupState[] = [];
  #group: GroupState = {
    skip: false,
    inFontTable: false,
    hidden: false,
    inTable: false,
    codePage: 1252,
    replacements: 1,
  };

  read(source: string): string | undefined {
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
      const [token, word, number, hex, symbol, brace] = match;
      if (brace === "{") {
        if (this.#groups.push(this.#group) > DEEPEST) return undefined;
        this.#group = { ...this.#group };
        this.#toSkip = 0;
      } else if (brace === "}") {
        this.#flush();
        this.#group = this.#groups.pop() ?? this.#group;
        this.#toSkip = 0;
        if (this.#groups.length === 0) break;
      } else if (word === "bin") TOKEN.lastIndex += Math.max(0, Number(number ?? 0));
      else if (word !== undefined) this.#word(word, number === undefined ? undefined : Number(number));
      else if (hex !== undefined) this.#add(String.fromCharCode(Number.parseInt(hex, 16)));
      else if (symbol !== undefined) this.#symbol(symbol);
      else for (const character of token) this.#add(character);
    }
    this.#endLine();
    return this.#lines.join("\n");
  }

  /** One byte of text. */
  #add(byte: string): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (!this.#group.skip && !this.#group.hidden) this.#bytes += byte;
  }

  #symbol(symbol: string): void {
    if (symbol === "*") this.#group.skip = true;
    else if (symbol === "~") this.#add(" ");
    else if (symbol === "_") this.#add("-");
    else if (symbol === "\r" || symbol === "\n") this.#word("par", undefined);
    else if ("\\{}".includes(symbol)) this.#add(symbol);
  }

  #word(word: string, number: number | undefined): void {
    const group = this.#group;
    if (group.inFontTable) this.#fontWord(word, number);
    else if (SKIPPED.has(word)) {
      this.#flush();
      this.#group = { ...group, skip: true, inFontTable: word === "fonttbl" };
    } else if (ENTERED.has(word)) group.skip = this.#groups.at(-1)?.skip === true && word !== "shptxt";
    else if (group.skip) return;
    else if (word === "u") this.#unicode(number ?? 0);
    else if (word === "par" || word === "row" || word === "nestrow") this.#endParagraph(word);
    else if (SYMBOLS[word] !== undefined) this.#symbolWord(SYMBOLS[word]);
    else this.#property(word, number);
  }

  #property(word: string, number: number | undefined): void {
    const group = this.#group;
    const on = number !== 0;
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
        group.hidden = false;
        break;
      case "v":
      case "deleted":
        this.#flush();
        group.hidden = on;
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
    }
  }

  #fontWord(word: string, number: number | undefined): void {
    if (word === "f") this.#font = number;
    const page = word === "fcharset" ? CHARSETS[number ?? 0] : undefined;
    if (page !== undefined && this.#font !== undefined) this.#fontPages.set(this.#font, page);
  }

  #useFont(font: number): void {
    const page = this.#fontPages.get(font) ?? this.#documentPage;
    if (page === this.#group.codePage) return;
    this.#flush();
    this.#group.codePage = page;
  }

  #unicode(number: number): void {
    this.#flush();
    if (!this.#group.hidden) this.#line += String.fromCharCode(number & 0xffff);
    this.#toSkip = this.#group.replacements;
  }

  #symbolWord(text: string): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (this.#group.hidden) return;
    else {
      this.#flush();
      if (text === "\n" && !this.#group.inTable) this.#endLine();
      else this.#line = text === "\t" ? `${this.#line.trimEnd()}\t` : this.#line + text;
    }
  }

  #endParagraph(word: "par" | "row" | "nestrow"): void {
    this.#flush();
    if (word === "par" && this.#group.inTable) {
      this.#line += "\n";
      return;
    }
    // A row of one cell is a frame round a text: its paragraphs stay lines.
    if (this.#line.trimEnd().includes("\t"))
      this.#line = this.#line
        .replaceAll("\n", " ")
        .replace(/ *\t */g, "\t")
        .trimStart();
    this.#endLine();
  }

  #endLine(): void {
    this.#flush();
    this.#lines.push(this.#line.trimEnd());
    this.#line = "";
  }

  #flush(): void {
    if (this.#bytes === "") return;
    const label = CODE_PAGES[this.#group.codePage] ?? "windows-1252";
    this.#line += new TextDecoder(label).decode(Buffer.from(this.#bytes, "latin1"));
    this.#bytes = "";
  }
}
