/**
 * The words of a Word file in XML, as a reader sees them on paper: lines of paragraphs, tables, boxes and fields, without
 * what is crossed out, hidden, deleted or only asked for. One walk for DOCX, its flat form and Word 2003.
 */
import { DOUBT } from "../file-text.ts";
import { inSymbolFont } from "../symbol-fonts.ts";
import { type Line, lineOf, linesOfTable, type TableCell } from "../table-lines.ts";
import { attributeOf, childOf, type XmlElement } from "../xml.ts";
import { contentOf, isEndGone, isHiddenShape, isRange, settingOf, styleOf, symbolOf } from "./elements.ts";
import { hasOn, type StyledBy, type Styles, valOf } from "./marks.ts";

/** What a walk needs of the file around the part it walks over. */
export interface Surroundings {
  readonly styles: Styles;
  /** The lines of a chunk or drawing that lies in another part; undefined where it was not read. */
  readonly enclosed: (relation: string) => readonly Line[] | undefined;
  /** The comments that have words: where they begin and end, the words between are doubtful. */
  readonly remarked: ReadonlySet<string>;
  /** Told of every footnote that the text refers to. */
  readonly noteFound: (kind: "footnote" | "endnote", id: string) => void;
  /** Told of an object or control whose words can't be read, by its program's name. */
  readonly unreadFound: (name: string) => void;
  /** Whether the text is a page's header or footer, where a drawn word is a watermark. */
  readonly onEveryPage?: boolean;
}

/** Elements whose words are not said: taken out, moved away, instructions, properties, a reading aid. */
const SILENT = new Set(
  "pPr rPr tblPr tblGrid tcPr trPr sdtPr sdtEndPr sectPr del moveFrom delText instrText delInstrText rt comment".split(
    " ",
  ),
);
/** Objects that draw what no text says. */
const DRAWN_OBJECT = /^(?:Equation|Visio|PBrush|Paint|ChemDraw|MathType|WPSEquation|KET\.Equation)/i;

/** Walks over one part of a file; fields may begin in one paragraph and end in another. */
export class WordWalk {
  readonly #around: Surroundings;
  /** For each field that is open whether its result has begun: before that, its words are an instruction. */
  readonly #fields: boolean[] = [];
  #boxes: Line[] = [];

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The lines of a body, header, note or box. */
  lines(element: XmlElement, table?: string): Line[] {
    const lines: Line[] = [];
    /** The words of paragraphs whose end was deleted: they go on in the next. */
    let before = "";
    for (const child of element.children) {
      if (child.name === "p") {
        const outer = this.#boxes;
        this.#boxes = [];
        const words = before + this.#words(child, { table, paragraph: styleOf(child, "pPr", "pStyle") });
        before = isEndGone(child) ? words : "";
        if (before === "") lines.push(...words.split("\n").map(lineOf));
        lines.push(...this.#boxes);
        this.#boxes = outer;
      } else if (child.name === "tbl") lines.push(...this.#table(child));
      else if (child.name === "altChunk" || child.name === "subDoc") lines.push(...this.#chunk(child));
      else if (child.name === "AlternateContent")
        lines.push(...this.#alternative(child, (branch) => this.lines(branch, table)));
      else if (isRange(child)) lines.push(...this.#mark(child).map(lineOf));
      else if (!this.#isSilent(child)) lines.push(...this.lines(contentOf(child), table));
    }
    if (before !== "") lines.push(...before.split("\n").map(lineOf));
    return joined(lines);
  }

  #chunk(child: XmlElement): readonly Line[] {
    const relation = attributeOf(child, "id") ?? "";
    return this.#around.enclosed(relation) ?? [];
  }

  #table(table: XmlElement): Line[] {
    const style = styleOf(table, "tblPr", "tblStyle");
    return linesOfTable(this.#rows(table).map((row) => this.#cells(row, style)));
  }

  #rows(table: XmlElement): XmlElement[] {
    return table.children.flatMap((child) => {
      if (child.name !== "tr") return this.#isSilent(child) ? [] : this.#rows(contentOf(child));
      const properties = childOf(child, "trPr");
      return childOf(properties, "del") !== undefined || hasOn(properties, "hidden") ? [] : [child];
    });
  }

  #cells(row: XmlElement, style: string | undefined): TableCell[] {
    const cells: TableCell[] = [];
    const skipped = Number(valOf(childOf(childOf(row, "trPr"), "gridBefore")) ?? 0);
    if (skipped > 0) cells.push({ lines: [], across: skipped });
    this.#addCells(row, style, cells);
    return cells;
  }

  #addCells(row: XmlElement, style: string | undefined, cells: TableCell[]): void {
    for (const child of row.children) {
      if (child.name !== "tc") {
        if (!this.#isSilent(child)) this.#addCells(contentOf(child), style, cells);
        continue;
      }
      const properties = childOf(child, "tcPr");
      if (childOf(properties, "cellDel") !== undefined) continue;
      const across = Math.max(Number(valOf(childOf(properties, "gridSpan")) ?? 1) || 1, 1);
      const down = childOf(properties, "vMerge") ?? childOf(properties, "vmerge");
      const beside = childOf(properties, "hMerge") ?? childOf(properties, "hmerge");
      const last = cells.at(-1);
      if (beside !== undefined && valOf(beside) !== "restart" && last !== undefined) {
        cells.splice(-1, 1, { ...last, across: (last.across ?? 1) + across });
        continue;
      }
      const lines = this.lines(child, style).map(({ text }) => text);
      cells.push({ lines, across, continues: down !== undefined && valOf(down) !== "restart" });
    }
  }

  /** The words inside a paragraph or a part of one; boxes that hang on it are put aside. */
  #words(element: XmlElement, by: StyledBy): string {
    return element.children.map((child) => this.#wordsOf(child, by)).join("");
  }

  #wordsOf(child: XmlElement, by: StyledBy): string {
    if (this.#isSilent(child)) return "";
    switch (child.name) {
      case "r":
        return this.#run(child, by);
      case "t":
        return this.#isSaid() ? child.text.replace(/[\n\t\r]/g, " ") : "";
      case "tab":
      case "ptab":
        return this.#isSaid() ? " " : "";
      case "br":
      case "cr":
        return this.#isSaid() ? "\n" : "";
      case "noBreakHyphen":
        return "-";
      case "sym":
        return this.#isSaid() ? symbolOf(child) : "";
      case "fldChar":
        return this.#field(child);
      case "txbxContent":
      case "txBody":
      // Word 2003 keeps a note where it is referred to.
      case "footnote":
      case "endnote":
        if (this.#isSaid()) this.#boxes.push(...new WordWalk(this.#around).lines(child));
        return "";
      case "textpath":
        return this.#around.onEveryPage === true ? "" : (attributeOf(child, "string") ?? "");
      case "AlternateContent":
        return this.#alternative(child, (branch) => this.#words(branch, by));
      case "sdt":
        return this.#words(contentOf(child), by);
      case "footnoteReference":
      case "endnoteReference":
        this.#around.noteFound(
          child.name === "footnoteReference" ? "footnote" : "endnote",
          attributeOf(child, "id") ?? "",
        );
        return "";
      case "OLEObject":
      case "control":
        return this.#object(child);
      case "relIds":
        this.#boxes.push(...(this.#around.enclosed(attributeOf(child, "dm") ?? "") ?? []));
        return "";
      default:
        return isRange(child) ? this.#mark(child).join("") : this.#words(child, by);
    }
  }

  #run(run: XmlElement, by: StyledBy): string {
    const properties = childOf(run, "rPr");
    // Words of a drawing have their line in an attribute.
    const line = properties && attributeOf(properties, "strike");
    if (line !== undefined && line !== "noStrike") return "";
    if (this.#around.styles.isUnsaid(properties, by)) {
      // A field's marks count wherever they stand.
      for (const mark of run.children) if (mark.name === "fldChar") this.#field(mark);
      return "";
    }
    const words = this.#words(run, by);
    const fonts = childOf(properties, "rFonts");
    if (fonts === undefined || words === "") return words;
    return inSymbolFont(attributeOf(fonts, "ascii") ?? attributeOf(fonts, "hAnsi"), words);
  }

  /** Of a field only the result is said. A tick box or list of an old form has none but its settings. */
  #field(mark: XmlElement): string {
    switch (attributeOf(mark, "fldCharType")) {
      case "begin":
        this.#fields.push(false);
        return this.#fields.slice(0, -1).includes(false) ? "" : settingOf(childOf(mark, "ffData"));
      case "separate":
        this.#fields.splice(-1, 1, ...this.#fields.slice(-1).map(() => true));
        return "";
      case "end":
        this.#fields.pop();
        return "";
      default:
        return "";
    }
  }

  #isSaid(): boolean {
    return !this.#fields.includes(false);
  }

  /** The branch for newer programs; the one for older ones says the same, or it where the newer one has no words. */
  #alternative<T extends string | readonly Line[]>(element: XmlElement, read: (branch: XmlElement) => T): T {
    let last: T | undefined;
    for (const branch of element.children) {
      const boxes = this.#boxes.length;
      last = read(branch);
      const words = typeof last === "string" ? last : last.map(({ text }) => text).join("");
      if (words.trim() !== "" || this.#boxes.length > boxes) return last;
    }
    return last ?? read({ ...element, children: [] });
  }

  #object(object: XmlElement): string {
    const name = attributeOf(object, "ProgID") ?? attributeOf(object, "name") ?? object.name;
    if (!DRAWN_OBJECT.test(name)) this.#around.unreadFound(name);
    return "";
  }

  /** The ends of a comment's range. Word 2003 keeps them, as all changes, in annotations. */
  #mark(range: XmlElement): string[] {
    if (!this.#around.remarked.has(attributeOf(range, "id") ?? "")) return [];
    const isStart = range.name === "commentRangeStart" || attributeOf(range, "type") === "Word.Comment.Start";
    return [isStart ? DOUBT.open : DOUBT.close];
  }

  #isSilent(element: XmlElement): boolean {
    if (SILENT.has(element.name)) return true;
    if (element.name === "annotation")
      return /^Word\.(?:Deletion|Comment)$/.test(attributeOf(element, "type") ?? "");
    // What a form asks for until something is typed: 单击此处输入文字.
    if (element.name === "sdt") return hasOn(childOf(element, "sdtPr"), "showingPlcHdr");
    if (element.name === "drawing" || element.name === "pict") return isHiddenShape(element);
    return false;
  }
}

/** Marks of doubt that stand alone on a line belong to the one after or before it. */
function joined(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let before = "";
  for (const line of lines) {
    if (line.text === DOUBT.open) before += line.text;
    else if (line.text === DOUBT.close && result.length > 0) {
      const last = result.pop() ?? line;
      result.push({ ...last, text: last.text + line.text });
    } else {
      result.push(before === "" ? line : { ...line, text: before + line.text });
      before = "";
    }
  }
  const last = result.pop();
  return last === undefined ? [] : [...result, { ...last, text: last.text + before }];
}
