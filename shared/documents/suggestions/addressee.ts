/** To whom is a court's proposal (司法建议书) written? The words before its first colon, or a field of a form. */
import { isFullOrgan } from "../names/organ-name.ts";
import { COMPLETE } from "../names/undertakings.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap } from "../text/flat-text.ts";
import { anyOf, wordList } from "../text/words.ts";

/** The label before an addressee, in a form. */
const TO_LABEL = /^(?:受?送达|建议|主送|致送)(?:单位|机关|对象)：?/u;
/** Between two addressees. */
const AND = /、|(?<=[府局委厅院会队处])和/u;
const OFFICES = new RegExp(
  `${anyOf(wordList("纪委监委 监委 监察委 监察委员会 办公室 工作委员会 分局 管委会"))}$`,
  "u",
);

/** Whether a name is that of an agency, or of an office that supervises agencies. */
export function isOffice(name: string): boolean {
  return isFullOrgan(name) || OFFICES.test(name);
}

/** The names that stand from a place on, and where they end. */
export function addresseesFrom(
  flat: FlatText,
  from: number,
): { readonly names: readonly Fact<string>[]; readonly end: number } {
  const label = TO_LABEL.exec(flat.text.slice(from, from + 20));
  const start = from + (label?.[0].length ?? 0);
  const end = label === null ? flat.text.indexOf("：", start) : nextGap(flat, start + 1, Gap.cell);
  const words = end === -1 ? "" : flat.text.slice(start, end);
  if (!/^[\p{Script=Han}（）、]{4,80}$/u.test(words)) return { names: [], end: from };
  const names = words.split(AND).map((value) => ({
    value,
    confidence: isOffice(value) || COMPLETE.test(value) ? CONFIDENCE.stated : CONFIDENCE.doubtful,
    rule: label === null ? "addressee" : "addressee-of-a-form",
    text: value,
  }));
  return { names, end: label === null ? end + 1 : end };
}
