/**
 * 这是哪个单位？ A case names a respondent that the directory doesn't know: the units that may be meant are offered, the name becomes
 * another name of the one that is, and the case is dealt with at once.
 */

import { html } from "hono/html";
import { bureauOf, involvedIn } from "../../../shared/casework/involved.ts";
import { boardRows } from "../../../shared/domain/board/board-row.ts";
import { unknownNames } from "../../../shared/domain/board/waiting-names.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import { signatureOf } from "../../../shared/domain/obligations/addressing.ts";
import {
  lookup,
  type Organisation,
  type OrganisationName,
} from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { isCalled, withAlias } from "../../../shared/domain/organisations/entry.ts";
import { similarOrganisations } from "../../../shared/domain/organisations/similar-names.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { kindName } from "../../../shared/letters/wording/organisation-wording.ts";
import { bureauToAsk } from "../../../shared/letters/wording/signer-wording.ts";
import { caseView } from "../frame/case-view.ts";
import { goesBack } from "../frame/effects.ts";
import { actorField, type Filled, problemSummary, radios, textField } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, ShownPage } from "../frame/room.ts";
import { doAct } from "./do-act.ts";
import { NOTHING } from "./entry-page.ts";
import { entriesIn, type OpenDirectory } from "./open-directory.ts";

/** A name that a case waits for. */
interface OpenName extends OpenDirectory {
  readonly file: CaseFile;
  readonly name: string;
}

/** Which name, in which case: of the page's address, or of the link itself. */
export interface Asked {
  readonly caseNumber: string | undefined;
  readonly name: string | undefined;
}

/** The name, for the bureau on whose board its case stands and for the city's. */
async function openName(
  ports: DeskPorts,
  open: OpenDirectory,
  { caseNumber, name = "" }: Asked,
): Promise<OpenName | DeskRefusal> {
  const file = await caseOf(ports, open, caseNumber);
  if (file === undefined) return { type: "not-theirs" };
  return unknownNames(file).includes(name) ? { ...open, file, name } : { type: "name-settled" };
}

/** The case, where it stands on the bureau's board. */
export async function caseOf(
  { records, directory, now }: DeskPorts,
  { own }: Pick<OpenDirectory, "own">,
  number: string | undefined,
): Promise<CaseFile | undefined> {
  const caseNumber = parseCaseNumber(number ?? "");
  const file = caseNumber && (await records.caseFile(caseNumber));
  if (file === undefined || own === CITY_ITSELF) return file;
  const rows = boardRows(file, await involvedIn(file, directory), now());
  return rows.some(({ board }) => board === own) ? file : undefined;
}

export async function namingPage(ports: DeskPorts, open: OpenDirectory, asked: Asked): Promise<ShownPage> {
  const opened = await openName(ports, open, asked);
  return "type" in opened ? settledPage(open, opened) : formPage(ports, opened, NOTHING, 200);
}

function settledPage({ visit }: OpenDirectory, refusal: DeskRefusal): ShownPage {
  const page = refusalPage(refusal);
  return {
    ...page,
    body: html`${page.body}<p><a href="${placeOf(visit, { part: "list" })}">打开名录</a></p>`,
  };
}

async function formPage(
  ports: DeskPorts,
  open: OpenName,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const { visit, file, name } = open;
  const { own: ours, others } = await candidatesFor(ports, open);
  const names = (await entriesIn(ports, open.seen))
    .filter(({ kind }) => kind !== "court")
    .map((one) => one.name);
  const where = html`${file.caseNumber}${file.court === "" ? "" : `（${file.court}）`}`;
  const choice = [
    ...ours.map((one) => [one.id, describedAs(one)] as const),
    ["other", "是名录中的其他单位（在下面填写全称）"] as const,
  ];
  const fields = html`${radios(filled, { name: "unit", label: `“${name}”是哪个单位`, hint: ours.length === 0 ? "名录中没有名称相近的单位。" : "按名称相近程度排列。", options: choice })}
${textField(filled, { name: "other", label: "其他单位的全称", hint: "选择了上面某个单位的留空。", suggestions: names })}${actorField(filled, "登记人")}`;
  return {
    status,
    title: "这是哪个单位？",
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1"><p>${where}的文书所写的被告<strong>“${name}”</strong>在名录中没有对应单位，还没有通知任何单位。选定后，该名称登记为这个单位的别名，系统立即向该单位发送本案提醒。</p></section>
${formFrame(ports, undefined, fields, "下一步：核对", filled.form.form)}
${othersView(others)}
<h2>名录中没有这个单位？</h2><p><a href="${placeOf(visit, { part: "new", query: { name, case: file.caseNumber } })}">登记为新单位</a>，登记后同样立即通知。</p>
<details><summary>本案情况</summary>${caseView(file, file.state === "awaiting-hearing" ? file.hearing : undefined)}</details>
<p><a href="${placeOf(visit, { part: "list" })}">返回名录</a></p>`,
  };
}

function describedAs(entry: Organisation): string {
  const aliases = entry.aliases.length === 0 ? "" : `，别名：${entry.aliases.join("、")}`;
  return `${entry.name}（${entry.jurisdiction}，${kindName(entry.kind)}${aliases}）`;
}

interface Candidates {
  /** Those the bureau may say it of, the most likely first. */
  readonly own: readonly Organisation[];
  /** Others, each with the bureau whose they are. */
  readonly others: readonly { readonly entry: OrganisationName; readonly bureau: Organisation | undefined }[];
}

/** The units that bear the name, where there are several, and those with names like it. */
async function candidatesFor({ directory }: DeskPorts, open: OpenName): Promise<Candidates> {
  const all = (
    await Promise.all((["agency", "government", "bureau"] as const).map((kind) => directory.names(kind)))
  ).flat();
  const called = all.filter((one) => isCalled(one, open.name));
  const similar = similarOrganisations(open.name, all).map(({ organisation }) => organisation);
  // The bureau's own are few: more of them are worth being offered.
  const near = similarOrganisations(
    open.name,
    all.filter((one) => mayName(open, one)),
  ).map(({ organisation }) => organisation);
  const found = [...new Map([...called, ...similar, ...near].map((one) => [one.id, one])).values()];
  const others = await Promise.all(
    found
      .filter((one) => !mayName(open, one))
      .map(async (entry) => ({ entry, bureau: await bureauOf(entry.jurisdiction, directory) })),
  );
  const own = found.filter((one) => mayName(open, one)).map(({ id }) => id);
  const entries = [...(await directory.organisations(own)).values()];
  return { own: entries.filter((one) => mayName(open, one)), others };
}

/** A bureau says what its jurisdiction's agencies, and its government, are called. */
function mayName(
  { own }: OpenDirectory,
  { kind, jurisdiction, closed }: OrganisationName & Pick<Organisation, "closed">,
): boolean {
  return kind !== "court" && closed === undefined && (own === CITY_ITSELF || jurisdiction === own);
}

function othersView(others: Candidates["others"]): Markup {
  if (others.length === 0) return html``;
  return html`<h2>其他辖区名称相近的单位</h2><ul>${others.map(
    ({ entry, bureau }) =>
      html`<li>${entry.name}（${entry.jurisdiction}）${bureau === undefined ? "" : `：是这个单位的，请电话联系${bureauToAsk(signatureOf(bureau))}登记`}</li>`,
  )}</ul>`;
}

export async function submitNaming(
  ports: DeskPorts,
  open: OpenDirectory,
  form: Form,
  asked: Asked,
): Promise<Answer> {
  const reader = new FormReader(form);
  const id = formIdOf(reader, form);
  const used = await ports.records.usedLink(id);
  if (used !== undefined) return { status: 303, to: placeOf(open.visit, { part: "list" }) };
  const opened = await openName(ports, open, asked);
  if ("type" in opened) return settledPage(open, opened);
  const { name, file } = opened;
  const unit = await unitRead(ports, opened, reader, form);
  const by = reader.text("by", "您的姓名", 30);
  const again = (status: 200 | 409 | 422) =>
    formPage(ports, opened, { form, problems: reader.problems }, status);
  if (reader.problems.length > 0 || unit === undefined) return again(422);
  if (goesBack(form)) return again(200);
  const isTaken = (await ports.directory.find(lookup.name(name))).some((one) => one.id !== unit.id);
  // Where several are called so, the name says nothing about other cases.
  const entries = isTaken || isCalled(unit, name) ? [] : [{ before: unit, after: withAlias(unit, name) }];
  const deed = {
    id,
    kind: "alias-added",
    by,
    entries,
    named: { caseNumber: file.caseNumber, name, organisation: unit },
    title: "这是哪个单位：请核对",
    button: "确认，并立即通知该单位",
    goesTo: unit.id,
  } as const;
  return doAct(ports, open, form, deed, async (why) => {
    reader.problem("latest", refused(why).message);
    return again(409);
  });
}

async function unitRead(
  ports: DeskPorts,
  open: OpenName,
  reader: FormReader,
  form: Form,
): Promise<Organisation | undefined> {
  const { directory } = ports;
  const { own } = await candidatesFor(ports, open);
  const chosen = reader.choice("unit", "是哪个单位", [...own.map((one) => one.id as string), "other"]);
  const typed = form.other ?? "";
  if (chosen === undefined) return undefined;
  if (chosen !== "other") {
    if (typed !== "")
      reader.problem("other", "上面已选定单位，请清空这一栏；是其他单位的，请选择“其他单位”。");
    return own.find((one) => one.id === chosen);
  }
  const [only, ...others] = typed === "" ? [] : await directory.find(lookup.name(typed));
  if (only === undefined || others.length > 0)
    reader.problem("other", `名录中没有“${typed}”这个全称，请从提示中选择，或者登记为新单位。`);
  else if (!mayName(open, only))
    reader.problem("other", `${only.name}不属于本局辖区，请联系其所在辖区的司法局登记。`);
  else return only;
  return undefined;
}
