/** What will happen if a form is confirmed (预览): who is informed of what, and what is registered, closed or called off. */
import { html } from "hono/html";
import type { Draft } from "../../../shared/casework/handle.ts";
import type { CaseEvent } from "../../../shared/domain/case-file/events.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import { nextOpening } from "../../../shared/domain/notices/frame/working-hours.ts";
import type { Notice } from "../../../shared/domain/notices/notice.ts";
import {
  changedFields,
  changedOrganisation,
  type OrganisationChange,
} from "../../../shared/domain/organisations/organisation-change.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import { eventWords } from "../../../shared/letters/wording/history-wording.ts";
import { changedFact } from "../../../shared/letters/wording/organisation-wording.ts";
import { factList } from "./case-view.ts";
import type { Form } from "./form.ts";
import type { Markup } from "./page.ts";
import type { DeskPorts, ShownPage } from "./room.ts";

/** What a decision would write, as a person is shown it. */
export interface Effects {
  /** 将通知. */
  readonly notified: readonly string[];
  /** 将登记. */
  readonly registered: readonly string[];
  /** 将关闭: what is done with, or over. */
  readonly closed: readonly string[];
  /** 将取消. */
  readonly cancelled: readonly string[];
  /** What becomes of the document. */
  readonly document: readonly string[];
}

/**
 * At which instant a decision is tried out: while offices are closed, what is owed by it leaves when they open, and that is
 * what people want to see.
 */
export function triedAt({ now, rules: { policy, calendar } }: Pick<DeskPorts, "now" | "rules">): Instant {
  return nextOpening(now(), policy, calendar);
}

/** The effects of what was decided and not written. */
export function effectsOf(
  changes: readonly Draft[],
  { senderName: name }: Pick<DeskPorts, "senderName">,
): Effects {
  const cases = changes.flatMap((one) => one.cases ?? []);
  const told = cases.flatMap(({ file, events }) =>
    events.map(({ event }) => ({
      event,
      of: `${file.caseNumber}${event.type === "case-opened" ? "（系统中没有的新案件）" : ""}：`,
    })),
  );
  const words = (sort: Sort) =>
    told.flatMap(({ event, of }) => (sortOf(event) === sort ? [`${of}${eventWords(event)}`] : []));
  return {
    notified: changes.flatMap(({ notices = [], coming = [] }) => [
      ...notices.map((one) => letterShown(one, name)),
      ...coming.map((one) => `${letterShown(one, name)}，随该单位最近一期每日提醒发出`),
    ]),
    registered: [
      ...words("registered"),
      ...cases.flatMap(owedAgain),
      ...changes.flatMap(({ organisations = [] }) =>
        organisations.flatMap((one) => changedLines(one, organisations.length > 1)),
      ),
    ],
    closed: words("closed"),
    cancelled: words("cancelled"),
    document: changes.flatMap(({ document }) => (document === undefined ? [] : [BECOMES[document.state]])),
  };
}

/** What becomes of an entry of the directory; `named`: of which, where several change. */
function changedLines(change: OrganisationChange, named: boolean): readonly string[] {
  const { before, after } = change;
  const { name } = changedOrganisation(change);
  if (after === undefined) return [`名录中不再有“${name}”`];
  const of = named ? `${before?.name ?? name}：` : "";
  return changedFields(before, after)
    .filter(({ field }) => field !== "superior" && field !== "closed-into")
    .map(changedFact)
    .map(({ label, value }) => `${of}${label}：${value}`);
}

function letterShown({ recipient, content, signer }: Notice, name: string): string {
  const { subject } = letterOf(content, signer ?? { name });
  return `${recipient.organisationName}${recipient.name}（${subject}）`;
}

/** Once an act is taken back, what its agency owes runs again. */
function owedAgain({ file, events }: NonNullable<Draft["cases"]>[number]): readonly string[] {
  const taken = events.flatMap(({ event }) => (event.type === "taken-back" ? [event.taking.respondent] : []));
  return file.deadlines
    .filter(({ status, respondent }) => status === "open" && taken.includes(respondent))
    .map((deadline) => eventWords({ type: "deadline-opened", deadline }));
}

const BECOMES = {
  read: "登记完毕",
  "needs-review": "退回待复核，由司法局重新复核",
  rejected: "退回法院",
} as const;

type Sort = "registered" | "closed" | "cancelled" | "unsaid";

function sortOf({ type }: CaseEvent): Sort {
  switch (type) {
    case "deadline-met":
    case "duty-met":
    case "case-closed":
    case "difference-settled":
    case "action-withdrawn":
      return "closed";
    case "deadline-cancelled":
    case "duty-cancelled":
    case "hearing-postponed":
    case "ledger-withdrawn":
    case "taken-back":
    case "case-voided":
    case "respondent-removed":
    case "hearing-removed":
      return "cancelled";
    case "notice-issued":
    case "document-reviewed":
    case "letters-voided":
      return "unsaid";
    default:
      return "registered";
  }
}

/** The effects as one word: a form is confirmed on what its page showed, and on nothing else. */
export function effectsKey(effects: Effects): string {
  return identityOf("effects", JSON.stringify(effects));
}

/** Whether a form confirms just these. */
export function confirms(form: Form, effects: Effects): boolean {
  return form.confirmed === effectsKey(effects);
}

/** The effects, each under its name. */
export function effectsView(
  { notified, registered, closed, cancelled, document }: Effects,
  ports: Pick<DeskPorts, "now" | "rules">,
): Markup {
  const line = (label: string, lines: readonly string[]) =>
    lines.length === 0 ? undefined : { label, value: lines.join("\n") };
  const leaves = triedAt(ports);
  const later = leaves > ports.now() ? `（${printedMoment(leaves)}发出）` : "";
  return factList(
    line("将取消", cancelled),
    line("将关闭", closed),
    line("将登记", registered),
    { label: "将通知", value: notified.length === 0 ? "不通知任何单位" : `${notified.join("\n")}${later}` },
    line("文件", document),
  );
}

/**
 * The page that asks once more (确认): what will happen, and all that was filled in, to be confirmed or gone back to.
 * Undefined where the form confirms just that.
 */
export function toConfirm(
  ports: Pick<DeskPorts, "now" | "rules">,
  effects: Effects,
  form: Form,
  { title, button }: { readonly title: string; readonly button: string },
): ShownPage | undefined {
  if (confirms(form, effects)) return undefined;
  const { do: _, confirmed: stale, ...rest } = form;
  const hidden = { ...rest, confirmed: effectsKey(effects) };
  return {
    status: stale === undefined ? 200 : 409,
    title,
    body: html`${
      stale === undefined
        ? html`<p class="note"><strong>尚未保存。</strong>请核对确认后将发生的事项。</p>`
        : html`<div class="problems" role="alert" tabindex="-1"><h2>情况有变，尚未保存</h2><p>刚才预览之后，本案有了变化，请按下面的最新情况再次确认。</p></div>`
    }
<h2>确认后</h2>${effectsView(effects, ports)}
<form method="post">${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button type="submit" name="do" value="submit">${button}</button>
<button class="second" type="submit" name="do" value="back">返回修改</button></form>`,
  };
}

/** Whether somebody goes back from there to what he filled in. */
export function goesBack({ do: does }: Form): boolean {
  return does === "back";
}
