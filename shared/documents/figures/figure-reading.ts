/** Where does a report say what it counts? In its sentences, or in a table of statistics with a row or column of totals. */
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import type { FlatText } from "../text/flat-text.ts";
import { spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { Grid, GridRow } from "../text/table.ts";
import { checkedFigures, type ReportFigures } from "./report-figures.ts";

type Counted = "heard" | "present" | "absent" | "enterpriseHeard" | "enterprisePresent";

/** 涉企案件35件 */
const COUNT = "(\\d{1,5})件";
const CAME = "(?:出庭|到庭)(?:应诉)?";
const CASES = "(?:行政)?(?:诉讼)?案件(?:共|共计)?";
const ENTERPRISE_CASES = `涉企(?:业)?${CASES}`;
/** Sentences of reports; the first that fits counts, since comparisons with other periods come later. */
const SENTENCES: Readonly<Record<Counted | "rate", RegExp>> = {
  heard: new RegExp(`(?:开庭审理|审理|开庭)的?(?:各类)?(?:一审|二审)?${CASES}${COUNT}`, "u"),
  present: new RegExp(`(?:行政机关)?负责人(?:实际|均|应当)?${CAME}的?(?:案件)?(?:共|共计|为)?${COUNT}`, "u"),
  absent: new RegExp(`(?:未|没有)${CAME}的?(?:案件)?${COUNT}`, "u"),
  rate: new RegExp(String.raw`${CAME}率(?:为|达到?|是)?(\d{1,3}(?:\.\d+)?%)`, "u"),
  enterpriseHeard: new RegExp(`${ENTERPRISE_CASES}${COUNT}`, "u"),
  enterprisePresent: new RegExp(
    String.raw`${ENTERPRISE_CASES}\d{1,5}件[，,、]?(?:其中)?(?:行政机关)?负责人(?:均)?${CAME}${COUNT}`,
    "u",
  ),
};
const MONTH = /((?:19|20)\d\d)年(\d{1,2})月/u;

/** The figures of a report's text; undefined where it has none. */
export function figuresOfText(flat: FlatText): ReportFigures | undefined {
  const found = <T>(pattern: RegExp, value: (match: RegExpExecArray) => T): Fact<T> | undefined => {
    const match = pattern.exec(flat.text);
    return match === null
      ? undefined
      : {
          value: value(match),
          confidence: CONFIDENCE.stated,
          rule: "figure-in-a-sentence",
          text: spanOf(flat, match.index, match.index + match[0].length),
        };
  };
  const count = (name: Counted) => found(SENTENCES[name], ([, number]) => Number(number));
  return checkedFigures({
    month: found(MONTH, ([, year, month]) => `${year}-${String(month).padStart(2, "0")}`),
    heard: count("heard"),
    present: count("present"),
    absent: count("absent"),
    rate: found(SENTENCES.rate, ([, rate]) => String(rate)),
    enterpriseHeard: count("enterpriseHeard"),
    enterprisePresent: count("enterprisePresent"),
  });
}

/** A heading of statistics is no longer; what is longer is a sentence. */
const LONGEST_HEADING = 40;

/** Headings of statistics. The more particular first: 涉企负责人出庭件数 counts what 负责人出庭件数 counts of enterprises. */
const HEADINGS = ruleTable<string, Counted | "rate">("heading-of-statistics", (heading) => heading, [
  {
    name: "heads-present-in-enterprise-cases",
    of: /^涉企.*(?:出庭|到庭)(?!率).*[件数]/u,
    says: "enterprisePresent",
    example: "涉企案件负责人出庭件数",
  },
  {
    name: "enterprise-cases-heard",
    of: /^涉企(?!.*(?:出庭|率)).*[件数]/u,
    says: "enterpriseHeard",
    example: "涉企案件数",
  },
  {
    name: "rate-of-attendance",
    of: /^(?!涉企|正职).*(?:出庭|到庭)(?:应诉)?率/u,
    says: "rate",
    example: "负责人出庭应诉率",
  },
  {
    name: "heads-absent",
    of: /^(?!涉企).*(?:未|没有)(?:出庭|到庭)/u,
    says: "absent",
    example: "负责人未出庭件数",
  },
  {
    name: "heads-present",
    of: /^(?!涉企|正职|副职).{0,40}负责人.{0,40}(?:出庭|到庭)(?!率).{0,40}[件数]/u,
    says: "present",
    example: "负责人出庭件数",
  },
  {
    name: "present",
    of: /^(?:出庭|到庭)(?:应诉)?(?:案)?件?数/u,
    says: "present",
    example: "出庭件数",
  },
  {
    name: "cases-heard",
    of: /^(?!涉企).*(?:开庭|审理)(?:审理)?(?:行政)?(?:案)?件?数|^开庭审理(?:行政)?案件/u,
    says: "heard",
    example: "开庭审理案件数",
  },
]);

/**
 * The figures of a table of statistics: of its row of totals, else of its only row; undefined where it has neither,
 * since adding up what others counted would be counting.
 */
export function figuresOfGrid(grid: Grid): ReportFigures | undefined {
  return figuresAcross(grid) ?? figuresDown(grid);
}

/** Headings stand in a row, and a row of figures below. */
function figuresAcross(grid: Grid): ReportFigures | undefined {
  for (const [index, row] of grid.entries()) {
    const columns = row.cells.map(headingOf);
    if (columns.filter((name) => name !== undefined).length < 2) continue;
    const data = grid.slice(index + 1).filter(({ cells }) => cells.some((cell) => /^\s*\d/.test(cell)));
    const total = data.find(({ cells }) => cells.some((cell) => TOTAL.test(cell.trim())));
    const [only] = data.length === 1 ? data : [];
    const counted = total ?? only;
    if (counted === undefined) return undefined;
    const figures = Object.fromEntries(
      columns.flatMap((name, column) => {
        const fact = name && factOf(name, counted, column, row.cells[column] ?? "");
        return fact === undefined ? [] : [[name, fact]];
      }),
    ) as ReportFigures;
    return checkedFigures({ ...figures, month: monthAbove(grid.slice(0, index)) });
  }
  return undefined;
}

/** Headings stand in the first column; the column of totals counts, or the only one. */
function figuresDown(grid: Grid): ReportFigures | undefined {
  const rows = grid.map((row) => ({ row, name: headingOf(row.cells[0] ?? "") }));
  const first = rows.findIndex(({ name }) => name !== undefined);
  if (rows.filter(({ name }) => name !== undefined).length < 2) return undefined;
  const total = grid
    .slice(0, first)
    .map(({ cells }) => cells.findIndex((cell) => TOTAL.test(cell.trim())))
    .find((column) => column > 0);
  const figures: Record<string, Fact<number | string>> = {};
  for (const { row, name } of rows) {
    if (name === undefined || name in figures) continue;
    const filled = row.cells.flatMap((cell, at) => (at > 0 && cell.trim() !== "" ? [at] : []));
    const column = total ?? (filled.length === 1 ? filled[0] : undefined);
    const fact = column === undefined ? undefined : factOf(name, row, column, row.cells[0] ?? "");
    if (fact !== undefined) figures[name] = fact;
  }
  return checkedFigures({ ...(figures as ReportFigures), month: monthAbove(grid.slice(0, first)) });
}

const TOTAL = /^(?:合\s*计|总\s*计|全\s*市|总\s*数)$/u;

function monthAbove(grid: Grid): Fact<string> | undefined {
  const above = grid.flatMap(({ cells }) => cells).join(" ");
  const month = MONTH.exec(above.replace(/\s/g, ""));
  return month === null
    ? undefined
    : {
        value: `${month[1]}-${String(month[2]).padStart(2, "0")}`,
        confidence: CONFIDENCE.stated,
        rule: "month-above-a-table",
        text: month[0],
      };
}

function headingOf(cell: string): Counted | "rate" | undefined {
  const heading = cell.normalize("NFKC").replace(/[\s()]/g, "");
  return heading.length > LONGEST_HEADING ? undefined : HEADINGS.decide(heading)?.verdict;
}

function factOf(
  name: Counted | "rate",
  { cells }: GridRow,
  column: number,
  heading: string,
): Fact<number | string> | undefined {
  const text = (cells[column] ?? "").normalize("NFKC").trim();
  const fact = {
    confidence: CONFIDENCE.stated,
    rule: "figure-under-a-heading",
    text: `${heading} ${text}`.slice(0, 200),
  };
  if (name !== "rate")
    return /^\d{1,5}件?$/.test(text) ? { ...fact, value: Number.parseInt(text, 10) } : undefined;
  if (/^\d{1,3}(?:\.\d+)?%$/.test(text)) return { ...fact, value: text };
  // A cell shown as a share holds the share itself.
  const share = /^[01](?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  return share === undefined || share > 1
    ? undefined
    : { ...fact, value: `${Math.round(share * 10_000) / 100}%` };
}
