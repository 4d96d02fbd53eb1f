/** Whom do these words of a sentence name, and does the law count that person among an agency's heads? */
import { type HeadJudgement, judgeHead } from "../../../domain/court/head.ts";
import { namedBehindChief, type Person, personIn } from "../../names/named-person.ts";
import { isPersonName } from "../../names/person-name.ts";
import type { FlatText } from "../../text/flat-text.ts";
import { anyOf, wordList } from "../../text/words.ts";
import { ownTitle } from "./title.ts";

/** 及其, 和委托代理人: what joins the next person to the one named; 和 and 与 are characters of names as well. */
export const JOINS_NEXT = "[和与](?=其|委托|诉讼|代理|工作|原告|被告|第三)";
/** What ends the words about a head: the next person, or what the head did. */
const ENDS_PHRASE = new RegExp(
  `及|${JOINS_NEXT}|、?(?:委托|诉讼)?代理人|，?(?:原告|被告|第三人|上诉人)|${anyOf(wordList("因 均 已 按时 依法 也"))}`,
  "u",
);
/** What leads to a name and is no part of it or of its title. */
const LEADING_WORDS = [
  ...wordList("是的? 有的? 已 由 到庭的?(?:是|为) 出庭的?(?:是|为) 负责人(?:是|为)?"),
  ...wordList("我(?:局|单位|委|府)的? 本局的? ，"),
];
const LEAD = new RegExp(`^${anyOf(LEADING_WORDS)}+`, "u");
/** How or for whom somebody came, and that they came. */
const MANNER = wordList("已经? 今天 亲自 均 代表[^，]* 作为[^，]*");
const CAME = wordList("到庭 出庭 参加 出席 到场 在场 来 在线(?=[，。；]|$)");
const CAME_BEHIND = new RegExp(`(?:同志)?${anyOf(MANNER)}?${anyOf(CAME)}.*$`, "u");
/** 今天到庭的是, 参加庭审的人员有 */
const THOSE_WHO_CAME = "(?:到庭|出庭|来|参加(?:今天的)?(?:庭审|诉讼))(?:应诉|参加诉讼)?的(?:人员|同志)?";
const ARE = anyOf(wordList("是 为 有 分别是 ："));
const WHO_CAME = new RegExp(`${THOSE_WHO_CAME}${ARE}([^。；]+)`, "u");

/** How far from a word for a head the person may be named. */
const NEAR = 60;

/** The words about a head between the label and the verb. */
export function phraseAfter(text: string, from: number, until: number): string {
  const rest = text.slice(from, Math.min(until, from + NEAR));
  const end = rest.search(ENDS_PHRASE);
  return rest.slice(0, end === -1 ? rest.length : end).replace(/^[、，：（即系]+/u, "");
}

/** 副局长赵某作为负责人到庭: the name stands before the label. */
export function phraseBefore(text: string, at: number): string {
  const words = /([^，。；、]{0,30})(?:作为|系|是|以)[^，。；、]{0,12}$/u.exec(
    text.slice(Math.max(0, at - NEAR), at),
  )?.[1];
  return words?.replace(/^.*?(?:由|被告)/u, "") ?? "";
}

/** The person a phrase names, without what leads to the name and that the person came. */
export function personOf(phrase: string): Person | undefined {
  return personIn(
    phrase.replaceAll("□", "").replace(LEAD, "").replace(CAME_BEHIND, "").replace(/同志$/u, ""),
  );
}

/**
 * As {@link personOf} in words that say who is there: 副局长图门, whose family name no list knows, is one as well. In speech
 * a name of two characters is none unless the record knows it: 局长答应出庭.
 */
export function personHere(
  words: string,
  isSpeech: boolean,
  knows: (name: string) => boolean,
): Person | undefined {
  const listed = personOf(words);
  if (listed !== undefined) return listed;
  const person = namedBehindChief(bareWords(words));
  const isName = person !== undefined && (!isSpeech || person.name.length > 2 || knows(person.name));
  return isName ? person : undefined;
}

/** Words about somebody without what leads to them and that the person came. */
function bareWords(words: string): string {
  return words.replace(LEAD, "").replace(CAME_BEHIND, "");
}

/** Whether somebody of this name speaks in a record, or leads the agency by its head. */
export function isKnownIn({ text }: FlatText): (name: string) => boolean {
  return (name) => new RegExp(`(?:${name}(?:（[^）]{1,12}）)?：|代表人：?${name}[，。])`, "u").test(text);
}

/** 今天到庭的是副局长龙涛，以及民警钱某: everyone such a sentence names. */
export function personsListed(text: string): Person[] {
  const list = WHO_CAME.exec(text)?.[1];
  const self = /^我(?:是|系|叫)([^，。；]+)/u.exec(text)?.[1];
  return (list ?? self ?? "")
    .split(/[，、]?(?:以及|及|还有|和(?=[\p{Script=Han}]{4}))|，/u)
    .flatMap((piece) => personHere(piece, false, () => false) ?? []);
}

/** The person a clause sends or names; none where the words can't be a name. */
export function personOfClause(clause: string): Person | undefined {
  const person = personOf(clause.replace(/^.*?(?:由|委托|派|指派|安排)(?!代理)/u, ""));
  return person !== undefined && isPersonName(person.name) ? person : undefined;
}

/** What the law says of a title as one of this agency. */
export function judgedAs(title: string, agency: string): HeadJudgement {
  return judgeHead({ agency, title: ownTitle(title, agency) });
}

/** Whether a person is one of the agency's heads; undefined where no title is given. */
export function verdictOf({ title }: Person, agency: string): HeadJudgement["verdict"] | undefined {
  return title === undefined ? undefined : judgedAs(title, agency).verdict;
}
