/** Does the time to read a paper grow with its text and no faster, whatever words somebody repeats in it? */
import { describe, expect, it } from "vitest";
import { readFacts } from "../../shared/documents/read-document.ts";

const RECORD = `山东省沂水县人民法院
庭审笔录
案号：（2026）鲁1323行初45号
时间：2026年9月24日9时
地点：本院第三审判庭
原告：张三，男
被告：沂水县公安局
出庭负责人：周强，副局长
委托代理人：钱某，民警
审判长：现在开庭。
`;
const JUDGMENT = `山东省沂水县人民法院
行政判决书
（2026）鲁1323行初45号
原告张三，男。
被告沂水县公安局。
委托代理人周强，该局副局长。
`;
const LETTER = `情况说明
沂水县人民法院：
贵院受理的（2026）鲁1323行初45号张三诉我局治安行政处罚一案，`;
const SUMMONS = `山东省沂水县人民法院
传票
案号：（2026）鲁1323行初45号
被传唤人：沂水县公安局
应到时间：2026年9月24日9时
`;

/** A text is made so long that reading it takes this many milliseconds: less than that says little of growth. */
const LEAST_COST = 20;
const FIRST_LENGTH = 4_000;
const LAST_LENGTH = 64_000;
/** A text four times as long takes four times as long; faster growth would take sixteen times. */
const TIMES = 4;
const MOST_GROWTH = 8;

/** Milliseconds of this thread's own work, so that a busy machine doesn't count. */
function cost(text: string): number {
  const times = [1, 2].map(() => {
    const before = process.threadCpuUsage();
    readFacts(text);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

function growthOf(paper: string, words: string): number {
  const text = (characters: number) => paper + words.repeat(Math.ceil(characters / words.length));
  let length = FIRST_LENGTH;
  readFacts(text(length));
  while (length < LAST_LENGTH && cost(text(length)) < LEAST_COST) length *= 2;
  return cost(text(length * TIMES)) / Math.max(cost(text(length)), LEAST_COST / 2);
}

describe("a text four times as long costs at most twice as much a word", () => {
  it.each([
    ["a record", RECORD, "负责人出庭"],
    ["a record", RECORD, "负责人均未到庭。"],
    ["a record", RECORD, "因局长、"],
    ["a record", RECORD, "未到庭的原因"],
    ["a record", RECORD, "张三"],
    ["a record", RECORD, "被告"],
    ["a record", RECORD, "周强：到庭。\n"],
    ["a record", RECORD, "委托代理人："],
    ["a record", RECORD, "出庭负责人："],
    ["a record", RECORD, "周强\t副局长\t出庭负责人\t是\n"],
    ["a judgment", JUDGMENT, "副局长：周强"],
    ["a judgment", JUDGMENT, "9月24日、"],
    ["a letter", LETTER, "（"],
    ["a letter", LETTER, "定于9月24日"],
    ["a summons", SUMMONS, "2026年9月24日9时"],
    ["a summons", SUMMONS, "副局长：周强"],
  ])(
    "%s: %#",
    (_, paper, words) => {
      expect(growthOf(paper, words), words).toBeLessThan(MOST_GROWTH);
    },
    60_000,
  );
});
