/**
 * One month in Linyi, as files that courts and bureaus upload and as what people do at the desk: September 2026, with
 * the October days on which its bulletin appears. People, companies and addresses are invented.
 */
import { civilDate, type Instant, instantAt } from "../../../shared/domain/time/time.ts";
import type { Note } from "./words/note.ts";

/** A file that somebody uploads at a moment of the month. */
export interface Upload {
  readonly at: Instant;
  /** File in samples/. */
  readonly file: string;
  /** Folder of the inbox: whose file it is. */
  readonly folder: string;
  /** What is worth knowing about it, for whoever looks on. */
  readonly note: Note;
}

/** Somebody opens the link in a mail and fills in the page behind it. */
export interface DeskVisit {
  readonly at: Instant;
  /** Whose mail it is: the newest one with a link whose subject has these words. */
  readonly address: string;
  readonly mail: string;
  /** The link that stands with the line of these words, where there are several; and the page of it. */
  readonly line?: { readonly words: string; readonly page?: string };
  /** Words of the links that are followed from the page of the mail's own link, one after the other, to where the form is. */
  readonly follow?: readonly string[];
  /** What is filled in and chosen, by the names of the page's fields. */
  readonly answers: Readonly<Record<string, string>>;
  /** What is worth knowing about it, for whoever looks on. */
  readonly note: Note;
}

const LANSHAN = "courts/1302/inbox";
const HEDONG = "courts/1312/inbox";
const YINAN = "courts/1321/inbox";
const MUNICIPAL = "yingsu@linyi-justice.example.org";
const LINYI_COURT = "courts/13/inbox";

/** The month starts here, after the directory is in. */
export const START = on("2026-09-01", "07:30");
/** The bulletin of the month is out by now. */
export const END = on("2026-10-09", "10:00");

/** The directory every name and address comes from; uploaded first. */
export const DIRECTORY: Upload = {
  at: START,
  file: "directory.json",
  folder: "directory",
  note: "directory",
};

/** What happens in the month, in order. */
export const MONTH: readonly (Upload | DeskVisit)[] = [
  upload("2026-09-01", "09:12", LANSHAN, "0901-兰山-传票-行初101.pdf", "summons-pdf"),
  upload("2026-09-01", "10:05", LANSHAN, "0901-兰山-传票-行初102.docx", "summons-word"),
  upload("2026-09-01", "16:40", LANSHAN, "0901-兰山-传票-行初101.pdf", "same-file"),
  upload("2026-09-02", "10:20", YINAN, "0902-沂南-应诉通知书-行初29.txt", "response-notice"),
  upload("2026-09-03", "15:20", LANSHAN, "0903-兰山-上诉状-行初88.txt", "appeal"),
  visit("2026-09-03", "16:10", "fazhi@lanshan-market.example.org", "行初101号", "report", {
    proposal: "处罚决定认定事实清楚、程序合法，请求驳回原告的诉讼请求。",
    appears: "yes",
    headName: "彭立新",
    headTitle: "局长",
    headRank: "principal",
    others: "周敏，法规科科长",
    by: "周敏",
  }),
  visit("2026-09-04", "09:20", "yingsu@lanshan-justice.example.org", "行初101号", "report-returned", {
    answer: "return-report",
    text: "请补充行政处罚集体讨论记录，并说明是否有和解可能。",
    by: "徐琳",
  }),
  visit("2026-09-04", "15:30", "fazhi@lanshan-market.example.org", "行初101号", "report-again", {
    proposal: "已补充集体讨论记录。处罚决定合法，请求驳回诉讼请求；原告改正后可以依法从轻，愿意协调。",
    by: "周敏",
  }),
  visit("2026-09-07", "08:50", "yingsu@lanshan-justice.example.org", "行初101号", "supervision", {
    answer: "note-supervision",
    text: "请在庭前与原告沟通一次，并告知本局结果。",
    by: "徐琳",
  }),
  upload("2026-09-07", "09:05", LINYI_COURT, "0907-中院-传票-行初12.pdf", "government-sued"),
  upload("2026-09-07", "11:40", HEDONG, "0907-河东-传票-行初45.txt", "two-respondents"),
  visit("2026-09-07", "15:20", "yingsu@linyi-justice.example.org", "行初12号", "agency-proposed", {
    proposal:
      "申请公开的征地信息已依法答复，请求驳回诉讼请求；建议分管副市长出庭，由市自然资源和规划局应诉。",
    agency: "临沂市自然资源和规划局",
    by: "王芳",
  }),
  upload("2026-09-08", "08:50", YINAN, "0908-沂南-传票-行初23.docx", "summons-word"),
  urging("2026-09-08", "09:20", "yingsu@lanshan-justice.example.org", "行初102号", "copy", "copy-confirmed", {
    copy: "copy-confirmed",
    by: "徐琳",
  }),
  visit("2026-09-08", "09:40", "fawu@linyi-government.example.org", "行初12号", "government-proposes", {
    answer: "propose",
    appearsName: "周岚",
    appearsTitle: "副市长",
    text: "拟同意，请周岚副市长审批并出庭。",
    by: "赵启明",
  }),
  upload("2026-09-08", "10:30", HEDONG, "0908-河东-判决书-行初9.txt", "judgment-lost"),
  upload("2026-09-08", "10:35", HEDONG, "0908-河东-送达回证-行初9.txt", "judgment-served"),
  visit("2026-09-08", "11:00", "fawu@linyi-government.example.org", "请转领导审批", "leader-approves", {
    answer: "approve",
    by: "周岚",
  }),
  upload("2026-09-09", "09:30", LINYI_COURT, "0909-中院-传票-行终66.docx", "second-instance"),
  byHand("2026-09-10", "09:05", "yingsu@hedong-justice.example.org", "行初45号", "report-received", {
    duty: "report:1:临沂市自然资源和规划局河东分局",
    way: "telephone",
    told: "该局法规科刘强",
    on: "2026-09-09",
    by: "孙晓",
  }),
  // Seven days before its last day its agency was reminded of the defence.
  visit("2026-09-10", "09:30", "fazhi@yinan-jiehu.example.org", "行初29号", "defence", {
    handed: "both",
    on: "2026-09-10",
    by: "高宁",
  }),
  visit("2026-09-10", "10:10", "fazhi@linyi-land.example.org", "行初12号", "designated-report", {
    proposal: "答复在法定期限内作出，内容完整，请求驳回诉讼请求；可以当庭说明查询途径。",
    appears: "yes",
    headName: "江帆",
    headTitle: "副市长",
    headRank: "deputy",
    others: "孙浩，政策法规科科长",
    by: "孙浩",
  }),
  upload("2026-09-10", "14:15", LANSHAN, "0910-兰山-民事传票.txt", "civil-summons"),
  upload("2026-09-11", "19:30", HEDONG, "0911-河东-传票-行初52.txt", "unknown-agency"),
  urging("2026-09-14", "09:40", "yingsu@yinan-justice.example.org", "行初23号", "hold", "urging-held", {
    until: "2026-09-16",
    reason: "该单位来电，称应诉意见正在会签，两日内报送。",
    by: "刘洋",
  }),
  upload("2026-09-14", "10:00", HEDONG, "0914-河东-传票-损坏.pdf", "broken-pdf"),
  upload("2026-09-14", "10:01", HEDONG, "0914-河东-空文件.txt", "empty-file"),
  upload("2026-09-15", "14:00", LANSHAN, "0915-兰山-庭审笔录-行初101.docx", "record"),
  visit("2026-09-16", "09:20", "fazhi@lanshan-market.example.org", "行初101号", "filing", {
    attended: "yes",
    headName: "彭立新",
    headTitle: "局长",
    headRank: "principal",
    spoke: "yes",
    identity: "in-order",
    left: "no",
    again: "no",
    result: "judgment-later",
    staff: "周民，法规科科长",
    by: "周敏",
  }),
  {
    ...visit("2026-09-16", "09:50", "fazhi@lanshan-market.example.org", "行初101号", "filing-taken-back", {
      reason: "工作人员的姓名填错了。",
      by: "周敏",
    }),
    follow: ["撤回本次办理"],
  },
  visit("2026-09-16", "10:00", "fazhi@lanshan-market.example.org", "行初101号", "link-sent-again", {
    do: "fresh-link",
    want: "yes",
  }),
  visit("2026-09-16", "10:10", "fazhi@lanshan-market.example.org", "行初101号", "filing-again", {
    attended: "yes",
    headName: "彭立新",
    headTitle: "局长",
    headRank: "principal",
    spoke: "yes",
    identity: "in-order",
    left: "no",
    again: "no",
    result: "judgment-later",
    staff: "周敏，法规科科长",
    by: "周敏",
  }),
  {
    ...visit("2026-09-16", "09:30", "fazhi@hedong-land.example.org", "应诉提醒", "loss-reported", {
      kind: "annulled",
      "cause-procedure": "yes",
      explanation: "拟作出较大数额罚款，未告知当事人有要求听证的权利。",
      responsible: "行政处罚审核岗",
      mending: "修订处罚案件审核清单，清理2025年以来同类案件。",
      mendBy: "2026-11-30",
      by: "石磊",
    }),
    line: { words: "行初9号" },
  },
  visit("2026-09-16", "15:00", "yingsu@hedong-justice.example.org", "败诉报告", "loss-accepted", {
    verdict: "accept",
    by: "孙晓",
  }),
  {
    ...visit("2026-09-16", "15:10", "yingsu@hedong-justice.example.org", "每日摘要", "loss-corrected", {
      by: "孙晓",
    }),
    follow: ["工作台账", "败诉案件台账", "据此提出整改建议"],
  },
  upload("2026-09-17", "09:10", LINYI_COURT, "0917-中院-庭前提示-行初12.txt", "court-note"),
  upload("2026-09-17", "15:30", LANSHAN, "0917-兰山-庭审笔录-行初102.pdf", "record-absent"),
  upload("2026-09-17", "16:20", YINAN, "0917-沂南-行政调解书-行初29.txt", "mediation"),
  upload("2026-09-18", "10:40", YINAN, "0918-沂南-送达回证-行初29.txt", "service-receipt"),
  upload("2026-09-18", "11:30", YINAN, "0918-沂南-庭审笔录-行初31.txt", "record-first"),
  visit("2026-09-18", "15:20", "fazhi@yinan-jiehu.example.org", "核定履行", "orders-confirmed", {
    by: "高宁",
  }),
  byHand("2026-09-18", "16:00", "yingsu@lanshan-justice.example.org", "行初102号", "filing-contradicts", {
    duty: "filing:1:兰山区综合行政执法局",
    way: "paper",
    told: "该局法制科魏强",
    on: "2026-09-18",
    attended: "yes",
    headName: "郝文",
    headTitle: "副局长",
    headRank: "deputy",
    by: "徐琳",
  }),
  visit("2026-09-18", "17:10", "clerk@lanshan-court.example.org", "行初102号", "court-keeps", {
    choice: "v0",
    reason: "庭审笔录经双方签名，被告负责人没有到庭。",
    by: "杜娟",
  }),
  upload("2026-09-21", "09:00", YINAN, "0919-沂南-传票-行初31-扫描.pdf", "summons-late-scan"),
  visit("2026-09-21", "10:40", "fazhi@lanshan-enforcement.example.org", "核对", "agency-concedes", {
    choice: "v0",
    by: "魏强",
  }),
  upload("2026-09-22", "08:45", YINAN, "0922-沂南-延期开庭通知-行初23.txt", "postponed"),
  upload("2026-09-22", "17:20", HEDONG, "0922-河东-庭审笔录-行初45.txt", "record-one-each"),
  upload("2026-09-23", "14:30", LINYI_COURT, "0923-中院-庭审笔录-行初12.ofd", "record-ofd"),
  {
    ...visit("2026-09-23", "15:00", "fazhi@yinan-police.example.org", "行初23号", "obstacle", {
      ground: "irreplaceable-duty",
      explanation: "局长9月29日须参加全省公安局长会议。",
      by: "李明",
    }),
    follow: ["报告负责人出庭障碍"],
  },
  visit("2026-09-24", "09:30", "clerk@yinan-court.example.org", "出庭障碍", "obstacle-answered", {
    verdict: "refused",
    reason: "会议期间可以由分管副局长出庭应诉。",
    by: "徐静",
  }),
  visit("2026-09-24", "10:30", "fazhi@linyi-land.example.org", "行初12号", "filing-for-government", {
    attended: "yes",
    headName: "江帆",
    headTitle: "副市长",
    headRank: "deputy",
    spoke: "yes",
    identity: "in-order",
    left: "no",
    again: "no",
    result: "judgment-later",
    staff: "孙浩，政策法规科科长",
    by: "孙浩",
  }),
  upload("2026-09-24", "15:00", LINYI_COURT, "0924-中院-庭审笔录-行终66.doc", "record-word-97"),
  visit("2026-09-24", "16:10", "fazhi@yinan-jiehu.example.org", "行初29号 请于9月30日前", "performed", {
    on: "2026-09-24",
    what: "已转账支付补偿款38600元，原告出具收据。",
    by: "高宁",
  }),
  upload("2026-09-25", "09:20", LANSHAN, "0925-兰山-司法建议书-行初102.txt", "suggestion"),
  upload("2026-09-28", "10:10", LANSHAN, "0928-兰山-判决书-行初101.txt", "judgment"),
  visit("2026-09-29", "10:40", "fazhi@lanshan-enforcement.example.org", "司法建议", "suggestion-replied", {
    adoption: "adopted",
    text: "主要负责人已于9月28日听取专题汇报，印发出庭应诉工作办法，每件案件在收到传票当日确定出庭负责人。\n今后不能出庭的，一律在开庭前提交盖章的书面说明。",
    by: "魏强",
  }),
  upload("2026-09-29", "14:40", YINAN, "0929-沂南-庭审笔录-行初23.docx", "record"),
  upload("2026-09-30", "16:30", LANSHAN, "0930-兰山-上诉状-行初101.docx", "appeal"),
  upload("2026-10-01", "09:40", LANSHAN, "1001-兰山-台账.csv", "ledger"),
  // The courts' time is over; three of them have sent nothing, and the bulletin says so.
  visit("2026-10-04", "10:20", MUNICIPAL, "征求意见", "signed", {
    do: "sign",
    checked: "yes",
    analysis:
      "9月份副职负责人出庭占多数，正职出庭仍然偏少。\n涉企案件负责人全部出庭，行政争议实质性化解的基础较好。",
    demands: "请各县区司法局督促未出庭单位在10月20日前报送书面说明。",
    document: "临司通〔2026〕6号",
    by: "赵文博",
  }),
  upload("2026-10-08", "09:30", HEDONG, "1008-河东-庭审笔录-行初52.txt", "record-after-bulletin"),
  visit("2026-10-08", "15:10", MUNICIPAL, "征求意见", "corrected", {
    do: "sign",
    checked: "yes",
    reason: "补计河东区人民法院补报的行初52号案件",
    by: "赵文博",
  }),
];

function upload(date: string, time: string, folder: string, file: string, note: Note): Upload {
  return { at: on(date, time), folder, file, note };
}

function visit(
  date: string,
  time: string,
  address: string,
  mail: string,
  note: Note,
  answers: DeskVisit["answers"],
): DeskVisit {
  return { at: on(date, time), address, mail, note, answers: { do: "submit", ...answers } };
}

/** What a bureau does about 督办, by the link that stands in its digest with the case. */
function urging(
  date: string,
  time: string,
  address: string,
  words: string,
  page: string,
  note: Note,
  answers: DeskVisit["answers"],
): DeskVisit {
  return { ...visit(date, time, address, "每日摘要", note, answers), line: { words, page } };
}

/** What a bureau registers that came by telephone or on paper, from its board: the case, 手工办理, the form. */
function byHand(
  date: string,
  time: string,
  address: string,
  caseNumber: string,
  note: Note,
  answers: DeskVisit["answers"],
): DeskVisit {
  const follow = [caseNumber, "手工办理本案", "登记收到的报告、备案"];
  return { ...visit(date, time, address, "每日摘要", note, answers), follow };
}

function on(date: string, time: string): Instant {
  return instantAt(civilDate(date), time);
}
