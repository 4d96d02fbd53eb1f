/** Bold type made by printing the same characters twice or more, a hair apart: each is said once. */
import { charactersOf, type Fate, type PlacedText, piecesOf } from "./placed-text.ts";

/** Two of the same closer than this, in sizes of the font, lie on each other: the narrowest digits stand further apart. */
const ON_EACH_OTHER = 0.25;

/** A row's runs without what was printed before at the same place, whether run by run or character by character. */
export function withoutShadows<Run extends PlacedText>(row: readonly Run[]): readonly Run[] {
  if (!isOverlapping(row)) return row;
  /** Where each character was printed. */
  const printed = new Map<string, number[]>();
  return row.flatMap((run) => {
    // What is typed over print is no shadow of it.
    if (run.gone === true || run.doubtful === true) return [run];
    const close = run.size * ON_EACH_OTHER;
    const fates = charactersOf(run).map(({ text, x }): Fate => {
      if (text.trim() === "") return "stays";
      const places = printed.get(text) ?? [];
      printed.set(text, places);
      // From left to right: what lies at this place is among the last.
      for (let at = places.length - 1; at >= 0 && at >= places.length - 8; at--)
        if (Math.abs((places[at] ?? 0) - x) < close) return "repeated";
      places.push(x);
      return "stays";
    });
    return piecesOf(run, fates);
  });
}

/** Whether a run begins before the one before it has ended. */
function isOverlapping(row: readonly PlacedText[]): boolean {
  let right = Number.NEGATIVE_INFINITY;
  for (const { x, width, size } of row) {
    if (x < right - size * ON_EACH_OTHER) return true;
    right = Math.max(right, x + width);
  }
  return false;
}
