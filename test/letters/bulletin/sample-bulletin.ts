/** A month as a city has it: 137 cases of fourteen districts, with absences of every kind, and eleven months before it. */
import { type BulletinEdition, periodFigures } from "../../../shared/domain/statistics/bulletin-edition.ts";
import { rowChanges } from "../../../shared/domain/statistics/row-changes.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { addMonths, civilDate, type Month } from "../../../shared/domain/time/time.ts";
import { AUGUST, aRow } from "../../support/statistics-rows.ts";

const DISTRICTS = [
  "兰山区",
  "罗庄区",
  "河东区",
  "沂南县",
  "郯城县",
  "沂水县",
  "兰陵县",
  "费县",
  "平邑县",
  "莒南县",
  "蒙阴县",
  "临沭县",
  "高新区",
  "市本级",
];
const ORGANS = [
  "人民政府",
  "公安局",
  "自然资源和规划局",
  "人力资源和社会保障局",
  "市场监督管理局",
  "综合行政执法局",
];
const ABSENT: readonly Partial<StatisticsRow>[] = [
  { absenceReason: "参加省厅会议", reasonAccepted: true, withoutHead: "staff" },
  { absenceReason: "突发疾病", withoutHead: "staff" },
  { absenceReason: "无正当理由", reasonAccepted: false, withoutHead: "lawyers" },
  { withoutHead: "nobody" },
  { absenceReason: "因病住院", withoutHead: "staff", conduct: ["put-off"] },
];

/** A month's rows; `absentEvery` sets how many heads stay away. */
function monthOfRows(month: Month, cases: number, absentEvery: number): readonly StatisticsRow[] {
  return Array.from({ length: cases }, (_, index) => {
    const district = DISTRICTS[index % DISTRICTS.length] ?? "";
    const organ = ORGANS[(index * 5) % ORGANS.length] ?? "";
    const place = district === "市本级" ? "临沂市" : district;
    const absent = index % absentEvery === absentEvery - 1;
    return aRow(1000 * Number(month.slice(5)) + index, {
      type: index % 4 === 3 ? "行终" : "行初",
      agency: `${place}${organ}`,
      jurisdiction: district,
      court: index % 4 === 3 ? "临沂市中级人民法院" : `${place === "临沂市" ? "兰山区" : place}人民法院`,
      heardOn: civilDate(`${month}-${String(1 + (index % 28)).padStart(2, "0")}`),
      present: index === 20 ? undefined : !absent,
      rank: absent ? undefined : index % 6 === 0 ? "principal" : "deputy",
      headName: absent || index % 5 === 0 ? undefined : `王${index % 40}`,
      spoke: absent ? undefined : index % 3 === 0 ? true : index % 4 === 3 ? undefined : false,
      enterprise: index % 3 === 0,
      outcome: index % 7 === 0 ? "lost" : index % 5 === 0 ? "settled" : undefined,
      mediated: index % 5 === 0,
      openDifference: index === 31,
      ...(absent && ABSENT[Math.floor(index / absentEvery) % ABSENT.length]),
    });
  });
}

const figures = (month: Month, cases: number, absentEvery: number) =>
  statistics(monthOfRows(month, cases, absentEvery), { month });
const YEAR = Array.from({ length: 12 }, (_, index) => addMonths(AUGUST, index - 11));

export const BULLETIN_ROWS = monthOfRows(AUGUST, 137, 10);
const FIRST_VERSION = [
  ...BULLETIN_ROWS.slice(2),
  { ...(BULLETIN_ROWS[1] as StatisticsRow), present: false, rank: undefined, headName: undefined },
];

/** The second version of August's bulletin. */
export const BULLETIN_EDITION: BulletinEdition = {
  period: periodOf("month", AUGUST),
  jurisdiction: "临沂市",
  issuer: "临沂市司法局",
  issuedOn: civilDate("2026-09-03"),
  version: 2,
  draft: false,
  previous: periodFigures(figures(addMonths(AUGUST, -1), 161, 4)),
  lastYear: periodFigures(figures(addMonths(AUGUST, -12), 120, 6)),
  yearToDate: { ...periodFigures(figures(AUGUST, 1006, 8)), period: periodOf("year-to-date", AUGUST) },
  lastYearToDate: {
    ...periodFigures(figures(addMonths(AUGUST, -12), 940, 5)),
    period: periodOf("year-to-date", addMonths(AUGUST, -12)),
  },
  trend: YEAR.map((month, index) => ({
    month,
    ...(month === AUGUST
      ? statistics(BULLETIN_ROWS, { month })
      : figures(month, index === 4 ? 0 : 90 + 4 * index, 4 + (index % 7))
    ).total,
  })),
  changes: { against: 1, rows: rowChanges(FIRST_VERSION, BULLETIN_ROWS) },
};

const FIELDS = ["public-security", "land", "labour", "demolition", undefined] as const;
const ACTS = ["penalty", "disclosure", "inaction", undefined] as const;
const ENDS = [
  { outcome: "lost", ruling: "annulled", form: "judgment", appealed: true },
  { outcome: "won", ruling: "dismissed", form: "judgment", appealed: false },
  { outcome: "won", ruling: "inadmissible", form: "ruling", appealed: false },
  { outcome: "lost", ruling: "illegal", form: "judgment" },
  { outcome: "settled", ruling: "settled" },
  { outcome: "won" },
  { outcome: "withdrawn", ruling: "deemed-withdrawn" },
  { outcome: undefined, closed: true },
] as const;
const APPEALS = [
  { outcome: "won", ruling: "upheld" },
  { outcome: "lost", ruling: "reversed" },
  { outcome: "remanded", ruling: "remanded" },
] as const;

/** The same month with what its cases' classes and days are; every third is pending, and some count to no hearing. */
function docketRows(month: Month, cases: number): readonly StatisticsRow[] {
  return monthOfRows(month, cases, 10).map((row, index) => {
    const [field, act] = [FIELDS[(index * 3) % FIELDS.length], ACTS[Math.floor(index / 3) % ACTS.length]];
    const appeal = row.caseNumber.includes("行终");
    const end = appeal
      ? APPEALS[index % APPEALS.length]
      : ENDS[(index + Math.floor(index / 4)) % ENDS.length];
    const isPending = index % 3 === 2;
    return {
      ...row,
      ...(index % 11 === 5 ? { heardOn: undefined, heard: false, present: undefined } : { countsIn: month }),
      ...(index % 2 === 0 ? { notified: true, mode: index % 8 === 0 ? "online" : "in-person" } : {}),
      ...(field !== undefined && { field }),
      ...(act !== undefined && { act }),
      receivedIn: index % 4 === 0 ? addMonths(month, -1) : month,
      ...(index % 6 !== 1 && { acceptedOn: civilDate(`${month}-02`) }),
      outcome: undefined,
      closed: !isPending,
      ...(isPending ? (index % 9 === 8 ? { ruling: "suspended" } : {}) : { closedIn: month, ...end }),
    } as StatisticsRow;
  });
}

export const DOCKET_ROWS = docketRows(AUGUST, 137);
const counted = (month: Month, cases: number) =>
  periodFigures(statistics(docketRows(month, cases), { month }));
/** Its edition, against the month before and the same month last year. */
export const DOCKET_EDITION: BulletinEdition = {
  ...BULLETIN_EDITION,
  previous: counted(addMonths(AUGUST, -1), 161),
  lastYear: counted(addMonths(AUGUST, -12), 120),
};
