/** 邮箱变更确认: does whoever reads an address agree that another takes its place? */
import { html } from "hono/html";
import { openCasesOf } from "../../../shared/casework/organisation-changed.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import {
  type ProposedContact,
  proposedBy,
  withConsent,
} from "../../../shared/domain/organisations/proposed-address.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { roleName } from "../../../shared/letters/wording/organisation-wording.ts";
import { factList } from "../frame/case-view.ts";
import { goesBack } from "../frame/effects.ts";
import { actorField, type Filled, problemSummary, radios } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { basisOf, makeOwnChange } from "../frame/own-change.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { undoOffer } from "../frame/undo-link.ts";

type ConsentLink = Link<"address-consent">;

/** The entry and the contact a link is about. */
interface Opened {
  readonly link: ConsentLink;
  readonly visit: Visit;
  readonly entry: Organisation;
  readonly asked: ProposedContact;
}

interface Answered extends Omit<Opened, "asked"> {
  readonly used: UsedLink;
}

export const addressConsentRoom: Room<ConsentLink> = {
  about: () => "邮箱变更确认",
  subject: ({ recipient }) => ({ of: "organisation", organisation: recipient }),

  // Another link would go to whoever asked, not to whose address it is.
  expired: () => ({
    status: 410,
    title: "链接已过期",
    body: html`<p>这个链接已超过有效期，不能再答复。没有答复过、司法局也没有确认的，原邮箱继续使用。</p><p><strong>同意变更的，请联系页末所列的司法局在名录中确认。</strong></p>`,
  }),

  async show(ports, link, visit) {
    const opened = await open(ports, link, visit);
    if ("type" in opened) return refusalPage(opened);
    return "used" in opened
      ? answeredPage(ports, opened, 200)
      : formPage(opened, { form: {}, problems: [] }, 200);
  },

  async submit(ports, link, form, visit) {
    const opened = await open(ports, link, visit);
    if ("type" in opened) return refusalPage(opened);
    return "used" in opened ? answeredPage(ports, opened, 409) : answer(ports, opened, form);
  },
};

async function open(
  ports: DeskPorts,
  link: ConsentLink,
  visit: Visit,
): Promise<Opened | Answered | DeskRefusal> {
  const [entry, used] = await Promise.all([
    ports.directory.organisation(link.recipient),
    ports.records.usedLink(link.nonce),
  ]);
  if (entry === undefined) return { type: "unit-gone" };
  if (used !== undefined) return { link, visit, entry, used };
  const asked = proposedBy(entry, link);
  return asked === undefined ? { type: "address-settled" } : { link, visit, entry, asked };
}

const ANSWERS = ["agreed", "declined"] as const;

async function answer(ports: DeskPorts, opened: Opened, form: Form): Promise<Answer> {
  const { entry: before, asked, link } = opened;
  const reader = new FormReader(form);
  const given = reader.choice("answer", "是否同意", ANSWERS);
  const by = reader.text("by", "您的姓名", 30);
  if (form.basis !== basisOf(before)) reader.problem("latest", refused({ type: "unit-changed" }).message);
  if (given === undefined || reader.problems.length > 0)
    return formPage(opened, { form, problems: reader.problems }, 422);
  if (goesBack(form)) return formPage(opened, { form, problems: [] }, 200);
  const after = withConsent(before, asked, given === "agreed");
  const made = await makeOwnChange(ports, {
    change: { id: link.nonce, at: ports.now(), by, before, after },
    cases: () => openCasesOf(before, ports),
    form,
    words: { title: "邮箱变更确认", button: "确认" },
  });
  switch (made.outcome) {
    case "asked":
      return made.page;
    case "done":
      return { status: 303 };
    case "used":
      return answeredPage(ports, { ...opened, used: made.used }, 409);
    case "refused":
      return formPage(opened, { form, problems: [refused({ type: "unit-changed" })] }, 409);
    default:
      return made satisfies never;
  }
}

function formPage(
  { entry, asked: { role, name, email, proposed } }: Opened,
  filled: Filled,
  status: 200 | 409 | 422,
): ShownPage {
  return {
    status,
    title: "邮箱变更确认",
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1">
<p>${proposed.by}申请变更${entry.name}的${roleName(role)}邮箱。确认前，提醒和链接仍发送到原邮箱。</p>
${factList(
  fact("单位", entry.name),
  fact("岗位", roleName(role)),
  fact("联系人", name),
  fact("原邮箱", email),
  fact("拟改为", proposed.email),
  fact("申请", `${proposed.by}，${printedMoment(proposed.at)}`),
)}</section>
<form method="post"><input type="hidden" name="basis" value="${basisOf(entry)}">
${radios(filled, {
  name: "answer",
  label: "是否同意变更",
  options: [
    ["agreed", "同意，此后使用新邮箱"],
    ["declined", "不同意，继续使用原邮箱"],
  ],
})}
${actorField(filled)}
<button type="submit" name="do" value="submit">提交</button></form>`,
  };
}

/** What was answered, by the entry's own history. */
async function answeredPage(
  ports: DeskPorts,
  { link, visit, entry, used }: Answered,
  status: 200 | 409,
): Promise<ShownPage> {
  const changes = await ports.directory.changes(entry.id);
  const change = changes.find(({ id }) => id === link.nonce);
  const takenBack = changes.find(({ takesBack }) => takesBack === link.nonce);
  // By the post: two of them may share a mailbox, which then stays in use for the other.
  const asked = change?.before && proposedBy(change.before, link);
  const isAgreed = change?.after?.contacts.some(
    ({ role, email }) => role === asked?.role && email === asked.proposed.email,
  );
  const said = isAgreed === true ? "同意变更，名录已经更新" : "不同意变更，原邮箱继续使用";
  const undo =
    change === undefined || takenBack !== undefined
      ? ""
      : await undoOffer(ports, visit, {
          what: "entry",
          of: entry.id,
          recipient: entry.id,
          cause: change.id,
          at: change.at,
        });
  return {
    status,
    title: "邮箱变更已确认",
    body: html`<p class="done">${used.by}已于${printedMoment(used.at)}${said}。</p>
${takenBack === undefined ? "" : html`<p class="note">${takenBack.by}已于${printedMoment(takenBack.at)}撤回。</p>`}${undo}`,
  };
}
