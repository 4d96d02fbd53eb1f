/** Every paper that is made to be signed or sealed, once with as little as can be known and once filled in, and on how many pages. */
import type { Person } from "../../../shared/domain/case-file/report.ts";
import type { OrderedAct } from "../../../shared/domain/judgment/ordered-act.ts";
import type { Interview, InterviewSession, Meeting } from "../../../shared/domain/programme/entry.ts";
import { civilDate, clockTime, instant, type Month, type Year } from "../../../shared/domain/time/time.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import type { OfficialDocument } from "../../../shared/letters/office/official-document.ts";
import { absencePaper, postponementPaper } from "../../../shared/letters/papers/absence-papers.ts";
import { authorisationPaper } from "../../../shared/letters/papers/authorisation-paper.ts";
import { cataloguePaper } from "../../../shared/letters/papers/catalogue-paper.ts";
import { correctionPaper } from "../../../shared/letters/papers/correction-paper.ts";
import { defencePaper, evidencePaper } from "../../../shared/letters/papers/defence-papers.ts";
import { filingPaper } from "../../../shared/letters/papers/filing-paper.ts";
import { handlingFormPaper } from "../../../shared/letters/papers/handling-form-paper.ts";
import { identityPaper } from "../../../shared/letters/papers/identity-paper.ts";
import { interviewRecordPaper } from "../../../shared/letters/papers/interview-record-paper.ts";
import { appealPaper, performancePaper } from "../../../shared/letters/papers/judgment-papers.ts";
import { letterPaper } from "../../../shared/letters/papers/letter-paper.ts";
import { lossReportPaper } from "../../../shared/letters/papers/loss-report-paper.ts";
import { minutesPaper } from "../../../shared/letters/papers/minutes-paper.ts";
import { observationPaper } from "../../../shared/letters/papers/observation-paper.ts";
import { principalNoticePaper } from "../../../shared/letters/papers/principal-notice-paper.ts";
import { reportPaper } from "../../../shared/letters/papers/report-paper.ts";
import { sessionRecordPaper } from "../../../shared/letters/papers/session-record-paper.ts";
import { suggestionReplyPaper } from "../../../shared/letters/papers/suggestion-reply-paper.ts";
import { aCorrection, anObservation } from "../../support/stored-things.ts";
import { CASE, HEARING, RESPONDENT, SAMPLES } from "../sample-notices.ts";

/** A paper, what must stand on it, and on how many pages it stands. */
export interface SamplePaper {
  readonly document: OfficialDocument;
  /** In the order of the paper, without blanks. */
  readonly says: readonly string[];
  readonly pages: number;
}

const of = { case: CASE, respondent: RESPONDENT };
const hearing = HEARING;
const bureau = "临沂市兰山区司法局";
const STAFF: readonly Person[] = [
  { name: "李明", title: "法规科科长" },
  { name: "王磊", title: "法制员" },
];
const WHY = { ground: "accident", explanation: "局长因病住院手术，医嘱卧床休息两周。" } as const;
const CHANGE = {
  at: instant("2026-09-08T09:00:00+08:00"),
  by: "王芳",
  cause: "link:L1",
  what: "recorded",
} as const;

const ENTRY = {
  jurisdiction: "沂南县",
  year: "2026" as Year,
  version: 1,
  revision: 1,
  change: CHANGE,
  sent: {},
};

const INTERVIEW: Interview = {
  ...ENTRY,
  kind: "interview",
  id: "i1",
  from: "2026-07" as Month,
  to: "2026-09" as Month,
  unit: { name: "沂南县公安局" },
  heard: 5,
  present: 3,
  reasons: [{ type: "low-rate", heard: 5, present: 3, rate: "60.00%", belowPercent: 90 }],
  called: {
    at: CHANGE.at,
    by: "王芳",
    date: civilDate("2026-10-15"),
    time: clockTime("09:00"),
    place: "市司法局三楼会议室",
    demands: "书面说明未出庭原因，提出整改措施和完成时限。",
    document: "临司约〔2026〕3号",
  },
};
const SESSION: InterviewSession = {
  ...ENTRY,
  kind: "session",
  id: "s1",
  date: civilDate("2026-10-15"),
  time: clockTime("09:00"),
  place: "视频会议室（市司法局三楼）",
  demands: "书面说明未出庭原因和整改措施。",
  units: [
    { name: "沂南县公安局", interview: { year: ENTRY.year, id: "i1" } },
    { name: "沂南县", interview: { year: ENTRY.year, id: "i2" } },
  ],
};
const BY = { at: CHANGE.at, by: "王芳" };
const MEETING: Meeting = {
  ...ENTRY,
  kind: "meeting",
  id: "m1",
  date: civilDate("2026-06-18"),
  place: "市中级人民法院二楼会议室",
  participants: [
    { unit: "临沂市司法局", people: 4 },
    { unit: "临沂市中级人民法院", people: 5 },
  ],
  points: [
    {
      id: "1",
      text: "统一出庭负责人身份证明样式。",
      owner: { name: "临沂市司法局" },
      due: civilDate("2026-07-31"),
    },
    { id: "2", text: "每月3日前互相通报台账。" },
  ],
};

const ORDERED: OrderedAct = {
  item: 1,
  act: "redo",
  words: "责令被告在判决生效之日起六十日内重新作出处理。",
  respondents: [],
  term: { type: "period", count: 60, unit: "days", from: "effect" },
};

const SUGGESTION = {
  number: "（2026）鲁1302行建1号",
  court: CASE.court,
  issuedOn: civilDate("2026-09-30"),
  to: RESPONDENT,
  advice: ["健全听证告知程序。"],
};

const overdue = SAMPLES["report-overdue"].content;

/** By name; `.filled` where there is more to fill in. */
export const SAMPLE_PAPERS: Readonly<Record<string, SamplePaper>> = {
  身份证明书: {
    document: identityPaper({ ...of, hearing }),
    says: ["＿＿＿＿＿同志，现任", "□正职负责人"],
    pages: 1,
  },
  授权委托书: {
    document: authorisationPaper({ ...of, agents: [] }),
    says: ["委托人临沂市兰山区自然资源局，住所地＿", "□一般授权", "□特别授权"],
    pages: 1,
  },
  "授权委托书.filled": {
    document: authorisationPaper({ ...of, agents: STAFF, address: "兰山区人民路1号" }),
    says: ["住所地兰山区人民路1号", "李明", "法规科科长", "王磊"],
    pages: 1,
  },
  情况说明: {
    document: absencePaper({ ...of, hearing, staff: [], proofs: [] }),
    says: ["□不可抗力□意外事件", "主要负责人", "上级批准"],
    pages: 1,
  },
  "情况说明.filled": {
    document: absencePaper({ ...of, hearing, staff: STAFF, proofs: ["住院证明（盖章）.pdf"], ...WHY }),
    says: ["☑意外事件", "局长因病住院手术", "1.住院证明（盖章）.pdf", "李明（法规科科长）"],
    pages: 1,
  },
  延期开庭申请书: {
    document: postponementPaper({ ...of, hearing, staff: [], proofs: [] }),
    says: ["申请人的负责人因＿"],
    pages: 1,
  },
  "延期开庭申请书.filled": {
    document: postponementPaper({ ...of, hearing, staff: STAFF, proofs: ["住院证明（盖章）.pdf"], ...WHY }),
    says: ["申请人的负责人因意外事件", "局长因病住院手术"],
    pages: 1,
  },
  三日报告表: {
    document: reportPaper({ ...of, hearing }),
    says: ["自查情况", "职权□无问题□有问题", "化解意向□有□没有", "代理律师"],
    pages: 1,
  },
  备案表: {
    document: filingPaper({ ...of, hearing }),
    says: ["代理律师旁听人数", "发言要点", "□发表意见□没有"],
    pages: 1,
  },
  督办函: {
    document: letterPaper({
      letter: letterOf(overdue, { name: bureau }),
      number: "应诉督办〔2026〕7Q3F-K2M9",
      signer: { name: bureau, contact: "徐琳", phone: "0539-8000000" },
      addressee: RESPONDENT,
    }),
    says: [
      bureau,
      "＿＿＿＿〔＿＿＿＿〕＿＿号",
      "督办函",
      `${RESPONDENT}：`,
      "徐琳，电话0539-8000000",
      `${bureau}（盖章）`,
    ],
    pages: 2,
  },
  约谈记录: {
    document: interviewRecordPaper(INTERVIEW, bureau),
    says: [
      "约谈通知书：临司约〔2026〕3号",
      "2026年10月15日（星期四）9:00",
      "主持人记录人",
      "单位表态",
      "整改时限回访日期",
    ],
    pages: 1,
  },
  "约谈记录.filled": {
    document: interviewRecordPaper(
      {
        ...INTERVIEW,
        outcome: { at: CHANGE.at, by: "王芳", text: "单位说明了原因。", followUp: civilDate("2026-11-15") },
      },
      bureau,
    ),
    says: ["单位说明了原因。", "回访日期2026年11月15日"],
    pages: 1,
  },
  约谈会记录: {
    document: sessionRecordPaper(SESSION, bureau),
    says: ["2026年10月15日（星期四）9:00", "主持人记录人", "1沂南县公安局", "承诺事项"],
    pages: 2,
  },
  "约谈会记录.filled": {
    document: sessionRecordPaper(
      {
        ...SESSION,
        minutes: { ...BY, chair: "赵启明，副市长", recorder: "王芳", text: "通报三季度出庭情况。" },
        units: SESSION.units.map((unit, index) => ({
          ...unit,
          record: {
            ...BY,
            attended: index === 0 ? ["龙涛，局长", "李明，法制大队大队长"] : [],
            points: "负责人2次未出庭，理由未经法院认可。",
            promises:
              index === 0 ? [{ id: "1", text: "制定出庭应诉制度。", due: civilDate("2026-11-16") }] : [],
          },
        })),
      },
      bureau,
    ),
    says: [
      "赵启明，副市长",
      "龙涛，局长；李明，法制大队大队长",
      "未到会",
      "2026年11月16日",
      "没有承诺事项。",
    ],
    pages: 2,
  },
  会议纪要: {
    document: minutesPaper({ ...MEETING, participants: [], points: [] }, bureau),
    says: ["2026年上半年行政应诉联席会议纪要", "主持：＿", "议定事项责任单位完成时限"],
    pages: 1,
  },
  "会议纪要.filled": {
    document: minutesPaper(MEETING, bureau),
    says: ["临沂市司法局（4人）、临沂市中级人民法院（5人）", "1统一出庭负责人身份证明样式。"],
    pages: 1,
  },
  旁听名单: {
    document: observationPaper(anObservation({ participants: [] })),
    says: ["名单（待填）", "序号单位姓名职务签到备注"],
    pages: 1,
  },
  "旁听名单.filled": {
    document: observationPaper(anObservation()),
    says: ["沂南县人民法院", "名单（1个单位，12人）", "12沂南县公安局"],
    pages: 1,
  },
  整改建议书: {
    document: correctionPaper(aCorrection(), "沂南县司法局"),
    says: [
      "沂南县公安局：",
      "负责人未出庭，也未说明理由。",
      "建立出庭应诉内部制度。",
      "2026年10月20日前（含当日）",
      "沂南县司法局（盖章）2026年9月8日",
    ],
    pages: 1,
  },
  答辩状: {
    document: defencePaper({ ...of, agents: [] }),
    says: [
      "答辩人：临沂市兰山区自然资源局，住所地＿",
      "被答辩人（原告）：山东沂河源建材有限公司",
      "一、答辩请求",
      "（五）对原告诉讼请求和理由的答复",
      "此致临沂市兰山区人民法院",
    ],
    pages: 2,
  },
  "答辩状.filled": {
    document: defencePaper({
      ...of,
      agents: STAFF,
      address: "兰山区人民路1号",
      principal: { name: "程砚秋", title: "局长" },
    }),
    says: ["法定代表人（负责人）程砚秋，职务局长", "委托代理人：李明，法规科科长；王磊，法制员"],
    pages: 2,
  },
  案件办理单: {
    document: handlingFormPaper({ ...of, stage: "instance" }),
    says: [
      "文号缓急、密级",
      "审级一审",
      "被诉行为",
      "经复议赔偿等",
      "法官、书记员法院电话",
      "司法局审核签字",
      "政府领导审批签字",
    ],
    pages: 1,
  },
  "案件办理单.filled": {
    document: handlingFormPaper({
      ...of,
      stage: "instance",
      hearing,
      paper: { kind: "summons", receivedAt: CHANGE.at },
      details: {
        number: "临司诉〔2026〕12号",
        urgency: "加急",
        plaintiffKind: "法人",
        actTitle: "土地行政处罚决定",
        actNumber: "兰自然资罚〔2026〕31号",
        actDate: "2026年6月30日",
        claims: "撤销处罚决定；责令被告重新作出决定。",
        review: "复议维持，临政复决字〔2026〕8号",
        asked: "一并审查规范性文件",
        judge: "徐静",
        clerk: "马超",
        courtPhone: "0539-8200000",
        defenceDue: "2026年9月23日（星期三）",
        handler: "王芳",
        handlerPhone: "0539-8000001",
        head: "周岚，副区长",
        opinion: "同意，请按时限答辩。",
        reviewer: "孙健",
      },
      form: {
        summary: "不服处罚决定。",
        proposal: "请求驳回；建议分管副区长出庭。",
        agency: RESPONDENT,
        by: "王芳",
        twoStep: true,
        opinion: { at: CHANGE.at, by: "赵启明", text: "拟同意。", head: { name: "周岚", title: "副区长" } },
      },
      answer: { approved: true, text: "", by: "李书记", at: CHANGE.at },
    }),
    says: [
      "临司诉〔2026〕12号缓急、密级加急",
      "答辩截止2026年9月23日（星期三）",
      "土地行政处罚决定",
      "撤销处罚决定；责令被告重新作出决定。",
      "徐静、马超法院电话0539-8200000",
      "承办人王芳，0539-8000001拟出庭负责人周岚，副区长",
      "同意，请按时限答辩。孙健",
      "拟由周岚，副区长出庭。拟同意。赵启明",
      "政府领导审批同意。李书记",
    ],
    pages: 2,
  },
  主要负责人出庭应诉通知书: {
    document: principalNoticePaper({
      ...of,
      bureau,
      hearing,
      owed: { respondent: RESPONDENT, reasons: ["first-of-year", "class"], approval: "分管副区长" },
    }),
    says: [
      bureau,
      "＿＿＿＿〔＿＿＿＿〕＿＿号",
      "应由你单位主要负责人出庭应诉",
      "2026年9月24日（星期四）9:00",
      "本单位年度第一件行政诉讼案件；属于应由正职出庭的案件类别。",
      "经分管副区长批准",
    ],
    pages: 1,
  },
  败诉案件报告表: {
    document: lossReportPaper(of),
    says: [
      "裁判日期生效日期",
      "□撤销（含部分撤销、责令重作）□变更",
      "□事实：认定事实不清，主要证据不足",
      "责任岗位整改措施整改时限",
      "□已履行□未履行",
    ],
    pages: 1,
  },
  "败诉案件报告表.filled": {
    document: lossReportPaper({
      ...of,
      bureau,
      lostOn: civilDate("2026-09-28"),
      report: {
        respondent: RESPONDENT,
        revision: 1,
        at: CHANGE.at,
        by: "李明",
        kind: "annulled",
        causes: ["facts", "procedure"],
        explanation: "没有告知听证权利。\n面积认定有误。",
        responsible: "行政处罚审核岗",
        mending: "修订听证告知文书样式，清理同类案件。",
        mendBy: civilDate("2026-11-30"),
        verdict: { accepted: true, at: CHANGE.at, by: "徐琳", text: "" },
      },
    }),
    says: [
      "裁判日期2026年9月28日生效日期",
      "☑撤销",
      "☑事实：认定",
      "☑程序：违反",
      "□依据：",
      "没有告知听证权利。面积认定有误。",
      "责任岗位行政处罚审核岗",
      "整改时限2026年11月30日",
      "司法局审核认可。（徐琳）",
    ],
    pages: 1,
  },
  "上诉（服判）审批表": {
    document: appealPaper({ ...of, form: "judgment", acts: [] }),
    says: [
      "裁判文书判决书",
      "送达日期决定时限上诉截止",
      "□提起上诉□服判，不上诉",
      "法制机构",
      "负责人审批",
      "上级审批",
    ],
    pages: 1,
  },
  "上诉（服判）审批表.filled": {
    document: appealPaper({
      ...of,
      form: "judgment",
      issuedOn: civilDate("2026-09-28"),
      acts: [ORDERED],
      servedOn: civilDate("2026-09-30"),
      outcome: "行政机关败诉（含部分败诉）",
      choice: {
        respondent: RESPONDENT,
        choice: "accept",
        reason: "事实不清，程序有误。\n依法重新作出。",
        at: CHANGE.at,
        by: "李明",
        leader: "程砚秋，局长",
        revision: 1,
        approval: { approved: true, at: CHANGE.at, by: "徐琳", text: "" },
      },
    }),
    says: [
      "判决书2026年9月28日",
      "1.重新作出行政行为（自裁判生效之日起60日内）",
      "送达日期2026年9月30日决定时限上诉截止",
      "□提起上诉☑服判，不上诉",
      "事实不清，程序有误。依法重新作出。",
      "负责人审批程砚秋，局长",
      "上级审批同意。徐琳",
    ],
    pages: 1,
  },
  履行情况报告: {
    document: performancePaper({ ...of, form: "judgment", acts: [], performed: [], proofs: [] }),
    says: [
      "自＿＿＿年＿月＿日起生效",
      "应履行日期履行日期履行情况",
      "未履行或者未按期履行的原因",
      "附件：履行证明材料",
    ],
    pages: 1,
  },
  "履行情况报告.filled": {
    document: performancePaper({
      ...of,
      bureau,
      form: "judgment",
      issuedOn: civilDate("2026-09-28"),
      effectiveOn: civilDate("2026-10-16"),
      acts: [ORDERED],
      performed: [
        {
          item: 1,
          due: civilDate("2026-12-15"),
          done: {
            item: 1,
            respondent: RESPONDENT,
            on: civilDate("2026-11-20"),
            what: "重新作出兰自然资罚〔2026〕45号处罚决定。",
            at: CHANGE.at,
            by: "李明",
            source: "agency",
          },
        },
      ],
      proofs: ["处罚决定书.pdf"],
    }),
    says: [
      `${bureau}：`,
      "2026年9月28日作出的判决书，自2026年10月16日起生效",
      "2026年12月15日2026年11月20日重新作出兰自然资罚〔2026〕45号处罚决定。",
      "附件：处罚决定书.pdf",
    ],
    pages: 1,
  },
  司法建议复函: {
    document: suggestionReplyPaper({ suggestion: SUGGESTION }),
    says: ["关于", "复函", "贵院的建议", "健全听证告知程序。", "采纳情况＿"],
    pages: 1,
  },
  卷宗目录: {
    document: cataloguePaper({
      case: CASE,
      of: bureau,
      outcome: "lost",
      opened: "2026年9月8日",
      closed: "2026年10月20日",
      retention: "permanent",
      volumes: 2,
      rows: [
        { name: "应诉通知书", from: CASE.court, date: "2026年9月8日", volume: 1 },
        { name: "传票", from: CASE.court, date: "2026年9月9日", note: "原件已不在" },
        {
          name: "【开庭提醒】（2026）鲁1302行初45号 2026年9月24日 9:00开庭，请于9月20日前报告",
          from: bureau,
          date: "2026年9月9日",
          volume: 2,
        },
      ],
    }),
    says: ["归档号", "行政机关败诉", "保管期限永久", "共2册", "立卷人检查人", "1应诉通知书", "原件已不在"],
    pages: 1,
  },
  证据目录: {
    document: evidencePaper(of),
    says: ["（2026）鲁1302行初45号", "证据名称", "所依据的规范性文件", "法院签收"],
    pages: 1,
  },
};
