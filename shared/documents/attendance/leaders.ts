/** Did the one whom a list calls an agency's leader come, or does the list only say who leads it? */
import { listedPerson, type Person } from "../names/named-person.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { startInLine } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import { NOT_HERE, NUMBERED, organOf, personText, valueAfter } from "./speech/listing.ts";
import type { Organ } from "./speech/organs.ts";
import { judgedAs } from "./speech/persons.ts";
import type { Place, Sign } from "./speech/signs.ts";

/** 法定代理人 is written for 法定代表人 by a slip that courts make. */
const LEGAL_LEADERS = wordList("法定代表人 法定代理人 主要负责人");
/** 负责人 that is part of another word, or said in a sentence: 出庭负责人, 该负责人出庭. */
const NO_LABEL_BEFORE = "(?<![庭诉关位要])";
const NO_LABEL_BEHIND = "(?!出庭|到庭|应诉|是否|未|因|员)";
const LEADER_LABEL = new RegExp(
  `(?<legal>${anyOf(LEGAL_LEADERS)})|${NO_LABEL_BEFORE}负责人${NO_LABEL_BEHIND}`,
  "gu",
);
const HERE = /(?:已)?(?:到庭|出庭|在庭|到场|参加诉讼)/u;
const NOBODY_THERE = /^(?:无|没有|缺席|不出庭|否|\/|-+|空)(?:。|$)/u;
const WHO_CAME = anyOf(wordList("到庭 出庭 参加(?:庭审|诉讼) 在庭 实到"));
const PEOPLE = anyOf(wordList("人员 参与人 参加人 当事人 情况"));
/** Headings under which only those stand who came. */
const PRESENT_HEADING = new RegExp(
  `${WHO_CAME}(?:的)?(?:诉讼)?${PEOPLE}(?:及[^：。]{2,10})?(?:：|如下|$)`,
  "gu",
);

/** What a list says behind a label for a leader. */
interface LeaderListed {
  readonly text: string;
  readonly person: Person | undefined;
  /** A bare 负责人 as a record's label, which 法定代表人 is not. */
  readonly isBare: boolean;
  /** Beside a label for the head that appears a bare 负责人 says who leads the agency. */
  readonly hasHeadOfItsOwn: () => boolean;
  /** Whether whoever stands there came; asked only of a bare label. */
  readonly cameAs: (person: Person) => boolean;
}

const LISTED_LEADER = ruleTable<LeaderListed, "nothing" | "absent" | "present" | "unread">(
  "leader-on-a-list",
  ({ text }) => text,
  [
    {
      name: "leads-beside-the-head-that-appears",
      of: ({ isBare, hasHeadOfItsOwn }) => isBare && hasHeadOfItsOwn(),
      says: "nothing",
      example: "负责人：王某，局长 / 出庭负责人：周强，副局长",
    },
    {
      name: "leader-line-says-none",
      of: ({ isBare, text }) => isBare && NOBODY_THERE.test(text),
      says: "absent",
      example: "负责人：无",
    },
    {
      name: "leader-listed-as-absent",
      of: ({ isBare, text }) => isBare && NOT_HERE.test(text) && !HERE.test(text.replace(NOT_HERE, "")),
      says: "absent",
      example: "负责人：周强，局长（未到庭）",
    },
    {
      name: "leader-listed-as-present",
      of: ({ person, text }) => person !== undefined && HERE.test(text) && !NOT_HERE.test(text),
      says: "present",
      example: "法定代表人：周强，局长（到庭）",
    },
    {
      name: "leads-and-may-be-elsewhere",
      of: ({ isBare, text }) => !isBare || text === "" || /[？?]|是否|吗/u.test(text),
      says: "nothing",
      example: "法定代表人：王某，局长",
    },
    {
      name: "leader-in-list-of-those-present",
      of: ({ person, cameAs }) => person !== undefined && cameAs(person),
      says: "present",
      example: "负责人：周强，副局长",
    },
    { name: "leader-perhaps-present", of: () => true, says: "unread", example: "负责人：王某，局长" },
  ],
);

/**
 * 法定代表人 and 主要负责人 say who leads an agency, not who came: they count with 到庭 behind them. A bare 负责人 in a
 * record's list of those present is the head who sits there: a deputy leads no agency, so one can only stand there
 * because of having come; a principal may, where the list has another line for who leads or is headed 到庭人员.
 */
export function leadersPresent(
  flat: FlatText,
  organs: readonly Organ[],
  parties: Parties,
  storyFrom: number,
  isJudgment: boolean,
): Sign[] {
  return [...flat.text.slice(0, storyFrom).matchAll(LEADER_LABEL)].flatMap((match): Sign[] => {
    const at = match.index;
    const from = at + match[0].length;
    const organ = organOf(flat, at, organs, parties);
    if (organ === "other") return [];
    const agency = typeof organ === "number" ? organs[organ] : undefined;
    const value = valueAfter(flat, from);
    const person = listedPerson(personText(flat, value));
    const ruled = LISTED_LEADER.decide({
      text: flat.text.slice(value.start, value.end),
      person,
      isBare: match.groups?.legal === undefined && !isJudgment && opensLabel(flat, at, from),
      hasHeadOfItsOwn: () => agency !== undefined && hasHeadOfItsOwn(flat, agency),
      cameAs: ({ title }) => agency !== undefined && title !== undefined && isThere(flat, agency, title, at),
    });
    const place = { organ, start: at, end: Math.max(value.end, from) };
    return ruled === undefined ? [] : signOfLeader(place, ruled.verdict, ruled.rule, person);
  });
}

/** Whom the lists name as leading an agency, whether they came or not. */
export function leadersNamed({
  flat,
  organs,
  parties,
  storyFrom,
}: {
  readonly flat: FlatText;
  readonly organs: readonly Organ[];
  readonly parties: Parties;
  readonly storyFrom: number;
}): { readonly organ: number; readonly person: Person }[] {
  return [...flat.text.slice(0, storyFrom).matchAll(LEADER_LABEL)].flatMap((match) => {
    const organ = organOf(flat, match.index, organs, parties);
    const person = listedPerson(personText(flat, valueAfter(flat, match.index + match[0].length)));
    return typeof organ !== "number" || person === undefined ? [] : [{ organ, person }];
  });
}

function signOfLeader(
  place: Place,
  says: "nothing" | "absent" | "present" | "unread",
  rule: string,
  person: Person | undefined,
): Sign[] {
  const who = person === undefined ? {} : { person };
  switch (says) {
    case "nothing":
      return [];
    case "absent":
      return [{ ...place, says, ...who, confidence: CONFIDENCE.inferred, rule }];
    case "present":
      return [{ ...place, says, ...who, asHead: true, confidence: CONFIDENCE.inferred, rule }];
    default:
      return [{ ...place, says, ...who, confidence: CONFIDENCE.doubtful, rule }];
  }
}

const TITLE_LABEL = /(?<title>副?(?:[局厅县市区镇乡]长|主任))：/gu;

const POST_AS_LABEL = ruleTable<string, "staff" | "unread" | "present">("post-as-a-label", (text) => text, [
  { name: "holder-of-the-post-is-absent", of: NOT_HERE, says: "staff", example: "王某（未到庭）" },
  { name: "holder-of-the-post-came", of: HERE, says: "present", example: "周强（到庭）" },
  { name: "holder-of-the-post-perhaps-present", of: () => true, says: "unread", example: "周强" },
]);

/** 副镇长：李贺（到庭）: the post stands where a label does. */
export function postsAsLabels(flat: FlatText, organs: readonly Organ[], parties: Parties): Sign[] {
  return [...flat.text.matchAll(TITLE_LABEL)].flatMap((match): Sign[] => {
    const at = match.index;
    const title = match.groups?.title ?? "";
    const organ = organOf(flat, at, organs, parties);
    if (gapAt(flat, at) < Gap.cell || typeof organ !== "number") return [];
    const value = valueAfter(flat, at + match[0].length - 1);
    const name = listedPerson(`${personText(flat, value)}，${title}`)?.name;
    const ruled = POST_AS_LABEL.decide(flat.text.slice(value.start, value.end));
    if (name === undefined || ruled === undefined) return [];
    const { verdict, rule } = ruled;
    const place = { organ, start: at, end: value.end, person: { name, title } };
    if (verdict === "staff")
      return [{ ...place, says: "agent", is: "staff", confidence: CONFIDENCE.inferred, rule }];
    if (verdict === "unread") return [{ ...place, says: verdict, confidence: CONFIDENCE.doubtful, rule }];
    return [{ ...place, says: verdict, asHead: true, confidence: CONFIDENCE.inferred, rule }];
  });
}

function hasHeadOfItsOwn(flat: FlatText, { listed }: Organ): boolean {
  return (
    listed !== undefined &&
    /(?:出庭|应诉)(?:应诉)?负责人|行政机关负责人/u.test(flat.text.slice(listed.start, listed.blockEnd))
  );
}

/** 负责人 as a label: it opens a line, a cell or a part of a party's paragraph, and a value follows. */
function opensLabel(flat: FlatText, at: number, end: number): boolean {
  const before = flat.text.slice(startInLine(flat, at), at);
  return (
    (before === "" || NUMBERED.test(before) || gapAt(flat, at) >= Gap.blank || /[，。；）]$/u.test(before)) &&
    (flat.text[end] === "：" || gapAt(flat, end) >= Gap.blank)
  );
}

/** A deputy on a list came; a principal where another line says who leads, or where all who are listed came. */
function isThere(flat: FlatText, agency: Organ, title: string, at: number): boolean {
  const judged = judgedAs(title, agency.name);
  if (judged.verdict === "head" && judged.rank !== "principal") return true;
  const block = flat.text.slice(agency.listed?.start ?? at, agency.listed?.blockEnd ?? at);
  if (/法定代表人|主要负责人/u.test(block)) return true;
  return [...flat.text.slice(0, at).matchAll(PRESENT_HEADING)].some(
    ({ index }) => gapAt(flat, index) >= Gap.line,
  );
}
