/** A bulletin as a page of its own (行政应诉通报): no scripts, nothing fetched, fit for a screen, a telephone and A4. */
import { html, raw } from "hono/html";
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { printedDate, printedPeriod } from "../frame/dates.ts";
import { oneLine } from "../frame/one-line.ts";
import { chineseNumeral } from "../office/official-document.ts";
import { type BulletinTable, type Cell, printed } from "./cells.ts";
import type { BulletinCharts } from "./charts.ts";
import { BULLETIN_STYLE } from "./style.ts";
import { bulletinTables } from "./tables.ts";
import {
  absence,
  accumulated,
  bulletinName,
  bulletinTitle,
  demands,
  enterprise,
  METHOD,
  overview,
  replacing,
  resolution,
  withoutLedgers,
} from "./wording.ts";

type Markup = ReturnType<typeof html>;

const NO_CHARTS: BulletinCharts = { counties: undefined, trend: undefined, grounds: undefined };

/** A complete HTML page. All data is escaped, and can't turn the direction of the text. */
export function bulletinPage(
  figures: BulletinStatistics,
  edition: BulletinEdition,
  charts: BulletinCharts = NO_CHARTS,
): string {
  const { period, version, draft, issuer, issuedOn } = edition;
  const tables = bulletinTables(figures, edition);
  const accumulation = accumulated(edition);
  const sections: readonly (readonly [string, readonly (Markup | "")[]])[] = [
    ["总体情况", [paragraph(overview(figures, edition)), table(tables.overview), table(tables.rates)]],
    ...(accumulation === undefined || tables.yearToDate === undefined
      ? []
      : [["本年累计", [paragraph(accumulation), table(tables.yearToDate)]] as const]),
    ...(edition.trend.length === 0
      ? []
      : [
          [
            "近12个月情况",
            [chart(charts.trend, "近12个月案件出庭率，月份下为开庭件数"), table(tables.trend)],
          ] as const,
        ]),
    ["涉企行政案件", [paragraph(enterprise(figures))]],
    [
      "各县区情况",
      [
        chart(charts.counties, "各县区单位出庭率；橙色为低于全市的县区，括号内为出庭、开庭单位次"),
        table(tables.counties),
      ],
    ],
    ["各系统情况", [table(tables.departments)]],
    ["各被诉行政机关情况", [table(tables.agencies)]],
    ["各法院情况", [table(tables.courts)]],
    [
      "负责人未出庭情况",
      [
        paragraph(absence(figures)),
        chart(charts.grounds, "负责人未出庭的原因；橙色为无正当理由和原因不明"),
        ...(figures.absences.length === 0 ? [] : [table(tables.grounds), table(tables.absences)]),
      ],
    ],
    ["行政争议化解及裁判情况", [paragraph(resolution(figures, edition))]],
    ["可能的司法建议", [table(tables.suggestions)]],
    ["工作要求", [html`<ol>${demands(figures).map((text) => html`<li>${text}</li>`)}</ol>`]],
    ["待核实事项", [table(tables.open)]],
    ...(tables.changes === undefined ? [] : [["版本变化", [table(tables.changes)]] as const]),
  ];
  const notices = [replacing(edition), withoutLedgers(edition)].filter((text) => text !== undefined);
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${bulletinTitle(edition)}</title>
<style>${raw(BULLETIN_STYLE)}</style>
</head>
<body>
<main>
<header>
<h1>${bulletinName(edition)}</h1>
<p class="issue">${printedPeriod(period)}　第${version}版${draft ? "（征求意见稿）" : ""}</p>
${issuer === "" && issuedOn === undefined ? "" : html`<p class="issuer"><span>${oneLine(issuer)}</span><span>${issuedOn === undefined ? "" : printedDate(issuedOn)}</span></p>`}
</header>
${notices.map((text) => html`<p class="notice">${text}</p>`)}
${sections.map(
  ([title, blocks], index) => html`<section><h2>${chineseNumeral(index + 1)}、${title}</h2>${blocks}</section>
`,
)}<footer>
<h2>统计口径</h2>
<ol>${METHOD.map((text) => html`<li>${text}</li>`)}</ol>
</footer>
</main>
</body>
</html>
`;
  if (page instanceof Promise) throw new TypeError("a bulletin holds nothing that must be waited for");
  return page.toString();
}

function paragraph(text: string): Markup {
  return html`<p>${text}</p>`;
}

/** The picture says nothing that the table beside it doesn't: who can't see it goes on to that. */
function chart(svg: string | undefined, caption: string): Markup | "" {
  if (svg === undefined) return "";
  return html`<figure><div class="wide" role="region" tabindex="0" aria-label="${caption}">${raw(svg)}</div><figcaption>${caption}</figcaption></figure>
`;
}

function table({ caption, columns, rows, head, none, note, totalled = false }: BulletinTable): Markup {
  if (rows.length === 0) return html`<p>${none}</p>`;
  const body = totalled ? rows.slice(0, -1) : rows;
  const total = totalled ? rows.slice(-1) : [];
  const line = (cells: readonly Cell[]) =>
    html`<tr>${cells.map((cell, index) => {
      const figure =
        columns[index]?.figures === true
          ? raw(' class="figure"')
          : typeof cell === "object" && "day" in cell
            ? raw(' class="date"')
            : "";
      const text = oneLine(printed(cell));
      return index === head ? html`<th scope="row">${text}</th>` : html`<td${figure}>${text}</td>`;
    })}</tr>
`;
  return html`<div class="wide" role="region" tabindex="0" aria-label="${oneLine(caption)}"><table>
<caption>${oneLine(caption)}</caption>
<thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${body.map(line)}</tbody>
${total.length === 0 ? "" : html`<tfoot>${total.map(line)}</tfoot>`}</table></div>
${note === undefined ? "" : html`<p class="note">${note}</p>`}`;
}
