/** A joint meeting's points (议定事项) as pages show them and ask for them: each with who sees to it and by when; a court's topic (议题). */
import { html } from "hono/html";
import type { Meeting, Topic } from "../../../shared/domain/programme/entry.ts";
import type { MeetingPoint, PointRef } from "../../../shared/domain/programme/meeting-point.ts";
import { isLate, type PointOfMeeting } from "../../../shared/domain/programme/open-points.ts";
import { addDays, type CivilDate, parseYear } from "../../../shared/domain/time/time.ts";
import { printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { factList } from "../frame/case-view.ts";
import { actorField, dateField, type Filled, radios, select, textArea, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import { dataTable } from "../frame/table.ts";

const MOST_POINTS = 30;
/** Rows a form begins with, and those that are added. */
const FIRST_ROWS = 4;
const MORE_ROWS = 3;
const MOST_DAYS = 400;

export function pointsView(
  { points, year, id }: Meeting,
  today: CivilDate,
  carried: ReadonlySet<string>,
): Markup {
  return dataTable({
    caption: `议定事项，共${points.length}项`,
    columns: ["事项", "责任单位", "时限", "落实情况"],
    rows: points.map((point) => [
      html`${point.text}${point.carriedFrom === undefined ? "" : html`<small>上次会议转来</small>`}`,
      point.owner === undefined
        ? ""
        : html`${point.owner.name}${point.owner.organisation === undefined ? html`<small>名录中没有，系统不提醒</small>` : ""}`,
      point.due === undefined ? "" : printedDate(point.due),
      settledView(point, today, carried.has(`${year} ${id} ${point.id}`)),
    ]),
    empty: "没有议定事项。",
  });
}

function settledView(point: MeetingPoint, today: CivilDate, isCarried: boolean): Markup {
  const { settled } = point;
  if (settled !== undefined)
    return html`已落实：${settled.text}<small>${settled.by}，${printedMoment(settled.at)}</small>`;
  if (isCarried) return html`转入下次会议`;
  return isLate(point, today) ? html`<span class="late">未落实（已逾期）</span>` : html`未落实`;
}

/** The form by which an open point is settled; undefined where none is open. */
export function settleFields(open: readonly MeetingPoint[], filled: Filled): Markup | undefined {
  if (open.length === 0) return undefined;
  return html`<h2>登记落实情况</h2>
${select(filled, { name: "point", label: "议定事项", options: open.map(({ id, text }) => [id, text.length > 40 ? `${text.slice(0, 40)}…` : text]) })}
${textArea(filled, { name: "text", label: "落实情况", rows: 4 })}
${actorField(filled, "登记人")}`;
}

export function readSettlement(open: readonly MeetingPoint[], reader: FormReader) {
  const point = reader.choice(
    "point",
    "议定事项",
    open.map(({ id }) => id),
  );
  const text = reader.text("text", "落实情况", 1000);
  return point === undefined ? undefined : ({ type: "settle-point", point, text } as const);
}

/** What rows of a form begin with: points of a meeting, or those that are carried over into a new one. */
export function pointRows(points: readonly MeetingPoint[]): Form {
  return Object.assign(
    {},
    ...points.map(({ id, text, owner, due = "", carriedFrom }, index) => ({
      [`point${index}`]: text,
      [`owner${index}`]: owner?.name ?? "",
      [`due${index}`]: due,
      [`id${index}`]: id,
      [`from${index}`]: carriedFrom === undefined ? "" : refText(carriedFrom),
    })),
  );
}

/** Points of earlier meetings as rows of a new one: they go on there, and what nobody settled is asked about again. */
export function carriedRows(open: readonly PointOfMeeting[]): Form {
  return pointRows(
    open.map(({ meeting: { year, id: meeting }, point }) => {
      const { text, owner, due } = point;
      return {
        id: "",
        text,
        ...(owner !== undefined && { owner }),
        ...(due !== undefined && { due }),
        carriedFrom: { year, meeting, point: point.id },
      };
    }),
  );
}

/** How many rows a form shows: those that are filled in and some more. */
function rowsShown(form: Form): number {
  const filled = Array.from({ length: MOST_POINTS }, (_, index) => index).filter(
    (index) => (form[`point${index}`] ?? "") !== "",
  );
  const asked = Number(form.rows ?? 0);
  const least = Math.max(FIRST_ROWS, (filled.at(-1) ?? -1) + 2, Number.isInteger(asked) ? asked : 0);
  return Math.min(MOST_POINTS, least + (form.do === "rows" ? MORE_ROWS : 0));
}

export function pointFields(filled: Filled): Markup {
  const { form } = filled;
  const rows = rowsShown(form);
  return html`<fieldset class="field" id="points"><legend>议定事项</legend>
<p class="hint">每项写明内容、责任单位和时限；没有责任单位或者时限的留空。责任单位写名录中的全称，系统在到期前提醒；以前会议没有落实的已经列出，不再继续的清空内容。</p>
<input type="hidden" name="rows" value="${rows}">
${Array.from(
  { length: rows },
  (_, index) =>
    html`<div class="row">${textArea(filled, { name: `point${index}`, label: `第${index + 1}项`, rows: 2 })}
${textField(filled, { name: `owner${index}`, label: "责任单位" })}${dateField(filled, { name: `due${index}`, label: "时限" })}
<input type="hidden" name="id${index}" value="${form[`id${index}`] ?? ""}"><input type="hidden" name="from${index}" value="${form[`from${index}`] ?? ""}"></div>`,
)}
${rows < MOST_POINTS ? html`<button type="submit" name="do" value="rows" class="plain">再加${MORE_ROWS}行</button>` : ""}</fieldset>`;
}

/** The points a form gives; owners are names still. */
export function readPoints(reader: FormReader, form: Form, today: CivilDate): readonly MeetingPoint[] {
  const points: MeetingPoint[] = [];
  const ids = new Set(Array.from({ length: MOST_POINTS }, (_, index) => form[`id${index}`] ?? ""));
  for (let index = 0; index < MOST_POINTS; index++) {
    if ((form[`point${index}`] ?? "") === "") continue;
    const text = reader.text(`point${index}`, `第${index + 1}项议定事项`, 300);
    const owner = reader.optionalText(`owner${index}`, "责任单位", 60);
    const due =
      (form[`due${index}`] ?? "") === ""
        ? undefined
        : reader.date(`due${index}`, "时限", addDays(today, -MOST_DAYS), addDays(today, MOST_DAYS));
    const carriedFrom = refOfText(form[`from${index}`] ?? "");
    points.push({
      id: idOf(form[`id${index}`] ?? "", points, ids),
      text,
      ...(owner !== undefined && { owner: { name: owner } }),
      ...(due !== undefined && { due }),
      ...(carriedFrom !== undefined && { carriedFrom }),
    });
  }
  if (points.length === 0) reader.problem("point0", "请填写议定事项。");
  return points;
}

/** A point keeps its own; a new one gets the first number that is free. */
function idOf(given: string, before: readonly MeetingPoint[], known: ReadonlySet<string>): string {
  const isTaken = (id: string) => before.some((one) => one.id === id);
  if (/^\d{1,3}$/.test(given) && !isTaken(given)) return given;
  let next = 1;
  while (isTaken(String(next)) || known.has(String(next))) next += 1;
  return String(next);
}

function refText({ year, meeting, point }: PointRef): string {
  return [year, meeting, point].join(" ");
}

function refOfText(text: string): PointRef | undefined {
  const [written = "", meeting, point] = text.split(" ");
  const year = parseYear(written);
  return year && meeting !== undefined && point !== undefined ? { year, meeting, point } : undefined;
}

const NOT_ANSWERED = "待答复";

export function topicView({ on, text, why, court, answer }: Topic): Markup {
  const state = answer === undefined ? NOT_ANSWERED : answer.accepted ? "列入下次联席会议议程" : "不列入";
  return factList(
    fact("提出法院", court.name, [printedDate(on)]),
    fact("议题", text),
    fact("理由和有关案件", why),
    fact(
      "答复",
      `${state}${answer === undefined || answer.text === "" ? "" : `：${answer.text}`}`,
      answer === undefined ? [] : [`${answer.by}，${printedMoment(answer.at)}`],
    ),
  );
}

export function topicFields({ answer }: Topic, filled: Filled): Markup | undefined {
  if (answer !== undefined) return undefined;
  return html`<h2>答复议题</h2><p>提交后，系统把答复发给提出的法院；列入的，发出会议邀请时一并印发。</p>
${radios(filled, {
  name: "verdict",
  label: "是否列入下次联席会议议程",
  options: [
    ["accept", "列入"],
    ["reject", "不列入"],
  ],
})}
${textArea(filled, { name: "text", label: "答复说明", rows: 3, hint: "不列入的，写明理由。" })}
${actorField(filled, "答复人")}`;
}

export function readTopicAnswer(reader: FormReader) {
  const verdict = reader.choice("verdict", "是否列入", ["accept", "reject"]);
  const accepted = verdict === "accept";
  const text = accepted
    ? (reader.optionalText("text", "答复说明", 500) ?? "")
    : reader.text("text", "答复说明", 500);
  return verdict && ({ type: "answer-topic", accepted, text } as const);
}
