/** Which of the agents whom a judgment lists came, by what its 到庭 sentence says? */
import { CONFIDENCE } from "../text/confidence.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { Sign } from "./signs.ts";
import type { Utterance } from "./utterances.ts";
import { blanked, verbsOf } from "./verbs.ts";

/** An agent with a head's title, and what the sentences about who came say of that agent. */
interface ListedAgent {
  readonly name: string;
  /** Sentences that name the agent. */
  readonly told: readonly string[];
  /** Whether any names somebody else who is listed. */
  readonly namesOthers: boolean;
}

const LISTED_AGENT = ruleTable<ListedAgent, "came" | "absent" | "unread">(
  "agent-and-who-came",
  ({ told }) => told.join(""),
  [
    {
      name: "agent-named-as-come",
      of: ({ told, name }) => told.some((text) => cameBy(text, name)),
      says: "came",
      example: "被告委托代理人周强、钱伟到庭参加诉讼",
    },
    {
      name: "agent-named-as-absent",
      of: ({ told }) => told.length > 0,
      says: "absent",
      example: "被告委托代理人钱伟到庭参加诉讼，周强未到庭",
    },
    {
      name: "agent-not-among-those-who-came",
      of: ({ namesOthers }) => namesOthers,
      says: "unread",
      example: "被告委托代理人钱伟到庭参加诉讼",
    },
    {
      name: "nobody-named-who-came",
      of: () => true,
      says: "came",
      example: "被告委托代理人到庭参加诉讼",
    },
  ],
);

/**
 * A judgment's head lists agents whether they came or not; its 到庭 sentence says who did. An agent with a head's title
 * whom that sentence says absent counts for nothing, and one whom it passes over where it names others goes to a person.
 */
export function confirmedAgents(signs: readonly Sign[], utterances: readonly Utterance[]): Sign[] {
  const appearances = utterances.map(({ text }) => blanked(text)).filter((text) => verbsOf(text).length > 0);
  const names = signs.flatMap((sign) => ("person" in sign && sign.person ? [sign.person.name] : []));
  return signs.flatMap((sign): Sign[] => {
    if (sign.says !== "present" || sign.asHead || sign.person === undefined) return [sign];
    const { name } = sign.person;
    const others = names.filter((other) => other !== name);
    const ruled = LISTED_AGENT.decide({
      name,
      told: appearances.filter((text) => text.includes(name)),
      namesOthers: appearances.some((text) => others.some((other) => text.includes(other))),
    });
    if (ruled?.verdict === "absent") return [];
    if (ruled?.verdict !== "unread") return [sign];
    const { organ, start, end, person } = sign;
    const { rule } = ruled;
    return [{ organ, start, end, person, says: "unread", confidence: CONFIDENCE.doubtful, rule }];
  });
}

/** Whether the first verb behind a name says that the person came. */
function cameBy(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return verbsOf(text).find((verb) => verb.at >= at)?.negative !== true;
}
