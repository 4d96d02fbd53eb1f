/** The form about a difference: whose words are right, or what is right instead. */
import { html } from "hono/html";
import type { Side, Version } from "../../../shared/domain/case-file/difference.ts";
import type { AnswerDifference, OpenDifference } from "../../../shared/domain/case-file/reconciliation.ts";
import type { HeadFacts } from "../../../shared/domain/case-file/statement.ts";
import { factsLine, sourceName } from "../../../shared/letters/wording/attendance-wording.ts";
import { groundName } from "../../../shared/letters/wording/report-wording.ts";
import { actorField, branches, type Filled, select, textArea } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import {
  ABSENCE_FIELDS,
  absenceFields,
  HEAD_FIELDS,
  headFields,
  readAbsence,
  readHead,
} from "../frame/head-fields.ts";
import type { HeadJudge } from "../frame/head-judge.ts";
import type { Markup } from "../frame/page.ts";
import { askAboutUnchosen, unchosenField } from "../frame/unchosen.ts";

/** Who answers: one of the sides, or the bureau, which decides. */
export type Answerer = Side | "bureau";

/** What is asked, and of whom. */
export interface Question {
  readonly open: OpenDifference;
  readonly answerer: Answerer;
  /** The agency designated for the respondent, whose own heads are not the respondent's. */
  readonly designated: string | undefined;
  readonly judge: HeadJudge;
}

/** What a form says, before time and name are added. */
export type Answered = Pick<AnswerDifference, "source" | "facts" | "reason">;

const OTHER = "other";
const OTHER_TEXT = "都不准确，据实填写";

const ATTENDED = [
  ["yes", "负责人出庭"],
  ["no", "负责人未出庭"],
] as const;

/** What is asked only where no version is right, by what a question calls it. */
const OTHER_FIELDS = {
  attended: "负责人是否出庭",
  ...HEAD_FIELDS,
  spoke: "发言情况",
  ...ABSENCE_FIELDS,
  enterprise: "是否涉企案件",
} as const;

/** The versions to choose from, what choosing each of them says of the others, and what is asked where none is right. */
export function answerFields(
  { open, answerer, designated }: Omit<Question, "judge">,
  filled: Filled,
): Markup {
  const versions = versionsOf(open);
  return html`<h2>${answerer === "bureau" ? "认定" : "核对意见"}</h2>
${branches(
  filled,
  {
    name: "choice",
    label: "以哪一项为准",
    required: true,
    options: [
      ...versions.map((version, index) => [`v${index}`, choiceText(version, versions, answerer)] as const),
      [OTHER, OTHER_TEXT] as const,
    ],
  },
  { [OTHER]: otherFields(open, filled, designated) },
)}${unchosenField(filled)}
${textArea(filled, {
  name: "reason",
  label: "理由或者说明",
  rows: 3,
  hint: reasonHint(answerer),
})}
${actorField(filled, answerer === "bureau" ? "认定人" : "填报人")}`;
}

function otherFields(open: OpenDifference, filled: Filled, designated: string | undefined): Markup {
  return html`<h3>都不准确的，据实填写</h3>
${branches(
  filled,
  {
    name: "attended",
    label: "负责人是否出庭",
    required: true,
    options: [...ATTENDED, ...(asks(open, "heard") ? ([["unheard", "当日没有开庭"]] as const) : [])],
  },
  {
    yes: html`${headFields(filled, designated)}
${select(filled, {
  name: "spoke",
  label: "负责人是否当庭发言",
  options: [
    ["yes", "发言"],
    ["no", "没有发言"],
  ],
})}`,
    no: absenceFields(filled),
  },
)}
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
}`;
}

/** Reads the answer; undefined where the reader found problems. */
export function readAnswer(question: Question, form: Form, reader: FormReader): Answered | undefined {
  const { open, answerer } = question;
  const versions = versionsOf(open);
  const choices = [...versions.map((_, index) => `v${index}`), OTHER];
  const choice = reader.choice("choice", "以哪一项为准", choices);
  if (choice === undefined) return undefined;
  const version = choice === OTHER ? undefined : versions[choices.indexOf(choice)];
  if (version !== undefined)
    askAboutUnchosen(reader, form, {
      chosen: choiceText(version, versions, answerer),
      fields: OTHER_FIELDS,
      given: {},
    });
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

/** Whose words hold then, and whose are wrong: a court has several papers, and one of its own may be the wrong one. */
function choiceText(version: Version, versions: readonly Version[], answerer: Answerer): string {
  const others = versions.filter(
    (one) => one !== version && factsLine(one.facts) !== factsLine(version.facts),
  );
  const wrong =
    others.length === 0
      ? ""
      : `。${others.map((one) => ownedName(one, answerer)).join("、")}${others.length > 1 ? "都" : ""}有误`;
  return `以${ownedName(version, answerer)}为准：${factsLine(version.facts)}${wrong}`;
}

/** 本单位备案, 本院庭审笔录; of the other side as it is called. */
function ownedName(version: Version, answerer: Answerer): string {
  const { source } = version;
  const name = sourceName(source);
  if (answerer === "bureau" || !isOwn(version, answerer)) return name;
  return answerer === "agency" ? `本单位备案` : `本院${name.replace(/^法院/u, "")}`;
}

function isOwn({ source }: Version, side: Side): boolean {
  return source !== "settled" && (source === "filing") === (side === "agency");
}

function reasonHint(answerer: Answerer): string {
  if (answerer === "bureau") return "认定的依据，会告知双方。";
  return answerer === "agency"
    ? "以本单位备案为准，或者据实填写的，须写明理由和依据；以法院记载为准的可以不填。"
    : "以本院记载为准，或者据实填写的，须写明理由和依据；以行政机关备案为准的可以不填。";
}

function asks({ differences }: OpenDifference, topic: "heard" | "enterprise"): boolean {
  return differences.some((one) => one.topic === topic);
}

function otherFacts(
  { open, designated, judge }: Question,
  form: Form,
  reader: FormReader,
): HeadFacts | undefined {
  const attended = reader.choice("attended", "负责人是否出庭", ["yes", "no", "unheard"]);
  if (attended === undefined) return undefined;
  if (attended === "unheard") return { headAttended: "review", heard: false };
  const enterprise = form.enterprise === "yes" ? true : form.enterprise === "no" ? false : undefined;
  askAboutUnchosen(reader, form, {
    chosen: attended === "yes" ? "负责人出庭" : "负责人未出庭",
    fields: attended === "yes" ? ABSENCE_FIELDS : { ...HEAD_FIELDS, spoke: "发言情况" },
    given: {},
  });
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
  const head = readHead(
    reader,
    { agency: open.respondent, designated, judge },
    "请改选“负责人未出庭”并填写理由。",
  );
  if (head === undefined) return undefined;
  const { name, title, rank, concern, countedBy } = head;
  return {
    ...common,
    headAttended: concern === undefined ? true : "review",
    headName: name,
    headTitle: title,
    ...(concern === undefined && { rank }),
    ...(countedBy !== undefined && { countedBy }),
    ...(form.spoke === "yes" && { spoke: true }),
    ...(form.spoke === "no" && { spoke: false }),
  };
}
