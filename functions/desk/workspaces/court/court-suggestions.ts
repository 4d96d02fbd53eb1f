/** 本院司法建议: what the court has proposed, to whom, until when, and what was replied. */
import { html } from "hono/html";
import { jurisdictions } from "../../../../shared/casework/jurisdictions.ts";
import { CITY_ITSELF } from "../../../../shared/domain/organisations/district.ts";
import type { Suggestion } from "../../../../shared/domain/programme/entry.ts";
import { replyDeadline } from "../../../../shared/domain/suggestion/reply-deadline.ts";
import { replyOf } from "../../../../shared/domain/suggestion/suggestion.ts";
import { civilDateAt, lastTwoYears, parseYear, yearOf } from "../../../../shared/domain/time/time.ts";
import { printedDate } from "../../../../shared/letters/frame/dates.ts";
import {
  adoptionName,
  suggestionStateName,
  suggestionTitle,
} from "../../../../shared/letters/registers/suggestion-wording.ts";
import { suggestionStateView } from "../../entries/suggestion-view.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { type AtWork, roomPlace, workPlace } from "../workspace.ts";

export const SUGGESTIONS_PART = "suggestions";

/** Those of a year, the newest first. */
export async function courtSuggestions(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const today = civilDateAt(ports.now());
  const year = parseYear(work.query.year ?? "") ?? yearOf(today);
  const { id, jurisdiction } = work.organisation;
  // A county's court writes to its county and to the city; the city's to anybody.
  const areas =
    jurisdiction === CITY_ITSELF ? await jurisdictions(ports.directory) : [jurisdiction, CITY_ITSELF];
  const own = (await Promise.all(areas.map((area) => ports.records.programme(area, year))))
    .flat()
    .filter((one): one is Suggestion => one.kind === "suggestion" && one.court.organisation === id)
    .toSorted((one, other) => (one.receivedOn > other.receivedOn ? -1 : 1));
  const replied = own.filter((one) => one.withdrawn === undefined && replyOf(one) !== undefined).length;
  const years = lastTwoYears(today).toReversed();
  return {
    status: 200,
    title: `${year}年司法建议`,
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回工作台</a></li>${years.map((one) => html`<li><a href="${workPlace(work, { part: SUGGESTIONS_PART, query: { year: one } })}">${one}年</a></li>`)}</ul></nav>
${dataTable({
  caption: `共${own.length}条，已复函${replied}条`,
  columns: ["司法建议", "主送单位", "收到", "复函时限", "状态", "采纳"],
  rows: await Promise.all(own.map((one) => row(ports, work, one))),
  empty: `${year}年没有登记本院的司法建议；把司法建议书上传后，系统自动登记并转送。`,
})}`,
  };
}

async function row(ports: DeskPorts, work: AtWork, one: Suggestion): Promise<readonly (Markup | string)[]> {
  const { jurisdiction, year, id, version, to, receivedOn, doubts } = one;
  const today = civilDateAt(ports.now());
  const title = suggestionTitle({ ...one, court: one.court.name });
  const place = await roomPlace(ports, work, { task: "suggestion", jurisdiction, year, id }, version);
  const reply = replyOf(one);
  return [
    html`<a href="${place}">${title}</a>`,
    to.name,
    printedDate(receivedOn),
    printedDate(replyDeadline(one, ports.rules.calendar).due),
    doubts.length > 0
      ? `${suggestionStateName("to-check")}（司法局）`
      : suggestionStateView(one, today, ports.rules),
    reply === undefined ? "" : adoptionName(reply.adoption),
  ];
}
