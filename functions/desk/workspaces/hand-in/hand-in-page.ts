/** 上传文书: where a court's or a bureau's files are handed in, and what became of those of the last months. */
import { html } from "hono/html";
import { nameShown } from "../../../../shared/casework/documents/archive-name.ts";
import { MOST_MEGABYTES, type SettledUpload } from "../../../../shared/domain/document.ts";
import { addDays, civilDateAt, instantAt } from "../../../../shared/domain/time/time.ts";
import { newsWords } from "../../../../shared/letters/wording/digest-wording.ts";
import { nameOf } from "../../frame/dropped-proofs.ts";
import type { Form } from "../../frame/form.ts";
import type { Markup } from "../../frame/page.ts";
import { notFoundPage } from "../../frame/plain-pages.ts";
import type { Answer, DeskPorts, Shown } from "../../frame/room.ts";
import { type AtWork, workForm, workPlace } from "../workspace.ts";
import { type FileShown, fileShown } from "./file-answers.ts";
import {
  type Batch,
  batchOf,
  folderOf,
  handInBatch,
  MOST_BYTES,
  MOST_DROPPED,
  signedFor,
} from "./sending.ts";

/** Uploads are listed for so long. */
const DAYS = 90;
const ROWS = 30;
const PART = "files";

/** What may be handed in there, as its page says it. */
export interface HandInWords {
  readonly title: string;
  readonly what: string;
}

/** The page, its answers for the script, and the list. */
export async function showHandIn(ports: DeskPorts, work: AtWork, words: HandInWords): Promise<Shown> {
  const folder = folderOf(work.organisation);
  if (folder === undefined) return notFoundPage;
  if (work.part === "answer") return answersTo(ports, folder, work.query.key ?? "");
  const all = (await uploadsSince(ports, folder)).toReversed();
  const { q = "", from = "0" } = work.query;
  const found = all.filter((one) => mentions(one, q));
  const first = Math.max(0, Number.parseInt(from, 10) || 0);
  const page = await Promise.all(found.slice(first, first + ROWS).map((one) => fileShown(ports, one)));
  const backTo = (batch: string) =>
    new URL(`at/${encodeURIComponent(work.organisation.id)}/${PART}?batch=${batch}`, `${ports.address}/`)
      .href;
  const batch = await batchOf(ports, work, work.query.batch, backTo);
  const { sent } = work.query;
  return {
    status: 200,
    title: words.title,
    wide: true,
    script: "upload.js",
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回工作台</a></li></ul></nav>
${sent === undefined ? "" : html`<p class="done">已提交${sent}份，正在读取；<a href="${workPlace(work, { part: PART })}">刷新</a>后在下方查看结果。</p>`}
<p>${words.what}每份不超过${MOST_MEGABYTES}MB；可以是PDF、Word、WPS、OFD、Excel、图片、扫描件或者压缩包。</p>
${dropZone(work)}
<section id="plain"><h2>逐份上传</h2>${plainForm(work, batch)}</section>
<h2>最近${DAYS}日上传的文件</h2>
<form method="get" class="filters"><div class="field"><label for="q">文件名、案号或者文书种类</label><input id="q" name="q" type="text" maxlength="60" value="${q}"></div><button type="submit">查找</button></form>
${uploadList(page, q)}
${pager(work, q, first, found.length)}`,
  };
}

/** What a form of the page, or its script, asks for. */
export async function submitHandIn(
  ports: DeskPorts,
  work: AtWork,
  form: Form,
  words: HandInWords,
): Promise<Answer> {
  const folder = folderOf(work.organisation);
  if (folder === undefined) return notFoundPage;
  if (form.do === "sign") return signedFor(ports, folder, form);
  if (form.do !== "hand-in") return showHandIn(ports, work, words);
  const taken = await handInBatch(ports, work, folder, form.batch ?? "");
  return { status: 303, to: workPlace(work, { part: PART, query: { sent: String(taken) } }) };
}

/** The newest files, for the workspace's first page. */
export async function newestFiles(ports: DeskPorts, work: AtWork, most: number): Promise<Markup> {
  const folder = folderOf(work.organisation);
  if (folder === undefined) return html``;
  const all = (await uploadsSince(ports, folder)).toReversed().slice(0, most);
  return uploadList(await Promise.all(all.map((one) => fileShown(ports, one))), "");
}

function uploadsSince(ports: Pick<DeskPorts, "records" | "now">, folder: string, days = DAYS) {
  const from = instantAt(addDays(civilDateAt(ports.now()), -days));
  return Array.fromAsync(ports.records.uploads(folder, from));
}

/** What became of a file that a script has just sent; of an archive, each of its files. */
async function answersTo(ports: DeskPorts, folder: string, key: string): Promise<Shown> {
  if (!key.startsWith(`${folder}/inbox/`)) return { status: 422, data: { files: [] } };
  // It was sent a moment ago, on another day at most: the script asks again and again.
  const own = (await uploadsSince(ports, folder, 1)).filter(
    (one) => one.key === key || one.key.startsWith(`${key}!/`),
  );
  // An archive is settled last.
  if (!own.some((one) => one.key === key)) return { status: 200, data: { files: [] } };
  const told = own.length > 1 ? own.filter((one) => one.answer !== undefined) : own;
  return { status: 200, data: { files: await Promise.all(told.map((one) => fileShown(ports, one))) } };
}

/** By its name, or by what its sender was told of it: kind, numbers, agencies. */
function mentions({ key, answer }: SettledUpload, q: string): boolean {
  const asked = q.normalize("NFKC").replace(/\s/g, "");
  const said = `${nameShown(key)} ${answer === undefined ? "" : newsWords(answer)}`;
  return asked === "" || said.normalize("NFKC").includes(asked);
}

function dropZone({ session }: AtWork): Markup {
  return html`<section id="drop" class="drop" data-most="${MOST_BYTES}" data-token="${session.formToken}" aria-labelledby="drop-title" hidden>
<h2 id="drop-title">把文件拖到这里，或者选择文件</h2>
<div class="field"><label for="files">选择文件（可以一次选择多份）</label><input type="file" id="files" multiple></div>
<ul id="sent" class="sent" aria-label="本次上传"></ul></section>`;
}

function plainForm(work: AtWork, { id, files, form }: Batch): Markup {
  return html`${
    files.length === 0
      ? ""
      : workForm(
          work,
          html`<ul class="sent">${files.map(({ file, problem }) => html`<li>${nameOf(file)}${problem === undefined ? "，已收到，尚未提交" : `：${problem}`}</li>`)}</ul>
<input type="hidden" name="batch" value="${id}"><button type="submit" name="do" value="hand-in">提交以上文件</button>`,
        )
  }
${
  form === undefined
    ? html`<p>已收到${MOST_DROPPED}份，请先提交，再继续上传。</p>`
    : html`<form method="post" action="${form.url}" enctype="multipart/form-data">
${Object.entries(form.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="field"><label for="file">${files.length === 0 ? "选择文件" : "再选一份"}</label>
<input type="file" id="file" name="file" required></div>
<button type="submit" class="second">上传</button></form>`
}`;
}

function uploadList(files: readonly FileShown[], q: string): Markup {
  if (files.length === 0)
    return html`<p>${q === "" ? `最近${DAYS}日没有上传文件。` : "没有找到符合的文件。"}</p>`;
  return html`<ul class="sent">${files.map(
    ({ name, at, state, label, words, todo }) =>
      html`<li class="${state}"><strong>${name}</strong> <span class="tag">${label}</span> <small>${at}上传</small><p>${words}${todo === undefined ? "" : html`<strong>${todo}</strong>`}</p></li>`,
  )}</ul>`;
}

function pager(work: AtWork, q: string, first: number, found: number): Markup {
  const to = (from: number) =>
    workPlace(work, { part: PART, query: { q, from: from === 0 ? undefined : String(from) } });
  return html`<nav aria-label="翻页"><ul>${first === 0 ? "" : html`<li><a href="${to(Math.max(0, first - ROWS))}">上一页</a></li>`}${first + ROWS >= found ? "" : html`<li><a href="${to(first + ROWS)}">下一页</a></li>`}</ul></nav>`;
}
