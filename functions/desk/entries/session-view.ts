/** A 约谈会 as pages show it: who was called, what each unit said and promised, and how its promises are kept. */
import { html } from "hono/html";
import type { InterviewSession } from "../../../shared/domain/programme/entry.ts";
import type { SessionUnit, UnitPromise } from "../../../shared/domain/programme/session-facts.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import {
  dateWithWeekday,
  printedDate,
  printedMoment,
  printedTime,
} from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { factList } from "../frame/case-view.ts";
import { actorField, type Filled, select, textArea } from "../frame/fields.ts";
import type { FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";

export function sessionView(session: InterviewSession, today: CivilDate): Markup {
  const { date, time, place, demands, units, minutes } = session;
  return html`${factList(
    fact("时间", `${dateWithWeekday(date)}${printedTime(time)}`),
    fact("地点", place),
    fact("准备内容", demands),
    minutes && fact("主持人", minutes.chair),
    minutes && fact("记录人", minutes.recorder),
    minutes && fact("会议情况", minutes.text, [`${minutes.by}，${printedMoment(minutes.at)}`]),
  )}
${units.map((unit, index) => unitView(unit, index, today))}`;
}

function unitView({ name, record }: SessionUnit, index: number, today: CivilDate): Markup {
  if (record === undefined) return html`<h2>${index + 1}. ${name}</h2><p>尚未登记。</p>`;
  const { attended, points, promises, by, at } = record;
  return html`<h2>${index + 1}. ${name}</h2>${factList(
    fact("参加人员", attended.length === 0 ? "未到会" : attended.join("\n")),
    fact("指出的问题和要求", points, [`${by}，${printedMoment(at)}`]),
    ...promises.map((promise, order) =>
      fact(`承诺事项${order + 1}`, promise.text, [promiseState(promise, today)]),
    ),
  )}`;
}

function promiseState({ due, kept }: UnitPromise, today: CivilDate): string {
  const until = `${printedDate(due)}前完成`;
  if (kept !== undefined) return `${until}；已落实：${kept.text}（${kept.by}，${printedMoment(kept.at)}）`;
  return due < today ? `${until}；未落实，已逾期` : until;
}

/** Promises that nobody has ticked off, with their units. */
function openPromises({ units }: InterviewSession) {
  return units.flatMap((unit) =>
    (unit.record?.promises ?? [])
      .filter(({ kept }) => kept === undefined)
      .map((promise) => ({ unit, promise, value: `${unit.interview.id} ${promise.id}` })),
  );
}

/** The form by which a promise is ticked off; undefined where none is open. */
export function promiseFields(session: InterviewSession, filled: Filled): Markup | undefined {
  const open = openPromises(session);
  if (open.length === 0) return undefined;
  return html`<h2>登记承诺事项落实情况</h2>
${select(filled, {
  name: "promise",
  label: "承诺事项",
  options: open.map(({ unit, promise, value }) => [value, `${unit.name}：${promise.text.slice(0, 40)}`]),
})}
${textArea(filled, { name: "text", label: "落实情况", rows: 4 })}
${actorField(filled, "登记人")}`;
}

export function readPromise(session: InterviewSession, reader: FormReader) {
  const open = openPromises(session);
  const chosen = reader.choice(
    "promise",
    "承诺事项",
    open.map(({ value }) => value),
  );
  const text = reader.text("text", "落实情况", 1000);
  const one = open.find(({ value }) => value === chosen);
  return (
    one &&
    ({ type: "keep-promise", interview: one.unit.interview.id, promise: one.promise.id, text } as const)
  );
}
