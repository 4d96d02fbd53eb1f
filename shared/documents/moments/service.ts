import type { CivilDate } from "../../domain/time/time.ts";
import type { LabelledValue } from "../labels/labels.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, spanOf } from "../text/flat-text.ts";
import { findMoments } from "./dates.ts";

const SERVED_LABEL = /^(?:送达|签收|收到|收件)(?:时间|日期)$|^(?:签收人|受送达人签名)$/u;
/** 于9月17日送达, 9月17日签收: of this paper, not of a complaint that the court received. */
const SERVED_AFTER =
  /^(?:[^，。；：前]{0,10}?(?:已|向[^，。；]{2,30}?|直接|电子|邮寄|当面|留置)?)(?:送达|签收|收到|收悉|领取)(?![^，。；]{0,14}(?:起诉|答辩|上诉|申请|副本|证据|材料|决定|之日|后|前))/u;
const SERVED_BEFORE =
  /(?:送达|签收|收到|收悉|领取)(?:回证|时间|日期|人)?(?:[^，。；：后应诉请]{0,12}(?:于|日期为)|[^，。；：]{0,8}：[\p{Script=Han}×]{0,4})$/u;
const RECEIVED_BY_COURT = /本院|我院|法院|庭/u;

/** The day a paper was served (送达, 签收): by its label, the receipt's signature, or a sentence that says so. */
export function servedOn(
  flat: FlatText,
  labels: readonly LabelledValue[],
  defaultYear: number | undefined,
): Fact<CivilDate> | undefined {
  const moments = findMoments(flat, defaultYear);
  const labelled = labels
    .filter(({ label }) => SERVED_LABEL.test(label))
    .flatMap(({ start, blockEnd }) =>
      moments.filter((moment) => moment.start >= start && moment.start < Math.min(blockEnd, start + 40)),
    )
    .at(0);
  const said = moments.find((moment) => {
    const before = flat.text.slice(lineStart(flat, moment.start), moment.start);
    const after = flat.text.slice(moment.end, moment.end + 50);
    if (SERVED_BEFORE.test(before)) return !RECEIVED_BY_COURT.test(before);
    return SERVED_AFTER.test(after) && !RECEIVED_BY_COURT.test(/[^，。；]*$/u.exec(before)?.[0] ?? "");
  });
  const found = labelled ?? said;
  return (
    found && {
      value: found.date,
      confidence: Math.min(found.confidence, labelled === undefined ? 0.85 : 0.95),
      rule: `${labelled === undefined ? "served-by-sentence" : "served-by-label"}-${found.rule}`,
      text: spanOf(flat, found.start, found.end),
    }
  );
}

function lineStart(flat: FlatText, at: number): number {
  let start = at;
  while (start > 0 && at - start < 24 && gapAt(flat, start) < Gap.line) start--;
  return start;
}
