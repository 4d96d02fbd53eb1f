/** Of several who are sued, against whom does an order speak, and who of them must do what it demands? */
import { TAKEN_OUT, withoutLongerNames } from "../names/longer-names.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { CLAUSES, type OrderClause } from "./clauses.ts";

/** A respondent as whose act something is annulled or found illegal, or who is ordered to act. */
const ACTING = (name: string) =>
  new RegExp(
    String.raw`被告(?:[一二三四五六七八九十\d]{1,2})?[：:]?${escaped(name)}|${escaped(name)}(?:于|在)?(?:[\d〇○一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)?(?:作出|行政行为|的行政|[^，。；]{0,12}行为)|(?:责令|判令|责成|由|撤销|变更|确认)${escaped(name)}`,
    "u",
  );

function escaped(name: string): string {
  return name.replace(/[.*+?^\u0024{}()|[\]\\]/gu, String.raw`\$&`);
}

/** What the order is about, not whom it speaks to: 对乙局的处罚重新作出复议决定, 就原告不服乙局作出的处罚…. */
const AS_OBJECT =
  /([^，。；：]*?)(?:对|就|针对|关于|向|不服)[^，。；、和与及并]{0,20}?(?:被告[一二三四五六七八九十\d]{0,2})?$/u;
/** 对乙局作出的决定予以撤销: said in front, and of the one named all the same. */
const ENDS_AGAINST = /^[^，。；]*(?:撤销|变更|违法|无效)(?:[，。；]|$)/u;

/** The words without this name where it is only what they are about, and without longer names that hold it; places stay. */
function whereAddressed(words: string, name: string, respondents: Parties["respondents"]): string {
  const own = withoutLongerNames(
    words,
    name,
    respondents.map(({ value }) => value),
  );
  return own.replaceAll(name, (found: string, place: number) => {
    const before = AS_OBJECT.exec(own.slice(0, place));
    const isObject =
      before !== null && !(before[1] === "" && ENDS_AGAINST.test(own.slice(place + name.length)));
    return isObject ? TAKEN_OUT.repeat(name.length) : found;
  });
}

/** The respondents against whom clauses of an order speak by name; of several sued, the others may have won. */
export function heldAgainst(
  clauses: readonly OrderClause[],
  { respondents }: Parties,
): readonly Fact<string>[] {
  const against = clauses.filter(({ text }) => CLAUSES.decide(text)?.verdict === "against-agency");
  return respondents.flatMap(({ value }) => {
    const speaks = ACTING(value);
    const clause = against.find(({ text }) => speaks.test(whereAddressed(text, value, respondents)));
    if (clause === undefined) return [];
    return [{ value, confidence: CONFIDENCE.inferred, rule: "named-in-the-order", text: clause.text }];
  });
}

/** The respondents an order tells to act; none where it says 被告 alone. */
export function whoMust(words: string, { respondents }: Parties): readonly string[] {
  const placeOf = (name: string) => whereAddressed(words, name, respondents).indexOf(name);
  const named = respondents.map(({ value }) => value).filter((name) => placeOf(name) >= 0);
  // 责令甲县政府…乙局…: the first named acts.
  return named.length > 1 && !/共同|连带|、/u.test(words)
    ? named.toSorted((one, other) => placeOf(one) - placeOf(other)).slice(0, 1)
    : named;
}
