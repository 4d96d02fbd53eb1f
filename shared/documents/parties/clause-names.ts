/**
 * Which names does a sentence about the case begin with, and what follows them? 原告张三、李四诉被告沂水县公安局行政处罚:
 * a side's names run on into the word between the sides or into the cause, mostly without a mark.
 */
import { ORGAN_CALLED } from "../../domain/court/organ-endings.ts";
import { isFullOrgan, isOrgan, organAtStart } from "../names/organ-name.ts";
import { tidyName } from "../names/party-name.ts";
import { ROLE_WORD } from "../names/party-role.ts";
import { isPersonName } from "../names/person-name.ts";
import { COMPLETE, PARTNERSHIP, UNDERTAKINGS } from "../names/undertakings.ts";
import { readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { SELF } from "./author.ts";
import { beginsCause, causeAt } from "./cause-words.ts";

/** The letter's writer (我局), the agency it goes to (你单位), the company (你公司), the person (您). */
type Meant = "author" | "addressee" | "addressed-undertaking" | "greeted";

/** A side or a third party as a sentence about the case names it, before its role in the first instance is known. */
export interface NamedParty {
  /** Empty where the sentence says 你单位, 我局 or 您. */
  readonly name: string;
  /** The role word in front of it with its bracket: 上诉人（原审被告）; empty where there is none. */
  readonly role: string;
  readonly side: "claims" | "answers" | "third" | "either";
  /** Who is meant where no name stands. */
  readonly meant?: Meant;
  /** Whether the name can't be longer or shorter than read. */
  readonly isSure: boolean;
}

/** Longer names are none of a clause's. */
const LONGEST_UNDERTAKING = 36;
const LONGEST_CLAIMANT = 40;
const LONGEST_WORDS = 30;

const ROLE = new RegExp(`^${ROLE_WORD}(?:（[^）]{1,20}）)?(?:[一二三四1-4](?=[：、]))?：?`, "u");
/** 你处罚 speaks of no 处, 贵院受理 goes on behind the court. */
const ADDRESSEE = new RegExp(`^[你您贵]${anyOf(["们"], ORGAN_CALLED, ["方", "院(?!受理)"])}`, "u");
const ADDRESSED_UNDERTAKING = /^[你您贵](?:公司|集团|企业|厂|店|校|医院|合作社|商行)/u;
const GREETED = /^(?:您|你(?!们))(?:方|本人)?/u;
/** 等三人, 等 3 户 behind the last name of a list. */
const OTHERS = wordList("人 户 名 家 位 被告 原告 行政机关 单位");
const AND_OTHERS = new RegExp(`^等(?:[\\d一二三四五六七八九十百两]+(?:余)?${anyOf(OTHERS)}?)?`, "u");
const REMARK = new RegExp(`^（(?!${PARTNERSHIP})[^）]*）`, "u");
/** （以下简称松岭公司）, （下称市林业局）: how a paper calls somebody from there on. */
const CALLED = "(?:以下|下)?(?:统|并|合)?(?:简称|称)";

/** The names a text begins with, and what follows them. */
export function namesAtStart(
  text: string,
  side: "claims" | "answers" | "either",
): { parties: NamedParty[]; rest: string } {
  const parties: NamedParty[] = [];
  let rest = text;
  let acts = "";
  let role = "";
  let current: NamedParty["side"] = side;
  while (rest !== "") {
    rest = rest.replace(/^[、，及和与以]+/u, "");
    const written = ROLE.exec(rest)?.[0] ?? "";
    if (written !== "") {
      role = written.replace(/：$/u, "");
      rest = rest.slice(written.length);
      current = /^(?:原审|一审)?第三人|（(?:原审|一审)第三人/u.test(role) ? "third" : side;
    }
    // 诉上诉人行政许可: the role stands for the name.
    if (
      written !== "" &&
      (beginsCause(rest) || (side === "answers" && current !== "third" && isCauseAlone(rest)))
    )
      break;
    const meant = MEANT.decide(rest);
    const named = meant === undefined ? nextName(rest, side, role !== "") : undefined;
    const length = meant?.verdict.length ?? named?.name.length;
    if (length === undefined) break;
    parties.push({
      name: named === undefined ? "" : tidyName(named.name),
      role,
      side: current,
      isSure: named?.isSure ?? true,
      ...(meant === undefined ? {} : { meant: meant.verdict.who }),
    });
    rest = rest.slice(length).replace(REMARK, "").replace(AND_OTHERS, "");
    if (/^[、，及和与以]/u.test(rest)) continue;
    const next = anotherAct(rest);
    if (next === undefined) break;
    acts += next.act;
    rest = next.rest;
  }
  return { parties, rest: acts + rest };
}

/** 诉申请人煤矿安全行政处罚: a branch of law that no list knows, and nobody's name before it. */
export function isCauseAlone(text: string): boolean {
  const at = causeAt(text);
  const branch = text.slice(0, at);
  return (
    at >= 2 &&
    at <= 8 &&
    /^\p{Script=Han}+$/u.test(branch) &&
    organAtStart(text) === undefined &&
    !isWholeName(branch) &&
    !/[某×]|[社店厂厅馆吧行部院所站会村组户队]$/u.test(branch)
  );
}

/** 诉县公安局行政处罚、县人民政府行政复议: what each did stands behind its name. */
function anotherAct(text: string): { act: string; rest: string } | undefined {
  const [whole = "", act = ""] = /^(\p{Script=Han}{2,16}?[、及和])(?:被告)?/u.exec(text) ?? [];
  const rest = text.slice(whole.length);
  const organ = organAtStart(rest);
  return beginsCause(act) && organ !== undefined && isFullOrgan(organ) ? { act, rest } : undefined;
}

const spoken = (who: Meant, words: RegExp) => (text: string) => {
  const length = words.exec(text)?.[0].length;
  return length === undefined ? undefined : { who, length };
};

const MEANT = readingTable<string, { readonly who: Meant; readonly length: number }>("whom-a-letter-means", [
  { name: "its-author", reads: spoken("author", SELF), example: "我局" },
  {
    name: "undertaking-it-goes-to",
    reads: spoken("addressed-undertaking", ADDRESSED_UNDERTAKING),
    example: "你公司",
  },
  { name: "agency-it-goes-to", reads: spoken("addressee", ADDRESSEE), example: "你单位" },
  { name: "person-it-greets", reads: spoken("greeted", GREETED), example: "您" },
]);

interface NextName {
  readonly name: string;
  readonly isSure: boolean;
}

function nextName(
  text: string,
  side: "claims" | "answers" | "either",
  hasRole: boolean,
): NextName | undefined {
  return side === "claims" ? claimantAtStart(text, hasRole) : NAME_BEFORE_CAUSE.decide(text)?.verdict;
}

const NAME_OR_BRACKET = new RegExp(
  `^(?:[\\p{Script=Han}\\w·×*]|（(?!${CALLED})[^）]{1,10}）(?=\\p{Script=Han})|（${PARTNERSHIP}）)+`,
  "u",
);

/** What stands before 诉 holds nothing but names, so that marks and conjunctions alone part them. */
function claimantAtStart(text: string, hasRole: boolean): NextName | undefined {
  const name = NAME_OR_BRACKET.exec(text)?.[0] ?? "";
  const whole = name.replace(/等[\d一二三四五六七八九十百两]*[人户名家位]?$/u, "");
  const first = whole.split(/[及和与](?=\p{Script=Han}{2})/u)[0] ?? whole;
  const alone = isWholeName(whole) ? whole : first;
  if (alone.length < 2 || alone.length > LONGEST_CLAIMANT || /^[的了为是]/u.test(alone)) return undefined;
  return { name: alone, isSure: isWholeName(alone) || (hasRole && (alone.length <= 4 || isPlaced(alone))) };
}

const RUNNING_ON = new RegExp(`^[\\p{Script=Han}（）\\w]{2,30}?${anyOf(UNDERTAKINGS, ["委员会"])}`, "u");

/** Behind 诉 and 与 the last name runs on into the cause: 第三人吾某工伤保险资格认定. */
const NAME_BEFORE_CAUSE = readingTable<string, NextName>("name-before-a-cause", [
  {
    name: "agency",
    reads: (text) => {
      const organ = organAtStart(text);
      return organ !== undefined && isOrgan(organ) ? { name: organ, isSure: true } : undefined;
    },
    example: "沂水县公安局行政处罚",
  },
  {
    name: "undertaking",
    reads: (text) => {
      const names = startsOf(text, 3, Math.min(text.length, LONGEST_UNDERTAKING));
      const name = names.find(
        (start) =>
          COMPLETE.test(start) &&
          /^[\p{Script=Han}（）\w]+$/u.test(start) &&
          endsName(text.slice(start.length)),
      );
      return name === undefined ? undefined : { name, isSure: true };
    },
    example: "沂水县鑫达纺织有限公司工伤认定",
  },
  {
    name: "undertaking-before-other-words",
    reads: (text) => {
      const name = RUNNING_ON.exec(text)?.[0];
      return name === undefined ? undefined : { name, isSure: true };
    },
    example: "沂水县鑫达纺织有限公司要求",
  },
  {
    name: "person",
    reads: (text) => {
      const name = startsOf(text, 2, 4).find(
        (start) => isPersonName(start) && endsName(text.slice(start.length)),
      );
      return name === undefined ? undefined : { name, isSure: true };
    },
    example: "张三土地行政登记",
  },
  {
    // 佟某医疗事故行政处理: a masked name has one character more at most.
    name: "masked-person",
    reads: (text) => {
      const name = /^\p{Script=Han}某[某甲乙丙丁]?/u.exec(text)?.[0];
      return name !== undefined && causeAt(text) >= name.length + 3 ? { name, isSure: true } : undefined;
    },
    example: "佟某医疗事故行政处理",
  },
  {
    name: "words-before-the-cause",
    reads: (text) => {
      const until = causeAt(text);
      const ends = [until, text.search(/[、，及和与（]/u)].filter((place) => place > 0);
      const name = text.slice(0, ends.length > 0 ? Math.min(...ends) : text.length);
      return name.length >= 2 && name.length <= LONGEST_WORDS && until !== 0
        ? { name, isSure: isWholeName(name) }
        : undefined;
    },
    example: "星光网吧行政处罚",
  },
]);

/** The beginnings of a text by their length. */
function startsOf(text: string, shortest: number, longest: number): string[] {
  const count = Math.max(0, longest - shortest + 1);
  return Array.from({ length: count }, (_, index) => text.slice(0, shortest + index));
}

/** 石嘴山市大武口区星光网吧: begins with its place, as registered names do. */
function isPlaced(name: string): boolean {
  return /^\p{Script=Han}{2,8}?[省市区县旗州盟]\p{Script=Han}{2,}$/u.test(name);
}

const BEHIND_NAME = new RegExp(`^$|^[、，]|^（(?!${PARTNERSHIP})|^[及和与](?=\\p{Script=Han}{2})|^等`, "u");

/** Whether a name can end before such words. */
function endsName(rest: string): boolean {
  return BEHIND_NAME.test(rest) || beginsCause(rest);
}

/** Whether a name needs nothing before or behind it. */
function isWholeName(name: string): boolean {
  return isPersonName(name) || COMPLETE.test(name) || isOrgan(name);
}
