import type { Sign } from "./signs.ts";
import type { Utterance } from "./utterances.ts";
import { blanked, verbsOf } from "./verbs.ts";

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
    const told = appearances.filter((text) => text.includes(name));
    if (told.length > 0) return told.some((text) => cameBy(text, name)) ? [sign] : [];
    const othersNamed = appearances.some((text) =>
      names.some((other) => other !== name && text.includes(other)),
    );
    if (!othersNamed) return [sign];
    const { organ, start, end, person } = sign;
    const rule = "agent-not-among-those-who-came";
    return [{ organ, start, end, person, says: "unread", confidence: 0.4, rule }];
  });
}

/** Whether the first verb behind a name says that he came. */
function cameBy(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return verbsOf(text).find((verb) => verb.at >= at)?.negative !== true;
}
