/** What a bureau does on the pages of one unit (登记、变更、别名、核实、撤销、并入): each with its form, and how what was typed is read. */

import { html } from "hono/html";
import { conflictsOf } from "../../../shared/casework/directory/conflicts.ts";
import { changeByAct } from "../../../shared/casework/directory/directory-act.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import {
  lookup,
  type Organisation,
  type OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF, districtOf } from "../../../shared/domain/organisations/district.ts";
import {
  closedEntry,
  editedEntry,
  isCalled,
  newEntry,
  withAlias,
} from "../../../shared/domain/organisations/entry.ts";
import { hasLeaders } from "../../../shared/domain/organisations/leaders.ts";
import { changedFields } from "../../../shared/domain/organisations/organisation-change.ts";
import { proposedContacts, withConsent } from "../../../shared/domain/organisations/proposed-address.ts";
import { addDays, type CivilDate, civilDateAt } from "../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { explainDeskRefusal } from "../../../shared/letters/refusals/desk-refusals.ts";
import { roleName } from "../../../shared/letters/wording/organisation-wording.ts";
import { goesBack } from "../frame/effects.ts";
import { actorField, type Filled, problemSummary, radios, textField } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf } from "../frame/form-frame.ts";
import { leaderFields, leadersForm, leadersRead, withLeaders } from "../frame/leader-fields.ts";
import { basisOf } from "../frame/own-change.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, ShownPage } from "../frame/room.ts";
import { type Deed, doAct } from "./do-act.ts";
import { conflictWords, entryFields, factsRead, formOfEntry } from "./entry-form.ts";
import { entryPage, NOTHING } from "./entry-page.ts";
import { entriesIn, type OpenDirectory, type OpenEntry } from "./open-directory.ts";

/** 登记新单位; `name`: as a paper has it, where it is a case that waits. */
export async function newPage(
  ports: DeskPorts,
  open: OpenDirectory,
  filled: Filled = { form: blank(open), problems: [] },
  status: 200 | 409 | 422 = 200,
): Promise<ShownPage> {
  const { visit } = open;
  return {
    status,
    title: "登记新单位",
    body: html`${problemSummary(filled)}<p>法院、人民政府和司法局由管理员登记，本页只登记行政机关（含乡镇人民政府、街道办事处）。</p>
${formFrame(ports, undefined, await entryFields(ports, open, filled), "下一步：核对", filled.form.form)}
<p><a href="${placeOf(visit, { part: "list" })}">返回名录</a></p>`,
  };
}

function blank({ visit, own, seen }: OpenDirectory): Form {
  const { name = "" } = visit.query;
  const district = districtOf(name, seen);
  const jurisdiction = own === CITY_ITSELF ? (seen.includes(district) ? district : own) : own;
  const level = /(?:镇|乡|街道)/u.test(name) ? "town" : jurisdiction === CITY_ITSELF ? "city" : "county";
  return { name, level, jurisdiction, "c1-role": "legal-section" };
}

export async function submitNew(ports: DeskPorts, open: OpenDirectory, form: Form): Promise<Answer> {
  const reader = new FormReader(form);
  const id = formIdOf(reader, form);
  const unit = `org-${identityOf("unit", id).toLowerCase()}` as OrganisationId;
  // A second click on the same form: what it asked for has been done.
  if ((await ports.records.usedLink(id)) !== undefined) return done(open, unit, id);
  const facts = await factsRead(ports, open, reader, form);
  const by = reader.text("by", "您的姓名", 30);
  const again = (status: 200 | 409 | 422) =>
    newPage(ports, open, { form, problems: reader.problems }, status);
  if (reader.problems.length > 0) return again(422);
  if (goesBack(form)) return again(200);
  const deed: Deed = {
    id,
    kind: "unit-added",
    by,
    entries: [{ before: undefined, after: newEntry(unit, facts) }],
    title: "登记新单位：请核对",
    button: "确认登记",
    goesTo: unit,
  };
  return doAct(ports, open, form, deed, async (refusal) => {
    reader.problem("latest", explainDeskRefusal(refusal).why);
    return again(409);
  });
}

/** Back to the page of a unit, where what was done is shown. */
function done({ visit }: OpenDirectory, id: OrganisationId, act: string): Answer {
  return { status: 303, to: placeOf(visit, { part: "entry", query: { id, done: act } }) };
}

/** Something done to one entry, on a page of its own. */
interface EntryDeedForm {
  readonly title: string;
  readonly button: string;
  /** The values it begins with. */
  readonly values: (ports: DeskPorts, open: OpenEntry) => Promise<Form>;
  readonly fields: (ports: DeskPorts, open: OpenEntry, filled: Filled) => Promise<Markup>;
  /** The entries as they are to be; what is wrong is left with the reader. */
  readonly read: (
    ports: DeskPorts,
    open: OpenEntry,
    reader: FormReader,
    form: Form,
  ) => Promise<Deed["entries"]>;
  readonly kind: Deed["kind"];
  /** Whether it is for agencies alone. */
  readonly whole: boolean;
  /** Whom it is for at all; absent: for every organisation. */
  readonly isFor?: (entry: Organisation) => boolean;
}

/** The pages of an entry, by their part of the address. */
export const ENTRY_DEEDS = {
  change: {
    kind: "entry-changed",
    title: "变更单位信息",
    button: "下一步：核对",
    whole: false,
    values: async ({ directory }, { entry }) =>
      formOfEntry(entry, (entry.superior && (await directory.organisation(entry.superior))?.name) ?? ""),
    fields: (ports, open, filled) => entryFields(ports, open, filled, open.entry),
    async read(ports, open, reader, form) {
      const { entry } = open;
      const after = editedEntry(entry, await factsRead(ports, open, reader, form, entry));
      const isSame = changedFields(entry, after).length === 0 && form.mended !== "yes";
      if (isSame && reader.problems.length === 0)
        reader.problem("latest", "没有任何变更，内容没有保存。请改动有变化的项目，或者返回名录。");
      return [{ before: entry, after }];
    },
  },
  leaders: {
    kind: "entry-changed",
    title: "班子成员",
    button: "下一步：核对",
    whole: false,
    isFor: hasLeaders,
    values: async (_, { entry }) => leadersForm(entry.leaders),
    fields: async (_, __, filled) => html`${leaderFields(filled)}${actorField(filled, "登记人")}`,
    async read(ports, { entry }, reader, form) {
      const { now, rules } = ports;
      const given = { today: civilDateAt(now()), heads: rules.policy.heads };
      const after = withLeaders(entry, leadersRead(reader, form, entry, given));
      if (changedFields(entry, after).length === 0 && reader.problems.length === 0)
        reader.problem("latest", "没有任何变更，内容没有保存。请改动有变化的项目，或者返回名录。");
      return [{ before: entry, after }];
    },
  },
  addresses: {
    kind: "entry-changed",
    title: "邮箱变更确认",
    button: "下一步：核对",
    whole: false,
    isFor: (entry) => proposedContacts(entry).length > 0,
    values: async () => ({}),
    fields: async (_, { entry }, filled) => html`<p>原邮箱的使用人尚未答复。请先向该单位核实，再代为确认。</p>
${proposedContacts(entry).map(({ role, email, proposed }) =>
  radios(filled, {
    name: `answer-${role}`,
    label: `${roleName(role)}邮箱由“${email}”改为“${proposed.email}”（${proposed.by}，${printedMoment(proposed.at)}申请）`,
    options: [
      ["agreed", "属实，此后使用新邮箱"],
      ["declined", "不属实，继续使用原邮箱"],
    ],
  }),
)}${actorField(filled, "登记人")}`,
    async read(_, { entry }, reader) {
      const answered = proposedContacts(entry).map(
        (asked) =>
          [
            asked,
            reader.choice(`answer-${asked.role}`, `${roleName(asked.role)}邮箱是否变更`, [
              "agreed",
              "declined",
            ] as const),
          ] as const,
      );
      const after = answered.reduce(
        (now, [asked, given]) => withConsent(now, asked, given === "agreed"),
        entry,
      );
      return [{ before: entry, after }];
    },
  },
  alias: {
    kind: "alias-added",
    title: "增加别名",
    button: "下一步：核对",
    whole: true,
    values: async () => ({}),
    fields: async (
      _,
      { entry },
      filled,
    ) => html`<p>${entry.name}的现有别名：${entry.aliases.length === 0 ? "没有" : entry.aliases.join("、")}。</p>
${textField(filled, { name: "alias", label: "新的别名", hint: "曾用名、简称、法院文书中的写法。" })}${actorField(filled, "登记人")}`,
    async read({ directory }, { entry }, reader) {
      const alias = reader.text("alias", "别名", 60).normalize("NFKC").replace(/\s/gu, "");
      if (isCalled(entry, alias)) reader.problem("alias", `“${alias}”已经是${entry.name}的名称，无需再加。`);
      const conflicts = await conflictsOf(directory, { id: entry.id, names: [alias], contacts: [] });
      for (const one of conflicts) reader.problem("alias", conflictWords(one));
      return [{ before: entry, after: withAlias(entry, alias) }];
    },
  },
  close: {
    kind: "unit-closed",
    title: "撤销、并入",
    button: "下一步：核对",
    whole: true,
    values: async () => ({}),
    async fields(ports, open, filled) {
      const names = (await entriesIn(ports, open.seen))
        .filter(({ id, kind }) => kind === "agency" && id !== open.entry.id)
        .map(({ name }) => name);
      return html`<p>登记后，${open.entry.name}不再用于新的案件；已有案件保留原名称。并入其他单位的，原名称成为该单位的别名，在办案件的提醒改发该单位。</p>
${radios(filled, {
  name: "how",
  label: "情形",
  options: [
    ["merged", "并入其他单位，由其继续行使职权"],
    ["abolished", "撤销，没有承继单位"],
  ],
})}
${textField(filled, { name: "into", label: "并入的单位", hint: "填写名录中的全称；撤销的留空。", suggestions: names })}
${textField(filled, { name: "on", label: "自哪一天起", hint: "例如：2026年9月1日，或者2026-09-01。" })}${actorField(filled, "登记人")}`;
    },
    async read(ports, { entry }, reader, form) {
      const how = reader.choice("how", "撤销还是并入", ["merged", "abolished"] as const);
      const today = civilDateAt(ports.now());
      const on: CivilDate = reader.date("on", "日期", addDays(today, -3_650), today) ?? today;
      const into = how === "merged" ? await successorRead(ports, entry, reader) : undefined;
      if (how === "abolished" && (form.into ?? "") !== "")
        reader.problem("into", "选择了撤销，请清空并入的单位；并入的，请选择并入。");
      const [closed, successor] = closedEntry(entry, on, into);
      return [
        ...(closed === undefined ? [] : [{ before: entry, after: closed }]),
        ...(successor === undefined ? [] : [{ before: into, after: successor }]),
      ];
    },
  },
} as const satisfies Readonly<Record<string, EntryDeedForm>>;

async function successorRead(
  { directory }: DeskPorts,
  entry: Organisation,
  reader: FormReader,
): Promise<Organisation | undefined> {
  const text = reader.text("into", "并入的单位", 60);
  const [only, ...others] = text === "" ? [] : await directory.find(lookup.name(text));
  if (only !== undefined && others.length === 0 && only.kind === "agency" && only.id !== entry.id)
    return only;
  if (text !== "") reader.problem("into", `名录中没有“${text}”这个行政机关，请填写名录中的全称。`);
  return undefined;
}

export type EntryDeedName = keyof typeof ENTRY_DEEDS;

export async function deedPage(
  ports: DeskPorts,
  open: OpenEntry,
  name: EntryDeedName,
  given?: Filled,
  status: 200 | 409 | 422 = 200,
): Promise<ShownPage> {
  const deed: EntryDeedForm = ENTRY_DEEDS[name];
  const refusal = refusalOf(open, deed);
  if (refusal !== undefined) return refusalPage(refusal);
  const { entry, visit } = open;
  const filled = given ?? { form: await deed.values(ports, open), problems: [] };
  const fields = html`<input type="hidden" name="basis" value="${basisOf(entry)}">${await deed.fields(ports, open, filled)}`;
  return {
    status,
    title: `${deed.title}：${entry.name}`,
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1"></section>${formFrame(ports, undefined, fields, deed.button, filled.form.form)}
<p><a href="${placeOf(visit, { part: "entry", query: { id: entry.id } })}">返回${entry.name}</a></p>`,
  };
}

function refusalOf({ entry, right }: OpenEntry, { whole, isFor }: EntryDeedForm) {
  if (entry.closed !== undefined) return { type: "unit-closed" } as const;
  if (isFor?.(entry) === false) return { type: "unit-not-theirs" } as const;
  return right === "all" || (right === "contacts" && !whole)
    ? undefined
    : ({ type: "unit-not-theirs" } as const);
}

export async function submitDeed(
  ports: DeskPorts,
  open: OpenEntry,
  name: EntryDeedName,
  form: Form,
): Promise<Answer> {
  const deed: EntryDeedForm = ENTRY_DEEDS[name];
  const { entry } = open;
  const reader = new FormReader(form);
  const id = formIdOf(reader, form);
  if ((await ports.records.usedLink(id)) !== undefined) return done(open, entry.id, id);
  const made = await madeBy(ports, entry.id, id);
  const refusal = made === undefined ? refusalOf(open, deed) : undefined;
  if (refusal !== undefined) return refusalPage(refusal);
  const entries = made ?? (await deed.read(ports, open, reader, form));
  const by = reader.text("by", "您的姓名", 30);
  if (made === undefined && form.basis !== basisOf(entry))
    reader.problem("latest", refused({ type: "unit-changed" }).message);
  const again = (status: 200 | 409 | 422) =>
    deedPage(ports, open, name, { form, problems: reader.problems }, status);
  if (reader.problems.length > 0) return again(422);
  if (goesBack(form)) return again(200);
  const words = { title: `${deed.title}：请核对`, button: "确认" };
  return doAct(
    ports,
    open,
    form,
    { id, kind: deed.kind, by, entries, ...words, goesTo: entry.id },
    async (why) => {
      reader.problem("latest", refused(why).message);
      return again(409);
    },
  );
}

/** What an earlier attempt of the same form has changed already, before it broke off; undefined where it has changed nothing. */
async function madeBy(
  { directory }: DeskPorts,
  id: OrganisationId,
  act: string,
): Promise<Deed["entries"] | undefined> {
  const own = await changeByAct(directory, id, act);
  if (own?.after === undefined) return undefined;
  const into = own.after.closed?.into;
  const other = into && (await changeByAct(directory, into, act));
  return [own, ...(other === undefined ? [] : [other])].flatMap(({ before, after }) =>
    after === undefined ? [] : [{ before, after }],
  );
}

/** 核实: the entry is right as it stands. */
export async function submitVerified(ports: DeskPorts, open: OpenEntry, form: Form): Promise<Answer> {
  const { entry, right } = open;
  const reader = new FormReader(form);
  const id = formIdOf(reader, form);
  if ((await ports.records.usedLink(id)) !== undefined) return done(open, entry.id, id);
  if (right === "none") return refusalPage({ type: "unit-not-theirs" });
  const by = reader.text("by", "您的姓名", 30);
  if (form.basis !== basisOf(entry)) reader.problem("latest", refused({ type: "unit-changed" }).message);
  if (reader.problems.length > 0) return entryPage(ports, open, { form, problems: reader.problems }, 422);
  const deed: Deed = {
    id,
    kind: "verified",
    by,
    entries: [{ before: entry, after: { ...entry, verified: true } }],
    title: "核实：请核对",
    button: "确认核实",
    goesTo: entry.id,
  };
  if (goesBack(form)) return entryPage(ports, open, NOTHING);
  return doAct(ports, open, form, deed, async (why) =>
    entryPage(ports, open, { form, problems: [refused(why)] }, 409),
  );
}
