/** Words at their places on a page, character by character where something is drawn over a part of them. */
import { doubtful } from "../formats/file-text.ts";

/** A run of text as a page places it, in units of the page from its lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Height of the base line. */
  readonly y: number;
  readonly width: number;
  /** Size of the font. */
  readonly size: number;
  /** Something is laid over it. */
  readonly doubtful?: boolean;
  /** It is crossed out or covered: the place it takes in its line stays taken. */
  readonly gone?: boolean;
}

/** A part of a page, its sides parallel to the page's. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** One character of a run; where it stands follows from the run's width. */
export interface PlacedCharacter {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

/** Between the middle of a character and the base line, in sizes of the font. */
const MIDDLE = 0.35;

/** A narrow character's width, in sizes of the font, where a run's width leaves it open. */
const NARROW = 0.5;
const [NARROWEST, WIDEST] = [0.2, 1.2];

/** The characters of a run from left to right: Chinese ones as wide as the font's size, the others share what is left. */
export function charactersOf({ text, x, width, size }: PlacedText): readonly PlacedCharacter[] {
  const characters = [...text];
  const isWide = (character: string) => (character.codePointAt(0) ?? 0) > 0x2ff;
  const wide = characters.filter(isWide).length;
  const left = (width / Math.max(size, 1) - wide) / Math.max(characters.length - wide, 1);
  const narrow = left > NARROWEST && left < WIDEST ? left : NARROW;
  const unit = width / Math.max(wide + (characters.length - wide) * narrow, NARROW);
  let at = x;
  return characters.map((character) => {
    const own = (isWide(character) ? 1 : narrow) * unit;
    const placed = { text: character, x: at, width: own };
    at += own;
    return placed;
  });
}

/** What becomes of a character: it stays, it is not said, it was said before at this place, or it is doubtful. */
export type Fate = "stays" | "gone" | "repeated" | "doubtful";

/** A run with what becomes of each of its characters; a run that stays whole is the same one. */
export function piecesOf<Run extends PlacedText>(run: Run, fates: readonly Fate[]): readonly Run[] {
  if (fates.every((fate) => fate === "stays")) return [run];
  const pieces: Run[] = [];
  let last: Fate = "repeated";
  for (const [index, { text, x, width }] of charactersOf(run).entries()) {
    const fate = fates[index] ?? "stays";
    const piece = pieces.at(-1);
    if (fate !== "repeated" && fate === last && piece !== undefined)
      pieces.splice(-1, 1, { ...piece, text: piece.text + text, width: x + width - piece.x });
    else if (fate !== "repeated")
      pieces.push({
        ...run,
        text,
        x,
        width,
        ...(fate === "doubtful" && { doubtful: true }),
        ...(fate === "gone" && { gone: true }),
      });
    last = fate;
  }
  return pieces;
}

/** Whether a character of a run lies in an area with its middle. */
export function isIn({ x, width }: PlacedCharacter, { y, size }: PlacedText, area: Area): boolean {
  const [across, up] = [x + width / 2, y + size * MIDDLE];
  return across > area.left && across < area.right && up > area.bottom && up < area.top;
}

/** Of the size of its font: enough to make a line of its own, and not enough to reach the next one. */
const BELOW = 0.6;

/** Words typed over others: both are doubtful, and in one line they would be read across each other. */
export function overOthers<Run extends PlacedText>(run: Run): Run {
  return { ...run, y: run.y - run.size * BELOW, doubtful: true };
}

/** A run's words as they stand in a line, between marks where they are doubtful. */
export function wordsOf({ text, doubtful: isDoubtful, gone }: PlacedText): string {
  if (gone === true) return "";
  return isDoubtful === true ? doubtful(text) : text;
}
