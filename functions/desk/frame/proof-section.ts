/** Proofs on pages: the form that drops one, what has been received, and those of a case to be opened. */
import { html } from "hono/html";
import { type ProofReader, proofsOf } from "../../../shared/domain/case-file/proof.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Proof } from "../../../shared/domain/proof-file.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import {
  type Dropped,
  droppedWith,
  fieldOf,
  MOST_FILES,
  MOST_MEGABYTES,
  nameOf,
  type Received,
  uploadForm,
} from "./dropped-proofs.ts";
import type { Filled } from "./fields.ts";
import { type Drafting, FILES, folderOf, UPLOAD_STEP } from "./form-drafts.ts";
import { noteDownload } from "./originals.ts";
import type { Markup } from "./page.ts";
import { type Place, placeOf } from "./place.ts";
import type { DeskPorts, ShownElsewhere, ShownPage, Visit } from "./room.ts";

/**
 * Inside a form: what was uploaded with it and is handed in with it, each to be taken out again, and the way to upload another.
 * Both save what was typed.
 */
export function proofFields({ received, next }: Dropped, what: string, filled: Filled): Markup {
  const wrong = filled.problems.find(({ field }) => field === "proofs")?.message;
  return html`<fieldset class="field" id="proofs" tabindex="-1"><legend>证明材料（没有的跳过）</legend>
<p class="hint">${what}</p>${wrong === undefined ? "" : html`<p class="problem">${wrong}</p>`}
${received.map((one) => receivedLine(one, filled))}
${
  next === undefined
    ? html`<p>已上传${MOST_FILES}份，不能再增加。</p>`
    : html`<button type="submit" class="second" name="do" value="${UPLOAD_STEP}">${received.length === 0 ? "上传材料" : "再上传一份"}</button>
<p class="hint">PDF、JPG或者PNG，每份不超过${MOST_MEGABYTES}MB，最多${MOST_FILES}份。已填写的内容先存为草稿，上传后回到本页。</p>`
}</fieldset>`;
}

function receivedLine({ place, file, problem }: Received, filled: Filled): Markup {
  const shown = `${nameOf(file)}（${printedSize(file.size)}，${printedMoment(file.at)}收到）`;
  const name = `remove${place}`;
  const taken = html`<label class="choice"><input type="checkbox" name="${name}" value="${file.versionId}"${filled.form[name] === file.versionId ? html` checked` : ""}> 移除这份（存草稿或者提交时移除）<span class="unseen">${nameOf(file)}</span></label>`;
  if (problem !== undefined) return html`<p class="problem">${shown}：${problem}</p>`;
  return html`<p class="received">${shown}</p><input type="hidden" name="${fieldOf(place)}" value="${file.versionId}">${taken}`;
}

/**
 * The step at which one file is chosen: its form goes straight to the bucket, which sends the browser back to the form. The page
 * is fetched anew before its signature is too old. Undefined where no place is left.
 */
export async function uploadPage(
  ports: Pick<DeskPorts, "dropbox" | "address" | "newFormId">,
  visit: Visit,
  drafting: Drafting,
): Promise<ShownPage | undefined> {
  // Nothing was typed that was worth saving: the address brings the folder back.
  const files = drafting.folder === undefined ? ports.newFormId() : drafting.folder.replace(/^proofs\//, "");
  const query = drafting.draft === undefined ? { [FILES]: files } : {};
  const place = visit.part === undefined ? { query } : { part: visit.part, query };
  const back = placeOf(visit, place);
  const path = placeOf({ token: visit.token, part: undefined }, place);
  const dropped = await droppedWith(ports, drafting);
  const upload = await uploadForm(ports, folderOf(files), dropped, `${ports.address}/${path}`);
  if (upload === undefined) return undefined;
  return {
    status: 200,
    title: "上传证明材料",
    refreshSeconds: FORM_MINUTES * 60,
    body: html`<p>${drafting.draft === undefined ? "请选择一份文件上传，上传后回到填写的页面。" : "已填写的内容已经存为草稿。请选择一份文件上传，上传后回到填写的页面。"}</p>
<form method="post" action="${upload.url}" enctype="multipart/form-data">
${Object.entries(upload.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="field"><label for="file">选择文件 <span class="must">必填</span></label>
<p class="hint" id="file-hint">PDF、JPG或者PNG，不超过${MOST_MEGABYTES}MB。</p>
<input type="file" id="file" name="file" accept=".pdf,.jpg,.jpeg,.png" aria-describedby="file-hint" required></div>
<button type="submit">上传</button></form>
<p><a href="${back}">不上传，返回填写</a></p>`,
  };
}

/** The signature of a form is good for an hour. */
const FORM_MINUTES = 50;

/** Those about a respondent that somebody may see. */
export interface SeenProofs {
  readonly file: CaseFile;
  readonly respondent: string;
  readonly reader: ProofReader;
}

/** The proofs about a respondent, each to be opened. */
export function proofList(
  { file, respondent, reader }: SeenProofs,
  visit: Visit,
  query: Place["query"] = {},
): Markup {
  const proofs = proofsOf(file, respondent, reader);
  if (proofs.length === 0) return html``;
  return html`<h2>证明材料</h2><ul class="papers">${proofs.map(
    (proof) =>
      html`<li><a href="${placeOf(visit, { part: partOf(proof), query })}">${proof.name}</a><small>${printedSize(proof.size)}，SHA-256 ${proof.sha256.slice(0, 16)}…</small></li>`,
  )}</ul>`;
}

/** Where one of them is read, for some minutes, which is noted; undefined where the part names none. */
export async function proofElsewhere(
  ports: DeskPorts,
  { file, respondent, reader }: SeenProofs,
  part: string,
  recipient: OrganisationId,
): Promise<ShownElsewhere | undefined> {
  const proof = proofsOf(file, respondent, reader).find((one) => partOf(one) === part);
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
