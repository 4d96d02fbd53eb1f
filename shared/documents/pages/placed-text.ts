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
}

/** A part of a page, its sides parallel to the page's. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** One character of a run; where it stands follows from the run's width, Chinese characters being twice as wide. */
export interface PlacedCharacter {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

/** Between the middle of a character and the base line, in sizes of the font. */
const MIDDLE = 0.35;

/** The characters of a run from left to right. */
export function charactersOf({ text, x, width }: PlacedText): readonly PlacedCharacter[] {
  const characters = [...text];
  const weights = characters.map((character) => ((character.codePointAt(0) ?? 0) > 0x2ff ? 2 : 1));
  const unit =
    width /
    Math.max(
      weights.reduce<number>((sum, weight) => sum + weight, 0),
      1,
    );
  let at = x;
  return characters.map((character, index) => {
    const own = (weights[index] ?? 1) * unit;
    const placed = { text: character, x: at, width: own };
    at += own;
    return placed;
  });
}

/** What becomes of a character: it stays, it is not said, or it is doubtful. */
export type Fate = "stays" | "gone" | "doubtful";

/** A run with what becomes of each of its characters; a run that stays whole is the same one. */
export function piecesOf<Run extends PlacedText>(run: Run, fates: readonly Fate[]): readonly Run[] {
  if (fates.every((fate) => fate === "stays")) return [run];
  const pieces: Run[] = [];
  let last: Fate = "gone";
  for (const [index, { text, x, width }] of charactersOf(run).entries()) {
    const fate = fates[index] ?? "stays";
    const piece = pieces.at(-1);
    if (fate !== "gone" && fate === last && piece !== undefined)
      pieces.splice(-1, 1, { ...piece, text: piece.text + text, width: x + width - piece.x });
    else if (fate !== "gone")
      pieces.push({ ...run, text, x, width, ...(fate === "doubtful" && { doubtful: true }) });
    last = fate;
  }
  return pieces;
}

/** Whether a character of a run lies in an area with its middle. */
export function isIn({ x, width }: PlacedCharacter, { y, size }: PlacedText, area: Area): boolean {
  const [across, up] = [x + width / 2, y + size * MIDDLE];
  return across > area.left && across < area.right && up > area.bottom && up < area.top;
}

/** A run's words as they stand in a line, between marks where they are doubtful. */
export function wordsOf({ text, doubtful: isDoubtful }: PlacedText): string {
  return isDoubtful === true ? doubtful(text) : text;
}
