/** Which sum of money do words name? 86400元, 五万元, 3.2万元, 壹拾贰万元整; several only where one is called the whole. */

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [..."〇一二三四五六七八九"].map((digit, value) => [digit, value]),
);
const FORMAL: Readonly<Record<string, string>> = {
  零: "〇",
  壹: "一",
  贰: "二",
  叁: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  仟: "千",
  两: "二",
  萬: "万",
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const SUM =
  /([\d，,]+(?:\.\d+)?|[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+)(万|亿)?(?:余)?元/gu;
const WHOLE = /(?:共计|合计|总计|总额|共)(?:人民币)?$/u;

/** In yuan; undefined where no sum is named, or several of which none is the whole. */
export function sumOf(words: string): number | undefined {
  const found = [...words.matchAll(SUM)].flatMap((match) => {
    const value = yuanOf(match[1] ?? "", match[2]);
    return value === undefined ? [] : [{ value, isWhole: WHOLE.test(words.slice(0, match.index)) }];
  });
  const whole = found.find(({ isWhole }) => isWhole) ?? (found.length === 1 ? found[0] : undefined);
  return whole?.value;
}

function yuanOf(number: string, unit: string | undefined): number | undefined {
  const times = unit === "万" ? 10_000 : unit === "亿" ? 100_000_000 : 1;
  const value = /\d/u.test(number) ? Number(number.replace(/[，,]/gu, "")) : ofNumerals(number);
  return Number.isFinite(value) && value > 0 ? Math.round(value * times * 100) / 100 : undefined;
}

/** 三万二千五百: parts by 亿 and 万, each below ten thousand. */
function ofNumerals(formal: string): number {
  const text = [...formal].map((one) => FORMAL[one] ?? one).join("");
  for (const [unit, times] of [
    ["亿", 100_000_000],
    ["万", 10_000],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at !== -1) return ofNumerals(text.slice(0, at)) * times + ofNumerals(text.slice(at + 1));
  }
  let [sum, digit] = [0, 0];
  for (const character of text) {
    const times = UNITS[character];
    if (times === undefined) digit = DIGITS[character] ?? 0;
    else {
      sum += (digit === 0 ? 1 : digit) * times;
      digit = 0;
    }
  }
  return sum + digit;
}
