/**
 * Which words of a value belong to what stood behind it, in a paper that lost its lines? 地点：第五法庭审判长周舟: a field
 * whose end nobody marked runs on into the next. What can be cut is cut; what can't is for a person.
 */
import { isFullOrgan } from "../names/organ-name.ts";
import { ROLE_WORD } from "../names/party-role.ts";
import { isPersonName } from "../names/person-name.ts";
import { isTitle } from "../names/posts.ts";
import { COMPLETE } from "../names/undertakings.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { AttendanceFacts, Fact, HearingFacts } from "../text/fact.ts";
import type { FlatText } from "../text/flat-text.ts";
import { linesOf } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { ReadDocument } from "./facts.ts";
import { noSurerThan } from "./sureness.ts";

/** Who else is named behind a field, and the fields of forms and records. */
const PERSONS = wordList(`
  (?:共同)?(?:委托|法定|诉讼)*代理人 代理律师 (?:出庭|应诉|行政机关|是否有)*负责人 法定代表人 经营者 审判[长员人组] 合议庭 人民陪审员
  书记员 独任 当事人 记录人 承办 主审`);
const FIELDS = wordList(`
  被传唤 一审案号 二审案号 案号 案由 审理法院 受诉法院 开庭 应到 传唤 到庭 出庭 是否 时间 地点 姓名 性别 职务 身份 通知(?:出庭|事项|人) 法律依据
  上诉请求 送达 备注 注意 签发 联系 请告知 请(?:你|贵|各) 今天 行政机关 诉讼地位 记录如下 现在`);
const A_COURT = "\\p{Script=Han}{2,24}法院";
const NUMBERS = [String.raw`（20\d\d）`, String.raw`20\d\d年`, "二[〇○零Oo0]"];
const NEXT = anyOf([ROLE_WORD], PERSONS, FIELDS, NUMBERS);

const PLACE_ENDS = "(?:庭|室|厅|楼|层|礼堂|平台|系统|网|审判点|）)";
const PLACE = new RegExp(`^.{2,}?${PLACE_ENDS}(?=${NEXT}|${A_COURT}|：)`, "u");
const PLACE_GOES_ON = new RegExp(`${PLACE_ENDS}.*(?:${NEXT}|一案|：)|^（20\\d\\d）`, "u");
const CAUSE = new RegExp(`^.{2,}?(?=${NEXT}|在线|互联网)`, "u");
const ENDS_WITH_NUMBER = /(?<=[罚议可认偿制记])[二三四五]$/u;
/** A cause is somebody's act; it names no writer and no party. */
const NO_CAUSE = /^(?:与|方|我|本)|我[局所院单]|当事人/u;
const NAME = new RegExp(`^.{2,}?(?=/?(?:${NEXT})|及其)`, "u");
const NO_NAME =
  /法院|关于|副本|受送达|送达地址|有关事宜|^[为系是]|^(?:住所|地址)|^副?(?:[局厅县市区镇乡]长|主任)/u;
const COURT_BEHIND = /^.*(?:专用章|审理法院|撤销|诉|被告|原告|不服)/u;
const TITLE = /^.{2,}?(?=、?(?:到庭|出庭|委托|负责人|是否|审[：判]))/u;
const NO_PERSON = /(?:职务|姓名|身份|是否.*)$/u;

/** The facts of a paper, those of one that lost its lines without what runs on. */
export function withoutRunOn(document: ReadDocument, flat: FlatText): ReadDocument {
  if (flat.source.trim().includes("\n") || document.kind.value === "judgment") return document;
  if (isOfSeveralCases(document, flat)) return noSurerThan(document, CONFIDENCE.doubtful);
  const { court, cause, hearing } = document;
  const isLetter =
    document.kind.value === "other" &&
    linesOf(flat).some(({ start, end }) => end - start > LONGEST_OF_A_LETTER);
  const name = isLetter ? doubted<string> : asName;
  return {
    ...document,
    plaintiffs: document.plaintiffs.map(name),
    respondents: document.respondents.map(name),
    thirdParties: document.thirdParties.map(name),
    attendance: document.attendance.map(withoutRunOnHead),
    ...(court && { court: COURT_BEHIND.test(court.value) ? doubted(court) : court }),
    ...(cause && { cause: asCause(cause) }),
    ...(hearing && { hearing: withPlace(hearing) }),
  };
}

/** In a letter whose lines are lost the writer, its people and the parties stand side by side. */
const LONGEST_OF_A_LETTER = 150;

const TRIAL_NUMBER = /（20\d\d）[\p{Script=Han}\d]{1,8}行赔?[初终]\d+号/gu;
const FEWEST_OF_A_LIST = 3;

/** Announcements of several sittings, a report's list of cases: which line belongs to which case nobody can tell. */
function isOfSeveralCases({ kind, caseNumbers }: ReadDocument, { text }: FlatText): boolean {
  const numbers = new Set(text.match(TRIAL_NUMBER)).size;
  if (caseNumbers.length === numbers) return false;
  if (kind.value === "other") return numbers >= FEWEST_OF_A_LIST;
  return kind.value === "summons" && numbers > 1 && (text.match(/一案/gu) ?? []).length > 1;
}

function doubted<T>(fact: Fact<T>): Fact<T> {
  return { ...fact, confidence: Math.min(fact.confidence, CONFIDENCE.doubtful) };
}

function cutTo<T extends string>(fact: Fact<string>, value: T): Fact<string> {
  return { ...fact, value, confidence: Math.min(fact.confidence, CONFIDENCE.inferred) };
}

function withPlace({ place, ...hearing }: HearingFacts): HearingFacts {
  if (place === undefined) return hearing;
  const cut = PLACE.exec(place.value)?.[0];
  if (cut !== undefined) return { ...hearing, place: cutTo(place, cut) };
  return { ...hearing, place: PLACE_GOES_ON.test(place.value) ? doubted(place) : place };
}

function asCause(cause: Fact<string>): Fact<string> {
  const value = (CAUSE.exec(cause.value)?.[0] ?? cause.value).replace(ENDS_WITH_NUMBER, "");
  if (NO_CAUSE.test(value)) return doubted(cause);
  return value === cause.value ? cause : cutTo(cause, value);
}

function asName(name: Fact<string>): Fact<string> {
  const cut =
    NAME.exec(name.value)?.[0] ?? /^.+(?:公司|合作社|中心|[局厂店])(?=[受系因]$)/u.exec(name.value)?.[0];
  if (cut === undefined) return NO_NAME.test(name.value) ? doubted(name) : name;
  const isWhole = isPersonName(cut) || COMPLETE.test(cut) || isFullOrgan(cut);
  return isWhole && !NO_NAME.test(cut) ? cutTo(name, cut) : doubted(name);
}

/** The organ of a row is the respondent's; its head's name and post end where another field begins. */
function withoutRunOnHead({ headName, headTitle, ...row }: AttendanceFacts): AttendanceFacts {
  const name = headName && NO_PERSON.test(headName.value) ? doubted(headName) : headName;
  const cut = headTitle && TITLE.exec(headTitle.value)?.[0];
  const title = headTitle && cut !== undefined && isTitle(cut) ? cutTo(headTitle, cut) : headTitle;
  const isParted = headName?.value.endsWith("副") === true;
  return {
    ...row,
    organ: asName(row.organ),
    ...(name && { headName: isParted ? doubted(name) : name }),
    ...(title && { headTitle: isParted ? doubted(title) : title }),
  };
}
