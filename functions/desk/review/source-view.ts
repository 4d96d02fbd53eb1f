/** The source of a reading as a person checks it: its pages as pictures with the places marked, and its text. */
import { html } from "hono/html";
import type { Spot } from "../../../shared/documents/pages/placed-line.ts";
import type { SetLetter } from "../../../shared/documents/seen/kept-pages.ts";
import type { FactShown } from "../../../shared/domain/notices/frame/shown.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Visit } from "../frame/room.ts";
import { type CheckedPage, type CheckedSource, type NumberedPlace, partOfPage } from "./checked-source.ts";

/** A text longer than this is cut: it is the pages that are looked at. */
const MOST_SHOWN = 40_000;

/** The pages where there are any, and the text behind them; a file of words shows its text. */
export function sourceView(source: CheckedSource | undefined, visit: Visit): Markup {
  if (source === undefined) return html``;
  const { text, pages, recognised, pending } = source;
  const name = recognised ? "识别文字（由图像识别，可能有误）" : "文件文字";
  if (pages.length === 0)
    return html`<h2>${name}</h2>
${pending ? html`<p>页面图像正在生成，请过一两分钟刷新本页；也可以先按下面的文字核对。</p>` : ""}${LEGEND}${sourceText(source, name)}`;
  return html`<h2>原件图像</h2>${LEGEND}
<div class="source sheets" role="region" aria-label="原件图像" tabindex="0">${pages.map((page) => sheet(page, source, visit))}</div>
${text === "" ? "" : html`<details><summary>${name}</summary>${sourceText(source, name)}</details>`}`;
}

const LEGEND = html`<p>读出内容的地方已标出并编号；深黄色带问号的把握不足，请重点核对。</p>`;

/** A way to where a fact stands; nothing where it stands nowhere. */
export function placeLink(source: CheckedSource | undefined, fact: FactShown): Markup {
  const place = source?.places.find(({ facts }) => facts.includes(fact));
  if (place === undefined) return html``;
  const { number, page } = place;
  return page === undefined
    ? html`<a href="#text-${number}">看文字标记${number}</a>`
    : html`<a href="#mark-${number}">看原件标记${number}（第${page}页）</a>`;
}

function sheet(page: CheckedPage, { of, pages }: CheckedSource, visit: Visit): Markup {
  const { number, picture, marks, letters } = page;
  const isLast = number === pages.at(-1)?.number;
  const rest = isLast && of > number ? html`<p>本文件共${of}页，其余各页请打开原件查看。</p>` : "";
  if (picture === undefined)
    return html`<figure class="sheet"><figcaption>第${number}页</figcaption><p>本页不能显示图像，请打开原件或者按下面的文字核对。</p></figure>${rest}`;
  const { width, height } = picture;
  const named = marks.map(({ place }) => labelOf(place)).join("；");
  return html`<figure class="sheet"><figcaption>第${number}页</figcaption>
<div><img src="${placeOf(visit, { part: partOfPage(number) })}" alt="第${number}页" width="${width}" height="${height}" loading="lazy">
<svg viewBox="0 0 ${width} ${height}"${named === "" ? html` aria-hidden="true"` : html` role="img" aria-label="标出：${named}"`}>${setLetters(letters)}${marks.map(
    ({ place, spots }) => mark(place, spots, page, width),
  )}</svg></div></figure>${rest}`;
}

function labelOf({ number, labels, doubtful }: NumberedPlace): string {
  return `${number} ${labels.join("、")}${doubtful ? "？" : ""}`;
}

/** One place: a box for each line it runs over, and its number at the first one. */
function mark(place: NumberedPlace, spots: readonly Spot[], { number }: CheckedPage, wide: number): Markup {
  const [first] = spots;
  // A place that runs over two pages is led to where it begins.
  const id = place.page === number ? html` id="mark-${place.number}"` : "";
  const label = `${place.number}${place.doubtful ? "？" : ""}`;
  return html`<g${id} class="${place.doubtful ? "doubtful" : "read"}">${spots.map(
    ({ x, y, width, height, angle }) => {
      const [left, top] = [x - width / 2, y - height / 2].map(Math.round);
      const turned = Math.round((angle * 1800) / Math.PI) / 10;
      return html`<rect x="${left}" y="${top}" width="${Math.round(width)}" height="${Math.round(height)}" rx="4"${turned === 0 ? "" : html` transform="rotate(${turned} ${Math.round(x)} ${Math.round(y)})"`}/>`;
    },
  )}${first === undefined ? "" : labelAt(first, Math.round(wide / 44), label)}</g>`;
}

/** Before the box, in its line; above it where there is no room. */
function labelAt({ x, y, width, height, angle }: Spot, size: number, label: string): Markup {
  const left = Math.round(x - (width / 2) * Math.cos(angle));
  const middle = y - (width / 2) * Math.sin(angle);
  return left > label.length * size * 0.8 + 8
    ? html`<text x="${left - 6}" y="${Math.round(middle + size * 0.35)}" font-size="${size}" text-anchor="end">${label}</text>`
    : html`<text x="${Math.max(2, left)}" y="${Math.max(size, Math.round(middle - height / 2 - 3))}" font-size="${size}">${label}</text>`;
}

/** Letters the file has no font for, in rows of one size, each where it belongs. */
function setLetters(letters: readonly SetLetter[]): Markup {
  const rows: { readonly y: number; readonly size: number; x: number[]; text: string[] }[] = [];
  for (const { text, x, y, size } of letters) {
    const [character = " "] = text;
    if (character.trim() === "") continue;
    const row = rows.at(-1);
    if (row === undefined || row.y !== y || row.size !== size)
      rows.push({ y, size, x: [x], text: [character] });
    else {
      row.x.push(x);
      row.text.push(character);
    }
  }
  return html`${rows.map(
    ({ y, size, x, text }) =>
      html`<text class="set" x="${x.join(" ")}" y="${y}" font-size="${size}">${text.join("")}</text>`,
  )}`;
}

/**
 * The text with its places marked; a short one stands open, a long one scrolls.
 * @internal That nothing of a text is lost is held for texts and places no paper has.
 */
export function sourceText({ text, places }: Pick<CheckedSource, "text" | "places">, name: string): Markup {
  const shown = places.filter(({ end }) => end <= MOST_SHOWN);
  const ends = [0, ...shown.map(({ end }) => end)];
  return html`<div class="source" role="region" aria-label="${name}" tabindex="0">${shown.map(
    ({ start, end, labels, doubtful, number }, index) =>
      html`${text.slice(ends[index], start)}<mark id="text-${number}" class="${doubtful ? "doubtful" : "read"}">${text.slice(start, end)}<small>${number} ${labels.join("、")}${doubtful ? "？" : ""}</small></mark>`,
  )}${text.slice(ends.at(-1), MOST_SHOWN)}</div>`;
}
