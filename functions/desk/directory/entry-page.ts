/** One unit of the directory (名录): what is known, what is wrong with it, what can be done, and all that ever changed. */

import { html } from "hono/html";
import { namesIn } from "../../../shared/casework/organisation-changed.ts";
import { entryFlaws } from "../../../shared/domain/organisations/entry.ts";
import { hasLeaders } from "../../../shared/domain/organisations/leaders.ts";
import {
  CONTACT_ROLES,
  changedFields,
  type OrganisationChange,
} from "../../../shared/domain/organisations/organisation-change.ts";
import { proposedContacts } from "../../../shared/domain/organisations/proposed-address.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import {
  changedFact,
  flawName,
  kindName,
  levelName,
  roleName,
} from "../../../shared/letters/wording/organisation-wording.ts";
import { appearancesView } from "../frame/appearances-view.ts";
import { factList } from "../frame/case-view.ts";
import { actorField, type Filled, problemSummary } from "../frame/fields.ts";
import { formFrame } from "../frame/form-frame.ts";
import { leadersTable } from "../frame/leader-fields.ts";
import { basisOf } from "../frame/own-change.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { DeskPorts, ShownPage } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { undoPlace } from "../frame/undo-link.ts";
import type { OpenEntry } from "./open-directory.ts";

export const NOTHING: Filled = { form: {}, problems: [] };

export async function entryPage(
  ports: DeskPorts,
  open: OpenEntry,
  filled: Filled = NOTHING,
  status: 200 | 409 | 422 = 200,
): Promise<ShownPage> {
  const { visit, entry, right } = open;
  const flaws = entryFlaws(entry);
  const changes = (await ports.directory.changes(entry.id)).toReversed();
  const done = changes.find(({ id }) => id === visit.query.done);
  const to = (part: string) => placeOf(visit, { part, query: { id: entry.id } });
  const mayChange = entry.closed === undefined && right !== "none";
  return {
    status,
    title: entry.name,
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${placeOf(visit, { part: "list" })}">返回名录</a></li></ul></nav>
${problemSummary(filled)}${done === undefined ? "" : html`<p class="done">${done.by}已于${printedMoment(done.at)}登记，名录已经更新。</p>`}
<section id="latest" tabindex="-1">${flaws.length === 0 ? "" : html`<p class="note"><strong>需要处理：</strong>${flaws.map(flawName).join("、")}</p>`}
${await factsView(ports, open)}</section>
${await appearances(ports, open)}
${
  mayChange
    ? html`<nav aria-label="办理"><ul><li><a href="${to("change")}">变更信息</a></li>${proposedContacts(entry).length > 0 ? html`<li><a href="${to("addresses")}">邮箱变更确认</a></li>` : ""}${hasLeaders(entry) ? html`<li><a href="${to("leaders")}">班子成员</a></li>` : ""}${
        right === "all"
          ? html`<li><a href="${to("alias")}">增加别名</a></li><li><a href="${to("close")}">撤销、并入</a></li>`
          : ""
      }</ul></nav>${entry.verified ? "" : verifyForm(ports, open, filled)}`
    : entry.closed === undefined
      ? html`<p>这个单位由市司法局维护。</p>`
      : ""
}
<h2>变更记录</h2>${dataTable({
      caption: `共${changes.length}次，最近的在前`,
      columns: ["时间", "变更内容", "登记人"],
      rows: await Promise.all(changes.map((one) => changeRow(ports, open, one))),
      empty: "没有变更过。最初的内容来自管理员导入的名录。",
    })}`,
  };
}

async function factsView({ directory, now }: DeskPorts, { entry }: OpenEntry): Promise<Markup> {
  const { aliases, level, jurisdiction, superior, courtCode, address, contacts, verified, closed } = entry;
  const [above, into] = await Promise.all(
    [superior, closed?.into].map((id) => (id === undefined ? undefined : directory.organisation(id))),
  );
  return html`${factList(
    fact("类别", kindName(entry.kind)),
    fact("别名", aliases.join("、")),
    fact("级别", levelName(level)),
    fact("辖区", jurisdiction),
    fact("上级单位", above?.name),
    fact("法院代码", courtCode),
    fact("办公地址", address),
    closed && fact("撤销", printedDate(closed.on), into === undefined ? [] : [`并入${into.name}`]),
    fact("核实", verified ? "已核实" : "未核实"),
  )}
<h2>联系人</h2>${dataTable({
    caption: "收件的岗位和邮箱",
    columns: ["岗位", "姓名", "邮箱", "电话"],
    rows: CONTACT_ROLES.flatMap((role) =>
      contacts
        .filter((one) => one.role === role)
        .map(({ name, email, phone = "", undeliverable, proposed }) => [
          roleName(role),
          name,
          html`${email}${undeliverable === true ? html`<small class="late">退信，不再发送</small>` : ""}${
            proposed === undefined ? "" : html`<small>拟改为${proposed.email}，待确认</small>`
          }`,
          phone,
        ]),
    ),
    empty: "没有联系人，收不到任何提醒。",
  })}${hasLeaders(entry) ? html`<h2>班子成员</h2>${leadersTable(entry.leaders, civilDateAt(now()))}` : ""}`;
}

/** What each of its leaders has appeared in this year, once it is asked for. */
async function appearances(ports: DeskPorts, { visit, entry }: OpenEntry): Promise<Markup | string> {
  if (!hasLeaders(entry)) return "";
  if (visit.query.appearances !== undefined) return appearancesView(ports, entry);
  const place = placeOf(visit, { part: "entry", query: { id: entry.id, appearances: "year" } });
  return html`<p><a href="${place}">查看本年每位负责人的出庭情况</a></p>`;
}

/** 核实: what was loaded or reported has been checked, and is right as it stands. */
function verifyForm(ports: DeskPorts, { entry, visit }: OpenEntry, filled: Filled): Markup {
  const fields = html`<input type="hidden" name="basis" value="${basisOf(entry)}">${actorField(filled, "核实人")}`;
  return html`<h2>核实</h2><p>名称、联系人和邮箱已经向该单位核实无误的，在此登记；有误的，请先变更信息。</p>
${formFrame(ports, undefined, fields, "核实无误", filled.form.form, "verify", placeOf(visit, { part: "entry", query: { id: entry.id } }))}`;
}

async function changeRow(
  ports: DeskPorts,
  { visit, bureau, entry }: OpenEntry,
  change: OrganisationChange,
): Promise<readonly (Markup | string)[]> {
  const { at, by, before, after, functions, takesBack, bureau: maker } = change;
  const fields = changedFields(before, after, await namesIn(change, ports.directory)).map(changedFact);
  const what =
    fields.length === 0 && functions === undefined
      ? html`核实无误`
      : html`${fields.map(({ label, value, notes = [] }) => html`<div>${label}：${value}<small>${notes.join("；")}</small></div>`)}${functions === undefined ? "" : html`<div>职能变更：${functions}</div>`}`;
  const office = maker === undefined ? undefined : await ports.directory.organisation(maker);
  const undo =
    takesBack !== undefined
      ? undefined
      : maker === undefined
        ? await undoPlace(ports, visit, {
            what: "entry",
            of: entry.id,
            cause: change.id,
            recipient: bureau.id,
            at,
          })
        : maker === bureau.id
          ? await undoPlace(ports, visit, {
              what: "directory",
              of: maker,
              cause: `${at} ${change.id}`,
              recipient: maker,
              at,
            })
          : undefined;
  return [
    printedMoment(at),
    html`${takesBack === undefined ? "" : html`<div>撤回</div>`}${before === undefined ? html`<div>新登记</div>` : ""}${after === undefined ? html`<div>撤回登记</div>` : what}`,
    html`${by}<small>${maker === undefined ? "本单位报告" : office?.name}</small>${undo === undefined ? "" : html`<a href="${undo}">撤回</a>`}`,
  ];
}
