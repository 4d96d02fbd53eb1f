/**
 * 导入: a sheet of contacts is dropped as proofs are, straight into the dropbox, since a page's own forms take no files; then the page
 * shows what it would change, unit by unit, and nothing is written before that is confirmed.
 */

import { html } from "hono/html";
import {
  changeByAct,
  directoryActWrites,
  type ReadyAct,
} from "../../../shared/casework/directory/directory-act.ts";
import {
  type ImportPlan,
  type ImportRefusal,
  importPlan,
  type PlannedEntry,
} from "../../../shared/casework/directory/import-plan.ts";
import { handleByLink } from "../../../shared/casework/handle.ts";
import { type DirectorySheet, directoryEntries } from "../../../shared/documents/kinds/directory-entries.ts";
import { readTable } from "../../../shared/documents/tables.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import {
  changedFields,
  type OrganisationChange,
} from "../../../shared/domain/organisations/organisation-change.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { changedFact } from "../../../shared/letters/wording/organisation-wording.ts";
import { dropFolder } from "../../../shared/links/drop-folder.ts";
import type { DroppedFile } from "../../../shared/ports/dropbox.ts";
import { reported } from "../frame/act.ts";
import { effectsOf, triedAt } from "../frame/effects.ts";
import { actorField, type Filled, problemSummary } from "../frame/fields.ts";
import { type Form, FormReader } from "../frame/form.ts";
import { formFrame, formIdOf } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Answer, DeskPorts, ShownPage } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { conflictWords } from "./entry-form.ts";
import { NOTHING } from "./entry-page.ts";
import type { OpenDirectory } from "./open-directory.ts";

const MOST_MEGABYTES = 2;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
/** Only from here on the store itself refuses, on a page that nobody understands. */
const LARGEST_UPLOAD = 5 * MOST_BYTES;
/** More units are no directory of one city. */
const MOST_UNITS = 2_000;
/** Units shown of each sort. */
const MOST_SHOWN = 300;

/** What was dropped, as far as it could be read. */
type Sheet =
  | { readonly state: "none" }
  | { readonly state: "unusable"; readonly file: DroppedFile; readonly why: string }
  | { readonly state: "read"; readonly file: DroppedFile; readonly plan: ImportPlan };

export async function importPage(
  ports: DeskPorts,
  open: OpenDirectory,
  filled: Filled = NOTHING,
  status: 200 | 409 | 422 = 200,
): Promise<ShownPage> {
  const { visit } = open;
  const sheet = await sheetOf(ports, open);
  return {
    status,
    title: "导入名录",
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${placeOf(visit, { part: "list" })}">返回名录</a></li></ul></nav>
${problemSummary(filled)}<section id="latest" tabindex="-1">${
      sheet.state === "unusable" ? html`<p class="note">“${sheet.file.name}”没有采用：${sheet.why}</p>` : ""
    }${sheet.state === "read" ? await previewView(ports, open, sheet, filled) : ""}</section>
${await uploadView(ports, open, sheet)}`,
  };
}

async function uploadView(ports: DeskPorts, { visit }: OpenDirectory, sheet: Sheet): Promise<Markup> {
  const back = `${ports.address}/${visit.token}/import`;
  const upload = await ports.dropbox.form(keyOf(visit.token), LARGEST_UPLOAD, back);
  return html`<section aria-labelledby="upload"><h2 id="upload">${sheet.state === "none" ? "上传Excel文件" : "改用另一份文件"}</h2>
<p>先<a href="${placeOf(visit, { part: "export" })}">导出现有名录（Excel）</a>，在其中修改、增加后上传；自己的通讯录首行写有“单位名称、岗位、联系人、电子邮箱”等的也可以。每位联系人一行，同一单位的各行写同一单位名称。文件中没有写的内容保持不变；写了联系人的单位，以文件中的联系人为准；班子成员不在表格中，导入不会改变。</p>
<form method="post" action="${upload.url}" enctype="multipart/form-data">
${Object.entries(upload.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="field"><label for="file">选择文件</label>
<p class="hint" id="file-hint">XLSX、XLS或者CSV，不超过${MOST_MEGABYTES}MB。上传后回到本页，先显示将发生的变更，确认后才写入名录。</p>
<input type="file" id="file" name="file" accept=".xlsx,.xls,.csv" aria-describedby="file-hint" required></div>
<button type="submit" class="second">上传并预览</button></form>
<p class="hint">上传后如果出现英文页面：写有“EntityTooLarge”的，是文件太大，没有保存；写有“expired”的，是本页打开超过了一小时。请按浏览器的“后退”回到本页，刷新后重新上传。</p></section>`;
}

function keyOf(token: string): string {
  return `${dropFolder(token)}/directory`;
}

/** What was dropped last, read anew each time: the directory may have changed since. */
async function sheetOf(ports: DeskPorts, open: OpenDirectory): Promise<Sheet> {
  const key = keyOf(open.visit.token);
  const file = await ports.dropbox.dropped(key);
  if (file === undefined) return { state: "none" };
  const unusable = (why: string): Sheet => ({ state: "unusable", file, why });
  if (file.size > MOST_BYTES)
    return unusable(`文件超过${MOST_MEGABYTES}MB。请只保留名录所在的工作表后重新上传。`);
  const bytes = await ports.dropbox.read(key, file.versionId, MOST_BYTES);
  if (!(bytes instanceof Uint8Array)) return unusable("文件读取不出来，请重新上传。");
  const read = await entriesOf(bytes);
  if (read === undefined)
    return unusable(
      "没有找到名录。请使用导出的表格，或者在首行写明“单位名称、联系人、电子邮箱、联系电话”等列名。",
    );
  if (read.entries.length > MOST_UNITS) return unusable(`文件中的单位超过${MOST_UNITS}个，请分成几份上传。`);
  return { state: "read", file, plan: await importPlan(ports.directory, read, open) };
}

async function entriesOf(bytes: Uint8Array): Promise<DirectorySheet | undefined> {
  const table = await readTable(bytes);
  return table.ok ? directoryEntries(table.grid) : undefined;
}

/** The plan as one word: a form confirms what its page showed. */
function planKey({ added, changed }: ImportPlan): string {
  return identityOf("import", JSON.stringify([added, changed]));
}

async function previewView(
  ports: DeskPorts,
  open: OpenDirectory,
  { file, plan }: Extract<Sheet, { state: "read" }>,
  filled: Filled,
): Promise<Markup> {
  const { added, changed, unchanged, refused } = plan;
  const isEmpty = added.length + changed.length === 0;
  const foreseen = isEmpty
    ? undefined
    : await writesOf(ports, open, plan, { id: "preview", by: "", at: triedAt(ports) });
  const effects = foreseen && effectsOf(foreseen.changes, ports);
  const cases = foreseen?.changes.flatMap(({ directoryAct }) => directoryAct?.cases ?? []) ?? [];
  const fields = html`<input type="hidden" name="version" value="${file.versionId}"><input type="hidden" name="confirmed" value="${planKey(plan)}">${actorField(filled, "登记人")}`;
  return html`<p class="note"><strong>尚未写入。</strong>“${file.name}”（${printedMoment(file.at)}收到）：新增${added.length}个单位，变更${changed.length}个，不变${unchanged.length}个，没有采用${refused.length}处。</p>
${refusedView(plan)}
<h2>将新增</h2>${plannedTable(added, "没有新增的单位。")}
<h2>将变更</h2>${plannedTable(changed, "没有变更的单位。")}
${effects === undefined ? "" : html`<h2>将通知</h2><p>${effects.notified.length === 0 ? "不通知任何单位。" : html`${effects.notified.map((one) => html`${one}<br>`)}`}</p>${cases.length === 0 ? "" : html`<p>等待名称核定的案件，将立即通知：${cases.join("、")}</p>`}`}
${isEmpty ? html`<p>没有需要写入的变更。</p>` : formFrame(ports, undefined, fields, `确认导入${added.length + changed.length}个单位`, filled.form.form)}`;
}

function refusedView({ refused }: ImportPlan): Markup {
  if (refused.length === 0) return html``;
  return html`<h2>没有采用的内容</h2>${dataTable({
    caption: "其余内容仍可导入；更正后可以再次上传",
    columns: ["位置", "单位", "原因"],
    rows: refused
      .slice(0, MOST_SHOWN)
      .map(({ rows, name = "", why }) => [rows.join("、"), name, refusalWords(why)]),
    empty: "",
  })}`;
}

function plannedTable(planned: readonly PlannedEntry[], empty: string): Markup {
  return dataTable({
    caption: `共${planned.length}个${planned.length > MOST_SHOWN ? `，显示前${MOST_SHOWN}个` : ""}`,
    columns: ["单位", "内容", "位置"],
    rows: planned.slice(0, MOST_SHOWN).map(({ rows, before, after }) => [
      before?.name ?? after.name,
      html`${changedFields(before, after)
        .filter(({ field }) => field !== "superior")
        .map(changedFact)
        .map(
          ({ label, value, notes = [] }) =>
            html`<div>${label}：${value}${before === undefined ? "" : html`<small>${notes.join("；")}</small>`}</div>`,
        )}${before?.superior === after.superior ? "" : html`<div>上级单位有变</div>`}${before === undefined || before.verified === after.verified ? "" : html`<div>${after.verified ? "标为已核实" : "标为未核实"}</div>`}`,
      rows.join("、"),
    ]),
    empty,
  });
}

function refusalWords(why: ImportRefusal): string {
  switch (why.type) {
    case "as-read":
      return why.text;
    case "name-taken":
    case "authority-address":
      return conflictWords(why);
    case "name-twice":
      return `文件中有两个单位使用“${why.name}”这一名称。`;
    case "other-jurisdiction":
      return `属于${why.jurisdiction}，不是本局辖区，请由其所在辖区的司法局登记。`;
    case "kept-elsewhere":
      return "法院、人民政府和司法局由市司法局维护联系人，本表不能变更。";
    case "not-an-agency":
      return "名录中没有这个单位。法院、人民政府和司法局由管理员登记，不能由本表新增。";
    case "closed":
      return "名录中已登记撤销或者并入其他单位。";
    case "no-contact":
      return "没有联系人的邮箱，请补充。";
    case "no-such-superior":
      return `名录和本表中都没有上级单位“${why.superior}”，请填写全称。`;
    default:
      return why satisfies never;
  }
}

/** Who imports, by which form, and when. */
interface Importing {
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
}

async function writesOf(
  ports: DeskPorts,
  { bureau }: OpenDirectory,
  { added, changed, unchanged }: ImportPlan,
  { id, by, at }: Importing,
): Promise<ReadyAct> {
  const of = { id, at, by, bureau: bureau.id };
  const planned = [...added, ...changed].map(
    ({ before, after }): OrganisationChange => ({ ...of, ...(before && { before }), after }),
  );
  // What an earlier attempt of the same form has written is part of the act.
  const made = await Promise.all(unchanged.map((one) => changeByAct(ports.directory, one.id, id)));
  const changes = [...planned, ...made.filter((one) => one !== undefined)];
  const { rules } = ports;
  return directoryActWrites(ports, { ...of, kind: "imported" }, changes, {
    now: at,
    rules,
    told: "addresses",
  });
}

export async function submitImport(ports: DeskPorts, open: OpenDirectory, form: Form): Promise<Answer> {
  const reader = new FormReader(form);
  const id = formIdOf(reader, form);
  const there = { status: 303, to: placeOf(open.visit, { part: "acts" }) } as const;
  if ((await ports.records.usedLink(id)) !== undefined) return there;
  const by = reader.text("by", "您的姓名", 30);
  const sheet = await sheetOf(ports, open);
  const isAsShown =
    sheet.state === "read" && sheet.file.versionId === form.version && planKey(sheet.plan) === form.confirmed;
  if (!isAsShown)
    reader.problem("latest", "预览之后，文件或者名录有了变化，尚未写入。请核对最新的预览后再次确认。");
  if (sheet.state !== "read" || reader.problems.length > 0)
    return importPage(ports, open, { form, problems: reader.problems }, isAsShown ? 422 : 409);
  const at = ports.now();
  const done = await handleByLink<void, never>(ports.records, { nonce: id, at, by }, async () => {
    const latest = await sheetOf(ports, open);
    return writesOf(ports, open, latest.state === "read" ? latest.plan : sheet.plan, { id, by, at });
  });
  if (done.outcome === "done") reported(ports, done);
  return there;
}
