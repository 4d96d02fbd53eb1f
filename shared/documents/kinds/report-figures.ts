import type { Fact } from "../text/fact.ts";
import type { FlatText } from "../text/flat-text.ts";
import { spanOf } from "../text/flat-text.ts";
import type { Grid, GridRow } from "../text/table.ts";

/** What a court's report (台账报告、统计表) counts, as it says; in cases, `rate` as printed. Never rows of a ledger. */
export interface ReportFigures {
  /** The month reported on, `2026-09`. */
  readonly month?: Fact<string>;
  /** 开庭审理 */
  readonly heard?: Fact<number>;
  /** 负责人出庭 */
  readonly present?: Fact<number>;
  readonly absent?: Fact<number>;
  /** `95.65%` */
  readonly rate?: Fact<string>;
  readonly enterpriseHeard?: Fact<number>;
  readonly enterprisePresent?: Fact<number>;
}

type Counted = "heard" | "present" | "absent" | "enterpriseHeard" | "enterprisePresent";

const COUNT = "(\\d{1,5})件";
/** Sentences of reports; the first that fits counts, since comparisons with other periods come later. */
const SENTENCES: Readonly<Record<Counted | "rate", RegExp>> = {
  heard: new RegExp(
    `(?:开庭审理|审理|开庭)(?:的)?(?:各类)?(?:一审|二审)?(?:行政)?(?:诉讼)?案件(?:共|共计)?${COUNT}`,
    "u",
  ),
  present: new RegExp(
    `(?:行政机关)?负责人(?:实际|均|应当)?(?:出庭|到庭)(?:应诉)?(?:的)?(?:案件)?(?:共|共计|为)?${COUNT}`,
    "u",
  ),
  absent: new RegExp(`(?:未|没有)(?:出庭|到庭)(?:应诉)?(?:的)?(?:案件)?${COUNT}`, "u"),
  rate: /(?:出庭|到庭)(?:应诉)?率(?:为|达到?|是)?(\d{1,3}(?:\.\d+)?%)/u,
  enterpriseHeard: new RegExp(`涉企(?:业)?(?:行政)?(?:诉讼)?案件(?:共|共计)?${COUNT}`, "u"),
  enterprisePresent: new RegExp(
    `涉企(?:业)?(?:行政)?(?:诉讼)?案件(?:共|共计)?\\d{1,5}件[，,、]?(?:其中)?(?:行政机关)?负责人(?:均)?(?:出庭|到庭)(?:应诉)?${COUNT}`,
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
          confidence: 0.9,
          rule: "figure-in-a-sentence",
          text: spanOf(flat, match.index, match.index + match[0].length),
        };
  };
  const count = (name: Counted) => found(SENTENCES[name], ([, number]) => Number(number));
  return checked({
    month: found(MONTH, ([, year, month]) => `${year}-${String(month).padStart(2, "0")}`),
    heard: count("heard"),
    present: count("present"),
    absent: count("absent"),
    rate: found(SENTENCES.rate, ([, rate]) => String(rate)),
    enterpriseHeard: count("enterpriseHeard"),
    enterprisePresent: count("enterprisePresent"),
  });
}

/** Headings of statistics. The more particular first: 涉企负责人出庭件数 counts what 负责人出庭件数 counts of enterprises. */
const HEADINGS: readonly (readonly [Counted | "rate", RegExp])[] = [
  ["enterprisePresent", /^涉企.*(?:出庭|到庭)(?!率).*(?:件|数|案件)/u],
  ["enterpriseHeard", /^涉企(?!.*(?:出庭|率)).*(?:件|数|案件)/u],
  ["rate", /^(?!涉企|正职).*(?:出庭|到庭)(?:应诉)?率/u],
  ["absent", /^(?!涉企).*(?:未|没有)(?:出庭|到庭)/u],
  [
    "present",
    /^(?!涉企|正职|副职).*负责人.*(?:出庭|到庭)(?!率).*(?:件|数)|^(?:出庭|到庭)(?:应诉)?(?:案)?件?数/u,
  ],
  ["heard", /^(?!涉企).*(?:开庭|审理)(?:审理)?(?:行政)?(?:案)?件?数|^开庭审理(?:行政)?案件/u],
];

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
    return checked({ ...figures, month: monthAbove(grid.slice(0, index)) });
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
  return checked({ ...(figures as ReportFigures), month: monthAbove(grid.slice(0, first)) });
}

const TOTAL = /^(?:合\s*计|总\s*计|全\s*市|总\s*数)$/u;

function monthAbove(grid: Grid): Fact<string> | undefined {
  const above = grid.flatMap(({ cells }) => cells).join(" ");
  const month = MONTH.exec(above.replace(/\s/g, ""));
  return month === null
    ? undefined
    : {
        value: `${month[1]}-${String(month[2]).padStart(2, "0")}`,
        confidence: 0.9,
        rule: "month-above-a-table",
        text: month[0],
      };
}

function headingOf(cell: string): Counted | "rate" | undefined {
  const heading = cell.normalize("NFKC").replace(/[\s()]/g, "");
  return HEADINGS.find(([, pattern]) => pattern.test(heading))?.[0];
}

function factOf(
  name: Counted | "rate",
  { cells }: GridRow,
  column: number,
  heading: string,
): Fact<number | string> | undefined {
  const text = (cells[column] ?? "").normalize("NFKC").trim();
  const fact = { confidence: 0.9, rule: "figure-under-a-heading", text: `${heading} ${text}`.slice(0, 200) };
  if (name !== "rate")
    return /^\d{1,5}件?$/.test(text) ? { ...fact, value: Number.parseInt(text, 10) } : undefined;
  if (/^\d{1,3}(?:\.\d+)?%$/.test(text)) return { ...fact, value: text };
  // A cell shown as a share holds the share itself.
  const share = /^[01](?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  return share === undefined || share > 1
    ? undefined
    : { ...fact, value: `${Math.round(share * 10_000) / 100}%` };
}

type Loose = { readonly [Name in keyof ReportFigures]: ReportFigures[Name] | undefined };

/** Figures that contradict each other are for a person: none of them is sure. */
function checked(read: Loose): ReportFigures | undefined {
  const given = Object.fromEntries(
    Object.entries(read).filter(([, fact]) => fact !== undefined),
  ) as ReportFigures;
  const { heard, present, absent, rate, enterpriseHeard, enterprisePresent } = given;
  if (heard === undefined && present === undefined && rate === undefined) return undefined;
  const more = (part?: Fact<number>, whole?: Fact<number>) =>
    part !== undefined && whole !== undefined && part.value > whole.value;
  const wrongRate =
    heard !== undefined &&
    present !== undefined &&
    rate !== undefined &&
    heard.value > 0 &&
    Math.abs((present.value / heard.value) * 100 - Number.parseFloat(rate.value)) > 0.06;
  const wrongSum =
    heard !== undefined &&
    present !== undefined &&
    absent !== undefined &&
    present.value + absent.value !== heard.value;
  const contradicts =
    wrongRate ||
    wrongSum ||
    more(present, heard) ||
    more(enterpriseHeard, heard) ||
    more(enterprisePresent, enterpriseHeard);
  if (!contradicts) return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, fact]) => [
      name,
      name === "month" ? fact : { ...fact, confidence: 0.5 },
    ]),
  ) as ReportFigures;
}
