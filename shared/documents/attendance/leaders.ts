import { judgeHead } from "../../domain/court/head.ts";
import { listedPerson } from "../names/named-person.ts";
import type { Parties } from "../parties/parties.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { lineOf, NOT_HERE, NUMBERED, organOf, personText, valueAfter } from "./listing.ts";
import type { Organ } from "./organs.ts";
import type { Sign } from "./signs.ts";
import { ownTitle } from "./title.ts";

const LEADER_LABEL =
  /(?<legal>法定代表人|主要负责人)|(?<![庭诉关位要])负责人(?!出庭|到庭|应诉|是否|未|因|员)/gu;
const HERE = /(?:已)?(?:到庭|出庭|在庭|到场|参加诉讼)/u;
const NOBODY = /^(?:无|没有|缺席|不出庭|否|\/|-+|空)(?:。|$)/u;
/** Headings under which only those stand who came. */
const PRESENT_HEADING =
  /(?:到庭|出庭|参加(?:庭审|诉讼)|在庭|实到)(?:的)?(?:诉讼)?(?:人员|参与人|参加人|当事人|情况)(?:及[^：。]{2,10})?(?:：|如下|$)/gu;

/**
 * 法定代表人 and 主要负责人 say who leads an agency, not who came: they count with 到庭 behind them. A bare 负责人 in a
 * record's list of those present is the head who sits there: a deputy leads no agency, so he can only stand there
 * because he came; a principal may, where the list has another line for who leads or is headed 到庭人员.
 */
export function leadersPresent(
  flat: FlatText,
  organs: readonly Organ[],
  parties: Parties,
  storyFrom: number,
  isJudgment: boolean,
): Sign[] {
  const signs: Sign[] = [];
  for (const match of flat.text.slice(0, storyFrom).matchAll(LEADER_LABEL)) {
    const at = match.index;
    const from = at + match[0].length;
    const value = valueAfter(flat, from);
    const text = flat.text.slice(value.start, value.end);
    const organ = organOf(flat, at, organs, parties);
    if (organ === "other") continue;
    const place = { organ, start: at, end: Math.max(value.end, from) };
    const isBare = match.groups?.legal === undefined && !isJudgment && opensLabel(flat, at, from);
    const person = listedPerson(personText(flat, value));
    const who = person === undefined ? {} : { person };
    if (isBare && hasHeadOfItsOwn(flat, organs, organ)) continue;
    if (isBare && (NOBODY.test(text) || (NOT_HERE.test(text) && !HERE.test(text.replace(NOT_HERE, "")))))
      signs.push({ ...place, says: "absent", ...who, confidence: 0.85, rule: "leader-listed-as-absent" });
    else if (person !== undefined && HERE.test(text) && !NOT_HERE.test(text))
      signs.push({
        ...place,
        says: "present",
        person,
        asHead: true,
        confidence: 0.9,
        rule: "leader-listed-as-present",
      });
    else if (isBare && text !== "" && !/[？?]|是否|吗/u.test(text)) {
      const came = person !== undefined && isThere(flat, organs, { at, organ, title: person.title });
      signs.push(
        came
          ? {
              ...place,
              says: "present",
              person,
              asHead: true,
              confidence: 0.86,
              rule: "leader-in-list-of-those-present",
            }
          : { ...place, says: "unread", ...who, confidence: 0.4, rule: "leader-perhaps-present" },
      );
    }
  }
  return signs;
}

const TITLE_LABEL = /(?<title>副?(?:[局厅县市区镇乡]长|主任))：/gu;

/** 副镇长：李贺（到庭）: the post stands where a label does. */
export function postsAsLabels(flat: FlatText, organs: readonly Organ[], parties: Parties): Sign[] {
  return [...flat.text.matchAll(TITLE_LABEL)].flatMap((match): Sign[] => {
    const at = match.index;
    const organ = organOf(flat, at, organs, parties);
    if (gapAt(flat, at) < Gap.cell || typeof organ !== "number") return [];
    const value = valueAfter(flat, at + match[0].length - 1);
    const text = flat.text.slice(value.start, value.end);
    const name = listedPerson(`${personText(flat, value)}，${match.groups?.title}`)?.name;
    if (name === undefined) return [];
    const person = { name, title: match.groups?.title ?? "" };
    const place = { organ, start: at, end: value.end, person };
    if (NOT_HERE.test(text))
      return [{ ...place, says: "agent", is: "staff", confidence: 0.85, rule: "leader-listed-as-absent" }];
    if (!HERE.test(text))
      return [{ ...place, says: "unread", confidence: 0.4, rule: "leader-perhaps-present" }];
    return [{ ...place, says: "present", asHead: true, confidence: 0.88, rule: "leader-listed-as-present" }];
  });
}

/** Beside 出庭负责人 a bare 负责人 says who leads the agency. */
function hasHeadOfItsOwn(flat: FlatText, organs: readonly Organ[], organ: Sign["organ"]): boolean {
  const listed = typeof organ === "number" ? organs[organ]?.listed : undefined;
  return (
    listed !== undefined &&
    /(?:出庭|应诉)(?:应诉)?负责人|行政机关负责人/u.test(flat.text.slice(listed.start, listed.blockEnd))
  );
}

/** 负责人 as a label: it opens a line, a cell or a part of a party's paragraph, and a value follows. */
function opensLabel(flat: FlatText, at: number, end: number): boolean {
  const { start } = lineOf(flat, at);
  const before = flat.text.slice(start, at);
  return (
    (before === "" || NUMBERED.test(before) || gapAt(flat, at) >= Gap.blank || /[，。；）]$/u.test(before)) &&
    (flat.text[end] === "：" || gapAt(flat, end) >= Gap.blank)
  );
}

function isThere(
  flat: FlatText,
  organs: readonly Organ[],
  { at, organ, title }: { at: number; organ: Sign["organ"]; title: string | undefined },
): boolean {
  const agency = typeof organ === "number" ? organs[organ] : undefined;
  if (agency === undefined || title === undefined) return false;
  const judged = judgeHead({ agency: agency.name, title: ownTitle(title, agency.name) });
  if (judged.verdict === "head" && judged.rank !== "principal") return true;
  const block = flat.text.slice(agency.listed?.start ?? at, agency.listed?.blockEnd ?? at);
  if (/法定代表人|主要负责人/u.test(block)) return true;
  return [...flat.text.slice(0, at).matchAll(PRESENT_HEADING)].some(
    ({ index }) => gapAt(flat, index) >= Gap.line,
  );
}
