/** 撤回: the way from what was done to the page where it is taken back, while there is time. */
import { html } from "hono/html";
import { takeBackUntil } from "../../../shared/domain/case-file/decisions/take-back.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes, type Instant } from "../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import type { Markup } from "./page.ts";
import { linkPlace } from "./place.ts";
import type { DeskPorts, Visit } from "./room.ts";

/** An act, and when it was done. */
export interface Undoable extends Pick<Link<"undo">, "what" | "of" | "cause" | "recipient"> {
  readonly at: Instant;
}

/** For so long the page can be looked at after the time is over, where it says that it is. */
const SHOWN_MINUTES = 7 * 24 * 60;

/** The address of the page; undefined once the time is over. */
export async function undoPlace(
  ports: DeskPorts,
  visit: Visit,
  { at, what, of, cause, recipient }: Undoable,
): Promise<string | undefined> {
  const until = takeBackUntil({ at }, ports.rules.policy.undo.hours);
  if (ports.now() > until) return undefined;
  const nonce = identityOf("undo", what, of, cause);
  const link: Link<"undo"> = {
    task: "undo",
    what,
    of,
    cause,
    recipient,
    expires: addMinutes(until, SHOWN_MINUTES),
    nonce,
  };
  return linkPlace(visit, await ports.keys(), link);
}

/** What a form of a page that leads on to more has done in a case (`done`), with the way to take it back; empty where it did nothing. */
export async function doneNote(
  ports: DeskPorts,
  visit: Visit,
  file: CaseFile,
  recipient: OrganisationId,
  did: string,
): Promise<Markup | string> {
  const { done: nonce = "" } = visit.query;
  const used = nonce === "" ? undefined : await ports.records.usedLink(nonce);
  if (used === undefined) return "";
  const { by, at } = used;
  return html`<p class="done">${by}已于${printedMoment(at)}${did}。</p>${await undoneOrOffer(ports, visit, file, { nonce, recipient, at })}`;
}

/** Below what was done in a case: that it was taken back since, or the offer to. */
export async function undoneOrOffer(
  ports: DeskPorts,
  visit: Visit,
  file: CaseFile,
  {
    nonce,
    recipient,
    at,
  }: { readonly nonce: string; readonly recipient: OrganisationId; readonly at: Instant },
): Promise<Markup> {
  const cause = `link:${nonce}`;
  const taken = file.takenBack?.find((one) => one.cause === cause);
  if (taken !== undefined)
    return html`<p class="note">${taken.by}已于${printedMoment(taken.at)}撤回本次办理。理由：${taken.reason}</p>`;
  return undoOffer(ports, visit, { what: "case", of: file.caseNumber, recipient, cause, at });
}

/** The offer below what was done; nothing once the time is over. */
export async function undoOffer(ports: DeskPorts, visit: Visit, act: Undoable): Promise<Markup> {
  const place = await undoPlace(ports, visit, act);
  if (place === undefined) return html``;
  const until = takeBackUntil(act, ports.rules.policy.undo.hours);
  return html`<p><a href="${place}">撤回本次办理</a>（${printedMoment(until)}前可以撤回；撤回前先显示将发生的事项）</p>`;
}
