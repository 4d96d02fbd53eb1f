import { isFullOrgan, isOrgan, organAtStart } from "../names/organ-name.ts";
import { isByWord, ROLE_WORD, type Role, roleOf } from "../names/party-role.ts";
import { isPersonName } from "../names/person-name.ts";
import { COMPLETE } from "../names/undertakings.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap, spanOf } from "../text/flat-text.ts";

const ROLE = new RegExp(`(?<word>${ROLE_WORD})(?:（(?<bracket>[^）]{2,20})）)?`, "gu");
/** Longer names, and parties named further down than this, are none of the paper's own. */
const LONGEST = 44;
const WITHIN = 20_000;
const UNDERTAKING =
  /^[\p{Script=Han}（）\w]{2,30}?(?:公司|合作社|厂|中心|学校|医院|居民委员会|村民委员会|业主委员会|检察院|商行|经营部|超市|店)/u;
/** What can stand behind a person's name in a sentence. */
const BEHIND_PERSON =
  /^(?:[，。；、：（]|$|[于因在向与及和的等以经对]|申请|提[出起]|不服|要求|请求|自愿|已|未|作为|本人|同意|撤回|委托|到庭|出庭)/u;

/**
 * Parties whose role stands before their name in the middle of a sentence: 因原告某某公司申请撤回起诉. For papers that
 * neither list the parties nor say who sues whom. With several names for a role a person must look.
 */
export function partiesInProse(flat: FlatText): { role: Role; fact: Fact<string> }[] {
  const found = new Map<string, { role: Role; text: string }>();
  for (const match of flat.text.slice(0, WITHIN).matchAll(ROLE)) {
    const at = match.index + match[0].length;
    const name = nameFollowing(flat.text.slice(at, nextGap(flat, at + 1, Gap.cell, at + LONGEST)));
    const { word = "", bracket = "" } = match.groups ?? {};
    if (name === undefined || found.has(name)) continue;
    const known = roleOf(word, bracket, name);
    if (!isByWord(known)) continue;
    found.set(name, { role: known.role, text: spanOf(flat, match.index, at + name.length) });
  }
  for (const match of flat.text.slice(0, WITHIN).matchAll(/(?:起诉|状告)(?=\p{Script=Han})/gu)) {
    const at = match.index + match[0].length;
    const organ = organAtStart(flat.text.slice(at, nextGap(flat, at + 1, Gap.cell, at + LONGEST)));
    if (organ !== undefined && isFullOrgan(organ) && !found.has(organ))
      found.set(organ, { role: "respondent", text: spanOf(flat, match.index, at + organ.length) });
  }
  return [...found].map(([value, { role, text }]) => {
    const isAlone = [...found.values()].filter((other) => other.role === role).length === 1;
    return { role, fact: { value, confidence: isAlone ? 0.82 : 0.7, rule: "role-in-sentence", text } };
  });
}

function nameFollowing(text: string): string | undefined {
  if (!/^\p{Script=Han}/u.test(text)) return undefined;
  const organ = organAtStart(text);
  if (organ !== undefined && isOrgan(organ)) return organ;
  const undertaking = UNDERTAKING.exec(text)?.[0];
  if (undertaking !== undefined && COMPLETE.test(undertaking)) return undertaking;
  return [2, 3, 4]
    .map((length) => text.slice(0, length))
    .find((name) => isPersonName(name) && BEHIND_PERSON.test(text.slice(name.length)));
}
