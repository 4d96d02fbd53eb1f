/** Who of the parties appeals, by an appeal's own head (上诉人：…, before 被上诉人)? */
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import type { FlatText } from "../text/flat-text.ts";
import type { Parties } from "./parties.ts";

const APPELLANT = /(?<!被)上诉人(?:（[^）]{2,12}）|一|二|三|\d)?[：]?/gu;
/** Who appeals stands at the top, before whom it is against. */
const RESPONDENT = /被上诉人/u;

/** The parties that stand behind 上诉人 and before 被上诉人, by the names the paper has for them. */
export function appellantsOf(
  flat: FlatText,
  facts: Pick<Parties, "plaintiffs" | "respondents" | "thirdParties">,
): readonly Fact<string>[] {
  const until = RESPONDENT.exec(flat.text)?.index ?? flat.text.length;
  const parties = [...facts.plaintiffs, ...facts.respondents, ...facts.thirdParties];
  const found = [...flat.text.slice(0, until).matchAll(APPELLANT)].flatMap(({ index, 0: word }) => {
    const behind = flat.text.slice(index + word.length, Math.min(until, index + word.length + 200));
    return parties.filter(({ value }) => behind.startsWith(value));
  });
  const named = new Map(found.map((one) => [one.value, one]));
  return [...named.values()].map(({ value, text }) => ({
    value,
    confidence: CONFIDENCE.inferred,
    rule: "appellant-at-the-top",
    text,
  }));
}
