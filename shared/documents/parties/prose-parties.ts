/**
 * Which parties does a paper name in the middle of its sentences, with their role before the name? 因原告某某公司申请撤回
 * 起诉. For papers that neither list the parties nor say who sues whom.
 */
import { isFullOrgan, isOrgan, organAtStart } from "../names/organ-name.ts";
import { isByWord, ROLE_WORD, type Role, roleOf } from "../names/party-role.ts";
import { isPersonName } from "../names/person-name.ts";
import { canBeSounds } from "../names/transliterated.ts";
import { COMPLETE, UNDERTAKINGS } from "../names/undertakings.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap, spanOf } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

const ROLE = new RegExp(`(?<word>${ROLE_WORD})(?:（(?<bracket>[^）]{2,20})）)?`, "gu");
const SUES = /(?:起诉|状告)(?=\p{Script=Han})/gu;
/** 原告法定代表人：于某，某某合作社理事长: who leads the plaintiff, and of what. */
const LED_BY =
  /原告(?:的)?(?:法定代表人|负责人|代表人)：?\p{Script=Han}{2,4}，(?:系|该)?(?<name>[\p{Script=Han}（）]{4,30}?)(?:的)?(?:理事长|董事长|执行董事|总?经理|厂长|校长|院长|会长)/gu;
/** Longer names, and parties named further down than this, are none of the paper's own. */
const LONGEST = 44;
const WITHIN = 20_000;

const BODIES = wordList("居民委员会 村民委员会 业主委员会 检察院 店");
const UNDERTAKING = new RegExp(`^[\\p{Script=Han}（）\\w]{2,30}?${anyOf(UNDERTAKINGS, BODIES)}`, "u");
/** What can stand behind a person's name in a sentence. */
const GOES_ON = wordList(`
  [，。、；：（] $ [于因在向与及和的等以经对] 申请 提[出起] 不服 要求 请求 自愿 已 未 作为 本人 同意 撤回 委托 到庭 出庭`);
const BEHIND_PERSON = new RegExp(`^${anyOf(GOES_ON)}`, "u");

const CALLED_UP = anyOf(
  wordList(
    "(?:有?谁|何人)(?:代表|到庭|出庭) [到出]庭(?:人员|了?[吗没]|情况|的(?:是|有)) 是否(?:已经?)?[到出]庭 来了[吗没]",
  ),
);
/** No claimant's name holds these: 委托代理人是否到庭, 今天谁到庭. */
const NOT_A_CLAIMANT =
  /[的了是有无对向请你我他其已没未不]|代理|代表|本人|双方|今天|今日|人员|单位|证人|申请|鉴定|专家|翻译|[家亲]属/u;
/** Called up by the court: all that stands before the question is the name. */
const ROLL_CALL = new RegExp(`^(?<name>[\\p{Script=Han}（）]{4,30}?)，?${CALLED_UP}`, "u");

const NAME = readingTable<string, string>("name-behind-a-role", [
  {
    name: "agency",
    reads: (text) => {
      const organ = organAtStart(text);
      return organ !== undefined && isOrgan(organ) ? organ : undefined;
    },
    example: "被告沂水县公安局当庭表示",
  },
  {
    name: "undertaking",
    reads: (text) => {
      const name = UNDERTAKING.exec(text)?.[0];
      return name !== undefined && COMPLETE.test(name) ? name : undefined;
    },
    example: "原告沂水县鑫达纺织有限公司申请撤回起诉",
  },
  {
    name: "undertaking-called-up",
    reads: (text) => {
      const name = ROLL_CALL.exec(text)?.groups?.name;
      return name === undefined || NOT_A_CLAIMANT.test(name) || isPersonName(name) ? undefined : name;
    },
    example: "原告乳源必背瑶绣工坊，到庭人员？",
  },
  {
    name: "person-of-another-language",
    reads: (text) => {
      const name = text.slice(0, 4);
      return canBeSounds(name) && /^(?:[，。、；：（]|是否|到庭|出庭|$)/u.test(text.slice(4))
        ? name
        : undefined;
    },
    example: "原告旦增曲珍到庭",
  },
  {
    name: "person",
    reads: (text) =>
      [2, 3, 4]
        .map((length) => text.slice(0, length))
        .find((name) => isPersonName(name) && BEHIND_PERSON.test(text.slice(name.length))),
    example: "原告张三申请撤回起诉",
  },
]);

/**
 * Parties whose role stands before their name in the middle of a sentence, and the agency that is said to be sued.
 * With several names for a role a person must look.
 */
export function partiesInProse(flat: FlatText): { role: Role; fact: Fact<string> }[] {
  const found = new Map<string, { role: Role; text: string }>();
  const wordsBehind = (at: number) => flat.text.slice(at, nextGap(flat, at + 1, Gap.cell, at + LONGEST));
  for (const match of flat.text.slice(0, WITHIN).matchAll(ROLE)) {
    const behind = match.index + match[0].length;
    // 两案被告均为沂水县公安局: that it is the same for both is no part of the name.
    const at = behind + (/^(?:均|都|皆|同)(?:为|系|是)/u.exec(wordsBehind(behind))?.[0].length ?? 0);
    const words = wordsBehind(at);
    const name = /^\p{Script=Han}/u.test(words) ? NAME.decide(words)?.verdict : undefined;
    if (name === undefined || found.has(name)) continue;
    const known = roleOf(match.groups?.word ?? "", match.groups?.bracket ?? "", name);
    if (!isByWord(known)) continue;
    found.set(name, { role: known.role, text: spanOf(flat, match.index, at + name.length) });
  }
  for (const match of flat.text.slice(0, WITHIN).matchAll(SUES)) {
    const at = match.index + match[0].length;
    const organ = organAtStart(wordsBehind(at));
    if (organ !== undefined && isFullOrgan(organ) && !found.has(organ))
      found.set(organ, { role: "respondent", text: spanOf(flat, match.index, at + organ.length) });
  }
  for (const match of flat.text.slice(0, WITHIN).matchAll(LED_BY)) {
    const name = match.groups?.name ?? "";
    if (COMPLETE.test(name) && !found.has(name))
      found.set(name, { role: "plaintiff", text: spanOf(flat, match.index, match.index + match[0].length) });
  }
  return [...found].map(([value, { role, text }]) => {
    const isAlone = [...found.values()].filter((other) => other.role === role).length === 1;
    const confidence = isAlone ? CONFIDENCE.inferred : CONFIDENCE.doubtful;
    return { role, fact: { value, confidence, rule: "role-in-sentence", text } };
  });
}
