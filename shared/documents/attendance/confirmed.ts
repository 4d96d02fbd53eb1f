/** Which of the heads whom a paper lists came, by the sentences that say who did? */
import { isWhollyMasked } from "../names/person-name.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { Roll } from "./roll.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";
import { blanked, verbsOf } from "./speech/verbs.ts";

/** A list's line that puts somebody forward, and what the paper says of that person's coming. */
interface ListedHead {
  readonly name: string;
  /** Nothing is left of the name (**): no sentence can name it. */
  readonly isMasked: boolean;
  /** Put forward as head, not an agent with a head's title. */
  readonly asHead: boolean;
  /** The line itself says whether the person is there: 周强，副局长（到庭）. */
  readonly saysSo: boolean;
  /** Sentences with a verb of coming that name the person. */
  readonly told: readonly string[];
  /** What the sentences say of who came for the agency. */
  readonly rolls: readonly Roll[];
  /** A sentence says that the agency's head came, and names nobody, or this person. */
  readonly isSaidOfHead: boolean;
  /** A sentence says that the agency's head didn't come: list and sentence contradict each other. */
  readonly isSaidAbsent: boolean;
  /** In a record the person speaks, or the court speaks to that person. */
  readonly takesPart: boolean;
  /** In a record the court checked those who sit there, or the list is of those who came. */
  readonly isChecked: boolean;
}

const LISTED_HEAD = ruleTable<ListedHead, "came" | "absent" | "unread">(
  "listed-head-and-who-came",
  ({ told }) => told.join(""),
  [
    {
      name: "line-says-who-came",
      of: ({ saysSo }) => saysSo,
      says: "came",
      example: "出庭负责人：周强，副局长（到庭）",
    },
    {
      name: "agent-named-as-come",
      of: ({ told, name }) => told.some((text) => cameBy(text, name)),
      says: "came",
      example: "被告委托代理人周强、钱伟到庭参加诉讼",
    },
    {
      // That a head put forward didn't come is weighed against the list, not left out of it.
      name: "agent-named-as-absent",
      of: ({ told, asHead }) => told.length > 0 && !asHead,
      says: "absent",
      example: "被告委托代理人钱伟到庭参加诉讼，周强未到庭",
    },
    {
      name: "came-by-the-label-alone",
      of: ({ asHead, isSaidOfHead }) => asHead && isSaidOfHead,
      says: "came",
      example: "二被告出庭负责人及委托代理人均到庭参加诉讼",
    },
    {
      name: "weighed-against-an-absence",
      of: ({ asHead, isSaidAbsent }) => asHead && isSaidAbsent,
      says: "came",
      example: "出庭负责人：周强，副局长 …… 审判长：被告负责人未出庭",
    },
    {
      name: "takes-part-in-the-sitting",
      of: ({ takesPart }) => takesPart,
      says: "came",
      example: "审判长：请被告出庭负责人周强发表意见。",
    },
    {
      name: "agent-not-among-those-who-came",
      of: ({ rolls, asHead }) =>
        rolls.some(
          ({ came, saysAgents, saysEveryone }) => came.length > 0 || (asHead && saysAgents && !saysEveryone),
        ),
      says: "unread",
      example: "被告委托代理人钱伟到庭参加诉讼",
    },
    {
      name: "court-checked-the-list",
      of: ({ isChecked }) => isChecked,
      says: "came",
      example: "审判长：核对完毕，出庭人员符合法律规定。",
    },
    {
      // Agents wholly masked can't be told from each other: 委托代理人***到庭.
      name: "masked-and-perhaps-another",
      of: ({ isMasked }) => isMasked,
      says: "unread",
      example: "委托代理人***，副局长。委托代理人***，律师。",
    },
    {
      name: "nobody-named-who-came",
      of: ({ rolls }) => rolls.length > 0,
      says: "came",
      example: "双方当事人均到庭参加诉讼",
    },
    {
      name: "no-sentence-says-who-came",
      of: () => true,
      says: "unread",
      example: "本院公开开庭审理了本案。",
    },
  ],
);

/** A list's rules whose own words say that somebody is there. */
const SAY_SO: ReadonlySet<string> = new Set([
  "leader-listed-as-present",
  "holder-of-the-post-came",
  "row-of-the-head",
  "row-with-title-of-head",
  "field-says-present",
]);
const HERE =
  /^(?:[\p{Script=Han}]{2,5}的?)?出庭(?:应诉)?(?:工作)?人员|(?<![未不没])(?:已|能|均)?(?:到庭|在庭|到场|☑到庭)(?!应诉负责人|负责人)/u;

/** What the paper says of who came, for the lines of its lists. */
export interface WhoCame {
  readonly rolls: readonly Roll[];
  readonly utterances: readonly Utterance[];
  readonly takesPart: (name: string) => boolean;
  readonly isChecked: (organ: number) => boolean;
  readonly wordsOf: (sign: Sign) => string;
  /** What the sentences say of heads. */
  readonly statements: readonly Sign[];
}

/**
 * A paper's head lists people whether they came or not; its sentences say who did. One with a head's title whom a sentence
 * says absent counts for nothing; one whom the sentences pass over, where they name others or nobody at all, goes to a
 * person.
 */
export function confirmedHeads(signs: readonly Sign[], { rolls, utterances, ...ask }: WhoCame): Sign[] {
  const appearances = utterances.map(({ text }) => blanked(text)).filter((text) => verbsOf(text).length > 0);
  return signs.flatMap((sign): Sign[] => {
    if (sign.says !== "present") return [sign];
    const { organ } = sign;
    const name = sign.person?.name ?? "";
    const isMasked = isWhollyMasked(name);
    const ruled = LISTED_HEAD.decide({
      name,
      asHead: sign.asHead,
      saysSo: SAY_SO.has(sign.rule) || HERE.test(ask.wordsOf(sign)),
      isMasked,
      told: name !== "" && !isMasked ? appearances.filter((text) => text.includes(name)) : [],
      rolls: rolls.filter((roll) => roll.organ === organ),
      isSaidOfHead: ask.statements.some(
        (said) =>
          (said.says === "present" || said.says === "shared-head") &&
          (said.organ === organ || said.organ === "all") &&
          (said.person === undefined || said.person.name === name),
      ),
      isSaidAbsent: ask.statements.some(
        (said) => said.says === "absent" && (said.organ === organ || said.organ === "all"),
      ),
      takesPart: ask.takesPart(name),
      isChecked: typeof organ === "number" && ask.isChecked(organ),
    });
    if (ruled?.verdict === "absent") return [];
    if (ruled?.verdict !== "unread") return [sign];
    const { start, end, person } = sign;
    const who = person === undefined ? {} : { person };
    const { rule } = ruled;
    return [{ organ, start, end, ...who, says: "unread", confidence: CONFIDENCE.doubtful, rule }];
  });
}

/** Whether the first verb behind a name says that the person came. */
function cameBy(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return verbsOf(text).find((verb) => verb.at >= at)?.negative === false;
}
