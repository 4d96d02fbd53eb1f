/**
 * Which classes does what is known of a case propose? By named rules, each with the words it found; what none of them fits stays
 * unknown, and that something isn't said proposes nothing: a cause without 复议 is no “not reconsidered”.
 */
import { type CaseNumber, partsOf } from "../court/case-number.ts";
import { defined } from "../defined.ts";
import { ACT_RULES } from "./act-rules.ts";
import { plainWords, proposedBy, type RuledCase } from "./class-rule.ts";
import type { PlaintiffKind, Proposals, Proposed, Review } from "./classes.ts";
import { FIELD_RULES } from "./field-rules.ts";
import { kindOfPlaintiff } from "./plaintiff-kind.ts";

/** What proposals are made from. */
export interface ProposedFrom {
  readonly caseNumber: CaseNumber;
  readonly cause: string | undefined;
  /** What papers call the act. */
  readonly actTitle: string | undefined;
  /** The agency that reconsidered, where papers name it. */
  readonly reviewBody: string | undefined;
  readonly agencies: readonly string[];
  readonly plaintiffs: readonly string[];
}

/** All that rules come to. */
export function proposeClasses(from: ProposedFrom): Proposals {
  const { reviewBody } = from;
  const subject: RuledCase = {
    cause: plainWords(from.cause),
    title: plainWords(from.actTitle),
    agencies: from.agencies.filter((name) => name !== reviewBody).map(plainWords),
  };
  return defined({
    field: proposedBy(FIELD_RULES, subject),
    act: proposedBy(ACT_RULES, subject),
    compensation: compensation(from.caseNumber, subject),
    agreement: said("agreement-in-words", /协议|出让合同|特许经营|行政合同/u, subject),
    normReview: said("norms-in-words", /规范性文件/u, subject),
    review: review(from, subject),
    plaintiffKind: plaintiffKind(from.plaintiffs),
  });
}

/** 行赔 in the number, or 赔偿 in the cause. */
function compensation(number: CaseNumber, subject: RuledCase): Proposed<boolean> | undefined {
  const { type } = partsOf(number);
  if (/赔/u.test(type)) return { value: true, rule: "number-of-compensation", from: "number", words: type };
  return said("compensation-in-words", /赔偿/u, subject);
}

function said(rule: string, of: RegExp, subject: RuledCase): Proposed<boolean> | undefined {
  return proposedBy([{ name: rule, in: "matter", of, says: true, example: "" }], subject);
}

/** Where two agencies are sued over an act and its reconsideration, it was upheld (行政诉讼法 §26). */
function review({ agencies }: ProposedFrom, subject: RuledCase): Proposed<Review> | undefined {
  const found = /复议/u.exec(subject.cause);
  if (found === null) return undefined;
  const [words] = found;
  const isAlong = /(?:及|和|与|、|并)[^,，。；;]{0,8}复议/u.test(subject.cause);
  return agencies.length > 1 && isAlong
    ? { value: "upheld", rule: "sued-together-with-reconsideration", from: "parties", words }
    : { value: "yes", rule: "reconsideration-in-words", from: "cause", words };
}

/** Of one kind where that is clear of each. */
function plaintiffKind(names: readonly string[]): Proposed<PlaintiffKind> | undefined {
  const kinds = new Set(names.map(kindOfPlaintiff));
  const [kind] = kinds;
  if (kind === undefined || kinds.has(undefined)) return undefined;
  const value = kinds.size > 1 ? "several" : kind;
  return { value, rule: "plaintiffs-by-name", from: "plaintiff", words: names.slice(0, 3).join(" ") };
}
