/** How the bureau's daily digest (每日摘要) puts what is new: one sentence a line. */
import type { DigestNews } from "../../domain/notices/digest.ts";
import type { CopyToSuperior } from "../../domain/policy.ts";
import type { UrgedKind } from "../../domain/urging/urging-decision.ts";
import { dateWithWeekday, printedDate, printedMonth } from "../frame/dates.ts";
import { type Words, worded } from "../frame/worded.ts";
import { adoptionName } from "../registers/suggestion-wording.ts";
import { hearingSaidWords } from "./case-wording.ts";
import { documentName } from "./document-wording.ts";
import { gatheredWords } from "./gathered-wording.ts";
import { movedWords, periodName } from "./history-wording.ts";
import { jointLine } from "./joint-wording.ts";
import { choiceName, lowerResultName } from "./judgment/judgment-wording.ts";
import { interimName } from "./outcome-wording.ts";
import { principalWords } from "./principal-wording.ts";
import { actName, officeName } from "./taken-back-wording.ts";

/** One sentence. */
export function newsWords(news: DigestNews): string {
  return worded(NEWS, news);
}

/** A paper that has no name of its own. */
const OTHER = "文书";

const COURT_PAPERS: Readonly<Record<Extract<DigestNews, { type: "court-paper" }>["kind"], string>> = {
  "response-notice": "收到应诉通知书，尚未定开庭时间。",
  complaint: "收到起诉状，尚未定开庭时间。",
  "judicial-suggestion": "收到法院的司法建议书，已附在本案，请研究办理。",
  "service-receipt": "收到送达回证。",
  "enforcement-notice": "收到人民法院的执行通知书，请立即督促履行。",
};

type Attendance = Extract<DigestNews, { type: "attendance" }>;
type Announced = Extract<DigestNews, { type: "urging-announced" }>;
type Ledger = Extract<DigestNews, { type: "ledger-received" }>;

const NEWS: Words<DigestNews, string> = {
  "case-opened": ({ court, respondents }) => `新收案件，${court}，被告${respondents.join("、")}。`,
  "hearing-set": ({ hearing, respondents }) =>
    `定于${hearingSaidWords(hearing)}开庭，被告${respondents.join("、")}。`,
  "hearing-changed": ({ hearing }) => `开庭时间、地点变更为${hearingSaidWords(hearing)}。`,
  "hearing-postponed": "原定开庭取消或延期。",
  "hearing-held": ({ date }) => `已于${printedDate(date)}开庭。`,
  attendance: (news) => `${attended(news)}${news.differs ? "与其他来源记载不一致，已发函双方核对。" : ""}`,
  "difference-answered": ({ respondent, side }) =>
    `${respondent}的出庭记载，${side === "agency" ? "该单位" : "法院"}已答复核对意见。`,
  "difference-settled": ({ respondent, settledBy }) =>
    `${respondent}的出庭记载已核对完毕（${settledBy === "bureau" ? "司法局认定" : "双方一致"}）。`,
  "appeal-filed": "收到上诉状。",
  "appeal-linked": ({ appeal }) => `二审案号${appeal}。`,
  "case-closed": "已结案。",
  "case-halted": ({ result }) => `${interimName(result)}，尚未结案。`,
  "action-withdrawn": ({ respondent }) => `原告撤回对${respondent}的起诉，本案对其余被告继续审理。`,
  "deadline-met": ({ respondent, kind, on }) =>
    `${respondent}${periodName(kind)}已于${printedDate(on)}登记。`,
  "deadline-recomputed": ({ respondent, due }) => `${respondent}的期限重新计算为${printedDate(due)}。`,
  "report-returned": ({ respondent }) => `${respondent}的报告已退回，待重新报告。`,
  "appearance-notice": ({ late }) =>
    late === undefined
      ? "收到出庭通知书。"
      : `收到出庭通知书，距${hearingSaidWords(late.hearing)}开庭仅${late.clearDays}个整日${
          late.verdict === "violation"
            ? "，不足开庭三日前送达的要求（法释〔2020〕3号第五条），请与法院核实"
            : "，时间紧"
        }。`,
  "appearance-arranged": (joint) => `法院文书载明，${jointLine(joint)}。`,
  "principal-owed": ({ respondent, reasons }) => `${respondent}${principalWords(reasons)}。`,
  "principal-absence-answered": ({ respondent, approved }) =>
    `${respondent}正职不出庭的说明，${approved ? "上级领导已同意" : "上级领导不同意，正职应当出庭"}。`,
  "appearance-unsettled": ({ hearing, words }) =>
    `${hearingSaidWords(hearing)}即将开庭，共同被告由哪家单位负责人出庭${words.length === 0 ? "尚无单位说明" : `说法不一致或者没有说全（${words.map(({ saidBy, ...joint }) => `${saidBy}：${jointLine(joint)}`).join("；")}）`}，已告知法院，请联系各单位。`,
  "court-note": "法院发来庭前提示，已转发。",
  "appeal-chosen": ({ respondent, choice, leader }) =>
    `${respondent}报送上诉决定：${choiceName(choice)}（${leader}批准）。`,
  "judgment-effective": ({ respondent, on }) =>
    `裁判自${printedDate(on)}起生效，${respondent}有应当履行的事项的，核定后按期督促。`,
  "order-performed": ({ respondent, item, on, source }) =>
    `${source === "court" ? "人民法院登记" : ""}${respondent}已于${printedDate(on)}履行判项第${item}项。`,
  "performance-refused": ({ respondent, item }) =>
    `人民法院认为${respondent}尚未履行判项第${item}项，请督促。`,
  "higher-ruled": ({ number, result }) => `上级法院${number}${lowerResultName(result)}。`,
  "court-paper": ({ kind }) => COURT_PAPERS[kind],
  "handling-form-submitted": ({ respondent, agency }) =>
    `案件办理单已报${respondent}审批，拟指派${agency}出庭应诉。`,
  "handling-form-proposed": ({ respondent }) => `${respondent}办公室已对案件办理单提出拟办意见，待领导审批。`,
  "objection-kept": ({ respondent }) => `${respondent}答复指派异议：维持原指派。`,
  "handling-form-returned": ({ respondent }) => `${respondent}退回了案件办理单。`,
  "designation-made": ({ respondent, agency }) => `${respondent}指派${agency}出庭应诉。`,
  "taken-back": ({ act, respondent = "", by, office }) =>
    `${respondent}${actName(act)}已由${officeName({ act, office })}撤回（${by}），因它发出的函件已发函更正。`,
  "ledger-received": (news) => ledgerReceived(news),
  "observations-behind": ({ jurisdiction, year, held, atLeast }) =>
    `${jurisdiction}${year}年已旁听庭审${held}次，截至目前应完成${atLeast}次，请督促。`,
  "urging-announced": (news) => urgingAnnounced(news),
  urged: ({ respondent, kind, due, copy }) =>
    `已向${respondent}发督办函（${periodName(kind)}应于${printedDate(due)}前${doneWord(kind)}）。${copyWords(copy)}`,
  "topic-proposed": ({ court, text }) => `${court}提出联席会议议题：${text}。请在工作台账中答复是否列入。`,
  "point-overdue": ({ text, due, owner }) =>
    `联席会议议定事项逾期（${printedDate(due)}到期${owner === undefined ? "" : `，责任单位${owner}`}）：${text}。`,
  "promise-overdue": ({ unit, text, due }) => `${unit}约谈承诺事项逾期（${printedDate(due)}到期）：${text}。`,
  "observation-to-record": ({ observed, date }) =>
    `${printedDate(date)}安排旁听的${observed}一案，请在工作台账中登记参加情况。`,
  "correction-announced": ({ agency, due, letterOn }) =>
    `${agency}的整改答复应于${printedDate(due)}前报送，至今未收到；${dateWithWeekday(letterOn)}发督办函。不需督办的，请在此前联系该单位答复，或者在工作台账中将该建议作废。`,
  "defence-drafted": ({ respondent }) => `${respondent}已报送拟提交法院的答辩状、证据，请审阅。`,
  "extension-asked": ({ respondent }) => `${respondent}申请延期提供证据，已转人民法院。`,
  "duty-moved": ({ respondent, kind, due, why }) =>
    `${respondent}${periodName(kind)}期限${movedWords(why)}${printedDate(due)}。`,
  "suggestion-received": ({ court, to, toCheck }) =>
    `收到${court}致${to}的司法建议书${toCheck ? "，主送单位或者建议内容需要核对，核对前不通知该单位，请在工作台账办理" : "，已通知该单位办理"}。`,
  "suggestion-replied": ({ to, adoption }) =>
    `${to}已对司法建议复函（${adoptionName(adoption)}），已转人民法院。`,
  "suggestion-announced": ({ agency, due, letterOn }) =>
    `${agency}的司法建议复函应于${printedDate(due)}前报送，至今未收到；${dateWithWeekday(letterOn)}发督办函。不需督办的，请在此前联系该单位复函。`,
  "urging-copied": ({ respondent, kind }) => `${respondent}${periodName(kind)}的督办函已抄送其上级机关。`,
  "file-registered": ({ file, kind, cases, told, unknown }) =>
    `${file}：${documentName(kind) ?? OTHER}${cases.length === 0 ? "" : `，${cases.join("、")}`}，已登记${told.length === 0 ? "" : `，已通知${told.join("、")}`}${unknown.length === 0 ? "" : `；${unknown.join("、")}不在名录中，待司法局核对后通知`}。`,
  "file-in-review": ({ file, kind }) =>
    `${file}：${documentName(kind) ?? OTHER}，内容待司法局复核，复核后登记。`,
  "file-rejected": ({ file }) => `${file}：不能使用，原因和办法见退件通知。`,
  "file-known": ({ file }) => `${file}：与此前上传的文件相同，不再登记。`,
  letter: ({ letter }) => gatheredWords(letter),
  "as-written": ({ text }) => text,
};

/** What is handed in to the bureau; whatever else is owed is done elsewhere. */
const REPORTED: ReadonlySet<UrgedKind> = new Set(["report", "filing", "loss-report"]);

function doneWord(kind: UrgedKind): string {
  return REPORTED.has(kind) ? "报送" : "完成";
}

/** What will be urged, when, and that nothing need be done for it. */
function urgingAnnounced({ respondent, kind, due, letterOn, hearing, heldUntil }: Announced): string {
  const overdue = `${respondent}${periodName(kind)}应于${printedDate(due)}前${doneWord(kind)}，至今未登记${REPORTED.has(kind) ? "收到" : "完成"}`;
  const held = heldUntil === undefined ? "" : `，暂缓督办至${printedDate(heldUntil)}期满`;
  if (letterOn === undefined && hearing !== undefined)
    return `${overdue}${held}；${dateWithWeekday(hearing)}开庭，按期督办已来不及，请电话督促，或者今日发函。`;
  return `${overdue}${held}；不作处理的，${letterOn === undefined ? "" : dateWithWeekday(letterOn)}发督办函。`;
}

/** What becomes of the superior's copy. */
function copyWords(copy: CopyToSuperior): string {
  if (copy === "confirm") return "需要抄送其上级机关的，请确认。";
  if (copy === "automatic") return "同时抄送其上级机关。";
  return `${copy.afterWorkingDays}个工作日后仍未办理的，抄送其上级机关；不抄送的，请注明。`;
}

function attended({ respondent, headAttended, headName, headTitle, absenceReason }: Attendance): string {
  const who = [headTitle, headName].filter((part) => part !== undefined).join("");
  if (headAttended === "review") return `${respondent}出庭人员${who}是否属于负责人待人工认定。`;
  if (headAttended) return `${respondent}负责人${who}出庭应诉。`;
  return `${respondent}负责人未出庭${absenceReason === undefined ? "" : `，理由：${absenceReason}`}。`;
}

function ledgerReceived({ court, month, cases, opened, withdrawn, unusable, doubtful }: Ledger): string {
  const parts = [
    `收到${court}${printedMonth(month)}台账，${cases}件`,
    ...(opened > 0 ? [`其中${opened}件此前未收到文书`] : []),
    ...(withdrawn > 0 ? [`前一版列有而本次未列的${withdrawn}件已不再计入`] : []),
    ...(unusable > 0 ? [`${unusable}行不能使用`] : []),
    ...(doubtful > 0 ? [`${doubtful}处有疑问`] : []),
    ...(unusable + doubtful > 0 ? ["已请法院核对"] : []),
  ];
  return `${parts.join("，")}。`;
}
