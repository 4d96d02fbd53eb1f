/**
 * Rates (率), percentage points (百分点) and changes of counts, exactly as a bulletin prints them: integer
 * arithmetic, half-up, and never "100%" for less than all.
 */

/** A share of a whole, both counts: `part` ≤ `whole`. */
export interface Ratio {
  readonly part: number;
  readonly whole: number;
}

/** What stands where there is nothing to divide by. */
export const NOTHING = "—";

/**
 * The rate in units of its last printed decimal, e.g. 8978 for 89.78 %; undefined where the whole is 0.
 * Anything less than all stays below 100 %: 99.996 % is 9999, not 10000.
 * @throws RangeError where the counts are no share of a whole.
 */
export function rateUnits({ part, whole }: Ratio, decimals: 1 | 2 = 2): number | undefined {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || part > whole) {
    throw new RangeError(`not a share of a whole: ${part}/${whole}`);
  }
  if (whole === 0) return undefined;
  const all = 100 * 10 ** decimals;
  const units = halfUp(part * all, whole);
  return part < whole ? Math.min(units, all - 1) : all;
}

/** A rate as printed: `89.78%`, `100%` only when equal, `—` where the whole is 0. */
export function percent(ratio: Ratio, decimals: 1 | 2 = 2): string {
  const units = rateUnits(ratio, decimals);
  if (units === undefined) return NOTHING;
  return ratio.part === ratio.whole ? "100%" : `${decimal(units, decimals)}%`;
}

/**
 * The change of a rate in percentage points, from two rates in hundredths of a percent: 8978 and 7205 give
 * `+17.73`. It is the difference of the *printed* rates, so that a reader who subtracts gets the same.
 */
export function pointsBetween(now: number, before: number): string {
  return signed(now - before);
}

/** As {@link pointsBetween}, from counts; `—` where either rate doesn't exist. */
export function percentagePoints(now: Ratio, before: Ratio): string {
  const [rateNow, rateBefore] = [rateUnits(now), rateUnits(before)];
  return rateNow === undefined || rateBefore === undefined ? NOTHING : pointsBetween(rateNow, rateBefore);
}

/** The change of a count in percent: 90 after 80 is `+12.50%`; `—` where there was nothing before. */
export function changeOfCount(now: number, before: number): string {
  const units = changeUnits(now, before);
  return units === undefined ? NOTHING : `${signed(units)}%`;
}

/** As {@link changeOfCount}, in hundredths of a percent; undefined where there was nothing before. */
export function changeUnits(now: number, before: number): number | undefined {
  if (before === 0) return undefined;
  const size = halfUp(Math.abs(now - before) * 10_000, before);
  return now < before ? -size : size;
}

/** Orders rates, highest first, by their exact value; both wholes above 0. */
export function byRateDescending(a: Ratio, b: Ratio): number {
  return b.part * a.whole - a.part * b.whole;
}

function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

/** Hundredths with their sign; no sign on nothing. */
function signed(hundredths: number): string {
  const sign = hundredths > 0 ? "+" : hundredths < 0 ? "-" : "";
  return `${sign}${decimal(Math.abs(hundredths), 2)}`;
}

function decimal(units: number, decimals: number): string {
  const scale = 10 ** decimals;
  return `${Math.floor(units / scale)}.${String(units % scale).padStart(decimals, "0")}`;
}
