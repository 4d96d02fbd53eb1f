/** Form fields as pages show them: a label, a hint, the problem if there is one, and what was filled in before. */
import { html } from "hono/html";
import type { Form, Problem } from "./form.ts";
import type { Markup } from "./page.ts";

/** What a form shows: values filled in so far, and what is wrong with them. */
export interface Filled {
  readonly form: Form;
  readonly problems: readonly Problem[];
  /** What a browser offers while somebody types into a field, by its name. */
  readonly offered?: Readonly<Record<string, readonly string[]>>;
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** 必填: marked so. Where only one of two branches is asked, it must be filled in there. */
  readonly required?: true;
}

/** All problems at the top, each leading to its field, in the order in which `form` has the fields. */
export function problemSummary({ problems }: Filled, form: Markup = html``): Markup {
  if (problems.length === 0) return html``;
  const written = String(form);
  // What is no field of the form (the newest state of things) comes first.
  const place = ({ field }: Problem) => written.indexOf(` id="${field}"`);
  const inOrder = problems.toSorted((one, other) => place(one) - place(other));
  return html`<div class="problems" role="alert" tabindex="-1"><h2>还有${problems.length}处需要改正，内容尚未提交</h2>
<ul>${inOrder.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}</ul></div>`;
}

/** `suggestions`: what a browser offers while somebody types, and nothing that must be chosen. */
export function textField(
  filled: Filled,
  field: FieldProps & { readonly autocomplete?: string; readonly suggestions?: readonly string[] },
): Markup {
  const { name, autocomplete = "off", suggestions = filled.offered?.[name] ?? [] } = field;
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
  const { name, hint, options } = field;
  const problem = problemOf(filled, name);
  return html`<fieldset class="field"${described(filled, field)}><legend>${marked(field)}</legend>
${hint === undefined ? "" : html`<p class="hint" id="${name}-hint">${hint}</p>`}${problemLine(name, problem)}
${options.map(
  ([value, text], index) =>
    html`<label class="choice"><input type="radio" id="${index === 0 ? name : `${name}-${value}`}" name="${name}" value="${value}"${filled.form[name] === value ? html` checked` : ""}> ${text}</label>`,
)}</fieldset>`;
}

/**
 * One of a few, and what is asked further of whoever chose it: only that is shown, by the style alone; a browser that doesn't know
 * `:has` shows all of it. What stands in a branch that is hidden is sent all the same: see `unchosen`.
 */
export function branches<Value extends string>(
  filled: Filled,
  field: FieldProps & { readonly options: readonly (readonly [value: Value, text: string])[] },
  further: Readonly<Partial<Record<Value, Markup>>>,
): Markup {
  return html`<div class="branches">${radios(filled, field)}
${field.options.map(([value], index) => (further[value] === undefined ? "" : html`<div class="branch branch-${index + 1}">${further[value]}</div>`))}</div>`;
}

/** A box to tick: for what is done only where somebody says so. */
export function tick(filled: Filled, { name, label }: FieldProps): Markup {
  return html`<div class="field">${problemLine(name, problemOf(filled, name))}
<label class="choice"><input type="checkbox" id="${name}" name="${name}" value="yes"${filled.form[name] === "yes" ? html` checked` : ""}${described(filled, { name, label })}> ${label}</label></div>`;
}

/** Several that may be ticked, each a field of its own whose value is `yes`. */
export function checkboxes(
  { form }: Filled,
  {
    label,
    hint = "",
    options,
  }: {
    readonly label: string;
    readonly hint?: string;
    readonly options: readonly (readonly [name: string, text: string])[];
  },
): Markup {
  return html`<fieldset class="field"><legend>${label}</legend>${hint === "" ? "" : html`<p class="hint">${hint}</p>`}${options.map(
    ([name, text]) =>
      html`<label class="choice"><input type="checkbox" id="${name}" name="${name}" value="yes"${form[name] === "yes" ? html` checked` : ""}> ${text}</label>`,
  )}</fieldset>`;
}

/** 填报人: asked each time, since a link says which office acts, not who. */
export function actorField(filled: Filled, label = "填报人"): Markup {
  return textField(filled, {
    name: "by",
    label: `${label}（姓名）`,
    hint: "会随内容一并存档。",
    required: true,
    autocomplete: "name",
  });
}

function marked({ label, required }: FieldProps): Markup {
  return html`${label}${required === true ? html` <span class="must">必填</span>` : ""}`;
}

function labelled(filled: Filled, { name, hint, ...field }: FieldProps): Markup {
  return html`<label for="${name}">${marked({ name, ...field })}</label>
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
