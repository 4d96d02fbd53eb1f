/** The yearly assessment (年度考核) as files: a workbook with every line, and the paper that is circulated. */

import { type AssessedUnit, points, type YearlyAssessment } from "../../domain/assessment/assess.ts";
import type { ScoreChange } from "../../domain/notices/assessment.ts";
import { bureauName } from "../../domain/organisations/district.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { INDICATORS } from "../../domain/unit-events/score-model.ts";
import { shownEvent } from "../../domain/unit-events/unit-event.ts";
import { printedDate } from "../frame/dates.ts";
import { docxBytes } from "../office/docx.ts";
import { heading, type OfficialDocument, paragraph, type Table } from "../office/official-document.ts";
import { type Sheet, type SheetCell, xlsxBytes } from "../office/workbook.ts";
import { caseListName, indicatorName, lineReason, scoreChangeWords } from "../wording/assessment-wording.ts";
import { eventsWords, unitEventName } from "../wording/unit-event-wording.ts";

const NAMES = INDICATORS.map((indicator) => [indicator, indicatorName(indicator)] as const);

/** 扣分、加分 and 等次 have columns where there are any. */
function hasEvents(units: readonly AssessedUnit[]): boolean {
  return units.some(({ eventLines, vetoes }) => eventLines.length + vetoes.length > 0);
}

function hasGrades(units: readonly AssessedUnit[]): boolean {
  return units.some(({ grade }) => grade !== undefined);
}

/** 得分表 and 计算依据, of counties and of agencies. */
export function assessmentWorkbook({ year, counties, agencies }: YearlyAssessment): Promise<Uint8Array> {
  const sheets = (
    [
      ["县区", counties],
      ["行政机关", agencies],
    ] as const
  ).flatMap(([name, units]) => [scores(name, units), reasons(name, units)]);
  return xlsxBytes(sheets, `${year}年行政应诉考核`);
}

function scores(name: string, units: readonly AssessedUnit[]): Sheet {
  return {
    name: `${name}得分`,
    columns: [
      { title: "名次", width: 8 },
      { title: "单位", width: 34 },
      { title: "总分", width: 10 },
      ...NAMES.map(([, title]) => ({ title, width: 14 })),
      ...(hasEvents(units) ? [{ title: "扣分加分", width: 12 }] : []),
      ...(hasGrades(units) ? [{ title: "等次", width: 10 }] : []),
    ],
    rows: units.map(({ rank, name: unit, score, lines, ofEvents, grade }) => [
      rank,
      unit,
      asPoints(score),
      ...NAMES.map(([indicator]) => asPoints(lines.find((line) => line.indicator === indicator)?.score)),
      ...(hasEvents(units) ? [asPoints(ofEvents)] : []),
      ...(hasGrades(units) ? [grade ?? "—"] : []),
    ]),
  };
}

/** A number where there is one; "—" where the indicator doesn't apply. */
function asPoints(score: number | undefined): SheetCell {
  return score === undefined ? "—" : { hundredths: score };
}

function reasons(name: string, units: readonly AssessedUnit[]): Sheet {
  return {
    name: `${name}计算依据`,
    columns: [
      { title: "单位", width: 34 },
      { title: "指标", width: 14 },
      { title: "权重", width: 8 },
      { title: "得分", width: 10 },
      { title: "计算依据", width: 80 },
      { title: "案件", width: 80 },
    ],
    rows: units.flatMap(({ name: unit, lines, eventLines, vetoes }) => [
      ...lines.map((line) => [
        unit,
        indicatorName(line.indicator),
        line.weight,
        asPoints(line.score),
        lineReason(line),
        line.cases.length === 0 ? "" : `${caseListName(line.indicator)}：${line.cases.join("、")}`,
      ]),
      ...eventLines.map(({ event, points: each, score, capped, events }) => [
        unit,
        unitEventName(event),
        asPoints(each),
        asPoints(score),
        `${events.length}次${capped ? "，已到本项上限" : ""}。`,
        eventsWords(events.map(shownEvent)),
      ]),
      ...vetoes.map(({ event, score, events }) => [
        unit,
        "一票否决",
        undefined,
        asPoints(score),
        `${unitEventName(event)}${events.length}次，总分不超过${points(score)}分。`,
        eventsWords(events.map(shownEvent)),
      ]),
    ]),
  };
}

export interface AssessmentPaper {
  readonly assessment: YearlyAssessment;
  /** The city. */
  readonly place: string;
  readonly draft: boolean;
  readonly date: CivilDate;
  readonly objectUntil: CivilDate;
  /** Units whose score is another than in the draft. */
  readonly changed: readonly ScoreChange[];
}

/** The paper as an official document. */
function assessmentPaper(paper: AssessmentPaper): OfficialDocument {
  const { assessment, place, draft, date, objectUntil, changed } = paper;
  const { year, counties, agencies } = assessment;
  return {
    title: `${place}${year}年度行政应诉工作考核${draft ? "情况" : "结果"}`,
    ...(draft && { status: "征求意见稿" }),
    addressee: "各县区人民政府，市政府各部门",
    body: [
      paragraph(
        `现将${year}年度行政应诉工作考核${draft ? "情况印发征求意见" : "结果予以通报"}。考核按负责人出庭、正职出庭、出庭出声、三日报告、二日备案和争议化解计分，件数按每案每一被诉行政机关计算（单位次），县区为所辖机关之和；涉企案件加重计算；没有相应案件的项目不计权重，情况不明的案件不计入。${hasEvents([...counties, ...agencies]) ? "另按规定的事项扣分、加分，逐项列明案件。" : ""}`,
      ),
      heading(1, "县区考核情况"),
      table("县区得分", counties),
      heading(1, "行政机关考核情况"),
      table("行政机关得分", agencies),
      ...(draft
        ? [
            heading(1, "异议"),
            paragraph(
              `对本单位得分有异议的，请于${printedDate(objectUntil)}前通过邮件中的链接提出，写明案号和依据；逾期未提出的，视为无异议。`,
            ),
          ]
        : [
            heading(1, "与征求意见稿相比的变化"),
            ...(changed.length === 0
              ? [paragraph("没有变化。")]
              : changed.map((one) => paragraph(scoreChangeWords(one)))),
          ]),
    ],
    attachments: ["逐项得分和计算依据（XLSX）"],
    signature: { by: bureauName(place), date: printedDate(date) },
  };
}

function table(caption: string, units: readonly AssessedUnit[]): Table {
  return {
    type: "table",
    caption,
    columns: [
      { title: "名次", width: 8, align: "center" },
      { title: "单位", width: 30 },
      { title: "总分", width: 13, align: "right" },
      ...NAMES.map(([, title]) => ({ title, width: 12, align: "right" as const })),
      ...(hasEvents(units) ? [{ title: "扣分加分", width: 12, align: "right" as const }] : []),
      ...(hasGrades(units) ? [{ title: "等次", width: 10, align: "center" as const }] : []),
    ],
    rows: units.map(({ rank, name, score, lines, ofEvents, grade }) => [
      rank === undefined ? "—" : String(rank),
      name,
      points(score),
      ...NAMES.map(([indicator]) => points(lines.find((line) => line.indicator === indicator)?.score)),
      ...(hasEvents(units) ? [points(ofEvents)] : []),
      ...(hasGrades(units) ? [grade ?? "—"] : []),
    ]),
    note: "“—”表示没有相应案件，不计权重。",
  };
}

export function assessmentDocx(paper: AssessmentPaper): Promise<Uint8Array> {
  return docxBytes(assessmentPaper(paper));
}
