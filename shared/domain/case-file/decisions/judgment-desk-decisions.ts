/**
 * What people say of a judgment at the desk: whether their agency appeals (上诉或服判) and who approves it, what the judgment orders, that it
 * was done; and what the court, or the bureau for it, knows of service, effect and performance.
 */
import { defined } from "../../defined.ts";
import { appealPeriod } from "../../judgment/effect.ts";
import {
  type AppealChoice,
  choiceOf,
  type Performance,
  performanceOf,
} from "../../judgment/judgment-matter.ts";
import type { OrderedAct } from "../../judgment/ordered-act.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import { type CivilDate, civilDateAt, type Instant } from "../../time/time.ts";
import type { DeskAct } from "../commands.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import type { CaseEvent } from "../events.ts";
import { boundBy, confirmedActs, judgedCase, mayBindAgency, serviceOf, standingOf } from "../judgment.ts";
import type { CaseFile } from "../state.ts";

/** 上诉 or 服判; with the day on which the agency was served, where nobody has said it before. */
export interface ChooseAppeal extends DeskAct, Pick<AppealChoice, "choice" | "reason" | "leader"> {
  readonly type: "choose-appeal";
  readonly servedOn?: CivilDate;
}

/** Its approval: 同意 or 退回. */
export interface ApproveAppeal extends DeskAct {
  readonly type: "approve-appeal";
  readonly approved: boolean;
  readonly text: string;
}

/** 核定履行事项. */
export interface ConfirmOrders extends DeskAct {
  readonly type: "confirm-orders";
  readonly acts: readonly OrderedAct[];
  readonly office: "agency" | "bureau";
}

/** 履行情况. */
export interface FilePerformance extends DeskAct, Pick<Performance, "item" | "on" | "what" | "proofs"> {
  readonly type: "file-performance";
}

/** What a court, or a bureau for it, knows. */
export interface NoteJudgment extends DeskAct {
  readonly type: "note-judgment";
  readonly source: "court" | "bureau";
  readonly services: readonly { readonly party: string; readonly on: CivilDate }[];
  readonly effectiveOn?: CivilDate;
  readonly stayed?: boolean;
  /** Acts that are done, and by when. */
  readonly performed: readonly {
    readonly item: number;
    readonly respondent: string;
    readonly on: CivilDate;
  }[];
  /** Filed as done, and not so. */
  readonly refused: readonly { readonly item: number; readonly respondent: string }[];
  readonly text: string;
}

export type JudgmentCommand = ChooseAppeal | ApproveAppeal | ConfirmOrders | FilePerformance | NoteJudgment;

export function decideOnJudgment(
  file: CaseFile,
  command: JudgmentCommand,
  rules: Rules,
): Decision<DeskRefusal> {
  switch (command.type) {
    case "choose-appeal":
      return chooseAppeal(file, command, rules);
    case "approve-appeal":
      return approveAppeal(file, command);
    case "confirm-orders":
      return confirmOrders(file, command);
    case "file-performance":
      return filePerformance(file, command);
    case "note-judgment":
      return noteJudgment(file, command);
    default:
      return command satisfies never;
  }
}

/** Why an agency can't decide any more whether to appeal: there is nothing to appeal against, or no time left. */
export function appealRefusal(
  file: CaseFile,
  respondent: string,
  now: Instant,
  { calendar }: Pick<Rules, "calendar">,
): DeskRefusal | undefined {
  const judged = judgedCase(file);
  if (judged === undefined || judged.instance !== "first") return { type: "no-judgment" };
  if (standingOf(file, civilDateAt(now), calendar)?.state === "replaced")
    return { type: "judgment-replaced" };
  const service = serviceOf(file, respondent);
  const today = civilDateAt(now);
  if (service === undefined) return undefined;
  const period = appealPeriod(judged, service.on, calendar);
  if (period === undefined) return { type: "no-judgment" };
  return today > period.due ? { type: "appeal-period-over" } : undefined;
}

function chooseAppeal(file: CaseFile, command: ChooseAppeal, rules: Rules): Decision<DeskRefusal> {
  const { respondent, at, by, choice, reason, leader, servedOn } = command;
  const given = file.judgment?.given;
  const served: readonly CaseEvent[] =
    servedOn === undefined || given === undefined || serviceOf(file, respondent) !== undefined
      ? []
      : [
          {
            type: "judgment-served",
            service: { party: respondent, form: given.form, on: servedOn, source: "agency", at, by },
          },
        ];
  const refusal = appealRefusal(file, respondent, at, rules);
  if (refusal !== undefined) return refused(refusal);
  const revision = (file.judgment && choiceOf(file.judgment, respondent)?.revision) ?? 0;
  return accepted(...served, {
    type: "appeal-chosen",
    choice: { respondent, choice, reason, leader, at, by, revision: revision + 1 },
  });
}

/** Whether a choice waits for somebody's approval. */
export function approvalRefusal(file: CaseFile, respondent: string): DeskRefusal | undefined {
  const choice = file.judgment && choiceOf(file.judgment, respondent);
  if (choice === undefined) return { type: "no-appeal-choice" };
  return choice.approval === undefined ? undefined : { type: "appeal-choice-answered" };
}

function approveAppeal(
  file: CaseFile,
  { respondent, at, by, approved, text }: ApproveAppeal,
): Decision<DeskRefusal> {
  const refusal = approvalRefusal(file, respondent);
  if (refusal !== undefined) return refused(refusal);
  return accepted({ type: "appeal-approved", respondent, approval: { approved, at, by, text } });
}

/** Why nobody can say what is ordered: there is no judgment, or another has taken its place. */
export function ordersRefusal(file: CaseFile): DeskRefusal | undefined {
  if (!mayBindAgency(file) && file.judgment?.orders === undefined) return { type: "no-judgment" };
  const above = file.judgment?.higher.findLast(({ result }) => result !== "retrial-ordered");
  return above?.result === "changed" || above?.result === "remanded"
    ? { type: "judgment-replaced" }
    : undefined;
}

function confirmOrders(file: CaseFile, { acts, office, at, by }: ConfirmOrders): Decision<DeskRefusal> {
  const refusal = ordersRefusal(file);
  if (refusal !== undefined) return refused(refusal);
  const revision = (file.judgment?.orders?.revision ?? 0) + 1;
  return accepted({ type: "orders-confirmed", orders: { acts, office, at, by, revision } });
}

/** The act of a number that a respondent must do, as confirmed. */
export function actOf(file: CaseFile, respondent: string, item: number): OrderedAct | undefined {
  return confirmedActs(file).find((act) => act.item === item && boundBy(file, act).includes(respondent));
}

function filePerformance(file: CaseFile, command: FilePerformance): Decision<DeskRefusal> {
  const { respondent, item, on, what, proofs, at, by } = command;
  if (actOf(file, respondent, item) === undefined) return refused({ type: "no-such-order" });
  const known = file.judgment && performanceOf(file.judgment, { item, respondent });
  if (known?.source === "court") return refused({ type: "performed-already" });
  return accepted({
    type: "order-performed",
    performance: { item, respondent, on, what, at, by, source: "agency", ...defined({ proofs }) },
  });
}

function noteJudgment(file: CaseFile, command: NoteJudgment): Decision<DeskRefusal> {
  const { at, by, source, services, effectiveOn, stayed, performed, text } = command;
  const given = file.judgment?.given;
  if (given === undefined) return refused({ type: "no-judgment" });
  const events: CaseEvent[] = [
    ...services.map(
      ({ party, on }): CaseEvent => ({
        type: "judgment-served",
        service: { party, form: given.form, on, source, at, by },
      }),
    ),
    ...(effectiveOn === undefined
      ? []
      : [{ type: "judgment-effective", effect: { on: effectiveOn, at, by, source } } as const]),
    ...(stayed === undefined
      ? []
      : [{ type: "enforcement-stayed", stay: { on: civilDateAt(at), stayed, at, by } } as const]),
    ...performed
      .filter(({ item, respondent }) => actOf(file, respondent, item) !== undefined)
      .map(
        ({ item, respondent, on }): CaseEvent => ({
          type: "order-performed",
          performance: { item, respondent, on, what: text, at, by, source: "court" },
        }),
      ),
    ...command.refused.map(
      ({ item, respondent }): CaseEvent => ({ type: "performance-refused", item, respondent, at, by, text }),
    ),
  ];
  return events.length === 0 ? refused({ type: "nothing-noted" }) : accepted(...events);
}

/** What a form about the judgment rests on; empty while nothing is known of it. */
export function judgmentBasis({ judgment }: Pick<CaseFile, "judgment">, respondent: string): string {
  if (judgment === undefined) return "";
  const choice = choiceOf(judgment, respondent);
  return [
    judgment.given?.document.slice(0, 6) ?? "",
    `s${judgment.services.length}`,
    choice === undefined
      ? ""
      : `c${choice.revision}${choice.approval ? (choice.approval.approved ? "a" : "r") : ""}`,
    `o${judgment.orders?.revision ?? 0}`,
    `p${judgment.performances.map(({ item, at }) => `${item}${at.slice(11, 19)}`).join("")}`,
    `h${judgment.higher.length}${judgment.effect ? "e" : ""}${judgment.stays.length}`,
  ].join("");
}
