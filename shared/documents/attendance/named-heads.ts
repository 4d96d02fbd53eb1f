/** Does a sentence speak of a head whom a list named before, and does it say that the head came? */
import type { Person } from "../names/named-person.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { anyOf, literally, wordList } from "../text/words.ts";
import { busyWith, reasonOf } from "./reasons.ts";
import type { Mentioned } from "./speech/organs.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";
import { verbsOf } from "./speech/verbs.ts";

/** Somebody whom a list puts forward as an agency's head. */
export interface NamedHead {
  readonly organ: Mentioned;
  readonly person: Person;
}

/** Posts that a family name is called by. */
const CALLED = anyOf(wordList("副?(?:[局厅县市区镇乡]长|主任) 书记 政委"));
/** Between a name and its verb: 周强今天未到庭, 周局长因公未能到庭. */
const UP_TO_VERB = /^(?:今天|今日|因[^，。；]{1,20})?[^，。；、因]{0,6}$/u;

/** Everyone whom the lists' signs name as head. */
export function headsNamed(signs: readonly Sign[]): NamedHead[] {
  return signs.flatMap((sign): NamedHead[] =>
    (sign.says === "present" || sign.says === "absent") && sign.person !== undefined
      ? [{ organ: sign.organ, person: sign.person }]
      : [],
  );
}

/** 周强, 周局长, 周副局长: what a record calls a head whom it named before. */
function calls({ name }: Person): RegExp {
  const family = name.slice(0, name.length > 3 ? 2 : 1);
  return new RegExp(`${literally(name)}|${literally(family)}${CALLED}`, "gu");
}

/** Whether a text speaks of a head by name. */
export function speaksOfHead(text: string, heads: readonly NamedHead[]): boolean {
  return heads.some(({ person }) => calls(person).test(text));
}

/** 周强未到庭, 周局长没有来: a head named before, and in the same clause whether that head came. */
export function namedHeadSigns(
  heads: readonly NamedHead[],
  { start, end, speaker }: Utterance,
  text: string,
): Sign[] {
  const verbs = verbsOf(text);
  return heads.flatMap(({ organ, person }): Sign[] => {
    for (const match of text.matchAll(calls(person))) {
      const from = match.index + match[0].length;
      const verb = verbs.find(({ at }) => at >= from);
      if (verb === undefined || !UP_TO_VERB.test(text.slice(from, verb.at))) continue;
      const place = { organ, start, end, by: speaker, person, confidence: CONFIDENCE.stated };
      if (!verb.negative) return [{ ...place, says: "present", asHead: true, rule: "head-by-name-present" }];
      const reason = { ...busyWith(text), ...reasonOf(text) };
      return [{ ...place, says: "absent", ...reason, rule: "head-by-name-absent" }];
    }
    return [];
  });
}
