/** What does a judgment or ruling say of its case? The fields in which a person says so, and what is made of them. */
import { html } from "hono/html";
import { RESULTS, type Result } from "../../../shared/domain/court/outcome.ts";
import { outcomeName } from "../../../shared/letters/wording/outcome-wording.ts";
import { type Filled, select, textArea } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import { byPerson } from "./confirmed.ts";
import type { CaseReading } from "./stored-reading.ts";

/** Whether a paper is one that can say it. */
function canSay({ kind, outcome }: CaseReading): boolean {
  return kind.value === "judgment" || outcome !== undefined;
}

/** The values the fields begin with. */
export function resultAsForm({ outcome, withdrawnAgainst = [] }: CaseReading): Form {
  return {
    outcome: outcome?.value ?? "",
    against: withdrawnAgainst.map(({ value }) => value).join("\n"),
  };
}

/** 裁判结果, and against whom an action was withdrawn; nothing for papers that can't say it. */
export function resultFields(reading: CaseReading, filled: Filled): Markup {
  if (!canSay(reading)) return html``;
  return html`${select(filled, { name: "outcome", label: "裁判结果", none: "未载明", options: RESULTS.map((one) => [one, outcomeName(one)] as const) })}
${textArea(filled, { name: "against", label: "撤回起诉所对的被告", rows: 2, hint: "只撤回对部分被告的起诉时填写，每行一个，与“被告”栏一致。" })}`;
}

/** What the person says; problems are left with the reader. */
export function correctedResult(
  reading: CaseReading,
  { outcome, against = "" }: Form,
  respondents: readonly string[],
  reader: FormReader,
): Pick<CaseReading, "outcome" | "withdrawnAgainst"> {
  if (!canSay(reading) || outcome === undefined || outcome === "") return {};
  const value = reader.choice<Result>("outcome", "裁判结果", RESULTS);
  if (value === undefined) return {};
  const said = { outcome: byPerson(value, reading.outcome?.text ?? "") };
  if (value !== "partly-withdrawn") return said;
  const named = [...new Set(against.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
  const strangers = named.filter((one) => !respondents.includes(one));
  if (named.length === 0) reader.problem("against", "请填写撤回起诉所对的被告。");
  if (strangers.length > 0) reader.problem("against", `“${strangers.join("、")}”不在“被告”栏中，请核对。`);
  return { ...said, withdrawnAgainst: named.map((one) => byPerson(one, one)) };
}
