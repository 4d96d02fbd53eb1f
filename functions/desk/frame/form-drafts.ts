/**
 * 草稿: what somebody has typed survives an upload, a closed page and another link of the same office. It is saved by a button, and
 * by every button that leads away from the form; nothing needs a script.
 */
import { html } from "hono/html";
import {
  draftKeptUntil,
  type FormDraft,
  type FormDraftRef,
  keptDraft,
} from "../../../shared/domain/form-draft.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import type { Form } from "./form.ts";
import type { Markup } from "./page.ts";
import { placeOf } from "./place.ts";
import type { Answer, DeskPorts, Visit } from "./room.ts";

/** A form that can be left and come back to, and what was saved of it. */
export interface Drafting {
  readonly ref: FormDraftRef;
  readonly draft: FormDraft | undefined;
  /** Where its files lie; undefined while none was uploaded and nothing saved. */
  readonly folder: string | undefined;
  /** Said above the form: what became of a button that was pressed. */
  readonly note?: string;
}

/** The query and the field that name the folder of files while no draft does. */
export const FILES = "files";
const FILES_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads only. `files`: as the address or the form names them, where nothing was saved. */
export async function draftingOf(
  { records, now }: Pick<DeskPorts, "records" | "now">,
  ref: FormDraftRef,
  files = "",
): Promise<Drafting> {
  const draft = keptDraft(await records.formDraft(ref), now());
  return { ref, draft, folder: draft?.folder ?? (FILES_ID.test(files) ? folderOf(files) : undefined) };
}

/** A folder for files of a form that was not saved. */
export function folderOf(files: string): string {
  return `proofs/${files}`;
}

/** What the page begins with: what was saved, else what is known. */
export function begunForm(given: Form, { draft }: Drafting): Form {
  return draft === undefined ? given : { ...given, ...draft.values };
}

/** The step of a form at which a file is uploaded. */
export const UPLOAD_STEP = "upload";

/** Fields that say how a form was sent, not what was filled in. */
const OF_THE_SENDING = /^(?:do|basis|draft|files|confirmed|(?:proof|remove)\d)$/;

/**
 * Does what a form's other buttons ask for: saves it; saves it and goes on to the upload. What nobody has touched is not saved:
 * programs that check mails press buttons, but type and tick nothing.
 *
 * `conflict`: somebody else of the office saved another one meanwhile. `untouched`: there is nothing to save, `upload`: nor that,
 * and the upload is asked for. Undefined: the form is handed in.
 */
export async function draftAnswer(
  ports: Pick<DeskPorts, "records" | "now" | "newFormId">,
  visit: Visit,
  drafting: Drafting,
  form: Form,
  begun: Form,
): Promise<Answer | "conflict" | "untouched" | "upload" | undefined> {
  const { do: does } = form;
  if (does !== "draft" && does !== UPLOAD_STEP) return undefined;
  if (!isTouched(form, begun)) return does === UPLOAD_STEP ? "upload" : "untouched";
  if ((await save(ports, drafting, form)) === "conflict") return "conflict";
  const here = visit.part === undefined ? {} : { part: visit.part };
  return {
    status: 303,
    to: placeOf(visit, { ...here, ...(does === UPLOAD_STEP && { query: { step: UPLOAD_STEP } }) }),
  };
}

/** Whether anything is otherwise than the page began with. */
function isTouched(form: Form, begun: Form): boolean {
  if (removedBy(form).length > 0) return true;
  return Object.entries(form).some(
    ([name, value]) => !OF_THE_SENDING.test(name) && value !== (begun[name] ?? "").trim(),
  );
}

/** Files a form takes out, by their version. */
export function removedBy(form: Form): readonly string[] {
  return Object.entries(form).flatMap(([name, value]) =>
    /^remove\d$/.test(name) && value !== "" ? [value] : [],
  );
}

async function save(
  { records, now, newFormId }: Pick<DeskPorts, "records" | "now" | "newFormId">,
  { ref, draft, folder }: Drafting,
  form: Form,
): Promise<"saved" | "conflict"> {
  const known = draft?.revision ?? 0;
  if (Number(form.draft ?? "0") !== known) return "conflict";
  const values = Object.entries(form).filter(([name]) => !OF_THE_SENDING.test(name));
  const next: FormDraft = {
    ...ref,
    revision: known + 1,
    savedAt: now(),
    by: form.by ?? "",
    values: Object.fromEntries(values),
    folder: folder ?? folderOf(newFormId()),
    removed: [...new Set([...(draft?.removed ?? []), ...removedBy(form)])],
  };
  const committed = await records.commit({ token: `draft ${newFormId()}`, drafts: [next] });
  return committed === "conflict" ? "conflict" : "saved";
}

/**
 * What a form begins with that is kept: pressing Enter in a field saves it, and does nothing else; then whose draft is seen here.
 */
export function draftHead({ draft, folder, note }: Drafting): Markup {
  const files = draft === undefined && folder !== undefined ? folder.replace(/^proofs\//, "") : undefined;
  return html`<input type="hidden" name="draft" value="${draft?.revision ?? 0}">${files === undefined ? "" : html`<input type="hidden" name="${FILES}" value="${files}">`}
<button class="default" type="submit" name="do" value="draft" tabindex="-1" aria-hidden="true">存草稿</button>
${note === undefined ? "" : html`<p class="note" role="status">${note}</p>`}
${
  draft === undefined
    ? ""
    : html`<div class="note"><p><strong>草稿，尚未提交。</strong>${draft.by === "" ? "" : `${draft.by}，`}${printedMoment(draft.savedAt)}保存，保留至${printedDate(civilDateAt(draftKeptUntil(draft)))}，本单位的人员都可以接着填。</p></div>`
}`;
}

/** The same page once more, where nothing had been typed that could be saved. */
export function untouchedNote(drafting: Drafting): Drafting {
  return { ...drafting, note: "没有新填写的内容，没有需要保存的草稿。" };
}

/** Beside the button that hands it in. */
export function draftButton(): Markup {
  return html` <button class="second" type="submit" name="do" value="draft">存草稿</button>`;
}

/** Why nothing was saved, above what was typed, which stands in the form as it was. */
export function conflictProblem({ draft }: Drafting) {
  const whose =
    draft === undefined
      ? ""
      : `${draft.by === "" ? "本单位另一位人员" : draft.by}已于${printedMoment(draft.savedAt)}`;
  const message =
    draft === undefined
      ? "您打开本页之后，草稿已经提交或者删除，您的内容没有保存。需要保留的，请再按“存草稿”。"
      : `您打开本页之后，${whose}保存了另一份草稿，您的内容没有保存。再按“存草稿”，即以您的内容代替；不要代替的，请重新打开本页。`;
  return { field: "latest", message };
}
