/** How sure is what a record says that came as one paragraph? Where lines weren't found again, who says what is a guess. */
import { CONFIDENCE } from "../text/confidence.ts";
import type { FlatText } from "../text/flat-text.ts";
import { linesOf } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { ReadDocument } from "./facts.ts";
import { noSurerThan } from "./sureness.ts";

/** No answer or question of a record is longer; where more stand together, lines were lost. */
const LONGEST_LINE = 250;
/** Before a word for somebody that stands in a sentence: 请被告, 原告、被告, 本案被告. */
const IN_A_SENTENCE = anyOf(
  wordList(
    "[。；，：、（）？及的和与诉对请由因两各待除为将本该] 报告 通知 本案 告知 准许 围绕 双方 第[一二三四] 更正 关于",
  ),
);
const SIDES = "(?:原告|被告(?!知)|被上诉人|(?<!被)上诉人|第三人)";
const PERSONS = "(?:负责人|代理人|法定代表人)";
/** Who is listed on one line, without a mark between: so many stand together only where lines were lost. */
const LISTED = new RegExp(
  `(?<!${IN_A_SENTENCE})(?:${SIDES}(?:的|委托|出庭|应诉)*${PERSONS}?|${PERSONS}|审判长|书记员)`,
  "gu",
);
const MOST_LISTED = 3;
/** 原告李某被告沂水县公安局: two parties of a list in one line, without a mark between. */
const JOINED = new RegExp(
  `(?<=[\\p{Script=Han}）])(?<!${IN_A_SENTENCE})${SIDES}(?=[\\p{Script=Han}（：])`,
  "u",
);
/** With what the speeches of a record begin. */
const SPEECH =
  /^(?:审判[长员]|书记员|法官助理|审|书|法|记|问|答|原告?|被告?|第三人|上诉人|被上诉人)[^，。；：]{0,12}：.{6}/u;
/** 身份无误仝某：我叫仝某: no speaker has so long a name; the stop before it is lost. */
const LONG_SPEAKER =
  /[^。？！；，：…）（“”]{11,60}(?<!如下|说明|陈述|提问|宣布|事项|[为是称项求由见括有日时点号书])：/gu;
const MOST_LONG_SPEAKERS = 1;
const LONGEST_WITHOUT_STOP = 20;
/** A further sitting goes on under a heading that stands on no line of its own. */
const FURTHER_SITTING = /第[二三四五]次(?:公开)?(?:开庭|庭审)(?:笔录|记录|情况)?.{0,6}(?:时间|日期)/u;

type SaidInLines = Pick<ReadDocument, "attendance" | "hearing">;

/** Who came and when and where, no surer than the lines of the record are. */
export function asSureAsItsLines(flat: FlatText, said: SaidInLines): SaidInLines {
  if (flat.source.trim().includes("\n")) return said;
  const lines = linesOf(flat).map(({ start, end }) => flat.text.slice(start, end));
  if (FURTHER_SITTING.test(flat.text) || lines.some(holdsSeveral))
    return noSurerThan(said, CONFIDENCE.doubtful);
  const opens = lines.findIndex((line) => SPEECH.test(line));
  const [list, speeches] = opens === -1 ? [lines, []] : [lines.slice(0, opens), lines.slice(opens)];
  const long = speeches.flatMap((line) => [...line.matchAll(LONG_SPEAKER)]);
  const isDoubted =
    list.some((line) => JOINED.test(line)) || long.length > MOST_LONG_SPEAKERS || speeches.some(breaksOff);
  if (!isDoubted) return said;
  return { ...said, attendance: noSurerThan(said.attendance, CONFIDENCE.doubtful) };
}

function holdsSeveral(line: string): boolean {
  return line.length > LONGEST_LINE || [...line.matchAll(LISTED)].length > MOST_LISTED;
}

/** 未说明理由 / 审判长：…: a long speech without its stop, and the court speaks: where else stops are lost nobody can tell. */
function breaksOff(line: string, index: number, lines: readonly string[]): boolean {
  const before = lines[index - 1] ?? "";
  return (
    /^(?:审判[长员]|书记员|审|书)：/u.test(line) &&
    before.length > LONGEST_WITHOUT_STOP &&
    SPEECH.test(before) &&
    !/[。？！；…）”：]$/u.test(before)
  );
}
