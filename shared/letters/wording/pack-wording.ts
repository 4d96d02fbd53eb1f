/** How letters, papers and pages word the material for the joint meeting (联席会议材料). */
import type {
  OpenCorrection,
  OpenPoint,
  PackFigure,
  PackProblem,
  PackStep,
  TypicalCase,
  TypicalReason,
} from "../../domain/notices/frame/pack-contents.ts";
import { percent } from "../../domain/statistics/rate.ts";
import { printedDate } from "../frame/dates.ts";
import { type Words, worded } from "../frame/worded.ts";

/** How matters stand, one sentence a figure. */
export function packFigureWords(figure: PackFigure): string {
  return worded(FIGURES, figure);
}

/** （2026）鲁1302行初1号，某局：涉企案件，负责人未出庭。 */
export function typicalCaseWords({ caseNumber, agency, why }: TypicalCase): string {
  return `${caseNumber}，${agency}：${why.map((reason) => worded(REASONS, reason)).join("")}`;
}

/** A problem that the figures show, one sentence. */
export function packProblemWords(problem: PackProblem): string {
  return worded(PROBLEMS, problem);
}

/** What is to be done next, one sentence. */
export function packStepWords(step: PackStep): string {
  return worded(STEPS, step);
}

/** 某局：未按时备案（待答复，答复时限2026年9月30日）. */
export function openCorrectionWords(correction: OpenCorrection): string {
  if (correction.type === "as-written") return correction.text;
  const { agency, shortcoming, state, due } = correction;
  return `${agency}：${shortcoming}（${STATES[state]}，答复时限${printedDate(due)}）`;
}

/** 按月通报出庭情况（2026年6月18日会议议定，责任单位甲局，2026年9月30日到期）. */
export function openPointWords({ text, owner, due, on }: OpenPoint): string {
  const parts = [
    `${printedDate(on)}会议议定`,
    ...(owner === undefined ? [] : [`责任单位${owner}`]),
    ...(due === undefined ? [] : [`${printedDate(due)}到期`]),
  ];
  return `${text}（${parts.join("，")}）`;
}

const STATES: Readonly<Record<Extract<OpenCorrection, { type: "open" }>["state"], string>> = {
  "awaiting-answer": "待答复",
  answered: "已答复，待审核",
  returned: "已退回",
};

function told({ heard, present }: { readonly heard: number; readonly present: number }): string {
  return `${heard}件，负责人出庭${present}件，案件出庭率${percent({ part: present, whole: heard })}`;
}

const FIGURES: Words<PackFigure, string> = {
  heard: (figure) => `开庭审理行政案件${told(figure)}。`,
  instances: ({ first, second }) => `其中一审${told(first)}；二审${told(second)}。`,
  enterprise: (figure) => `涉企行政案件${told(figure)}。`,
  principals: ({ heard, principals }) =>
    `正职负责人出庭${principals}件，正职出庭率${percent({ part: principals, whole: heard })}。`,
  speech: ({ heard, spoke }) =>
    `有出声记录的${heard}件中出声${spoke}件，出声率${percent({ part: spoke, whole: heard })}。`,
  defeat: ({ closed, lost }) =>
    `一审审结${closed}件，行政机关败诉${lost}件，败诉率${percent({ part: lost, whole: closed })}。`,
  resolution: ({ mediated, settled }) =>
    `进入调解${mediated}件，和解撤诉${settled}件，化解率${percent({ part: settled, whole: mediated })}。`,
  "as-written": ({ text }) => text,
};

const REASONS: Words<TypicalReason, string> = {
  "possible-suggestion": ({ triggers }) => `可能涉及司法建议情形（${triggers.length}项），宜研究改进。`,
  "enterprise-without-head": "涉企案件，负责人未出庭。",
  "lost-without-head": "负责人未出庭，行政机关败诉。",
  "settled-with-principal": "正职负责人出庭，争议实质性化解，可作示范。",
  "principal-spoke": "正职负责人出庭出声，可作示范。",
  "as-written": ({ text }) => text,
};

const PROBLEMS: Words<PackProblem, string> = {
  "heads-absent": ({ absent, rate }) => `负责人未出庭${absent}件，案件出庭率${rate}，尚未实现应出尽出。`,
  "absent-again-and-again": ({ agencies }) =>
    `多次未出庭的单位：${agencies.map(({ name, times }) => `${name}（${times}次）`).join("、")}。`,
  "sources-differ": ({ cases }) => `法院记载与行政机关备案不一致、尚未核对清楚的${cases}件。`,
  "attendance-unknown": ({ cases }) => `已开庭但出庭情况不明的${cases}件。`,
  late: ({ reports, filings }) => `三日报告逾期${reports}件，二日备案逾期${filings}件。`,
  "as-written": ({ text }) => text,
};

const STEPS: Words<PackStep, string> = {
  "heads-absent": "逐案分析未出庭原因，对理由不成立的督促整改。",
  "absent-again-and-again": "对多次未出庭的单位开展约谈，结果在联席会议上通报。",
  "sources-differ": "双方指定专人，限期核对不一致的记载，统一统计口径。",
  "attendance-unknown": "请法院在庭审笔录和台账中写明出庭人员姓名、职务。",
  late: "督促行政机关按期报告、备案，逾期情况纳入年度考核。",
  "go-on": "保持负责人出庭应诉工作力度，继续做好庭前沟通和庭后备案。",
  "as-written": ({ text }) => text,
};
