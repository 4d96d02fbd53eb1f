/** The form about a difference: whose words are right, or what is right instead. */
import { html } from "hono/html";
import type { Side, Version } from "../../../shared/domain/case-file/difference.ts";
import type { AnswerDifference, OpenDifference } from "../../../shared/domain/case-file/reconciliation.ts";
import type { HeadFacts } from "../../../shared/domain/case-file/statement.ts";
import { factsLine, sourceName } from "../../../shared/letters/wording/attendance-wording.ts";
import { groundName } from "../../../shared/letters/wording/report-wording.ts";
import { actorField, type Filled, radios, select, textArea } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import { absenceFields, headFields, readAbsence, readHead } from "../frame/head-fields.ts";
import type { Markup } from "../frame/page.ts";

/** Who answers: one of the sides, or the bureau, which decides. */
export type Answerer = Side | "bureau";

/** What is asked, and of whom. */
export interface Question {
  readonly open: OpenDifference;
  readonly answerer: Answerer;
  /** The agency designated for the respondent, whose own heads are not the respondent's. */
  readonly designated: string | undefined;
}

/** What a form says, before time and name are added. */
export type Answered = Pick<AnswerDifference, "source" | "facts" | "reason">;

const OTHER = "other";

/** The versions to choose from, and what is asked where none of them is right. */
export function answerFields({ open, answerer, designated }: Question, filled: Filled): Markup {
  return html`<h2>${answerer === "bureau" ? "认定" : "核对意见"}</h2>
${radios(filled, {
  name: "choice",
  label: "以哪一项为准",
  options: [
    ...versionsOf(open).map((version, index) => [`v${index}`, choiceText(version, answerer)] as const),
    [OTHER, "都不准确，在下面据实填写"] as const,
  ],
})}
${textArea(filled, {
  name: "reason",
  label: "理由或者说明",
  rows: 3,
  hint: reasonHint(answerer),
})}
<h3>都不准确的，据实填写</h3>
${radios(filled, {
  name: "attended",
  label: "负责人是否出庭",
  options: [
    ["yes", "负责人出庭"],
    ["no", "负责人未出庭"],
    ...(asks(open, "heard") ? ([["unheard", "当日没有开庭"]] as const) : []),
  ],
})}
${headFields(filled, designated)}
${select(filled, {
  name: "spoke",
  label: "负责人是否当庭发言",
  options: [
    ["yes", "发言"],
    ["no", "没有发言"],
  ],
})}
${absenceFields(filled)}
${
  asks(open, "enterprise")
    ? select(filled, {
        name: "enterprise",
        label: "是否涉企案件",
        options: [
          ["yes", "涉企"],
          ["no", "不涉企"],
        ],
      })
    : ""
}
${actorField(filled, answerer === "bureau" ? "认定人" : "填报人")}`;
}

/** Reads the answer; undefined where the reader found problems. */
export function readAnswer(question: Question, form: Form, reader: FormReader): Answered | undefined {
  const { open, answerer } = question;
  const versions = versionsOf(open);
  const choices = [...versions.map((_, index) => `v${index}`), OTHER];
  const choice = reader.choice("choice", "以哪一项为准", choices);
  if (choice === undefined) return undefined;
  const version = choice === OTHER ? undefined : versions[choices.indexOf(choice)];
  // Giving in needs no reason; whoever insists, or decides, says why.
  const givesIn = version !== undefined && answerer !== "bureau" && !isOwn(version, answerer);
  const reason =
    givesIn && (form.reason ?? "") === "" ? undefined : reader.text("reason", "理由或者说明", 500);
  const facts = version?.facts ?? otherFacts(question, form, reader);
  if (facts === undefined) return undefined;
  return { source: version?.source ?? OTHER, facts, ...(reason !== undefined && { reason }) };
}

/** What was settled before is a version too, where something else has been said since. */
function versionsOf({ settlement, versions }: OpenDifference): readonly Version[] {
  return settlement === undefined ? versions : [{ source: "settled", facts: settlement.facts }, ...versions];
}

function choiceText(version: Version, answerer: Answerer): string {
  const said = `${sourceName(version.source)}（${factsLine(version.facts)}）`;
  if (answerer === "bureau") return `以${said}为准`;
  return isOwn(version, answerer) ? `本方记载无误，维持${said}` : `对方记载无误，以${said}为准`;
}

function isOwn({ source }: Version, side: Side): boolean {
  return source !== "settled" && (source === "filing") === (side === "agency");
}

function reasonHint(answerer: Answerer): string {
  if (answerer === "bureau") return "认定的依据，会告知双方。";
  return "维持本方记载，或者据实填写的，须写明理由和依据；以对方记载为准的可以不填。";
}

function asks({ differences }: OpenDifference, topic: "heard" | "enterprise"): boolean {
  return differences.some((one) => one.topic === topic);
}

function otherFacts({ open, designated }: Question, form: Form, reader: FormReader): HeadFacts | undefined {
  const attended = reader.choice("attended", "负责人是否出庭", ["yes", "no", "unheard"]);
  if (attended === undefined) return undefined;
  if (attended === "unheard") return { headAttended: "review", heard: false };
  const enterprise = form.enterprise === "yes" ? true : form.enterprise === "no" ? false : undefined;
  const common = { heard: true, ...(enterprise !== undefined && { enterprise }) };
  if (attended === "no") {
    const absence = readAbsence(reader);
    return (
      absence && {
        ...common,
        headAttended: false,
        absenceReason: `${groundName(absence.ground)}（${absence.explanation}）`,
      }
    );
  }
  const head = readHead(reader, { agency: open.respondent, designated }, "请改选“负责人未出庭”并填写理由。");
  if (head === undefined) return undefined;
  const { name, title, rank, concern } = head;
  return {
    ...common,
    headAttended: concern === undefined ? true : "review",
    headName: name,
    headTitle: title,
    ...(concern === undefined && { rank }),
    ...(form.spoke === "yes" && { spoke: true }),
    ...(form.spoke === "no" && { spoke: false }),
  };
}
