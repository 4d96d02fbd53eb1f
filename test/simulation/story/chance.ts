/** Chance that comes out the same each time: whatever is drawn follows from a seed. */

export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** Whether something happens that does so with this probability. */
  is(probability: number): boolean;
  pick<One>(from: readonly [One, ...One[]] | readonly One[]): One;
  /** As many times as its weight says. */
  weighed<One extends string>(weights: Readonly<Record<One, number>>): One;
}

/** Chance by a number or a text. */
export function chance(seed: number | string): Chance {
  let state = typeof seed === "number" ? scattered(seed) : hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return scattered(state) / 2 ** 32;
  };
  const pick = <One>(from: readonly One[]): One => {
    const one = from[Math.floor(next() * from.length)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  };
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    is: (probability) => next() < probability,
    pick,
    weighed<One extends string>(weights: Readonly<Record<One, number>>) {
      const all = Object.entries(weights) as [One, number][];
      let left = next() * all.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [one, weight] of all) {
        left -= weight;
        if (left < 0) return one;
      }
      return pick(all)[0];
    },
  };
}

/** A number from 0 to 2³² − 1 for a text. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return scattered(hash >>> 0);
}

function scattered(number: number): number {
  let mixed = number >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
