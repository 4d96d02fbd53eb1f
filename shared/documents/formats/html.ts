/**
 * Bytes of an HTML page → its words, as office systems save under the name of .doc or .xls. Nothing it refers to is
 * fetched, nothing in it is run.
 */
import { Parser } from "htmlparser2";
import type { UnreadPart } from "../../domain/unread-part.ts";
import { shortName, type TextResult } from "./file-text.ts";
import { PageStyle } from "./html-style.ts";
import { readPlainText } from "./plain-text.ts";
import { type Line, lineOf, linesOfTable, type TableCell } from "./table-lines.ts";

const UNSEEN = new Set(
  "script style head title xml noscript object embed iframe template datalist rt rp".split(" "),
);
const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table br hr blockquote pre center section article header footer caption form fieldset textarea".split(
    " ",
  ),
);
const CELLS = new Set(["td", "th"]);
/** Elements whose words are no longer said. */
const STRUCK = new Set(["s", "del", "strike"]);
/** Fields whose value nobody sees, or that are buttons. */
const NO_TEXT_FIELD = /^(?:hidden|password|submit|button|reset|image|file)$/i;
const META_WITHIN = 4096;
const MOST_UNREAD = 50;

/**
 * Reads an HTML file: blocks to lines, table rows to lines with tabs between cells. `sheets` are style sheets that came
 * with the page in files of their own.
 */
export function readHtml(bytes: Uint8Array, sheets: readonly string[] = []): TextResult {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const page = new Page(decoded.text, sheets).read();
  const { lines } = page;
  const unread = [...(decoded.unread ?? []), ...page.unread];
  if (lines.every(({ text }) => text.trim() === "")) return { ok: false, reason: { kind: "no-text-layer" } };
  return {
    ok: true,
    text: lines.map(({ text }) => text).join("\n"),
    rows: lines.map(({ cells }) => cells),
    ...(unread.length > 0 && { unread }),
  };
}

/** As plain text is decoded; what the page says of itself counts only where it is neither UTF-8 nor Chinese. */
function decode(bytes: Uint8Array): TextResult {
  const head = Buffer.from(bytes.subarray(0, META_WITHIN)).toString("latin1");
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase();
  if (declared === "big5") return { ok: true, text: new TextDecoder("big5").decode(bytes) };
  return readPlainText(bytes);
}

/** How an element shows its words; what is not shown, or crossed out, stays so for all inside it. */
interface Open {
  readonly isGone: boolean;
  readonly isInvisible: boolean;
  readonly isStruck: boolean;
  /** A part that a page keeps for Word: a comment. */
  readonly isRemark: boolean;
}

const ROOT: Open = { isGone: false, isInvisible: false, isStruck: false, isRemark: false };

/** What words are added to: the page, a cell, or an option of a list. */
interface Block {
  readonly lines: Line[];
  current: string;
}

interface Table {
  readonly rows: TableCell[][];
}

/** A list of a form: of its options only the chosen one shows. */
interface Choice {
  readonly options: { readonly block: Block; readonly isChosen: boolean }[];
}

/** The number of a footnote, in the text and before the note itself, as Word and LibreOffice link them. */
function isNoteMark(name: string, { href = "" }: Readonly<Record<string, string>>): boolean {
  return name === "a" && /^#(?:_(?:ftn|edn)(?:ref)?\d|sd(?:foot|end)note\d+(?:sym|anc))/.test(href);
}

class Page {
  readonly #html: string;
  readonly #style: PageStyle;
  readonly #open: Open[] = [ROOT];
  readonly #blocks: Block[] = [{ lines: [], current: "" }];
  readonly #tables: Table[] = [];
  /** For each open cell how far it reaches; undefined for one that doesn't show. */
  readonly #cells: ({ across: number; down: number } | undefined)[] = [];
  readonly #choices: Choice[] = [];
  readonly #unread: UnreadPart[] = [];
  #remark = "";

  constructor(html: string, sheets: readonly string[]) {
    this.#html = html;
    this.#style = new PageStyle(html, sheets);
  }

  read(): { readonly lines: readonly Line[]; readonly unread: readonly UnreadPart[] } {
    const parser = new Parser({
      onopentag: (name, attributes) => this.#begin(name, attributes),
      ontext: (text) => this.#say(text),
      onclosetag: (name) => this.#end(name),
    });
    parser.end(this.#html);
    while (this.#cells.length > 0) this.#endCell();
    while (this.#tables.length > 0) this.#endTable();
    this.#endLine();
    // What stood behind is gone.
    if (/<html[\s>]/iu.test(this.#html) && !/<\/html\s*>/iu.test(this.#html))
      this.#unread.push({ kind: "damaged-part", name: "" });
    return { lines: this.#block.lines, unread: this.#unread };
  }

  get #block(): Block {
    return this.#blocks.at(-1) ?? { lines: [], current: "" };
  }

  get #shown(): Open {
    return this.#open.at(-1) ?? ROOT;
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>): void {
    const outer = this.#shown;
    const style = this.#style.of({ name, attributes });
    const shown: Open = {
      isGone:
        outer.isGone ||
        UNSEEN.has(name) ||
        isNoteMark(name, attributes) ||
        style.display === "none" ||
        style.msoHide === "all" ||
        ("hidden" in attributes && style.display === undefined),
      isInvisible:
        style.visibility === undefined ? outer.isInvisible : /^(?:hidden|collapse)/.test(style.visibility),
      isStruck: outer.isStruck || STRUCK.has(name) || /line-through/.test(style.decoration ?? ""),
      isRemark: outer.isRemark || /^comment/.test(style.msoElement ?? ""),
    };
    this.#open.push(shown);
    this.#beginElement(name, attributes, shown);
  }

  #beginElement(name: string, attributes: Readonly<Record<string, string>>, shown: Open): void {
    if (/^(?:iframe|embed|object)$/.test(name)) this.#noteEnclosed(attributes, shown);
    else if (name === "table") {
      this.#endLine();
      this.#tables.push({ rows: [] });
    } else if (name === "tr") {
      if (this.#tables.length === 0) this.#tables.push({ rows: [] });
      if (!shown.isGone) this.#tables.at(-1)?.rows.push([]);
    } else if (CELLS.has(name)) {
      const reach = (attribute: string) =>
        Math.max(Number.parseInt(attributes[attribute] ?? "1", 10) || 1, 1);
      this.#cells.push(shown.isGone ? undefined : { across: reach("colspan"), down: reach("rowspan") });
      this.#blocks.push({ lines: [], current: "" });
    } else if (name === "input") this.#field(attributes);
    else if (name === "select") this.#choices.push({ options: [] });
    else if (name === "option" && this.#choices.length > 0) {
      const block = { lines: [], current: "" };
      this.#choices.at(-1)?.options.push({ block, isChosen: "selected" in attributes });
      this.#blocks.push(block);
    } else if (BLOCKS.has(name)) this.#endLine();
  }

  #say(text: string): void {
    const { isGone, isInvisible, isStruck, isRemark } = this.#shown;
    if (isRemark && !isGone) this.#remark += text;
    if (!isGone && !isInvisible && !isStruck && !isRemark) this.#add(text.replace(/[\s\u00a0]+/g, " "));
  }

  #add(words: string): void {
    const block = this.#block;
    block.current += /(?:^|\s)$/.test(block.current) ? words.trimStart() : words;
  }

  #end(name: string): void {
    const { isRemark } = this.#open.length > 1 ? (this.#open.pop() ?? ROOT) : ROOT;
    if (isRemark && !this.#shown.isRemark) this.#endRemark();
    if (CELLS.has(name)) this.#endCell();
    else if (name === "table") this.#endTable();
    else if (name === "option" && this.#choices.length > 0 && this.#blocks.length > 1) this.#blocks.pop();
    else if (name === "select") this.#endChoice();
    else if (name !== "tr" && BLOCKS.has(name)) this.#endLine();
  }

  #endRemark(): void {
    const words = shortName(this.#remark);
    this.#remark = "";
    if (words !== "" && this.#unread.length < MOST_UNREAD) this.#unread.push({ kind: "remark", name: words });
  }

  #endCell(): void {
    if (this.#cells.length === 0) return;
    this.#endLine();
    const reach = this.#cells.pop();
    const block = this.#blocks.length > 1 ? this.#blocks.pop() : undefined;
    const table = this.#tables.at(-1);
    if (reach === undefined || block === undefined || table === undefined) return;
    const row = table.rows.at(-1) ?? [];
    if (table.rows.length === 0) table.rows.push(row);
    row.push({ lines: block.lines.map(({ text }) => text), ...reach });
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    this.#endLine();
    this.#block.lines.push(...linesOfTable(table.rows));
  }

  #endLine(): void {
    const block = this.#block;
    const words = block.current.trim();
    if (words !== "") block.lines.push(lineOf(words));
    block.current = "";
  }

  /** What is typed or ticked in a form. */
  #field(attributes: Readonly<Record<string, string>>): void {
    const type = attributes.type ?? "text";
    if (/^(?:checkbox|radio)$/i.test(type)) this.#say("checked" in attributes ? "☑" : "□");
    else if (!NO_TEXT_FIELD.test(type)) this.#say(attributes.value ?? "");
  }

  #endChoice(): void {
    const options = this.#choices.pop()?.options ?? [];
    const chosen = options.filter(({ isChosen }) => isChosen);
    for (const { block } of chosen.length > 0 ? chosen : options.slice(0, 1))
      this.#add(block.lines.map(({ text }) => text).join(" ") + block.current);
  }

  #noteEnclosed(attributes: Readonly<Record<string, string>>, shown: Open): void {
    const name = attributes.src ?? attributes.data;
    // Always unseen itself; what counts is whether it stands where something shows.
    const outer = this.#open.at(-2) ?? shown;
    if (name !== undefined && !outer.isGone && this.#unread.length < MOST_UNREAD)
      this.#unread.push({ kind: "enclosed-file", name: shortName(name) });
  }
}
