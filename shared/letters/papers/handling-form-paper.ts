/** 案件办理单 on paper: to be passed round and signed inside the house; what counts is what was submitted at the desk. */
import type { DesignationStage } from "../../domain/case-file/designation-stage.ts";
import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { CaseSummary } from "../../domain/notices/frame/shown.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { Instant } from "../../domain/time/time.ts";
import { printedMoment } from "../frame/dates.ts";
import { type FormRow, filled, label, type OfficialDocument } from "../office/official-document.ts";
import { hearingLine } from "../wording/case-wording.ts";
import { documentName } from "../wording/document-wording.ts";

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
  readonly form?: {
    readonly summary: string;
    readonly proposal: string;
    readonly agency: string;
    readonly by: string;
  };
  readonly answer?: {
    readonly approved: boolean;
    readonly text: string;
    readonly by: string;
    readonly at: Instant;
  };
}

const SIGNED = ["签字：＿＿＿＿＿＿", "年　　月　　日"] as const;

/** The form as an official paper. */
export function handlingFormPaper({
  case: of,
  respondent,
  stage,
  hearing,
  paper,
  form,
  answer,
}: HandlingFormPaper): OfficialDocument {
  const wide = (name: string, text: string): FormRow => ({ cells: [label(name), filled(text, 3)] });
  const written = (
    name: string,
    text: string,
    height: number,
    foot: readonly string[] = SIGNED,
  ): FormRow => ({
    cells: [label(name), { text, span: 3, foot }],
    height,
  });
  return {
    title: "行政应诉案件办理单",
    body: [
      {
        type: "form",
        widths: [3, 5, 3, 5],
        rows: [
          {
            cells: [
              label("案号"),
              filled(of.caseNumber),
              label("收件"),
              filled(paper === undefined ? "" : [documentName(paper.kind), printedMoment(paper.receivedAt)]),
            ],
          },
          { cells: [label("原告"), filled(of.plaintiffs.join("、")), label("案由"), filled(of.cause ?? "")] },
          wide("被告", of.respondents.join("、")),
          wide("开庭", hearing === undefined ? `${of.court}，时间待定` : hearingLine(of, hearing)),
          written(stage === "appeal" ? "案情摘要（上诉）" : "案情摘要", form?.summary ?? "", 18, []),
          written("应诉建议", form?.proposal ?? "", 24, form === undefined ? SIGNED : [`填报：${form.by}`]),
          wide("拟指派单位", form?.agency ?? ""),
          written(
            "审批意见",
            answer === undefined ? "" : `${answer.approved ? "同意。" : "退回。"}${answer.text}`,
            24,
            answer === undefined ? SIGNED : [answer.by, printedMoment(answer.at)],
          ),
          wide(
            "注意",
            `${respondent}的正职、副职和其他参与分管的负责人出庭，方为负责人出庭；被指派单位的人员（包括其局长、主任）是相应的工作人员（法释〔2020〕3号第二条、行诉解释第一百三十条）。`,
          ),
        ],
      },
    ],
  };
}
