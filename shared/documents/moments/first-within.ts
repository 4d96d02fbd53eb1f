/** Which date stands first in a part of a text? A form of thousands of fields asks it for each, so it is found by halves. */
import type { WrittenMoment } from "./dates.ts";

/** The first of a text's dates, which stand in order, that begins at `from` or behind it and before `to`. */
export function firstWithin(
  moments: readonly WrittenMoment[],
  from: number,
  to: number,
): WrittenMoment | undefined {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found = moments[low];
  return found !== undefined && found.start < to ? found : undefined;
}
