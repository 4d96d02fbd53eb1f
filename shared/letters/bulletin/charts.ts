/**
 * The charts of a bulletin as SVG, drawn by ECharts without a browser: no script, nothing fetched, the same data the
 * same bytes. Two colours of Okabe and Ito's palette, which the colour-blind tell apart and grey print too; every
 * value stands beside its mark, and the table behind it beside the chart.
 */
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { attendance, type Tally } from "../../domain/statistics/ranking.ts";
import { percent, rateUnits } from "../../domain/statistics/rate.ts";
import { shortLine } from "../frame/one-line.ts";
import type { Bar } from "../office/official-document.ts";
import { groundLabel } from "../wording/report-wording.ts";
import { barsOf } from "./bars.ts";

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** SVG elements; absent where there is nothing to draw. */
export interface BulletinCharts {
  readonly counties: string | undefined;
  readonly trend: string | undefined;
  readonly grounds: string | undefined;
  readonly losses: string | undefined;
}

const WIDTH = 720;
const BLUE = "#0072B2";
const ORANGE = "#D55E00";
const INK = "#1a1a1a";
const FAINT = "#d0d0d0";
const TEXT = { color: INK, fontSize: 14, fontFamily: "sans-serif" };
/** A name longer than this is cut; the table has it whole. */
const LONGEST_NAME = 12;

export function bulletinCharts(figures: BulletinStatistics, edition: BulletinEdition): BulletinCharts {
  return {
    counties: rateBars(barsOf("counties", figures, edition)),
    trend: trend(edition),
    grounds: grounds(figures),
    losses: rateBars(barsOf("losses", figures, edition)),
  };
}

/** Rates by name, in their order from above: what is on the wrong side of the whole's own rate is orange. */
function rateBars(bars: readonly Bar[]): string | undefined {
  if (bars.length === 0) return undefined;
  return drawn(60 + 30 * bars.length, {
    grid: { left: 130, right: 150, top: 10, bottom: 30 },
    xAxis: {
      type: "value",
      min: 0,
      max: 100,
      axisLabel: { ...TEXT, formatter: "{value}%" },
      splitLine: LINES,
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ name }) => shortLine(name, LONGEST_NAME)),
      axisLabel: { ...TEXT, interval: 0 },
      axisTick: { show: false },
    },
    series: [
      {
        type: "bar",
        barWidth: 18,
        data: bars.map(({ share, text, marked }) => ({
          value: Math.round(share * 10_000) / 100,
          itemStyle: { color: marked ? ORANGE : BLUE },
          label: { formatter: text },
        })),
        label: { show: true, position: "right", ...TEXT },
      },
    ],
  });
}

/** 近12个月: the rate as a line, with a gap where nothing was heard; the cases heard stand below each month. */
function trend({ trend: months }: BulletinEdition): string | undefined {
  if (months.filter(({ heard }) => heard > 0).length < 2) return undefined;
  return drawn(300, {
    grid: { left: 60, right: 30, top: 40, bottom: 60 },
    xAxis: {
      type: "category",
      data: months.map(({ month, heard }) => `${month.slice(2, 4)}.${Number(month.slice(5))}\n${heard}件`),
      axisLabel: { ...TEXT, fontSize: 13, interval: 0 },
      boundaryGap: true,
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 100,
      axisLabel: { ...TEXT, formatter: "{value}%" },
      splitLine: LINES,
    },
    series: [
      {
        type: "line",
        symbol: "circle",
        symbolSize: 8,
        lineStyle: { color: BLUE, width: 2.5 },
        itemStyle: { color: BLUE },
        data: months.map((month) => ({
          value: month.heard === 0 ? null : units(month) / 100,
          label: { formatter: percent(attendance(month)).replace(/\.00%$/, "%") },
        })),
        label: { show: true, position: "top", ...TEXT, fontSize: 12 },
      },
    ],
  });
}

/** 未出庭原因: how often each class was named. */
function grounds({ grounds: classes, agencyLevel: { absent } }: BulletinStatistics): string | undefined {
  if (absent === 0) return undefined;
  const most = Math.max(...classes.map(({ count }) => count));
  return drawn(50 + 34 * classes.length, {
    grid: { left: 180, right: 140, top: 10, bottom: 30 },
    xAxis: { type: "value", min: 0, max: most, minInterval: 1, axisLabel: TEXT, splitLine: LINES },
    yAxis: {
      type: "category",
      inverse: true,
      data: classes.map(({ ground }) => groundLabel(ground)),
      axisLabel: { ...TEXT, interval: 0 },
      axisTick: { show: false },
    },
    series: [
      {
        type: "bar",
        barWidth: 18,
        data: classes.map(({ ground, count }) => ({
          value: count,
          itemStyle: { color: ground === "none" || ground === undefined ? ORANGE : BLUE },
          label: { formatter: `${count}个单位次（${percent({ part: count, whole: absent })}）` },
        })),
        label: { show: true, position: "right", ...TEXT },
      },
    ],
  });
}

const LINES = { lineStyle: { color: FAINT } };

/** Hundredths of a percent; only where something was heard. */
function units(tally: Tally): number {
  return rateUnits(attendance(tally)) ?? 0;
}

function drawn(height: number, option: EChartsCoreOption): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, ...option });
    return inert(chart.renderToSVGString({ useViewBox: true }));
  } finally {
    // Else its clock keeps the process alive.
    chart.dispose();
  }
}

/** Without what a picture in a page has no use for: namespaces, styles for a pointer, clips that nothing needs and whose ids count up. */
function inert(svg: string): string {
  return svg
    .replace(/ xmlns(?::xlink)?="[^"]*"| baseProfile="[^"]*"| version="[^"]*"/g, "")
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ class="[^"]*"/g, "")
    .replace(/<defs\b[\s\S]*?<\/defs>| clip-path="[^"]*"/g, "")
    .replace(/^<svg/, '<svg aria-hidden="true" focusable="false"')
    .replace(/\n+/g, "\n");
}
