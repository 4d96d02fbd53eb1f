/** How a bulletin looks on a screen, on a telephone and on A4 paper. */
export const BULLETIN_STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 16px/1.75 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
header { text-align: center; border-bottom: 3px double #b3151b; margin-bottom: 1.5rem; }
h1 { color: #b3151b; font: 700 2rem/1.4 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; letter-spacing: .12em; margin: .5rem 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; font-weight: 600; margin: 1rem 0 .25rem; }
p { margin: .5rem 0; text-indent: 2em; }
.issue { text-indent: 0; font-size: 1.05rem; }
.issuer { text-indent: 0; display: flex; justify-content: space-between; margin: .75rem 0 .25rem; }
.notice { text-indent: 0; border-left: 4px solid #b3151b; background: #fdf3f3; padding: .5rem 1rem; }
.note { text-indent: 0; font-size: .85rem; color: #444; margin: -.5rem 0 1rem; }
.wide { overflow-x: auto; position: relative; }
figure { margin: 1rem 0; }
figure svg { display: block; width: 100%; min-width: 34rem; height: auto; }
figcaption { text-align: center; font-size: .9rem; color: #444; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; font-size: .95rem; }
caption { text-align: center; font-weight: 600; padding: .5rem 0; }
th, td { border: 1px solid #8a8a8a; padding: .3rem .6rem; text-align: left; vertical-align: top; }
thead th { background: #f2efe9; text-align: center; min-width: 3.3em; }
tbody th { font-weight: 400; min-width: 4.2em; }
tfoot th, tfoot td { font-weight: 600; background: #faf8f4; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.date { white-space: nowrap; }
td:not([class]) { min-width: 4.2em; }
@media (max-width: 40rem) { td:not([class]) { min-width: 9em; } h1 { font-size: 1.5rem; letter-spacing: .05em; } }
ul, ol { margin: .25rem 0; padding-left: 2em; }
footer { border-top: 1px solid #8a8a8a; margin-top: 2rem; font-size: .85rem; color: #444; }
.imprint { border-top: 1px solid #444; border-bottom: 1px solid #444; margin-top: 1.5rem; }
.imprint p { text-indent: 0; margin: .25rem 0; }
footer h2 { font-size: .95rem; margin-top: .75rem; }
@media print {
  @page { size: A4; margin: 20mm 18mm; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  figure { break-inside: avoid; }
  figure svg { min-width: 0; }
  table { font-size: 8.5pt; }
  th, td, td:not([class]) { padding: .12rem .25rem; min-width: 0; }
  tbody th { min-width: 3.2em; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  .note { margin-top: 0; font-size: 8.5pt; }
  tr, .notice, .note { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
}
`;
