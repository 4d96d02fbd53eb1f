/** 三日报告表: the report as a form, to be signed inside the agency; what counts is what is handed in at the desk. */
import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { CaseReport } from "../../domain/case-file/report.ts";
import type { Deadline } from "../../domain/time/deadline.ts";
import { printedMoment } from "../frame/dates.ts";
import type { OfficialDocument } from "../office/official-document.ts";
import { hearingLine } from "../wording/case-wording.ts";
import { lastDay } from "../wording/deadline-wording.ts";
import { rankName } from "../wording/head-wording.ts";
import { jointLine } from "../wording/joint-wording.ts";
import { groundName, personLine } from "../wording/report-wording.ts";
import {
  type AgencyPaper,
  blank,
  boxes,
  FOUR_COLUMNS,
  linesOf,
  signedRow,
  two,
  wide,
} from "./agency-paper.ts";

/** What an agency looks at in its own act before it answers for it: 职权, 事实 …, two on a line. */
const CHECKED = [
  ["职权", "事实"],
  ["依据", "程序"],
] as const;

const SETTLEMENT = [
  ["yes", "有"],
  ["no", "没有"],
] as const;

export interface ReportPaper extends AgencyPaper {
  readonly hearing?: HearingDetails;
  /** The bureau it goes to. */
  readonly bureau?: string;
  readonly due?: Deadline;
  readonly report?: CaseReport;
}

/** The form, filled in as far as was reported. */
export function reportPaper({
  case: of,
  respondent,
  hearing,
  bureau,
  due,
  report,
}: ReportPaper): OfficialDocument {
  const head = report?.head;
  const [own, absent] = [
    head?.appears === true ? head : undefined,
    head?.appears === false ? head : undefined,
  ];
  const joint = head?.joint;
  const remarks = [
    ...(report?.returned === undefined ? [] : [`退回：${report.returned.text}（${report.returned.by}）`]),
    ...(report?.supervision ?? []).map(({ text, by }) => `${text}（${by}）`),
  ];
  return {
    title: "行政应诉案件三日报告表",
    body: [
      {
        type: "form",
        widths: FOUR_COLUMNS,
        rows: [
          two(["报告单位", respondent], ["报送", bureau ?? ""]),
          two(["案号", of.caseNumber], ["案由", of.cause ?? ""]),
          two(["原告", of.plaintiffs.join("、")], ["被告", of.respondents.join("、")]),
          wide("开庭", hearing === undefined ? "" : hearingLine(of, hearing)),
          wide("报告时限", due === undefined ? "" : lastDay(due)),
          wide("应诉意见", linesOf(report?.proposal), 12),
          wide("自查情况", [
            ...CHECKED.map((heads) => heads.map((head) => `${head}□无问题□有问题`).join("　")),
          ]),
          wide("化解意向", `${boxes(SETTLEMENT, undefined)}　方案：${blank(8)}`),
          wide(
            "负责人出庭",
            boxes(
              [
                ["true", "出庭"],
                ["false", "不能出庭"],
                ["co-respondent", "由其他被告负责人出庭"],
              ],
              head === undefined ? undefined : (String(head.appears) as `${typeof head.appears}`),
            ),
          ),
          two(
            ["出庭负责人", own === undefined ? "" : `${own.name}（${rankName(own.rank)}）`],
            ["职务", own?.title ?? ""],
          ),
          wide(
            "不出庭理由",
            absent === undefined ? "" : [`${groundName(absent.ground)}。`, ...linesOf(absent.explanation)],
          ),
          ...(of.respondents.length < 2
            ? []
            : [
                wide(
                  "共同被告",
                  joint === undefined ? "" : jointLine({ by: joint.by, respondents: [joint.respondent] }),
                ),
              ]),
          wide("其他人员", (report?.others ?? []).map(personLine)),
          two(["代理律师", ""], ["律师所", ""]),
          wide("填报", report === undefined ? "" : `${report.by}，${printedMoment(report.at)}`),
          two(["承办人", ""], ["联系电话", ""]),
          signedRow("单位意见", "", 9),
          signedRow("司法局意见", remarks, 9),
        ],
      },
    ],
  };
}
