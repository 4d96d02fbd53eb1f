/** What does a reader make of a short record of one agency's hearing, or of any paper, written within a test? */
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { readFacts } from "../../../shared/documents/read-document.ts";

/** What `read` prints of a text. */
export const read = (text: string) => toReading(readFacts(text));
/** A record of a hearing of 沂水县水利局, with these lines behind its head. */
export const record = (lines: string) =>
  read(
    `山东省沂水县人民法院\n庭审笔录\n案号：（2026）鲁1323行初45号\n案由：水行政处罚\n时间：2026年9月8日9时00分\n地点：第三审判庭\n审判长：周舟\n书记员：吴桐\n${lines}`,
  );
/** What such a record says of the agency's head. */
export const attended = (lines: string) => record(lines).attendance?.[0];
/** As {@link attended}, of what the agency answers where the court calls it up with this question. */
export const asked = (question: string, answer: string, more = "") =>
  attended(
    `审判长：原告张建国？\n原告：到庭。\n审判长：被告沂水县水利局${question}\n被告：${answer}\n${more}审判长：休庭。`,
  );
/** How sure a reading is of whether the head came. */
export const sureness = (reading: ReturnType<typeof read>) =>
  reading.evidence["attendance[0].headAttended"]?.confidence ?? 0;
