/** Why did a head not come, in the words of the document? */
import { nameOfSubject } from "../names/person-name.ts";
import { readingTable } from "../text/rule-table.ts";
import { clausesOf } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";

const COULD_NOT = anyOf(wordList("未能 不能 无法 没能 未 没有 没 不便 不克"));
const HOW = anyOf(wordList("按时 亲自 依法 够 前来 准时"));
const COME = [
  ...wordList("出庭 到庭"),
  "参加(?:本次|本案|今天的|今日)?(?:庭审|诉讼|开庭|审理)",
  ...wordList("出席 应诉 到场 前来 来 到"),
];
/** 来不了, 赶不回来, 没时间 */
const CANT = [
  "[来到去]不(?:了|成)",
  "赶不(?:过来|回来|到|上)",
  `${anyOf(wordList("无法 不能 没能 未能 没有 没"))}${anyOf(wordList("赶回来? 赶来 赶到 回来 返回"))}`,
  `${anyOf(wordList("没法 没办法 没时间 脱不开身 抽不开身 走不开"))}[^，。；]{0,4}`,
];
/** That somebody did not or could not come, as the clause behind a reason says it: a piece of a pattern. */
const NOT_COMING = `(?:${COULD_NOT}${HOW}?${anyOf(COME)}|${CANT.join("|")})`;
const SAYS_NOT_COMING = new RegExp(NOT_COMING, "u");

/** Whether a clause says that somebody did not come. */
function saysNotComing(clause: string): boolean {
  return SAYS_NOT_COMING.test(clause);
}

const UNITS = wordList("局 单位 委 府 县 市 区 镇 乡 厅 街道 机关 办 中心 们");
const OUR = `(?:(?:我|本|该|其|被告)${anyOf(UNITS)}?(?:的)?)?`;
const IN_CHARGE = "分管(?:此项工作|该项工作|这项工作)?(?:的)?";
const POSTS = [
  ...wordList("副?[局厅县市区镇乡]长 副?主任 负责(?:人|同志)"),
  "(?:(?:主要|分管|[局厅县市区镇委])?领导(?:班子)?(?:成员)?)",
  "班子成员",
];
/** 局长, 分管副局长满某, 我局主要负责人: whom a reason is about, as a piece of a pattern. */
const LEADER = `(?:${OUR}(?:行政机关|行政|现任|主要|${IN_CHARGE})?${anyOf(POSTS)})`;

/** What introduces a reason. */
const BECAUSE = "(?:因为?|由于)";
const WHEN = anyOf(wordList("今天 今日 昨天 近日 本人 确实? 目前 现在"));
/** 沂水县公安局的局长: the agency by its name before the post. */
const AGENCYS = "(?:\\p{Script=Han}?|\\p{Script=Han}{0,8}(?:政府|局|委|办事处|大队|中心)的?)";
const MASKED_NAME = "(?:[\\p{Script=Han}]{1,2}某{1,2})?";
const SUBJECT = new RegExp(
  [`^${BECAUSE}?`, AGENCYS, LEADER, MASKED_NAME, `${WHEN}?(?:都|均)?`, "(?:因为?|由于|要|需要?)?"].join(""),
  "u",
);
const LEADS = new RegExp(`^${LEADER}`, "u");
const OTHER_LEADER = new RegExp(
  `[，、及和与]?(?:${anyOf(wordList("其他 两位 几位 各位 另一(?:位|名)"))}|${LEADER})`,
  "u",
);

/** What follows from a reason: who came instead, what is asked for, what is handed in. */
const THEREFORE = wordList("故 所以 因此 因而 于是 特 申请 请求? 恳请 望 下次 现(?!场)");
const HANDED_IN =
  "(?:[我本该]?(?:局|委|府|单位|机关|[县市区镇乡])(?:里|方)?)?(?:均?已|并|也)?(?:向[^，。]{2,4})?(?:提交|提供|递交|出具)";
const DONE_INSTEAD = wordList("今天 今日 由 派 指派 安排 委托 授权 委派 已 对此 表示");
/** That the head didn't come, once more. */
const AND_SO_ABSENT = `${LEADER}?(?:确实?|实在|都|均)?${NOT_COMING}`;
const CONSEQUENCE = new RegExp(`^${anyOf(THEREFORE, [HANDED_IN], DONE_INSTEAD, [AND_SO_ABSENT])}`, "u");

/** 因病请假, 因公出差: there 因 belongs to the word. */
const FOR_ONE_WORD = /^(?:病(?![情重])|公(?![务事司安布示证开章益])|事(?![务故假情先])|故(?!障|意))/u;
/** A reason as it follows 因, with the 因 that belongs to it. */
export function withCause(told: string): string {
  return FOR_ONE_WORD.test(told) ? `因${told}` : told;
}

const NOT_THERE = new RegExp(`^(?:也|都|均|今天)*${NOT_COMING}$`, "u");
/** What keeps an official busy, or elsewhere. */
const DUTIES = wordList(`
  会议 开[^，。]{0,8}会 培训 学习 公务 接访 招商 驻村 脱产 外出 迎检 验收 两会 代表大会 活动 仪式
  调研 考察 检查 督查 督导 巡视 巡察 值班 行动 执勤 现场
`);
const EMERGENCIES = wordList("出差 抢险 救灾 防汛 防火 救援");
const ILLNESS = wordList("住院 生病 手术 休假 请假");
const BUSY = new RegExp(anyOf(DUTIES, EMERGENCIES, ILLNESS), "u");

/** Whether words say what keeps an official busy, or elsewhere. */
export function isBusy(words: string): boolean {
  return BUSY.test(words);
}

/** 今天本人确实: between the subject and that they didn't come. */
const TODAY_INDEED = "(?:今天|今日|本次)?(?:确实?|实在)?";
const WHO = `(?:其|均|都|本人|(?:\\p{Script=Han}{0,8}(?:政府|局|委|办事处)的?)?${LEADER})?`;
const NOT = anyOf(wordList("未 没有 不能 无法 未能 没能"));
const APPEAR = anyOf(wordList("出庭 到庭 应诉 参加庭审"));
const REASON_WORDS = "([^。；，]{2,40})";
const THE_REASON_IS = anyOf(wordList("是 为 系 ："));

function told(...parts: readonly string[]): (text: string) => string | undefined {
  const pattern = new RegExp(parts.join(""), "u");
  return (text) => reasonOr(pattern.exec(text)?.[1]);
}

/** The words as a reason, unless they give none: 无正当理由, 原告不服. */
function reasonOr(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  const bare = words.replace(/^(?:为|其|负责人)|(?<!（[^）]*)）$/gu, "");
  const reason = withoutSubject(withCause(bare));
  const isReason = reason.length >= 2 && !/正当理由|被告|原告不服/u.test(reason) && !NOT_THERE.test(reason);
  return isReason ? reason : undefined;
}

const WAYS_TO_GIVE_A_REASON = readingTable<string, string>("reason-of-absence", [
  {
    name: "because-and-so-absent",
    reads: told(
      `(?:因为|因|由于)(?!此|而|案)([^。；]{2,60}?)，?(?:故|所以|而)?`,
      WHO,
      TODAY_INDEED,
      NOT_COMING,
    ),
    example: "负责人因参加全省会议未能出庭",
  },
  {
    name: "the-reason-of-absence-is",
    reads: told(
      `${NOT}[^。；，]{0,6}${APPEAR}的?(?:应诉)?`,
      `[^。；]{0,16}?(?:原因|理由|事由)${THE_REASON_IS}${REASON_WORDS}`,
    ),
    example: "负责人未出庭的原因是参加防汛",
  },
  {
    name: "absent-because",
    reads: told(`${NOT}[^。；，]{0,6}${APPEAR}(?:应诉)?，?(?:因为|因|由于)${REASON_WORDS}`),
    example: "负责人未出庭应诉，因参加防汛",
  },
  {
    name: "because-excuse-is-asked-for",
    reads: told(
      `因([^。；，]{2,40}?)(?:向(?:本院|法庭|法院)[^，。]{0,6})?`,
      "(?:申请|请求)(?:不|免于|免予)(?:予)?出庭",
    ),
    example: "因参加防汛向本院申请不出庭",
  },
  {
    // Who was sent instead follows from it.
    name: "and-so-sends-me",
    reads: told(`(${LEADER}[^。；]{3,40}?)，(?:故|所以|就|特)?`, "(?:安排|派|委派|委托|指派|让|叫)我"),
    example: "局长和副局长都有任务，安排我来",
  },
  {
    // The reason is said, not introduced.
    name: "said-and-so-absent",
    reads: told(`(${LEADER}(?!${NOT_COMING})[^，。；]{3,30})，(?:今天|确实?|实在)?`, NOT_COMING),
    example: "局长到市里开会，没来",
  },
]);

/** Why a head did not come, in the document's words. 无正当理由 is no reason. */
export function reasonOf(text: string): { reason?: string } {
  const reason = WAYS_TO_GIVE_A_REASON.decide(text)?.verdict;
  return reason === undefined ? {} : { reason };
}

/** Asked why, the answer is the reason, as far as no clause says what follows from it. */
export function givenReason(text: string): { reason?: string } {
  // 乡长调走了；副乡长在一线: a semicolon ends the reason unless it goes on with another leader.
  const said = text.split(/。/u)[0] ?? "";
  const [first = "", ...more] = said.split("；");
  const parts = more.length > 0 && more.every((part) => LEADS.test(part)) ? said : first;
  const clauses = parts.split(/(?<=[，；])/u);
  const end = clauses.findIndex((clause, index) => index > 0 && CONSEQUENCE.test(clause));
  const words = clauses.slice(0, end === -1 ? clauses.length : end).join("");
  // 今天全县防汛，局长在水库值守: the day is none of the reason.
  const ofToday = BUSY.test(words)
    ? words.replace(/^(?:今天|今日)，?(?!由|派|委托|来|[到出]庭)/u, "")
    : words;
  const reason = withoutSubject(ofToday).replace(/了$/u, "");
  return reason.length >= 2 && reason.length <= 60 && !CONSEQUENCE.test(reason) ? { reason } : {};
}

const WHAT_KEEPS_AWAY = readingTable<string, string>("what-keeps-an-official", [
  {
    name: "the-answer-begins-with-the-leader",
    reads: (text) => (LEADS.test(text) && BUSY.test(text) ? givenReason(text).reason : undefined),
    example: "局长在省里开会。",
  },
  {
    name: "a-clause-begins-with-the-leader",
    reads(text) {
      const clauses = clausesOf(text);
      const from = clauses.findIndex((clause) => LEADS.test(clause) && !saysNotComing(clause));
      if (from === -1) return undefined;
      const { reason } = givenReason(clauses.slice(from).filter(Boolean).join("，"));
      return reason !== undefined && BUSY.test(reason) ? reason : undefined;
    },
    example: "没有到庭，局长在党校学习。",
  },
  {
    name: "a-clause-says-what-the-head-does",
    reads(text) {
      const clause = clausesOf(text).find(
        (part) => BUSY.test(part) && !saysNotComing(part) && !/代理|委托|出庭/u.test(part),
      );
      const reason = clause?.replace(/^.*?(?:他|她|其(?!他)|本人)/u, "").replace(/了$/u, "");
      return reason === undefined || reason.length < 3 ? undefined : withoutSubject(reason);
    },
    example: "局长没来，今早他被县委叫去开会了。",
  },
]);

/** What keeps an official, where an answer only says it: 局长没来，今早他被县委叫去开会了. */
export function busyWith(text: string): { reason?: string } {
  const reason = WHAT_KEEPS_AWAY.decide(text)?.verdict;
  return reason === undefined ? {} : { reason };
}

/** The reason without the one it speaks of, unless it speaks of several. */
function withoutSubject(text: string): string {
  const bare = FOR_ONE_WORD.test(text.slice(1)) ? text : text.replace(/^(?:因为?|由于)/u, "");
  const subject = SUBJECT.exec(bare)?.[0] ?? "";
  const behind = bare.slice(subject.length).replace(/[，、]$/u, "");
  const rest = subject === "" ? behind : behind.slice(nameOfSubject(behind)?.length ?? 0);
  if (OTHER_LEADER.test(rest) && subject !== "") return bare.replace(/[，、]$/u, "");
  // 负责人因病住院: the 因 at the subject's end belongs to the reason.
  return subject.endsWith("因") ? withCause(rest) : rest;
}
