/** 更正案件分类: what a person of the bureau or of the agency says a case is, class by class; 未知 is an answer, too. */
import { html } from "hono/html";
import { classesOfCase } from "../../../shared/domain/case-file/classes-of-case.ts";
import { ACTS, actCode } from "../../../shared/domain/classes/act.ts";
import {
  CASE_FORMS,
  CLASS_KEYS,
  type ClassesStated,
  type ClassKey,
  PLAINTIFF_KINDS,
  PROCEDURES,
  REVIEWS,
} from "../../../shared/domain/classes/classes.ts";
import { FIELDS, fieldCode } from "../../../shared/domain/classes/field.ts";
import { RULINGS } from "../../../shared/domain/court/ruling.ts";
import { addDays, type CivilDate, civilDate } from "../../../shared/domain/time/time.ts";
import { classKeyName, classValue } from "../../../shared/letters/wording/class-wording.ts";
import { type HandForm, onCase } from "../by-hand/hand-form.ts";
import { dateField, type Filled, select, textArea, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import type { OpenClasses } from "./open-classes.ts";

/** What each class is chosen from; texts and days are typed. */
const CHOICES: { readonly [Key in ClassKey]: readonly string[] | "text" | "day" | "yes-no" } = {
  field: FIELDS,
  act: ACTS,
  actTitle: "text",
  compensation: "yes-no",
  agreement: "yes-no",
  normReview: "yes-no",
  review: REVIEWS,
  reviewNumber: "text",
  reviewBody: "text",
  plaintiffKind: PLAINTIFF_KINDS,
  acceptedOn: "day",
  closedOn: "day",
  procedure: PROCEDURES,
  form: CASE_FORMS,
  ruling: RULINGS,
  appealed: "yes-no",
  suggestion: "text",
};

/** The names of the fields: what holds now goes along, so that what was changed meanwhile is not changed back. */
const fieldOf = (key: ClassKey) => `class_${key}`;
const wasOf = (key: ClassKey) => `was_${key}`;

/** No case that is counted began earlier. */
const EARLIEST = civilDate("2000-01-01");

export const CORRECT_CLASSES: HandForm<OpenClasses> = {
  title: "更正案件分类",
  what: "",
  button: "保存更正",
  refusal: () => undefined,
  defaults: ({ file }) => {
    const known = classesOfCase(file);
    return Object.fromEntries(
      CLASS_KEYS.flatMap((key) => {
        const written = writtenValue(known[key]?.value);
        return [
          [fieldOf(key), written],
          [wasOf(key), written],
        ];
      }),
    );
  },
  fields: (_, filled, today) =>
    html`${CLASS_KEYS.map((key) => html`<input type="hidden" name="${wasOf(key)}" value="${filled.form[wasOf(key)] ?? ""}">${classField(filled, key, today)}`)}
${textArea(filled, { name: "reason", label: "说明（可不填）", rows: 2 })}`,
  read(open, form, reader, today) {
    const values = readValues(form, reader, today);
    const reason = reader.optionalText("reason", "说明", 200);
    const { file, link, office, organisation } = open;
    const confirmed = ["field", "act"].some((key) => classesOfCase(file)[key as "field"]?.by === "rule");
    if (Object.keys(values).length === 0 && !confirmed && reader.problems.length === 0)
      reader.problem(fieldOf("field"), "没有更正任何一项。");
    if (reader.problems.length > 0) return undefined;
    return onCase(link.caseNumber, ({ at, by }) => ({
      type: "correct-classes",
      at,
      by,
      office,
      organisation: organisation.id,
      values: { ...shownProposals(open, form), ...values },
      ...(reason !== undefined && { reason }),
    }));
  },
};

/** Field and kind of act that a rule proposes and the person has left as they are: confirmed. */
function shownProposals({ file }: OpenClasses, form: Form): ClassesStated {
  const { field, act } = classesOfCase(file);
  return {
    ...(field?.by === "rule" && form[fieldOf("field")] === field.value && { field: field.value }),
    ...(act?.by === "rule" && form[fieldOf("act")] === act.value && { act: act.value }),
  } as ClassesStated;
}

function classField(filled: Filled, key: ClassKey, today: CivilDate): Markup {
  const of = CHOICES[key];
  const props = { name: fieldOf(key), label: classKeyName(key) };
  if (of === "text") return textField(filled, props);
  if (of === "day") return dateField(filled, { ...props, min: EARLIEST, max: addDays(today, 1) });
  const values = of === "yes-no" ? ["yes", "no"] : of;
  const options = values.map((value) => [value, optionName(key, value)] as const);
  return select(filled, { ...props, options, none: "未知" });
}

/** 01 公安. */
function optionName(key: ClassKey, value: string): string {
  const name = classValue(key, parsed(key, value));
  const code =
    key === "field"
      ? fieldCode(value as (typeof FIELDS)[number])
      : key === "act"
        ? actCode(value as (typeof ACTS)[number])
        : undefined;
  return code === undefined ? name : `${code} ${name}`;
}

function writtenValue(value: string | boolean | undefined): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : (value ?? "");
}

function parsed(key: ClassKey, value: string): never {
  return (CHOICES[key] === "yes-no" ? value === "yes" : value) as never;
}

/** What was changed on the page; emptied: not known. */
function readValues(form: Form, reader: FormReader, today: CivilDate): ClassesStated {
  const changed = CLASS_KEYS.filter((key) => (form[fieldOf(key)] ?? "") !== (form[wasOf(key)] ?? ""));
  return Object.fromEntries(
    changed.map((key) => [key, (form[fieldOf(key)] ?? "") === "" ? null : readValue(key, reader, today)]),
  );
}

function readValue(key: ClassKey, reader: FormReader, today: CivilDate): unknown {
  const of = CHOICES[key];
  const [field, name] = [fieldOf(key), classKeyName(key)];
  if (of === "text") return reader.text(field, name, 80);
  if (of === "day") return reader.date(field, name, EARLIEST, addDays(today, 1));
  const chosen = reader.choice(field, name, of === "yes-no" ? ["yes", "no"] : of);
  return chosen === undefined ? undefined : parsed(key, chosen);
}
