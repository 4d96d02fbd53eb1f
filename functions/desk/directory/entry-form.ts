/** The form of a unit (登记、变更): its fields, what a person typed into them, and what is wrong with each. */

import { html } from "hono/html";
import { type Conflict, conflictsOf } from "../../../shared/casework/directory/conflicts.ts";
import {
  type ContactRole,
  type Level,
  lookup,
  type Organisation,
  type OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { EntryFacts } from "../../../shared/domain/organisations/entry.ts";
import { CONTACT_ROLES } from "../../../shared/domain/organisations/organisation-change.ts";
import { similarOrganisations } from "../../../shared/domain/organisations/similar-names.ts";
import { levelName, roleName } from "../../../shared/letters/wording/organisation-wording.ts";
import { actorField, type Filled, select, textArea, textField, tick } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts } from "../frame/room.ts";
import { EMAIL, emailTyped, PHONE, phoneTyped } from "../frame/typed.ts";
import { entriesIn, type OpenDirectory } from "./open-directory.ts";

/** People of one unit; a form has two places more than it has people. */
const MOST_CONTACTS = 12;
const SPARE = 2;
const LEVELS: readonly Level[] = ["city", "county", "town"];

/** The values a form begins with. */
export function formOfEntry(
  entry: Pick<Organisation, "name" | "aliases" | "level" | "jurisdiction" | "address" | "contacts">,
  superior: string,
): Form {
  const { name, aliases, level, jurisdiction, address = "", contacts } = entry;
  return {
    name,
    aliases: aliases.join("\n"),
    level,
    jurisdiction,
    superior,
    address,
    ...Object.fromEntries(
      contacts.flatMap(({ role, name: person, email, phone = "" }, index) =>
        Object.entries({ role, name: person, email, phone }).map(([field, value]) => [
          contactField(index, field as ContactPart),
          value,
        ]),
      ),
    ),
  };
}

type ContactPart = "role" | "name" | "email" | "phone";

function contactField(index: number, part: ContactPart): string {
  return `c${index + 1}-${part}`;
}

/** The fields; of what isn't an agency only contacts and address. */
export async function entryFields(
  ports: DeskPorts,
  open: OpenDirectory,
  filled: Filled,
  entry?: Organisation,
): Promise<Markup> {
  const whole = entry === undefined || entry.kind === "agency";
  const superiors = whole ? await superiorNames(ports, open) : [];
  const refused = entry?.contacts.filter(({ undeliverable }) => undeliverable === true) ?? [];
  return html`${
    whole
      ? html`${textField(filled, { name: "name", label: "单位全称", hint: entry === undefined ? "与印章一致，例如：临沂市兰山区自然资源局。" : "更名后，原名称仍可识别。" })}
${textArea(filled, { name: "aliases", label: "别名（每行一个）", rows: 3, hint: "曾用名、简称、法院文书中的写法；没有的留空。" })}
${select(filled, { name: "level", label: "级别", options: LEVELS.map((one) => [one, levelName(one)] as const) })}
${open.seen.length > 1 ? select(filled, { name: "jurisdiction", label: "辖区", options: open.seen.map((one) => [one, one] as const) }) : html`<input type="hidden" name="jurisdiction" value="${open.own}">`}
${textField(filled, { name: "superior", label: "上级单位", hint: "督办抄送的单位；没有的留空。", suggestions: superiors })}`
      : ""
  }
${textField(filled, { name: "address", label: "办公地址" })}
<h2>联系人</h2><p>案件提醒优先发送给法制科室；负责人邮箱只收负责人应诉提醒。不再使用的，清空该行。</p>
${Array.from({ length: placesIn(filled.form, entry) }, (_, index) => contactFields(filled, index))}
${refused.length === 0 ? "" : html`<p class="note"><strong>下列邮箱退信：</strong>${refused.map(({ email }) => email).join("、")}</p>${tick(filled, { name: "mended", label: "已经核实，上述邮箱可以继续使用" })}`}
${actorField(filled, "登记人")}`;
}

function placesIn(form: Form, entry: Organisation | undefined): number {
  const given = Array.from({ length: MOST_CONTACTS }, (_, index) => index).findLast(
    (index) =>
      (form[contactField(index, "email")] ?? "") !== "" || (form[contactField(index, "name")] ?? "") !== "",
  );
  return Math.min(
    MOST_CONTACTS,
    Math.max(given === undefined ? 0 : given + 1, entry?.contacts.length ?? 0) + SPARE,
  );
}

function contactFields(filled: Filled, index: number): Markup {
  const field = (part: ContactPart) => contactField(index, part);
  const label = (words: string) => `第${index + 1}位${words}`;
  return html`<fieldset class="field"><legend>第${index + 1}位联系人</legend><div class="filters">
${select(filled, { name: field("role"), label: label("岗位"), options: CONTACT_ROLES.map((one) => [one, roleName(one)] as const) })}
${textField(filled, { name: field("name"), label: label("姓名") })}
${textField(filled, { name: field("email"), label: label("邮箱") })}
${textField(filled, { name: field("phone"), label: label("电话") })}</div></fieldset>`;
}

async function superiorNames(ports: DeskPorts, { seen, own }: OpenDirectory): Promise<readonly string[]> {
  const areas = own === CITY_ITSELF ? seen : [own, CITY_ITSELF];
  const all = await entriesIn(ports, areas);
  return all.filter(({ kind, level }) => kind !== "court" && level !== "town").map(({ name }) => name);
}

/** What was typed, with what is wrong left with the reader. */
export async function factsRead(
  { directory }: DeskPorts,
  open: OpenDirectory,
  reader: FormReader,
  form: Form,
  entry?: Organisation,
): Promise<EntryFacts> {
  const whole = entry === undefined || entry.kind === "agency";
  const contacts = contactsRead(reader, form);
  const address = reader.optionalText("address", "办公地址", 100) ?? "";
  const isMended = form.mended === "yes";
  if (!whole) {
    const { name, aliases, level, jurisdiction, superior } = entry;
    return { name, aliases, level, jurisdiction, superior, address, contacts, isMended };
  }
  const name = reader.text("name", "单位全称", 60).normalize("NFKC").replace(/\s/gu, "");
  const aliases = reader
    .lines("aliases", "别名", 20, 60)
    .map((one) => one.normalize("NFKC").replace(/\s/gu, ""));
  const level = reader.choice("level", "级别", LEVELS) ?? "county";
  const jurisdiction = reader.choice("jurisdiction", "辖区", open.seen) ?? open.own;
  const superior = await superiorRead(directory, reader, entry);
  const had = entry?.contacts.map(({ email }) => email) ?? [];
  const conflicts = await conflictsOf(directory, {
    id: entry?.id,
    names: [name, ...aliases],
    contacts: contacts.filter(({ email }) => !had.includes(email)),
  });
  for (const one of conflicts) reader.problem(fieldOf(one, name, contacts, form), conflictWords(one));
  return { name, aliases, level, jurisdiction, superior, address, contacts, isMended };
}

/** Where a conflict stands on the form. */
function fieldOf(conflict: Conflict, name: string, contacts: EntryFacts["contacts"], form: Form): string {
  if (conflict.type === "name-taken") return conflict.name === name ? "name" : "aliases";
  const index = Array.from({ length: MOST_CONTACTS }, (_, at) => at).find(
    (at) => emailTyped(form[contactField(at, "email")] ?? "") === conflict.email,
  );
  return contactField(index ?? contacts.findIndex(({ email }) => email === conflict.email), "email");
}

/** A conflict, with what to do. */
export function conflictWords(conflict: Conflict): string {
  const { name: by } = conflict.by;
  return conflict.type === "name-taken"
    ? `名录中已有“${by}”使用“${conflict.name}”这一名称，请核对是不是同一单位。`
    : `“${conflict.email}”是${by}登记的邮箱，不能用作行政机关的邮箱，请填写该单位自己的邮箱。`;
}

async function superiorRead(
  directory: DeskPorts["directory"],
  reader: FormReader,
  entry: Organisation | undefined,
): Promise<OrganisationId | undefined> {
  const text = reader.optionalText("superior", "上级单位", 60);
  if (text === undefined) return undefined;
  const [only, ...others] = await directory.find(lookup.name(text));
  if (only !== undefined && others.length === 0 && only.id !== entry?.id && only.kind !== "court")
    return only.id;
  const [agencies, governments] = await Promise.all([
    directory.names("agency"),
    directory.names("government"),
  ]);
  const close = similarOrganisations(text, [...agencies, ...governments]).filter(
    ({ organisation }) => organisation.id !== entry?.id,
  );
  const meant =
    close.length === 0 ? "" : `是不是：${close.map(({ organisation }) => organisation.name).join("、")}？`;
  reader.problem("superior", `名录中没有可以作为上级的“${text}”。${meant}请填写名录中的全称，或者留空。`);
  return undefined;
}

/** The rows that say anything; each must have a post, a name and an address. */
function contactsRead(reader: FormReader, form: Form): EntryFacts["contacts"] {
  const places = Array.from({ length: MOST_CONTACTS }, (_, index) => index);
  const read = places.flatMap((index) => {
    const field = (part: ContactPart) => contactField(index, part);
    const given = (part: ContactPart) => form[field(part)] ?? "";
    const [name, email, phone] = [given("name"), emailTyped(given("email")), phoneTyped(given("phone"))];
    if (name === "" && email === "" && phone === "") return [];
    const role = reader.choice<ContactRole>(field("role"), `第${index + 1}位联系人的岗位`, CONTACT_ROLES);
    if (name === "" || [...name].length > 30)
      reader.problem(field("name"), `请填写第${index + 1}位联系人的姓名，30字以内。`);
    if (!EMAIL.test(email))
      reader.problem(field("email"), `请填写第${index + 1}位联系人的电子邮箱，例如：fazhi@example.cn。`);
    if (phone !== "" && !PHONE.test(phone))
      reader.problem(field("phone"), `第${index + 1}位联系人的电话请只填写数字、区号和分机号。`);
    return role === undefined ? [] : [{ role, name, email, ...(phone !== "" && { phone }) }];
  });
  if (read.length === 0 && reader.problems.length === 0)
    reader.problem("c1-email", "请至少填写一位联系人的姓名和邮箱，否则该单位收不到提醒。");
  return read;
}
