/** Proofs on pages: the form that drops one, what has been received, and those of a case to be opened. */
import { html } from "hono/html";
import { proofsOf } from "../../../shared/domain/case-file/proof.ts";
import type { Proof } from "../../../shared/domain/case-file/proof-file.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import {
  type Dropped,
  fieldOf,
  MOST_FILES,
  MOST_MEGABYTES,
  nameOf,
  type Received,
} from "./dropped-proofs.ts";
import type { Filled } from "./fields.ts";
import { noteDownload } from "./originals.ts";
import type { Markup } from "./page.ts";
import { type Place, placeOf } from "./place.ts";
import type { DeskPorts, ShownElsewhere, Visit } from "./room.ts";

/** The form that drops a file. It stands before the page's own form, which a browser would empty on coming back. */
export function uploadSection({ received, upload }: Dropped, what: string): Markup {
  return html`<section aria-labelledby="upload"><h2 id="upload">先上传证明材料（没有的跳过）</h2>
<p>${what}</p>
${received.map(({ file, problem }) =>
  problem === undefined
    ? html`<p class="done">已收到“${nameOf(file)}”，随本页下方的内容一并提交。</p>`
    : html`<p class="note">“${nameOf(file)}”：${problem}</p>`,
)}
${
  upload === undefined
    ? html`<p>已上传${MOST_FILES}份，不能再增加。</p>`
    : html`<form method="post" action="${upload.url}" enctype="multipart/form-data">
${Object.entries(upload.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="field"><label for="file">${received.length === 0 ? "选择文件" : "再选一份"}</label>
<p class="hint" id="file-hint">PDF、JPG或者PNG，每份不超过${MOST_MEGABYTES}MB，最多${MOST_FILES}份。上传后回到本页，再填写下面的内容。</p>
<input type="file" id="file" name="file" accept=".pdf,.jpg,.jpeg,.png" aria-describedby="file-hint" required></div>
<button type="submit" class="second">上传</button></form>
<p class="hint">上传后如果出现英文页面：写有“EntityTooLarge”的，是文件太大，没有保存；写有“expired”的，是本页打开超过了一小时。请按浏览器的“后退”回到本页，刷新后重新上传。</p>`
}</section>`;
}

/** What was received, to be ticked: only what is ticked is handed in. */
export function receivedFields({ received }: Dropped, filled: Filled): Markup {
  if (received.length === 0) return html``;
  const fresh = Object.keys(filled.form).every((name) => name !== "by");
  return html`<fieldset class="field"><legend>随本次提交的证明材料</legend>${received.map((one) => receivedLine(one, filled, fresh))}</fieldset>`;
}

function receivedLine({ place, file, problem }: Received, filled: Filled, fresh: boolean): Markup {
  const name = fieldOf(place);
  const shown = `${nameOf(file)}（${printedSize(file.size)}，${printedMoment(file.at)}收到）`;
  if (problem !== undefined) return html`<p class="problem">${shown}：${problem}</p>`;
  const wrong = filled.problems.find(({ field }) => field === name)?.message;
  const checked = fresh || filled.form[name] === file.versionId;
  return html`${wrong === undefined ? "" : html`<p class="problem" id="${name}-problem">${wrong}</p>`}
<label class="choice"><input type="checkbox" id="${name}" name="${name}" value="${file.versionId}"${checked ? html` checked` : ""}> ${shown}</label>`;
}

/** The proofs about a respondent, each to be opened. */
export function proofList(
  file: CaseFile,
  respondent: string,
  visit: Visit,
  query: Place["query"] = {},
): Markup {
  const proofs = proofsOf(file, respondent);
  if (proofs.length === 0) return html``;
  return html`<h2>证明材料</h2><ul class="papers">${proofs.map(
    (proof) =>
      html`<li><a href="${placeOf(visit, { part: partOf(proof), query })}">${proof.name}</a><small>${printedSize(proof.size)}，SHA-256 ${proof.sha256.slice(0, 16)}…</small></li>`,
  )}</ul>`;
}

/** Where one of them is read, for some minutes, which is noted; undefined where the part names none. */
export async function proofElsewhere(
  ports: DeskPorts,
  file: CaseFile,
  respondent: string,
  part: string,
  recipient: OrganisationId,
): Promise<ShownElsewhere | undefined> {
  const proof = proofsOf(file, respondent).find((one) => partOf(one) === part);
  if (proof === undefined) return undefined;
  const { caseNumber } = file;
  await noteDownload(ports, recipient, { of: "case", caseNumber }, { sha256: proof.sha256, paper: "proof" });
  return { status: 302, location: await ports.evidence.address(proof.key, proof) };
}

function partOf({ sha256 }: Proof): string {
  return `proof-${sha256}`;
}

function printedSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${kilobytes}KB` : `${(kilobytes / 1024).toFixed(1)}MB`;
}
