/** Whom do the rules propose to answer for a government, and why? A proposal decides nothing, and what is not known proposes nobody. */
import type { Level, Organisation, OrganisationId } from "../organisations/directory.ts";
import type { HandlingCondition, HandlingRule, HandlingUnit, ReviewedAs } from "./handling-rule.ts";

/** What the rules look at. */
export interface HandlingMatter {
  /** 案由, and the act it is about, as far as they are known. */
  readonly words: readonly string[];
  /** 管理领域, by its code. */
  readonly field?: string;
  readonly government: {
    readonly organisation: OrganisationId;
    readonly level: Level;
  };
  /** Whoever is sued beside the government; `undefined` for one the directory doesn't know. */
  readonly coRespondents: readonly (OrganisationId | undefined)[];
  /** As the papers say; where they don't, it follows from the words and who is sued. */
  readonly review?: ReviewedAs | "none";
  /** Which unit drafted the act, or did it in the government's name. */
  readonly drafter?: OrganisationId;
}

/** The units that may be proposed: those of the government's own area that can be designated. */
export type HandlingCandidate = Pick<Organisation, "id" | "kind" | "name" | "level">;

/** What a proposal rests on. */
export type HandlingReason =
  | { readonly type: "own-decision" | "upheld" | "drafted" | "always" }
  /** The words that were found. */
  | { readonly type: "words"; readonly words: readonly string[] }
  | { readonly type: "field"; readonly field: string };

export interface HandlingProposal {
  readonly unit: HandlingCandidate;
  readonly because: readonly HandlingReason[];
  readonly by: HandlingUnit["of"];
}

/** How courts write it. */
const RECONSIDERATION = /复议/u;

/** By the first rule that holds; undefined where none does, or where it is not clear whom it means. */
export function handlingProposal(
  matter: HandlingMatter,
  rules: readonly HandlingRule[],
  candidates: readonly HandlingCandidate[],
): HandlingProposal | undefined {
  for (const { when, proposes } of rules) {
    const because = reasonsOf(when, matter);
    if (because === undefined) continue;
    const [unit, ...more] = unitsMeant(proposes, matter, candidates);
    return unit === undefined || more.length > 0 ? undefined : { unit, because, by: proposes.of };
  }
  return undefined;
}

/** Why a condition holds; undefined where it doesn't. */
function reasonsOf(when: HandlingCondition, matter: HandlingMatter): readonly HandlingReason[] | undefined {
  const { words, without = [], fields, review, levels, drafted } = when;
  const has = (word: string) => matter.words.some((one) => one.includes(word));
  const because: HandlingReason[] = [];
  if (without.some(has) || levels?.includes(matter.government.level) === false) return undefined;
  if (review !== undefined) {
    if (reviewOf(matter) !== review) return undefined;
    because.push({ type: review });
  }
  if (drafted === true) {
    if (matter.drafter === undefined) return undefined;
    because.push({ type: "drafted" });
  }
  if (fields !== undefined) {
    const { field } = matter;
    if (field === undefined || !fields.includes(field)) return undefined;
    because.push({ type: "field", field });
  }
  if (words !== undefined) {
    const found = words.filter(has);
    if (found.length === 0) return undefined;
    because.push({ type: "words", words: found });
  }
  return because.length === 0 ? [{ type: "always" }] : because;
}

/** 复议 in the words, and whether another is sued beside the government. */
function reviewOf({ review, words, coRespondents }: HandlingMatter): ReviewedAs | undefined {
  if (review !== undefined) return review === "none" ? undefined : review;
  if (!words.some((one) => RECONSIDERATION.test(one))) return undefined;
  return coRespondents.length === 0 ? "own-decision" : "upheld";
}

function unitsMeant(
  proposes: HandlingUnit,
  { government, coRespondents, drafter }: HandlingMatter,
  candidates: readonly HandlingCandidate[],
): readonly HandlingCandidate[] {
  const others = candidates.filter(({ id }) => id !== government.organisation);
  switch (proposes.of) {
    case "co-respondent":
      return coRespondents.length === 1 ? others.filter(({ id }) => id === coRespondents[0]) : [];
    case "drafter":
      return others.filter(({ id }) => id === drafter);
    case "bureau":
      return others.filter(({ kind, level }) => kind === "bureau" && level === government.level);
    case "office":
      return others.filter(
        ({ kind, level, name }) =>
          kind === "agency" &&
          level === government.level &&
          proposes.named.some((word) => name.includes(word)),
      );
    default:
      return proposes satisfies never;
  }
}
