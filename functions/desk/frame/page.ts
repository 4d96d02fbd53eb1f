/**
 * The frame of every page: one narrow column that a phone shows whole, printable, nothing fetched and no script.
 * Sizes and colours meet WCAG 2.2 AA.
 */
import { html, raw } from "hono/html";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";

/** A piece of a page; everything put into it is escaped. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** It has tables of many columns. */
  readonly wide?: boolean;
  /** In whose name it is, and where its reader asks. */
  readonly office: Office;
  /** 网站备案号, where the site has one. */
  readonly icpFiling?: string | undefined;
  /** From the page to the desk's own address. */
  readonly root: string;
  /** Who is signed in, on pages of a workspace. */
  readonly account?: Account | undefined;
  /** The file of its script, beside the desk's own address. */
  readonly script?: string | undefined;
  /** By which the page's own style is distinguished from any other. */
  readonly styleNonce: string;
}

/** A bureau as a page names it: whose it is stands at its head, whom to ask at its end. */
export interface Office {
  readonly name: string;
  readonly ask: { readonly name: string; readonly phone?: string };
}

/** Who is signed in, and for whom. */
export interface Account {
  readonly organisation: string;
  readonly mailbox: string;
  readonly formToken: string;
  /** On a page that was opened from a workspace: whose. */
  readonly backTo?: OrganisationId;
}

/** Where one signs in, or whose page it is and how one leaves. */
function accountLine(root: string, account: Account | undefined): Markup {
  if (account === undefined)
    return html`<nav aria-label="工作台" class="account"><a href="${root}">登录工作台</a></nav>`;
  return html`<nav aria-label="工作台" class="account">${account.backTo === undefined ? "" : html`<a href="${root}at/${encodeURIComponent(account.backTo)}">返回工作台</a> `}<span>${account.organisation}（${account.mailbox}）</span> <a href="${root}home">切换单位</a>
<form method="post" action="${root}sign-out"><input type="hidden" name="token" value="${account.formToken}"><button type="submit" class="plain">退出登录</button> <button type="submit" class="plain" name="everywhere" value="yes">退出所有设备</button></form></nav>`;
}

/** In the middle of the foot, with the ministry's register (《非经营性互联网信息服务备案管理办法》第十三条). */
function filingLine(filing: string): Markup {
  return html`<p class="filing"><a href="https://beian.miit.gov.cn/" rel="noreferrer">${filing}</a></p>`;
}

/** The page as the browser gets it. */
export function page({
  title,
  body,
  wide = false,
  office: { name, ask },
  icpFiling,
  root,
  account,
  script,
  styleNonce,
}: Page): Markup {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title} · 行政应诉办理</title>
<link rel="icon" href="data:,">
<style nonce="${styleNonce}">${raw(STYLE)}</style>${script === undefined ? "" : html`<script src="${root}${script}" defer></script>`}
</head>
<body${wide ? html` class="wide"` : ""}>
<header><p>${name}<span>行政应诉办理</span></p>${accountLine(root, account)}</header>
<main>
<h1>${title}</h1>
${body}
</main>
<footer><p>办理咨询：${ask.name}${ask.phone === undefined ? "" : `，电话${ask.phone}`}。</p><p>${account === undefined ? "本页只供收到链接的单位办理本事项，请勿转发链接。" : ""}网上办理不代替人民法院的送达。</p>${icpFiling === undefined ? "" : filingLine(icpFiling)}</footer>
</body>
</html>
`;
}

const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#eef0f2;color:#1f2328;font:16px/1.7 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:44rem;margin:0 auto;padding:0 1rem;background:#fff}
header p{margin:0;padding:.8rem 0 .6rem;border-bottom:3px solid #b3261e;color:#b3261e;font-weight:bold}
header span{margin-left:.8em;color:#57606a;font-weight:normal}
.account{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:center;justify-content:flex-end;padding:.2rem 0;font-size:.875rem}
.account form{margin:0}
button.plain{min-height:2rem;margin:0;padding:.25rem 0;background:none;color:#0b57a4;font-weight:normal;text-decoration:underline}
button.plain:hover{background:none;color:#083f78}
.wide header,.wide main,.wide footer{max-width:76rem}
.papers small{display:block;color:#57606a}
main{padding-bottom:1.5rem}
footer{padding-top:.2rem;padding-bottom:1rem;border-top:1px solid #d0d7de;color:#57606a;font-size:.875rem}
.filing{text-align:center}
.filing a{display:inline-block;padding:.25rem 0;color:#57606a}
h1{margin:0;padding:1.1rem 0 .4rem;font-size:1.5rem;line-height:1.4}
h2{margin:1.6rem 0 .5rem;font-size:1.15rem;line-height:1.4}
h3{margin:1.2rem 0 .3rem;font-size:1rem}
p{margin:.5rem 0}
dl{margin:.6rem 0;border-top:1px solid #d0d7de}
dl div{display:flex;gap:.8rem;padding:.4rem 0;border-bottom:1px solid #d0d7de}
dt{flex:0 0 5.5em;color:#57606a}
dd{flex:1;margin:0;min-width:0;white-space:pre-line}
dd small{display:block;color:#57606a}
.note,.done,.problems{margin:1rem 0;padding:.6rem .9rem;border-left:5px solid #9a6700;background:#fff8e1}
.done{border-color:#1a7f37;background:#e9f7ec}
.problems{border-color:#b3261e;background:#fdecea}
.problems h2{margin:0;font-size:1.05rem}
.problems ul{margin:.3rem 0;padding-left:1.3em}
.problems a{color:#8c1d18}
summary{margin-top:1.2rem;padding:.3rem 0;color:#0b57a4;cursor:pointer}
.field{margin:1.2rem 0 0;padding:0;border:0}
label,legend{padding:0;font-weight:bold}
.must{margin-left:.3em;color:#b3261e;font-size:.875rem;font-weight:normal}
@supports selector(:has(*)){
.branch{display:none}
.branches:has(>fieldset>label:nth-of-type(1)>input:checked)>.branch-1,.branches:has(>fieldset>label:nth-of-type(2)>input:checked)>.branch-2,.branches:has(>fieldset>label:nth-of-type(3)>input:checked)>.branch-3,.branches:has(>fieldset>label:nth-of-type(4)>input:checked)>.branch-4,.branches:has(>fieldset>label:nth-of-type(5)>input:checked)>.branch-5,.branches:has(>fieldset>label:nth-of-type(6)>input:checked)>.branch-6,.branches:has(>fieldset>label:nth-of-type(7)>input:checked)>.branch-7,.branches:has(>fieldset>label:nth-of-type(8)>input:checked)>.branch-8{display:block}
}
.branch{margin:.6rem 0 0;padding:0 0 .2rem .9rem;border-left:3px solid #d0d7de}
.branch h3{margin-top:.3rem}
.default,.unseen{position:absolute;width:1px;height:1px;min-height:0;margin:0;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.received{margin:.8rem 0 0}
.brief{margin:.6rem 0;padding:.5rem .9rem;background:#f3f5f7}
.hint{margin:0;color:#57606a;font-size:.875rem}
.problem{margin:0;color:#b3261e;font-weight:bold}
input[type=text],input[type=date],input[type=number],select,textarea{display:block;width:100%;margin-top:.3rem;padding:.55rem .6rem;border:1px solid #57606a;border-radius:4px;background:#fff;color:inherit;font:inherit}
[aria-invalid=true]:not(fieldset){border:2px solid #b3261e}
.choice{display:flex;gap:.6rem;align-items:center;min-height:2.75rem;font-weight:normal}
input[type=radio],input[type=checkbox]{flex:none;width:1.35rem;height:1.35rem;margin:0;accent-color:#0b57a4}
button{min-height:3rem;margin-top:1.5rem;padding:.5rem 2rem;border:0;border-radius:4px;background:#0b57a4;color:#fff;font:inherit;font-weight:bold}
button:hover{background:#083f78}
button.second{background:#fff;color:#0b57a4;border:2px solid #0b57a4;margin-top:.8rem}
button.second:hover{background:#e8f0f9}
.drop{margin:1rem 0;padding:.4rem 1rem 1rem;border:2px dashed #57606a;border-radius:6px}
.drop.over{border-color:#0b57a4;background:#e8f0f9}
[hidden]{display:none}
.sent{margin:.6rem 0;padding:0;list-style:none}
.sent li{padding:.5rem 0 .5rem .7rem;border-left:4px solid #d0d7de;border-bottom:1px solid #d0d7de}
.sent li p{margin:.2rem 0}
.sent small{color:#57606a}
.sent .registered{border-left-color:#1a7f37}
.sent .waiting{border-left-color:#9a6700}
.sent .returned{border-left-color:#b3261e}
.choices{padding-left:1.3em}
progress{width:10rem;max-width:100%}
input[type=file]{max-width:100%;margin-top:.3rem;font:inherit}
:focus-visible{outline:3px solid #0b57a4;outline-offset:3px}
table{width:100%;margin:.6rem 0;border-collapse:collapse}
caption{text-align:left;color:#57606a}
.scroll{overflow-x:auto}
th,td{padding:.4rem .5rem .4rem 0;border-bottom:1px solid #d0d7de;text-align:left;vertical-align:top}
.data th[scope=col]{color:#57606a;font-weight:normal;font-size:.875rem;white-space:nowrap}
.data th[scope=row]{min-width:8em;font-weight:bold}
.data th[scope=row] a{white-space:nowrap}
.data small{display:block;color:#57606a}
.data th,.data td{vertical-align:baseline}
.tag{display:inline-block;padding:0 .5em;border:1px solid currentColor;border-radius:1em;font-size:.875rem;white-space:nowrap}
.figures{display:flex;flex-wrap:wrap;gap:.4rem .6rem;margin:.4rem 0;padding:0;list-style:none}
.figures a,.figures span{display:inline-block;padding:.25rem .7rem;border:1px solid #57606a;border-radius:4px;color:#0b57a4}
.figures span{border-color:#d0d7de;color:#57606a}
.filters{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:end;margin:.4rem 0 1rem}
.filters .field{flex:1 1 11rem;margin-top:.6rem}
.filters button{margin-top:.6rem}
.chart{overflow-x:auto}
.chart svg{display:block;width:100%;min-width:36rem;max-width:52rem;height:auto}
.late,.data small.late{color:#b3261e;font-weight:bold}
.soon,.data small.soon{color:#7a4d00;font-weight:bold}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:.4rem 0;padding:0;list-style:none}
nav a,nav span,main p a{display:inline-block;padding:.25rem 0;color:#0b57a4}
.data a,main li a{color:#0b57a4}
nav [aria-current]{font-weight:bold;text-decoration:none;color:inherit}
mark{background:#ffe08a;color:inherit;padding:0 .2em}
mark.read{background:#e3eefb}
mark.doubtful{background:#ffd24d;font-weight:bold;outline:2px solid #9a6700}
.source{max-height:26rem;overflow:auto;padding:.7rem .9rem;border:1px solid #d0d7de;border-radius:4px;white-space:pre-wrap}
.source small{margin-left:.3em;color:#5c3d00;font-weight:normal}
.source .read small{color:#3d5a80}
.beside>div{min-width:0}
.source.sheets{scroll-padding:5rem;padding:.4rem;background:#d8dde2;white-space:normal}
.sheet{min-width:34rem;margin:0 0 .8rem}
.sheet figcaption{padding:.1rem .2rem;color:#3d444d;font-size:.875rem}
.sheet div{position:relative;background:#fff}
.sheet img{display:block;width:100%;height:auto}
.sheet svg{position:absolute;inset:0;width:100%;height:100%}
.sheet rect{fill:#0b57a4;fill-opacity:.1;stroke:#0b57a4;stroke-width:2}
.sheet .doubtful rect{fill:#ffd24d;fill-opacity:.35;stroke:#9a6700;stroke-width:4}
.sheet :target rect{stroke:#b3261e;stroke-width:7}
.sheet g text{fill:#0b57a4;font-weight:bold;paint-order:stroke;stroke:#fff;stroke-width:6}
.sheet .doubtful text{fill:#7a4d00}
.sheet .set{fill:#111;font-family:SimSun,"Songti SC","Noto Serif CJK SC",serif}
mark:target{outline:3px solid #b3261e}
.see{margin:.2rem 0 0;font-size:.875rem}
.see a,.note a,dd>a{margin-right:1em;color:#0b57a4}
@media screen and (min-width:56.25rem){
.beside{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.5rem;align-items:start}
.beside>:first-child{position:sticky;top:.5rem}
.beside .source{max-height:calc(100vh - 11rem)}
}
@media screen and (min-width:64rem){
.month{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));grid-template-rows:auto 1fr;gap:0 2rem}
.month .across{grid-column:1/3}
.month .down{grid-column:3;grid-row:1/3}
.month h2{margin:.3rem 0 0}
.month p,.month .data{margin:.2rem 0;font-size:.875rem;line-height:1.5}
.month .data th,.month .data td{padding:.12rem .4rem .12rem 0}
.month .data th[scope=row]{min-width:6em}
.month summary{margin:0;font-size:.875rem}
}
@media (max-width:30rem){dl div{display:block}}
@media screen and (max-width:48rem){
.data,.data tbody,.data tr,.data th,.data td,.data caption{display:block}
.data thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.data tr{padding:.5rem 0;border-bottom:1px solid #d0d7de}
.data th[scope=row],.data td{min-width:0;padding:.1rem 0;border:0}
.data th[scope=row] a{white-space:normal}
.data td[data-label]::before{content:attr(data-label) "：";color:#57606a}
.data td:empty{display:none}
}
@page{margin:15mm}
@media print{body{background:#fff}form,.filters,footer,nav,.screen{display:none}header,main,.wide header,.wide main{max-width:none;padding:0}.data{font-size:.8rem}thead{display:table-header-group}tr{break-inside:avoid}a{color:inherit;text-decoration:none}}
`;
