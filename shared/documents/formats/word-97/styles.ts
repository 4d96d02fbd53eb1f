/** Which characters of a Word 97 file are crossed out, hidden or deleted, by their own formatting and by their styles. */
import { PLACE, type Word97File } from "./file.ts";
import { propertiesOf, SPRM } from "./properties.ts";

/** What takes words out of a text. */
export interface Unsaid {
  readonly strike: boolean;
  readonly doubleStrike: boolean;
  readonly hidden: boolean;
  readonly deleted: boolean;
}

const NOTHING: Unsaid = { strike: false, doubleStrike: false, hidden: false, deleted: false };
const NAMES: Readonly<Record<number, keyof Unsaid>> = {
  [SPRM.strike]: "strike",
  [SPRM.doubleStrike]: "doubleStrike",
  [SPRM.hidden]: "hidden",
  [SPRM.deleted]: "deleted",
};
const PARAGRAPH_STYLE = 1;
const NO_STYLE = 0xfff;
const MOST_ANCESTORS = 50;

interface Style {
  readonly basedOn: number;
  readonly list: Buffer;
}

/** A file's styles by their number. */
export class Styles97 {
  readonly #styles = new Map<number, Style>();

  constructor(file: Word97File) {
    const sheet = file.structure(PLACE.styles);
    if (sheet.length < 6) return;
    const first = 2 + sheet.readUInt16LE(0);
    const count = sheet.readUInt16LE(2);
    const base = sheet.readUInt16LE(4);
    for (let at = first, number = 0; number < count && at + 2 <= sheet.length; number++) {
      const length = sheet.readUInt16LE(at);
      const style = styleOf(sheet.subarray(at + 2, at + 2 + length), base);
      if (style !== undefined) this.#styles.set(number, style);
      at += 2 + length + (length % 2);
    }
  }

  /** What a list of properties says of words in a paragraph of this style. */
  unsaid(paragraphStyle: number, ...lists: readonly Buffer[]): Unsaid {
    const byParagraph = this.#inherited(paragraphStyle);
    let byStyle = byParagraph;
    for (const list of lists)
      for (const { sprm, operand } of propertiesOf(list))
        if (sprm === SPRM.characterStyle)
          byStyle = turned(byParagraph, this.#inherited(operand.readUInt16LE(0)));
    return lists.reduce((before, list) => applied(list, before, byStyle), byStyle);
  }

  #inherited(number: number): Unsaid {
    const chain: Style[] = [];
    let style = this.#styles.get(number);
    for (let steps = 0; style !== undefined && steps < MOST_ANCESTORS; steps++) {
      chain.unshift(style);
      style = this.#styles.get(style.basedOn);
    }
    return chain.reduce((before, { list }) => applied(list, before, before), NOTHING);
  }
}

/** A style sets what it sets against that of the paragraph: twice crossed out is not crossed out. */
function turned(paragraph: Unsaid, character: Unsaid): Unsaid {
  return {
    strike: paragraph.strike !== character.strike,
    hidden: paragraph.hidden !== character.hidden,
    doubleStrike: paragraph.doubleStrike || character.doubleStrike,
    deleted: paragraph.deleted || character.deleted,
  };
}

/** On, off, as the style or its opposite ([MS-DOC] 2.9.327). */
function applied(list: Buffer, before: Unsaid, style: Unsaid): Unsaid {
  const result: { -readonly [Key in keyof Unsaid]: boolean } = { ...before };
  for (const { sprm, operand } of propertiesOf(list)) {
    const name = NAMES[sprm];
    if (name === undefined) continue;
    const [value] = operand;
    result[name] = value === 0x80 ? style[name] : value === 0x81 ? !style[name] : value === 1;
  }
  return result;
}

/** A style's parent and its characters' formatting, which stands behind that of paragraphs and tables. */
function styleOf(style: Buffer, base: number): Style | undefined {
  if (style.length < base + 2) return undefined;
  const kind = style.readUInt16LE(2) & 0xf;
  const basedOn = style.readUInt16LE(2) >> 4;
  let at = base + 2 + style.readUInt16LE(base) * 2 + 2;
  const before = kind === PARAGRAPH_STYLE ? 1 : kind === 3 ? 2 : 0;
  for (let skipped = 0; skipped < before && at + 2 <= style.length; skipped++) {
    at += 2 + style.readUInt16LE(at);
    at += at % 2;
  }
  const length = at + 2 <= style.length ? style.readUInt16LE(at) : 0;
  return { basedOn: basedOn === NO_STYLE ? -1 : basedOn, list: style.subarray(at + 2, at + 2 + length) };
}
