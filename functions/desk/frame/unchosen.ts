/**
 * What somebody filled in under the branch they did not choose (a head's name under 未出庭): it is asked about once and never
 * dropped in silence. What the page had filled in by itself is none of theirs.
 */
import { html } from "hono/html";
import { type Filled, tick } from "./fields.ts";
import type { Form, FormReader } from "./form.ts";
import type { Markup } from "./page.ts";

/** Fields of a branch, by what a question calls them. */
export type BranchFields = Readonly<Record<string, string>>;

const CONFIRMED = "unchosen";

/** The names of the fields that somebody filled in; `given`: what the page had begun with. */
function filledIn(fields: BranchFields, form: Form, given: Form): readonly string[] {
  const names = Object.entries(fields).flatMap(([field, name]) =>
    (form[field] ?? "") === "" || form[field] === given[field] ? [] : [name],
  );
  return [...new Set(names)];
}

/** Asks about them, unless they have been confirmed to be left out; `chosen`: the branch that was chosen, as its option reads. */
export function askAboutUnchosen(
  reader: FormReader,
  form: Form,
  { chosen, fields, given }: { readonly chosen: string; readonly fields: BranchFields; readonly given: Form },
): void {
  const left = filledIn(fields, form, given);
  if (left.length === 0 || form[CONFIRMED] === "yes") return;
  reader.problem(
    CONFIRMED,
    `选择了“${chosen}”，另一项下却填写了${left.join("、")}。选错的，请改选；没有选错的，请勾选“另一项下填写的内容不采用”。`,
  );
}

/** The box by which they are left out; only where they were asked about. */
export function unchosenField(filled: Filled): Markup {
  const isAsked =
    filled.problems.some(({ field }) => field === CONFIRMED) || (filled.form[CONFIRMED] ?? "") !== "";
  return isAsked ? tick(filled, { name: CONFIRMED, label: "另一项下填写的内容不采用" }) : html``;
}
