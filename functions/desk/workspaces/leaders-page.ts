/** 班子成员: an organisation keeps the list of its leaders itself: 到任, 离任, 分管; each change shown beforehand, kept, and taken back. */

import { html } from "hono/html";
import { takeBackUntil } from "../../../shared/domain/case-file/decisions/take-back.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { hasLeaders } from "../../../shared/domain/organisations/leaders.ts";
import {
  changedFields,
  type OrganisationChange,
} from "../../../shared/domain/organisations/organisation-change.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { changedFact } from "../../../shared/letters/wording/organisation-wording.ts";
import { appearancesView } from "../frame/appearances-view.ts";
import { goesBack } from "../frame/effects.ts";
import { actorField, type Filled, problemSummary } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf } from "../frame/form-frame.ts";
import { leaderFields, leadersForm, leadersRead, leadersTable, withLeaders } from "../frame/leader-fields.ts";
import { basisOf, type ChangeOfOwn, makeOwnChange } from "../frame/own-change.ts";
import type { Markup } from "../frame/page.ts";
import { notFoundPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Shown } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { type AtWork, roomPlace, workPlace } from "./workspace.ts";

/** The part of a workspace that is this page. */
export const LEADERS_PART = "leaders";

/** The list with its form, and every change there was. */
export async function leadersPage(
  ports: DeskPorts,
  work: AtWork,
  given?: Filled,
  status: 200 | 409 | 422 = 200,
): Promise<Shown> {
  const entry = await ownEntry(ports, work);
  if (entry === undefined) return notFoundPage;
  const filled = given ?? { form: leadersForm(entry.leaders), problems: [] };
  const changes = (await ports.directory.changes(entry.id))
    .filter(({ before, after }) => changedFields(before, after).some(({ field }) => field === "leaders"))
    .toReversed();
  const done = changes.find(({ id }) => id === work.query.done);
  const fields = html`<input type="hidden" name="token" value="${work.session.formToken}"><input type="hidden" name="basis" value="${basisOf(entry)}">
${leaderFields(filled)}${actorField(filled, "登记人")}`;
  return {
    status,
    title: "班子成员",
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回工作台</a></li></ul></nav>
${problemSummary(filled)}${done === undefined ? "" : html`<p class="done" role="status">${done.by}已于${printedMoment(done.at)}登记，名单已经更新。</p>`}
<section id="latest" tabindex="-1"><p>三日报告和出庭备案填写负责人时，从这份名单中带出姓名，并按开庭当日的任职带出职务、职级。司法局在名录中可以看到。</p>
${leadersTable(entry.leaders, civilDateAt(ports.now()))}</section>
${work.query.appearances === undefined ? html`<p><a href="${workPlace(work, { part: LEADERS_PART, query: { appearances: "year" } })}">查看本年每位负责人的出庭情况</a></p>` : await appearancesView(ports, entry)}
<h2>登记变更</h2>${formFrame(ports, undefined, fields, "下一步：核对", filled.form.form)}
<h2>变更记录</h2>${dataTable({
      caption: `共${changes.length}次，最近的在前`,
      columns: ["时间", "变更内容", "登记人"],
      rows: await Promise.all(changes.map((one) => changeRow(ports, work, one, changes))),
      empty: "没有变更过。",
    })}`,
  };
}

/** What is to be changed is shown first, and written once; a second click finds it written. */
export async function submitLeaders(ports: DeskPorts, work: AtWork, form: Form): Promise<Answer> {
  const entry = await ownEntry(ports, work);
  if (entry === undefined) return notFoundPage;
  const reader = new FormReader(form);
  const id = formIdOf(reader, form);
  const then = { status: 303, to: workPlace(work, { part: LEADERS_PART, query: { done: id } }) } as const;
  if ((await ports.records.usedLink(id)) !== undefined) return then;
  const at = ports.now();
  const after = withLeaders(
    entry,
    leadersRead(reader, form, entry, { today: civilDateAt(at), heads: ports.rules.policy.heads }),
  );
  const by = reader.text("by", "您的姓名", 30);
  if (form.basis !== basisOf(entry)) reader.problem("latest", refused({ type: "unit-changed" }).message);
  else if (changedFields(entry, after).length === 0 && reader.problems.length === 0)
    reader.problem("latest", "没有任何变更，内容没有保存。请改动有变化的项目，或者返回工作台。");
  const again = (status: 200 | 409 | 422) =>
    leadersPage(ports, work, { form, problems: reader.problems }, status);
  if (reader.problems.length > 0) return again(422);
  if (goesBack(form)) return again(200);

  const change: ChangeOfOwn = { id, at, by, before: entry, after };
  const words = { title: "班子成员：请核对", button: "确认" };
  const made = await makeOwnChange(ports, { change, cases: async () => [], form, words });
  if (made.outcome === "asked") return made.page;
  if (made.outcome === "refused") {
    reader.problem("latest", refused({ type: "unit-changed" }).message);
    return again(409);
  }
  return then;
}

async function ownEntry(
  { directory }: Pick<DeskPorts, "directory">,
  { organisation: { id } }: AtWork,
): Promise<Organisation | undefined> {
  const entry = await directory.organisation(id);
  return entry === undefined || entry.closed !== undefined || !hasLeaders(entry) ? undefined : entry;
}

async function changeRow(
  ports: DeskPorts,
  work: AtWork,
  change: OrganisationChange,
  all: readonly OrganisationChange[],
): Promise<readonly (Markup | string)[]> {
  const { id, at, by, before, after, bureau, takesBack } = change;
  const isGone = all.some((one) => one.takesBack === id);
  const office = bureau && (await ports.directory.organisation(bureau));
  const isLate = ports.now() > takeBackUntil(change, ports.rules.policy.undo.hours);
  // What a bureau did is taken back where it was done.
  const undo =
    takesBack !== undefined || isGone || isLate || bureau !== undefined
      ? undefined
      : await roomPlace(ports, work, { task: "undo", what: "entry", of: work.organisation.id, cause: id });
  const facts = changedFields(before, after)
    .filter(({ field }) => field === "leaders")
    .map(changedFact);
  return [
    printedMoment(at),
    html`${takesBack === undefined ? "" : html`<div>撤回</div>`}${facts.map(({ value, notes = [] }) => html`<div>${value}<small>${notes.join("；")}</small></div>`)}`,
    html`${by}<small>${office?.name ?? "本单位"}</small>${isGone ? html`<small>已撤回</small>` : ""}${undo === undefined ? "" : html`<a href="${undo}">撤回</a>`}`,
  ];
}
