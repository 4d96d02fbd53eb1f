/** The stories of a Word 97 file as lines: what is said in paragraphs, fields, cells and rows. */

import { Story } from "../story.ts";
import { inSymbolFont } from "../symbol-fonts.ts";
import type { Line } from "../table-lines.ts";
import type { Piece, Word97File } from "./file.ts";
import { fontNames, settingAt } from "./form.ts";
import { characterRuns, paragraphRuns, propertiesOf, type Run, runAt, SPRM } from "./properties.ts";
import { rowPlan } from "./rows.ts";
import { Styles97, type Unsaid } from "./styles.ts";

/** Word's marks inside its text ([MS-DOC] 2.4.1). */
const MARK = {
  picture: "\x01",
  cell: "\x07",
  line: "\x0b",
  page: "\x0c",
  paragraph: "\r",
  column: "\x0e",
  field: "\x13",
  result: "\x14",
  fieldEnd: "\x15",
  hyphen: "\x1e",
  symbol: "(",
} as const;

/** A stretch of characters formatted alike. */
interface Stretch {
  readonly text: string;
  readonly run: Run | undefined;
  readonly formatting: Buffer;
}

/** Reads the stories of one file. */
export class StoryReader {
  readonly #file: Word97File;
  readonly #pieces: readonly Piece[];
  readonly #characters: readonly Run[];
  readonly #paragraphs: readonly Run[];
  readonly #styles: Styles97;
  readonly #fonts: readonly string[];
  /** Programs of the objects found. */
  readonly objects = new Set<string>();

  constructor(file: Word97File) {
    this.#file = file;
    this.#pieces = file.pieces;
    this.#characters = characterRuns(file);
    this.#paragraphs = paragraphRuns(file);
    this.#styles = new Styles97(file);
    this.#fonts = fontNames(file);
  }

  /** The lines of the text between two characters' numbers. */
  lines(start: number, end: number): readonly Line[] {
    const story = new Story();
    const fields = new Fields(this.objects);
    let open: Stretch[] = [];
    for (const { text, at, run, formatting, width } of this.#stretches(start, end)) {
      let from = 0;
      for (let place = 0; place < text.length; place++) {
        const mark = text[place];
        if (mark !== MARK.paragraph && mark !== MARK.cell && mark !== MARK.page) continue;
        open.push({ text: text.slice(from, place), run, formatting });
        this.#endParagraph(story, fields, open, {
          mark,
          paragraph: runAt(this.#paragraphs, at + place * width),
          run,
          formatting,
        });
        open = [];
        from = place + 1;
      }
      open.push({ text: text.slice(from), run, formatting });
    }
    story.add(this.#said(open, 0, fields));
    return story.lines();
  }

  /** The text in stretches that lie together and are formatted alike. */
  *#stretches(start: number, end: number): Generator<Stretch & { at: number; width: number }> {
    for (const piece of this.#pieces) {
      const { text, at, width, formatting } = piece;
      const last = Math.min(piece.text.length, end - piece.start);
      for (let from = Math.max(start - piece.start, 0); from < last; ) {
        const place = at + from * width;
        const run = runAt(this.#characters, place);
        const to = run === undefined ? from + 1 : from + Math.max(Math.ceil((run.end - place) / width), 1);
        yield { text: text.slice(from, Math.min(to, last)), run, formatting, at: place, width };
        from = to;
      }
    }
  }

  #endParagraph(
    story: Story,
    fields: Fields,
    open: readonly Stretch[],
    end: {
      readonly mark: string;
      readonly paragraph: Run | undefined;
      readonly run: Run | undefined;
      readonly formatting: Buffer;
    },
  ): void {
    const style = end.paragraph?.style ?? 0;
    const list = end.paragraph?.list ?? Buffer.alloc(0);
    story.add(this.#said(open, style, fields));
    const has = new Map([...propertiesOf(list)].map(({ sprm, operand }) => [sprm, operand]));
    const isOn = (sprm: number) => (has.get(sprm)?.[0] ?? 0) === 1;
    const inTable = isOn(SPRM.inTable) || (has.get(SPRM.depth)?.readUInt32LE(0) ?? 0) > 0;
    if (isOn(SPRM.innerRowEnd)) story.endInnerRow();
    else if (isOn(SPRM.innerCell)) story.endInnerCell();
    else if (isOn(SPRM.rowEnd)) {
      const { plan, left } = rowPlan(list);
      story.endRow(plan, left);
    } else if (end.mark === MARK.cell) story.endCell();
    else {
      // The end of a paragraph that was deleted or is hidden: its words go on in the next.
      const { hidden, deleted } = this.#unsaid(end, style);
      if (!hidden && !deleted) story.endParagraph(inTable);
    }
  }

  #unsaid({ run, formatting }: Pick<Stretch, "run" | "formatting">, style: number): Unsaid {
    return this.#styles.unsaid(style, run?.list ?? Buffer.alloc(0), formatting);
  }

  #said(stretches: readonly Stretch[], style: number, fields: Fields): string {
    let words = "";
    for (const stretch of stretches) {
      if (stretch.text === "") continue;
      const isGone = isUnsaid(this.#unsaid(stretch, style));
      const drawn = isGone ? "" : this.#drawn(stretch);
      for (const character of drawn === "" ? stretch.text : drawn) {
        if (fields.isMark(character)) continue;
        if (character === MARK.picture && !isGone && fields.isForm) words += this.#setting(stretch);
        if (fields.isInstruction(character) || isGone) continue;
        words += plain(character);
      }
    }
    return words;
  }

  /** Words in a font of symbols, and single symbols of such a font, as what they look like. */
  #drawn({ text, run }: Stretch): string {
    let font: string | undefined;
    for (const { sprm, operand } of propertiesOf(run?.list ?? Buffer.alloc(0))) {
      if (sprm === SPRM.font) font = this.#fonts[operand.readUInt16LE(0)];
      if (sprm === SPRM.symbol && text === MARK.symbol)
        return inSymbolFont(
          this.#fonts[operand.readUInt16LE(0)],
          String.fromCharCode(operand.readUInt16LE(2)),
        );
    }
    return inSymbolFont(font, text);
  }

  #setting({ run }: Stretch): string {
    for (const { sprm, operand } of propertiesOf(run?.list ?? Buffer.alloc(0)))
      if (sprm === SPRM.picture) return settingAt(this.#file.data, operand.readUInt32LE(0)) ?? "";
    return "";
  }
}

function isUnsaid({ strike, doubleStrike, hidden, deleted }: Unsaid): boolean {
  return strike || doubleStrike || hidden || deleted;
}

function plain(character: string): string {
  if (character === MARK.line || character === MARK.column) return "\n";
  if (character === MARK.hyphen) return "-";
  return /[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(character)
    ? character === "\t"
      ? "\t"
      : ""
    : character;
}

/** Of a field (mark, instruction, mark, result, mark), which may hold others, only its result is said. */
class Fields {
  readonly #open: { instruction: string; hasResult: boolean }[] = [];
  readonly #objects: Set<string>;

  constructor(objects: Set<string>) {
    this.#objects = objects;
  }

  isMark(character: string): boolean {
    if (character === MARK.field) this.#open.push({ instruction: "", hasResult: false });
    else if (character === MARK.result) {
      const field = this.#open.at(-1);
      if (field !== undefined) field.hasResult = true;
    } else if (character === MARK.fieldEnd) {
      const [, name] = /^\s*EMBED\s+(\S{1,60})/i.exec(this.#open.pop()?.instruction ?? "") ?? [];
      if (name !== undefined && !/^(?:Equation|MathType)/i.test(name)) this.#objects.add(name);
    } else return false;
    return true;
  }

  /** Whether a character belongs to an instruction; it is kept there. */
  isInstruction(character: string): boolean {
    const field = this.#open.find(({ hasResult }) => !hasResult);
    if (field === undefined) return false;
    if (field.instruction.length < 200) field.instruction += character;
    return true;
  }

  /** Whether the innermost field is a form's tick box or list. */
  get isForm(): boolean {
    return /^\s*FORM(?:CHECKBOX|DROPDOWN)/i.test(this.#open.at(-1)?.instruction ?? "");
  }
}
