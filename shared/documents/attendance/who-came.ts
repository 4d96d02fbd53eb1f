/** What do a paper's lists say of heads once its sentences about who came are held against them? */
import { spanOf } from "../text/flat-text.ts";
import { type Listed, signsOfRoll } from "./came.ts";
import { isListChecked, takesPart } from "./checked.ts";
import { confirmedHeads } from "./confirmed.ts";
import type { Context } from "./context.ts";
import { leadersNamed } from "./leaders.ts";
import { type Roll, rollsOf } from "./roll.ts";
import { verdictOf } from "./speech/persons.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";

/** A paper, and where its list of parties ends. */
interface Paper extends Context {
  readonly paper: "judgment" | "record" | "letter";
  readonly storyFrom: number;
}

/** The lists' signs as far as the sentences bear them out, and whether any sentence says who came for an agency. */
export interface HeldAgainst {
  readonly signs: readonly Sign[];
  readonly isSaidOf: (organ: number) => boolean;
}

/**
 * The signs of a paper's lists, held against its sentences about who came. What an agency itself writes (a letter, a filing)
 * is its word of who came, list or not.
 */
export function whoCame(
  paper: Paper,
  signs: readonly Sign[],
  statements: readonly Sign[],
  utterances: readonly Utterance[],
): HeldAgainst {
  if (paper.paper === "letter") return { signs, isSaidOf: () => true };
  const { flat, organs, parties } = paper;
  const everyone = everyoneListed(paper, signs);
  const names = [...new Set(everyone.map(({ person }) => person.name))].filter((name) =>
    /\p{Script=Han}{2}/u.test(name),
  );
  const rolls = rollsOf(paper, utterances, names);
  const isRecord = paper.paper === "record";
  const isChecked = organs.map((organ) => isRecord && isListChecked(flat, organ, parties, utterances));
  const kept = confirmedHeads(signs, {
    rolls,
    utterances,
    statements,
    takesPart: (name) => isRecord && takesPart(name, organs, utterances),
    isChecked: (organ) => isChecked[organ] === true,
    wordsOf: ({ start, end }) => spanOf(flat, start, end),
  });
  return {
    signs: [...kept, ...rolls.flatMap((roll) => signsOfRoll(roll, flat, organs, everyone))],
    isSaidOf: (organ) =>
      isChecked[organ] === true ||
      rolls.some((roll) => roll.organ === organ && isSaid(roll, isRecord)) ||
      [...signs, ...statements].some(
        (sign) =>
          sign.organ === organ &&
          ((sign.says === "reason" && !/^leaders?-away/u.test(sign.rule)) || SAYS_WHO_CAME.has(sign.rule)),
      ),
  };
}

/** The agency's own list of those who came, said at the sitting. A reason why no leader came says as much. */
const SAYS_WHO_CAME: ReadonlySet<string> = new Set(["staff-named-as-come", "lawyer-named-as-come"]);

/** 双方当事人均到庭 names nobody: in a judgment it doesn't say who sat there for an agency. */
function isSaid({ came, saysAgents, saysEveryone }: Roll, isRecord: boolean): boolean {
  return isRecord || came.length > 0 || saysAgents || saysEveryone;
}

/** Everyone whom the lists give for an agency, and as what. */
function everyoneListed(paper: Paper, signs: readonly Sign[]): Listed[] {
  const listed = signs.flatMap((sign): Listed[] => {
    if (typeof sign.organ !== "number" || !("person" in sign) || sign.person === undefined) return [];
    const { organ, person } = sign;
    if (sign.says === "agent") return [{ organ, person, as: sign.is === "unknown" ? "open" : "no-head" }];
    return [{ organ, person, as: "head" }];
  });
  return [
    ...listed,
    ...leadersNamed(paper).map(({ organ, person }): Listed => {
      const verdict = verdictOf(person, paper.organs[organ]?.name ?? "");
      return { organ, person, as: verdict === undefined || verdict === "head" ? "leader" : "open" };
    }),
  ];
}
