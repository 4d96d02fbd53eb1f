/** 出庭备案表: the filing as a form, to be sealed; what counts is what is handed in at the desk. */
import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { CaseFiling, SittingResult } from "../../domain/case-file/report.ts";
import type { HeadFacts } from "../../domain/case-file/statement.ts";
import type { HeadRank } from "../../domain/court/head.ts";
import { printedMoment } from "../frame/dates.ts";
import type { OfficialDocument } from "../office/official-document.ts";
import { hearingLine } from "../wording/case-wording.ts";
import { rankName } from "../wording/head-wording.ts";
import { jointLine } from "../wording/joint-wording.ts";
import { personLine, resultName } from "../wording/report-wording.ts";
import {
  type AgencyPaper,
  blank,
  boxes,
  FOUR_COLUMNS,
  linesOf,
  signedRow,
  two,
  whether,
  wide,
} from "./agency-paper.ts";

export interface FilingPaper extends AgencyPaper {
  readonly hearing: HearingDetails;
  readonly bureau?: string;
  /** What was filed, or what is known before it is. */
  readonly attendance?: HeadFacts;
  readonly filing?: CaseFiling;
}

const RANKS: readonly HeadRank[] = ["principal", "deputy", "in-charge"];
const RESULTS: readonly SittingResult[] = [
  "judgment-later",
  "judgment-given",
  "withdrawn",
  "mediated",
  "adjourned",
  "other",
];

/** The form, filled in as far as is known. */
export function filingPaper({
  case: of,
  respondent,
  hearing,
  bureau,
  attendance,
  filing,
}: FilingPaper): OfficialDocument {
  const came = attendance?.headAttended;
  const joint = filing?.joint;
  const stayed = filing !== undefined && came === true;
  return {
    title: "行政机关负责人出庭应诉备案表",
    body: [
      {
        type: "form",
        widths: FOUR_COLUMNS,
        rows: [
          two(["备案单位", respondent], ["报送", bureau ?? ""]),
          two(["案号", of.caseNumber], ["案由", of.cause ?? ""]),
          two(["原告", of.plaintiffs.join("、")], ["被告", of.respondents.join("、")]),
          wide("开庭", hearingLine(of, hearing)),
          wide("负责人出庭", whether("出庭", "未出庭", came === "review" ? undefined : came)),
          two(["负责人姓名", attendance?.headName ?? ""], ["职务", attendance?.headTitle ?? ""]),
          wide(
            "职级",
            boxes(
              RANKS.map((rank) => [rank, rankName(rank)] as const),
              attendance?.rank,
            ),
          ),
          wide(
            "身份证明",
            boxes(
              [
                ["in-order", "符合要求"],
                ["mended", "已补正"],
                ["defective", "未补正"],
              ],
              attendance?.identityPapers,
            ),
          ),
          two(
            ["当庭发言", whether("发言", "没有", attendance?.spoke)],
            ["擅自退庭", whether("有", "没有", attendance?.leftEarly ?? (stayed ? false : undefined))],
          ),
          two(
            ["再次通知", whether("是", "否", attendance?.notifiedAgain)],
            ["理由认可", whether("认可", "不认可", attendance?.reasonAccepted)],
          ),
          wide("未出庭理由", linesOf(attendance?.absenceReason)),
          ...(of.respondents.length < 2
            ? []
            : [
                wide(
                  "共同被告",
                  joint === undefined ? "" : jointLine({ by: joint.by, respondents: [joint.respondent] }),
                ),
              ]),
          wide(
            "庭审结果",
            [RESULTS.slice(0, 3), RESULTS.slice(3)].map((some) =>
              boxes(
                some.map((result) => [result, resultName(result)] as const),
                filing?.result,
              ),
            ),
          ),
          wide("工作人员", (filing?.staff ?? []).map(personLine)),
          two(["代理律师", ""], ["旁听人数", ""]),
          wide("发言要点", "就实质性化解争议：□发表意见　□没有。要点："),
          wide("和解意向", linesOf(filing?.settlement)),
          wide(
            "填报",
            `${filing === undefined ? blank(5) : `${filing.by}，${printedMoment(filing.at)}`}　电话${blank(6)}`,
          ),
          signedRow("单位意见", "", 9, ["（盖章）　　　　年　　月　　日"]),
        ],
      },
    ],
  };
}
