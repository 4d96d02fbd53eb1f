/**
 * What is known of a judgment of one case from the day it was given to the day it was performed (裁判送达、上诉、生效、履行), and how what
 * happens changes it. Which day it took effect, and what is owed by it, follows from this (effect.ts).
 */
import type { CaseNumber } from "../court/case-number.ts";
import type { Proof } from "../proof-file.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import type { OrderedAct, RulingForm } from "./ordered-act.ts";

/** The paper that ended the instance. */
export interface GivenJudgment {
  /** SHA-256. */
  readonly document: string;
  readonly form: RulingForm;
  readonly issuedOn?: CivilDate;
  /** Days within which its own words let somebody appeal. */
  readonly appealDays?: number;
  /** Of a second instance or a retrial: what becomes of the judgment below. */
  readonly onLower?: LowerResult;
  /** 再审期间中止原判决的执行. */
  readonly stays?: true;
  /** What it orders, as it was read. */
  readonly ordered: readonly OrderedAct[];
  /** The respondents against whom it speaks by name, where an agency lost; of several sued, the others may have won. */
  readonly heldAgainst?: readonly string[];
}

/** By whose word a day is known: a receipt (送达回证), the court at the desk, or the agency it was served on. */
export type ServiceSource = "receipt" | "court" | "agency" | "bureau";

/** 送达: a party has the paper since this day. */
export interface JudgmentService {
  readonly party: string;
  /** Of which paper of the case: a ruling of another day may have been served before. */
  readonly form: RulingForm;
  readonly on: CivilDate;
  readonly source: ServiceSource;
  readonly at: Instant;
  /** The receipt's SHA-256. */
  readonly document?: string;
  /** Who said so at the desk, as typed. */
  readonly by?: string;
}

/** 上诉, 服判: what an agency means to do, and who approved it. */
export interface AppealChoice {
  readonly respondent: string;
  readonly choice: "appeal" | "accept";
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
  /** 本机关负责人: who decided inside the agency, as typed. */
  readonly leader: string;
  readonly revision: number;
  /** The bureau's or the government's word, where the policy or the respondent asks for it. */
  readonly approval?: {
    readonly approved: boolean;
    readonly at: Instant;
    readonly by: string;
    readonly text: string;
  };
}

/** What a higher court does to a judgment: 维持, 改判, 发回, 准许撤回上诉, 提审或指令再审. */
export type LowerResult = "upheld" | "changed" | "remanded" | "appeal-withdrawn" | "retrial-ordered";

/** What a higher court made of it: the second instance (行终) or a retrial (行再, 行申). */
export interface HigherRuling {
  readonly number: CaseNumber;
  readonly result: LowerResult;
  /** When that ruling took effect; undefined while its service isn't known. */
  readonly effectiveOn?: CivilDate;
  /** 中止原判决的执行. */
  readonly stays?: true;
}

/** The court's word on when it took effect (生效证明). */
export interface EffectWord {
  readonly on: CivilDate;
  readonly at: Instant;
  readonly by: string;
  readonly source: "court" | "bureau";
}

/** 核定履行事项: what a person found that the judgment orders; nothing is chased before. */
export interface ConfirmedOrders {
  readonly acts: readonly OrderedAct[];
  readonly at: Instant;
  readonly by: string;
  readonly office: "agency" | "bureau";
  readonly revision: number;
}

/** 履行: an act done, by the agency's filing with its proofs, or by the court's word. */
export interface Performance {
  readonly item: number;
  readonly respondent: string;
  readonly on: CivilDate;
  readonly what: string;
  readonly at: Instant;
  readonly by: string;
  readonly source: "agency" | "court";
  readonly proofs?: readonly Proof[];
}

/** 执行通知书: the plaintiff had it enforced. */
export interface Enforcement {
  readonly document: string;
  readonly number: string;
  readonly respondents: readonly string[];
  readonly at: Instant;
  readonly issuedOn?: CivilDate;
  /** Until when the court tells it to perform. */
  readonly due?: CivilDate;
}

/** 中止执行, 恢复执行. */
export interface Stay {
  readonly on: CivilDate;
  readonly stayed: boolean;
  readonly at: Instant;
  readonly by: string;
}

/** All of it, of one case. */
export interface JudgmentMatter {
  /** Undefined while the paper itself hasn't come. */
  readonly given?: GivenJudgment;
  readonly services: readonly JudgmentService[];
  /** Whoever appealed, by name; an appeal of somebody unknown stands as an empty name. */
  readonly appellants: readonly string[];
  readonly choices: readonly AppealChoice[];
  readonly higher: readonly HigherRuling[];
  readonly effect?: EffectWord;
  readonly orders?: ConfirmedOrders;
  readonly performances: readonly Performance[];
  readonly enforcements: readonly Enforcement[];
  readonly stays: readonly Stay[];
}

export type JudgmentEvent =
  | { readonly type: "judgment-given"; readonly judgment: GivenJudgment }
  | { readonly type: "judgment-served"; readonly service: JudgmentService }
  | { readonly type: "appeal-chosen"; readonly choice: AppealChoice }
  | {
      readonly type: "appeal-approved";
      readonly respondent: string;
      readonly approval: NonNullable<AppealChoice["approval"]>;
    }
  | { readonly type: "judgment-appealed"; readonly by: readonly string[] }
  | { readonly type: "higher-ruled"; readonly ruling: HigherRuling }
  | { readonly type: "judgment-effective"; readonly effect: EffectWord }
  | { readonly type: "orders-confirmed"; readonly orders: ConfirmedOrders }
  | { readonly type: "order-performed"; readonly performance: Performance }
  /** The court says that it isn't: what was filed of it doesn't hold. */
  | {
      readonly type: "performance-refused";
      readonly item: number;
      readonly respondent: string;
      readonly by: string;
      readonly at: Instant;
      readonly text: string;
    }
  | { readonly type: "enforcement-begun"; readonly enforcement: Enforcement }
  | { readonly type: "enforcement-stayed"; readonly stay: Stay };

/** Nothing is known yet. */
const NOTHING: JudgmentMatter = {
  services: [],
  appellants: [],
  choices: [],
  higher: [],
  performances: [],
  enforcements: [],
  stays: [],
};

/** The matter after an event; a receipt or an enforcement may come before the paper itself. */
export function evolveJudgment(matter: JudgmentMatter = NOTHING, event: JudgmentEvent): JudgmentMatter {
  switch (event.type) {
    case "judgment-given":
      return { ...matter, given: event.judgment };
    case "judgment-served": {
      const rest = matter.services.filter((one) => !isSameService(one, event.service));
      return { ...matter, services: [...rest, event.service] };
    }
    case "appeal-chosen":
      return { ...matter, choices: [...others(matter.choices, event.choice), event.choice] };
    case "appeal-approved":
      return {
        ...matter,
        choices: matter.choices.map((one) =>
          one.respondent === event.respondent ? { ...one, approval: event.approval } : one,
        ),
      };
    case "judgment-appealed":
      return { ...matter, appellants: [...new Set([...matter.appellants, ...event.by])] };
    case "higher-ruled": {
      const rest = matter.higher.filter(({ number }) => number !== event.ruling.number);
      return { ...matter, higher: [...rest, event.ruling] };
    }
    case "judgment-effective":
      return { ...matter, effect: event.effect };
    case "orders-confirmed":
      return { ...matter, orders: event.orders };
    case "order-performed": {
      const { performance } = event;
      return { ...matter, performances: [...without(matter.performances, performance), performance] };
    }
    case "performance-refused":
      return { ...matter, performances: without(matter.performances, event) };
    case "enforcement-begun": {
      const rest = matter.enforcements.filter(({ document }) => document !== event.enforcement.document);
      return { ...matter, enforcements: [...rest, event.enforcement] };
    }
    case "enforcement-stayed":
      return { ...matter, stays: [...matter.stays, event.stay] };
    default:
      return event satisfies never;
  }
}

/** Two receipts may be of two rulings; what is said at the desk is of the paper that ended the instance, as a receipt may be. */
function isSameService(one: JudgmentService, other: JudgmentService): boolean {
  const areTwoReceipts =
    one.document !== undefined && other.document !== undefined && one.document !== other.document;
  return one.party === other.party && one.form === other.form && !areTwoReceipts;
}

/**
 * The services of a given paper, one for each party: of its form, and on no day before it was issued, for then an earlier ruling of the case
 * was served (管辖、停止执行). Of several the last day: no receipt that comes late takes time from anybody.
 */
export function servicesOf(
  { services }: Pick<JudgmentMatter, "services">,
  { form, issuedOn }: Pick<GivenJudgment, "form" | "issuedOn">,
): readonly JudgmentService[] {
  const own = services.filter((one) => one.form === form && (issuedOn === undefined || one.on >= issuedOn));
  const byDay = own.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  return [...new Map(byDay.map((one) => [one.party, one])).values()];
}

function others<One extends { readonly respondent: string }>(
  all: readonly One[],
  { respondent }: One,
): readonly One[] {
  return all.filter((one) => one.respondent !== respondent);
}

type OfItem = Pick<Performance, "item" | "respondent">;

function without(all: readonly Performance[], { item, respondent }: OfItem): readonly Performance[] {
  return all.filter((one) => one.item !== item || one.respondent !== respondent);
}

/** What an agency chose, the newest. */
export function choiceOf(matter: JudgmentMatter, respondent: string): AppealChoice | undefined {
  return matter.choices.find((one) => one.respondent === respondent);
}

/** Whether somebody said that an act was performed. */
export function performanceOf(
  { performances }: Pick<JudgmentMatter, "performances">,
  { item, respondent }: OfItem,
): Performance | undefined {
  return performances.find((one) => one.item === item && one.respondent === respondent);
}
