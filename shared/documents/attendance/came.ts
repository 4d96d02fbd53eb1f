/** What does it say of an agency's head that somebody came: a head, one who is none, or one whom nobody can place? */
import type { Person } from "../names/named-person.ts";
import { isWhollyMasked } from "../names/person-name.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { FlatText } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { type Came, isLawyer, type Roll } from "./roll.ts";
import type { Organ } from "./speech/organs.ts";
import { verdictOf } from "./speech/persons.ts";
import type { Sign } from "./speech/signs.ts";

/** Somebody whom a paper's list gives for an agency. */
export interface Listed {
  readonly organ: number;
  readonly person: Person;
  /** As what: one who is no head, one put forward or with a head's title, one who leads it, one whose post is open. */
  readonly as: "no-head" | "head" | "leader" | "open";
}

/** Somebody who came, and what list and title say of that person. */
interface Placed {
  readonly came: Came;
  readonly listed: Listed | undefined;
  /** The sentence calls the agency 该局. */
  readonly isSaidAgain: boolean;
  /** Whether the paper lists anybody for the agency. */
  readonly hasList: boolean;
  /** What the law says of the title that the sentence gives. */
  readonly judged: "head" | "staff" | "review" | undefined;
}

type Says =
  | "nothing"
  | "lawyer"
  | "staff"
  | "agent-with-heads-title"
  | "leader"
  | "open"
  | "unknown"
  | "not-read";

const ONE_WHO_CAME = ruleTable<Placed, Says>("one-who-came", ({ came }) => came.words, [
  {
    name: "lawyer-came",
    of: ({ came }) => isLawyer(`${came.words}${came.person?.title ?? ""}`),
    says: "lawyer",
    example: "吉林正远律师事务所律师苗青",
  },
  {
    // The sentences about heads are read for themselves.
    name: "head-by-label-came",
    of: ({ came }) => came.as === "head",
    says: "nothing",
    example: "出庭负责人周强",
  },
  {
    name: "agent-by-title-a-head-came",
    of: ({ came, judged, isSaidAgain }) => judged === "head" && (came.as === "agent" || isSaidAgain),
    says: "agent-with-heads-title",
    example: "委托代理人副局长周强",
  },
  {
    name: "head-by-title-came",
    of: ({ judged }) => judged === "head",
    says: "nothing",
    example: "副局长周强",
  },
  {
    name: "staff-by-title-came",
    of: ({ judged }) => judged === "staff",
    says: "staff",
    example: "民警钱某",
  },
  {
    name: "post-of-the-one-who-came-is-open",
    of: ({ judged }) => judged === "review",
    says: "open",
    example: "党组书记佟立新",
  },
  {
    name: "listed-as-no-head-came",
    of: ({ listed }) => listed?.as === "no-head",
    says: "nothing",
    example: "委托代理人钱某",
  },
  {
    name: "listed-as-head-came",
    of: ({ listed }) => listed?.as === "head",
    says: "nothing",
    example: "被告的周强、钱某到庭",
  },
  {
    name: "listed-as-leader-came",
    of: ({ listed }) => listed?.as === "leader",
    says: "leader",
    example: "法定代理人褚志远",
  },
  {
    name: "listed-with-an-open-post-and-came",
    of: ({ listed }) => listed?.person.title !== undefined,
    says: "open",
    example: "委托代理人佟立新",
  },
  {
    name: "called-staff-and-came",
    of: ({ came }) => came.as === "staff",
    says: "nothing",
    example: "工作人员钱某",
  },
  {
    // The list's own doubt decides.
    name: "listed-without-a-post-came",
    of: ({ came, listed }) => came.as === "agent" && listed?.as === "open",
    says: "nothing",
    example: "委托代理人车亮",
  },
  {
    // A paper without a list says of no agent what that person is: nothing to hold against it.
    name: "agent-came-and-no-list",
    of: ({ came, hasList }) => came.as === "agent" && !hasList,
    says: "nothing",
    example: "委托代理人丁琳",
  },
  {
    name: "agent-who-came-is-not-listed",
    of: ({ came }) => came.as === "agent",
    says: "unknown",
    example: "委托代理人罗洋",
  },
  {
    name: "one-without-a-post-came",
    of: ({ came }) => came.person !== undefined,
    says: "open",
    example: "佟立新",
  },
  { name: "who-came-was-not-read", of: () => true, says: "not-read", example: "有关同志" },
]);

/** What a sentence about who came says of an agency's head, person by person. */
export function signsOfRoll(
  roll: Roll,
  flat: FlatText,
  organs: readonly Organ[],
  everyone: readonly Listed[],
): Sign[] {
  const agency = organs[roll.organ]?.name ?? "";
  const hasList = everyone.some(({ organ, as }) => organ === roll.organ && as !== "leader");
  return roll.came.flatMap((came): Sign[] => {
    const listed = listedAs(came, roll.organ, everyone);
    const judged = came.person && verdictOf(came.person, agency);
    const ruled = ONE_WHO_CAME.decide({ came, listed, hasList, isSaidAgain: roll.isSaidAgain, judged });
    if (ruled === undefined || ruled.verdict === "nothing") return [];
    const { organ, start, end, by } = roll;
    const place = { organ, start, end, by, rule: ruled.rule };
    const who = came.person?.title === undefined ? (listed?.person ?? came.person) : came.person;
    const person = who === undefined ? {} : { person: who };
    switch (ruled.verdict) {
      case "lawyer":
      case "staff":
        // A paper without a list has no other line that says who sat there.
        if (hasList || listsAgents(flat, organs[roll.organ])) return [];
        return [{ ...place, says: "agent", is: ruled.verdict, ...person, confidence: CONFIDENCE.inferred }];
      case "agent-with-heads-title":
        return [{ ...place, says: "present", ...person, asHead: false, confidence: CONFIDENCE.inferred }];
      case "leader":
        return [{ ...place, says: "present", ...person, asHead: true, confidence: CONFIDENCE.inferred }];
      case "open":
        return [{ ...place, says: "unread", ...person, confidence: CONFIDENCE.doubtful }];
      default:
        return [{ ...place, says: "unread", confidence: CONFIDENCE.doubtful }];
    }
  });
}

/** Whether the list has lines of an agency about others than the one who leads it. */
function listsAgents({ text }: FlatText, organ: Organ | undefined): boolean {
  const listed = organ?.listed;
  if (listed === undefined) return false;
  return /代理人|出庭|应诉|到庭|负责人|工作人员|律师/u.test(text.slice(listed.end, listed.blockEnd));
}

/** The line of the list that means the one who came; an agent of a co-respondent is no head of this agency either. */
function listedAs(came: Came, organ: number, everyone: readonly Listed[]): Listed | undefined {
  const own = listedFor(came, organ, everyone);
  if (own !== undefined || came.as !== "agent") return own;
  return everyone.find(({ as, person }) => as === "no-head" && person.name === came.person?.name);
}

/** The line of this agency that means somebody, by the whole name or by one masked alike. */
function listedFor({ person }: Came, organ: number, everyone: readonly Listed[]): Listed | undefined {
  // Of **, 某某 nobody can tell whom on the list it means.
  if (person === undefined || isWhollyMasked(person.name)) return undefined;
  const own = everyone.filter((one) => one.organ === organ);
  const exact = own.filter(({ person: { name } }) => name === person.name);
  const alike =
    exact.length > 0 ? exact : own.filter(({ person: { name } }) => isMaskedAlike(name, person.name));
  return alike.length === 1 || exact.length > 0 ? alike[0] : undefined;
}

/** 张某 for 张某某, 李* for 李**: the same family name, masked both times. */
function isMaskedAlike(one: string, other: string): boolean {
  const masked = /^\p{Script=Han}[某×*○]+$/u;
  return one[0] === other[0] && masked.test(one) && masked.test(other);
}
