/** 安排旁听: a hearing out of the bureau's diary, its seats, and the units that are invited to watch it. */
import { html } from "hono/html";
import { isHearingEntry } from "../../../shared/domain/board/diary.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { type PlannedFacts, planObservation } from "../../../shared/domain/programme/decide.ts";
import { type Observation, refOf } from "../../../shared/domain/programme/entry.ts";
import type { InvitedUnit } from "../../../shared/domain/programme/observation-plan.ts";
import { addDays, type CivilDate, civilDateAt } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { actOnEntry, recordEntry, sentBefore } from "../entries/write-entry.ts";
import {
  actorField,
  dateField,
  type Filled,
  problemSummary,
  textArea,
  textField,
  tick,
} from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf, sendingOf } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, ShownPage } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { entryPlace, type Opened, wayBack } from "./programme-visit.ts";
import { organisationNamed } from "./units-named.ts";

const MOST_DAYS = 180;
const MOST_UNITS = 60;
const MOST_SEATS = 500;
/** Hearings of the diary that are offered, the nearest first. */
const OFFERED = 20;

/** An empty form with the hearings to choose from, or that of a plan to be changed. */
export async function planPage(
  ports: DeskPorts,
  opened: Opened,
  entry: Observation | undefined,
): Promise<ShownPage> {
  const form = entry === undefined ? opened.visit.query : givenBy(entry);
  return shownPlan(ports, opened, entry, { form, problems: [] }, 200);
}

export async function submitPlan(
  ports: DeskPorts,
  opened: Opened,
  entry: Observation | undefined,
  form: Form,
): Promise<Answer> {
  const { link, scope, visit } = opened;
  if (entry !== undefined && (entry.jurisdiction !== scope.own || entry.plan === undefined))
    return refusalPage({ type: "not-theirs" });
  const reader = new FormReader(form);
  const at = ports.now();
  const facts = await readPlan(ports, reader, form, civilDateAt(at));
  const by = reader.text("by", "您的姓名", 30);
  const id = formIdOf(reader, form);
  if (facts === undefined || reader.problems.length > 0)
    return shownPlan(ports, opened, entry, { form, problems: reader.problems }, 422);
  const act = { at, by, cause: `link:${link.nonce}`, form: id };
  if (entry === undefined) {
    const planned = planObservation(facts, scope.own, act);
    const { plan, ...said } = { ...facts, plan: planned.plan };
    if ((await recordEntry(ports, planned, { ...said, plan })) === "other-words")
      return shownPlan(ports, opened, entry, sentBefore(form), 409);
    return { status: 303, to: entryPlace(visit, planned) };
  }
  const refusal = await actOnEntry(ports, refOf(entry), {
    type: "plan",
    facts,
    revision: Number(form.revision),
    ...act,
    form: sendingOf(form),
  });
  if (refusal === undefined) return { status: 303, to: entryPlace(visit, entry) };
  return shownPlan(ports, opened, entry, { form, problems: [refused(refusal)] }, 409);
}

function givenBy({ date, court, caseNumber, cause = "", plan }: Observation): Form {
  return {
    date,
    court,
    caseNumber,
    cause,
    ...defined({ time: plan?.time, place: plan?.place }),
    seats: plan?.seats === undefined ? "" : String(plan.seats),
    invited: (plan?.invited ?? []).map(({ unit, seats }) => `${unit}，${seats}人`).join("\n"),
    study: plan?.study === true ? "yes" : "",
  };
}

async function shownPlan(
  ports: DeskPorts,
  opened: Opened,
  entry: Observation | undefined,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const today = civilDateAt(ports.now());
  const { visit } = opened;
  const offers = entry === undefined && status === 200 ? await hearingsAhead(ports, opened, today) : html``;
  return {
    status,
    title: entry === undefined ? "安排旁听庭审" : "更改旁听安排",
    body: html`${wayBack(visit)}${problemSummary(filled)}${offers}
<p>提交后，系统立即向名录中有的单位发出旁听通知和日程；更改后重新通知，不再邀请的单位收到取消通知。</p>
${formFrame(
  ports,
  entry?.revision,
  html`${textField(filled, { name: "caseNumber", label: "案号", hint: "例如：（2026）鲁1302行初45号" })}
${textField(filled, { name: "cause", label: "案由（可不填）" })}
${dateField(filled, { name: "date", label: "开庭日期", min: today, max: addDays(today, MOST_DAYS) })}
${textField(filled, { name: "time", label: "开庭时间（可不填）", hint: "例如：09:00" })}
${textField(filled, { name: "court", label: "开庭法院" })}
${textField(filled, { name: "place", label: "法庭（可不填）", hint: "例如：第五审判庭；线上旁听的写明网址" })}
${textField(filled, { name: "seats", label: "旁听席位（可不填）", hint: "与法院商定的人数，例如：30" })}
${textArea(filled, { name: "invited", label: "邀请单位和人数", rows: 5, hint: "每行一个单位，写名录中的全称和人数，例如：沂南县公安局，3人" })}
${tick(filled, { name: "study", label: "作为党委（党组）中心组学法" })}
${actorField(filled, "经办人")}`,
  entry === undefined ? "确定并发出通知" : "更改并重新通知",
  filled.form.form,
)}`,
  };
}

/** The bureau's diary, each hearing with the way to plan it. */
async function hearingsAhead(ports: DeskPorts, { link, visit }: Opened, today: CivilDate): Promise<Markup> {
  const rows: (readonly (Markup | string)[])[] = [];
  const seen = new Set<string>();
  for await (const one of ports.records.diary(link.recipient, today, 2 * OFFERED)) {
    if (!isHearingEntry(one)) continue;
    const { caseNumber, court, hearing, status, respondent } = one;
    const key = `${caseNumber} ${hearing.date}`;
    if (status !== "set" || seen.has(key)) continue;
    seen.add(key);
    const { date, time, place } = hearing;
    const query = { caseNumber, court, date, ...defined({ time, place }) };
    rows.push([
      html`<a href="${placeOf(visit, { part: "plan", query })}">${caseNumber}</a>`,
      `${printedDate(date)} ${time ?? ""}`,
      court,
      respondent,
    ]);
    if (rows.length === OFFERED) break;
  }
  return html`<h2>即将开庭的案件</h2><p>选择一件，案号、时间、法庭自动填入；优先选择社会关注度高、有代表性的案件。</p>${dataTable(
    {
      caption: `最近${rows.length}场`,
      columns: ["案号", "开庭", "法院", "被告"],
      rows,
      empty: "日程中没有即将开庭的案件，可以直接填写。",
    },
  )}`;
}

async function readPlan(
  ports: DeskPorts,
  reader: FormReader,
  form: Form,
  today: CivilDate,
): Promise<PlannedFacts | undefined> {
  const caseNumber = reader.caseNumber("caseNumber");
  const cause = reader.optionalText("cause", "案由", 40);
  const date = reader.date("date", "开庭日期", today, addDays(today, MOST_DAYS));
  const time = (form.time ?? "") === "" ? undefined : reader.time("time", "开庭时间");
  const court = reader.text("court", "开庭法院", 40);
  const place = reader.optionalText("place", "法庭", 60);
  const seats = readSeats(reader, form);
  const invited = await readInvited(ports, reader);
  const taken = invited.reduce((sum, one) => sum + one.seats, 0);
  if (seats !== undefined && taken > seats)
    reader.problem(
      "invited",
      `邀请的人数共${taken}人，超过旁听席位${seats}个，请减少人数或者与法院商定增加席位。`,
    );
  if (caseNumber === undefined || date === undefined) return undefined;
  return {
    caseNumber,
    date,
    court,
    ...defined({ cause }),
    plan: { ...defined({ time, place, seats }), invited, ...(form.study === "yes" && { study: true }) },
  };
}

function readSeats(reader: FormReader, { seats: typed = "" }: Form): number | undefined {
  if (typed === "") return undefined;
  const seats = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (seats > 0 && seats <= MOST_SEATS) return seats;
  reader.problem("seats", `旁听席位请填写1至${MOST_SEATS}的数字。`);
  return undefined;
}

/** Each unit with as many seats; the directory's own get a letter. */
async function readInvited(ports: DeskPorts, reader: FormReader): Promise<readonly InvitedUnit[]> {
  const lines = reader.lines("invited", "邀请单位和人数", MOST_UNITS, 60);
  const read = lines.map((line) =>
    /^(.*?[^\d，,、：:\s])[，,、：:\s]*(\d{1,3})\s*人?$/u.exec(line.normalize("NFKC")),
  );
  const wrong = lines.find((_, index) => read[index] === null || Number(read[index]?.[2]) === 0);
  const units = read.map((found) => found?.[1] ?? "");
  const twice = units.find((unit, index) => units.indexOf(unit) !== index);
  if (lines.length === 0) reader.problem("invited", "请填写邀请的单位和人数。");
  else if (wrong !== undefined)
    reader.problem("invited", `“${wrong}”没有写明单位和人数，请按“沂南县公安局，3人”的格式填写。`);
  else if (twice !== undefined) reader.problem("invited", `“${twice}”重复填写，请合并为一行。`);
  if (reader.problems.some(({ field }) => field === "invited")) return [];
  return Promise.all(
    read.map(async (found): Promise<InvitedUnit> => {
      const unit = found?.[1] ?? "";
      return {
        unit,
        seats: Number(found?.[2]),
        ...defined({ organisation: await organisationNamed(ports, unit) }),
      };
    }),
  );
}
