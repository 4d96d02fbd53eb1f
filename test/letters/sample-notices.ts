/** A notice of every kind and variant, of the Linyi kind; the people and addresses are invented. */

import type { Difference } from "../../shared/domain/case-file/difference.ts";
import type { HearingDetails } from "../../shared/domain/case-file/hearing.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { OrderedAct } from "../../shared/domain/judgment/ordered-act.ts";
import type { DutyShown } from "../../shared/domain/notices/duty.ts";
import { noticeId } from "../../shared/domain/notices/frame/notice-id.ts";
import type {
  CaseSummary,
  InterviewShown,
  PackShown,
  ScoreShown,
} from "../../shared/domain/notices/frame/shown.ts";
import type { Notice, Recipient } from "../../shared/domain/notices/notice.ts";
import type { NoticeContent, NoticeKind } from "../../shared/domain/notices/notice-kinds.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { calendar } from "../../shared/domain/time/calendar.ts";
import {
  DEFAULT_PERIODS,
  filingDeadline,
  reportDeadline,
  toldOn,
} from "../../shared/domain/time/deadline.ts";
import { defenceDeadline } from "../../shared/domain/time/duty-deadlines.ts";
import {
  civilDate,
  clockTime,
  type Instant,
  instantAt,
  type Month,
  parseMonth,
  type Year,
} from "../../shared/domain/time/time.ts";
import type { Sender } from "../../shared/letters/frame/mail.ts";

export const SENDER: Sender = { name: "临沂市司法局", address: "yingsu@sfj.linyi.example.org" };

/** Enough of the State Council's notice for 2026. */
export const CALENDAR = calendar([
  {
    year: 2026,
    version: "test",
    holidays: [
      "2026-09-25",
      "2026-09-26",
      "2026-09-27",
      ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
    ].map(civilDate),
    workdays: ["2026-09-20", "2026-10-10"].map(civilDate),
  },
]);

export const CASE: CaseSummary = {
  caseNumber: caseNumber("（2026）鲁1302行初45号"),
  court: "临沂市兰山区人民法院",
  cause: "行政处罚",
  plaintiffs: ["山东沂河源建材有限公司"],
  respondents: ["临沂市兰山区自然资源局"],
};
export const RESPONDENT = "临沂市兰山区自然资源局";

export const HEARING: HearingDetails = {
  ordinal: 1,
  date: civilDate("2026-09-24"),
  time: clockTime("09:00"),
  place: "第三审判庭",
  sequence: 0,
};
export const MOVED: HearingDetails = {
  ordinal: 2,
  appointment: 1,
  date: civilDate("2026-10-15"),
  time: clockTime("14:30"),
  endTime: clockTime("16:00"),
  place: "第一审判庭",
  sequence: 2,
};
const REPORT = reportDeadline(
  { served: civilDate("2026-09-17"), hearing: HEARING },
  DEFAULT_PERIODS,
  CALENDAR,
);
const ROLLED_REPORT = reportDeadline(
  { served: civilDate("2026-09-28"), hearing: MOVED },
  DEFAULT_PERIODS,
  CALENDAR,
);
export const PROVISIONAL_REPORT = reportDeadline(
  { served: civilDate("2027-02-03") },
  DEFAULT_PERIODS,
  CALENDAR,
);
export const FILING = filingDeadline({ hearing: HEARING }, DEFAULT_PERIODS, CALENDAR);

export const AGENCY: Recipient = {
  organisation: "lanshan-land" as OrganisationId,
  organisationName: "临沂市兰山区自然资源局",
  name: "法制科 孟庆禾",
  address: "fzk@zrj.lanshan.example.org",
};
const HEAD: Recipient = { ...AGENCY, name: "局长 程砚秋", address: "chengyq@zrj.lanshan.example.org" };
const SUPERIOR: Recipient = {
  organisation: "lanshan-government" as OrganisationId,
  organisationName: "临沂市兰山区人民政府",
  name: "办公室",
  address: "bgs@lanshan.example.org",
};
const BUREAU: Recipient = {
  organisation: "linyi-bureau" as OrganisationId,
  organisationName: "临沂市司法局",
  name: "行政应诉科",
  address: "ysk@sfj.linyi.example.org",
};
const COURT: Recipient = {
  organisation: "lanshan-court" as OrganisationId,
  organisationName: "临沂市兰山区人民法院",
  name: "立案庭",
  address: "lat@court.lanshan.example.org",
};

const INTERVIEW: InterviewShown = {
  issuedBy: "临沂市",
  unit: "沂南县公安局",
  from: "2026-07" as Month,
  to: "2026-09" as Month,
  heard: 5,
  present: 3,
  reasons: [{ type: "low-rate", heard: 5, present: 3, rate: "60.00%", belowPercent: 90 }],
  date: civilDate("2026-10-15"),
  time: clockTime("09:00"),
  place: "市司法局三楼会议室",
  demands: "书面说明未出庭原因，提出整改措施和完成时限。",
  calledOn: civilDate("2026-10-09"),
};
const OBSERVED = {
  issuedBy: "临沂市",
  date: civilDate("2026-09-24"),
  time: clockTime("09:00"),
  place: "第五审判庭",
  court: "沂南县人民法院",
  caseNumber: caseNumber("（2026）鲁1321行初23号"),
  cause: "治安行政处罚",
} as const;
const OF_ASSESSMENT = {
  unit: "沂南县公安局",
  jurisdiction: "市本级",
  year: "2026" as Year,
  id: "a1",
};
const SCORE: ScoreShown = {
  score: "91.67",
  rank: 3,
  ranked: 40,
  lines: [
    {
      indicator: "attendance",
      weight: 40,
      score: "36.67",
      figures: {
        of: "attendance",
        ...{ heard: 8, present: 7, enterpriseHeard: 2, enterprisePresent: 2, times: 2, unknown: 0 },
        rate: "91.67%",
      },
    },
    {
      indicator: "resolution",
      weight: 10,
      score: "—",
      figures: { of: "resolution", mediated: 0, settled: 0 },
    },
  ],
};
const PACK: PackShown = {
  place: "临沂市",
  year: "2026" as Year,
  half: 2,
  from: "2026-07" as Month,
  to: "2026-11" as Month,
  state: [{ type: "heard", heard: 137, present: 123 }],
  counties: [{ name: "沂南县", heard: 12, present: 11, rate: "91.67%" }],
  cases: [
    {
      caseNumber: caseNumber("（2026）鲁1321行初9号"),
      agency: "沂南县公安局",
      why: [{ type: "enterprise-without-head" }],
    },
  ],
  problems: [{ type: "heads-absent", absent: 14, rate: "89.78%" }],
  corrections: [
    {
      type: "open",
      agency: "沂南县公安局",
      shortcoming: "负责人未出庭",
      state: "awaiting-answer",
      due: civilDate("2026-12-20"),
    },
  ],
  next: [{ type: "heads-absent" }],
};
const CREATED = instantAt(civilDate("2026-09-18"), "08:30");
const MONTH = parseMonth("2026-08") ?? fail();
const FILE = {
  name: "传票（沂河源）20260917.pdf",
  key: "courts/1302/inbox/传票（沂河源）20260917.pdf",
  receivedAt: instantAt(civilDate("2026-09-17"), "16:42"),
};
const OF = { case: CASE, respondent: RESPONDENT };
const BULLETIN = {
  kind: "bulletin",
  jurisdiction: "临沂市",
  month: MONTH,
  version: 1,
  draft: false,
  figures: {
    heard: 137,
    present: 123,
    rate: "89.78%",
    enterpriseHeard: 41,
    enterprisePresent: 41,
    enterpriseRate: "100%",
    absent: 12,
    unknown: 2,
    pairs: { absent: 14, unknown: 3 },
    principalRate: "11.43%",
    lostRate: "9.09%",
    resolvedRate: "30.46%",
    sincePrevious: "+17.73",
    sinceLastYear: "-0.05",
    yearToDate: { heard: 1006, present: 880, rate: "87.48%" },
  },
  files: [
    {
      name: "临沂市行政应诉月通报（2026年8月，第1版）.docx",
      key: "bulletins/2026-08/issued-v1/bulletin.docx",
      contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    },
    {
      name: "临沂市行政应诉月通报（2026年8月，第1版）.html",
      key: "bulletins/2026-08/issued-v1/bulletin.html",
      contentType: "text/html",
    },
  ],
} as const satisfies NoticeContent;

const DIFFERENCES: readonly Difference[] = [
  {
    topic: "attended",
    material: true,
    said: [
      { source: "hearing-record", value: "no" },
      { source: "court-ledger", value: "yes" },
      { source: "filing", value: "yes" },
    ],
  },
  {
    topic: "spoke",
    material: true,
    said: [
      { source: "court-ledger", value: "no" },
      { source: "filing", value: "yes" },
    ],
  },
  {
    topic: "rank",
    material: false,
    said: [
      { source: "court-ledger", value: "deputy" },
      { source: "filing", value: "in-charge" },
    ],
  },
];
const PUT = { ...OF, sitting: HEARING.date, differences: DIFFERENCES };

/** A notice of this content as the outbox would hold it. */
export function noticeOf(
  content: NoticeContent,
  recipient: Recipient = AGENCY,
  createdAt: Instant = CREATED,
): Notice {
  return {
    id: noticeId("sample", JSON.stringify(content), recipient.address),
    subject: { of: "case", caseNumber: CASE.caseNumber },
    recipient,
    content,
    createdAt,
    releaseAt: createdAt,
  };
}

const YEAR = "2026" as Year;

const CORRECTION = {
  correction: {
    agency: RESPONDENT,
    caseNumber: CASE.caseNumber,
    shortcoming: "负责人未出庭，也未提交书面说明。",
    proposal: "建立出庭应诉内部制度，明确每件案件的出庭负责人。",
    due: civilDate("2026-10-20"),
  },
  jurisdiction: "兰山区",
  year: YEAR,
  id: "C1",
} as const;

const SUGGESTION = {
  suggestion: {
    number: "（2026）鲁1302司建2号",
    court: CASE.court,
    issuedOn: civilDate("2026-09-14"),
    to: RESPONDENT,
    sort: "head-absent",
    caseNumbers: [CASE.caseNumber],
    advice: ["依法履行负责人出庭应诉职责。", "完善内部请示报告制度。"],
    due: civilDate("2026-11-16"),
    written: true,
  },
  jurisdiction: "兰山区",
  year: YEAR,
  id: "S1",
} as const;

const REPLY = {
  adoption: "partly",
  text: "已组织负责人学习有关规定，建立出庭台账。",
  reason: "第二项已有制度，不再另行制定。",
  by: "张敏",
  at: instantAt(civilDate("2026-10-20"), "10:30"),
} as const;

const LOSS = {
  kind: "annulled",
  causes: ["facts", "procedure"],
  explanation: "处罚决定认定的主要事实没有证据支持，且未告知听证权利。",
  responsible: "行政处罚审核岗，法制审核环节",
  mending: "重新调查后作出处理；清理同类案件；组织执法培训。",
  mendBy: civilDate("2026-12-31"),
  by: "张敏",
  at: instantAt(civilDate("2026-11-10"), "10:30"),
} as const;

const ANSWERED = {
  kind: "obstacle-answered",
  ...OF,
  hearing: HEARING,
  ground: "irreplaceable-duty",
  reason: "该会议可以由其他负责人参加。",
  by: "赵法官",
} as const;

const CHANGED = {
  kind: "organisation-changed",
  organisation: RESPONDENT,
  by: "孟庆禾",
  at: FILE.receivedAt,
  changes: [
    { field: "name", before: RESPONDENT, after: "临沂市兰山区自然资源和规划局" },
    {
      field: "contact-email",
      role: "legal-section",
      before: "fzk@zrj.lanshan.example.org",
      after: "fzk@zrgh.lanshan.example.org",
    },
  ],
  functions: "原林业管理职能划入。",
  change: "J1VR0T5Q8KZ3C.changes",
} as const;

/** A case in which the city's government itself is sued. */
const CITYS_CASE = {
  case: {
    caseNumber: caseNumber("（2026）鲁13行初17号"),
    court: "临沂市中级人民法院",
    cause: "土地征收补偿",
    plaintiffs: ["薛广田", "薛广茂", "李桂芝"],
    respondents: ["临沂市人民政府"],
  },
  respondent: "临沂市人民政府",
  stage: "instance",
} as const;
const ORDERED: readonly OrderedAct[] = [
  {
    item: 1,
    act: "redo",
    words: "责令被告于本判决生效之日起六十日内重新作出行政行为",
    respondents: [],
    term: { type: "period", count: 60, unit: "days", from: "effect" },
  },
  {
    item: 2,
    act: "pay",
    words: "被告赔偿原告损失52000元",
    respondents: [OF.respondent],
    yuan: 52_000,
  },
];
const GOVERNMENT: Recipient = {
  organisation: "linyi-government" as OrganisationId,
  organisationName: "临沂市人民政府",
  name: "法律事务科",
  address: "fawu@linyi-government.example.org",
};

/** 答辩, and 举证 with it. */
const DEFENCE: DutyShown = {
  ...OF,
  duty: "defence",
  also: ["evidence"],
  deadline: defenceDeadline({ served: civilDate("2026-09-15") }, CALENDAR),
};

/** By name: the kind, and the variant after a dot. */
export const SAMPLES: Readonly<Record<`${NoticeKind}` | `${NoticeKind}.${string}`, Notice>> = {
  "hearing-notice": noticeOf({
    kind: "hearing-notice",
    ...OF,
    hearing: HEARING,
    report: REPORT,
    audience: "legal-section",
  }),
  "hearing-notice.head": noticeOf(
    { kind: "hearing-notice", ...OF, hearing: HEARING, report: REPORT, audience: "head" },
    HEAD,
  ),
  "hearing-notice.provisional": noticeOf({
    kind: "hearing-notice",
    ...OF,
    hearing: { ...HEARING, date: civilDate("2027-03-04") },
    report: PROVISIONAL_REPORT,
    audience: "legal-section",
  }),
  "hearing-reminder": noticeOf({
    kind: "hearing-reminder",
    ...OF,
    hearing: HEARING,
    daysLeft: 1,
    reportOpen: true,
  }),
  "hearing-reminder.reported": noticeOf({
    kind: "hearing-reminder",
    ...OF,
    hearing: HEARING,
    daysLeft: 3,
    reportOpen: false,
    head: { name: "程砚秋", title: "副局长", rank: "deputy" },
  }),
  "hearing-reminder.head": noticeOf({
    kind: "hearing-reminder",
    ...OF,
    hearing: HEARING,
    daysLeft: 1,
    reportOpen: true,
    report: REPORT,
    audience: "head",
  }),
  "hearing-reminder.government": noticeOf({
    kind: "hearing-reminder",
    ...OF,
    hearing: HEARING,
    daysLeft: 1,
    reportOpen: false,
    audience: "government",
  }),
  "hearing-notice.urgent": noticeOf({
    kind: "hearing-notice",
    ...OF,
    hearing: HEARING,
    report: toldOn(REPORT, civilDate("2026-09-23"), 2, CALENDAR),
    filing: FILING,
    urgent: true,
    audience: "legal-section",
  }),
  "urgent-hearing": noticeOf(
    {
      kind: "urgent-hearing",
      ...OF,
      hearing: HEARING,
      contact: { name: "丁一", phone: "0539-1234567" },
    },
    BUREAU,
  ),
  "hearing-changed": noticeOf({
    kind: "hearing-changed",
    ...OF,
    cancelled: HEARING,
    hearing: MOVED,
    report: ROLLED_REPORT,
  }),
  "hearing-changed.hour": noticeOf({
    kind: "hearing-changed",
    ...OF,
    cancelled: HEARING,
    hearing: { ...HEARING, time: clockTime("10:30"), sequence: 1 },
  }),
  "hearing-changed.no-date": noticeOf({ kind: "hearing-changed", ...OF, cancelled: HEARING }),
  "hearing-changed.closed": noticeOf({ kind: "hearing-changed", ...OF, cancelled: HEARING, closed: true }),
  "hearing-changed.no-longer-sued": noticeOf({
    kind: "hearing-changed",
    ...OF,
    cancelled: HEARING,
    withdrawn: true,
  }),
  "case-handling-form": noticeOf(
    {
      kind: "case-handling-form",
      ...CITYS_CASE,
      documentKind: "summons",
      receivedAt: FILE.receivedAt,
      hearing: MOVED,
    },
    BUREAU,
  ),
  "case-handling-form.appeal": noticeOf(
    {
      kind: "case-handling-form",
      ...CITYS_CASE,
      stage: "appeal",
      documentKind: "appeal",
      receivedAt: FILE.receivedAt,
    },
    BUREAU,
  ),
  "handling-form-submitted": noticeOf(
    {
      kind: "handling-form-submitted",
      ...CITYS_CASE,
      hearing: MOVED,
      paper: { kind: "summons", receivedAt: FILE.receivedAt },
      by: "王芳",
      summary: "薛广田等3人不服临沂市人民政府作出的征收补偿决定，请求撤销。",
      proposal: "补偿标准和程序合法，请求驳回；建议分管副市长出庭。",
      agency: "临沂市自然资源和规划局",
    },
    GOVERNMENT,
  ),
  "handling-form-submitted.two-step": noticeOf(
    {
      kind: "handling-form-submitted",
      ...CITYS_CASE,
      hearing: MOVED,
      by: "王芳",
      summary: "薛广田等3人不服征收补偿决定，请求撤销。",
      proposal: "补偿标准和程序合法，请求驳回。",
      agency: "临沂市自然资源和规划局",
      twoStep: true,
    },
    GOVERNMENT,
  ),
  "approval-requested": noticeOf(
    {
      kind: "approval-requested",
      ...CITYS_CASE,
      hearing: MOVED,
      by: "赵启明",
      opinion: "拟同意，请分管副市长出庭。",
      head: { name: "周岚", title: "副市长" },
      summary: "薛广田等3人不服征收补偿决定，请求撤销。",
      proposal: "补偿标准和程序合法，请求驳回。",
      agency: "临沂市自然资源和规划局",
      reader: "office",
    },
    GOVERNMENT,
  ),
  "opinion-returned": noticeOf(
    {
      kind: "opinion-returned",
      ...CITYS_CASE,
      hearing: MOVED,
      by: "周岚",
      remarks: "当日有会，请另拟出庭负责人。",
      agency: "临沂市自然资源和规划局",
    },
    GOVERNMENT,
  ),
  "designation-objection": noticeOf(
    {
      kind: "designation-objection",
      ...CITYS_CASE,
      hearing: MOVED,
      agency: "临沂市自然资源和规划局",
      by: "许静",
      reason: "补偿事项由住房和城乡建设局承办。",
      reader: "government",
    },
    GOVERNMENT,
  ),
  "objection-answered": noticeOf({
    kind: "objection-answered",
    ...CITYS_CASE,
    hearing: MOVED,
    agency: "临沂市自然资源和规划局",
    kept: true,
    by: "赵启明",
    text: "征收决定由你局承办，维持指派。",
    reader: "agency",
  }),
  "handling-form-returned": noticeOf(
    {
      kind: "handling-form-returned",
      ...CITYS_CASE,
      hearing: MOVED,
      by: "赵启明",
      remarks: "补偿事项由住房和城乡建设局承办，请改报。",
      agency: "临沂市自然资源和规划局",
    },
    BUREAU,
  ),
  "designation-order": noticeOf({
    kind: "designation-order",
    ...CITYS_CASE,
    hearing: MOVED,
    agency: "临沂市自然资源和规划局",
    on: civilDate("2026-09-28"),
    by: "赵启明",
    proposal: "补偿标准和程序合法，请求驳回；建议分管副市长出庭。",
    report: ROLLED_REPORT,
  }),
  "designation-order.appeal": noticeOf({
    kind: "designation-order",
    ...CITYS_CASE,
    stage: "appeal",
    agency: "临沂市自然资源和规划局",
    on: civilDate("2026-09-28"),
    by: "赵启明",
    proposal: "维持一审答辩意见。",
  }),
  "designation-withdrawn": noticeOf({
    kind: "designation-withdrawn",
    ...CITYS_CASE,
    hearing: MOVED,
    agency: "临沂市自然资源和规划局",
    successor: "临沂市住房和城乡建设局",
  }),
  "taken-back": noticeOf({
    kind: "taken-back",
    case: CASE,
    respondent: RESPONDENT,
    act: "review",
    actAt: "2026-09-08T01:00:00Z" as Instant,
    at: "2026-09-08T02:30:00Z" as Instant,
    by: "王芳",
    office: "own",
    reason: "案号年份填写有误。",
    letters: [{ key: `hearing:1.0:${RESPONDENT}`, at: "2026-09-08T01:00:00Z" as Instant }],
    hearing: HEARING,
  }),
  "designation-due": noticeOf(
    {
      kind: "designation-due",
      ...CITYS_CASE,
      hearing: MOVED,
      waitsFor: "bureau",
      copy: false,
      daysWaiting: 2,
      daysLeft: 17,
    },
    BUREAU,
  ),
  "designation-due.copy": noticeOf(
    {
      kind: "designation-due",
      ...CITYS_CASE,
      hearing: MOVED,
      waitsFor: "bureau",
      copy: true,
      daysWaiting: 12,
      daysLeft: 5,
    },
    GOVERNMENT,
  ),
  "appearance-notice": noticeOf({
    kind: "appearance-notice",
    ...OF,
    hearing: HEARING,
    receivedAt: FILE.receivedAt,
  }),
  "court-note": noticeOf({
    kind: "court-note",
    ...OF,
    hearing: HEARING,
    text: "一、请负责人携带身份证明于8:40前到庭。\n二、庭审将围绕听证程序进行，请准备说明。",
    receivedAt: FILE.receivedAt,
  }),
  "appearance-contradicted": noticeOf({
    kind: "appearance-contradicted",
    ...OF,
    hearing: HEARING,
    words: [
      { saidBy: OF.respondent, by: "agreed", respondents: ["沂南县水利局"] },
      { saidBy: "沂南县水利局", by: "court", respondents: [OF.respondent] },
    ],
    reader: "agency",
  }),
  "appearance-contradicted.bureau": noticeOf(
    {
      kind: "appearance-contradicted",
      ...OF,
      words: [
        { saidBy: OF.respondent, by: "agreed", respondents: ["沂南县水利局"] },
        { saidBy: "沂南县水利局", by: "agreed", respondents: [OF.respondent] },
      ],
      reader: "bureau",
    },
    BUREAU,
  ),
  "judgment-service-asked": noticeOf({
    kind: "judgment-service-asked",
    ...OF,
    form: "judgment",
    receivedAt: FILE.receivedAt,
  }),
  "judgment-effect-asked": noticeOf(
    { kind: "judgment-effect-asked", ...OF, form: "judgment", missing: ["陈建", OF.respondent] },
    COURT,
  ),
  "appeal-choice-submitted": noticeOf(
    {
      kind: "appeal-choice-submitted",
      ...OF,
      choice: "appeal",
      reason: "一审适用法律有误，拟请求二审改判。",
      leader: "王建国，局长",
      by: "孟庆禾",
      until: civilDate("2026-10-08"),
    },
    GOVERNMENT,
  ),
  "appeal-choice-answered": noticeOf({
    kind: "appeal-choice-answered",
    ...OF,
    choice: "appeal",
    approved: true,
    text: "",
    by: "秦岭",
    until: civilDate("2026-10-08"),
  }),
  "appeal-choice-answered.returned": noticeOf({
    kind: "appeal-choice-answered",
    ...OF,
    choice: "accept",
    approved: false,
    text: "请说明赔偿数额的依据后重报。",
    by: "秦岭",
  }),
  "orders-to-confirm": noticeOf({
    kind: "orders-to-confirm",
    ...OF,
    effectiveOn: civilDate("2026-10-09"),
    acts: ORDERED,
    reader: "agency",
  }),
  "orders-to-confirm.bureau": noticeOf(
    {
      kind: "orders-to-confirm",
      ...OF,
      effectiveOn: civilDate("2026-10-09"),
      acts: ORDERED.slice(0, 1),
      reader: "bureau",
    },
    BUREAU,
  ),
  "enforcement-begun": noticeOf({
    kind: "enforcement-begun",
    ...OF,
    number: "（2027）鲁1302执12号",
    due: civilDate("2027-03-15"),
    receivedAt: FILE.receivedAt,
    acts: ORDERED,
    reader: "agency",
  }),
  "enforcement-begun.head": noticeOf(
    {
      kind: "enforcement-begun",
      ...OF,
      number: "（2027）鲁1302执12号",
      receivedAt: FILE.receivedAt,
      acts: [],
      reader: "head",
    },
    HEAD,
  ),
  "enforcement-begun.bureau": noticeOf(
    {
      kind: "enforcement-begun",
      ...OF,
      number: "（2027）鲁1302执12号",
      receivedAt: FILE.receivedAt,
      acts: ORDERED,
      reader: "bureau",
    },
    BUREAU,
  ),
  "enforcement-begun.among": noticeOf(
    {
      kind: "enforcement-begun",
      ...OF,
      number: "（2027）鲁1302执12号",
      among: [RESPONDENT, "临沂市兰山区人民政府"],
      receivedAt: FILE.receivedAt,
      acts: ORDERED,
      reader: "bureau",
    },
    BUREAU,
  ),
  "obstacle-reported": noticeOf(
    {
      kind: "obstacle-reported",
      ...OF,
      hearing: HEARING,
      by: "孟庆禾",
      ground: "irreplaceable-duty",
      explanation: "局长当日须参加省政府防汛调度会议。",
      reader: "court",
      reportedAt: instantAt(civilDate("2026-09-22"), "10:20"),
    },
    COURT,
  ),
  "obstacle-reported.bureau": noticeOf(
    {
      kind: "obstacle-reported",
      ...OF,
      hearing: HEARING,
      by: "孟庆禾",
      ground: "accident",
      explanation: "突发疾病住院。",
      reader: "bureau",
    },
    BUREAU,
  ),
  "obstacle-answered": noticeOf({ ...ANSWERED, verdict: "refused", reader: "agency" }),
  "obstacle-answered.head": noticeOf({ ...ANSWERED, verdict: "excused", reader: "head" }),
  "obstacle-answered.bureau": noticeOf({ ...ANSWERED, verdict: "put-off", reader: "bureau" }, BUREAU),
  "obstacle-answered.government": noticeOf({ ...ANSWERED, verdict: "put-off", reader: "government" }),
  "appearance-unsettled": noticeOf(
    {
      kind: "appearance-unsettled",
      ...OF,
      hearing: HEARING,
      words: [{ saidBy: RESPONDENT, by: "agreed", respondents: ["临沂市兰山区人民政府"] }],
      silent: ["临沂市兰山区人民政府"],
    },
    COURT,
  ),
  "principal-notice": noticeOf({
    kind: "principal-notice",
    ...OF,
    hearing: HEARING,
    principal: { reasons: ["court", "first-of-year"], approval: "区长" },
    report: REPORT,
    audience: "legal-section",
  }),
  "principal-notice.head": noticeOf({
    kind: "principal-notice",
    ...OF,
    hearing: HEARING,
    principal: { reasons: ["bureau"] },
    audience: "head",
  }),
  "principal-absence": noticeOf({
    kind: "principal-absence",
    ...OF,
    hearing: HEARING,
    principal: { reasons: ["government", "repeat"], approval: "区长" },
    text: "局长当日参加省里防汛会议，由分管副局长出庭。",
    by: "张敏",
    instead: { name: "龙涛", title: "副局长" },
    reportedAt: FILE.receivedAt,
  }),
  "principal-absence-answered": noticeOf({
    kind: "principal-absence-answered",
    ...OF,
    hearing: HEARING,
    approved: true,
    text: "",
    by: "区长王强",
    audience: "legal-section",
  }),
  "principal-absence-answered.refused": noticeOf({
    kind: "principal-absence-answered",
    ...OF,
    hearing: HEARING,
    approved: false,
    text: "会议可以由副局长参加。",
    by: "区长王强",
    audience: "legal-section",
  }),
  "principal-absence-answered.head": noticeOf({
    kind: "principal-absence-answered",
    ...OF,
    hearing: HEARING,
    approved: false,
    text: "会议可以由副局长参加。",
    by: "区长王强",
    audience: "head",
  }),
  "hearing-notice.online": noticeOf({
    kind: "hearing-notice",
    ...OF,
    hearing: { ...HEARING, place: "人民法院在线服务平台", mode: "online" },
    report: REPORT,
    audience: "legal-section",
    principal: { reasons: ["class"] },
    meeting: { meeting: "832456091", password: "2468" },
  }),
  "hearing-changed.granted": noticeOf({
    kind: "hearing-changed",
    ...OF,
    cancelled: HEARING,
    granted: { reason: "理由成立，准许延期。", by: "赵法官" },
  }),
  "hearing-reminder.excused-by-court": noticeOf({
    kind: "hearing-reminder",
    ...OF,
    hearing: HEARING,
    daysLeft: 1,
    reportOpen: false,
    excusedByCourt: true,
  }),
  "address-failed.too-late": noticeOf(
    {
      kind: "address-failed",
      organisationName: RESPONDENT,
      address: "fzk@zrj.lanshan.example.org",
      cause: "too-late",
      about: { type: "mail", number: "应诉提醒〔2026〕DMXJ-V8HK" },
    },
    BUREAU,
  ),
  "organisation-changed": noticeOf({ ...CHANGED, reader: "own", cases: [] }),
  "organisation-changed.former": noticeOf({ ...CHANGED, reader: "former-address", cases: [] }),
  "organisation-changed.asked": noticeOf({
    ...CHANGED,
    changes: [
      { field: "contact-proposed", role: "head", before: "", after: "cheng@zrgh.lanshan.example.org" },
    ],
    reader: "asked-address",
    asked: { role: "head", change: CHANGED.change, email: "cheng@zrgh.lanshan.example.org" },
    cases: [],
  }),
  "organisation-changed.bureau": noticeOf({ ...CHANGED, reader: "bureau", cases: [CASE.caseNumber] }, BUREAU),
  "organisation-changed.restored": noticeOf(
    { ...CHANGED, reader: "bureau", cases: [CASE.caseNumber], restored: true },
    BUREAU,
  ),
  "organisation-changed.court": noticeOf({ ...CHANGED, reader: "court", cases: [CASE.caseNumber] }, COURT),
  "report-due": noticeOf({ kind: "report-due", ...OF, deadline: REPORT, hearing: HEARING }),
  "report-overdue": noticeOf({
    kind: "report-overdue",
    ...OF,
    deadline: REPORT,
    daysOver: 1,
    hearing: HEARING,
    copy: false,
  }),
  "report-overdue.copy": noticeOf(
    { kind: "report-overdue", ...OF, deadline: REPORT, daysOver: 1, hearing: HEARING, copy: true },
    SUPERIOR,
  ),
  "report-received": noticeOf(
    {
      kind: "report-received",
      ...OF,
      hearing: HEARING,
      revision: 2,
      by: "孟庆禾",
      proposal: "处罚决定认定事实清楚、程序合法，请求驳回诉讼请求。",
      head: {
        appears: true,
        name: "程砚秋",
        title: "党组成员",
        rank: "in-charge",
        concern: { type: "party-post", post: "党组成员" },
      },
      others: [{ name: "李明", title: "法规科科长" }],
    },
    BUREAU,
  ),
  "report-returned": noticeOf({
    kind: "report-returned",
    ...OF,
    hearing: HEARING,
    remarks: "请补充听证程序的说明。",
    by: "王芳",
    report: REPORT,
  }),
  supervision: noticeOf({
    kind: "supervision",
    ...OF,
    hearing: HEARING,
    text: "请提前与法院沟通和解方案。",
    by: "王芳",
  }),
  "duty-asked": noticeOf({ kind: "duty-asked", ...DEFENCE }),
  "duty-asked.bureau": noticeOf({ kind: "duty-asked", ...DEFENCE, reader: "bureau" }, BUREAU),
  "duty-due": noticeOf({ kind: "duty-due", ...DEFENCE, internal: civilDate("2026-09-28") }),
  "duty-overdue": noticeOf({ kind: "duty-overdue", ...DEFENCE, daysOver: 1, copy: false }),
  "duty-overdue.copy": noticeOf({ kind: "duty-overdue", ...DEFENCE, daysOver: 1, copy: true }, SUPERIOR),
  "extension-asked": noticeOf(
    {
      kind: "extension-asked",
      ...OF,
      deadline: DEFENCE.deadline,
      reason: "档案正在整理，部分证据需要调取。",
      by: "李明",
    },
    COURT,
  ),
  "extension-answered": noticeOf({
    kind: "extension-answered",
    ...OF,
    deadline: DEFENCE.deadline,
    until: civilDate("2026-10-15"),
    by: "周舟",
  }),
  "desk-link": noticeOf({
    kind: "desk-link",
    about: `${CASE.caseNumber}三日报告`,
    target: { task: "report", caseNumber: CASE.caseNumber, respondent: RESPONDENT },
  }),
  "sign-in": noticeOf({ kind: "sign-in", mailbox: "fazhi@yinan-police.example.org", minutes: 15 }),
  "filing-asked": noticeOf({
    kind: "filing-asked",
    ...OF,
    deadline: toldOn(FILING, civilDate("2026-10-12"), 2, CALENDAR),
    hearing: HEARING,
  }),
  "filing-asked.answered": noticeOf({
    kind: "filing-asked",
    ...OF,
    deadline: toldOn(FILING, civilDate("2026-10-12"), 2, CALENDAR),
    hearing: HEARING,
    said: {
      source: "hearing-record",
      headAttended: true,
      headName: "程砚秋",
      headTitle: "副局长",
      rank: "deputy",
    },
  }),
  "filing-asked.ledger": noticeOf({
    kind: "filing-asked",
    ...OF,
    deadline: toldOn(FILING, civilDate("2026-10-12"), 2, CALENDAR),
    hearing: HEARING,
    said: { source: "court-ledger", headAttended: false, absenceReason: "因公出差" },
    byLedger: true,
  }),
  "filing-due": noticeOf({ kind: "filing-due", ...OF, deadline: FILING, hearing: HEARING }),
  "filing-overdue": noticeOf({
    kind: "filing-overdue",
    ...OF,
    deadline: FILING,
    daysOver: 3,
    hearing: HEARING,
    copy: false,
  }),
  "filing-overdue.copy": noticeOf(
    { kind: "filing-overdue", ...OF, deadline: FILING, daysOver: 3, hearing: HEARING, copy: true },
    SUPERIOR,
  ),
  "attendance-difference": noticeOf({
    kind: "attendance-difference",
    ...PUT,
    side: "agency",
    daysOpen: 0,
  }),
  "attendance-difference.court": noticeOf(
    { kind: "attendance-difference", ...PUT, side: "court", daysOpen: 2 },
    COURT,
  ),
  "difference-standing": noticeOf(
    {
      kind: "difference-standing",
      ...PUT,
      answers: [
        {
          respondent: RESPONDENT,
          sitting: HEARING.date,
          difference: "7Q3FK2M9ABCDE",
          side: "agency",
          at: CREATED,
          by: "孟庆禾",
          source: "filing",
          facts: {
            headAttended: true,
            headName: "程砚秋",
            headTitle: "局长",
            rank: "principal",
            spoke: true,
          },
          reason: "有签到表和现场照片",
        },
      ],
    },
    BUREAU,
  ),
  "difference-settled": noticeOf({
    kind: "difference-settled",
    ...OF,
    sitting: HEARING.date,
    facts: { headAttended: true, headName: "程砚秋", headTitle: "局长", rank: "principal", spoke: true },
    settledBy: "bureau",
    by: "王芳",
    reason: "签到表与法庭录像一致",
  }),
  "ledger-due": noticeOf(
    {
      kind: "ledger-due",
      court: COURT.organisationName,
      month: MONTH,
      due: civilDate("2026-09-03"),
      daysOver: -1,
    },
    COURT,
  ),
  "ledger-due.prefilled": noticeOf(
    {
      kind: "ledger-due",
      court: COURT.organisationName,
      month: MONTH,
      due: civilDate("2026-09-03"),
      daysOver: -2,
      prefilled: { cases: 12, files: [] },
    },
    COURT,
  ),
  "ledger-received": noticeOf(
    {
      kind: "ledger-received",
      court: COURT.organisationName,
      month: MONTH,
      file: { name: "8月台账.xlsx", key: "courts/1302/inbox/8月台账.xlsx", receivedAt: CREATED },
      cases: 31,
      opened: 4,
      withdrawn: 2,
      unusable: 1,
      doubtful: 2,
      rows: [
        {
          sheet: "8月",
          row: 17,
          problem: { type: "not-a-case-number", written: "待定", foreign: false },
          used: false,
          alike: 1,
        },
        {
          sheet: "8月",
          row: 20,
          problem: { type: "absent-with-head", written: "张三 局长" },
          used: true,
          alike: 1,
        },
        {
          sheet: "8月",
          row: 22,
          problem: {
            type: "enterprise-by-name",
            stated: false,
            because: { type: "enterprise", name: "某某商贸有限公司", kind: "company" },
          },
          used: true,
          alike: 1,
        },
      ],
      files: [],
    },
    COURT,
  ),
  "ledger-due.copy": noticeOf(
    {
      kind: "ledger-due",
      court: COURT.organisationName,
      month: MONTH,
      due: civilDate("2026-09-03"),
      daysOver: 1,
      copy: true,
    },
    BUREAU,
  ),
  "ledger-due.over": noticeOf(
    {
      kind: "ledger-due",
      court: COURT.organisationName,
      month: MONTH,
      due: civilDate("2026-09-03"),
      daysOver: 2,
    },
    COURT,
  ),
  bulletin: noticeOf(BULLETIN, SUPERIOR),
  "bulletin.draft": noticeOf({ ...BULLETIN, draft: true, version: 2 }, BUREAU),
  "bulletin.own": noticeOf(
    {
      ...BULLETIN,
      annex: true,
      words: {
        issue: "〔2026〕第9期",
        document: "临司通〔2026〕9号",
        analysis: ["全市出庭率连续三个月上升。"],
        demands: ["请各县区于本月底前报送整改情况。"],
      },
    },
    BUREAU,
  ),
  "bulletin-unsigned": noticeOf(
    {
      kind: "bulletin-unsigned",
      jurisdiction: "临沂市",
      month: MONTH,
      period: "month",
      due: civilDate("2026-09-04"),
      daysOver: 3,
      deferred: { until: civilDate("2026-09-07"), reason: "等待兰山区法院台账" },
      missingLedgers: [{ court: "兰山区人民法院", months: [MONTH] }],
    },
    BUREAU,
  ),
  "bulletin-correction": noticeOf(
    {
      kind: "bulletin-correction",
      jurisdiction: "临沂市",
      month: MONTH,
      period: "quarter",
      version: 1,
      changes: 2,
    },
    BUREAU,
  ),
  "document-rejected": noticeOf(
    {
      kind: "document-rejected",
      file: FILE,
      rejection: { type: "not-administrative", number: "（2026）鲁1302民初1208号" },
    },
    COURT,
  ),
  "rejection-withdrawn": noticeOf(
    {
      kind: "rejection-withdrawn",
      file: FILE,
      at: "2026-09-08T02:30:00Z" as Instant,
      by: "王芳",
      reason: "误选退回，文书完整。",
    },
    COURT,
  ),
  "document-review": noticeOf(
    {
      kind: "document-review",
      partlyFiled: false,
      file: { ...FILE, name: "庭审笔录.docx", key: "courts/1302/inbox/庭审笔录.docx" },
      court: COURT.organisationName,
      documentKind: "hearing-record",
      doubts: [{ type: "attendance-unclear", respondent: AGENCY.organisationName, title: "主任" }],
      facts: [
        {
          field: "case-number",
          value: CASE.caseNumber,
          confidence: 0.99,
          text: "案号：（2026）鲁1302行初45号",
        },
        {
          field: "hearing-time",
          value: "2026-09-24 09:00",
          confidence: 0.82,
          text: "时间：2026年9月24日上午9时0分至10时30分",
        },
        {
          field: "attended",
          organ: AGENCY.organisationName,
          value: "review",
          confidence: 0.55,
          text: "被告出庭人员：主任柳长河，法制科工作人员孟庆禾",
        },
      ],
    },
    BUREAU,
  ),
  "document-question": noticeOf(
    {
      kind: "document-question",
      file: { ...FILE, name: "庭审笔录.docx", key: "courts/1302/inbox/庭审笔录.docx" },
      documentKind: "hearing-record",
      doubts: [
        {
          type: "implausible-sitting",
          because: "after-the-paper-came",
          caseNumber: CASE.caseNumber,
          read: civilDate("2026-12-24"),
          received: civilDate("2026-09-24"),
          known: { date: civilDate("2026-09-24"), time: clockTime("09:00"), place: "第五审判庭" },
        },
      ],
    },
    COURT,
  ),
  "document-question.elsewhere": noticeOf(
    {
      kind: "document-question",
      file: { ...FILE, name: "传票.docx", key: "courts/1302/inbox/传票.docx" },
      documentKind: "summons",
      doubts: [
        {
          type: "other-courts-case",
          caseNumber: CASE.caseNumber,
          uploader: COURT.organisationName,
          court: "沂南县人民法院",
        },
      ],
    },
    COURT,
  ),
  "document-question.copy": noticeOf(
    {
      kind: "document-question",
      file: { ...FILE, name: "判决书.pdf", key: "bureaus/lanshan-justice/inbox/判决书.pdf" },
      documentKind: "judgment",
      doubts: [{ type: "copy-of-court-paper", caseNumber: CASE.caseNumber, uploader: "兰山区司法局" }],
    },
    COURT,
  ),
  "unknown-agency": noticeOf(
    {
      kind: "unknown-agency",
      case: { ...CASE, respondents: ["兰山区国土局"] },
      name: "兰山区国土局",
      hearing: HEARING,
    },
    BUREAU,
  ),
  "address-failed": noticeOf(
    {
      kind: "address-failed",
      organisationName: AGENCY.organisationName,
      organisation: AGENCY.organisation,
      address: AGENCY.address,
      cause: "bounced",
      about: { type: "subject", subject: { of: "case", caseNumber: CASE.caseNumber } },
    },
    BUREAU,
  ),
  "programme-plan": noticeOf(
    { kind: "programme-plan", jurisdiction: "兰山区", year: YEAR, perYear: 2, meetings: false },
    BUREAU,
  ),
  "observations-behind": noticeOf(
    {
      kind: "observations-behind",
      jurisdiction: "兰山区",
      year: YEAR,
      held: 1,
      atLeast: 2,
      perYear: 2,
    },
    BUREAU,
  ),
  "yearly-return-due": noticeOf(
    { kind: "yearly-return-due", jurisdiction: "兰山区", year: YEAR, due: civilDate("2027-01-10") },
    BUREAU,
  ),
  "meeting-behind": noticeOf(
    { kind: "meeting-behind", jurisdiction: "市本级", year: YEAR, half: 2, audience: "bureau" },
    BUREAU,
  ),
  "loss-reported": noticeOf(
    { kind: "loss-reported", case: CASE, respondent: RESPONDENT, revision: 1, report: LOSS },
    BUREAU,
  ),
  "loss-judged": noticeOf({
    kind: "loss-judged",
    case: CASE,
    respondent: RESPONDENT,
    accepted: true,
    by: "王芳",
    text: "",
  }),
  "loss-judged.returned": noticeOf({
    kind: "loss-judged",
    case: CASE,
    respondent: RESPONDENT,
    accepted: false,
    by: "王芳",
    text: "没有写明同类案件的清理情况。",
    due: civilDate("2026-11-20"),
  }),
  "receipt.loss-report": noticeOf({
    kind: "receipt",
    case: CASE,
    respondent: RESPONDENT,
    filed: { type: "loss-report", revision: 1, report: LOSS, by: LOSS.by, at: LOSS.at },
  }),
  "suggestion-received": noticeOf({ kind: "suggestion-received", ...SUGGESTION }),
  "suggestion-received.policy": noticeOf({
    kind: "suggestion-received",
    ...SUGGESTION,
    suggestion: { ...SUGGESTION.suggestion, caseNumbers: [], advice: ["规范送达。"], written: false },
  }),
  "suggestion-due": noticeOf({ kind: "suggestion-due", ...SUGGESTION, daysOver: 7, copy: false }),
  "suggestion-due.copy": noticeOf({ kind: "suggestion-due", ...SUGGESTION, daysOver: 7, copy: true }, BUREAU),
  "suggestion-due.bureau": noticeOf(
    { kind: "suggestion-due", ...SUGGESTION, daysOver: 7, copy: true, confirms: true },
    BUREAU,
  ),
  "suggestion-replied": noticeOf({ kind: "suggestion-replied", ...SUGGESTION, ...REPLY }, COURT),
  "suggestion-receipt": noticeOf({ kind: "suggestion-receipt", ...SUGGESTION, ...REPLY }),
  "suggestion-reply-taken-back": noticeOf(
    { kind: "suggestion-reply-taken-back", ...SUGGESTION, by: "张敏", reason: "内容有误。" },
    COURT,
  ),
  "suggestion-withdrawn": noticeOf({
    kind: "suggestion-withdrawn",
    ...SUGGESTION,
    by: "王芳",
    reason: "重复登记。",
  }),
  "correction-proposed": noticeOf({ kind: "correction-proposed", ...CORRECTION }),
  "correction-due": noticeOf({ kind: "correction-due", ...CORRECTION, daysOver: 7, copy: false }),
  "correction-due.copy": noticeOf({ kind: "correction-due", ...CORRECTION, daysOver: 7, copy: true }, BUREAU),
  "correction-due.bureau": noticeOf(
    { kind: "correction-due", ...CORRECTION, daysOver: 7, copy: true, confirms: true },
    BUREAU,
  ),
  "correction-answered": noticeOf(
    { kind: "correction-answered", ...CORRECTION, by: "张敏", text: "已制定出庭工作办法，明确分管负责人。" },
    BUREAU,
  ),
  "correction-judged": noticeOf({
    kind: "correction-judged",
    ...CORRECTION,
    accepted: false,
    by: "王芳",
    text: "请附出庭工作办法全文。",
  }),
  "assessment-draft": noticeOf({
    kind: "assessment-draft",
    ...OF_ASSESSMENT,
    score: SCORE,
    objectUntil: civilDate("2027-01-13"),
  }),
  "assessment-objection": noticeOf(
    {
      kind: "assessment-objection",
      ...OF_ASSESSMENT,
      by: "张敏",
      text: "（2026）鲁1321行初9号负责人已经出庭。",
    },
    BUREAU,
  ),
  "assessment-answered": noticeOf({
    kind: "assessment-answered",
    ...OF_ASSESSMENT,
    accepted: true,
    by: "王芳",
    text: "经核对庭审笔录，负责人已出庭，案件已更正。",
  }),
  "assessment-final": noticeOf({ kind: "assessment-final", ...OF_ASSESSMENT, score: SCORE, draft: "80.00" }),
  "assessment-made": noticeOf(
    {
      kind: "assessment-made",
      year: "2026" as Year,
      draft: true,
      counties: 12,
      agencies: 143,
      changed: [],
      objectUntil: civilDate("2027-01-13"),
      files: [],
    },
    BUREAU,
  ),
  "session-due": noticeOf(
    {
      kind: "session-due",
      issuedBy: "临沂市",
      date: civilDate("2026-10-15"),
      units: ["沂南县公安局", "沂南县水利局"],
    },
    BUREAU,
  ),
  "promise-due": noticeOf({
    kind: "promise-due",
    issuedBy: "临沂市",
    unit: "沂南县公安局",
    on: civilDate("2026-10-15"),
    text: "制定负责人出庭应诉制度，明确分管负责人。",
    due: civilDate("2026-11-16"),
    daysOver: -3,
  }),
  "promise-due.over": noticeOf({
    kind: "promise-due",
    issuedBy: "临沂市",
    unit: "沂南县公安局",
    on: civilDate("2026-10-15"),
    text: "制定负责人出庭应诉制度，明确分管负责人。",
    due: civilDate("2026-11-16"),
    daysOver: 1,
  }),
  "meeting-point-due": noticeOf({
    kind: "meeting-point-due",
    place: "临沂市",
    on: civilDate("2026-06-18"),
    text: "集中核对上半年庭审笔录和台账。",
    owner: "沂南县公安局",
    due: civilDate("2026-09-30"),
    daysOver: -3,
  }),
  "meeting-point-due.over": noticeOf({
    kind: "meeting-point-due",
    place: "临沂市",
    on: civilDate("2026-06-18"),
    text: "集中核对上半年庭审笔录和台账。",
    owner: "沂南县公安局",
    due: civilDate("2026-09-30"),
    daysOver: 8,
  }),
  "topic-answered": noticeOf({
    kind: "topic-answered",
    text: "庭审笔录写明负责人职务。",
    accepted: true,
    by: "王芳",
    answer: "列入下次会议。",
  }),
  "topic-answered.no": noticeOf({
    kind: "topic-answered",
    text: "庭审笔录写明负责人职务。",
    accepted: false,
    by: "王芳",
    answer: "上次会议已经议定。",
  }),
  "observation-invited": noticeOf({
    kind: "observation-invited",
    observation: OBSERVED,
    id: "plan-1",
    sequence: 0,
    unit: "沂南县公安局",
    seats: 3,
  }),
  "observation-invited.again": noticeOf({
    kind: "observation-invited",
    observation: { ...OBSERVED, study: true },
    id: "plan-1",
    sequence: 1,
    unit: "沂南县公安局",
    seats: 3,
  }),
  "observation-cancelled": noticeOf({
    kind: "observation-cancelled",
    observation: OBSERVED,
    id: "plan-1",
    sequence: 1,
    by: "王芳",
    reason: "延期开庭。",
  }),
  "entry-recalled": noticeOf({
    kind: "entry-recalled",
    entry: "interview",
    act: "called",
    by: "王芳",
    reason: "时间另定。",
  }),
  "pack-made": noticeOf({ kind: "pack-made", pack: PACK }, BUREAU),
  "meeting-invited": noticeOf(
    {
      kind: "meeting-invited",
      pack: PACK,
      id: "half-2",
      date: civilDate("2026-12-18"),
      time: clockTime("14:30"),
      place: "市中级人民法院第二会议室",
      sequence: 0,
    },
    BUREAU,
  ),
  "interview-candidates": noticeOf(
    {
      kind: "interview-candidates",
      from: "2026-07" as Month,
      to: "2026-09" as Month,
      candidates: [{ unit: INTERVIEW.unit, reasons: INTERVIEW.reasons }],
    },
    BUREAU,
  ),
  "interview-called": noticeOf({ kind: "interview-called", interview: INTERVIEW, copy: false }),
  "interview-called.copy": noticeOf({ kind: "interview-called", interview: INTERVIEW, copy: true }),
  "interview-withdrawn": noticeOf({
    kind: "interview-withdrawn",
    interview: INTERVIEW,
    by: "王芳",
    reason: "统计有误。",
  }),
  "interview-due": noticeOf({ kind: "interview-due", interview: INTERVIEW, step: "outcome" }, BUREAU),
  "correction-withdrawn": noticeOf({
    kind: "correction-withdrawn",
    ...CORRECTION,
    by: "王芳",
    reason: "单位登记有误。",
  }),
  "agency-digest": noticeOf({
    kind: "agency-digest",
    date: civilDate("2026-09-18"),
    lines: [
      {
        at: CREATED,
        caseNumber: CASE.caseNumber,
        news: {
          type: "letter",
          letter: { kind: "report-due", ...OF, deadline: REPORT, hearing: HEARING },
        },
      },
      {
        at: CREATED,
        caseNumber: caseNumber("（2026）鲁1302行初9号"),
        news: {
          type: "letter",
          letter: {
            kind: "filing-due",
            case: { ...CASE, caseNumber: caseNumber("（2026）鲁1302行初9号") },
            respondent: RESPONDENT,
            deadline: FILING,
            hearing: HEARING,
          },
        },
      },
      {
        at: CREATED,
        news: {
          type: "correction-announced",
          agency: RESPONDENT,
          due: civilDate("2026-09-16"),
          letterOn: civilDate("2026-09-21"),
        },
      },
      {
        at: CREATED,
        caseNumber: caseNumber("（2026）鲁1302行初12号"),
        news: {
          type: "letter",
          letter: {
            kind: "hearing-reminder",
            case: { ...CASE, caseNumber: caseNumber("（2026）鲁1302行初12号") },
            respondent: RESPONDENT,
            hearing: HEARING,
            daysLeft: 3,
            reportOpen: true,
            report: REPORT,
          },
        },
      },
      ...(
        [
          {
            kind: "court-note",
            ...OF,
            hearing: HEARING,
            text: "请携带执法记录。\n到庭后先到安检处。",
            receivedAt: CREATED,
          },
          {
            kind: "attendance-difference",
            ...OF,
            sitting: HEARING.date,
            side: "agency",
            differences: [],
            daysOpen: 0,
          },
          { kind: "supervision", ...OF, hearing: HEARING, text: "请在庭前与原告沟通", by: "徐琳" },
        ] as const
      ).map((letter) => ({
        at: CREATED,
        caseNumber: CASE.caseNumber,
        news: { type: "letter", letter } as const,
      })),
    ],
  }),
  receipt: noticeOf({
    kind: "receipt",
    ...OF,
    hearing: HEARING,
    filed: {
      type: "report",
      revision: 2,
      proposal: "处罚程序合法，建议判决驳回诉讼请求。",
      head: { appears: true, name: "龙涛", title: "副局长", rank: "deputy" },
      others: [{ name: "张敏", title: "法制科科长" }],
      proofs: ["授权委托书.pdf"],
      by: "张敏",
      at: instantAt(civilDate("2026-09-18"), "10:20"),
    },
  }),
  "receipt.filing": noticeOf({
    kind: "receipt",
    ...OF,
    hearing: HEARING,
    filed: {
      type: "filing",
      revision: 1,
      result: "judgment-later",
      facts: { headAttended: true, headName: "龙涛", headTitle: "副局长", rank: "deputy", spoke: true },
      staff: [{ name: "张敏", title: "法制科科长" }],
      settlement: "原告同意庭后调解。",
      by: "张敏",
      at: instantAt(civilDate("2026-09-25"), "10:20"),
    },
  }),
  "receipt.obstacle": noticeOf({
    kind: "receipt",
    ...OF,
    hearing: HEARING,
    filed: {
      type: "obstacle",
      ground: "irreplaceable-duty",
      explanation: "当日负责全市防汛值守。",
      by: "张敏",
      at: instantAt(civilDate("2026-09-22"), "10:20"),
    },
  }),
  "receipt.obstacle-answer": noticeOf(
    {
      kind: "receipt",
      ...OF,
      hearing: HEARING,
      filed: {
        type: "obstacle-answer",
        verdict: "put-off",
        reason: "理由成立，准许延期。",
        by: "赵法官",
        at: instantAt(civilDate("2026-09-22"), "15:20"),
      },
    },
    COURT,
  ),
  "receipt.difference-answer": noticeOf({
    kind: "receipt",
    ...OF,
    filed: {
      type: "difference-answer",
      sitting: HEARING.date,
      facts: { headAttended: true, headName: "龙涛", headTitle: "副局长", rank: "deputy" },
      reason: "有签到表为证。",
      by: "张敏",
      at: instantAt(civilDate("2026-09-28"), "10:20"),
    },
  }),
  "receipt.registered": noticeOf({
    kind: "receipt",
    ...OF,
    hearing: HEARING,
    filed: {
      type: "registered",
      duty: "filing",
      facts: { headAttended: false, absenceReason: "出差" },
    },
  }),
  "correction-receipt": noticeOf({
    kind: "correction-receipt",
    ...CORRECTION,
    by: "张敏",
    at: instantAt(civilDate("2026-09-28"), "10:20"),
    text: "已制定出庭工作办法，明确分管负责人。",
  }),
  "files-receipt": noticeOf(
    {
      kind: "files-receipt",
      date: civilDate("2026-09-18"),
      lines: [
        {
          at: instantAt(civilDate("2026-09-17"), "16:45"),
          news: {
            type: "file-registered",
            file: "传票.pdf",
            kind: "summons",
            cases: [CASE.caseNumber],
            told: [AGENCY.organisationName],
            unknown: [],
          },
        },
        {
          at: instantAt(civilDate("2026-09-17"), "16:46"),
          news: { type: "file-in-review", file: "扫描件.pdf", kind: "hearing-record" },
        },
        {
          at: instantAt(civilDate("2026-09-17"), "16:47"),
          news: { type: "file-rejected", file: "空文件.txt" },
        },
        {
          at: instantAt(civilDate("2026-09-17"), "16:48"),
          news: { type: "file-known", file: "传票(1).pdf" },
        },
      ],
    },
    COURT,
  ),
  digest: noticeOf(
    {
      kind: "digest",
      date: civilDate("2026-09-18"),
      lines: [
        {
          at: instantAt(civilDate("2026-09-18"), "09:00"),
          caseNumber: CASE.caseNumber,
          news: {
            type: "urging-announced",
            respondent: AGENCY.organisationName,
            kind: "report",
            sitting: 1,
            due: civilDate("2026-09-17"),
            letterOn: civilDate("2026-09-21"),
            hearing: civilDate("2026-09-28"),
          },
        },
        {
          at: instantAt(civilDate("2026-09-18"), "09:00"),
          caseNumber: caseNumber("（2026）鲁1321行初9号"),
          news: {
            type: "urged",
            respondent: "沂南县公安局",
            kind: "filing",
            sitting: 1,
            due: civilDate("2026-09-16"),
            copy: "confirm",
          },
        },
        {
          at: instantAt(civilDate("2026-09-17"), "16:45"),
          caseNumber: CASE.caseNumber,
          news: {
            type: "case-opened",
            court: CASE.court,
            respondents: [AGENCY.organisationName],
          },
        },
        {
          at: instantAt(civilDate("2026-09-17"), "17:02"),
          caseNumber: caseNumber("（2026）鲁1321行初9号"),
          news: {
            type: "attendance",
            respondent: "沂南县公安局",
            headAttended: true,
            headName: "韦成岭",
            headTitle: "副局长",
            differs: false,
          },
        },
        {
          at: instantAt(civilDate("2026-09-17"), "16:46"),
          caseNumber: CASE.caseNumber,
          news: {
            type: "hearing-set",
            hearing: { date: HEARING.date, time: clockTime("09:00"), place: "第三审判庭" },
            respondents: [AGENCY.organisationName],
          },
        },
      ],
    },
    BUREAU,
  ),
};

function fail(): never {
  throw new Error("the samples are wrong");
}
