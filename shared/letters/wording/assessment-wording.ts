/** How letters, papers and pages speak of the yearly assessment (年度考核): its indicators, and what each score follows from. */

import { points } from "../../domain/assessment/assess.ts";
import type { AssessmentLine } from "../../domain/assessment/score.ts";
import type { ScoreChange } from "../../domain/notices/assessment.ts";
import type {
  CasesShown,
  EventLineShown,
  ScoreLine,
  ScoreLineAsWritten,
  ScoreShown,
  VetoShown,
} from "../../domain/notices/frame/shown.ts";
import type { IndicatorFigures } from "../../domain/statistics/indicators.ts";
import type { Indicator } from "../../domain/unit-events/score-model.ts";
import { eventsWords, unitEventName } from "./unit-event-wording.ts";

/** 负责人出庭 … */
export function indicatorName(indicator: Indicator): string {
  return {
    attendance: "负责人出庭",
    principals: "正职出庭",
    spoke: "出庭出声",
    reports: "三日报告及时",
    filings: "二日备案及时",
    resolution: "争议化解",
  }[indicator];
}

/** A line of a score as it is shown: what of, how much, and why, with its cases. */
interface ShownLine {
  readonly name: string;
  readonly score: string;
  readonly why: string;
}

/** All lines of a score: of its indicators, of what was deducted and added, of vetoes. */
export function scoreLines({
  lines,
  eventLines = [],
  ofEvents,
  vetoes = [],
}: ScoreShown): readonly ShownLine[] {
  const sum =
    ofEvents !== undefined && eventLines.length > 1
      ? [{ name: "扣分、加分合计", score: ofEvents, why: "各项扣分、加分按规定的上限计算后合计。" }]
      : [];
  return [...lines.map(scoreLine), ...eventLines.map(eventLine), ...sum, ...vetoes.map(vetoLine)];
}

/** @internal One line of an indicator. */
export function scoreLine(line: ScoreLine | ScoreLineAsWritten): ShownLine {
  if (line.indicator === "as-written") return line;
  const { indicator, score, weight, figures, cases } = line;
  const why = `${because(figures, weight, score)}${casesWords(indicator, cases)}`;
  return { name: indicatorName(indicator), score, why };
}

function eventLine({ event, count, points: each, score, capped, events }: EventLineShown): ShownLine {
  const most = capped ? "，已到本项上限" : "";
  return {
    name: unitEventName(event),
    score,
    why: `${count}次，每次${each}分${most}：${eventsWords(events)}。`,
  };
}

function vetoLine({ event, count, score, events }: VetoShown): ShownLine {
  return {
    name: "一票否决",
    score: `≤${score}`,
    why: `${unitEventName(event)}${count}次，总分不超过${score}分：${eventsWords(events)}。`,
  };
}

/** By which cases an indicator can be checked; nothing where there are none. */
function casesWords(indicator: Indicator, shown: CasesShown | undefined): string {
  if (shown === undefined || shown.cases.length === 0) return "";
  const { cases, more } = shown;
  return `${caseListName(indicator)}：${cases.join("、")}${more > 0 ? `等${cases.length + more}件` : ""}。`;
}

/** What the cases named beside an indicator are. */
export function caseListName(indicator: Indicator): string {
  return {
    attendance: "负责人未出庭",
    principals: "正职出庭",
    spoke: "出庭未出声",
    reports: "逾期或者未报",
    filings: "逾期或者未报",
    resolution: "未和解撤诉",
  }[indicator];
}

/** Why a line has its score, for the workbook. */
export function lineReason({ figures, weight, score }: AssessmentLine): string {
  return because(figures, weight, points(score));
}

function because(figures: IndicatorFigures, weight: number, score: string): string {
  return `${figuresWords(figures)}${score === "—" ? "无此项，权重不计。" : `权重${weight}，得${score}分。`}`;
}

function figuresWords(figures: IndicatorFigures): string {
  switch (figures.of) {
    case "attendance": {
      const { heard, present, enterpriseHeard, enterprisePresent, times, unknown, rate } = figures;
      const enterprise =
        enterpriseHeard > 0
          ? `，涉企案件${enterpriseHeard}件出庭${enterprisePresent}件（按${times}倍计）`
          : "";
      const open = unknown > 0 ? `另有${unknown}件出庭情况不明，未计。` : "";
      return `一般案件${heard}件出庭${present}件${enterprise}，折算出庭率${rate}。${open}`;
    }
    case "principals":
      return `开庭${figures.heard}件，正职出庭${figures.principals}件。`;
    case "spoke":
      return `出庭${figures.present}件中有出声记录的${figures.speakable}件，出声${figures.spoke}件。`;
    case "reports":
      return `应报告${figures.due}件，按时${figures.inTime}件。`;
    case "filings":
      return `应备案${figures.due}件，按时${figures.inTime}件。`;
    case "resolution":
      return `进入调解${figures.mediated}件，和解撤诉${figures.settled}件。`;
    default:
      return figures satisfies never;
  }
}

/** 沂南县由54.55分变为60.00分。 */
export function scoreChangeWords(change: ScoreChange): string {
  return change.type === "as-written"
    ? change.text
    : `${change.unit}由${change.before}分变为${change.after}分。`;
}
