/** What a person sent: short texts by name, cleaned; and what is wrong with them, field by field. */

import type { Person } from "../../../shared/domain/case-file/report.ts";
import { type CaseNumber, parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { CivilDate, ClockTime } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { explainDeskRefusal } from "../../../shared/letters/refusals/desk-refusals.ts";
import { dayTyped, timeTyped } from "./typed.ts";

/** The values of a form; a field that wasn't sent is empty. */
export type Form = Readonly<Record<string, string>>;

/** What is wrong with a field, as a sentence that says what to do. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** A refusal as a form shows it: at the top, leading to the newest state of things. */
export function refused(refusal: DeskRefusal): Problem {
  const { why, todo } = explainDeskRefusal(refusal);
  return { field: "latest", message: `${why}${todo}` };
}

/** The texts of a body; files and repeated fields are none of ours. */
export function formOf(body: Readonly<Record<string, unknown>>): Form {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, cleaned(value)] as const] : [],
    ),
  );
}

/** Line breaks stay; other control characters and marks that turn the direction of writing round are gone. */
function cleaned(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .trim();
}

/** Reads a form's fields and gathers what is wrong with them. */
export class FormReader {
  readonly problems: Problem[] = [];
  readonly #form: Form;

  constructor(form: Form) {
    this.#form = form;
  }

  /** A text that must be there, of at most `most` characters. */
  text(field: string, name: string, most: number): string {
    const text = this.#form[field] ?? "";
    if (text === "") this.problem(field, `请填写${name}。`);
    else if ([...text].length > most) this.problem(field, `${name}请控制在${most}字以内。`);
    return text;
  }

  /** A text that may be left out, of at most `most` characters. */
  optionalText(field: string, name: string, most: number): string | undefined {
    return (this.#form[field] ?? "") === "" ? undefined : this.text(field, name, most);
  }

  /** An administrative case's number; undefined, and a problem, where it is none. */
  caseNumber(field: string): CaseNumber | undefined {
    const number = parseCaseNumber(this.#form[field] ?? "");
    if (number === undefined) this.problem(field, "请填写行政案件的案号，例如（2026）鲁1302行初45号。");
    return number;
  }

  /** One of these; undefined, and a problem, where none was chosen. */
  choice<Value extends string>(field: string, name: string, values: readonly Value[]): Value | undefined {
    const chosen = values.find((one) => one === this.#form[field]);
    if (chosen === undefined) this.problem(field, `请选择${name}。`);
    return chosen;
  }

  /** People, one a line: 姓名，职务. */
  people(field: string, name: string, most: number): readonly Person[] {
    const lines = (this.#form[field] ?? "").split("\n").filter((line) => line.trim() !== "");
    if (lines.length > most) this.problem(field, `${name}最多填写${most}人。`);
    return lines.slice(0, most).map((line) => {
      const [, person = "", title = ""] = /^\s*([^，,、：:\s]+)[，,、：:\s]+(.+?)\s*$/u.exec(line) ?? [];
      if (person === "" || line.length > 80)
        this.problem(field, `${name}请每行填写一人，写明姓名和职务，例如：李明，法规科科长。`);
      return { name: person, title };
    });
  }

  /** A day within these, both included; undefined, and a problem, where it is none. */
  date(field: string, name: string, from: CivilDate, to: CivilDate): CivilDate | undefined {
    const date = dayTyped(this.#form[field] ?? "", { from, to });
    if (date === undefined) this.problem(field, `请填写${name}，例如：${printedDate(to)}，或者${to}。`);
    else if (date < from || date > to) this.problem(field, `${name}应在${from}至${to}之间。`);
    else return date;
    return undefined;
  }

  /** An hour; undefined, and a problem, where it is none. */
  time(field: string, name: string): ClockTime | undefined {
    const time = timeTyped(this.#form[field] ?? "");
    if (time === undefined) this.problem(field, `请填写${name}，例如：09:00，或者上午9时、下午2时30分。`);
    return time;
  }

  /** Texts, one a line; none where the field is empty. */
  lines(field: string, name: string, most: number, length: number): readonly string[] {
    const lines = (this.#form[field] ?? "").split("\n").flatMap((line) => line.trim() || []);
    if (lines.length > most) this.problem(field, `${name}最多填写${most}行。`);
    if (lines.some((line) => [...line].length > length))
      this.problem(field, `${name}每行请控制在${length}字以内。`);
    return lines;
  }

  problem(field: string, message: string): void {
    if (!this.problems.some((one) => one.field === field)) this.problems.push({ field, message });
  }
}
