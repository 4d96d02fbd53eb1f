/** 单位信息变更: by any link of its own, an agency brings its entry in the directory up to date. */

import { html } from "hono/html";
import { openCasesOf } from "../../../shared/casework/organisation-changed.ts";
import { lookup, type Organisation } from "../../../shared/domain/organisations/directory.ts";
import {
  amended,
  changedFields,
  factsOf,
  isOnlyProposed,
  type OrganisationFacts,
  OWN_ROLES,
  type OwnRole,
} from "../../../shared/domain/organisations/organisation-change.ts";
import { needsConsent, withConsentAsked } from "../../../shared/domain/organisations/proposed-address.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { changedFact, roleName } from "../../../shared/letters/wording/organisation-wording.ts";
import type { CaseLink } from "../case-task/case-link.ts";
import type { Opening } from "../case-task/open-case.ts";
import { factList } from "../frame/case-view.ts";
import { goesBack } from "../frame/effects.ts";
import { actorField, type Filled, problemSummary, textArea, textField } from "../frame/fields.ts";
import { type Form, FormReader } from "../frame/form.ts";
import { freshLinkForm, sendFreshLink } from "../frame/fresh-link.ts";
import { basisOf, type ChangeOfOwn, makeOwnChange } from "../frame/own-change.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { EMAIL, emailTyped, PHONE, phoneTyped } from "../frame/typed.ts";
import { undoOffer } from "../frame/undo-link.ts";

type Admitted = Exclude<Opening, { readonly state: "refused" }>;

/** The entry as it is, to be corrected; after it was, what was changed. */
export async function showChanges(ports: DeskPorts, opening: Admitted, visit: Visit): Promise<ShownPage> {
  const organisation = await ports.directory.organisation(opening.link.recipient);
  if (organisation === undefined) return refusalPage({ type: "not-theirs" });
  if (opening.state === "used") return usedPage(ports, opening, visit, 200);
  return formPage(organisation, { form: formOf(organisation), problems: [] }, visit, 200);
}

/** Writes the change, with all notices it brings about, once per link. */
export async function submitChanges(
  ports: DeskPorts,
  opening: Admitted,
  form: Form,
  visit: Visit,
  room: Pick<Room<CaseLink>, "about" | "subject">,
): Promise<Answer> {
  const before = await ports.directory.organisation(opening.link.recipient);
  if (before === undefined) return refusalPage({ type: "not-theirs" });
  if (opening.state === "used") {
    return form.do === "fresh-link"
      ? sendFreshLink(ports, room, opening.link, form)
      : usedPage(ports, opening, visit, 409);
  }
  const reader = new FormReader(form);
  const functions = form.functions ?? "";
  if ([...functions].length > 1_000) reader.problem("functions", "职能变更请控制在1000字以内。");
  const facts = await factsRead(ports, reader, form, before);
  const by = reader.text("by", "您的姓名", 30);
  const now = ports.now();
  const { nonce } = opening.link;
  const after = withConsentAsked(before, amended(before, facts), { by, at: now, change: nonce });
  if (form.basis !== basisOf(before))
    reader.problem(
      "latest",
      "您填写期间，本单位的名录信息有了变化，您的内容没有保存。请对照最新内容核对后再次提交。",
    );
  else if (changedFields(before, after).length === 0 && functions === "")
    reader.problem("latest", "没有任何变更，内容没有提交。请改动有变化的项目，或者直接关闭本页。");
  if (reader.problems.length > 0) return formPage(before, { form, problems: reader.problems }, visit, 422);
  if (goesBack(form)) return formPage(before, { form, problems: [] }, visit, 200);

  const change: ChangeOfOwn = {
    id: nonce,
    at: now,
    by,
    before,
    after,
    ...(functions !== "" && { functions }),
  };
  const made = await makeOwnChange(ports, {
    change,
    cases: () => openCasesOf(before, ports),
    form,
    words: { title: "信息变更确认", button: "确认提交变更" },
  });
  if (made.outcome === "asked") return made.page;
  if (made.outcome === "done") return { status: 303 };
  if (made.outcome === "used")
    return usedPage(ports, { ...opening, state: "used", used: made.used }, visit, 409);
  const message = "本单位的名录信息刚刚有了变化，您的内容没有保存。请对照最新内容核对后再次提交。";
  const newest = (await ports.directory.organisation(opening.link.recipient)) ?? before;
  return formPage(newest, { form, problems: [{ field: "latest", message }] }, visit, 409);
}

async function factsRead(
  { directory }: DeskPorts,
  reader: FormReader,
  form: Form,
  before: Organisation,
): Promise<OrganisationFacts> {
  const name = reader.text("name", "单位名称", 60);
  const others = name === "" ? [] : await directory.find(lookup.name(name));
  if (others.some(({ id }) => id !== before.id))
    reader.problem("name", `名录中已有另一个单位使用“${name}”这一名称，请核对，或者联系页末所列的司法局。`);
  const contact = (role: OwnRole) => {
    const read = contactRead(reader, form, role);
    if (read.email === "" && needsConsent(before, role, ""))
      reader.problem(
        `${role}-email`,
        `${roleName(role)}邮箱“${factsOf(before).contacts[role].email}”的停用须由司法局核实：请保留，并联系页末所列的司法局在名录中停用。`,
      );
    return read;
  };
  return {
    name,
    address: form.address ?? "",
    contacts: { "legal-section": contact("legal-section"), duty: contact("duty"), head: contact("head") },
  };
}

function contactRead(reader: FormReader, form: Form, role: OwnRole) {
  const given = (field: string) => form[`${role}-${field}`] ?? "";
  const [name, email, phone] = [given("name"), emailTyped(given("email")), phoneTyped(given("phone"))];
  const label = roleName(role);
  const empty = name === "" && email === "" && phone === "";
  if (empty && role !== "legal-section") return { name, email, phone };
  if (name === "" || [...name].length > 30)
    reader.problem(`${role}-name`, `请填写${label}联系人，30字以内。`);
  if (!EMAIL.test(email))
    reader.problem(`${role}-email`, `请填写${label}的电子邮箱，例如：fazhi@example.cn。`);
  if (phone !== "" && !PHONE.test(phone))
    reader.problem(`${role}-phone`, `${label}的电话请只填写数字、区号和分机号。`);
  return { name, email, phone };
}

function formOf(organisation: Organisation): Form {
  const { name, address, contacts } = factsOf(organisation);
  return {
    name,
    address,
    ...Object.fromEntries(
      OWN_ROLES.flatMap((role) =>
        (["name", "email", "phone"] as const).map((field) => [`${role}-${field}`, contacts[role][field]]),
      ),
    ),
  };
}

function formPage(
  organisation: Organisation,
  filled: Filled,
  visit: Visit,
  status: 200 | 409 | 422,
): ShownPage {
  const undeliverable = organisation.contacts.filter((one) => one.undeliverable === true);
  return {
    status,
    title: "本单位信息变更",
    body: html`${problemSummary(filled)}
<section id="latest" tabindex="-1"><p>现登记为：${organisation.name}。提交后名录立即更新，并告知司法局和正在审理本单位案件的法院；停用的邮箱也会收到通知。其他岗位正在使用的邮箱，经原邮箱的使用人或者司法局确认后才变更。</p>
${undeliverable.length === 0 ? "" : html`<p class="note"><strong>下列邮箱退信，请更正：</strong>${undeliverable.map(({ email }) => email).join("、")}</p>`}</section>
<form method="post"><input type="hidden" name="basis" value="${basisOf(organisation)}">
${textField(filled, { name: "name", label: "单位名称", hint: "更名后，原名称仍可识别。" })}
${textField(filled, { name: "address", label: "办公地址" })}
${textArea(filled, { name: "functions", label: "职能变更", rows: 3, hint: "职能划入、划出的，写明内容、时间和承继单位；没有的留空。" })}
${OWN_ROLES.map(
  (role) => html`<h2>${roleName(role)}${role === "legal-section" ? "（必填）" : "（没有的留空）"}</h2>
${textField(filled, { name: `${role}-name`, label: `${roleName(role)}联系人` })}
${textField(filled, { name: `${role}-email`, label: `${roleName(role)}邮箱` })}
${textField(filled, { name: `${role}-phone`, label: `${roleName(role)}电话` })}`,
)}
${actorField(filled)}
<button type="submit" name="do" value="submit">提交变更</button></form>
<p><a href="${placeOf(visit)}">返回本链接的办理页面</a></p>`,
  };
}

async function usedPage(
  ports: DeskPorts,
  { link, used }: Extract<Opening, { state: "used" }>,
  visit: Visit,
  status: 200 | 409,
): Promise<ShownPage> {
  const changes = await ports.directory.changes(link.recipient);
  const change = changes.find(({ id }) => id === link.nonce);
  const takenBack = changes.find(({ takesBack }) => takesBack === link.nonce);
  const fields = change === undefined ? [] : changedFields(change.before, change.after);
  const isOnlyAsked = change?.functions === undefined && isOnlyProposed(fields);
  return {
    status,
    title: "信息变更已登记",
    body: html`<p class="done">${used.by}已于${printedMoment(used.at)}${isOnlyAsked ? "申请变更邮箱，已请原邮箱的使用人确认，并已告知司法局；确认前仍使用原邮箱。" : "报告变更，名录已经更新，并已告知司法局和法院。"}</p>
${takenBack === undefined ? "" : html`<p class="note">${takenBack.by}已于${printedMoment(takenBack.at)}撤回，名录已恢复原内容。</p>`}
${
  change === undefined
    ? ""
    : factList(
        ...fields.map(changedFact),
        change.functions === undefined ? undefined : { label: "职能变更", value: change.functions },
      )
}
<h2>需要更正？</h2>${change === undefined ? "" : await undoOffer(ports, visit, { what: "entry", of: link.recipient, recipient: link.recipient, cause: change.id, at: change.at })}${freshLinkForm()}
<p><a href="${placeOf(visit)}">返回本链接的办理页面</a></p>`,
  };
}
