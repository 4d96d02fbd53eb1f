/** Is the agency that a paper calls 你单位 the one that is sued? */
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { ruledBy, ruleTable } from "../text/rule-table.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** How sure it is that only the one who is sued gets such a paper; `undefined` where others get it as well. */
type OnlyTheOneSued = Confidence | undefined;

interface Addressed {
  readonly paper: CasePaper;
  readonly onlyTheOneSued: OnlyTheOneSued;
}

const IS_SUED = ruleTable<Addressed, Confidence | "as-the-paper" | "no">(
  "agency-addressed",
  ({ paper }) => paper.flat.text,
  [
    {
      name: "agency-addressed-and-said-to-be-sued",
      of: ({ paper }) => paper.parties.addressee === "respondent",
      says: CONFIDENCE.stated,
      example: "沂水县公安局：张三诉你局一案",
    },
    {
      name: "paper-that-others-get-as-well",
      of: ({ onlyTheOneSued }) => onlyTheOneSued === undefined,
      says: "no",
      example: "沂水县公安局：请协助调查",
    },
    {
      name: "respondent-named",
      of: ({ paper }) => paper.facts.respondents.length > 0,
      says: "no",
      example: "沂水县人民政府：张三诉沂水县公安局一案",
    },
    {
      name: "agency-addressed-in-doubt",
      of: ({ paper }) => !isSureCase(paper.facts),
      says: CONFIDENCE.doubtful,
      example: "沂水县公安局：第三人李四参加诉讼",
    },
    {
      name: "agency-addressed",
      of: () => true,
      says: "as-the-paper",
      example: "沂水县公安局：定于9月24日开庭",
    },
  ],
);

/** The respondents with those the letter calls 你单位, where they are the ones that are sued. */
export function withAddressees(
  paper: CasePaper,
  addressed: readonly Fact<string>[],
  onlyTheOneSued: OnlyTheOneSued,
): readonly Fact<string>[] {
  const { facts } = paper;
  const { verdict, rule } = ruledBy(IS_SUED, { paper, onlyTheOneSued });
  const confidence = verdict === "as-the-paper" ? onlyTheOneSued : verdict;
  if (confidence === "no" || confidence === undefined) return facts.respondents;
  const known = [...facts.respondents, ...facts.thirdParties, ...facts.plaintiffs].map(({ value }) => value);
  const fresh = addressed.filter(({ value }) => !known.includes(value));
  return [...fresh.map((fact) => ({ ...fact, confidence, rule })), ...facts.respondents];
}

/** Whether a case is surely administrative, and nobody but the two sides takes part in it. */
export function isSureCase({ administrative, thirdParties }: ReadDocument): boolean {
  return (
    administrative.value && administrative.confidence >= CONFIDENCE.inferred && thirdParties.length === 0
  );
}
