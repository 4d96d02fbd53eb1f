/** The monthly bulletin (行政应诉月通报) as a page of its own, which is a mail's body as well: no scripts, nothing fetched. */
import { html } from "hono/html";
import { attendance, type Ranked, type Tally } from "../domain/ranking.ts";
import { NOTHING, percent, percentagePoints } from "../domain/rate.ts";
import type { BulletinStatistics, CaseAgency } from "../domain/statistics.ts";
import { type CivilDate, type Month, monthOf } from "../domain/time.ts";
import { BULLETIN_STYLE } from "./bulletin-style.ts";

/** What a bulletin shows. */
export interface BulletinModel {
  readonly statistics: BulletinStatistics;
  /** The month before, for changes in percentage points. */
  readonly previous?: BulletinStatistics;
  /** A late record changes a closed month: it is issued again as the next version. */
  readonly version: number;
  readonly draft?: boolean;
  /** Whose figures they are, e.g. 临沂市, and who issues them. */
  readonly jurisdiction?: string;
  readonly issuer?: string;
  readonly issuedOn?: CivilDate;
}

type Markup = ReturnType<typeof html>;

/** A complete HTML page. All data is escaped, and can't turn the direction of the text. */
export function bulletinPage(model: BulletinModel): string {
  const { statistics: figures, version, draft = false } = model;
  const month = monthInWords(figures.month);
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${bulletinTitle(model)}</title>
<style>${BULLETIN_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${shown(model.jurisdiction ?? "")}行政应诉月通报</h1>
<p class="issue">${month}　第${version}版${draft ? "（征求意见稿）" : ""}</p>
${signature(model)}
</header>
${version > 1 ? html`<p class="notice">本版根据补报和核对结果修订，自印发之日起替代本月以前各版。</p>` : ""}
<section><h2>一、总体情况</h2>${overview(model)}</section>
<section><h2>二、涉企行政案件</h2>${enterprise(figures)}</section>
<section><h2>三、各县区情况</h2>${districts(figures)}</section>
<section><h2>四、各被诉行政机关情况</h2>${agencies(figures)}</section>
<section><h2>五、负责人未出庭情况</h2>${absences(figures)}</section>
<section><h2>六、行政争议化解及裁判情况</h2>${resolution(figures)}</section>
<section><h2>七、待核实事项</h2>${open(figures)}</section>
<footer>
<h2>统计口径</h2>
<ol>
<li>出庭率为负责人出庭案件数与开庭审理案件数之比，四舍五入保留两位小数；开庭前撤诉、二审书面审理、非诉行政执行审查案件不计入。出庭情况不明的，既不计为出庭，也不计为未出庭。</li>
<li>同一审级多次开庭的计为一件，一审、二审分别计算；再审案件计入合计。按首次开庭的月份统计。</li>
<li>案件数以案为单位，共同被告中一名负责人出庭的，该案计为出庭；县区和行政机关情况以每案每一被诉行政机关为单位，按行政机关所属地区统计，各县区之和等于全市。</li>
<li>庭审笔录、裁判文书与法院台账、行政机关备案不一致的，依次以前者为准，并列入待核实事项。</li>
</ol>
</footer>
</main>
</body>
</html>
`;
  if (page instanceof Promise) throw new TypeError("a bulletin holds nothing that must be waited for");
  return page.toString();
}

function signature({ issuer, issuedOn }: BulletinModel): Markup | "" {
  if (issuer === undefined && issuedOn === undefined) return "";
  const day = issuedOn === undefined ? "" : dateInWords(issuedOn);
  return html`<p class="issuer"><span>${shown(issuer ?? "")}</span><span>${day}</span></p>`;
}

/** The page's title, and a mail's subject. */
export function bulletinTitle({
  statistics,
  version,
  draft = false,
  jurisdiction = "",
}: BulletinModel): string {
  return shown(
    `${jurisdiction}行政应诉月通报（${monthInWords(statistics.month)}，第${version}版${draft ? "，征求意见稿" : ""}）`,
  );
}

/** The instances a bulletin always names; a retrial only where there is one. */
export function instances(figures: BulletinStatistics): readonly (readonly [string, Tally])[] {
  const { total, first, second, retrial } = figures;
  const always = [
    ["合计", total],
    ["一审", first],
    ["二审", second],
  ] as const;
  return retrial.heard === 0 ? always : [...always, ["再审", retrial] as const];
}

function overview({ statistics: figures, previous }: BulletinModel): Markup {
  const { total, principals, people, speech } = figures;
  const unnamed = people.unnamed > 0 ? `（另有${people.unnamed}件次未载明姓名）` : "";
  const spoken =
    speech.heard > 0
      ? `在记录庭审发言的法院开庭的${speech.heard}件中，负责人出庭并发言${speech.spoke}件，出声率${percent({ part: speech.spoke, whole: speech.heard })}。`
      : "";
  const rows = instances(figures).map(([name, tally]) => ({ name, tally }));
  return html`<p>${monthInWords(figures.month)}，共开庭审理行政案件${total.heard}件，行政机关负责人出庭应诉${total.present}件，出庭率${percent(attendance(total))}${change(total, previous?.total)}。出庭负责人共${people.heads}人${unnamed}。正职出庭${principals}件，正职出庭率${percent({ part: principals, whole: total.heard })}。${spoken}</p>
<div class="wide"><table>
<caption>表1　行政案件开庭及负责人出庭情况（单位：件）</caption>
${tallyHead("类别")}
<tbody>${rows.map(({ name, tally }) => html`<tr><th scope="row">${name}</th>${tallyCells(tally)}</tr>`)}</tbody>
</table></div>`;
}

/** 较上月上升17.73个百分点: a change of a rate is never in percent. */
function change(now: Tally, before: Tally | undefined): string {
  const points = before === undefined ? NOTHING : percentagePoints(attendance(now), attendance(before));
  if (points === NOTHING) return "";
  const size = points.replace(/^[+-]/, "");
  if (points.startsWith("+")) return `，较上月上升${size}个百分点`;
  return points.startsWith("-") ? `，较上月下降${size}个百分点` : "，与上月持平";
}

function enterprise({ enterprise: tally, enterpriseUnknown }: BulletinStatistics): Markup {
  return html`<p>开庭审理涉企行政案件${tally.heard}件，负责人出庭应诉${tally.present}件，未出庭${tally.absent}件，出庭情况不明${tally.unknown}件，出庭率${percent(attendance(tally))}。${enterpriseUnknown > 0 ? `另有${enterpriseUnknown}件开庭案件未载明是否涉企，未计入。` : ""}</p>`;
}

function districts({ byJurisdiction, agencyLevel }: BulletinStatistics): Markup {
  if (byJurisdiction.length === 0) return html`<p>本月没有应统计的案件。</p>`;
  return html`<div class="wide"><table>
<caption>表2　各县区行政机关负责人出庭情况（单位：件次）</caption>
${tallyHead("排名", "县区")}
<tbody>${byJurisdiction.map(
    (district) =>
      html`<tr><td class="figure">${place(district)}</td><th scope="row">${shown(district.jurisdiction)}</th>${tallyCells(district)}</tr>`,
  )}</tbody>
<tfoot><tr><td></td><th scope="row">合计</th>${tallyCells(agencyLevel)}</tr></tfoot>
</table></div>`;
}

function agencies({ byAgency }: BulletinStatistics): Markup {
  if (byAgency.length === 0) return html`<p>本月没有应统计的案件。</p>`;
  return html`<div class="wide"><table>
<caption>表3　各被诉行政机关负责人出庭情况（单位：件次）</caption>
${tallyHead("排名", "行政机关", "县区")}
<tbody>${byAgency.map(
    (agency) =>
      html`<tr><td class="figure">${place(agency)}</td><th scope="row">${shown(agency.agency)}</th><td>${shown(agency.jurisdiction)}</td>${tallyCells(agency)}</tr>`,
  )}</tbody>
</table></div>`;
}

function absences({ absences: list }: BulletinStatistics): Markup {
  if (list.length === 0) return html`<p>本月没有负责人未出庭的案件。</p>`;
  return html`<div class="wide"><table>
<caption>表4　负责人未出庭案件（${list.length}件次）</caption>
<thead><tr><th scope="col">案号</th><th scope="col">行政机关</th><th scope="col">审理法院</th><th scope="col">开庭日期</th><th scope="col">未出庭原因</th></tr></thead>
<tbody>${list.map(
    (absence) =>
      html`<tr><th scope="row">${shown(absence.caseNumber)}</th><td>${shown(absence.agency)}</td><td>${shown(absence.court ?? NOTHING)}</td><td class="date">${absence.heardOn ?? NOTHING}</td><td>${shown(absence.reason ?? "未说明")}${absence.coRespondentPresent ? "（同案其他被告的负责人已出庭）" : ""}</td></tr>`,
  )}</tbody>
</table></div>`;
}

function resolution({ resolution: settled, defeat }: BulletinStatistics): Markup {
  const { mediated, settled: all, settledAfterMediation: part } = settled;
  const mediation =
    mediated === 0
      ? "本月台账未载明进入调解的行政争议"
      : `进入调解的行政争议${mediated}件，其中和解撤诉${part}件，化解率${percent({ part, whole: mediated })}`;
  const lost =
    defeat.closed === 0
      ? "本月没有审结的一审案件。"
      : `一审审结${defeat.closed}件，行政机关败诉${defeat.lost}件，败诉率${percent({ part: defeat.lost, whole: defeat.closed })}。`;
  return html`<p>${mediation}；和解撤诉共${all}件。${lost}</p>`;
}

function open({ unknown, differences, notHearable }: BulletinStatistics): Markup {
  const lists = [
    ["已开庭，负责人是否出庭不明，请审理法院和被诉行政机关补报：", unknown.attendance],
    ["是否开庭不明，请审理法院补报：", unknown.hearing],
    ["已开庭但没有开庭日期，未计入任何月份：", unknown.date],
    ["各方记载不一致，正在核对：", differences],
    ["按案件类型不应开庭而登记为开庭，未计入：", notHearable],
  ] as const;
  const open = lists.filter(([, list]) => list.length > 0);
  if (open.length === 0) return html`<p>无。</p>`;
  return html`${open.map(([name, list]) => html`<h3>${name}</h3><ul>${list.map(item)}</ul>`)}`;
}

function item({ caseNumber, agency }: CaseAgency): Markup {
  return html`<li>${shown(caseNumber)}　${shown(agency)}</li>`;
}

function tallyHead(...names: readonly string[]): Markup {
  const columns = [...names, "开庭审理", "负责人出庭", "未出庭", "情况不明", "出庭率"];
  return html`<thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>`;
}

function tallyCells(tally: Tally): Markup {
  const cells = [tally.heard, tally.present, tally.absent, tally.unknown, percent(attendance(tally))];
  return html`${cells.map((cell) => html`<td class="figure">${cell}</td>`)}`;
}

function place({ rank }: Ranked): string {
  return rank === undefined ? NOTHING : String(rank);
}

/** Data as it may be shown: without control characters and without marks that turn or hide text. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
}

function monthInWords(month: Month): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

function dateInWords(date: CivilDate): string {
  return `${monthInWords(monthOf(date))}${Number(date.slice(8))}日`;
}
