/** Is a day that an agency's letter names the sitting of its case, or is something else on it? */
import type { CivilDate } from "../../domain/time/time.ts";
import type { LabelledValue } from "../labels/labels.ts";
import { OLD_LABEL } from "../moments/hearing-place.ts";
import type { SensedMoment } from "../moments/moment-sense.ts";
import { isOfLowerInstance } from "../parties/lower-instance.ts";
import type { FlatText } from "../text/flat-text.ts";
import { type Ruled, ruleTable } from "../text/rule-table.ts";
import { lastClause, sentenceAfter, sentenceBefore } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { ReadDocument } from "./facts.ts";

const FIELD_OF_TIME = /(?:开庭|庭审|审理|应到|到庭).{0,6}(?:时间|日期)/u;
/** A field's value begins with its date; one farther on is of something else. */
const FIRST_IN_FIELD = 8;
/** How much of a label's own words may stand before it: 建议|开庭时间. */
const WORDS_OF_LABEL = 6;
/** How far back and ahead a letter's sentence says what a day is. */
const BEFORE = 200;

/** Words with which a letter asks a court for something. */
const ASKING = wordList("申请(?!人) 请求 恳请 建议 希望 商请 可否 能否");
const ASKED = new RegExp(anyOf(ASKING, wordList("是否 如果 拟(?!制) [延改]期后 变更后 调整后")), "u");
/** Asked for in the day's own clause: 望贵院于11月6日开庭. */
const ASKED_HERE = new RegExp(anyOf(ASKING, wordList("(?:^|敬)[请望] 盼")), "u");
const MOVING = /延|改|变更|推迟|调整|安排|另|顺|移|提前|重新/u;
/** Titles of letters that ask for another day: they name days that nobody set. */
const ASKS_FOR_ANOTHER_DAY = /延期|改期|变更|调整|请假/u;
/** Titles of letters that say who is to appear. */
const DESIGNATES = /委托|证明|承诺|函$/u;

/** How a letter calls the court it goes to. */
const COURT_ADDRESSED = wordList("贵院 你院 法院");
const NAMES_COURT = new RegExp(anyOf(COURT_ADDRESSED), "u");
const SET_BY_COURT = new RegExp(
  `(?:[定订][于在]|将于|原定|通知[^，。]{0,8}于|${anyOf(COURT_ADDRESSED)}(?:已)?于?)$`,
  "u",
);
/** Whose day it is where no word sets it: 贵院2026年10月30日上午9时开庭审理的…一案. */
const IS_COURTS = new RegExp(`${anyOf(COURT_ADDRESSED, wordList("该案 本案 一案 案件 [〕）]"))}$`, "u");

/** What a court does at a sitting, and what an agency; the rest of a word may make another of it: 开庭传票. */
const BY_COURT = anyOf(wordList("开庭(?!前|传票|通知|[中时]) 庭审(?!中|时|过程) 公开审理 (?<bare>审理)"));
const BY_AGENCY = anyOf(wordList("出庭 到庭 参加诉讼 应诉(?!通知|材料|报告)"));
/** What is done at a sitting, said behind its day: 开庭审理, 就…一案出庭应诉. */
const SITTING = new RegExp(`^(?<between>[^。；]{0,70}?)(?:(?<court>${BY_COURT})|${BY_AGENCY})`, "u");

/** What another court or body, or this court before the hearing, calls people to. */
const ANOTHER_CASE = /另案|另一|另外一|其他案|别的案|复议|仲裁|听证|庭前会议|证据交换|宣判/u;
const PAPER_CAME = wordList("收到 接到 签收 领取 送达 收悉");
const STEPS_OF_CASE = wordList(`
  立案 受理 起诉 作出 提交 提起 决定 裁定 恢复 中止 组成 转为
  庭前 证据交换 质证 阅卷 宣判 询问 谈话 听证
`);
/** What keeps an official from coming, and where they are instead. */
const OFFICIAL_IS = wordList(`
  会议 培训 出差 赴 前往 住院 手术 出国 请假 休假 学习
  检查 督察 督查 调研 主持 任命 任职 到任 返
`);
const WHY_OR_NOT = wordList("因 不能 无法 未");
const OTHER_CASES = wordList("另案 其他案 另[一外] 别的案 复议 仲裁");
const OTHER_DAYS = wordList("[\\d一二三四五六七八九十][月日] 两次 多次");
const AFTERWARDS = wordList("[^以]后 可以 方[能可] 才能");

const CANCELS = anyOf(wordList("取消 延期 改期 推迟 撤销"));
/** The court took it back already; what the agency asks for is no such thing. */
const WAS_CANCELLED = `(?:已|被|通知|决定|现)[^。；，]{0,8}${CANCELS}`;
const IS_OFF = wordList("取消 不再(?:进行|举行|开庭) 作废 另行通知 待定");
const TAKEN_BACK = new RegExp(`^[^。；]{0,50}?${anyOf([WAS_CANCELLED], IS_OFF)}`, "u");
/** An earlier sitting of the same case; when the next one is the letter may not know. */
const EARLIER = /第一次|首次|前次|上次|此前|曾/u;
/** 二审开庭时间为: a field said in a sentence. */
const SAID_OF_SITTING = /(?:开庭|庭审)(?:审理)?(?:的)?(?:时间|日期)(?:仍)?(?:为|是|定于|在)$/u;
/** Where the head must be that day: 同日局长须参加贵院于…开庭审理的另一案. */
const AWAY = /(?:须|需|要|因|同[日时]|当[日天])[^，]{0,12}(?:参加|出席)/u;
const NUMBER = /（20\d\d）[\p{Script=Han}]{0,2}\d*[\p{Script=Han}]{1,4}\d+号/gu;
/** Behind a day without a word that sets it the court's verb follows soon. */
const SOON_BEHIND = 24;

/** A day of a letter in its words. */
interface LetterDay {
  readonly sense: SensedMoment["sense"];
  readonly date: CivilDate;
  /** Its sentence before it, the last clause of that, and its sentence behind it. */
  readonly before: string;
  readonly clause: string;
  readonly after: string;
  /** The label in whose field it stands, and the words that lead to it. */
  readonly field?: { readonly label: string; readonly words: string };
  /** What stands between the day and what is done at a sitting, and whether that is the court's to do. */
  readonly sitting?: { readonly between: string; readonly isCourts: boolean; readonly isBare: boolean };
  readonly title: string;
  readonly issuedOn: CivilDate | undefined;
  readonly caseNumber: string | undefined;
}

/** What stands between a day and the sitting's verb says that something else is on it. */
function saysBetween(...lists: readonly (readonly string[])[]): (day: LetterDay) => boolean {
  const pattern = new RegExp(anyOf(...lists), "u");
  return ({ sitting }) => sitting !== undefined && pattern.test(sitting.between);
}

/**
 * What speaks for or against a day's being the sitting, in the order in which it counts: what the court did with it,
 * the field it stands in, what the letter asks for, whose sitting it is, and only then the words that set it.
 */
const IS_SITTING = ruleTable<LetterDay, boolean>("letter-names-sitting", ({ clause }) => clause, [
  {
    name: "taken-back-by-the-court",
    of: ({ after }) => TAKEN_BACK.test(after),
    says: false,
    example: "原定于10月30日上午9时开庭，现已延期，时间另行通知",
  },
  {
    name: "field-of-a-time-asked-for",
    // 建议开庭时间 is paired as 开庭时间; 原定开庭时间 is the one set so far.
    of: ({ field }) => field !== undefined && ASKED.test(field.words) && !OLD_LABEL.test(field.label),
    says: false,
    example: "建议开庭时间：2026年11月6日9时",
  },
  {
    name: "field-of-the-sitting",
    of: ({ field }) => field !== undefined,
    says: true,
    example: "原定开庭时间：2026年10月30日9时",
  },
  {
    name: "asked-to-be-moved-to",
    of: ({ before }) => {
      const asked = before.search(ASKED);
      return asked >= 0 && MOVING.test(before.slice(asked));
    },
    says: false,
    example: "恳请贵院将开庭时间变更至11月6日",
  },
  {
    name: "wished-for",
    of: ({ clause }) => ASKED_HERE.test(clause) && !/定于$/u.test(clause),
    says: false,
    example: "望贵院于11月6日开庭",
  },
  { name: "head-is-away-that-day", of: AWAY, says: false, example: "同日局长须参加贵院于" },
  {
    name: "an-earlier-sitting-s",
    of: ({ sense, clause }) => sense === "old" && EARLIER.test(clause),
    says: false,
    example: "第一次开庭于9月1日进行",
  },
  {
    name: "the-lower-court-s",
    of: ({ clause, after }) =>
      isOfLowerInstance(clause + after) || /(?:一审|原审)(?:已经?)?(?:于|在)?$/u.test(clause),
    says: false,
    example: "一审于5月6日开庭",
  },
  { name: "another-case-s", of: ANOTHER_CASE, says: false, example: "因另案于" },
  {
    name: "a-term-s",
    of: ({ after }) => /^(?:起|止|前|后|之前|之后|以前|以后|至)/u.test(after),
    says: false,
    example: "自11月1日起",
  },
  { name: "a-field-in-a-sentence", of: SAID_OF_SITTING, says: true, example: "二审开庭时间为" },
  {
    name: "nothing-of-a-sitting-behind-it",
    of: ({ sitting }) => sitting === undefined,
    says: false,
    example: "局长于10月18日受伤",
  },
  {
    name: "a-paper-came",
    of: saysBetween(PAPER_CAME),
    says: false,
    example: "于10月10日收到开庭传票",
  },
  {
    name: "a-step-of-the-case",
    of: saysBetween(STEPS_OF_CASE),
    says: false,
    example: "于10月10日恢复审理",
  },
  {
    name: "where-the-official-is",
    of: saysBetween(OFFICIAL_IS),
    says: false,
    example: "于10月30日赴济南参加培训，不能出庭",
  },
  {
    name: "why-nobody-comes",
    of: saysBetween(WHY_OR_NOT),
    says: false,
    example: "10月30日因公不能出庭",
  },
  {
    name: "another-day-or-case-between",
    of: saysBetween(OTHER_CASES, OTHER_DAYS),
    says: false,
    example: "于10月9日、10月16日两次开庭审理",
  },
  {
    name: "what-is-done-afterwards",
    of: saysBetween(AFTERWARDS),
    says: false,
    example: "11月6日返回后可以出庭",
  },
  {
    name: "tried-without-a-day-set",
    // 于10月20日转为普通程序审理; only a day that is fixed is one of trying the case.
    of: ({ sitting, clause }) => sitting?.isBare === true && !/[定订][于在]$/u.test(clause),
    says: false,
    example: "贵院10月20日审理的",
  },
  {
    name: "one-of-several-days",
    of: /[日号](?:[上下]午)?[、和及]$/u,
    says: false,
    example: "10月9日、",
  },
  {
    name: "of-another-case-number",
    of: ({ before, after, caseNumber }) =>
      caseNumber !== undefined &&
      [...(before + after).matchAll(NUMBER)].some(([number]) => number !== caseNumber),
    says: false,
    example: "（2026）鲁1323行初46号一案定于10月30日9时开庭",
  },
  {
    name: "the-agency-s-own-hearing",
    // An agency that opens a hearing of its own is no court.
    of: ({ sitting, clause }) =>
      sitting?.isCourts === true && /^(?:我|本)(?!院|案)[\p{Script=Han}]{1,6}(?:于|在)$/u.test(clause),
    says: false,
    example: "我局于5月6日开庭听取申辩",
  },
  {
    name: "an-offer-to-appear",
    // Who asks for another day also says when its head can come.
    of: ({ sitting, title, issuedOn, date }) =>
      sitting?.isCourts === false &&
      !(DESIGNATES.test(title) && (issuedOn === undefined || date >= issuedOn)),
    says: false,
    example: "局长11月10日出庭",
  },
  {
    name: "not-set-by-the-court",
    of: ({ title, clause, sense }) =>
      ASKS_FOR_ANOTHER_DAY.test(title) &&
      !(SET_BY_COURT.test(clause) || (sense === "new" && NAMES_COURT.test(clause))),
    says: false,
    example: "如下时间供贵院选择：2026年11月25日上午9时开庭",
  },
  {
    name: "set-for",
    of: ({ sense }) => sense !== "other",
    says: true,
    example: "定于10月30日上午9时开庭",
  },
  {
    name: "right-before-the-court-s-verb",
    of: ({ sitting, clause }) =>
      sitting?.isCourts === true &&
      IS_COURTS.test(clause) &&
      sitting.between.length <= SOON_BEHIND &&
      !sitting.between.includes("，"),
    says: true,
    example: "贵院2026年10月30日上午9时开庭审理的张三诉我局一案",
  },
]);

/** Whether a day that a letter names is its case's sitting, and by which rule; undefined where nothing says so. */
export function namesSitting(
  flat: FlatText,
  labels: readonly LabelledValue[],
  { caseNumbers, title = "", issuedOn }: ReadDocument,
  { moment, sense }: SensedMoment,
): Ruled<boolean> | undefined {
  const before = sentenceBefore(flat, moment.start, { within: BEFORE, acrossOne: true });
  const after = sentenceAfter(flat, moment.end);
  return IS_SITTING.decide({
    sense,
    date: moment.date,
    before,
    clause: lastClause(before),
    after,
    ...fieldOf(flat, labels, moment.start),
    ...sittingBehind(after),
    title,
    issuedOn: issuedOn?.value,
    caseNumber: caseNumbers[0]?.value,
  });
}

function fieldOf(flat: FlatText, labels: readonly LabelledValue[], at: number): Pick<LetterDay, "field"> {
  const field = labels.findLast((one) => one.start <= at && at < one.blockEnd);
  if (field === undefined || at - field.start >= FIRST_IN_FIELD || !FIELD_OF_TIME.test(field.label))
    return {};
  const words = flat.text.slice(Math.max(0, field.at - WORDS_OF_LABEL), field.start);
  return { field: { label: field.label, words } };
}

function sittingBehind(after: string): Pick<LetterDay, "sitting"> {
  const { between, court, bare } = SITTING.exec(after)?.groups ?? {};
  if (between === undefined) return {};
  return { sitting: { between, isCourts: court !== undefined, isBare: bare !== undefined } };
}
