/** What is each form of 手工办理: what it asks, what it does, and when it stands open? */
import { html } from "hono/html";
import type { CasesAtWork } from "../../../shared/casework/cases-at-work.ts";
import type { Command } from "../../../shared/domain/case-file/decisions/decide.ts";
import type { HandSource } from "../../../shared/domain/case-file/events.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { addDays, type CivilDate, type Instant } from "../../../shared/domain/time/time.ts";
import { dateField, type Filled, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import { readWay, wayField } from "../frame/receipt-fields.ts";
import type { DeskPorts } from "../frame/room.ts";
import type { OpenOffice } from "./open-office.ts";

/** Who does it, when, and by what the audit trail says it was caused. */
export interface Doing {
  readonly at: Instant;
  readonly by: string;
  readonly cause: string;
}

/** Decides all that a form asks for; a refusal where any of it can't be done. */
export type Work = (
  cases: CasesAtWork,
  doing: Doing,
  ports: Pick<DeskPorts, "directory">,
) => Promise<DeskRefusal | undefined>;

/** `Open`: what stands behind the link. */
export interface HandForm<Open = OpenOffice> {
  readonly title: string;
  /** Beside its link: when it is the right one. */
  readonly what: string;
  readonly button: string;
  /** Why it is of no use in the case as it stands; undefined where it is. */
  refusal(open: Open): DeskRefusal | undefined;
  /** What is filled in before anybody typed. */
  defaults?(open: Open): Form;
  fields(open: Open, filled: Filled, today: CivilDate): Markup;
  /** Undefined where the reader found problems. */
  read(open: Open, form: Form, reader: FormReader, today: CivilDate): Work | undefined;
}

/** A command on one case, as the work of a form. */
export function onCase(caseNumber: CaseNumber, command: (doing: Doing) => Command): Work {
  return async (cases, doing) => {
    const decision = await cases.decide(caseNumber, command(doing));
    return decision.accepted ? undefined : (decision.refusal as DeskRefusal);
  };
}

/** How far back a telephone call is registered. */
const LONGEST_AGO_DAYS = 60;

/** On whose word: how it came, who said it, when. */
export function sourceFields(filled: Filled, today: CivilDate): Markup {
  return html`${wayField(filled, "依据的来源")}
${textField(filled, { name: "told", label: "由谁告知", hint: "单位、姓名，例如：沂南县人民法院书记员马超。" })}
${dateField(filled, { name: "on", label: "告知日期", min: addDays(today, -LONGEST_AGO_DAYS), max: today })}`;
}

export function readSource(reader: FormReader, today: CivilDate): HandSource | undefined {
  const way = readWay(reader, "依据的来源");
  const told = reader.text("told", "由谁告知", 60);
  const on = reader.date("on", "告知日期", addDays(today, -LONGEST_AGO_DAYS), today);
  return way === undefined || on === undefined ? undefined : { way, told, on };
}
