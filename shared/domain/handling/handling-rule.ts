/**
 * Which unit is to answer for a government that is sued (承办单位)? The rules a policy has, the first that holds first:
 * by the matter (谁负责谁应诉) and by whose act it is. They propose; the bureau designates.
 */
import type { Level } from "../organisations/directory.ts";

/** One rule: where all that it asks holds, it proposes a unit, and no later rule does. */
export interface HandlingRule {
  readonly when: HandlingCondition;
  readonly proposes: HandlingUnit;
}

/** What a rule asks of a case; nothing asked holds always. */
export interface HandlingCondition {
  /** The cause (案由), or the act it is about, has one of these words. */
  readonly words?: readonly string[];
  /** It has none of these. */
  readonly without?: readonly string[];
  /** 管理领域, by its code: the case's is one of these. */
  readonly fields?: readonly string[];
  /**
   * 复议: `upheld`, the government upheld an agency's act and is sued beside it (行政诉讼法 §26(2)); `own-decision`, it is sued
   * alone, for what it decided, or failed to.
   */
  readonly review?: ReviewedAs;
  /** Of governments of these levels. */
  readonly levels?: readonly Level[];
  /** It is known which unit drafted the act, or did it in the government's name. */
  readonly drafted?: true;
}

/** 复议维持 · 复议改变、不予受理、不作为. */
export type ReviewedAs = "upheld" | "own-decision";

/** Whom a rule proposes. */
export type HandlingUnit =
  /** The one agency that is sued beside the government. */
  | { readonly of: "co-respondent" }
  /** Who drafted the act, or did it in the government's name. */
  | { readonly of: "drafter" }
  /** The government's bureau (司法局), which decides on reconsiderations for it. */
  | { readonly of: "bureau" }
  /** The one unit of the government's own with such a word in its name. */
  | { readonly of: "office"; readonly named: readonly string[] };
