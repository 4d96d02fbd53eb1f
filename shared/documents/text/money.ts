/** Which sum of money do words name? 86400元, 五万元, 3.2万元, 壹拾贰万元整, 五元五角; several only where one is called the whole. */
import { NUMERAL, numeralOf } from "./numerals.ts";

/** Whatever stands before 元 as a number, well written or not, and the 角 and 分 behind it. */
const SUM = new RegExp(
  `([\\d${NUMERAL}，,.]+?)(万|亿)?([余多来])?元(?:([\\d${NUMERAL}])角)?(?:[零〇]?([\\d${NUMERAL}])分)?`,
  "gu",
);
const WHOLE = /(?:共计|合计|总计|总额|共)(?:人民币)?$/u;
const GROUPED = /^\d{1,3}(?:[，,]\d{3})+(?=\.|$)/u;
/** 七八元: seven or eight. */
const ONE_OR_OTHER = /^[^\d〇零十百千万亿拾佰仟萬点]{2}$/u;
/** 约五万元, 不低于五万元, 五万元左右: what a sum is near, or doesn't pass. */
const ABOUT = /(?:[约近]|不(?:低于|少于|高于|超过|足)|[至最](?:少|多|低|高))(?:人民币)?$/u;
const OR_SO = /^整?(?:左右|上下|以[上下内]|之内)/u;

/** In yuan; undefined where no sum is named, one is not sure, or there are several of which none is the whole. */
export function sumOf(words: string): number | undefined {
  const found = [...words.matchAll(SUM)].map((match) => ({
    yuan: isAbout(words, match) ? undefined : yuanOf(match),
    isWhole: WHOLE.test(words.slice(0, match.index)),
  }));
  const whole = found.find(({ isWhole }) => isWhole) ?? (found.length === 1 ? found[0] : undefined);
  return whole?.yuan;
}

const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

function isAbout(words: string, { 0: sum, 3: more, index }: RegExpExecArray): boolean {
  return (
    more !== undefined || ABOUT.test(words.slice(0, index)) || OR_SO.test(words.slice(index + sum.length))
  );
}

function yuanOf([, written = "", unit = "", , jiao, fen]: RegExpExecArray): number | undefined {
  const number = written.replace(/^[，,]+/u, "").replace(GROUPED, (whole) => whole.replace(/[，,]/gu, ""));
  if (ONE_OR_OTHER.test(number)) return undefined;
  const yuan =
    numeralOf(number) * (TIMES[unit] ?? 1) +
    (jiao === undefined ? 0 : numeralOf(jiao) / 10) +
    (fen === undefined ? 0 : numeralOf(fen) / 100);
  return Number.isFinite(yuan) && yuan > 0 ? Math.round(yuan * 100) / 100 : undefined;
}
