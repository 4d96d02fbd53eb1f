/** 办理经过 on a case's page: the whole trail for its bureau; for others what concerns the case, or themselves. And what can be taken back. */
import { html } from "hono/html";
import { pastActs } from "../../../shared/domain/case-file/decisions/past-acts.ts";
import type { CaseEvent, RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { papersFor } from "../../../shared/domain/originals/paper-rights.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { historyLine } from "../../../shared/letters/wording/history-wording.ts";
import { actName } from "../../../shared/letters/wording/taken-back-wording.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { undoPlace } from "../frame/undo-link.ts";
import type { ViewedCase } from "./viewer.ts";

/** What of the trail its reader may see, oldest first. */
export function trailFor(viewed: ViewedCase, history: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const papers = new Set(papersFor(viewed.file, viewed.viewer.parts).map(({ sha256 }) => sha256));
  return history.filter(({ event }) => isTheirs(viewed, event, papers));
}

/** The newest first. */
export function trailView(viewed: ViewedCase, history: readonly RecordedEvent[]): Markup {
  const shown = trailFor(viewed, history);
  return html`<section aria-labelledby="trail"><h2 id="trail">办理经过</h2>${dataTable({
    caption: `共${shown.length}项，最近的在前`,
    columns: ["时间", "事项", "经办人或者来源"],
    rows: shown.toReversed().map((recorded) => {
      const { what, who } = historyLine(recorded);
      return [printedMoment(recorded.at), what, who];
    }),
    empty: "没有记录。",
  })}</section>`;
}

/**
 * Whose business an event is. `everybody`: the course of the case. A respondent's name: that respondent's side; with `court`,
 * the court's as well. `government`: the government's that is sued. `office`: the bureau's alone.
 */
type Business =
  | "everybody"
  | "office"
  | { readonly paper: string }
  | { readonly respondent: string; readonly court?: true; readonly government?: true };

function isTheirs(
  { file, viewer: { role, names, organisation } }: ViewedCase,
  event: CaseEvent,
  papers: ReadonlySet<string>,
): boolean {
  if (role === "bureau") return true;
  const business = businessOf(event);
  if (business === "everybody" || business === "office") return business === "everybody";
  if ("paper" in business) return papers.has(business.paper);
  if (role === "court") return business.court === true;
  if (!names.includes(business.respondent)) return false;
  const sued = file.respondents.find(({ name }) => name === business.respondent);
  return business.government !== true || sued?.identity?.organisation === organisation.id;
}

function businessOf(event: CaseEvent): Business {
  switch (event.type) {
    case "case-opened":
    case "parties-added":
    case "hearing-set":
    case "hearing-changed":
    case "hearing-postponed":
    case "hearing-held":
    case "appearance-arranged":
    case "appeal-filed":
    case "appeal-linked":
    case "action-withdrawn":
    case "case-halted":
    case "case-closed":
    case "case-voided":
    case "hearing-removed":
    case "classes-corrected":
      return "everybody";
    case "document-filed":
      return { paper: event.document.sha256 };
    case "classes-read":
      return { paper: event.document };
    case "court-note-received":
      return { paper: event.note.sha256 };
    case "attendance-recorded":
    case "attendance-settled":
      return { respondent: event.statement.respondent, court: true };
    case "difference-answered":
      return { respondent: event.answer.respondent, court: true };
    case "difference-settled":
      return { respondent: event.settlement.respondent, court: true };
    case "obstacle-reported":
      return { respondent: event.obstacle.respondent, court: true };
    case "obstacle-answered":
      return { respondent: event.respondent, court: true };
    case "principal-owed":
      return { respondent: event.owed.respondent, court: true };
    case "principal-absence-answered":
      return { respondent: event.answer.respondent };
    case "judgment-given":
    case "judgment-served":
    case "judgment-appealed":
    case "higher-ruled":
    case "judgment-effective":
    case "orders-confirmed":
    case "enforcement-begun":
    case "enforcement-stayed":
      return "everybody";
    // Whether an agency means to appeal is nobody's but its own side's.
    case "appeal-chosen":
      return { respondent: event.choice.respondent, government: true };
    case "appeal-approved":
      return { respondent: event.respondent, government: true };
    case "order-performed":
      return { respondent: event.performance.respondent, court: true };
    case "performance-refused":
      return { respondent: event.respondent, court: true };
    case "deadline-opened":
      return { respondent: event.deadline.respondent };
    case "deadline-recomputed":
    case "deadline-met":
    case "deadline-reopened":
    case "deadline-cancelled":
    case "duty-moved":
    case "duty-met":
    case "duty-reopened":
    case "duty-cancelled":
    case "report-returned":
    case "supervision-noted":
    case "receipt-noted":
      return { respondent: event.respondent };
    case "defence-handed":
      return { respondent: event.handed.respondent };
    case "defence-drafted":
      return { respondent: event.draft.respondent };
    case "extension-asked":
      return { respondent: event.extension.respondent };
    case "extension-answered":
      return { respondent: event.respondent };
    case "court-staff-noted":
      return "everybody";
    case "duty-opened":
      return { respondent: event.duty.respondent };
    case "respondent-removed":
      return { respondent: event.name };
    case "report-submitted":
      return { respondent: event.report.respondent };
    case "filing-submitted":
      return { respondent: event.filing.respondent };
    case "loss-reported":
      return { respondent: event.report.respondent };
    case "loss-judged":
      return { respondent: event.respondent };
    case "designation-made":
      return { respondent: event.designation.respondent };
    case "designation-objected":
    case "objection-answered":
      return { respondent: event.respondent };
    case "handling-form-submitted":
      return { respondent: event.form.respondent, government: true };
    case "handling-form-proposed":
    case "opinion-returned":
    case "handling-form-answered":
      return { respondent: event.respondent, government: true };
    case "taken-back":
      return event.taking.respondent === undefined ? "office" : { respondent: event.taking.respondent };
    case "call-classes-chosen":
    case "first-of-year-noted":
    case "meeting-access-received":
    case "respondent-identified":
    case "document-reviewed":
    case "urging-decided":
    case "ledger-noted":
    case "ledger-withdrawn":
    case "notice-issued":
    case "done-by-hand":
    case "letters-voided":
      return "office";
    default:
      return event satisfies never;
  }
}

/** 撤回: what was done lately, each with the way to take it back. */
export async function undoView(
  ports: DeskPorts,
  visit: Visit,
  { id: recipient }: Organisation,
  { caseNumber }: CaseFile,
  history: readonly RecordedEvent[],
): Promise<Markup> {
  const acts = await Promise.all(
    pastActs(history)
      // What a review of another case's paper left here is taken back there.
      .filter(({ kind, by }) => kind !== "review" || by !== undefined)
      .map(async ({ kind, respondent = "", by = "", at, cause, events }) => {
        const review = events.find((event) => event.type === "document-reviewed");
        const target =
          review === undefined
            ? ({ what: "case", of: caseNumber } as const)
            : ({ what: "review", of: review.sha256 } as const);
        const place = await undoPlace(ports, visit, { ...target, cause, recipient, at });
        return place === undefined
          ? undefined
          : { place, words: `${respondent}${actName(kind)}（${by}${by && "，"}${printedMoment(at)}）` };
      }),
  );
  const open = acts.filter((one) => one !== undefined);
  if (open.length === 0) return html``;
  return html`<h2>可以撤回的办理</h2><ul>${open.map(({ place, words }) => html`<li>${words}<a href="${place}">撤回</a></li>`)}</ul>`;
}
