/** The forms for what took place: an observed hearing (旁听庭审), a training (应诉培训), a joint meeting (联席会议). */
import { html } from "hono/html";
import { type EventFacts, earliestDay } from "../../../shared/domain/programme/decide.ts";
import type { EntryOf, Participants } from "../../../shared/domain/programme/entry.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import { dateField, type Filled, textArea, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";

export type EventKind = EventFacts["kind"];

/** The form of one kind. */
interface EventForm<Kind extends EventKind> {
  /** What it begins with when an entry is corrected. */
  given(entry: EntryOf<Kind>): Form;
  fields(filled: Filled, today: CivilDate): Markup;
  /** What it says; undefined where the reader found problems. */
  read(reader: FormReader, form: Form, today: CivilDate): Extract<EventFacts, { kind: Kind }> | undefined;
}

const MOST_UNITS = 60;
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
  given: ({ date, topic, participants, papers }) => ({
    date,
    topic,
    participants: participantLines(participants),
    papers: papers.join("\n"),
  }),
  fields: (filled, today) => html`${day(filled, "培训日期", today)}
${textField(filled, { name: "topic", label: "培训主题", hint: "例如：出庭应诉规范和应当携带的材料" })}
${participantsField(filled)}
${textArea(filled, { name: "papers", label: "培训材料（可不填）", rows: 3, hint: "每行一份，例如：负责人身份证明样式。" })}`,
  read(reader, form, today) {
    const date = readDay(reader, "培训日期", today);
    const topic = reader.text("topic", "培训主题", 80);
    const participants = readParticipants(reader, form);
    const papers = reader.lines("papers", "培训材料", MOST_LINES, 60);
    return date && participants && { kind: "training", date, topic, participants, papers };
  },
};

const meeting: EventForm<"meeting"> = {
  given: ({ date, place, participants, points }) => ({
    date,
    place,
    participants: participantLines(participants),
    points: points.join("\n"),
  }),
  fields: (filled, today) => html`${day(filled, "会议日期", today)}
${textField(filled, { name: "place", label: "会议地点" })}
${participantsField(filled)}
${textArea(filled, { name: "points", label: "议定事项", rows: 6, hint: "每行一项。" })}`,
  read(reader, form, today) {
    const date = readDay(reader, "会议日期", today);
    const place = reader.text("place", "会议地点", 60);
    const participants = readParticipants(reader, form);
    const points = reader.lines("points", "议定事项", MOST_LINES, 300);
    if (points.length === 0) reader.problem("points", "请填写议定事项。");
    return date && participants && { kind: "meeting", date, place, participants, points };
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

function participantsField(filled: Filled): Markup {
  return textArea(filled, {
    name: "participants",
    label: "参加单位和人数",
    rows: 4,
    hint: "每行一个单位，写明人数，例如：沂南县公安局，12人",
  });
}

function participantLines(participants: readonly Participants[]): string {
  return participants.map(({ unit, people }) => `${unit}，${people}人`).join("\n");
}

function readParticipants(reader: FormReader, form: Form): readonly Participants[] | undefined {
  const lines = reader.lines("participants", "参加单位和人数", MOST_UNITS, 60);
  const read = lines.map((line) =>
    /^(.*?[^\d，,、：:\s])[，,、：:\s]*(\d{1,4})\s*人?$/u.exec(line.normalize("NFKC")),
  );
  const wrong = lines.find((_, index) => read[index] === null || Number(read[index]?.[2]) === 0);
  if (lines.length === 0) reader.problem("participants", "请填写参加单位和人数。");
  else if (wrong !== undefined)
    reader.problem("participants", `“${wrong}”没有写明单位和人数，请按“沂南县公安局，12人”的格式填写。`);
  else if (form.participants !== undefined)
    return read.map((found) => ({ unit: found?.[1] ?? "", people: Number(found?.[2]) }));
  return undefined;
}
