/** After a judgment: 上诉（服判）审批表, by which an agency decides whether it appeals, and 履行生效裁判情况报告, by which it says what it has done. */
import type { AppealChoice, Performance } from "../../domain/judgment/judgment-matter.ts";
import type { OrderedAct, RulingForm } from "../../domain/judgment/ordered-act.ts";
import type { Deadline } from "../../domain/time/deadline.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { printedDate, printedMoment } from "../frame/dates.ts";
import { heading, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { lastDay } from "../wording/deadline-wording.ts";
import { actWords, choiceName, rulingName } from "../wording/judgment/judgment-wording.ts";
import {
  type AgencyPaper,
  blank,
  blankLines,
  boxes,
  caseNamed,
  FOUR_COLUMNS,
  linesOf,
  sealed,
  signedRow,
  two,
  wide,
} from "./agency-paper.ts";

/** What both say of the judgment. */
interface Judged extends AgencyPaper {
  readonly form: RulingForm;
  readonly issuedOn?: CivilDate;
  /** What it orders of this agency; as it was read, where nobody has confirmed it. */
  readonly acts: readonly OrderedAct[];
}

export interface AppealPaper extends Judged {
  /** 送达. */
  readonly servedOn?: CivilDate;
  /** The last day to appeal, and the day by which the agency is to have decided. */
  readonly until?: Deadline;
  readonly decideBy?: Deadline;
  /** 裁判结果. */
  readonly outcome?: string;
  readonly choice?: AppealChoice;
}

const CHOICES = ["appeal", "accept"] as const;

/** 上诉（服判）审批表, filled in as far as was decided. */
export function appealPaper(paper: AppealPaper): OfficialDocument {
  const {
    case: of,
    respondent,
    form,
    issuedOn,
    acts,
    servedOn,
    until,
    decideBy,
    outcome = "",
    choice,
  } = paper;
  const { approval } = choice ?? {};
  const day = (date: CivilDate | undefined) => (date === undefined ? "" : printedDate(date));
  return {
    title: "上诉（服判）审批表",
    body: [
      {
        type: "form",
        widths: FOUR_COLUMNS,
        rows: [
          two(["单位", respondent], ["案号", of.caseNumber]),
          two(["原告", of.plaintiffs.join("、")], ["案由", of.cause ?? ""]),
          two(["审理法院", of.court], ["裁判文书", `${rulingName(form)}　${day(issuedOn)}`.trim()]),
          wide("裁判结果", outcome),
          wide(
            "履行事项",
            acts.map((act) => `${act.item}. ${actWords(act)}`),
          ),
          two(
            ["送达日期", day(servedOn)],
            ["决定时限", decideBy === undefined ? "" : printedDate(decideBy.due)],
          ),
          wide("上诉截止", until === undefined ? "" : lastDay(until)),
          wide(
            "拟定意见",
            boxes(
              CHOICES.map((one) => [one, choiceName(one)] as const),
              choice?.choice,
            ),
          ),
          wide("理由", linesOf(choice?.reason), 24),
          two(["承办人", ""], ["联系电话", ""]),
          signedRow("法制机构", "", 10),
          signedRow("负责人审批", choice?.leader ?? "", 12),
          signedRow(
            "上级审批",
            approval === undefined ? "" : `${approval.approved ? "同意。" : "退回。"}${approval.text}`,
            12,
            approval === undefined ? undefined : [`${approval.by}　${printedMoment(approval.at)}`],
          ),
        ],
      },
    ],
  };
}

export interface PerformancePaper extends Judged {
  readonly bureau?: string;
  readonly effectiveOn?: CivilDate;
  /** What was done of each act, and by when it should have been. */
  readonly performed: readonly {
    readonly item: number;
    readonly done?: Performance;
    readonly due?: CivilDate;
  }[];
  /** Names of the proofs. */
  readonly proofs: readonly string[];
}

/** 履行生效裁判情况报告, item by item; why something isn't done is written by hand. */
export function performancePaper(paper: PerformancePaper): OfficialDocument {
  const { case: of, respondent, bureau, form, issuedOn, effectiveOn, acts, performed, proofs } = paper;
  const given = issuedOn === undefined ? "" : `${printedDate(issuedOn)}作出的`;
  return {
    title: "履行生效裁判情况报告",
    addressee: bureau ?? blank(10),
    body: [
      paragraph(
        `${of.court}就${caseNamed(of)}${given}${rulingName(form)}，自${effectiveOn === undefined ? `${blank(3)}年${blank(1)}月${blank(1)}日` : printedDate(effectiveOn)}起生效。现将履行情况报告如下。`,
      ),
      heading(1, "履行情况"),
      {
        type: "table",
        caption: "裁判确定的义务和履行情况",
        columns: [
          { title: "序号", width: 8, align: "center" },
          { title: "履行事项", width: 38 },
          { title: "应履行日期", width: 18 },
          { title: "履行日期", width: 18 },
          { title: "履行情况", width: 30 },
        ],
        rows:
          acts.length === 0
            ? [["1", "", "", "", ""]]
            : acts.map((act) => {
                const { done, due } = performed.find(({ item }) => item === act.item) ?? {};
                return [
                  String(act.item),
                  actWords(act),
                  due === undefined ? "" : printedDate(due),
                  done === undefined ? "" : printedDate(done.on),
                  done?.what ?? "",
                ];
              }),
      },
      heading(1, "未履行或者未按期履行的原因和下一步安排"),
      ...blankLines(1),
    ],
    attachments: proofs.length === 0 ? ["履行证明材料"] : proofs,
    signature: sealed(respondent),
  };
}
