import { judgeHead } from "../../domain/court/head.ts";
import { listedPerson } from "../names/named-person.ts";
import type { Parties } from "../parties/parties.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { NOT_HERE, organOf, personText, valueAfter } from "./listing.ts";
import type { Mentioned, Organ } from "./organs.ts";
import type { Sign } from "./signs.ts";
import { ownTitle } from "./title.ts";

const AGENT_LABEL =
  /(?:委托)?(?:诉讼)?代理人|(?<side>(?:原告|被告|第三人|被上诉人|上诉人)的?)?出庭(?:应诉)?人员|工作人员出庭|出庭工作人员/gu;
const LAWYER = /律师|法律服务所|法律工作者|法律顾问/u;
const STAFF =
  /工作人员|职员|职工|干部|科员|科长|股长|民警|警员|主任科员|法制员|办事员|执法人员|员工|大队长|中队长|副队长|法规科|法制科|办公室|法制(?:大队|室)|科室/u;

/** Agents of an agency; one with a head's title is a head, whatever the list calls him. */
export function agents(
  flat: FlatText,
  organs: readonly Organ[],
  parties: Parties,
  storyFrom: number,
): Sign[] {
  const signs: Sign[] = [];
  for (const match of flat.text.slice(0, storyFrom).matchAll(AGENT_LABEL)) {
    const at = match.index;
    const start = at + match[0].length;
    const next = flat.text[start] ?? "";
    if (gapAt(flat, at) < Gap.blank && !/[。；，：.、）]/u.test(flat.text[at - 1] ?? "")) continue;
    const organ = organOf(flat, at + (match.groups?.side?.length ?? 0), organs, parties);
    const agency = typeof organ === "number" ? organs[organ] : undefined;
    if (agency === undefined || /[及的到]/u.test(next)) continue;
    const value = valueAfter(flat, start);
    for (const phrase of agentPhrases(personText(flat, value)))
      signs.push(agentSign(phrase, agency.name, { organ, start: at, end: value.end }));
  }
  return signs;
}

function agentSign(
  phrase: string,
  agency: string,
  place: { organ: Mentioned; start: number; end: number },
): Sign {
  const person = listedPerson(phrase);
  const who = person === undefined ? {} : { person };
  const absent = NOT_HERE.test(phrase);
  if (LAWYER.test(phrase))
    return { ...place, says: "agent", ...who, is: "lawyer", confidence: 0.9, rule: "agent-is-lawyer" };
  const verdict =
    person?.title === undefined
      ? undefined
      : judgeHead({ agency, title: ownTitle(person.title, agency) }).verdict;
  if (person !== undefined && verdict === "head" && !absent)
    return {
      ...place,
      says: "present",
      person,
      asHead: false,
      confidence: 0.87,
      rule: "agent-with-title-of-head",
    };
  if (verdict === "staff" || (verdict !== "review" && STAFF.test(phrase)))
    return { ...place, says: "agent", ...who, is: "staff", confidence: 0.9, rule: "agent-is-staff" };
  return { ...place, says: "agent", ...who, is: "unknown", confidence: 0.6, rule: "agent-without-title" };
}

/** Several agents on a line: 钱某，法制科科长；孙某，律师 · 钱某、孙某，均系该局工作人员. */
function agentPhrases(value: string): string[] {
  // 科员。到庭: the remark belongs to the one before it.
  const text = value.replace(/[。；](?=（?(?:已|未|没有|未能)*(?:到庭|出庭|到场|缺席)）?$)/u, "，");
  const tail =
    /^((?:[\p{Script=Han}×*]{2,4}、)+[\p{Script=Han}×*]{2,4})，?((?:均|都)?(?:系|为)?[^；。]*)$/u.exec(
      text.replace(/[。；]$/u, ""),
    );
  if (tail?.[1] !== undefined)
    return tail[1]
      .split("、")
      .map((name) => `${name}，${(tail[2] ?? "").replace(/^(?:均|都)?(?:系|为)?/u, "")}`);
  return text.split(/[；。]|、(?=[\p{Script=Han}×*]{2,4}(?:，|（))/u).filter((phrase) => phrase.length >= 2);
}
