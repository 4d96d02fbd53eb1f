/** Are the words behind a role word a party's name, or does a sentence go on? 被告沂水县公安局 · 被告辩称… · 被告于庭前…. */
import { isFullOrgan, isOrgan } from "../names/organ-name.ts";
import { ROLE_WORD } from "../names/party-role.ts";
import { isPersonName } from "../names/person-name.ts";
import { COMPLETE } from "../names/undertakings.ts";
import type { FlatText } from "../text/flat-text.ts";
import { ruledBy, ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

/** What follows a role word in a sentence and is no name. */
const VERBS = wordList(`
  [辩诉]?称 认为 提 委托 代理 诉 出庭 到庭 作出 答 请 质证 举证 陈述 宣读 发表 同意 表示 回答 补充 申请 主张
  收到 听 明白 清楚 是 系 有 无 没`);
const PARTICLES = wordList(`
  对 未 不服 不 在 向 于 的 已 应 与 经 及 因 和 到 当庭 当 可 均 也 就 最后`);
const NOUNS = wordList("法定 负责 方 单位 身份 情况 席 基本 全称 简称");
const GOES_ON = new RegExp(`^${anyOf(VERBS, PARTICLES, NOUNS, ["[：，。、]"])}`, "u");

/** Family names among the words that begin {@link GOES_ON}: 于得水, 应某, but not 于本院, 应当. */
const FAMILY_NAMES = wordList(`
  于(?![本同该今是此\\d一二三四五六七八九十○〇]) 应(?![当诉予该到]) 经(?![查过本审法传合]) 和(?![解好]) 向(?![本法])
  方(?![便式面])`);
/** Places that begin with such a word: 和平区, 应县, 当涂县. */
const PLACES = wordList(`
  和(?:平|龙|顺|林格尔|静|硕|政|田|布克赛尔) 应[县城] 于(?:洪区|都县|田县) 无(?:极|棣|为|锡) 方(?:山|正|城) 向阳 当(?:涂|阳|雄)
  未央 称多`);
const BEGINS_WITH_PLACE = new RegExp(`^${anyOf(PLACES)}`, "u");
const BEGINS_WITH_FAMILY_NAME = new RegExp(`^${anyOf(FAMILY_NAMES)}`, "u");
const OPENS_WITH_ROLE = new RegExp(`^${ROLE_WORD}`, "u");
/** Words of a sentence that no name contains. */
const SENTENCE =
  /[不没未](?:能|会|可|是|有|得)|认为|要求|委托|应当|必须|表示|[指委选]派|特派(?!员)|安排|授权|代表(?!大会|处)|[我你！]/u;
const LONGEST_NAME = 45;
/** A name that is neither an agency's, a person's nor an undertaking's is no longer. */
const LONGEST_UNUSUAL = 12;

/** Whether a text is no name but words that follow a role word in a sentence; a form's label introduces names alone. */
export function isNoName(name: string, isIntroduced = false): boolean {
  if (!GOES_ON.test(name) || (BEGINS_WITH_FAMILY_NAME.test(name) && isPersonName(name))) return false;
  // 原告和县公安局 are two but where a form introduces one: 被告：和县公安局.
  const isOfPlace = BEGINS_WITH_PLACE.test(name) || (isIntroduced && name.startsWith("和县"));
  return !(isOfPlace && (isFullOrgan(name) || COMPLETE.test(name)));
}

/** A name as it was read, and whether a form introduces it. */
interface Read {
  readonly flat: FlatText;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isIntroduced: boolean;
}

const LISTED_NAME = ruleTable("listed-name", ({ name }: Read) => name, [
  {
    name: "too-short-or-too-long",
    of: ({ name }) => name.length < 2 || name.length > LONGEST_NAME,
    says: false,
    example: "被告 一",
  },
  {
    name: "sentence-goes-on",
    of: ({ name, isIntroduced }) => isNoName(name, isIntroduced),
    says: false,
    example: "被告辩称",
  },
  { name: "another-role", of: OPENS_WITH_ROLE, says: false, example: "原告张三、被告沂水县公安局" },
  { name: "words-of-a-sentence", of: SENTENCE, says: false, example: "被告没有到庭" },
  {
    name: "agency-person-or-undertaking",
    of: ({ name }) => isOrgan(name) || isPersonName(name) || COMPLETE.test(name),
    says: true,
    example: "被告沂水县公安局",
  },
  {
    name: "unusual-name-with-sex",
    of: ({ flat, name, end }) =>
      /^，(?:男|女)(?:，|$)/u.test(flat.text.slice(end, end + 3)) && name.length <= LONGEST_UNUSUAL,
    says: true,
    example: "原告诺敏高娃，女",
  },
  {
    name: "end-of-a-sentence",
    of: ({ flat, name, end }) => /[。？；]/u.test(flat.text[end] ?? "") || name.length > LONGEST_UNUSUAL,
    says: false,
    example: "被告对此予以认可。",
  },
  {
    // An unusual name is believed where a form introduces it and its particulars follow.
    name: "unusual-name-with-particulars",
    of: ({ flat, start, end, isIntroduced }) =>
      isIntroduced &&
      start > 0 &&
      /^(?:，(?:男|女|住|公民|身份|\d{4}年|曾用名)|（)/u.test(flat.text.slice(end, end + 6)),
    says: true,
    example: "原告：晨光，住沂水县",
  },
  { name: "unknown-words", of: () => true, says: false, example: "被告席位" },
]);

/** Whether a name read behind a role word, or behind the name before it in a list, is a party's. */
export function isPartyName(
  flat: FlatText,
  found: { readonly name: string; readonly start: number; readonly end: number },
  isIntroduced: boolean,
): boolean {
  return ruledBy(LISTED_NAME, { flat, ...found, isIntroduced }).verdict;
}
