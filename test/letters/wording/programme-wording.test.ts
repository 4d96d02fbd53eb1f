/** Are the programme's figures, reasons, problems and steps whole sentences, on papers and pages alike? */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type {
  OpenCorrection,
  PackFigure,
  PackProblem,
  PackStep,
  TypicalReason,
} from "../../../shared/domain/notices/frame/pack-contents.ts";
import type { InterviewReason } from "../../../shared/domain/notices/frame/shown.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import {
  openCorrectionWords,
  packFigureWords,
  packProblemWords,
  packStepWords,
  typicalCaseWords,
} from "../../../shared/letters/wording/pack-wording.ts";
import { interviewReasonWords } from "../../../shared/letters/wording/programme-wording.ts";

/** One of each type and how it is worded; the compiler asks for those to come. */
type Each<Union extends { readonly type: string }> = {
  readonly [Type in Union["type"]]: readonly [one: Extract<Union, { readonly type: Type }>, words: string];
};

const WRITTEN = [{ type: "as-written", text: "请各单位重视。" }, "请各单位重视。"] as const;
const FIRST = caseNumber("（2026）鲁1302行初1号");
const SECOND = caseNumber("（2026）鲁1302行初2号");

const FIGURES: Each<PackFigure> = {
  heard: [
    { type: "heard", heard: 137, present: 123 },
    "开庭审理行政案件137件，负责人出庭123件，案件出庭率89.78%。",
  ],
  instances: [
    { type: "instances", first: { heard: 4, present: 3 }, second: { heard: 0, present: 0 } },
    "其中一审4件，负责人出庭3件，案件出庭率75.00%；二审0件，负责人出庭0件，案件出庭率—。",
  ],
  enterprise: [
    { type: "enterprise", heard: 2, present: 2 },
    "涉企行政案件2件，负责人出庭2件，案件出庭率100%。",
  ],
  principals: [{ type: "principals", heard: 8, principals: 1 }, "正职负责人出庭1件，正职出庭率12.50%。"],
  speech: [{ type: "speech", heard: 4, spoke: 1 }, "有出声记录的4件中出声1件，出声率25.00%。"],
  defeat: [{ type: "defeat", closed: 10, lost: 1 }, "一审审结10件，行政机关败诉1件，败诉率10.00%。"],
  resolution: [{ type: "resolution", mediated: 4, settled: 2 }, "进入调解4件，和解撤诉2件，化解率50.00%。"],
  "as-written": WRITTEN,
};

const REASONS: Each<TypicalReason> = {
  "possible-suggestion": [
    { type: "possible-suggestion", triggers: ["left-early", "nobody-came"] },
    "可能涉及司法建议情形（2项），宜研究改进。",
  ],
  "enterprise-without-head": [{ type: "enterprise-without-head" }, "涉企案件，负责人未出庭。"],
  "lost-without-head": [{ type: "lost-without-head" }, "负责人未出庭，行政机关败诉。"],
  "settled-with-principal": [
    { type: "settled-with-principal" },
    "正职负责人出庭，争议实质性化解，可作示范。",
  ],
  "principal-spoke": [{ type: "principal-spoke" }, "正职负责人出庭出声，可作示范。"],
  "as-written": WRITTEN,
};

const PROBLEMS: Each<PackProblem> = {
  "heads-absent": [
    { type: "heads-absent", absent: 14, rate: "89.78%" },
    "负责人未出庭14件，案件出庭率89.78%，尚未实现应出尽出。",
  ],
  "absent-again-and-again": [
    {
      type: "absent-again-and-again",
      agencies: [
        { name: "沂南县公安局", times: 3 },
        { name: "莒南县水利局", times: 2 },
      ],
    },
    "多次未出庭的单位：沂南县公安局（3次）、莒南县水利局（2次）。",
  ],
  "sources-differ": [
    { type: "sources-differ", cases: 2 },
    "法院记载与行政机关备案不一致、尚未核对清楚的2件。",
  ],
  "attendance-unknown": [{ type: "attendance-unknown", cases: 1 }, "已开庭但出庭情况不明的1件。"],
  late: [{ type: "late", reports: 3, filings: 0 }, "三日报告逾期3件，二日备案逾期0件。"],
  "as-written": WRITTEN,
};

const STEPS: { readonly [Type in PackStep["type"]]: string } = {
  "heads-absent": "逐案分析未出庭原因，对理由不成立的督促整改。",
  "absent-again-and-again": "对多次未出庭的单位开展约谈，结果在联席会议上通报。",
  "sources-differ": "双方指定专人，限期核对不一致的记载，统一统计口径。",
  "attendance-unknown": "请法院在庭审笔录和台账中写明出庭人员姓名、职务。",
  late: "督促行政机关按期报告、备案，逾期情况纳入年度考核。",
  "go-on": "保持负责人出庭应诉工作力度，继续做好庭前沟通和庭后备案。",
  "as-written": WRITTEN[1],
};

const open = {
  agency: "沂南县公安局",
  shortcoming: "未按时备案",
  due: civilDate("2026-12-20"),
} as const;
const CORRECTIONS: readonly (readonly [OpenCorrection, string])[] = [
  [
    { type: "open", ...open, state: "awaiting-answer" },
    "沂南县公安局：未按时备案（待答复，答复时限2026年12月20日）",
  ],
  [
    { type: "open", ...open, state: "answered" },
    "沂南县公安局：未按时备案（已答复，待审核，答复时限2026年12月20日）",
  ],
  [
    { type: "open", ...open, state: "returned" },
    "沂南县公安局：未按时备案（已退回，答复时限2026年12月20日）",
  ],
  [{ type: "as-written", text: WRITTEN[1] }, WRITTEN[1]],
];

const INTERVIEWS: Each<InterviewReason> = {
  "low-rate": [
    { type: "low-rate", heard: 5, present: 3, rate: "60.00%", belowPercent: 90 },
    "开庭5个单位次，负责人出庭3个单位次，单位出庭率60.00%，低于90%。",
  ],
  "low-enterprise-rate": [
    { type: "low-enterprise-rate", heard: 3, present: 2, rate: "66.67%", belowPercent: 95 },
    "涉企案件开庭3个单位次，负责人出庭2个单位次，单位出庭率66.67%，低于95%。",
  ],
  "repeated-absence": [
    { type: "repeated-absence", cases: [FIRST, SECOND] },
    "负责人2次未出庭且理由未经法院认可：（2026）鲁1302行初1号、（2026）鲁1302行初2号。",
  ],
  "high-loss-rate": [
    {
      type: "high-loss-rate",
      closed: 5,
      lost: 2,
      rate: "40.00%",
      abovePercent: 8,
      cases: [FIRST, SECOND],
    },
    "一审审结5件，败诉2件，败诉率40.00%，高于8%：（2026）鲁1302行初1号、（2026）鲁1302行初2号。",
  ],
  events: [
    {
      type: "events",
      trigger: "lateReports",
      events: [{ caseNumber: FIRST, on: civilDate("2026-09-20") }, { caseNumber: SECOND }],
    },
    "三日报告逾期或者未报2次：（2026）鲁1302行初1号（2026年9月20日）、（2026）鲁1302行初2号。",
  ],
  "as-written": WRITTEN,
};

describe("the joint meeting's material", () => {
  it.each(Object.values(FIGURES))("has a figure %j: %s", (figure, words) =>
    expect(packFigureWords(figure)).toBe(words),
  );

  it.each(Object.values(REASONS))("has a case because of %j: %s", (reason, words) =>
    expect(typicalCaseWords({ caseNumber: FIRST, agency: "沂南县公安局", why: [reason] })).toBe(
      `（2026）鲁1302行初1号，沂南县公安局：${words}`,
    ),
  );

  it("gives all that makes a case typical, one sentence after the other", () => {
    const why = [{ type: "enterprise-without-head" }, { type: "lost-without-head" }] as const;
    expect(typicalCaseWords({ caseNumber: FIRST, agency: "沂南县公安局", why })).toBe(
      "（2026）鲁1302行初1号，沂南县公安局：涉企案件，负责人未出庭。负责人未出庭，行政机关败诉。",
    );
  });

  it.each(Object.values(PROBLEMS))("has a problem %j: %s", (problem, words) =>
    expect(packProblemWords(problem)).toBe(words),
  );

  it.each(Object.entries(STEPS))("has a step about %s: %s", (type, words) =>
    expect(packStepWords(type === "as-written" ? WRITTEN[0] : ({ type } as PackStep))).toBe(words),
  );

  it.each(CORRECTIONS)("has a correction that waits: %o", (correction, words) =>
    expect(openCorrectionWords(correction)).toBe(words),
  );
});

describe("an interview", () => {
  it.each(Object.values(INTERVIEWS))("is proposed for %j: %s", (reason, words) =>
    expect(interviewReasonWords(reason)).toBe(words),
  );
});
