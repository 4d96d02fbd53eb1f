/** 召集约谈会: units proposed for an interview are ticked and called in together, each by its own letter. */
import { html } from "hono/html";
import { changeTogether } from "../../../shared/casework/programme-entries.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { type Interview, interviewState, refOf } from "../../../shared/domain/programme/entry.ts";
import { callTogether } from "../../../shared/domain/programme/session-decisions.ts";
import { nextDocument } from "../../../shared/domain/signing/numbers.ts";
import { addDays, civilDateAt, type Year, yearOf } from "../../../shared/domain/time/time.ts";
import { printedMonths } from "../../../shared/letters/frame/dates.ts";
import { interviewReasonWords } from "../../../shared/letters/wording/programme-wording.ts";
import { reported } from "../frame/act.ts";
import { actorField, dateField, type Filled, problemSummary, textArea, textField } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf } from "../frame/form-frame.ts";
import { placeOf } from "../frame/place.ts";
import type { Answer, DeskPorts, ShownPage } from "../frame/room.ts";
import { type Opened, wayBack } from "./programme-visit.ts";

const MOST_DAYS = 180;
/** Each is written with its letters in one transaction. */
const MOST_UNITS = 20;

export async function sessionPage(ports: DeskPorts, opened: Opened): Promise<ShownPage> {
  const proposed = await proposedInterviews(ports, opened);
  const { year, known } = await documentsKnown(ports, opened);
  const document = nextDocument(known, year);
  return formPage(ports, opened, proposed, { form: { ...defined({ document }) }, problems: [] }, 200);
}

export async function submitSession(ports: DeskPorts, opened: Opened, form: Form): Promise<Answer> {
  const { link, scope, visit } = opened;
  const reader = new FormReader(form);
  const at = ports.now();
  const today = civilDateAt(at);
  const proposed = await proposedInterviews(ports, opened);
  const chosen = proposed.filter((one) => form[tickOf(one)] === "yes");
  const date = reader.date("date", "约谈日期", addDays(today, 1), addDays(today, MOST_DAYS));
  const time = reader.time("time", "约谈时间");
  const place = reader.text("place", "约谈地点", 60);
  const demands = reader.text("demands", "需要说明和准备的内容", 1000);
  const first = reader.optionalText("document", "发文字号", 40);
  const by = reader.text("by", "您的姓名", 30);
  const id = formIdOf(reader, form);
  const made = { jurisdiction: scope.own, kind: "session", id } as const;
  const to = (year: Year) => ({
    status: 303 as const,
    to: placeOf(visit, { part: "entry", query: { of: scope.own, year, kind: "session", id } }),
  });
  // The very form has been sent before.
  const before = date && (await ports.records.programmeEntry({ ...made, year: yearOf(date) }));
  if (before !== undefined) return to(before.year);
  if (chosen.length === 0) reader.problem("units", "请选择参加约谈会的单位。");
  if (chosen.length > MOST_UNITS) reader.problem("units", `一次约谈会最多${MOST_UNITS}个单位，请分次召集。`);
  if (first !== undefined && nextDocument([first], yearOf(today)) === undefined)
    reader.problem("document", "发文字号请按“临司约〔2026〕3号”的格式填写。");
  if (date === undefined || time === undefined || reader.problems.length > 0)
    return formPage(ports, opened, proposed, { form, problems: reader.problems }, 422);
  const numbers = numbered(first, chosen.length, yearOf(today));
  const act = { at, by, cause: `link:${link.nonce}`, form: id };
  const decided = { now: at, rules: ports.rules };
  const done = await changeTogether(ports, chosen.map(refOf), `session ${id}`, decided, (entries) =>
    callTogether(
      { date, time, place, demands },
      entries
        .filter((one) => one.kind === "interview")
        .map((interview, index) => ({ interview, ...defined({ document: numbers[index] }) })),
      scope.own,
      act,
    ),
  );
  if (done.outcome === "refused")
    return formPage(
      ports,
      opened,
      await proposedInterviews(ports, opened),
      { form, problems: [refused(done.refusal)] },
      409,
    );
  reported(ports, done);
  return to(yearOf(date));
}

/** Consecutive numbers from the first on; none where there is none to begin with. */
function numbered(first: string | undefined, count: number, year: Year): readonly (string | undefined)[] {
  const numbers: string[] = first === undefined ? [] : [first];
  while (first !== undefined && numbers.length < count) {
    const next = nextDocument(numbers, year);
    if (next === undefined) break;
    numbers.push(next);
  }
  return numbers;
}

function tickOf({ year, id }: Interview): string {
  return `unit-${year}-${id}`;
}

/** Units that wait for a decision, of this year and the last. */
async function proposedInterviews(ports: DeskPorts, { scope }: Opened): Promise<readonly Interview[]> {
  const now = Number(yearOf(civilDateAt(ports.now())));
  const years = [now - 1, now].map((year) => String(year) as Year);
  const entries = (await Promise.all(years.map((year) => ports.records.programme(scope.own, year)))).flat();
  return entries.filter(
    (one) => one.kind === "interview" && interviewState(one) === "proposed",
  ) as Interview[];
}

async function documentsKnown(ports: DeskPorts, { scope }: Opened) {
  const year = yearOf(civilDateAt(ports.now()));
  const known = (await ports.records.programme(scope.own, year)).flatMap((one) =>
    one.kind === "interview" ? (one.called?.document ?? []) : [],
  );
  return { year, known };
}

function formPage(
  ports: DeskPorts,
  { visit }: Opened,
  proposed: readonly Interview[],
  filled: Filled,
  status: 200 | 409 | 422,
): ShownPage {
  const today = civilDateAt(ports.now());
  const problem = filled.problems.find(({ field }) => field === "units");
  return {
    status,
    title: "召集约谈会",
    body: html`${wayBack(visit)}${problemSummary(filled)}<section id="latest" tabindex="-1"><p>勾选的单位一并约谈：系统立即向每个单位分别发出约谈通知书，抄送其上级；会后逐一登记情况和承诺事项，到期提醒。</p></section>
${
  proposed.length === 0
    ? html`<p class="note">没有待确认的约谈建议。</p>`
    : formFrame(
        ports,
        undefined,
        html`<fieldset class="field" id="units"><legend>参加单位</legend>${problem === undefined ? "" : html`<p class="problem">${problem.message}</p>`}
${proposed.map(
  (one) =>
    html`<label class="choice"><input type="checkbox" name="${tickOf(one)}" value="yes"${filled.form[tickOf(one)] === "yes" ? html` checked` : ""}> <span>${one.unit.name}（${printedMonths(one)}）<br><small>${one.reasons.map(interviewReasonWords).join("")}${one.unit.organisation === undefined ? "名录中没有这个单位，请自行送达。" : ""}</small></span></label>`,
)}</fieldset>
${dateField(filled, { name: "date", label: "约谈日期", min: addDays(today, 1), max: addDays(today, MOST_DAYS) })}
${textField(filled, { name: "time", label: "约谈时间", hint: "例如：09:00" })}
${textField(filled, { name: "place", label: "约谈地点", hint: "视频约谈的，写明会议平台和接入方式" })}
${textArea(filled, { name: "demands", label: "需要说明和准备的内容", rows: 4, hint: "例如：未出庭原因、整改措施和完成时限。" })}
${textField(filled, { name: "document", label: "第一份通知书的发文字号（可不填）", hint: "例如：临司约〔2026〕3号；其他单位依次编号。" })}
${actorField(filled, "决定人")}`,
        "确认约谈，发出通知书",
        filled.form.form,
      )
}`,
  };
}
