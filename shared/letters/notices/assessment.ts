/** Letters of the yearly assessment (年度考核): to each unit its own lines, to the bureau the whole. */

import type { AssessmentNotices } from "../../domain/notices/assessment.ts";
import type { ScoreShown } from "../../domain/notices/frame/shown.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { dateWithWeekday, shortDate } from "../frame/dates.ts";
import { fact, facts, type Letter, list, paragraph } from "../frame/letter.ts";
import { scoreChangeWords, scoreLines } from "../wording/assessment-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 年度考核结果（征求意见）. */
function assessmentDraft({ unit, year, score, objectUntil }: NoticeContent<"assessment-draft">): Letter {
  return {
    subject: `【考核征求意见】${unit}${year}年行政应诉考核${score.score}分，有异议请于${shortDate(objectUntil)}前提出`,
    title: `${year}年行政应诉考核结果（征求意见）`,
    asks: [
      { label: "请办", value: "核对下列各项；有异议的，在页面上提出并说明依据" },
      { label: "时限", value: `${dateWithWeekday(objectUntil)}前；逾期未提出的，视为无异议` },
    ],
    body: [
      paragraph(
        `按照行政应诉考核办法，${unit}${year}年度的考核情况如下。件数按每案每一被诉行政机关计算（单位次），县区为所辖机关之和。没有相应案件的项目不计权重；情况不明的案件不计入。`,
      ),
      ...scoreBlocks(score),
    ],
  };
}

/** 考核异议. */
function assessmentObjection({ unit, year, by, text }: NoticeContent<"assessment-objection">): Letter {
  return {
    subject: `【考核异议】${unit}对${year}年考核结果提出异议，请核实答复`,
    title: "考核异议",
    asks: [{ label: "请办", value: "核实异议；涉及案件事实的，先更正案件，定稿时按更正后的数据重新计算" }],
    body: [facts(fact("单位", unit), fact("异议", text), fact("提出人", by))],
  };
}

/** 考核异议答复. */
function assessmentAnswered({
  unit,
  year,
  accepted,
  by,
  text,
}: NoticeContent<"assessment-answered">): Letter {
  return {
    subject: `【考核异议答复】${unit}${year}年考核异议${accepted ? "已采纳" : "未采纳"}`,
    title: "考核异议答复",
    asks: [{ label: "请阅", value: accepted ? "定稿时按更正后的数据重新计算" : "维持原考核数据，理由如下" }],
    body: [facts(fact("单位", unit), fact("答复", text), fact("答复人", by))],
  };
}

/** 年度考核结果. */
function assessmentFinal({ unit, year, score, draft }: NoticeContent<"assessment-final">): Letter {
  return {
    subject: `【考核结果】${unit}${year}年行政应诉考核${score.score}分`,
    title: `${year}年行政应诉考核结果`,
    asks: [{ label: "请阅", value: "本结果已经定稿" }],
    body: [
      paragraph(
        draft === score.score
          ? "与征求意见稿一致。"
          : `征求意见稿为${draft}分，按异议处理和案件更正后的数据重新计算为${score.score}分。`,
      ),
      ...scoreBlocks(score),
    ],
  };
}

/** The whole, to its bureau. */
function assessmentMade({
  year,
  draft,
  counties,
  agencies,
  changed,
  objectUntil,
}: NoticeContent<"assessment-made">): Letter {
  const extent = `${counties}个县区、${agencies}个行政机关`;
  return {
    subject: `【年度考核】${year}年行政应诉考核${draft ? "征求意见稿" : "结果"}，${extent}`,
    title: `${year}年行政应诉考核${draft ? "征求意见稿" : "结果"}`,
    asks: [
      draft
        ? {
            label: "请办",
            value: `审阅附件；各单位已收到本单位结果，可在${dateWithWeekday(objectUntil)}前提出异议`,
          }
        : { label: "请阅", value: "异议期已过、异议已全部答复，结果已经定稿并发各单位" },
    ],
    body: [
      paragraph(`${year}年共考核${extent}，逐项得分和计算依据见附件。`),
      ...(draft
        ? []
        : [
            changed.length === 0
              ? paragraph("与征求意见稿相比，没有变化。")
              : list(...changed.map(scoreChangeWords)),
          ]),
    ],
  };
}

function scoreBlocks(shown: ScoreShown) {
  const { score, rank, ranked, grade } = shown;
  return [
    facts(
      { label: "总分", value: `${score}分` },
      ...(rank === undefined ? [] : [{ label: "名次", value: `第${rank}名（共${ranked}个）` }]),
      ...(grade === undefined ? [] : [{ label: "等次", value: grade }]),
      ...scoreLines(shown).map(({ name, score: own, why }) => ({
        label: name,
        value: own === "—" ? "不适用" : `${own}分`,
        notes: [why],
      })),
    ),
  ];
}

/** How each of them is worded. */
export const ASSESSMENT_LETTERS = {
  "assessment-draft": { letter: assessmentDraft },
  "assessment-objection": { letter: assessmentObjection },
  "assessment-answered": { letter: assessmentAnswered },
  "assessment-final": { letter: assessmentFinal },
  "assessment-made": { letter: assessmentMade, files: ({ files }) => files },
} satisfies NoticeLetters<AssessmentNotices>;
