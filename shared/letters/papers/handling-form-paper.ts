/** 案件办理单 on paper: to be passed round and signed inside the house; what counts is what was submitted at the desk. */
import type { DesignationStage, OfficeOpinion } from "../../domain/case-file/designation-stage.ts";
import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { HandlingDetails, HandlingKey } from "../../domain/handling/handling-details.ts";
import type { CaseSummary } from "../../domain/notices/frame/shown.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { Instant } from "../../domain/time/time.ts";
import { printedMoment } from "../frame/dates.ts";
import { type FormRow, filled, label, type OfficialDocument } from "../office/official-document.ts";
import { hearingLine } from "../wording/case-wording.ts";
import { documentName } from "../wording/document-wording.ts";
import { personLine } from "../wording/report-wording.ts";
import { linesOf } from "./agency-paper.ts";
import { instanceName } from "./handling-wording.ts";

/** What the form says so far; what is missing is left to be written by hand. */
export interface HandlingFormPaper {
  readonly case: CaseSummary;
  /** The government that is sued. */
  readonly respondent: string;
  readonly stage: DesignationStage;
  readonly hearing?: HearingDetails;
  readonly paper?: {
    readonly kind: Extract<NoticeContent, { kind: "case-handling-form" }>["documentKind"];
    readonly receivedAt: Instant;
  };
  /** The further fields, as submitted or as the case knows them. */
  readonly details?: HandlingDetails;
  readonly form?: {
    readonly summary: string;
    readonly proposal: string;
    readonly agency: string;
    readonly by: string;
    /** The government's office states an opinion before its leader decides. */
    readonly twoStep?: true;
    readonly opinion?: Pick<OfficeOpinion, "text" | "head" | "by" | "at">;
  };
  readonly answer?: {
    readonly approved: boolean;
    readonly text: string;
    readonly by: string;
    readonly at: Instant;
  };
}

const SIGNED = ["签字：＿＿＿＿＿＿　　　　年　　月　　日"] as const;
const WIDTHS = [4, 6, 4, 6] as const;
const LINE = 7;

function wide(name: string, text: string | readonly string[]): FormRow {
  return { cells: [label(name), filled(text, 3)], height: LINE };
}

type Pair = readonly [name: string, text: string | readonly string[]];

function two([name, text]: Pair, [other, otherText]: Pair): FormRow {
  return { cells: [label(name), filled(text), label(other), filled(otherText)], height: LINE };
}

function signed(
  name: string,
  text: string | undefined,
  height: number,
  foot: readonly string[] = SIGNED,
): FormRow {
  return { cells: [label(name), { text: text ? linesOf(text) : [], span: 3, foot }], height };
}

/** The form as an official paper. */
export function handlingFormPaper(paper: HandlingFormPaper): OfficialDocument {
  const { case: of, respondent, stage, hearing, form, answer, details = {} } = paper;
  const said = (key: HandlingKey) => details[key] ?? "";
  const received = paper.paper;
  const { opinion } = form ?? {};
  const rows: readonly FormRow[] = [
    two(
      ["文号", said("number")],
      ["缓急、密级", [said("urgency"), said("secrecy")].filter(Boolean).join("，")],
    ),
    two(["案号", of.caseNumber], ["审级", instanceName(of)]),
    two(
      [
        "收件",
        received === undefined ? "" : [documentName(received.kind), printedMoment(received.receivedAt)],
      ],
      ["答辩截止", said("defenceDue")],
    ),
    two(["原告", of.plaintiffs.join("、")], ["原告类别", said("plaintiffKind")]),
    two(["被告", of.respondents.join("、")], ["案由", of.cause ?? ""]),
    wide("被诉行为", said("actTitle")),
    two(["文号", said("actNumber")], ["日期", said("actDate")]),
    wide("诉讼请求", linesOf(said("claims"))),
    two(["经复议", said("review")], ["赔偿等", said("asked")]),
    wide("开庭", hearing === undefined ? `${of.court}，时间待定` : hearingLine(of, hearing)),
    two(
      ["法官、书记员", [said("judge"), said("clerk")].filter(Boolean).join("、")],
      ["法院电话", said("courtPhone")],
    ),
    signed(stage === "appeal" ? "案情摘要（上诉）" : "案情摘要", form?.summary, 10, []),
    signed("应诉建议", form?.proposal, 12, form === undefined ? SIGNED : [`填报：${form.by}`]),
    two(
      ["承办人", [said("handler"), said("handlerPhone")].filter(Boolean).join("，")],
      ["拟出庭负责人", said("head")],
    ),
    wide("拟指派单位", form?.agency ?? ""),
    signed("司法局审核", details.opinion, 10, details.reviewer === undefined ? SIGNED : [details.reviewer]),
    ...(form?.twoStep === true || opinion !== undefined
      ? [
          signed(
            "办公室拟办",
            opinion && `拟由${personLine(opinion.head)}出庭。${opinion.text}`,
            10,
            opinion === undefined ? SIGNED : [`${opinion.by}　${printedMoment(opinion.at)}`],
          ),
        ]
      : []),
    signed(
      "政府领导审批",
      answer && `${answer.approved ? "同意。" : "退回。"}${answer.text}`,
      10,
      answer === undefined ? SIGNED : [`${answer.by}　${printedMoment(answer.at)}`],
    ),
    wide(
      "注意",
      `${respondent}的正职、副职和其他参与分管的负责人出庭，方为负责人出庭；被指派单位的人员（包括其局长、主任）是相应的工作人员（法释〔2020〕3号第二条、行诉解释第一百三十条）。`,
    ),
  ];
  return {
    title: "行政应诉案件办理单",
    body: [{ type: "form", widths: WIDTHS, small: true, rows }],
  };
}
