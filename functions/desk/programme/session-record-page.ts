/** 登记约谈会: what was said of and by one unit, or by all, page by page, so that it can be done on a phone. */
import { html } from "hono/html";
import { changeTogether } from "../../../shared/casework/programme-entries.ts";
import { type Interview, type InterviewSession, refOf } from "../../../shared/domain/programme/entry.ts";
import { recordUnit } from "../../../shared/domain/programme/session-decisions.ts";
import type { SessionUnit } from "../../../shared/domain/programme/session-facts.ts";
import { addDays, type CivilDate, civilDateAt } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { interviewReasonWords } from "../../../shared/letters/wording/programme-wording.ts";
import { actOnEntry } from "../entries/write-entry.ts";
import { reported } from "../frame/act.ts";
import { actorField, dateField, type Filled, problemSummary, textArea, textField } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf, sendingOf, wasSent } from "../frame/form-frame.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, ShownPage } from "../frame/room.ts";
import { entryPlace, type Opened, wayBack } from "./programme-visit.ts";

const MOST_DAYS = 180;
const PROMISES = 5;
const MOST_PEOPLE = 20;

/** The form of one unit, or that of the meeting's own record. */
export async function recordPage(
  ports: DeskPorts,
  opened: Opened,
  session: InterviewSession,
): Promise<ShownPage> {
  return shownRecord(ports, opened, session, { form: {}, problems: [] }, 200);
}

export async function submitRecord(
  ports: DeskPorts,
  opened: Opened,
  session: InterviewSession,
  form: Form,
): Promise<Answer> {
  const { scope, visit } = opened;
  if (session.jurisdiction !== scope.own) return refusalPage({ type: "not-theirs" });
  if (wasSent(session, form)) return { status: 303, to: entryPlace(visit, session) };
  const unit = unitAsked(opened, session);
  return unit === undefined
    ? submitMinutes(ports, opened, session, form)
    : submitUnit(ports, opened, session, unit, form);
}

function unitAsked({ visit }: Opened, { units }: InterviewSession): SessionUnit | undefined {
  return units.find(({ interview }) => interview.id === visit.query.unit);
}

async function submitMinutes(
  ports: DeskPorts,
  opened: Opened,
  session: InterviewSession,
  form: Form,
): Promise<Answer> {
  const reader = new FormReader(form);
  const chair = reader.text("chair", "主持人", 40);
  const recorder = reader.text("recorder", "记录人", 40);
  const text = reader.text("text", "会议情况", 3000);
  const by = reader.text("by", "您的姓名", 30);
  formIdOf(reader, form);
  if (reader.problems.length > 0)
    return shownRecord(ports, opened, session, { form, problems: reader.problems }, 422);
  const refusal = await actOnEntry(ports, refOf(session), {
    type: "record-minutes",
    minutes: { chair, recorder, text },
    ...actOf(ports, opened, form, by),
  });
  if (refusal === undefined) return { status: 303, to: entryPlace(opened.visit, session) };
  return shownRecord(ports, opened, session, { form, problems: [refused(refusal)] }, 409);
}

async function submitUnit(
  ports: DeskPorts,
  opened: Opened,
  session: InterviewSession,
  unit: SessionUnit,
  form: Form,
): Promise<Answer> {
  const reader = new FormReader(form);
  const at = ports.now();
  const today = civilDateAt(at);
  const absent = form.absent === "yes";
  const attended = absent ? [] : reader.lines("attended", "参加人员", MOST_PEOPLE, 60);
  if (!absent && attended.length === 0)
    reader.problem("attended", "请填写参加人员；单位没有人到会的，勾选“未到会”。");
  const points = reader.text("points", "指出的问题和要求", 2000);
  const promises = readPromises(reader, form, today);
  const followUp = reader.date("followUp", "回访日期", addDays(today, 1), addDays(today, MOST_DAYS));
  const by = reader.text("by", "您的姓名", 30);
  formIdOf(reader, form);
  if (followUp === undefined || reader.problems.length > 0)
    return shownRecord(ports, opened, session, { form, problems: reader.problems }, 422);
  const command = {
    type: "record-unit",
    interview: unit.interview.id,
    record: { attended, points, promises },
    ...actOf(ports, opened, form, by),
  } as const;
  const interviewRef = { jurisdiction: session.jurisdiction, kind: "interview", ...unit.interview } as const;
  const outcome = [
    absent ? "单位未到会。" : "",
    points,
    ...promises.map(({ text, due }) => `承诺：${text}（${printedDate(due)}前）`),
  ];
  const done = await changeTogether(
    ports,
    [refOf(session), interviewRef],
    `unit ${command.form}`,
    { now: at, rules: ports.rules },
    ([known, interview]) => {
      if (known?.kind !== "session" || interview?.kind !== "interview")
        return { accepted: false, refusal: { type: "entry-gone" } };
      if (known.revision !== command.revision) return { accepted: false, refusal: { type: "entry-changed" } };
      const text = outcome.filter((one) => one !== "").join("\n");
      return recordUnit(known, interview, command, text, followUp);
    },
  );
  if (done.outcome === "refused")
    return shownRecord(ports, opened, session, { form, problems: [refused(done.refusal)] }, 409);
  reported(ports, done);
  return { status: 303, to: entryPlace(opened.visit, session) };
}

function actOf(ports: DeskPorts, { link }: Opened, form: Form, by: string) {
  return {
    at: ports.now(),
    by,
    cause: `link:${link.nonce}`,
    form: sendingOf(form),
    revision: Number(form.revision),
  };
}

function readPromises(reader: FormReader, form: Form, today: CivilDate) {
  return Array.from({ length: PROMISES }, (_, index) => index).flatMap((index) => {
    const [name, day] = [`promise${index}`, `due${index}`];
    if ((form[name] ?? "") === "") {
      if ((form[day] ?? "") !== "") reader.problem(name, `请填写第${index + 1}项承诺事项的内容。`);
      return [];
    }
    const text = reader.text(name, `第${index + 1}项承诺事项`, 300);
    const due = reader.date(day, `第${index + 1}项承诺事项的完成时限`, today, addDays(today, MOST_DAYS));
    return due === undefined ? [] : [{ text, due }];
  });
}

async function shownRecord(
  ports: DeskPorts,
  opened: Opened,
  session: InterviewSession,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const { visit } = opened;
  const unit = unitAsked(opened, session);
  const { revision } = session;
  const fields = unit === undefined ? minutesFields(filled) : await unitFields(ports, session, unit, filled);
  return {
    status,
    title: unit === undefined ? "登记约谈会情况" : `登记约谈情况：${unit.name}`,
    body: html`${wayBack(visit, session.year)}${problemSummary(filled)}<section id="latest" tabindex="-1"></section>
${formFrame(ports, revision, fields, "提交", filled.form.form)}`,
  };
}

function minutesFields(filled: Filled) {
  return html`${textField(filled, { name: "chair", label: "主持人", hint: "姓名、职务" })}
${textField(filled, { name: "recorder", label: "记录人" })}
${textArea(filled, { name: "text", label: "会议情况", rows: 8, hint: "通报的情况、共性问题和总的要求。" })}
${actorField(filled, "登记人")}`;
}

async function unitFields(ports: DeskPorts, session: InterviewSession, unit: SessionUnit, filled: Filled) {
  const today = civilDateAt(ports.now());
  const { followUpDays } = ports.rules.policy.interviews;
  const ref = { jurisdiction: session.jurisdiction, kind: "interview", ...unit.interview } as const;
  const interview = (await ports.records.programmeEntry(ref)) as Interview | undefined;
  const shown = { ...filled, form: { followUp: addDays(today, followUpDays), ...filled.form } };
  return html`${interview === undefined ? "" : html`<h2>约谈事由</h2><ul>${interview.reasons.map((reason) => html`<li>${interviewReasonWords(reason)}</li>`)}</ul>`}
<h2>约谈情况</h2>
${textArea(shown, { name: "attended", label: "参加人员", rows: 3, hint: "每行一人，姓名、职务。" })}
<div class="field"><label class="choice"><input type="checkbox" name="absent" value="yes"${filled.form.absent === "yes" ? html` checked` : ""}> 单位未到会</label></div>
${textArea(shown, { name: "points", label: "指出的问题和要求", rows: 5 })}
<fieldset class="field"><legend>承诺事项</legend><p class="hint">单位表态的整改事项，每项写明完成时限；到期前提醒该单位，逾期提醒本局。没有的留空。</p>
${Array.from(
  { length: PROMISES },
  (_, index) =>
    html`<div class="row">${textField(shown, { name: `promise${index}`, label: `第${index + 1}项` })}${dateField(shown, { name: `due${index}`, label: "完成时限", min: today })}</div>`,
)}</fieldset>
${dateField(shown, { name: "followUp", label: "回访日期", min: addDays(today, 1) })}
${actorField(shown, "登记人")}`;
}
