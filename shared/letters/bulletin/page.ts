/** A bulletin as a page of its own (行政应诉通报): no scripts, nothing fetched, fit for a screen, a telephone and A4. */
import { html, raw } from "hono/html";
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { printedDate, printedPeriod } from "../frame/dates.ts";
import { oneLine } from "../frame/one-line.ts";
import { chineseNumeral } from "../office/official-document.ts";
import type { BulletinCharts } from "./charts.ts";
import { method } from "./method.ts";
import { type SectionBlock, sections } from "./sections.ts";
import { BULLETIN_STYLE } from "./style.ts";
import { type BulletinTable, type Cell, printed } from "./tables/cells.ts";
import { bulletinName, bulletinTitle, copiedTo, issueNumber, replacing, withoutLedgers } from "./wording.ts";

type Markup = ReturnType<typeof html>;

const NO_CHARTS: BulletinCharts = {
  counties: undefined,
  trend: undefined,
  grounds: undefined,
  losses: undefined,
};

/** A complete HTML page. All data is escaped, and can't turn the direction of the text. */
export function bulletinPage(
  figures: BulletinStatistics,
  edition: BulletinEdition,
  charts: BulletinCharts = NO_CHARTS,
): string {
  const { period, version, draft, issuer, issuedOn, content } = edition;
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
${
  content === undefined
    ? ""
    : html`<p class="issue">${issueNumber(edition)}${content.document === undefined ? "" : html`　${oneLine(content.document)}`}</p>
`
}<p class="issue">${printedPeriod(period)}　第${version}版${draft ? "（征求意见稿）" : ""}</p>
${issuer === "" && issuedOn === undefined ? "" : html`<p class="issuer"><span>${oneLine(issuer)}</span><span>${issuedOn === undefined ? "" : printedDate(issuedOn)}</span></p>`}
</header>
${notices.map((text) => html`<p class="notice">${text}</p>`)}
${sections(figures, edition).map(
  (
    { title, blocks },
    index,
  ) => html`<section><h2>${chineseNumeral(index + 1)}、${title}</h2>${blocks.map((block) => blockOf(block, charts))}</section>
`,
)}<footer>
<h2>统计口径</h2>
<ol>${method(figures, edition).map((text) => html`<li>${text}</li>`)}</ol>
${imprint(edition)}</footer>
</main>
</body>
</html>
`;
  if (page instanceof Promise) throw new TypeError("a bulletin holds nothing that must be waited for");
  return page.toString();
}

function blockOf(block: SectionBlock, charts: BulletinCharts): Markup | "" {
  switch (block.type) {
    case "paragraph":
      return paragraph(oneLine(block.text));
    case "items":
      return html`<ol>${block.texts.map((text) => html`<li>${oneLine(text)}</li>`)}</ol>`;
    case "table":
      return table(block.table);
    case "chart":
      return chart(charts[block.chart], block.caption);
    default:
      return block satisfies never;
  }
}

function paragraph(text: string): Markup {
  return html`<p>${text}</p>`;
}

/** 版记: who gets copies, who issued it, and when. */
function imprint(edition: BulletinEdition): Markup | "" {
  const { issuer, issuedOn, draft, jurisdiction } = edition;
  const copies = copiedTo(edition);
  if (jurisdiction === "" || draft || issuer === "" || issuedOn === undefined) return "";
  return html`<div class="imprint">${copies === undefined ? "" : html`<p>抄送：${oneLine(copies)}</p>`}
<p class="issuer"><span>${oneLine(issuer)}</span><span>${printedDate(issuedOn)}印发</span></p></div>
`;
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
