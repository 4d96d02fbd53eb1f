/** Which lines under an agency's name did no rule understand, so that nothing may be concluded from them? */
import { CONFIDENCE } from "../text/confidence.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Organ } from "./speech/organs.ts";
import type { Sign } from "./speech/signs.ts";

/** How far below its name an agency's lines go on. */
const MOST_BELOW = 600;

const ADDRESS = wordList("住所 住址 地址 营业 经营 办公 联系 电话 手机 邮编 邮政 传真 电子");
const CODES = wordList("统一 社会信用 组织机构 机构代码 信用代码");
/** Who leads the agency; a 负责人 of this kind has a name behind it. */
const LEADERS = ["法定代表人", "主要负责人", "负责人(?:：|$|[\\p{Script=Han}]{2,4}(?:，|（))"];
/** What its agents may do. */
const POWERS = wordList("代理权限 特别(?:授权|代理) 一般(?:授权|代理) 全权 代为 权限");
/** Who its agents are, on lines of their own. */
const PERSONAL = [
  ...wordList("身份证 公民身份 居民身份 执业证 律师证 证件 证号 (?:工作)?单位(?:：|$) 职务 职业 性别 男 女"),
  "[\\p{Script=Han}]{1,3}族(?:$|，)",
  "[\\d（）\\-.年月日生xX]+(?:出生|生)?$",
];
const REMARKS = [...wordList("以下 简称 （ 均 备注 附 签名 签字 （?签章 盖章"), "（?(?:已|未|没有)?到庭）?$"];
/** 药局长第一次已经出过庭了，这次没有来 */
const BEFORE_AND_NOT_NOW = [
  `[\\p{Script=Han}]{1,10}?${anyOf(wordList("第一次 首次 上次 上一次 前次"))}[^，]{0,10}${anyOf(wordList("出过庭 出庭过? 来过 到过庭 到庭"))}了?，?${anyOf(wordList("这次 今天 今日 本次"))}(?:就)?(?:没有?|未)(?:再)?(?:来|到庭|出庭)(?:了)?$`,
];
/** Lines about a party that name nobody who came: what it is, where it is, who leads it, what its agents may do. */
const PARTICULARS = new RegExp(
  `^[，、：]?${anyOf(ADDRESS, CODES, LEADERS, POWERS, PERSONAL, REMARKS, BEFORE_AND_NOT_NOW)}`,
  "u",
);

/** With what a record's own part begins behind the list of parties. */
const OF_THE_HEARING = wordList(`
  案由 案号 时间 地点 开庭 开始 结束 闭庭 旁听 庭审 公告 宣布 是否公开 笔录 本案
  审：|问：|书：|法：|记：|记录： 记录如下 现在 核对 查明 报告 到庭人员 出庭人员 双方
`);
const COURT_S_PEOPLE = wordList("审判 合议庭 主审 独任 法官 人民陪审 书记 记录");
const OTHER_PARTIES = wordList("原告 第三人 被上诉人 上诉人 原审");
/** Where the list of parties ends in a record and somebody begins to speak or to write of something else. */
const NOT_OF_LIST = new RegExp(
  `^(?:[（(]?[一二三四五\\d]{1,2}[）)、.])?${anyOf(OF_THE_HEARING, COURT_S_PEOPLE, OTHER_PARTIES)}`,
  "u",
);

/**
 * What remains under an agency's name that no rule understood. A list that was not read to its end proves no absence.
 */
export function unreadLines(
  flat: FlatText,
  organs: readonly Organ[],
  signs: readonly Sign[],
  storyFrom: number,
): Sign[] {
  return organs.flatMap(({ listed }, organ): Sign[] => {
    if (listed === undefined) return [];
    const end = Math.min(listed.blockEnd, storyFrom, listed.end + MOST_BELOW);
    const found: Sign[] = [];
    for (let start = listed.end; start < end; ) {
      const next = Math.min(pieceEnd(flat, start), end);
      const text = flat.text.slice(start, next).replace(/[，。；、：]+$/u, "");
      if (gapAt(flat, start) >= Gap.line && NOT_OF_LIST.test(text)) break;
      const isRead = signs.some((sign) => start < sign.end && next > sign.start);
      const mayNameSomebody =
        /\p{Script=Han}{2}/u.test(text) && !PARTICULARS.test(text) && !isTailOfName(flat, start, text);
      if (!isRead && mayNameSomebody)
        found.push({
          organ,
          start,
          end: next,
          says: "unread",
          confidence: CONFIDENCE.doubtful,
          rule: "line-not-understood",
        });
      start = next;
    }
    return found;
  });
}

/** To the next line, cell or mark that parts what is said of a party. */
function pieceEnd(flat: FlatText, start: number): number {
  let end = start + 1;
  while (end < flat.text.length && gapAt(flat, end) < Gap.cell && !/[。；]/u.test(flat.text[end - 1] ?? ""))
    end++;
  return end;
}

/** 被告一、二 or a bracket behind the name on its own line: no line of the list. */
function isTailOfName(flat: FlatText, start: number, text: string): boolean {
  return gapAt(flat, start) < Gap.cell && /^[（，、]/u.test(text);
}
