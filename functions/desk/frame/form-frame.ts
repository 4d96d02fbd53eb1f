/** The frame of the programme's forms: each is named, so that what it brings about is brought about once. */
import { html } from "hono/html";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { ProgrammeEntry } from "../../../shared/domain/programme/entry.ts";
import type { Form, FormReader } from "./form.ts";
import type { Markup } from "./page.ts";
import type { DeskPorts } from "./room.ts";

const FORM_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A form; `given` is its name where it comes back with problems, `revision` what it rests on, `does` which of two forms it is,
 * `action` where it goes, if not to the page it is on.
 */
export function formFrame(
  { newFormId }: Pick<DeskPorts, "newFormId">,
  revision: number | undefined,
  fields: Markup,
  button: string,
  given?: string,
  does = "submit",
  action?: string,
): Markup {
  const id = given !== undefined && FORM_ID.test(given) ? given : newFormId();
  return html`<form method="post"${action === undefined ? "" : html` action="${action}"`}><input type="hidden" name="form" value="${id}">${
    revision === undefined ? "" : html`<input type="hidden" name="revision" value="${revision}">`
  }
${fields}<button type="submit" name="do" value="${does}">${button}</button></form>`;
}

/** The name a form came with; a problem where it has none of ours. */
export function formIdOf(reader: FormReader, { form = "" }: { readonly form?: string }): string {
  if (!FORM_ID.test(form)) reader.problem("by", "这个页面不完整，请返回后重新打开再填写。");
  return form;
}

/**
 * The name of one sending: the form's own and its words. The same sent twice does one thing; other words under its name (a page gone
 * back to) are another act, which the entry's revision refuses.
 */
export function sendingOf(form: Form): string {
  return identityOf("sending", JSON.stringify(Object.entries(form).toSorted()));
}

/** Whether this very sending was the last: it has done what it asked for. */
export function wasSent({ change }: Pick<ProgrammeEntry, "change">, form: Form): boolean {
  return change.form !== undefined && change.form === sendingOf(form);
}
