/** 联席会议 for a court: topics it puts on the agenda, what became of them, and the points it has to see to itself. */
import { html } from "hono/html";
import { changeEntry, recordOnce } from "../../../../shared/casework/programme-entries.ts";
import { CITY_ITSELF } from "../../../../shared/domain/organisations/district.ts";
import { decideProgramme, proposeTopic } from "../../../../shared/domain/programme/decide.ts";
import type { ProgrammeEntry, Topic } from "../../../../shared/domain/programme/entry.ts";
import { refOf } from "../../../../shared/domain/programme/entry.ts";
import { isLate, openPoints } from "../../../../shared/domain/programme/open-points.ts";
import { civilDateAt, type Year, yearOf } from "../../../../shared/domain/time/time.ts";
import { printedDate } from "../../../../shared/letters/frame/dates.ts";
import { reported } from "../../frame/act.ts";
import { actorField, type Filled, problemSummary, textArea } from "../../frame/fields.ts";
import { type Form, FormReader, refused } from "../../frame/form.ts";
import { formIdOf, sendingOf } from "../../frame/form-frame.ts";
import type { Markup } from "../../frame/page.ts";
import type { Answer, DeskPorts, Shown, ShownPage } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { type AtWork, workForm, workPlace } from "../workspace.ts";

export async function topicsPage(ports: DeskPorts, work: AtWork): Promise<Shown> {
  return shownTopics(ports, work, { form: {}, problems: [] }, 200);
}

/** Proposes a topic, or takes one back that nobody has answered. */
export async function submitTopic(ports: DeskPorts, work: AtWork, form: Form): Promise<Answer> {
  const reader = new FormReader(form);
  const now = ports.now();
  const decided = { now, rules: ports.rules };
  const by = reader.text("by", "您的姓名", 30);
  const id = formIdOf(reader, form);
  const { id: organisation, name } = work.organisation;
  const act = { at: now, by, cause: `session:${work.session.id}` };
  if (form.do === "withdraw") {
    const own = (await entriesKnown(ports, work)).find((one) => isOwn(one, work) && one.id === form.topic);
    if (own === undefined || own.kind !== "topic" || own.answer !== undefined)
      reader.problem("by", "这项议题已经答复或者撤回，不能再撤回；请与司法局联系。");
    if (own === undefined || reader.problems.length > 0)
      return shownTopics(ports, work, { form, problems: reader.problems }, 422);
    const command = {
      type: "withdraw",
      reason: "提出的法院撤回。",
      revision: own.revision,
      ...act,
      form: sendingOf(form),
    } as const;
    const done = await changeEntry(ports, refOf(own), `form ${command.form}`, decided, (entry) =>
      decideProgramme(entry, command, ports.rules.calendar),
    );
    if (done.outcome === "refused")
      return shownTopics(ports, work, { form, problems: [refused(done.refusal)] }, 409);
    reported(ports, done);
    return { status: 303, to: workPlace(work, { part: "topics" }) };
  }
  const text = reader.text("text", "议题", 300);
  const why = reader.optionalText("why", "理由和有关案件", 1000);
  if (reader.problems.length > 0) return shownTopics(ports, work, { form, problems: reader.problems }, 422);
  const topic = proposeTopic(
    { text, ...(why !== undefined && { why }), court: { organisation, name } },
    programmeOf(ports, work),
    { ...act, form: id },
  );
  reported(ports, await recordOnce(ports, topic, decided));
  return { status: 303, to: workPlace(work, { part: "topics" }) };
}

/** Whose joint meeting it is at: its county's own, where counties hold any, else the city's. */
function programmeOf({ rules }: Pick<DeskPorts, "rules">, { organisation }: AtWork): string {
  return rules.policy.programme.meetings.counties ? organisation.jurisdiction : CITY_ITSELF;
}

async function entriesKnown(ports: DeskPorts, work: AtWork): Promise<readonly ProgrammeEntry[]> {
  const now = Number(yearOf(civilDateAt(ports.now())));
  const years = [now - 1, now].map((year) => String(year) as Year);
  const jurisdiction = programmeOf(ports, work);
  return (await Promise.all(years.map((year) => ports.records.programme(jurisdiction, year)))).flat();
}

function isOwn(one: ProgrammeEntry, { organisation }: AtWork): one is Topic {
  return one.kind === "topic" && one.court.organisation === organisation.id;
}

async function shownTopics(
  ports: DeskPorts,
  work: AtWork,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const today = civilDateAt(ports.now());
  const entries = await entriesKnown(ports, work);
  const topics = entries
    .filter((one) => isOwn(one, work))
    .toSorted((one, other) => (one.on > other.on ? -1 : 1));
  const points = openPoints(entries).filter(
    ({ point }) => point.owner?.organisation === work.organisation.id,
  );
  const given = filled.form.do === "withdraw" ? { ...filled, form: {} } : filled;
  return {
    status,
    title: "联席会议",
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回工作台</a></li></ul></nav>${problemSummary(filled)}
<section id="latest" tabindex="-1"><h2>本院提出的议题</h2>${dataTable({
      caption: `共${topics.length}项`,
      columns: ["议题", "提出日期", "答复"],
      rows: topics.map((topic) => [topic.text, printedDate(topic.on), stateOf(ports, work, topic)]),
      empty: "还没有提出议题。",
    })}</section>
<h2>由本院落实的议定事项</h2>${dataTable({
      caption: `未落实${points.length}项；已经落实的请告知司法局登记`,
      columns: ["事项", "会议", "时限"],
      rows: points.map(({ meeting, point }) => [
        point.text,
        printedDate(meeting.date),
        point.due === undefined
          ? ""
          : html`<span class="${isLate(point, today) ? "late" : ""}">${printedDate(point.due)}</span>`,
      ]),
      empty: "没有由本院落实的事项。",
    })}
<h2>提出议题</h2><p>提交后由司法局答复是否列入下次联席会议议程，答复发到本院在名录中登记的邮箱。</p>
${workForm(
  work,
  html`<input type="hidden" name="form" value="${given.form.form ?? ports.newFormId()}">
${textArea(given, { name: "text", label: "议题", rows: 3, hint: "例如：行政机关应诉材料提交不及时的问题。" })}
${textArea(given, { name: "why", label: "理由和有关案件（可不填）", rows: 4 })}
${actorField(given, "提出人")}<button type="submit" name="do" value="propose">提出</button>`,
)}`,
  };
}

function stateOf(ports: DeskPorts, work: AtWork, { id, answer, withdrawn }: Topic): Markup {
  if (withdrawn !== undefined) return html`已撤回`;
  if (answer !== undefined)
    return html`${answer.accepted ? "列入议程" : "不列入"}${answer.text === "" ? "" : `：${answer.text}`}`;
  return html`待答复 <details><summary>撤回</summary>${workForm(
    work,
    html`<input type="hidden" name="form" value="${ports.newFormId()}"><input type="hidden" name="topic" value="${id}">
<div class="field"><label>经办人（姓名）<input name="by" type="text" maxlength="100" autocomplete="name"></label></div><button type="submit" name="do" value="withdraw">撤回这项议题</button>`,
  )}</details>`;
}
