/**
 * What every task on a case must supply to become a page: its words, its form, when it is refused, and the command
 * that the form asks for.
 */
import type { DeskCommand } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import type { DraftedForm } from "../../../shared/domain/form-draft.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { Filled } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";
import type { CaseLink } from "./case-link.ts";
import type { OpenCase } from "./open-case.ts";

/** One task at the desk. */
export interface TaskDesk<Own = CaseLink> {
  readonly title: string;
  readonly done: string;
  /** Why it can't be done now; undefined where it can. */
  refusal(open: OpenCase<Own>, now: Instant, rules: Rules): DeskRefusal | undefined;
  /**
   * What must be seen before the form, in a few lines; the rest of what is shown can then be opened, so that a phone has the first
   * field in sight. Without it all is in sight.
   */
  brief?(open: OpenCase<Own>, now: Instant, visit: Visit): Markup;
  /** What is known, above the form and on the page of a used link. */
  shown(open: OpenCase<Own>, now: Instant): Markup;
  /** What the form begins with: what was handed in before, so that a correction need not be typed anew. */
  given(open: OpenCase<Own>, ports: DeskPorts): Form | Promise<Form>;
  /** What a rule proposes for the form, above it; whoever fills it in decides. */
  proposed?(open: OpenCase<Own>, ports: DeskPorts): Promise<Markup>;
  fields(open: OpenCase<Own>, filled: Filled, now: Instant): Markup;
  readonly button: string;
  /** The command the page comes to where nothing on it is changed: what it would bring about is shown below the form. */
  foreseen?(open: OpenCase<Own>, ports: DeskPorts): Asked | undefined | Promise<Asked | undefined>;
  /** Where what was typed can be kept: which draft it is, and of which hearing. */
  readonly draft?: {
    readonly form: DraftedForm;
    sitting(open: OpenCase<Own>, now: Instant): number | undefined;
  };
  /** What proofs are asked for; without it none are taken. Only with a draft: they are uploaded with it. */
  readonly proofs?: string;
  /** The command a form asks for; undefined where the reader found problems. */
  command(
    open: OpenCase<Own>,
    form: Form,
    reader: FormReader,
    ports: DeskPorts,
  ): Asked | undefined | Promise<Asked | undefined>;
}

export type Asked = DistributiveOmit<DeskCommand, keyof Common>;

type Common = Pick<DeskCommand, "at" | "by" | "respondent" | "basis">;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
