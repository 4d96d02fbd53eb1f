/** Does a court's sentence find that whoever was put forward counts as a head (法释〔2020〕3号 §2), or doesn't? */
import { anyOf, wordList } from "../text/words.ts";

const COURT = anyOf(wordList("合议庭 法庭 本院 本庭 经审查"));
const FINDS = anyOf(wordList("认为 认定 确认 评议"));
/** 不属于司法解释第二条规定的行政机关负责人; 不属于负责人的，应当… is a rule. */
const NO_HEAD = new RegExp(
  `${COURT}[^。？]{0,12}${FINDS}[^。？]{0,80}(?:不(?:属于|是|符合)|并非)[^。，？]{0,40}负责人(?!的[，。]|出庭应诉(?:的)?(?:规定|制度|要求))`,
  "u",
);
const HEAD = new RegExp(
  `${COURT}[^。？]{0,10}${FINDS}[^。？]{0,30}(?<![不非])(?:属于|系|是|符合)[^。？]{0,40}负责人[^。？的]{0,12}(?:的(?:范围|条件|要求|规定))?(?:。|，(?:符合|可以|准许|予以))`,
  "u",
);
/** What is left open, or turns it round. */
const OPEN = /是否|待|庭后|如|未|没有|不/u;

/** 合议庭认为，普某不属于行政机关负责人. */
export function findsNoHead(text: string): boolean {
  return NO_HEAD.test(text) && !/是否/u.test(text);
}

/** 合议庭认为屈某属于参与分管的负责人，符合出庭要求. */
export function findsHead(text: string): boolean {
  return HEAD.test(text) && !OPEN.test(text);
}
