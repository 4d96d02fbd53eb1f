/** What does a judgment or a mediation paper order an agency to do, and until when (判项)? One act, as it was read or as a person put it right. */
import type { CivilDate } from "../time/time.ts";

/**
 * 重新作出行政行为 · 赔偿、补偿、给付 · 公开政府信息 · 采取补救措施 · 履行法定职责 and whatever else it is to do. What a judgment does by itself
 * (撤销, 确认违法, 变更) orders nothing.
 */
export type ActKindOrdered = "redo" | "pay" | "disclose" | "remedy" | "perform";

/** Every kind, in the order in which a form offers them. */
export const ACTS_ORDERED: readonly ActKindOrdered[] = ["redo", "pay", "disclose", "remedy", "perform"];

export type OrderUnit = "days" | "working-days" | "months";

/** Until when: so long from the day the judgment took effect (生效) or was served (送达), or by a day that is written out. */
export type OrderTerm =
  | {
      readonly type: "period";
      readonly count: number;
      readonly unit: OrderUnit;
      readonly from: "effect" | "service";
    }
  | { readonly type: "day"; readonly day: CivilDate };

export interface OrderedAct {
  /** Its number among the acts of this judgment, from 1: by it what is said of it later finds it. */
  readonly item: number;
  readonly act: ActKindOrdered;
  /** The judgment's own words. */
  readonly words: string;
  /** The respondents who must, by their names in the case; none: whoever is sued. */
  readonly respondents: readonly string[];
  /** Absent: the judgment sets none. */
  readonly term?: OrderTerm;
  /** What is to be paid, in yuan, where it says one sum. */
  readonly yuan?: number;
}

/** Which of the paper's kinds it is: by it the period to appeal is 15 days, 10, or none. */
export type RulingForm = "judgment" | "ruling" | "mediation";
