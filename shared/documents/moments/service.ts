/** On which day was a paper served? */
import type { CivilDate } from "../../domain/time/time.ts";
import type { LabelledValue } from "../labels/labels.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { lineStart } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import { findMoments, type WrittenMoment } from "./dates.ts";
import { firstWithin } from "./first-within.ts";

const SERVED_LABEL = /^(?:送达|签收|收到|收件)(?:时间|日期)$|^(?:签收人|受送达人签名)$/u;
/** How far behind its field's start a day still is the field's. */
const IN_FIELD = 40;
/** How far a line says before and behind a day what was done on it. */
const BEFORE = 24;
const BEHIND = 50;

const SERVED = anyOf(wordList("送达 签收 收到 收悉 领取"));
/** How a paper is served: 电子送达, 向你单位送达. */
const HOW = anyOf(wordList("已 向[^，。；]{2,30}? 直接 电子 邮寄 当面 留置"));
/** What a court receives or serves that is not this paper, and what is reckoned from its service. */
const OTHER_PAPER = anyOf(wordList("起诉 答辩 上诉 申请 副本 证据 材料 决定 之日 后 前"));
const SERVED_AFTER = new RegExp(
  `^[^，。；：前]{0,10}?${HOW}?${SERVED}(?![^，。；]{0,14}${OTHER_PAPER})`,
  "u",
);
const SERVED_BEFORE = new RegExp(
  `${SERVED}(?:回证|时间|日期|人)?(?:[^，。；：后应诉请]{0,12}(?:于|日期为)|[^，。；：]{0,8}：[\\p{Script=Han}×]{0,4})$`,
  "u",
);
const BY_COURT = /本院|我院|法院|庭/u;

/** The line around a day. */
interface DayOnLine {
  readonly before: string;
  readonly clause: string;
  readonly after: string;
}

/** Of this paper, not of a complaint that the court received. */
const IS_SERVED = ruleTable<DayOnLine, boolean>("day-of-service", ({ before }) => before, [
  {
    name: "court-received-something",
    of: ({ before }) => SERVED_BEFORE.test(before) && BY_COURT.test(before),
    says: false,
    example: "本院收到起诉状于",
  },
  { name: "served-before-the-day", of: SERVED_BEFORE, says: true, example: "签收日期：" },
  {
    name: "court-received-it-that-day",
    of: ({ clause, after }) => SERVED_AFTER.test(after) && BY_COURT.test(clause),
    says: false,
    example: "本院于9月17日收到",
  },
  {
    name: "served-behind-the-day",
    of: ({ after }) => SERVED_AFTER.test(after),
    says: true,
    example: "于9月17日送达",
  },
]);

/** The day a paper was served (送达, 签收): by its label, the receipt's signature, or a sentence that says so. */
export function servedOn(
  flat: FlatText,
  labels: readonly LabelledValue[],
  defaultYear: number | undefined,
): Fact<CivilDate> | undefined {
  const moments = findMoments(flat, defaultYear);
  const labelled = labels
    .filter(({ label }) => SERVED_LABEL.test(label))
    .map(({ start, blockEnd }) => firstWithin(moments, start, Math.min(blockEnd, start + IN_FIELD)))
    .find((moment) => moment !== undefined);
  const found = labelled ?? moments.find((moment) => isOfService(flat, moment));
  return (
    found && {
      value: found.date,
      confidence: Math.min(
        found.confidence,
        labelled === undefined ? CONFIDENCE.inferred : CONFIDENCE.stated,
      ),
      rule: `${labelled === undefined ? "served-by-sentence" : "served-by-label"}-${found.rule}`,
      text: spanOf(flat, found.start, found.end),
    }
  );
}

function isOfService(flat: FlatText, { start, end }: WrittenMoment): boolean {
  const before = flat.text.slice(lineStart(flat, start, BEFORE), start);
  const clause = /[^，。；]*$/u.exec(before)?.[0] ?? "";
  return IS_SERVED.decide({ before, clause, after: flat.text.slice(end, end + BEHIND) })?.verdict ?? false;
}
