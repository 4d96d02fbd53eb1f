/** 参加单位和人数: one unit a line, with how many people and which of its leaders. */
import type { Participants } from "../../../shared/domain/programme/entry.ts";
import { type Filled, textArea } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";

const MOST_UNITS = 60;

export function participantsField(filled: Filled): Markup {
  return textArea(filled, {
    name: "participants",
    label: "参加单位和人数",
    rows: 4,
    hint: "每行一个单位，写明人数，例如：沂南县公安局，12人；有负责人参加的，写明姓名：沂南县公安局，12人，负责人张强、李明",
  });
}

export function participantLines(participants: readonly Participants[]): string {
  return participants.map(participantLine).join("\n");
}

/** 沂南县公安局，12人，负责人张强. */
export function participantLine({ unit, people, heads = [] }: Participants): string {
  return `${unit}，${people}人${heads.length === 0 ? "" : `，负责人${heads.join("、")}`}`;
}

const LINE =
  /^(.*?[^\d，,、：:\s])[，,、：:\s]*(\d{1,4})\s*人?(?:[，,；;。\s]*(?:其中)?负责人[：:\s]*(.+?))?[。；;]?$/u;

export function readParticipants(reader: FormReader, form: Form): readonly Participants[] | undefined {
  const lines = reader.lines("participants", "参加单位和人数", MOST_UNITS, 120);
  const read = lines.map((line) => LINE.exec(line.normalize("NFKC")));
  const wrong = lines.find((_, index) => read[index] === null || Number(read[index]?.[2]) === 0);
  if (lines.length === 0) reader.problem("participants", "请填写参加单位和人数。");
  else if (wrong !== undefined)
    reader.problem("participants", `“${wrong}”没有写明单位和人数，请按“沂南县公安局，12人”的格式填写。`);
  else if (form.participants !== undefined)
    return read.map((found) => {
      const heads = (found?.[3] ?? "").split(/[、，,\s]+/u).filter((name) => name !== "");
      return { unit: found?.[1] ?? "", people: Number(found?.[2]), ...(heads.length > 0 && { heads }) };
    });
  return undefined;
}
