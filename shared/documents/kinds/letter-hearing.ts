import { addDays, type CivilDate } from "../../domain/time/time.ts";
import { fieldsOf } from "../labels/form-fields.ts";
import type { LabelledValue } from "../labels/labels.ts";
import { hearingAt } from "../moments/hearing.ts";
import { OLD_LABEL } from "../moments/hearing-place.ts";
import { type SensedMoment, sensedMoments } from "../moments/moment-sense.ts";
import { plausible } from "../moments/plausible-day.ts";
import { isOrgan } from "../names/organ-name.ts";
import { authorOf } from "../parties/author.ts";
import { isOfLowerInstance } from "../parties/lower-instance.ts";
import { canBeCourts } from "../parties/paper-author.ts";
import type { CivilMoment, Fact, HearingFacts } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, nextGap } from "../text/flat-text.ts";
import type { ReadDocument } from "./facts.ts";

/** Letters that an agency writes about its case: who is to appear, why nobody can, what it asks, what it reports. */
const LETTER = /委托书|说明|证明|延期|改期|请假|申请|函$|报告|意见|方案|承诺书|请示/u;
/** Papers that go round within an agency (办文单), and what everybody is told. */
const WITHIN = /办文|办理单|阅办|拟办|收文|传阅|纪要|台账|统计表|(?:通知|通报|信息|简报|公告)$/u;
/** The field in which a letter says who writes it; a citizen's has the same. */
const WRITER = /^委托(?:单位|人|机关|方)$|^申请(?:人|单位)$|^说明(?:单位|人)$/u;

const FIELD_OF_TIME = /(?:开庭|庭审|审理|应到|到庭).{0,6}(?:时间|日期)/u;
const FIELD_OF_PLACE = /^(?:开庭|庭审|审理|应到|到庭)|处所$|法庭$/u;
const ASKED = /申请(?!人)|请求|恳请|建议|希望|商请|可否|能否|是否|如果|拟(?!制)|[延改]期后|变更后|调整后/u;
const MOVING = /延|改|变更|推迟|调整|安排|另|顺|移|提前|重新/u;

/** Asked for in the day's own clause: 望贵院于11月6日开庭. */
const ASKED_HERE = /申请(?!人)|请求|恳请|(?:^|敬)[请望]|盼|建议|希望|商请|可否|能否/u;
/** Where the head must be that day: 同日局长须参加贵院于…开庭审理的另一案. */
const AWAY = /(?:须|需|要|因|同[日时]|当[日天])[^，]{0,12}(?:参加|出席)/u;
/** An earlier sitting of the same case; when the next one is the letter may not know. */
const EARLIER = /第一次|首次|前次|上次|此前|曾/u;
/** Whose day it is where no word sets it: 贵院2026年10月30日上午9时开庭审理的…一案. */
const COURTS = /(?:贵院|你院|法院|该案|本案|一案|案件|[〕）])$/u;
/** 我局于5月6日开庭听取申辩. */
const ITSELF = /^(?:我|本)(?!院|案)[\p{Script=Han}]{1,6}(?:于|在)$/u;
/** Letters that ask for another day name days that nobody set. */
const ASKS = /延期|改期|变更|调整|请假/u;
const COURT = /贵院|你院|法院/u;
const SET_BY_COURT = /(?:[定订][于在]|将于|原定|通知[^，]{0,8}于|(?:贵院|你院|法院)(?:已)?于?)$/u;
/** What is done at a sitting, said behind its day: 开庭审理, 就…一案出庭应诉. */
const SITTING =
  /^(?<between>[^。；]{0,70}?)(?:(?<court>开庭(?!前|传票|通知|[中时])|庭审(?!中|时|过程)|公开审理|(?<bare>审理))|出庭|到庭|参加诉讼|应诉(?!通知|材料|报告))/u;
/** What else a day may be of: when a paper came, or why somebody is away. */
const ANOTHER_DAY =
  /收到|接到|签收|领取|送达|收悉|立案|受理|起诉|作出|提交|提起|会议|培训|出差|赴|前往|住院|手术|因|不能|无法|未|任命|任职|出国|请假|休假|学习|检查|督察|督查|调研|主持|宣判|询问|谈话|听证|庭前|证据交换|质证|阅卷|另案|其他案|另[一外]|领取|决定|裁定|恢复|中止|组成|转为|到任|[\d一二三四五六七八九十][月日]|两次|多次|返|[^以]后|可以|方[能可]|才能/u;
/** 自11月1日起, 12月31日前: a term and no sitting. */
const TERM = /^(?:起|止|前|后|之前|之后|以前|以后|至)/u;
/** 二审开庭时间为: a field said in a sentence. */
const SAID_OF_SITTING = /(?:开庭|庭审)(?:审理)?(?:的)?(?:时间|日期)(?:仍)?(?:为|是|定于|在)$/u;
/** Another case is what keeps the head away. */
const ANOTHER_CASE = /另案|另一|另外一|其他案|别的案|复议|仲裁|听证|庭前会议|证据交换|宣判/u;
/** The court took it back already; what the agency asks for is no such thing. */
const TAKEN_BACK =
  /^[^。；]{0,50}?(?:(?:已|被|通知|决定|现)[^。；，]{0,8}(?:取消|延期|改期|推迟|撤销)|取消|不再(?:进行|举行|开庭)|作废|另行通知|待定)/u;

/** How long after a sitting its agency may still explain it. */
const EXPLAINED_WITHIN = 60;

/**
 * The sitting that an agency's letter about one case is for (授权委托书, 延期申请), or that it explains afterwards
 * (情况说明). A day it asks for is none, and where it tells of several nothing is read.
 */
export function letterHearing(
  flat: FlatText,
  labels: readonly LabelledValue[],
  facts: ReadDocument,
  caseYear: number | undefined,
): HearingFacts | undefined {
  if (!isLetterOfAgency(flat, labels, facts)) return undefined;
  const named = sensedMoments(flat, labels, caseYear).filter((one) => isSitting(flat, labels, facts, one));
  const moved = named.filter(({ sense }) => sense === "new");
  const sittings = moved.length > 0 ? moved : named;
  const chosen = sittings.find(({ moment }) => moment.time !== undefined) ?? sittings[0];
  if (chosen === undefined || !sittings.every((one) => isSame(one, chosen))) return undefined;
  const moment = inLetter(flat, chosen, facts, caseYear);
  const { start, end, place } = hearingAt(
    flat,
    moment,
    labels.filter(({ label }) => FIELD_OF_PLACE.test(label)),
    chosen.sense,
  );
  const rule = `sitting-named-in-letter-${moment.rule}`;
  const ruled = (fact: Fact<CivilMoment>): Fact<CivilMoment> => ({ ...fact, rule });
  return {
    start: ruled(start),
    ...(end === undefined ? {} : { end: ruled(end) }),
    ...(place === undefined ? {} : { place }),
  };
}

/** About one administrative case, by an agency: a court's paper or a citizen's is none, nor is a memo within a house. */
function isLetterOfAgency(flat: FlatText, labels: readonly LabelledValue[], facts: ReadDocument): boolean {
  const { title, caseNumbers, foreignNumber, administrative } = facts;
  if (caseNumbers.length !== 1 || foreignNumber !== undefined || !administrative.value) return false;
  if (title === undefined ? !/贵院|你院/u.test(flat.text) : !LETTER.test(title) || WITHIN.test(title))
    return false;
  if (
    canBeCourts(flat) &&
    !/委托书|身份|证明/u.test(title ?? "") &&
    !/我(?:局|单位|办|镇|街道|委|厅|府|支队|大队)/u.test(flat.text)
  )
    return false;
  const writer = fieldsOf(flat, labels)(WRITER)?.value.split(/[，（]/u)[0];
  return writer === undefined ? authorOf(flat) !== undefined : isOrgan(writer);
}

function isSitting(
  flat: FlatText,
  labels: readonly LabelledValue[],
  { caseNumbers, title = "", issuedOn }: ReadDocument,
  { moment, sense }: SensedMoment,
): boolean {
  const { start, end } = moment;
  const before = sentenceBefore(flat, start);
  const after = flat.text.slice(end, sentenceEnd(flat, end));
  if (TAKEN_BACK.test(after)) return false;
  const label = labels.findLast((one) => one.start <= start && start < one.blockEnd);
  if (label !== undefined && start - label.start < 8 && FIELD_OF_TIME.test(label.label))
    // 建议开庭时间 is paired as 开庭时间; 原定开庭时间 is the one set so far.
    return (
      !ASKED.test(flat.text.slice(Math.max(0, label.at - 6), label.start)) || OLD_LABEL.test(label.label)
    );
  const asked = before.search(ASKED);
  if (asked >= 0 && MOVING.test(before.slice(asked))) return false;
  const clause = clauseBefore(before);
  if (ASKED_HERE.test(clause) && !/定于$/u.test(clause)) return false;
  if (AWAY.test(clause) || (sense === "old" && EARLIER.test(clause))) return false;
  if (isOfLowerInstance(clause + after) || /(?:一审|原审)(?:已经?)?(?:于|在)?$/u.test(clause)) return false;
  if (ANOTHER_CASE.test(clause) || TERM.test(after)) return false;
  if (SAID_OF_SITTING.test(clause)) return true;
  const match = SITTING.exec(after);
  const between = match?.groups?.between;
  if (between === undefined || ANOTHER_DAY.test(between) || ANOTHER_CASE.test(between)) return false;
  // 于10月20日转为普通程序审理; only a day that is fixed is one of trying the case.
  if (match?.groups?.bare !== undefined && !/[定订][于在]$/u.test(clause)) return false;
  if (/[日号](?:[上下]午)?[、和及]$/u.test(clause)) return false;
  if (namesAnotherCase(before + after, caseNumbers[0]?.value)) return false;
  const isDesignation =
    /委托|证明|承诺|函$/u.test(title) && (issuedOn === undefined || moment.date >= issuedOn.value);
  const isCourts = match?.groups?.court !== undefined;
  // An agency that opens a hearing of its own is no court; who asks for another day also says when its head can come.
  if (isCourts ? ITSELF.test(clause) : !isDesignation) return false;
  if (ASKS.test(title) && !(SET_BY_COURT.test(clause) || (sense === "new" && COURT.test(clause))))
    return false;
  // Without a word that sets it a day is the sitting's only right before the court's own verb.
  return (
    sense !== "other" || (isCourts && COURTS.test(clause) && between.length <= 24 && !/，/u.test(between))
  );
}

/** The clause that a day stands in: 因局长于11月5日到中院参加另案庭审. */
function clauseBefore(before: string): string {
  return before.slice(before.lastIndexOf("，") + 1);
}

const NUMBER = /（20\d\d）[\p{Script=Han}]{0,2}\d*[\p{Script=Han}]{1,4}\d+号/gu;

function namesAnotherCase(sentence: string, own: string | undefined): boolean {
  const numbers = [...sentence.matchAll(NUMBER)].map(([number]) => number);
  return numbers.some((number) => number !== own) && own !== undefined;
}

function isSame({ moment: one }: SensedMoment, { moment: other }: SensedMoment): boolean {
  return (
    one.date === other.date && (one.time === undefined || other.time === undefined || one.time === other.time)
  );
}

/** An explanation or a report may come after its sitting; whatever else is written beforehand. */
function inLetter(
  flat: FlatText,
  { moment }: SensedMoment,
  { title = "", issuedOn }: ReadDocument,
  caseYear: number | undefined,
): SensedMoment["moment"] {
  const on = issuedOn?.value;
  const isAfter = /说明|报告|函$/u.test(title) && on !== undefined && moment.date < on;
  if (!isAfter) return plausible(moment, { caseYear, issuedOn: on });
  const known: { caseYear: number | undefined; issuedOn: CivilDate | undefined } = {
    caseYear,
    issuedOn: addDays(on, -EXPLAINED_WITHIN),
  };
  const isSet = /[定拟将]于$/u.test(sentenceBefore(flat, moment.start));
  if (moment.rule === "date-without-year")
    return plausible(moment, { caseYear, issuedOn: isSet ? on : undefined });
  return plausible(moment, known);
}

function sentenceBefore(flat: FlatText, at: number): string {
  let start = at;
  while (
    start > 0 &&
    at - start < 200 &&
    !/[。；]/u.test(flat.text[start - 1] ?? "") &&
    (start === at || gapAt(flat, start) < Gap.paragraph)
  )
    start--;
  return flat.text.slice(start, at);
}

function sentenceEnd(flat: FlatText, at: number): number {
  const paragraph = nextGap(flat, at, Gap.paragraph);
  const stop = flat.text.slice(at, paragraph).search(/[。；]/u);
  return stop < 0 ? paragraph : at + stop;
}
