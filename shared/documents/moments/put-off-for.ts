/** A hearing is put off: at whose request? Only one granted to the agency counts for 法释〔2020〕3号 §12(2). */
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

const AGENCY = anyOf(wordList("你单位 你局 你机关 你委 你府 你办 你镇 被告 被上诉人"));
const MOVES = anyOf(wordList("延期 改期 推迟 准许"));

const ASKED = ruleTable<string, "others" | "agency">("who-asked-to-put-off", (text) => text, [
  {
    name: "another-party-asked",
    of: /(?:因|经|由于)(?:原告|第三人|上诉人)[^。；，]{0,10}(?:申请|请求)/u,
    says: "others",
    example: "现因原告申请延期",
  },
  {
    name: "the-agency-asked",
    of: new RegExp(
      `${AGENCY}[^。；]{0,40}(?:申请|请求)[^。；]{0,14}${MOVES}|(?:延期|改期)(?:的)?(?:原因|理由)：?${AGENCY}[^。；，]{0,6}申请`,
      "u",
    ),
    says: "agency",
    example: "因你单位申请延期",
  },
]);

/** The agency sued had asked for it; undefined where somebody else had, or the paper doesn't say. */
export function agencyAsked(flat: FlatText): Fact<true> | undefined {
  const ruled = ASKED.decide(flat.text);
  if (ruled?.verdict !== "agency" || ruled.words === undefined) return undefined;
  const { rule, words } = ruled;
  const text = spanOf(flat, words.index, words.index + words[0].length);
  return { value: true, confidence: CONFIDENCE.inferred, rule, text };
}
