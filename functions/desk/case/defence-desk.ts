/**
 * 答辩、举证: the agency says what it has handed in to the court and when, with the papers, or shows them to its bureau first; the court
 * may say that it has them. More time for evidence is asked for, and its answer registered, on a page of its own.
 */
import { html } from "hono/html";
import {
  extensionRefusal,
  isExtensionOpen,
} from "../../../shared/domain/case-file/decisions/defence-decisions.ts";
import { type DefencePart, extensionOf, handedIn } from "../../../shared/domain/case-file/defence.ts";
import { complaintServedOn } from "../../../shared/domain/case-file/duties/defence-duties.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { addDays, civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { dutyTodo, lateWords } from "../../../shared/letters/wording/case-duty-wording.ts";
import { deadlineFact } from "../../../shared/letters/wording/deadline-wording.ts";
import { LEGAL_BASIS } from "../../../shared/letters/wording/legal-basis.ts";
import { RIGHTS } from "../case-task/holder.ts";
import type { OpenCase } from "../case-task/open-case.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseView, factList } from "../frame/case-view.ts";
import { actorField, dateField, radios, textArea } from "../frame/fields.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Visit } from "../frame/room.ts";
import { type DutyLink, dutyRefused } from "./duty-desk.ts";

/** The page on which more time is asked for. */
export const EXTENSION = "extension";

const HANDED: readonly (readonly [string, string, readonly DefencePart[]])[] = [
  ["both", "已向人民法院提交答辩状和证据、依据", ["defence", "evidence"]],
  ["defence", "已向人民法院提交答辩状，证据另行提交", ["defence"]],
  ["evidence", "已向人民法院提交证据、依据", ["evidence"]],
];

const SHOWN = "shown";

export const defenceDesk: TaskDesk<DutyLink> = {
  title: "答辩、举证",
  done: "答辩、举证情况已登记",
  button: "提交",
  draft: { form: "defence", sitting: () => 0 },
  proofs: "上传答辩状、证据目录（盖章的扫描件）。上传不代替向人民法院提交。",

  refusal: dutyRefused,
  shown: defenceView,
  given: () => ({}),

  fields: ({ file, link: { respondent }, holder }, filled, now) => {
    const isDone = (["defence", "evidence"] as const).every((part) => handedIn(file, respondent, part));
    const isAgencys = RIGHTS[holder].side === "agency";
    return html`<h2>${isDone ? "更正" : "填写办理情况"}</h2>
${radios(filled, {
  name: "handed",
  label: "办理情况",
  options: [
    ...HANDED.map(([value, words]) => [value, words] as const),
    ...(isAgencys ? ([[SHOWN, "尚未提交人民法院，先报司法局审阅"]] as const) : []),
  ],
})}
${dateField(filled, {
  name: "on",
  label: "提交人民法院的日期",
  hint: `当面递交的为递交之日，邮寄的为交邮之日${isAgencys ? "；先报司法局审阅的不填" : ""}。`,
  max: civilDateAt(now),
})}
${actorField(filled)}`;
  },

  async command(open, _, reader, ports) {
    const chosen = reader.choice("handed", "办理情况", [...HANDED.map(([value]) => value), SHOWN]);
    if (chosen === undefined) return undefined;
    const { side } = RIGHTS[open.holder];
    if (chosen === SHOWN) {
      if (side === "agency") return { type: "show-defence" };
      reader.problem("handed", "请选择已经收到的材料。");
      return undefined;
    }
    const served = complaintServedOn(open.file) ?? addDays(civilDateAt(ports.now()), -365);
    const on = reader.date("on", "提交人民法院的日期", served, civilDateAt(ports.now()));
    const parts = HANDED.find(([value]) => value === chosen)?.[2] ?? [];
    return on && { type: "hand-in-defence", parts, on, side };
  },
};

/** 申请延期举证, and what the court answered. */
export const extensionDesk: TaskDesk<DutyLink> = {
  title: "延期举证",
  done: "延期举证已登记",
  button: "提交",
  draft: { form: "extension", sitting: () => 0 },
  proofs: "上传申请书、不能按期举证的证明材料。申请须同时书面提交人民法院。",

  refusal: extensionRefused,
  shown: defenceView,
  given: () => ({}),

  fields: ({ file, link: { respondent } }, filled, now) =>
    isExtensionOpen(file, respondent)
      ? html`<h2>登记人民法院的答复</h2>
${radios(filled, {
  name: "granted",
  label: "是否准许",
  options: [
    ["yes", "准许延期提供"],
    ["no", "不准许"],
  ],
})}
${dateField(filled, { name: "until", label: "准许延期至", hint: "不准许的不填。", min: civilDateAt(now) })}
${actorField(filled)}`
      : html`<h2>申请延期提供证据</h2>
<p>因不可抗力或者客观上不能控制的其他正当事由，不能在举证期限内提供证据的，应当在期限内书面申请，经人民法院准许（${LEGAL_BASIS.evidenceLater}）。提交后转人民法院；没有准许之前，仍按原期限举证。</p>
${textArea(filled, { name: "reason", label: "不能按期举证的原因", required: true, rows: 4 })}
${actorField(filled)}`,

  async command(open, _, reader, ports) {
    if (!isExtensionOpen(open.file, open.link.respondent)) {
      const reason = reader.text("reason", "不能按期举证的原因", 1_000);
      return reason === "" ? undefined : { type: "ask-extension", reason };
    }
    const granted = reader.choice("granted", "是否准许", ["yes", "no"]);
    if (granted === undefined) return undefined;
    const today = civilDateAt(ports.now());
    const until =
      granted === "yes" ? reader.date("until", "准许延期至", today, addDays(today, 365)) : undefined;
    if (granted === "yes" && until === undefined) return undefined;
    return { type: "answer-extension", side: RIGHTS[open.holder].side, ...defined({ until }) };
  },
};

function extensionRefused(
  { file, link: { respondent }, holder }: OpenCase<DutyLink>,
  now: Instant,
): DeskRefusal | undefined {
  if (isExtensionOpen(file, respondent)) return undefined;
  // It is the agency that asks; a court answers.
  return RIGHTS[holder].side === "court"
    ? { type: "not-theirs" }
    : extensionRefusal(file, respondent, civilDateAt(now));
}

/** The case, both duties with their counting, and what has come in. */
function defenceView({ file, link, holder }: OpenCase<DutyLink>, _now: Instant): Markup {
  const { respondent } = link;
  const duties = file.duties.filter(
    (one) => one.respondent === respondent && (one.kind === "defence" || one.kind === "evidence"),
  );
  return html`${caseView(file, undefined, undefined, [
    fact("办理单位", respondent),
    ...duties.map(({ kind, deadline }) =>
      deadlineFact(kind === "defence" ? "答辩期限" : "举证期限", deadline),
    ),
  ])}${handedView(file, respondent, RIGHTS[holder].side)}<p>${dutyTodo("defence", ["evidence"])}。</p>${lateWords("defence", ["evidence"]).map((words) => html`<p class="note">${words}</p>`)}`;
}

/** 答辩、举证 of one respondent: what was handed in and asked for, and to its own side what its bureau was shown. */
export function handedView(file: OpenCase["file"], respondent: string, reader: "agency" | "court"): Markup {
  const record = file.defence;
  const extension = extensionOf(file, respondent);
  const drafts =
    reader === "court" ? [] : (record?.drafts.filter((one) => one.respondent === respondent) ?? []);
  const handed = record?.handed.filter((one) => one.respondent === respondent) ?? [];
  if (handed.length + drafts.length === 0 && extension === undefined) return html``;
  return html`<h3>答辩、举证</h3>${factList(
    ...drafts.map(({ by, at }) => fact("报司法局审阅", `${by}，${printedMoment(at)}`)),
    ...handed.map(({ parts, on, source, by }) =>
      fact(
        "提交人民法院",
        `${printedDate(on)}，${parts.map((part) => (part === "defence" ? "答辩状" : "证据、依据")).join("、")}`,
        [
          source === "court"
            ? `人民法院登记${by === undefined ? "" : `：${by}`}`
            : source === "paper"
              ? "依据收到的文书"
              : `办理单位填报：${by ?? ""}`,
        ],
      ),
    ),
    extension &&
      fact("延期举证", extension.reason, [
        `${extension.by}，${printedMoment(extension.at)}申请；${
          extension.answer === undefined
            ? "等待人民法院答复"
            : extension.answer.until === undefined
              ? "人民法院不准许"
              : `人民法院准许延期至${printedDate(extension.answer.until)}`
        }`,
      ]),
  )}`;
}

/** The way to the page on which more time is asked for. */
export function extensionOffer(open: OpenCase<DutyLink>, visit: Visit, now: Instant): Markup {
  const isOpen = isExtensionOpen(open.file, open.link.respondent);
  if (extensionRefused(open, now) !== undefined) return html``;
  return html`<h2>其他事项</h2><ul><li><a href="${placeOf(visit, { part: EXTENSION })}">${isOpen ? "登记人民法院对延期举证的答复" : "申请延期提供证据"}</a></li></ul>`;
}
