/** 败诉案件报告: the report on a lost case as a form, to be signed inside the agency; what counts is what is handed in at the desk. */
import { LOSS_CAUSES, LOSS_KINDS, type LossKind, type LossReport } from "../../domain/loss/loss-report.ts";
import type { Deadline } from "../../domain/time/deadline.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { printedDate, printedMoment } from "../frame/dates.ts";
import type { OfficialDocument } from "../office/official-document.ts";
import { causeExplained, lossKindName } from "../registers/loss-wording.ts";
import { lastDay } from "../wording/deadline-wording.ts";
import { type AgencyPaper, boxes, FOUR_COLUMNS, linesOf, signedRow, two, wide } from "./agency-paper.ts";

export interface LossReportPaper extends AgencyPaper {
  /** The bureau it goes to. */
  readonly bureau?: string;
  /** 裁判日期, 生效日期. */
  readonly lostOn?: CivilDate;
  readonly effectiveOn?: CivilDate;
  readonly due?: Deadline;
  readonly report?: LossReport;
}

/** Kinds as they stand on lines. */
const KIND_LINES: readonly (readonly LossKind[])[] = [
  LOSS_KINDS.slice(0, 2),
  LOSS_KINDS.slice(2, 4),
  LOSS_KINDS.slice(4),
];

/** The form, filled in as far as was reported. */
export function lossReportPaper(paper: LossReportPaper): OfficialDocument {
  const { case: of, respondent, bureau, lostOn, effectiveOn, due, report } = paper;
  const { verdict } = report ?? {};
  const judged =
    verdict === undefined ? "" : `${verdict.accepted ? "认可。" : "退回。"}${verdict.text}（${verdict.by}）`;
  return {
    title: "败诉案件报告表",
    body: [
      {
        type: "form",
        widths: FOUR_COLUMNS,
        small: true,
        rows: [
          two(["报告单位", respondent], ["报送", bureau ?? ""]),
          two(["案号", of.caseNumber], ["案由", of.cause ?? ""]),
          two(["原告", of.plaintiffs.join("、")], ["审理法院", of.court]),
          two(
            ["裁判日期", lostOn === undefined ? "" : printedDate(lostOn)],
            ["生效日期", effectiveOn === undefined ? "" : printedDate(effectiveOn)],
          ),
          wide("报告时限", due === undefined ? "" : lastDay(due)),
          wide(
            "败诉类型",
            KIND_LINES.map((line) =>
              boxes(
                line.map((kind) => [kind, lossKindName(kind)] as const),
                report?.kind,
              ),
            ),
          ),
          wide(
            "败诉原因",
            LOSS_CAUSES.map(
              (cause) => `${report?.causes.includes(cause) === true ? "☑" : "□"}${causeExplained(cause)}`,
            ),
          ),
          wide("原因说明", linesOf(report?.explanation), 14),
          wide("责任岗位", report?.responsible ?? ""),
          wide("整改措施", linesOf(report?.mending), 14),
          two(
            ["整改时限", report === undefined ? "" : printedDate(report.mendBy)],
            ["裁判履行", "□已履行　□未履行"],
          ),
          wide("填报", report === undefined ? "" : `${report.by}，${printedMoment(report.at)}`),
          two(["承办人", ""], ["联系电话", ""]),
          signedRow("主要负责人", "", 9, ["签字（盖章）：＿＿＿＿＿＿　　　　年　　月　　日"]),
          signedRow("司法局审核", judged, 9),
        ],
      },
    ],
  };
}
