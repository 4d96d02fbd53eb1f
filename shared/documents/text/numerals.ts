/** Numbers as dates and times write them, in digits and in Chinese numerals. */
export const ZERO = "〇○零Oo0О◯";
/** A pattern for a number below 100. */
export const SMALL = String.raw`(?:[\dOo○〇]{1,2}|[廿卅${ZERO}一二两三四五六七八九十]{1,3})`;

const DIGITS: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...ZERO].map((zero) => [zero, "0"]),
  ...["一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap((forms, index) =>
    [...forms].map((form) => [form, String(index + 1)]),
  ),
]);
const UNITS: Readonly<Record<string, string>> = { 拾: "十", 佰: "百", 仟: "千", 萬: "万", 点: "." };
/** Every character a number is written with in Chinese numerals, for a class of a pattern. */
export const NUMERAL = `${Object.keys(DIGITS).join("")}廿卅十百千万亿${Object.keys(UNITS).join("")}`;

/** 二〇二六, 2O26 → 2026; undefined for 同, 当, 次. */
export function yearNumber(text: string): number | undefined {
  const value = text.length === 4 ? numeralOf(text) : Number.NaN;
  return value >= 1900 && value < 2100 ? value : undefined;
}

/**
 * A number in digits or in Chinese numerals, plain or formal: 09, 十九, 廿四, 二四, 一〇八, 一百二十三, 壹拾贰万, 三点二. NaN
 * for what is none, and for what says one number in speech and another on paper (一万二, 三百五).
 */
export function numeralOf(text: string): number {
  const plain = [...text.replaceAll("廿", "二十").replaceAll("卅", "三十")]
    .map((one) => DIGITS[one] ?? UNITS[one] ?? one)
    .join("");
  if (!/[十百千万亿]/u.test(plain)) return /^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : Number.NaN;
  const [, whole, fraction = ""] = /^([^.]*)(\.\d+)?$/u.exec(plain) ?? [];
  return whole === undefined ? Number.NaN : Number(`${inParts(whole)}${fraction}`);
}

/** Parts by 亿 and 万, each below ten thousand. */
function inParts(text: string, isFirst = true): number {
  for (const [unit, times] of [
    ["亿", 100_000_000],
    ["万", 10_000],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at === -1) continue;
    const rest = text.slice(at + 1);
    return inParts(text.slice(0, at), isFirst) * times + (rest === "" ? 0 : inParts(rest, false));
  }
  return belowTenThousand(text, isFirst);
}

const PART = /^(?:0?(\d)千)?(?:0?(\d)百)?(?:0?(\d?)(十))?(?:(0?)(\d))?$/u;

/** `isFirst`: nothing stands before it, so that a lone digit is what it says. */
function belowTenThousand(text: string, isFirst: boolean): number {
  const [found, thousands, hundreds, tens, ten, gap, last] = PART.exec(text) ?? [];
  if (found === undefined || found === "") return Number.NaN;
  const isAlone = isFirst && thousands === undefined && hundreds === undefined;
  // 一万二 is 12,000 to whoever says it.
  if (last !== undefined && last !== "0" && gap === "" && ten === undefined && !isAlone) return Number.NaN;
  return (
    Number(thousands ?? 0) * 1000 +
    Number(hundreds ?? 0) * 100 +
    (ten === undefined ? 0 : Number(tens || 1) * 10) +
    Number(last ?? 0)
  );
}
