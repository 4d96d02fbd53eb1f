/** Did a head come for an agency, by all that a document says of it, and which of it decides? */
import type { Person } from "../names/named-person.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Attended } from "../text/fact.ts";
import type { FlatText } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { type Of, type PutForward, putForward } from "./put-forward.ts";
import type { Organ } from "./speech/organs.ts";
import type { Sign } from "./speech/signs.ts";

/** The signs of one agency that say one thing. */
export type Said = <Says extends Sign["says"]>(what: Says) => Of<Says>[];

/** Whether a head came, by which sign, and who was put forward. */
export interface Decision {
  readonly attended: Attended;
  readonly confidence: number;
  readonly sign: Sign;
  readonly person?: Person;
  readonly personSign?: Sign;
  /** The rule that decided. */
  readonly rule: string;
}

/** What a rule decides; the person is whoever is put forward, unless it says otherwise. */
interface Outcome {
  readonly attended: Attended;
  /** As sure as the sign where it is not said. */
  readonly confidence?: number;
  readonly sign: Sign;
  readonly who?: { readonly person?: Person; readonly personSign?: Sign };
}

/** All that is said of one agency's head, sorted. */
interface Evidence {
  readonly said: Said;
  /** The best of those put forward. */
  readonly best: PutForward | undefined;
  /** Everyone put forward stands in a list, written before the hearing. */
  readonly isListedOnly: boolean;
  /** That none came, as far as it still held when the head was there. */
  readonly absents: readonly Of<"absent">[];
  /** The court found the identity paper wanting. */
  readonly isDefective: boolean;
  /** A sign about a head whose agency isn't named, where there are several. */
  readonly stray: Sign | undefined;
  /** A sentence says who came for the agency, or the court checked the list at the sitting. */
  readonly isSaidWhoCame: boolean;
}

const NOBODY_ELSE = {};

/** A person decides: something speaks for it and something against, or a part of it is open. */
function open(sign: Sign, who?: Outcome["who"]): Outcome {
  return { attended: "review", confidence: CONFIDENCE.doubtful, sign, ...(who === undefined ? {} : { who }) };
}

/**
 * The order is the law: the court's finding outweighs all; then whoever is put forward, weighed against what says that
 * none came; then that none came; then that nobody did. Where nothing speaks of a head, none came if a sentence says who
 * did, and everyone whom the sentence and the list name was understood: a list alone proves nothing.
 */
const ATTENDED = readingTable<Evidence, Outcome>("whether-a-head-came", [
  {
    name: "one-head-for-several",
    reads({ said, best }) {
      const [shared] = said("shared-head");
      const isHisOwn = best?.standing === "head" && best.sign.start !== shared?.start;
      if (shared === undefined || isHisOwn) return undefined;
      return open(shared, shared.person && { person: shared.person, personSign: shared });
    },
    example: "由街道办事处副主任赵某作为两被告的出庭负责人",
  },
  {
    name: "court-s-finding",
    reads({ said }) {
      const [deemed] = said("deemed-absent");
      return deemed && { attended: false, sign: deemed };
    },
    example: "依法视为行政机关负责人未出庭",
  },
  {
    name: "court-finds-a-head",
    reads({ said, best }) {
      const [found] = said("found-head");
      return found !== undefined && best !== undefined && best.standing !== "staff"
        ? { attended: true, sign: found }
        : undefined;
    },
    example: "合议庭认为屈某属于参与分管的负责人，符合出庭要求",
  },
  {
    name: "put-forward-is-staff-and-none-came",
    reads: ({ best, absents: [absent] }) =>
      best?.standing === "staff" && absent !== undefined ? { attended: false, sign: absent } : undefined,
    example: "出庭负责人：钱某，科长 …… 被告负责人未到庭",
  },
  {
    // An agency that says its head didn't come says by it that whom it sent is none.
    name: "agency-says-that-whom-it-sent-is-none",
    reads({ best, absents }) {
      const own = absents.find(({ by }) => by === "respondent");
      if (best?.standing !== "review" || best.sign.by !== "respondent" || own === undefined) return undefined;
      return { attended: false, confidence: CONFIDENCE.inferred, sign: own, who: NOBODY_ELSE };
    },
    example: "被告：负责人未能到庭，由党组成员赵某出庭",
  },
  {
    // A list is written beforehand; what court and agency both say at the hearing corrects it.
    name: "list-corrected-at-hearing",
    reads({ best, absents, isListedOnly }) {
      const [absent] = absents;
      const voices = new Set(absents.map(({ by }) => by));
      if (best === undefined || absent === undefined || !isListedOnly) return undefined;
      if (!voices.has("court") || !voices.has("respondent")) return undefined;
      return { attended: false, confidence: CONFIDENCE.inferred, sign: absent };
    },
    example: "出庭负责人：周强，副局长 …… 被告：周局长没有来。审判长：被告负责人未到庭，更正笔录。",
  },
  {
    name: "signs-contradict",
    reads: ({ best, absents: [absent] }) =>
      best !== undefined && absent !== undefined ? open(absent) : undefined,
    example: "出庭负责人：周强，副局长 …… 审判长：被告负责人未出庭",
  },
  {
    name: "title-is-not-a-heads",
    reads: ({ best }) =>
      best?.standing === "staff"
        ? { attended: false, confidence: CONFIDENCE.inferred, sign: best.sign }
        : undefined,
    example: "出庭负责人：周强，法制科科长",
  },
  {
    name: "papers-not-in-order",
    reads: ({ best, isDefective }) => (best !== undefined && isDefective ? open(best.sign) : undefined),
    example: "周强的身份证明未加盖公章，限三日内补正",
  },
  {
    name: "title-leaves-it-open",
    reads: ({ best }) => (best?.standing === "review" ? open(best.sign) : undefined),
    example: "出庭负责人：周强，党组成员",
  },
  {
    name: "head-without-a-title",
    reads: ({ best }) =>
      best?.standing === "untitled"
        ? {
            attended: true,
            confidence: Math.min(best.sign.confidence, CONFIDENCE.doubtful),
            sign: best.sign,
          }
        : undefined,
    example: "出庭负责人：周强",
  },
  {
    name: "head-came",
    reads: ({ best }) => best && { attended: true, sign: best.sign },
    example: "出庭负责人：周强，副局长",
  },
  {
    name: "head-did-not-come",
    reads: ({ absents: [absent] }) => absent && { attended: false, sign: absent },
    example: "被告负责人未到庭",
  },
  {
    name: "nobody-came",
    reads({ said }) {
      const [nobody] = said("nobody");
      return nobody && { attended: false, sign: nobody, who: NOBODY_ELSE };
    },
    example: "被告经合法传唤无正当理由拒不到庭",
  },
  {
    name: "head-of-an-agency-not-named",
    reads: ({ stray }) => stray && open(stray, NOBODY_ELSE),
    example: "书记员：负责人到庭。（两被告）",
  },
  {
    name: "head-perhaps-there",
    reads({ said }) {
      const perhaps = said("unread").find(({ person }) => person !== undefined);
      return perhaps?.person && open(perhaps, { person: perhaps.person });
    },
    example: "负责人：王某，局长",
  },
  {
    name: "leader-absent-others-not-named",
    reads({ said }) {
      const [why] = said("reason");
      return why !== undefined && said("agent").length === 0 ? open(why, NOBODY_ELSE) : undefined;
    },
    example: "局长在省里开会",
  },
  {
    name: "words-not-understood",
    reads({ said }) {
      const unread = said("unread");
      // A line that was not understood says nothing where no line about an agent was.
      const isOfHead = said("agent").length > 0 || unread.some(({ rule }) => rule !== "line-not-understood");
      return isOfHead && unread[0] !== undefined ? open(unread[0], NOBODY_ELSE) : undefined;
    },
    example: "出庭负责人：见委托书",
  },
  {
    name: "nobody-named-as-head",
    reads({ said }) {
      const agents = said("agent");
      const unsure = agents.find(({ is }) => is === "unknown") ?? said("blank")[0];
      return agents.length > 0 && unsure !== undefined ? open(unsure, NOBODY_ELSE) : undefined;
    },
    example: "委托代理人：钱某",
  },
  {
    name: "only-listed-and-not-said-who-came",
    reads({ said, isSaidWhoCame }) {
      const [agent] = said("agent");
      return agent !== undefined && !isSaidWhoCame ? open(agent, NOBODY_ELSE) : undefined;
    },
    example: "委托代理人：钱某，法制科科长 …… 本院公开开庭审理了本案。",
  },
  {
    // No one is left who could be a head: every line under the agency's name, and everyone named as come, was understood.
    name: "only-staff-and-lawyers-listed",
    reads({ said }) {
      const [agent] = said("agent");
      if (agent === undefined) return undefined;
      return { attended: false, confidence: CONFIDENCE.inferred, sign: agent, who: NOBODY_ELSE };
    },
    example: "委托代理人：钱某，法制科科长",
  },
]);

/** Whether a head came for an agency; undefined where nothing speaks of it. */
export function decide(
  flat: FlatText,
  organ: Organ,
  said: Said,
  isDefective: boolean,
  stray: Sign | undefined,
  isSaidWhoCame: boolean,
): Decision | undefined {
  const present = said("present");
  const [best] = putForward(flat, organ, present);
  const absents = said("absent").filter(
    ({ soFar, end }) => soFar !== true || !present.some(({ start }) => start >= end),
  );
  const isListedOnly = present.every(({ by }) => by === undefined);
  const ruled = ATTENDED.decide({ said, best, isListedOnly, absents, isDefective, stray, isSaidWhoCame });
  if (ruled === undefined) return undefined;
  const { attended, sign, confidence = sign.confidence, who = whoIsNamed(said, best) } = ruled.verdict;
  return { attended, confidence, sign, ...who, rule: ruledBy(ruled.rule, sign) };
}

/** Whoever is put forward, else whom a sign calls absent. */
function whoIsNamed(said: Said, best: PutForward | undefined): NonNullable<Outcome["who"]> {
  const person =
    best?.person ??
    said("absent").find((sign) => sign.person !== undefined)?.person ??
    said("unread").find(({ rule }) => rule === "no-sentence-says-who-came")?.person;
  return {
    ...(person === undefined ? {} : { person }),
    ...(best === undefined ? {} : { personSign: best.sign }),
  };
}

/** The rule that decided, and by which of its words. */
function ruledBy(rule: string, sign: Sign): string {
  return rule === sign.rule ? rule : `${rule}-by-${sign.rule}`;
}
