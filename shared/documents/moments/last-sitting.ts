/** Does a record go on with a second sitting, and what of it is about the last? */
import { type FlatText, flatten, Gap, gapAt } from "../text/flat-text.ts";

const HEADING = /第([一二三四五])次(?:公开)?(?:开庭|庭审)(?:笔录|记录|情况)?/gu;
/** How soon behind its heading a sitting's own time stands. */
const TIME_WITHIN = 40;

/**
 * A record that goes on with a second sitting under a heading of its own (第二次开庭, 时间：…) records the last; what came
 * before between the headings is an earlier one. Undefined where it records one sitting alone.
 */
export function lastSitting(flat: FlatText): FlatText | undefined {
  const headings = [...flat.text.matchAll(HEADING)].filter(
    ({ index, 0: words }) =>
      gapAt(flat, index) >= Gap.line &&
      gapAt(flat, index + words.length) >= Gap.blank &&
      /(?:时间|日期)：?/u.test(flat.text.slice(index, index + words.length + TIME_WITHIN)),
  );
  const [first, last] = [headings[0], headings.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  return flatten(flat.source.slice(0, flat.at[first.index]) + flat.source.slice(flat.at[last.index]));
}
