/**
 * 录入文书: a paper that came to the bureau by post is put into its folder of the inbox, where it is read as any other. What the
 * bureau says of it stands in the file's name, and is held against what is read.
 */
import { html } from "hono/html";
import { handleByLink } from "../../../shared/casework/handle.ts";
import { parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { addDays, civilDateAt, instantAt } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { documentName } from "../../../shared/letters/wording/document-wording.ts";
import { wayName } from "../../../shared/letters/wording/history-wording.ts";
import { dropFolder } from "../../../shared/links/drop-folder.ts";
import type { DroppedFile } from "../../../shared/ports/dropbox.ts";
import { type Effects, goesBack, toConfirm } from "../frame/effects.ts";
import { actorField, type Filled, problemSummary, select, textField } from "../frame/fields.ts";
import { type Form, FormReader } from "../frame/form.ts";
import { formFrame, formIdOf } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Answer, DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { fileShown } from "../workspaces/hand-in/file-answers.ts";
import { cleanName, folderOf, isBatch, LARGEST_DROPPED, MOST_BYTES } from "../workspaces/hand-in/sending.ts";
import { readSource, sourceFields } from "./hand-form.ts";

export const PAPER_TITLE = "录入文书";

/** What may come to a bureau by post. */
const KINDS = [
  "summons",
  "appearance-notice",
  "response-notice",
  "complaint",
  "appeal",
  "hearing-record",
  "judgment",
] as const;
type Kind = (typeof KINDS)[number];

/** What a bureau's word on such a paper is worth, until its court has sent it itself. */
function meaning(kind: Kind): string {
  return kind === "hearing-record" || kind === "judgment"
    ? `${documentName(kind)}按复制件存入案卷，先由本局复核；不据此认定开庭、出庭和裁判结果，人民法院上传后以上传的为准。`
    : `${documentName(kind)}视为已送达行政机关，按所载内容登记案件和开庭、计算时限；人民法院另行上传后，以人民法院的文书为准。`;
}

/** The page: first the file, then what it is. */
export async function paperPage(
  ports: DeskPorts,
  bureau: Organisation,
  visit: Visit,
  filled: Filled = { form: {}, problems: [] },
  status: 200 | 422 = 200,
): Promise<ShownPage> {
  const named = filled.form.batch ?? visit.query.batch;
  const batch = isBatch(named) ? named : ports.newSecret().slice(0, 22);
  const file = isBatch(named) ? await ports.dropbox.dropped(keyOf(bureau, batch)) : undefined;
  const body =
    file === undefined || file.size > MOST_BYTES
      ? await uploadStep(ports, bureau, visit, batch, file)
      : describeStep(ports, file, batch, filled);
  return {
    status,
    title: PAPER_TITLE,
    body: html`${problemSummary(filled)}${body}<p><a href="${placeOf(visit)}">返回录入</a></p>`,
  };
}

async function uploadStep(
  ports: DeskPorts,
  bureau: Organisation,
  visit: Visit,
  batch: string,
  former: DroppedFile | undefined,
): Promise<Markup> {
  const backTo = `${ports.address}/${visit.token}/paper?batch=${batch}`;
  const { url, fields } = await ports.dropbox.form(keyOf(bureau, batch), LARGEST_DROPPED, backTo);
  return html`<p>先上传扫描件、照片或者电子件（PDF、Word、JPG等），再填写是什么文书。</p>
${former === undefined ? "" : html`<p class="problem">文件超过上限，没有采用。请压缩后重新上传。</p>`}
<form method="post" action="${url}" enctype="multipart/form-data">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="field"><label for="file">选择文件</label><input type="file" id="file" name="file" required></div>
<button type="submit" class="second">上传</button></form>`;
}

function describeStep(ports: DeskPorts, { name }: DroppedFile, batch: string, filled: Filled): Markup {
  const today = civilDateAt(ports.now());
  const fields = html`<input type="hidden" name="batch" value="${batch}">
${select(filled, {
  name: "kind",
  label: "文书种类",
  hint: "传票、通知书视为已送达行政机关；庭审笔录、裁判文书按复制件处理，以人民法院上传的为准。",
  options: KINDS.map((kind) => [kind, documentName(kind)] as const),
})}
${textField(filled, { name: "number", label: "案号", hint: "文书上的案号，例如：（2026）鲁1302行初45号。" })}
${sourceFields(filled, today)}
${actorField(filled, "录入人")}`;
  return html`<p class="done">已收到“${cleanName(name)}”。</p>${formFrame(ports, undefined, fields, "录入文书", filled.form.form)}`;
}

/** Puts it into the bureau's folder once it was confirmed what that means; a second click finds it done. */
export async function submitPaper(
  ports: DeskPorts,
  bureau: Organisation,
  form: Form,
  visit: Visit,
): Promise<Answer> {
  const reader = new FormReader(form);
  const id = formIdOf(reader, form);
  const kind = reader.choice("kind", "文书种类", KINDS);
  const number = reader.caseNumber("number");
  const source = readSource(reader, civilDateAt(ports.now()));
  const by = reader.text("by", "您的姓名", 30);
  const { batch = "", number: typed = "" } = form;
  const folder = folderOf(bureau);
  const done = placeOf(visit, { query: { paper: batch, number: typed, kind } });
  if ((await ports.records.usedLink(id)) !== undefined) return { status: 303, to: done };
  const file = isBatch(batch) ? await ports.dropbox.dropped(keyOf(bureau, batch)) : undefined;
  if (file === undefined) return paperPage(ports, bureau, visit);
  const { problems } = reader;
  if (kind === undefined || number === undefined || source === undefined || problems.length > 0)
    return paperPage(ports, bureau, visit, { form, problems }, 422);
  if (goesBack(form)) return paperPage(ports, bureau, visit, { form, problems: [] });
  const effects: Effects = {
    notified: ["识别后按文书内容通知有关单位，结果列在录入页面"],
    registered: [`${number}：${meaning(kind)}`],
    closed: [],
    cancelled: [],
    document: [cleanName(file.name)],
  };
  const words = { title: `${PAPER_TITLE}：确认`, button: "确认录入文书" };
  const asked = toConfirm(ports, effects, form, words);
  if (asked !== undefined) return asked;
  const at = ports.now();
  const said = `${documentName(kind)}，${number}，${printedDate(source.on)}${wayName(source.way)}收到，${source.told}`;
  const key = `${folder}/inbox/${civilDateAt(at)}/${batch}/${cleanName(`${said} ${file.name}`)}`;
  // Taken in before it is noted that it was: taken twice it is another version of the same bytes, which say nothing new.
  await ports.handIn.take(file, key);
  await handleByLink(ports.records, { nonce: id, at, by }, async () => ({
    outcome: "ready",
    changes: [],
    result: undefined,
  }));
  return { status: 303, to: done };
}

/** What became of the paper that was entered last: read as was said, otherwise, or not yet. */
export async function paperAnswer(
  ports: DeskPorts,
  bureau: Organisation,
  { query: { paper = "", number = "", kind = "" } }: Visit,
): Promise<Markup | string> {
  if (!isBatch(paper)) return "";
  const from = instantAt(addDays(civilDateAt(ports.now()), -1));
  const uploads = await Array.fromAsync(ports.records.uploads(folderOf(bureau) ?? "", from));
  const upload = uploads.find((one) => one.key.includes(`/${paper}/`));
  if (upload === undefined)
    return html`<p class="done">文书已录入，正在识别。请过一会儿刷新本页查看结果；结果同时列入每日摘要。</p>`;
  const [shown, document] = await Promise.all([
    fileShown(ports, upload),
    ports.records.document(upload.sha256),
  ]);
  const { label, words, todo } = shown;
  const isOther =
    document !== undefined &&
    ((KINDS as readonly string[]).includes(document.kind) || document.caseNumbers.length > 0) &&
    (document.kind !== kind || !document.caseNumbers.some((one) => one === parseCaseNumber(number)));
  return html`<p class="done">文书已录入：${label}。${words}${todo}</p>${isOther ? html`<p class="note"><strong>识别结果与填写的（${documentName(kind) ?? ""}，${number}）不一致。</strong>请核对原件：待复核的，在复核页面更正；已登记的，在案件页面手工办理更正、合并或者撤销。</p>` : ""}`;
}

function keyOf({ id }: Organisation, batch: string): string {
  return `${dropFolder(`entry ${id} ${batch}`)}/paper`;
}
