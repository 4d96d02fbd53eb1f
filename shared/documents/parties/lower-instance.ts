/**
 * Does a sentence of a paper of the second instance speak of the first? The lower court's sittings and who came to them
 * are not its own.
 */
import { anyOf, wordList } from "../text/words.ts";

const BEFORE = "(?:一审|原审|初审|原一审)";
const ITS_SITTINGS = wordList("庭审 开庭 审理 诉讼 程序 期间 过程 时(?!任) 中(?!级) 阶段 出庭 到庭");
const ITS_SITTING = new RegExp(
  `${BEFORE}(?:法院)?(?:的)?(?:第[一二三]次)?${anyOf(ITS_SITTINGS)}|[在于](?:一审|原审)(?!原告|被告|第三人|法院|判决)`,
  "u",
);
const ITS_COURT = /(?:一审|原审|初审|原)(?:法院|审法院)/u;
const COURT = /本院|我院|本庭|一审法院|原审法院|\p{Script=Han}{2,16}?人民法院/gu;

/** Whether a sentence speaks of a sitting of the instance before. */
export function isOfLowerInstance(sentence: string): boolean {
  return ITS_SITTING.test(sentence) || (ITS_COURT.test(sentence) && /开庭|出庭|到庭/u.test(sentence));
}

/** Whether the court named last before a place is another than the one that writes: its name stands at the top. */
export function isAnotherCourts(before: string, top: string): boolean {
  const court = [...before.matchAll(COURT)].at(-1)?.[0];
  return (
    court !== undefined &&
    !/^(?:本院|我院|本庭)$/u.test(court) &&
    !top.includes(court.replace(/^.*?(?:在|由|经|向)/u, ""))
  );
}
