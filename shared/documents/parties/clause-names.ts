import { isFullOrgan, isOrgan, organAtStart } from "../names/organ-name.ts";
import { tidyName } from "../names/party-name.ts";
import { ROLE_WORD } from "../names/party-role.ts";
import { isPersonName } from "../names/person-name.ts";
import { COMPLETE } from "../names/undertakings.ts";
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

const ROLE = new RegExp(`^(?:${ROLE_WORD})(?:（[^）]{1,20}）)?(?:[一二三四1-4](?=[：、]))?：?`, "u");
const ADDRESSEE =
  /^(?:你|您|贵)(?:们|县|市|区|单位|机关|局|委|厅|府|政府|中心|大队|支队|所|办|街道|镇|乡|方|院(?!受理))/u;
const UNDERTAKING = /^[你您贵](?:公司|集团|企业|厂|店|校|医院|合作社|商行)/u;
const GREETED = /^(?:您|你(?!们))(?:方|本人)?/u;
/** 等三人, 等 3 户 behind the last name of a list. */
const AND_OTHERS = /^等(?:[\d一二三四五六七八九十百两]+(?:余)?(?:人|户|名|家|位|被告|原告|行政机关|单位)?)?/u;

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
    if (written !== "" && beginsCause(rest)) break;
    const meant = meantAt(rest);
    const named = meant === undefined ? nextName(rest, side, role !== "") : undefined;
    const length = meant?.length ?? named?.name.length;
    if (length === undefined) break;
    parties.push({
      name: named === undefined ? "" : tidyName(named.name),
      role,
      side: current,
      isSure: named?.isSure ?? true,
      ...(meant === undefined ? {} : { meant: meant.who }),
    });
    rest = rest
      .slice(length)
      .replace(/^（(?!(?:特殊)?普通合伙|有限合伙)[^）]*）/u, "")
      .replace(AND_OTHERS, "");
    if (/^[、，及和与以]/u.test(rest)) continue;
    const next = anotherAct(rest);
    if (next === undefined) break;
    acts += next.act;
    rest = next.rest;
  }
  return { parties, rest: acts + rest };
}

/** 诉县公安局行政处罚、县人民政府行政复议: what each did stands behind its name. */
function anotherAct(text: string): { act: string; rest: string } | undefined {
  const [whole = "", act = ""] = /^([\p{Script=Han}]{2,16}?[、及和])(?:被告)?/u.exec(text) ?? [];
  const rest = text.slice(whole.length);
  const organ = organAtStart(rest);
  return beginsCause(act) && organ !== undefined && isFullOrgan(organ) ? { act, rest } : undefined;
}

function meantAt(text: string): { who: Meant; length: number } | undefined {
  const self = SELF.exec(text)?.[0];
  if (self !== undefined) return { who: "author", length: self.length };
  const undertaking = UNDERTAKING.exec(text)?.[0];
  if (undertaking !== undefined) return { who: "addressed-undertaking", length: undertaking.length };
  const addressee = ADDRESSEE.exec(text)?.[0];
  if (addressee !== undefined) return { who: "addressee", length: addressee.length };
  const greeted = GREETED.exec(text)?.[0];
  return greeted === undefined ? undefined : { who: "greeted", length: greeted.length };
}

interface NextName {
  readonly name: string;
  readonly isSure: boolean;
}

function nextName(
  text: string,
  side: "claims" | "answers" | "either",
  hasRole: boolean,
): NextName | undefined {
  return side === "claims" ? claimantAtStart(text, hasRole) : nameBeforeCause(text);
}

/** What stands before 诉 holds nothing but names, so that marks and conjunctions alone part them. */
function claimantAtStart(text: string, hasRole: boolean): NextName | undefined {
  const name =
    /^(?:[\p{Script=Han}\w·×*]|（[^）]{1,10}）(?=[\p{Script=Han}])|（(?:(?:特殊)?普通|有限)合伙）)+/u.exec(
      text,
    )?.[0] ?? "";
  const whole = name.replace(/等[\d一二三四五六七八九十百两]*[人户名家位]?$/u, "");
  const first = whole.split(/[及和与](?=[\p{Script=Han}]{2})/u)[0] ?? whole;
  const alone = isWhole(whole) ? whole : first;
  if (alone.length < 2 || alone.length > 40 || /^[的了为是]/u.test(alone)) return undefined;
  return { name: alone, isSure: isWhole(alone) || (hasRole && (alone.length <= 4 || isPlaced(alone))) };
}

/** Behind 诉 and 与 the last name runs on into the cause: 第三人吾某工伤保险资格认定. */
function nameBeforeCause(text: string): NextName | undefined {
  const organ = organAtStart(text);
  if (organ !== undefined && isOrgan(organ)) return { name: organ, isSure: true };
  const undertaking = Array.from({ length: Math.min(text.length, 36) - 2 }, (_, index) => index + 3)
    .map((length) => ({ name: text.slice(0, length), rest: text.slice(length) }))
    .find(
      ({ name, rest }) => COMPLETE.test(name) && /^[\p{Script=Han}（）\w]+$/u.test(name) && isBoundary(rest),
    );
  if (undertaking !== undefined) return { name: undertaking.name, isSure: true };
  const company =
    /^[\p{Script=Han}（）\w]{2,30}?(?:公司|合作社|厂|中心|学校|医院|委员会|商行|经营部|超市)/u.exec(
      text,
    )?.[0];
  if (company !== undefined) return { name: company, isSure: true };
  const person = [2, 3, 4]
    .map((length) => ({ name: text.slice(0, length), rest: text.slice(length) }))
    .find(({ name, rest }) => isPersonName(name) && isBoundary(rest));
  if (person !== undefined) return { name: person.name, isSure: true };
  const until = causeAt(text);
  // 佟某医疗事故行政处理: a masked name has one character more at most.
  const masked = /^\p{Script=Han}某[某甲乙丙丁]?/u.exec(text)?.[0];
  if (masked !== undefined && until >= masked.length + 3) return { name: masked, isSure: true };
  const mark = text.search(/[、，及和与（]/u);
  const end = [until, mark].filter((place) => place > 0);
  const name = text.slice(0, end.length > 0 ? Math.min(...end) : text.length);
  return name.length >= 2 && name.length <= 30 && until !== 0 ? { name, isSure: isWhole(name) } : undefined;
}

/** 石嘴山市大武口区星光网吧: begins with its place, as registered names do. */
function isPlaced(name: string): boolean {
  return /^\p{Script=Han}{2,8}?[省市区县旗州盟]\p{Script=Han}{2,}$/u.test(name);
}

function isBoundary(rest: string): boolean {
  return (
    rest === "" ||
    /^[、，]|^（(?!(?:特殊)?普通合伙|有限合伙)|^[及和与](?=\p{Script=Han}{2})|^等/u.test(rest) ||
    beginsCause(rest)
  );
}

function isWhole(name: string): boolean {
  return isPersonName(name) || COMPLETE.test(name) || isOrgan(name);
}
