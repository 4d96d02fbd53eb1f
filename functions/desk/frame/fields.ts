/** Form fields as pages show them: a label, a hint, the problem if there is one, and what was filled in before. */
import { html } from "hono/html";
import type { Form, Problem } from "./form.ts";
import type { Markup } from "./page.ts";

/** What a form shows: values filled in so far, and what is wrong with them. */
export interface Filled {
  readonly form: Form;
  readonly problems: readonly Problem[];
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** All problems at the top, each leading to its field. */
export function problemSummary({ problems }: Filled): Markup {
  if (problems.length === 0) return html``;
  return html`<div class="problems" role="alert" tabindex="-1"><h2>还有${problems.length}处需要改正，内容尚未提交</h2>
<ul>${problems.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}</ul></div>`;
}

/** `suggestions`: what a browser offers while somebody types, and nothing that must be chosen. */
export function textField(
  filled: Filled,
  field: FieldProps & { readonly autocomplete?: string; readonly suggestions?: readonly string[] },
): Markup {
  const { name, autocomplete = "off", suggestions = [] } = field;
  const listed = suggestions.length > 0;
  return html`<div class="field">${labelled(filled, field)}
<input id="${name}" name="${name}" type="text" maxlength="100" autocomplete="${autocomplete}" value="${filled.form[name] ?? ""}"${listed ? html` list="${name}-list"` : ""}${described(filled, field)}>${listed ? html`<datalist id="${name}-list">${suggestions.map((one) => html`<option value="${one}"></option>`)}</datalist>` : ""}</div>`;
}

export function dateField(
  filled: Filled,
  field: FieldProps & { readonly min?: string; readonly max?: string },
): Markup {
  const { name, min, max } = field;
  return html`<div class="field">${labelled(filled, field)}
<input id="${name}" name="${name}" type="date" value="${filled.form[name] ?? ""}"${min === undefined ? "" : html` min="${min}"`}${max === undefined ? "" : html` max="${max}"`}${described(filled, field)}></div>`;
}

export function textArea(filled: Filled, field: FieldProps & { readonly rows: number }): Markup {
  const { name, rows } = field;
  // A browser drops the first line break of a text area.
  return html`<div class="field">${labelled(filled, field)}
<textarea id="${name}" name="${name}" rows="${rows}"${described(filled, field)}>
${filled.form[name] ?? ""}</textarea></div>`;
}

export function select(
  filled: Filled,
  field: FieldProps & {
    readonly options: readonly (readonly [value: string, text: string])[];
    /** What stands for no choice; null where one of them is always chosen. */
    readonly none?: string | null;
  },
): Markup {
  const { name, options, none = "请选择" } = field;
  const chosen = filled.form[name] ?? "";
  return html`<div class="field">${labelled(filled, field)}
<select id="${name}" name="${name}"${described(filled, field)}>${none === null ? "" : html`<option value="">${none}</option>`}${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ""}>${text}</option>`,
  )}</select></div>`;
}

/** One of a few, all in sight; the first carries the field's id, so that the summary's link leads there. */
export function radios(
  filled: Filled,
  field: FieldProps & { readonly options: readonly (readonly [value: string, text: string])[] },
): Markup {
  const { name, label, hint, options } = field;
  const problem = problemOf(filled, name);
  return html`<fieldset class="field"${described(filled, field)}><legend>${label}</legend>
${hint === undefined ? "" : html`<p class="hint" id="${name}-hint">${hint}</p>`}${problemLine(name, problem)}
${options.map(
  ([value, text], index) =>
    html`<label class="choice"><input type="radio" id="${index === 0 ? name : `${name}-${value}`}" name="${name}" value="${value}"${filled.form[name] === value ? html` checked` : ""}> ${text}</label>`,
)}</fieldset>`;
}

/** A box to tick: for what is done only where somebody says so. */
export function tick(filled: Filled, { name, label }: FieldProps): Markup {
  return html`<div class="field">${problemLine(name, problemOf(filled, name))}
<label class="choice"><input type="checkbox" id="${name}" name="${name}" value="yes"${filled.form[name] === "yes" ? html` checked` : ""}${described(filled, { name, label })}> ${label}</label></div>`;
}

/** 填报人: asked each time, since a link says which office acts, not who. */
export function actorField(filled: Filled, label = "填报人"): Markup {
  return textField(filled, {
    name: "by",
    label: `${label}（姓名）`,
    hint: "会随内容一并存档。",
    autocomplete: "name",
  });
}

function labelled(filled: Filled, { name, label, hint }: FieldProps): Markup {
  return html`<label for="${name}">${label}</label>
${hint === undefined ? "" : html`<p class="hint" id="${name}-hint">${hint}</p>`}${problemLine(name, problemOf(filled, name))}`;
}

function problemLine(name: string, problem: Problem | undefined): Markup {
  return problem === undefined
    ? html``
    : html`<p class="problem" id="${name}-problem">${problem.message}</p>`;
}

function described(filled: Filled, { name, hint }: FieldProps): Markup {
  const problem = problemOf(filled, name);
  const ids = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  return html`${ids === "" ? "" : html` aria-describedby="${ids}"`}${problem === undefined ? "" : html` aria-invalid="true"`}`;
}

function problemOf({ problems }: Filled, name: string): Problem | undefined {
  return problems.find(({ field }) => field === name);
}
