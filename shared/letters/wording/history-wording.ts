/** The audit trail of a case (办理经过) in words: what happened, what of, and by whom. */

import type { CaseEvent, ReceiptWay, RecordedEvent } from "../../domain/case-file/events.ts";
import type { MoveReason } from "../../domain/duties/case-duty.ts";
import { isDutyKind } from "../../domain/duties/duty-rules.ts";
import type { DeadlineKind } from "../../domain/time/deadline.ts";
import type { UrgingDecision } from "../../domain/urging/urging-decision.ts";
import { hearingMoment, printedDate, printedMoment, printedMonth } from "../frame/dates.ts";
import { causeName as lossCauseName } from "../registers/loss-wording.ts";
import { factsLine, sourceName } from "./attendance-wording.ts";
import { dutyWords } from "./case-duty-wording.ts";
import { classesWords } from "./class-wording.ts";
import { staffLine } from "./court-staff-wording.ts";
import { documentName } from "./document-wording.ts";
import { jointLine } from "./joint-wording.ts";
import { judgmentEventBy, judgmentEventWords } from "./judgment/judgment-wording.ts";
import { verdictLine } from "./obstacle-wording.ts";
import { interimName, outcomeName } from "./outcome-wording.ts";
import { choiceWords, principalWords } from "./principal-wording.ts";
import { groundName, personLine, resultName } from "./report-wording.ts";
import { actName } from "./taken-back-wording.ts";

/** One line of the trail. */
export interface HistoryLine {
  readonly what: string;
  /** Who did it, where a person did; else what brought it about. */
  readonly who: string;
}

/** 三日报告 … */
export function periodName(kind: DeadlineKind): string {
  return kind === "report" ? "三日报告" : kind === "filing" ? "二日备案" : dutyWords(kind).name;
}

/** The same as boards and calendars call it, where what is filed stands beside it. */
export function dueName(kind: DeadlineKind): string {
  return kind === "filing" ? "出庭备案" : periodName(kind);
}

/** An event in words. */
export function historyLine({ event, cause }: RecordedEvent): HistoryLine {
  return { what: eventWords(event), who: byWhom(event) ?? causeName(cause) };
}

/** What happened, or would happen, in a sentence. */
export function eventWords(event: CaseEvent): string {
  switch (event.type) {
    case "case-opened":
      return `登记案件，${event.court}受理。`;
    case "parties-added":
      return addedWords(event);
    case "document-filed":
      return event.document.copy === true
        ? `收到${documentName(event.document.kind)}复制件，未据此登记。`
        : `收到${documentName(event.document.kind)}。`;
    case "respondent-identified":
      return `在名录中确认被告“${event.name}”。`;
    case "hearing-set":
      return `定于${hearingMoment(event.hearing)}开庭${event.hearing.place === undefined ? "" : `，${event.hearing.place}`}。`;
    case "hearing-changed":
      return `开庭变更为${hearingMoment(event.hearing)}${event.hearing.place === undefined ? "" : `，${event.hearing.place}`}。`;
    case "hearing-postponed":
      return event.mistaken === true ? "原登记的开庭有误，予以更正。" : "原定开庭取消或者延期。";
    case "hearing-held":
      return `已于${printedDate(event.hearing.date)}开庭。`;
    case "attendance-recorded":
      return `${sourceName(event.statement.source)}记载${event.statement.respondent}：${factsLine(event.statement)}。`;
    case "attendance-settled":
      return `人工认定${event.statement.respondent}：${factsLine(event.statement)}。`;
    case "document-reviewed":
      return "文书经人工复核。";
    case "deadline-opened":
      return `${event.deadline.respondent}${periodName(event.deadline.kind)}时限至${printedDate(event.deadline.deadline.due)}。`;
    case "deadline-recomputed":
      return `${event.respondent}${periodName(event.kind)}时限重新计算为${printedDate(event.deadline.due)}。`;
    case "deadline-met":
      return `${event.respondent}于${printedDate(event.on)}完成${periodName(event.kind)}。`;
    case "deadline-reopened":
      return `${event.respondent}${periodName(event.kind)}重新起算。`;
    case "deadline-cancelled":
      return `${event.respondent}${periodName(event.kind)}时限取消。`;
    case "defence-handed": {
      const { respondent, parts, on, source } = event.handed;
      const what = parts.map((part) => (part === "defence" ? "答辩状" : "证据")).join("、");
      return `${respondent}于${printedDate(on)}向人民法院提交${what}${source === "court" ? "（法院登记）" : ""}。`;
    }
    case "defence-drafted":
      return `${event.draft.respondent}报送拟提交法院的答辩状、证据。`;
    case "extension-asked":
      return `${event.extension.respondent}申请延期提供证据：${event.extension.reason}`;
    case "extension-answered":
      return event.answer.until === undefined
        ? `法院不准许${event.respondent}延期提供证据。`
        : `法院准许${event.respondent}延期至${printedDate(event.answer.until)}提供证据。`;
    case "court-staff-noted":
      return `法院联系人：${staffLine(event.staff)}。`;
    case "duty-opened":
      return `${event.duty.respondent}${periodName(event.duty.kind)}期限至${printedDate(event.duty.deadline.due)}。`;
    case "duty-moved":
      return `${event.respondent}${periodName(event.kind)}期限${movedWords(event.why)}${printedDate(event.deadline.due)}。`;
    case "duty-met":
      return `${event.respondent}于${printedDate(event.on)}完成${periodName(event.kind)}。`;
    case "duty-reopened":
      return `${event.respondent}${periodName(event.kind)}仍待办理。`;
    case "duty-cancelled":
      return `${event.respondent}${periodName(event.kind)}不再要求。`;
    case "report-submitted":
      return `${event.report.respondent}提交三日报告${event.report.revision === 1 ? "" : `（第${event.report.revision}次）`}。`;
    case "report-returned":
      return `退回${event.respondent}的报告：${event.remark.text}`;
    case "supervision-noted":
      return `对${event.respondent}提出督导意见：${event.remark.text}`;
    case "filing-submitted":
      return `${event.filing.respondent}提交出庭备案：${resultName(event.filing.result)}。`;
    case "loss-reported":
      return `${event.report.respondent}提交败诉案件报告${event.report.revision === 1 ? "" : `（第${event.report.revision}次）`}，原因：${event.report.causes.map(lossCauseName).join("、")}。`;
    case "loss-judged":
      return `${event.verdict.accepted ? "认可" : "退回"}${event.respondent}的败诉案件报告${event.verdict.text === "" ? "" : `：${event.verdict.text}`}。`;
    case "handling-form-submitted":
      return `案件办理单报${event.form.respondent}审批，拟指派${event.form.agency.name}。`;
    case "handling-form-proposed":
      return `${event.respondent}办公室拟办，拟由${personLine(event.opinion.head)}出庭：${event.opinion.text}`;
    case "opinion-returned":
      return `${event.respondent}领导退回拟办意见：${event.remark.text}`;
    case "designation-objected":
      return `被指派单位对${event.respondent}的指派提出异议：${event.remark.text}`;
    case "objection-answered":
      return `${event.respondent}答复指派异议，${event.answer.kept ? "维持指派" : "改派，由司法局重新报批"}${event.answer.text === "" ? "" : `：${event.answer.text}`}。`;
    case "handling-form-answered":
      return `${event.respondent}${event.answer.approved ? "同意" : "退回"}案件办理单${event.answer.head === undefined ? "" : `，由${personLine(event.answer.head)}出庭`}${event.answer.text === "" ? "" : `：${event.answer.text}`}。`;
    case "designation-made":
      return `${event.designation.respondent}指派${event.designation.agency.name}出庭应诉。`;
    case "difference-answered":
      return `${event.answer.respondent}的出庭记载，${event.answer.side === "agency" ? "行政机关" : "法院"}答复核对：${factsLine(event.answer.facts)}。`;
    case "difference-settled":
      return `${event.settlement.respondent}的出庭记载核对完毕（${event.settlement.settledBy === "bureau" ? "司法局认定" : "双方一致"}）：${factsLine(event.settlement.facts)}。`;
    case "appearance-arranged":
      return event.arrangement.respondents.length === 0
        ? "人工复核：文书没有写明由哪家单位负责人出庭。"
        : `${jointLine(event.arrangement)}。`;
    case "obstacle-reported":
      return `${event.obstacle.respondent}报告出庭障碍（${groundName(event.obstacle.ground)}）：${event.obstacle.explanation}`;
    case "obstacle-answered":
      return `${verdictLine(event.respondent, event.answer)}。${event.answer.reason}`;
    case "court-note-received":
      return `法院庭前提示：${event.note.text}`;
    case "meeting-access-received":
      return `收到线上开庭的入会信息（${event.access.respondents.join("、")}）。`;
    case "call-classes-chosen":
      return `${choiceWords(event.choice)}。`;
    case "first-of-year-noted":
      return `${event.respondent}年度第一件行政诉讼案件。`;
    case "principal-owed":
      return event.owed.reasons.length === 0
        ? `${event.owed.respondent}不再要求正职出庭。`
        : `${event.owed.respondent}${principalWords(event.owed.reasons)}。`;
    case "principal-absence-answered":
      return `${event.answer.respondent}正职不出庭的说明，${event.answer.approved ? "同意" : "不同意"}${event.answer.text === "" ? "" : `：${event.answer.text}`}。`;
    case "urging-decided":
      return urgingWords(event.urging);
    case "receipt-noted":
      return `登记${event.respondent}${periodName(event.kind)}已于${printedDate(event.on)}收到（${wayName(event.way)}${event.told === undefined ? "" : `，${event.told}`}）。`;
    case "done-by-hand":
      return `${actName(event.act)}${event.other === undefined ? "" : `（${event.other}）`}${event.source === undefined ? "" : `（${printedDate(event.source.on)}${wayName(event.source.way)}，${event.source.told}）`}${event.reason === "" ? "。" : `：${event.reason}`}`;
    case "respondent-removed":
      return `${event.name}不是本案被告，从本案移出。`;
    case "hearing-removed":
      return "误登在本案的开庭移出。";
    case "case-voided":
      return "案件登记撤销，不再计入看板和统计。";
    case "letters-voided":
      return "此前发出的函件作废。";
    case "classes-read":
      return `从文书读出${classesWords(event.said)}。`;
    case "classes-corrected":
      return `更正案件分类：${classesWords(event.correction.values)}${event.correction.reason === undefined ? "。" : `。说明：${event.correction.reason}`}`;
    case "appeal-filed":
      return `收到上诉状（${printedDate(event.on)}）。`;
    case "appeal-linked":
      return `二审案号${event.appeal}。`;
    case "judgment-given":
    case "judgment-served":
    case "appeal-chosen":
    case "appeal-approved":
    case "judgment-appealed":
    case "higher-ruled":
    case "judgment-effective":
    case "orders-confirmed":
    case "order-performed":
    case "performance-refused":
    case "enforcement-begun":
    case "enforcement-stayed":
      return judgmentEventWords(event);
    case "action-withdrawn":
      return `原告撤回对${event.respondent}的起诉，本案对其余被告继续审理。`;
    case "case-halted":
      return `${interimName(event.halt.result)}（${printedDate(event.halt.since)}）。`;
    case "case-closed":
      return `结案：${outcomeName(event.outcome)}${event.byLedger === true ? "（依据法院台账）" : event.byHand === true ? "（司法局登记，待裁判文书）" : ""}。`;
    case "ledger-noted":
      return `${printedMonth(event.entry.month)}法院台账载有本案。`;
    case "ledger-withdrawn":
      return `${printedMonth(event.ledger.month)}法院台账更正，不再载有本案。`;
    case "taken-back":
      return `撤回${event.taking.respondent ?? ""}${actName(event.taking.act)}（${printedMoment(event.taking.actAt)}办理）${event.taking.reason === "" ? "。" : `：${event.taking.reason}`}`;
    case "notice-issued":
      return /^announced:/.test(event.key)
        ? `在每日摘要中预告${noticeName(event.key)}。`
        : `发出${noticeName(event.key)}。`;
    default:
      return event satisfies never;
  }
}

/** Why a last day moved, and to which. */
export function movedWords(why: MoveReason): string {
  return {
    calendar: "按节假日安排重新计算为",
    extended: "经准许延长至",
    corrected: "更正为",
    told: "自首次告知起延至",
  }[why];
}

/** 补充原告：陈建；补充案由：行政处罚。 */
function addedWords({
  plaintiffs,
  respondents,
  thirdParties,
  cause,
  originCaseNumber,
  enterprise,
}: Extract<CaseEvent, { readonly type: "parties-added" }>): string {
  const added: readonly (readonly [string, readonly string[]])[] = [
    ["原告", plaintiffs],
    ["被告", respondents.map(({ name }) => name)],
    ["第三人", thirdParties],
    ["案由", cause === undefined ? [] : [cause]],
    ["一审案号", originCaseNumber === undefined ? [] : [originCaseNumber]],
    ["涉企标记", enterprise === undefined ? [] : [enterprise ? "涉企" : "非涉企"]],
  ];
  const words = added.flatMap(([what, who]) => (who.length === 0 ? [] : [`补充${what}：${who.join("、")}`]));
  return `${words.join("；") || "核对当事人"}。`;
}

/** What a person decided about 督办, in words. */
export function urgingWords(urging: UrgingDecision): string {
  const what = `${urging.respondent}${periodName(urging.kind)}`;
  switch (urging.decision) {
    case "held":
      return `暂缓督办${what}至${printedDate(urging.until)}：${urging.reason}`;
    case "released":
      return `决定立即督办${what}。`;
    case "copy-confirmed":
      return `决定将${what}的督办函抄送其上级机关。`;
    case "copy-declined":
      return `决定不将${what}的督办函抄送其上级机关${urging.reason === "" ? "" : `：${urging.reason}`}。`;
    default:
      return urging satisfies never;
  }
}

/** How something came in beside the system. */
export function wayName(way: ReceiptWay): string {
  return { telephone: "电话", paper: "纸质", "in-person": "当面", other: "其他方式" }[way];
}

/** Obligations by the beginning of their keys. */
const NOTICES: readonly (readonly [RegExp, string])[] = [
  [/^receipt:/, "回执"],
  [/^hearing:/, "开庭提醒函"],
  [/^no-address:/, "核对联系地址的提示"],
  [/^reminder:/, "开庭提醒"],
  [/^cancel/, "开庭取消通知"],
  [/^announced:report/, "三日报告督办函"],
  [/^announced:filing/, "出庭备案督办函"],
  [/^copied:report/, "三日报告督办函（抄送上级）"],
  [/^copied:filing/, "出庭备案督办函（抄送上级）"],
  [/^report:\d+(#\d+)?:-/, "三日报告临期提醒"],
  [/^report:/, "三日报告督办函"],
  [/^filing:\d+:(-|0|asked)/, "出庭备案提醒"],
  [/^filing:/, "出庭备案督办函"],
  [/^reported:/, "报告送阅通知"],
  [/^returned:/, "报告退回通知"],
  [/^supervised:/, "督导意见"],
  [/^unknown:/, "被告名称待核通知"],
  [/^unknown-again:/, "被告名称待核催办"],
  [/^form-submitted:/, "案件办理单送审通知"],
  [/^approval-requested:/, "领导审批通知"],
  [/^opinion-returned:/, "拟办退回通知"],
  [/^objection-answered:/, "指派异议答复"],
  [/^objection:/, "指派异议送阅通知"],
  [/^form-returned:/, "案件办理单退回通知"],
  [/^form:/, "案件办理单"],
  [/^designation-/, "案件办理单办理提醒"],
  [/^(designated|withdrawn):/, "指派通知"],
  [/^loss-reported:/, "败诉案件报告送审通知"],
  [/^loss-judged:/, "败诉案件报告审核结果"],
  [/^extension-answered:/, "延期举证答复"],
  [/^extension:/, "延期举证申请"],
  [/^obstacle-answered:/, "出庭障碍答复"],
  [/^obstacle:/, "出庭障碍报告"],
  [/^who-appears(-open)?:/, "由谁出庭的核对通知"],
  [/^difference/, "核对函"],
  [/^judgment-service:/, "裁判送达日期的询问"],
  [/^judgment-effect:/, "裁判生效日期的询问"],
  [/^appeal-approval:/, "上诉决定送审通知"],
  [/^appeal-answered:/, "上诉决定审批结果"],
  [/^effective:/, "裁判生效的提示"],
  [/^orders:/, "履行事项核定通知"],
  [/^enforcement:/, "执行通知书提醒"],
  [/^taken-back:/, "撤回更正函"],
  [/^principal-absence-answered:/, "正职不出庭说明的批复"],
  [/^principal-absence:/, "正职不能出庭说明的送批通知"],
  [/^principal:/, "主要负责人出庭应诉通知"],
  [/^appearance:/, "出庭通知书的转告"],
  [/^court-note:/, "法院庭前提示"],
];

/** A letter by the key of its obligation: 开庭提醒函. */
export function letterNamed(key: string): string {
  const [, copied = "", kind = "", step = ""] =
    /^(?:announced:|(copied:))?duty:([a-z-]+)[^:]*:(.)/.exec(key) ?? [];
  if (isDutyKind(kind)) {
    const letter = step === "a" ? "期限告知" : step === "-" ? "临期提醒" : "督办函";
    return `${periodName(kind)}${letter}${copied === "" ? "" : "（抄送上级）"}`;
  }
  return NOTICES.find(([beginning]) => beginning.test(key))?.[1] ?? "通知";
}

/** What was issued under a key, and to or about whom. */
export function noticeName(key: string): string {
  const name = letterNamed(key);
  const to = key.split(":").at(-1) ?? "";
  return /^\p{Script=Han}/u.test(to) ? `${name}（${to}）` : name;
}

/** The person an event names. */
function byWhom(event: CaseEvent): string | undefined {
  switch (event.type) {
    case "report-submitted":
      return event.report.by;
    case "report-returned":
    case "supervision-noted":
      return event.remark.by;
    case "filing-submitted":
      return event.filing.by;
    case "handling-form-submitted":
      return event.form.by;
    case "handling-form-proposed":
      return event.opinion.by;
    case "opinion-returned":
    case "designation-objected":
      return event.remark.by;
    case "handling-form-answered":
    case "objection-answered":
      return event.answer.by;
    case "designation-made":
      return event.designation.by;
    case "defence-handed":
      return event.handed.by;
    case "defence-drafted":
      return event.draft.by;
    case "extension-asked":
      return event.extension.by;
    case "extension-answered":
      return event.answer.by;
    case "difference-answered":
      return event.answer.by;
    case "difference-settled":
      return event.settlement.by;
    case "loss-reported":
      return event.report.by;
    case "loss-judged":
      return event.verdict.by;
    case "obstacle-reported":
      return event.obstacle.by;
    case "obstacle-answered":
      return event.answer.by;
    case "taken-back":
      return event.taking.by;
    case "attendance-settled":
    case "document-reviewed":
    case "receipt-noted":
    case "done-by-hand":
      return event.by;
    case "judgment-given":
    case "judgment-served":
    case "appeal-chosen":
    case "appeal-approved":
    case "judgment-appealed":
    case "higher-ruled":
    case "judgment-effective":
    case "orders-confirmed":
    case "order-performed":
    case "performance-refused":
    case "enforcement-begun":
    case "enforcement-stayed":
      return judgmentEventBy(event);
    case "letters-voided":
      return event.taking.by;
    case "classes-corrected":
      return event.correction.by;
    case "urging-decided":
      return event.urging.by;
    default:
      return undefined;
  }
}

/** What brought an event about, where nobody is named: a paper, a link's form, the hourly sweep. */
function causeName(cause: string): string {
  if (cause.startsWith("document:")) return "上传的文书";
  if (cause.startsWith("link:")) return "办理页面";
  if (cause.startsWith("ledger")) return "法院台账";
  return "系统";
}
