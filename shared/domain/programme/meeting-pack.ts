/**
 * The pack for the half-yearly joint meeting (联席会议材料): the state of appearances, typical cases, problems, open
 * proposals for correction, next steps. Made by rule from a period's figures; a person confirms the cases and the steps.
 */

import type { CaseNumber } from "../court/case-number.ts";
import type { PackContents, TypicalCase } from "../notices/pack-contents.ts";
import type { Policy } from "../policy.ts";
import type { Timeliness } from "../statistics/assessment.ts";
import type { BulletinStatistics } from "../statistics/figures.ts";
import { attendance } from "../statistics/ranking.ts";
import { percent } from "../statistics/rate.ts";
import type { StatisticsRow } from "../statistics/statistics-row.ts";
import { type Correction, correctionState } from "./entry.ts";

export interface PackSources {
  readonly figures: BulletinStatistics;
  /** The period's rows, one per (case, agency). */
  readonly rows: readonly StatisticsRow[];
  readonly timeliness: ReadonlyMap<string, Timeliness>;
  readonly corrections: readonly Correction[];
}

/** The same sources give the same pack, in whatever order they come. */
export function packContents(sources: PackSources, policy: Policy["meetingPack"]): PackContents {
  const problems = problemsOf(sources);
  return {
    state: stateOf(sources.figures),
    counties: sources.figures.byJurisdiction.map(({ jurisdiction, heard, present }) => ({
      name: jurisdiction,
      heard,
      present,
      rate: percent({ part: present, whole: heard }),
    })),
    cases: typicalCases(sources, policy.cases),
    problems: problems.map(({ text }) => text),
    corrections: sources.corrections
      .filter((one) => !["accepted", "withdrawn"].includes(correctionState(one)))
      .toSorted((one, other) => (one.due < other.due ? -1 : 1))
      .map(
        ({ to, shortcoming, due, ...rest }) =>
          `${to.name}：${shortcoming}（${STATES[correctionState({ to, shortcoming, due, ...rest })] ?? ""}，答复时限${due}）`,
      ),
    next:
      problems.length === 0
        ? ["保持负责人出庭应诉工作力度，继续做好庭前沟通和庭后备案。"]
        : problems.map(({ next }) => next),
  };
}

const STATES: Readonly<Record<string, string>> = {
  "awaiting-answer": "待答复",
  answered: "已答复，待审核",
  returned: "已退回",
};

function stateOf(figures: BulletinStatistics): readonly string[] {
  const { total, first, second, enterprise, principals, speech, defeat, resolution } = figures;
  const told = ({ heard, present }: { heard: number; present: number }) =>
    `${heard}件，负责人出庭${present}件，出庭率${percent({ part: present, whole: heard })}`;
  return [
    `开庭审理行政案件${told(total)}。`,
    `其中一审${told(first)}；二审${told(second)}。`,
    `涉企行政案件${told(enterprise)}。`,
    `正职负责人出庭${principals}件，正职出庭率${percent({ part: principals, whole: total.heard })}。`,
    ...(speech.heard > 0
      ? [
          `有出声记录的${speech.heard}件中出声${speech.spoke}件，出声率${percent({ part: speech.spoke, whole: speech.heard })}。`,
        ]
      : []),
    ...(defeat.closed > 0
      ? [
          `一审审结${defeat.closed}件，行政机关败诉${defeat.lost}件，败诉率${percent({ part: defeat.lost, whole: defeat.closed })}。`,
        ]
      : []),
    ...(resolution.mediated > 0
      ? [
          `进入调解${resolution.mediated}件，和解撤诉${resolution.settledAfterMediation}件，化解率${percent({ part: resolution.settledAfterMediation, whole: resolution.mediated })}。`,
        ]
      : []),
  ];
}

/** By rule, the more instructive first; a case stands once, with all that makes it so. */
function typicalCases({ figures, rows }: PackSources, most: number): readonly TypicalCase[] {
  const proposed: TypicalCase[] = [
    ...figures.possibleSuggestions.map(({ caseNumber, agency, triggers }) => ({
      caseNumber,
      agency,
      why: `可能涉及司法建议情形（${triggers.length}项），宜研究改进。`,
    })),
    ...pick(rows, (row) => row.present === false && row.enterprise === true, "涉企案件，负责人未出庭。"),
    ...pick(rows, (row) => row.present === false && row.outcome === "lost", "负责人未出庭，行政机关败诉。"),
    ...pick(
      rows,
      (row) => row.present === true && row.rank === "principal" && row.outcome === "settled-withdrawn",
      "正职负责人出庭，争议实质性化解，可作示范。",
    ),
    ...pick(
      rows,
      (row) => row.present === true && row.rank === "principal" && row.spoke === true,
      "正职负责人出庭出声，可作示范。",
    ),
  ];
  const byCase = new Map<CaseNumber, TypicalCase>();
  for (const one of proposed) {
    const known = byCase.get(one.caseNumber);
    byCase.set(one.caseNumber, known === undefined ? one : { ...known, why: `${known.why}${one.why}` });
  }
  return [...byCase.values()].slice(0, most);
}

function pick(
  rows: readonly StatisticsRow[],
  wanted: (row: StatisticsRow) => boolean,
  why: string,
): readonly TypicalCase[] {
  return rows
    .filter((row) => row.heard === true && wanted(row))
    .map(({ caseNumber, agency }) => ({ caseNumber, agency, why }))
    .toSorted((one, other) =>
      `${one.caseNumber} ${one.agency}` < `${other.caseNumber} ${other.agency}` ? -1 : 1,
    );
}

/** A problem and what to do about it. */
interface ProblemFound {
  readonly text: string;
  readonly next: string;
}

function problemsOf({ figures, timeliness }: PackSources): readonly ProblemFound[] {
  const { total, differences, unknown, absences } = figures;
  const late = (key: keyof Timeliness) =>
    [...timeliness.values()].reduce((sum, one) => sum + one[key].due - one[key].inTime, 0);
  const lateReports = late("reports");
  const lateFilings = late("filings");
  const often = [...Map.groupBy(absences, ({ agency }) => agency)]
    .filter(([, all]) => all.length >= 2)
    .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return [
    ...(total.absent > 0
      ? [
          {
            text: `负责人未出庭${total.absent}件，出庭率${percent(attendance(total))}，尚未实现应出尽出。`,
            next: "逐案分析未出庭原因，对理由不成立的督促整改。",
          },
        ]
      : []),
    ...(often.length > 0
      ? [
          {
            text: `多次未出庭的单位：${often.map(([agency, all]) => `${agency}（${all.length}次）`).join("、")}。`,
            next: "对多次未出庭的单位开展约谈，结果在联席会议上通报。",
          },
        ]
      : []),
    ...(differences.length > 0
      ? [
          {
            text: `法院记载与行政机关备案不一致、尚未核对清楚的${differences.length}件。`,
            next: "双方指定专人，限期核对不一致的记载，统一统计口径。",
          },
        ]
      : []),
    ...(unknown.attendance.length > 0
      ? [
          {
            text: `已开庭但出庭情况不明的${unknown.attendance.length}件。`,
            next: "请法院在庭审笔录和台账中写明出庭人员姓名、职务。",
          },
        ]
      : []),
    ...(lateReports + lateFilings > 0
      ? [
          {
            text: `三日报告逾期${lateReports}件，二日备案逾期${lateFilings}件。`,
            next: "督促行政机关按期报告、备案，逾期情况纳入年度考核。",
          },
        ]
      : []),
  ];
}
