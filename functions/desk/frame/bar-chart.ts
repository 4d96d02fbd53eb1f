/**
 * A chart of horizontal bars on a page, in the colours of the bulletin's (letters/bulletin/charts.ts): no script, every value beside its
 * bar, the same read out as words. The table behind it is the page's.
 */
import { html } from "hono/html";
import type { Markup } from "./page.ts";

export interface ChartBar {
  readonly name: string;
  readonly value: number;
  /** As printed beside the bar. */
  readonly text: string;
}

const ROW = 34;
const NAMES = 150;
const BARS = 380;
const WIDTH = 720;

/** `id` tells it from other charts of the page; nothing where all values are 0. */
export function barChart(id: string, title: string, bars: readonly ChartBar[]): Markup {
  const most = Math.max(0, ...bars.map(({ value }) => value));
  if (most === 0) return html``;
  const height = ROW * bars.length + 8;
  const words = bars.map(({ name, text }) => `${name}${text}`).join("；");
  return html`<div class="chart" role="region" aria-label="${title}图" tabindex="0"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-words"><title id="${id}-title">${title}</title><desc id="${id}-words">${words}</desc>
<line x1="${NAMES}" x2="${NAMES}" y1="4" y2="${height - 4}" stroke="#57606a"/>${bars.map((bar, index) => row(bar, index, most))}</svg></div>`;
}

function row({ name, value, text }: ChartBar, index: number, most: number): Markup {
  const top = 8 + index * ROW;
  const width = Math.round((value / most) * BARS);
  return html`<text x="${NAMES - 10}" y="${top + 15}" text-anchor="end" font-size="14" fill="#1a1a1a">${name}</text><rect x="${NAMES}" y="${top}" width="${width}" height="20" fill="#0072B2"/><text x="${NAMES + width + 8}" y="${top + 15}" font-size="14" fill="#1a1a1a">${text}</text>`;
}
