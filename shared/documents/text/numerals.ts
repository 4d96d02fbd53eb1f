/** Numbers as dates and times write them, in digits and in Chinese numerals. */
export const ZERO = "〇○零Oo0О◯";
/** A pattern for a number below 100. */
export const SMALL = String.raw`(?:[\dOo○〇]{1,2}|[廿卅${ZERO}一二两三四五六七八九十]{1,3})`;

const NUMERALS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

function digitOf(character: string): number {
  return NUMERALS[character] ?? (ZERO.includes(character) ? 0 : Number(character));
}

/** 二〇二六, 2O26 → 2026; undefined for 同, 当, 次. */
export function yearNumber(text: string): number | undefined {
  const value = Number([...text].map(digitOf).join(""));
  return text.length === 4 && value >= 1900 && value < 2100 ? value : undefined;
}

/** A number below 1000 in Chinese numerals: 十九, 一百二十三, 一〇八. */
export function numeralOf(text: string): number {
  const [hundreds, rest] = text.includes("百") ? text.split("百") : ["", text];
  const below = (rest ?? "").replace(new RegExp(`^[${ZERO}]`, "u"), "");
  return (
    (hundreds ? digitOf(hundreds) * 100 : 0) +
    (below === "" ? 0 : smallNumber(text.includes("百") ? below : (rest ?? "")))
  );
}

/** A number below 100: 9, 09, 九, 十二, 廿四, 三十一, 二四. */
export function smallNumber(text: string): number {
  const plain = text.replace("廿", "二十").replace("卅", "三十");
  const ten = plain.indexOf("十");
  if (ten === -1) return Number([...plain].map(digitOf).join(""));
  const tens = ten === 0 ? 1 : digitOf(plain[ten - 1] ?? "");
  const rest = plain.slice(ten + 1);
  return tens * 10 + (rest === "" ? 0 : digitOf(rest));
}
