/**
 * A letter as a web page for mail programs: tables for the frame and styles on each element, since old Outlook
 * draws with Word and many programs drop style sheets; no images and nothing fetched.
 */
import { html } from "hono/html";
import type { Block, FramedLetter, LabelledFact, LetterLink } from "./letter.ts";

const FONT = "font-family:Microsoft YaHei,PingFang SC,Noto Sans CJK SC,sans-serif;";
const TEXT = `${FONT}font-size:16px;line-height:1.7;color:#1f2328;`;
const SMALL = `${FONT}font-size:14px;line-height:1.6;color:#57606a;`;
/** Long keys and file names break anywhere rather than widen a phone's page. */
const BREAK = "word-break:break-word;overflow-wrap:anywhere;";
const TABLE = "width:100%;border-collapse:collapse;";
const RED = "#b3261e";

/** The page; every string is escaped. */
export function webPage({
  sender,
  number,
  title,
  about,
  salutation,
  asks,
  link,
  subscription,
  body,
  date,
  footnotes,
}: FramedLetter): string {
  // Nothing inside is awaited, so this is a string already and not a promise of one.
  return String(html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
</head>
<body style="margin:0;padding:0;background-color:#eef0f2;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;background-color:#eef0f2;"><tr><td align="center" style="padding:10px 6px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:680px;background-color:#ffffff;text-align:left;"><tr><td style="padding:18px 16px 22px;${BREAK}">
<p style="${FONT}margin:0;padding:0 0 10px;border-bottom:2px solid ${RED};color:${RED};font-size:18px;font-weight:bold;line-height:1.4;">${sender}<br><span style="${FONT}font-size:13px;font-weight:normal;color:#57606a;">${number}</span></p>
<h1 style="${FONT}margin:16px 0 12px;font-size:22px;line-height:1.4;color:#1f2328;">${title}${
    about === undefined
      ? ""
      : html`<br><span style="${FONT}font-size:16px;font-weight:normal;">${about}</span>`
  }</h1>
${asks.length === 0 ? "" : callout(asks)}
${link === undefined ? "" : button(link)}
<p style="${TEXT}margin:18px 0 0;font-weight:bold;">${salutation}</p>
${body.map(blockMarkup)}
${subscription === undefined ? "" : html`<p style="${TEXT}margin:18px 0 0;"><a href="${subscription.href}" style="color:#0b57a4;">${subscription.label}</a><br><span style="${SMALL}">${subscription.note}</span></p>`}
<p style="${TEXT}margin:26px 0 0;text-align:right;">${sender}<br>${date}</p>
<div style="margin:22px 0 0;padding:12px 0 0;border-top:1px solid #d0d7de;">${footnotes.map((note) => html`<p style="${SMALL}margin:0 0 4px;">${note}</p>`)}</div>
</td></tr></table>
</td></tr></table>
</body>
</html>
`);
}

/** One place to press, large enough for a thumb; the address is in it and nowhere else. */
function button({ label, href, note }: LetterLink) {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:14px 0 0;"><tr><td style="background-color:${RED};border-radius:4px;"><a href="${href}" style="${FONT}display:inline-block;padding:12px 22px;font-size:17px;font-weight:bold;line-height:1.4;color:#ffffff;text-decoration:none;">${label}</a></td></tr></table>
<p style="${SMALL}margin:6px 0 0;">${note}</p>`;
}

/** What to do and by when: the first thing the eye meets. */
function callout(asks: readonly LabelledFact[]) {
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${TABLE}background-color:#fdf1e3;border-left:5px solid ${RED};">${asks.map(
    ({ label, value, notes = [] }) => html`<tr>
<th scope="row" align="left" valign="top" width="48" style="${FONT}width:48px;padding:8px 4px 8px 12px;font-size:16px;line-height:1.6;color:${RED};white-space:nowrap;">${label}</th>
<td valign="top" style="${FONT}padding:8px 12px;font-size:17px;font-weight:bold;line-height:1.5;color:#1f2328;${BREAK}">${value}${notesMarkup(notes)}</td>
</tr>`,
  )}</table>`;
}

function blockMarkup(block: Block) {
  switch (block.type) {
    case "paragraph":
      return html`<p style="${TEXT}margin:10px 0 0;">${block.text}</p>`;
    case "heading":
      return html`<h2 style="${FONT}margin:22px 0 0;font-size:18px;line-height:1.4;color:#1f2328;">${block.text}</h2>`;
    case "facts":
      return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${TABLE}margin:12px 0 0;border-top:1px solid #d0d7de;">${block.facts.map(
        ({ label, value, notes = [] }) => html`<tr>
<th scope="row" align="left" valign="top" width="84" style="${FONT}width:84px;padding:7px 8px 7px 0;border-bottom:1px solid #d0d7de;font-size:15px;font-weight:normal;line-height:1.6;color:#57606a;">${label}</th>
<td valign="top" style="${TEXT}padding:7px 0;border-bottom:1px solid #d0d7de;${BREAK}">${value}${notesMarkup(notes)}</td>
</tr>`,
      )}</table>`;
    case "list":
      return html`<ol style="${TEXT}margin:10px 0 0;padding:0 0 0 26px;">${block.items.map((item) => html`<li style="margin:0 0 6px;">${item}</li>`)}</ol>`;
    case "tasks":
      return html`<ol style="${TEXT}margin:10px 0 0;padding:0 0 0 26px;">${block.items.map(
        ({ text, label, href }) =>
          html`<li style="margin:0 0 12px;">${text}${href === undefined ? "" : html`<br><a href="${href}" style="color:#0b57a4;font-weight:bold;">${label}</a>`}</li>`,
      )}</ol>`;
    case "grid":
      return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${TABLE}margin:12px 0 0;">
<caption style="${SMALL}text-align:left;padding:0 0 4px;">${block.caption}</caption>
<thead><tr>${block.columns.map(
        (column, index) =>
          html`<th scope="col" style="${SMALL}padding:6px 4px;border-bottom:2px solid #57606a;text-align:${index === 0 ? "left" : "right"};">${column}</th>`,
      )}</tr></thead>
<tbody>${block.rows.map(gridRow)}</tbody></table>`;
    default:
      return block satisfies never;
  }
}

function gridRow([name, ...cells]: readonly string[]) {
  const style = `${TEXT}padding:6px 4px;border-bottom:1px solid #d0d7de;`;
  return html`<tr><th scope="row" style="${style}text-align:left;font-weight:normal;">${name}</th>${cells.map(
    (cell) => html`<td style="${style}text-align:right;">${cell}</td>`,
  )}</tr>`;
}

function notesMarkup(notes: readonly string[]) {
  return notes.map((note) => html`<p style="${SMALL}margin:2px 0 0;font-weight:normal;">${note}</p>`);
}
