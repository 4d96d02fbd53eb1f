/**
 * The classes of a case (案件分类): field of administration, kind of act, what is asked for, whether it was reconsidered, who
 * sues, and the days its counting goes by. What each source says of them, and what holds: a person's word before the
 * ledger's, the ledger's before papers', papers' before what the rules propose. What nobody says stays unknown.
 */
import type { Ruling } from "../court/ruling.ts";
import { defined } from "../defined.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import type { Act } from "./act.ts";
import type { Field } from "./field.ts";

export const PLAINTIFF_KINDS = [
  "person",
  "legal-person",
  "other-organisation",
  "procurator",
  "several",
] as const;

/** 自然人, 法人, 其他组织, 公益诉讼起诉人; `several`: plaintiffs of more than one kind. */
export type PlaintiffKind = (typeof PLAINTIFF_KINDS)[number];

export const PROCEDURES = ["ordinary", "summary"] as const;

/** 普通程序, 简易程序 (行政诉讼法 §82). */
export type Procedure = (typeof PROCEDURES)[number];

export const REVIEWS = ["none", "upheld", "changed", "refused", "yes"] as const;

/**
 * 经复议: not at all, upheld (then both agencies are sued, 行政诉讼法 §26), changed, not taken up or dismissed, or with a result
 * nobody states.
 */
export type Review = (typeof REVIEWS)[number];

export const CASE_FORMS = ["judgment", "ruling", "mediation"] as const;

/** 判决书, 裁定书, 调解书: by which kind of paper it ended. */
export type CaseForm = (typeof CASE_FORMS)[number];

/** What a source says of a case; what it doesn't say is absent. */
export interface ClassesSaid {
  readonly field?: Field;
  readonly act?: Act;
  /** The act sued over, as the paper names it: 临公（兰）行罚决字〔2026〕12号行政处罚决定. */
  readonly actTitle?: string;
  /** 行政赔偿, alone or along with the rest. */
  readonly compensation?: boolean;
  /** 行政协议. */
  readonly agreement?: boolean;
  /** 一并请求审查规范性文件 (行政诉讼法 §53). */
  readonly normReview?: boolean;
  readonly review?: Review;
  /** 复议决定文号. */
  readonly reviewNumber?: string;
  /** The agency that reconsidered, as named. */
  readonly reviewBody?: string;
  readonly plaintiffKind?: PlaintiffKind;
  /** 立案日期. */
  readonly acceptedOn?: CivilDate;
  /** 结案日期. */
  readonly closedOn?: CivilDate;
  readonly procedure?: Procedure;
  readonly form?: CaseForm;
  /** 裁判结果, in the words of an outcome table. */
  readonly ruling?: Ruling;
  /** 是否上诉. */
  readonly appealed?: boolean;
  /** 司法建议文号. */
  readonly suggestion?: string;
}

export type ClassKey = keyof ClassesSaid;

/** What a person says of a case: `null` is that it isn't known, whatever else is said. */
export type ClassesStated = { readonly [Key in ClassKey]?: Exclude<ClassesSaid[Key], undefined> | null };

/** A person's correction of what was read or proposed. */
export interface ClassCorrection {
  readonly at: Instant;
  /** As typed. */
  readonly by: string;
  /** For which office: the bureau, or the agency itself. */
  readonly office: "own" | "bureau";
  readonly organisation: OrganisationId;
  readonly values: ClassesStated;
  readonly reason?: string;
}

/** What a case file keeps of its classes; a ledger's word lies with the ledger. */
export interface CaseClasses {
  /** Of the court's papers, oldest first. */
  readonly papers: readonly { readonly document: string; readonly said: ClassesSaid }[];
  /** Oldest first: of each class the last one's word holds. */
  readonly corrections: readonly ClassCorrection[];
}

/** What happens to the classes of a case. */
export type ClassesEvent =
  /** A paper says something of them; takes the place of what it said before. */
  | { readonly type: "classes-read"; readonly document: string; readonly said: ClassesSaid }
  /** 分类更正. */
  | { readonly type: "classes-corrected"; readonly correction: ClassCorrection };

const NOTHING: CaseClasses = { papers: [], corrections: [] };

/** The classes after an event. */
export function evolveClasses(classes: CaseClasses = NOTHING, event: ClassesEvent): CaseClasses {
  switch (event.type) {
    case "classes-read": {
      const others = classes.papers.filter(({ document }) => document !== event.document);
      return { ...classes, papers: [...others, { document: event.document, said: event.said }] };
    }
    case "classes-corrected":
      return { ...classes, corrections: [...classes.corrections, event.correction] };
    default:
      return event satisfies never;
  }
}

/** What a rule proposes, and why. */
export interface Proposed<Value> {
  readonly value: Value;
  /** The rule's name. */
  readonly rule: string;
  /** What it looked at: the words of the cause, the act's title, an agency's name, the number, the plaintiffs' names. */
  readonly from: "cause" | "title" | "agency" | "number" | "plaintiff" | "parties";
  /** The words it found there. */
  readonly words: string;
}

/** Proposals, where rules come to one. */
export type Proposals = { readonly [Key in ClassKey]?: Proposed<Exclude<ClassesSaid[Key], undefined>> };

/** Who says what holds. */
export type ClassSource = "person" | "ledger" | "paper" | "rule";

/** What holds of one class; `value` undefined: a person says that it isn't known. */
export interface KnownClass<Value> {
  readonly value: Value | undefined;
  readonly by: ClassSource;
  readonly proposed?: Proposed<Value>;
}

export type KnownClasses = { readonly [Key in ClassKey]?: KnownClass<Exclude<ClassesSaid[Key], undefined>> };

/** Everything that is said of a case's classes; ledgers oldest first. */
export interface ClassSources {
  readonly kept: CaseClasses | undefined;
  readonly ledgers: readonly ClassesSaid[];
  readonly proposals: Proposals;
}

/** What holds of each class that anybody says something of. */
export function knownClasses({ kept = NOTHING, ledgers, proposals }: ClassSources): KnownClasses {
  const stated: ClassesStated = Object.assign({}, ...kept.corrections.map(({ values }) => values));
  const ledger: ClassesSaid = Object.assign({}, ...ledgers);
  const paper: ClassesSaid = Object.assign({}, ...kept.papers.map(({ said }) => said));
  const known: Record<string, KnownClass<unknown>> = {};
  for (const key of CLASS_KEYS) {
    const proposed = proposals[key];
    const because = defined({ proposed });
    if (stated[key] !== undefined) known[key] = { value: stated[key] ?? undefined, by: "person", ...because };
    else if (ledger[key] !== undefined) known[key] = { value: ledger[key], by: "ledger", ...because };
    else if (paper[key] !== undefined) known[key] = { value: paper[key], by: "paper", ...because };
    else if (proposed !== undefined) known[key] = { value: proposed.value, by: "rule", ...because };
  }
  return known as KnownClasses;
}

/** Every class there is. */
export const CLASS_KEYS = Object.keys({
  field: true,
  act: true,
  actTitle: true,
  compensation: true,
  agreement: true,
  normReview: true,
  review: true,
  reviewNumber: true,
  reviewBody: true,
  plaintiffKind: true,
  acceptedOn: true,
  closedOn: true,
  procedure: true,
  form: true,
  ruling: true,
  appealed: true,
  suggestion: true,
} satisfies Record<ClassKey, true>) as readonly ClassKey[];
