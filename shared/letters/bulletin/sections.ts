/** Which sections has a bulletin, and what stands in each? The same in page and paper; the workbook has their tables and words. */
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { bulletinTables, type DocketTables } from "./tables/bulletin-tables.ts";
import type { BulletinTable } from "./tables/cells.ts";
import { RATE_NAMES } from "./tables/columns.ts";
import {
  absence,
  accumulated,
  allDemands,
  docketInWords,
  enterprise,
  isShown,
  openInWords,
  overview,
  resolution,
  suggestionsInWords,
} from "./wording.ts";

/** What a chart shows. */
export type ChartName = "counties" | "trend" | "grounds" | "losses";

export type SectionBlock =
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "items"; readonly texts: readonly string[] }
  | { readonly type: "table"; readonly table: BulletinTable }
  | { readonly type: "chart"; readonly chart: ChartName; readonly caption: string };

export interface Section {
  readonly title: string;
  readonly blocks: readonly SectionBlock[];
}

const paragraph = (text: string): SectionBlock => ({ type: "paragraph", text });
const table = (one: BulletinTable): SectionBlock => ({ type: "table", table: one });
const chart = (name: ChartName, caption: string): SectionBlock => ({ type: "chart", chart: name, caption });

/** 收结案 and 败诉, where anything of them is known. */
function docketSections(
  tables: DocketTables | undefined,
  figures: BulletinStatistics,
  edition: BulletinEdition,
): readonly Section[] {
  if (tables === undefined) return [];
  const { received, judged, results, fields, acts, counties, levels, courts } = tables;
  return [
    {
      title: "收结案和裁判结果",
      blocks: [
        paragraph(docketInWords(figures, edition)),
        table(received),
        ...(figures.docket.total.closed > 0 ? [table(judged), table(results)] : []),
      ],
    },
    {
      title: "败诉情况分析",
      blocks: [
        ...(fields === undefined
          ? []
          : [chart("losses", "各管理领域一审败诉率；括号内为败诉、审结件数"), table(fields)]),
        ...(acts === undefined ? [] : [table(acts)]),
        table(counties),
        table(levels),
        table(courts),
      ],
    },
  ];
}

function countiesCaption({ counting: { rankBy } }: BulletinStatistics): string {
  const unit = rankBy === "cases" ? "件数" : "单位次";
  return `各县区${RATE_NAMES[rankBy]}；橙色为低于全市的县区，括号内为出庭、开庭${unit}`;
}

/** In their order; one that has nothing to say is left out, and so are lists that are not circulated. */
export function sections(figures: BulletinStatistics, edition: BulletinEdition): readonly Section[] {
  const tables = bulletinTables(figures, edition);
  const accumulation = accumulated(edition);
  const analysis = edition.content?.analysis ?? [];
  const demanded = allDemands(figures, edition);
  const all: readonly (Section | undefined)[] = [
    {
      title: "总体情况",
      blocks: [paragraph(overview(figures, edition)), table(tables.overview), table(tables.rates)],
    },
    accumulation === undefined || tables.yearToDate === undefined
      ? undefined
      : { title: "本年累计", blocks: [paragraph(accumulation), table(tables.yearToDate)] },
    edition.trend.length === 0
      ? undefined
      : {
          title: "近12个月情况",
          blocks: [chart("trend", "近12个月案件出庭率（附开庭件数）"), table(tables.trend)],
        },
    { title: "涉企行政案件", blocks: [paragraph(enterprise(figures))] },
    {
      title: "各县区情况",
      blocks: [chart("counties", countiesCaption(figures)), table(tables.counties)],
    },
    { title: "各系统情况", blocks: [table(tables.departments)] },
    tables.levels === undefined ? undefined : { title: "各层级情况", blocks: [table(tables.levels)] },
    isShown(edition, "agencies")
      ? { title: "各被诉行政机关情况", blocks: [table(tables.agencies)] }
      : undefined,
    { title: "各法院情况", blocks: [table(tables.courts)] },
    {
      title: "负责人未出庭情况",
      blocks: [
        paragraph(absence(figures)),
        ...(figures.absences.length === 0
          ? []
          : [
              chart("grounds", "负责人未出庭的原因；橙色为无正当理由和原因不明"),
              table(tables.grounds),
              ...(isShown(edition, "absences") ? [table(tables.absences)] : []),
            ]),
      ],
    },
    { title: "行政争议化解及裁判情况", blocks: [paragraph(resolution(figures, edition))] },
    ...docketSections(tables.docket, figures, edition),
    edition.suggestions === undefined || tables.suggestions === undefined
      ? undefined
      : {
          title: "司法建议情况",
          blocks: [
            paragraph(suggestionsInWords(edition.suggestions)),
            ...(isShown(edition, "suggestions") && edition.suggestions.listed.length > 0
              ? [table(tables.suggestions)]
              : []),
          ],
        },
    analysis.length === 0 ? undefined : { title: "情况分析", blocks: analysis.map(paragraph) },
    demanded.length === 0 ? undefined : { title: "工作要求", blocks: [{ type: "items", texts: demanded }] },
    {
      title: "待核实事项",
      blocks: isShown(edition, "open") ? [table(tables.open)] : [paragraph(openInWords(figures))],
    },
    tables.changes === undefined || !isShown(edition, "changes")
      ? undefined
      : { title: "版本变化", blocks: [table(tables.changes)] },
  ];
  return all.filter((section) => section !== undefined);
}
