/** The forms for what took place: an observed hearing (旁听庭审), a training (应诉培训), a joint meeting (联席会议). */
import { html } from "hono/html";
import { type EventFacts, earliestDay } from "../../../shared/domain/programme/decide.ts";
import { type EntryOf, TRAINING_FORMS } from "../../../shared/domain/programme/entry.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import { trainingFormName } from "../../../shared/letters/wording/programme-wording.ts";
import { pointFields, pointRows, readPoints } from "../entries/meeting-view.ts";
import { participantLines, participantsField, readParticipants } from "../entries/participants-field.ts";
import { dateField, type Filled, select, textArea, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts } from "../frame/room.ts";
import { beginMeeting, completeMeeting } from "./meeting-record.ts";

export type EventKind = EventFacts["kind"];

/** The form of one kind. */
interface EventForm<Kind extends EventKind> {
  /** What it begins with when an entry is corrected. */
  given(entry: EntryOf<Kind>): Form;
  fields(filled: Filled, today: CivilDate): Markup;
  /** What a new one begins with. */
  begin?(ports: DeskPorts, jurisdiction: string): Promise<Form>;
  /** What it says with what the directory and the entry before know of it. */
  complete?(
    facts: Extract<EventFacts, { kind: Kind }>,
    ports: DeskPorts,
    before: EntryOf<Kind> | undefined,
  ): Promise<Extract<EventFacts, { kind: Kind }>>;
  /** What it says; undefined where the reader found problems. */
  read(reader: FormReader, form: Form, today: CivilDate): Extract<EventFacts, { kind: Kind }> | undefined;
}

const MOST_LINES = 30;

const observation: EventForm<"observation"> = {
  given: ({ date, court, caseNumber, cause = "", participants }) => ({
    date,
    court,
    caseNumber,
    cause,
    participants: participantLines(participants),
  }),
  fields: (filled, today) => html`${day(filled, "旁听日期", today)}
${textField(filled, { name: "caseNumber", label: "案号", hint: "例如：（2026）鲁1302行初45号" })}
${textField(filled, { name: "cause", label: "案由（可不填）" })}
${textField(filled, { name: "court", label: "开庭法院" })}
${participantsField(filled)}`,
  read(reader, form, today) {
    const date = readDay(reader, "旁听日期", today);
    const caseNumber = reader.caseNumber("caseNumber");
    const cause = reader.optionalText("cause", "案由", 40);
    const court = reader.text("court", "开庭法院", 40);
    const participants = readParticipants(reader, form);
    if (date === undefined || caseNumber === undefined || participants === undefined) return undefined;
    return {
      kind: "observation",
      date,
      court,
      caseNumber,
      ...(cause !== undefined && { cause }),
      participants,
    };
  },
};

const training: EventForm<"training"> = {
  given: ({ date, topic, participants, papers, form = "", lecturer = "" }) => ({
    date,
    topic,
    manner: form,
    lecturer,
    participants: participantLines(participants),
    papers: papers.join("\n"),
  }),
  fields: (filled, today) => html`${day(filled, "培训日期", today)}
${textField(filled, { name: "topic", label: "培训主题", hint: "例如：出庭应诉规范和应当携带的材料" })}
${select(filled, { name: "manner", label: "培训形式（可不填）", options: TRAINING_FORMS.map((one) => [one, trainingFormName(one)]) })}
${textField(filled, { name: "lecturer", label: "授课人（可不填）", hint: "姓名，单位职务，例如：刘某，市中级人民法院行政庭庭长" })}
${participantsField(filled)}
${textArea(filled, { name: "papers", label: "培训材料（可不填）", rows: 3, hint: "每行一份，例如：负责人身份证明样式。" })}`,
  read(reader, form, today) {
    const date = readDay(reader, "培训日期", today);
    const topic = reader.text("topic", "培训主题", 80);
    const manner = TRAINING_FORMS.find((one) => one === form.manner);
    const lecturer = reader.optionalText("lecturer", "授课人", 60);
    const participants = readParticipants(reader, form);
    const papers = reader.lines("papers", "培训材料", MOST_LINES, 60);
    if (date === undefined || participants === undefined) return undefined;
    return {
      kind: "training",
      date,
      topic,
      ...(manner !== undefined && { form: manner }),
      ...(lecturer !== undefined && { lecturer }),
      participants,
      papers,
    };
  },
};

const meeting: EventForm<"meeting"> = {
  given: ({ date, place, participants, topics = [], points }) => ({
    date,
    place,
    participants: participantLines(participants),
    topics: topics.join("\n"),
    ...pointRows(points),
  }),
  fields: (filled, today) => html`${day(filled, "会议日期", today)}
${textField(filled, { name: "place", label: "会议地点" })}
${participantsField(filled)}
${textArea(filled, { name: "topics", label: "议题（可不填）", rows: 3, hint: "每行一项。" })}
${pointFields(filled)}`,
  begin: beginMeeting,
  complete: completeMeeting,
  read(reader, form, today) {
    const date = readDay(reader, "会议日期", today);
    const place = reader.text("place", "会议地点", 60);
    const participants = readParticipants(reader, form);
    const topics = reader.lines("topics", "议题", MOST_LINES, 300);
    const points = readPoints(reader, form, today);
    if (date === undefined || participants === undefined) return undefined;
    return {
      kind: "meeting",
      date,
      place,
      participants,
      topics,
      points,
    };
  },
};

const FORMS: { readonly [Kind in EventKind]: EventForm<Kind> } = { observation, training, meeting };

/** The form of a kind. */
export function eventForm(kind: EventKind): EventForm<EventKind> {
  return FORMS[kind] as unknown as EventForm<EventKind>;
}

/** Whether a part of an address, or an entry's kind, is one of these. */
export function isEventKind(kind: string | undefined): kind is EventKind {
  return kind !== undefined && Object.hasOwn(FORMS, kind);
}

function day(filled: Filled, label: string, today: CivilDate): Markup {
  return dateField(filled, {
    name: "date",
    label,
    hint: "已经举行的日期，例如：2026-09-10",
    min: earliestDay(today),
    max: today,
  });
}

function readDay(reader: FormReader, name: string, today: CivilDate): CivilDate | undefined {
  return reader.date("date", name, earliestDay(today), today);
}
