/** Which court does a document come from, and which does an appeal go to? By where the courts it names stand. */
import { NUMBER_SHAPE } from "../../domain/court/case-number.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, spanOf } from "../text/flat-text.ts";
import { type ReadingRule, type RuleTable, readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

/** What stands before 法院 in the names of courts. */
const BRANCHES = wordList(`
  人民 铁路?(?:第[一二三四五])?运输(?:中级|第[一二三四五])? 海事 知识产权 互联网 金融 农垦 林区(?:中级|基层)? 破产`);
/** 甘肃省临夏回族自治州积石山保安族东乡族撒拉族自治县: a place of so many characters. */
const LONGEST_PLACE = 28;
/** A number before it, on a line of its own, ends with 号. */
const COURT = new RegExp(String.raw`(?!号)\p{Script=Han}{2,${LONGEST_PLACE}}?${anyOf(BRANCHES)}法院`, "gu");
/**
 * Words of the sentence before a court's name, but where they are a part of a place's: 于都县, 向阳区, 呈贡区, 无为市,
 * 周至县. No other county, district or city of the country has one of them in its name.
 */
const SENTENCE = wordList(`
  不服 此致 送交 致 现将 将(?!军|乐县) 把 收到 根据 按照 向(?!阳区) 由 (?<!荥)经(?!济|开) 呈(?!贡[区县])
  (?<![东乐周](?=至县))至 到 在 于(?!洪区|都县|田县) 上诉 受理 请求 提交 递交 通过 系 (?<![无犍](?=为[县市]))为
  地点 处所 ： ， 、`);
const BEFORE_NAME = new RegExp(`^.*${anyOf(SENTENCE)}`, "u");
/** A court's name says of which place or branch it is. */
const OF_PLACE = new RegExp(
  anyOf(
    wordList(
      "[省市区县旗州盟] 自治 最高 高级 中级 开发 铁路 铁第?[一二三四五]?运输 海事 知识 互联 金融 高新 新区 兵团 矿区 林区",
    ),
  ),
  "u",
);
/** A letterhead stands so near to the top. */
const TOP = 300;
/** The end of a letter stands so near to 此致. */
const BELOW_GREETING = 60;

/** A court that a text names. */
interface NamedCourt {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Begins a line, ends a line. */
  readonly heads: boolean;
  readonly ends: boolean;
}

/** A text, the courts it names, and of them those that hear the case: not the one whose judgment is appealed. */
interface Courts {
  readonly flat: FlatText;
  readonly named: readonly NamedCourt[];
  readonly hearing: readonly NamedCourt[];
}

interface Found {
  readonly court: NamedCourt;
  readonly confidence: Confidence;
}

/** A rule that finds its court by what stands before or behind its name. */
function beside(
  name: string,
  confidence: Confidence,
  find: (courts: Courts) => NamedCourt | undefined,
  example: string,
): ReadingRule<Courts, Found> {
  const reads = (courts: Courts) => {
    const court = find(courts);
    return court && { court, confidence };
  };
  return { name, reads, example };
}

const before = (flat: FlatText, { start }: NamedCourt, length: number) =>
  flat.text.slice(Math.max(0, start - length), start);
const behind = (flat: FlatText, { end }: NamedCourt, length: number) => flat.text.slice(end, end + length);

const NUMBER = new RegExp(`^${NUMBER_SHAPE.year}`, "u");
const LABEL = new RegExp(`${anyOf(wordList("法院 单位 法院名称 发件人 发送人"))}：?$`, "u");
const HEARS =
  /^(?:在[^，。；]{2,24})?(?:于[^，。；]{4,20})?(?:公开|不公开|依法)*(?:开庭|审理|受理|通知[你您]|传唤)/u;
const ROOM = /^(?:[^，。；（）]{0,16}?)(?:法庭|审判庭|审判区|庭审室)/u;

const atTop = ({ named }: Courts) => named.find(({ start, heads }) => heads && start < TOP);
const beforeNumber = ({ flat, hearing }: Courts) =>
  hearing.find((court) => NUMBER.test(behind(flat, court, 6)));

const ISSUING = readingTable<Courts, Found>("issuing-court", [
  beside(
    "court-before-number-in-a-message",
    CONFIDENCE.inferred,
    (courts) => {
      // 【最高人民法院】… a message through a platform of all courts; the number's court is the one that serves.
      const top = atTop(courts);
      const isPlatform = top?.name.startsWith("最高") === true && courts.flat.text[top.start - 1] === "【";
      const numbered = beforeNumber(courts);
      return isPlatform && numbered !== top ? numbered : undefined;
    },
    "【最高人民法院】沂水县人民法院（2026）鲁1323行初45号案件定于9月24日开庭",
  ),
  beside("court-at-the-top", CONFIDENCE.stated, atTop, "山东省沂水县人民法院\n传票"),
  beside(
    "court-by-label",
    CONFIDENCE.stated,
    ({ flat, named }) => named.find((court) => LABEL.test(before(flat, court, 8))),
    "审理法院：沂水县人民法院",
  ),
  beside(
    "court-that-signs",
    CONFIDENCE.inferred,
    ({ named }) => named.findLast(({ heads, ends }) => heads && ends),
    "沂水县人民法院\n2026年9月1日",
  ),
  beside(
    "court-that-hears",
    CONFIDENCE.inferred,
    ({ flat, named }) => named.find((court) => HEARS.test(behind(flat, court, 50))),
    "沂水县人民法院定于9月24日公开开庭审理",
  ),
  beside(
    "court-whose-room-it-is",
    CONFIDENCE.inferred,
    ({ flat, named }) => named.find((court) => ROOM.test(behind(flat, court, 24))),
    "在沂水县人民法院第三审判庭",
  ),
  beside("court-before-number", CONFIDENCE.inferred, beforeNumber, "沂水县人民法院（2026）鲁1323行初45号"),
  beside(
    "court-in-sentence",
    CONFIDENCE.doubtful,
    ({ named, hearing }) => hearing[0] ?? named[0],
    "我局已向沂水县人民法院提交答辩状",
  ),
]);

const ADDRESSED = readingTable<Courts, Found>("court-addressed", [
  beside(
    "court-addressed",
    CONFIDENCE.stated,
    ({ flat, named }) => {
      const greeting = flat.text.lastIndexOf("此致");
      if (greeting === -1) return undefined;
      const below = named.filter(({ start }) => start >= greeting && start - greeting < BELOW_GREETING);
      // 此致 沂水县人民法院转呈 临沂市中级人民法院: through the one to the other.
      const through = below.findIndex((court) => /^(?:转|代转|报送)/u.test(behind(flat, court, 2)));
      return below[through + 1] ?? below[0];
    },
    "此致\n临沂市中级人民法院",
  ),
  beside(
    "court-appealed-to",
    CONFIDENCE.inferred,
    ({ flat, named }) => named.find((court) => /(?:向|上诉于|上诉至|呈|致)$/u.test(before(flat, court, 3))),
    "现向临沂市中级人民法院提起上诉",
  ),
  beside(
    "higher-court-named",
    CONFIDENCE.doubtful,
    ({ named }) => named.find(({ name }) => /中级|高级|最高/u.test(name)),
    "请求临沂市中级人民法院依法改判",
  ),
]);

/** The court that issued a document: the first named at the top, else the one that signs. */
export function issuingCourt(flat: FlatText): Fact<string> | undefined {
  return factBy(ISSUING, flat);
}

/** The court an appeal is addressed to: behind 此致, else the one it says to appeal to. */
export function addressedCourt(flat: FlatText): Fact<string> | undefined {
  return factBy(ADDRESSED, flat);
}

function factBy(table: RuleTable<Courts, Found>, flat: FlatText): Fact<string> | undefined {
  const named = courtsOf(flat);
  // 不服沂南县人民法院（2026）鲁1321行初19号: the court whose judgment is appealed against hears no more of it.
  const hearing = named.filter((court) => !before(flat, court, 2).endsWith("不服"));
  const ruled = table.decide({ flat, named, hearing });
  if (ruled === undefined) return undefined;
  const { court, confidence } = ruled.verdict;
  return { value: court.name, confidence, rule: ruled.rule, text: spanOf(flat, court.start, court.end) };
}

function courtsOf(flat: FlatText): NamedCourt[] {
  const found: NamedCourt[] = [];
  for (const match of flat.text.matchAll(COURT)) {
    const end = match.index + match[0].length;
    let start = nameStart(flat, match.index, end);
    start += BEFORE_NAME.exec(flat.text.slice(start, end - 2))?.[0].length ?? 0;
    const name = flat.text.slice(start, end);
    const stem = name.replace(/(?:中级|高级|基层|铁路运输)?(?:第[一二三四])?(?:人民)?法院$/u, "");
    if (stem.length < 2 || !OF_PLACE.test(name)) continue;
    found.push({
      name,
      start,
      end,
      heads: gapAt(flat, start) >= Gap.cell || flat.text[start - 1] === "【",
      ends: gapAt(flat, end) >= Gap.line,
    });
  }
  return found;
}

/**
 * A name may run over two lines, but what stands on a finished line before it is not its beginning. Blanks stand
 * between the characters of a letterhead; only behind a title do they part words.
 */
function nameStart(flat: FlatText, from: number, end: number): number {
  for (let place = end - 5; place > from; place--) {
    const gap = gapAt(flat, place);
    if (gap < Gap.blank) continue;
    const words = flat.text.slice(from, place);
    // A break at the page's width parts words no more than a blank does.
    if ((gap === Gap.blank || gap === Gap.line) && !/(?:书|票|录|状|明|函|通知)$/u.test(words)) continue;
    const hasPlace = /^.+?[省市区县旗州盟]|^最高|铁路|海事/u.test(flat.text.slice(place, end));
    if (hasPlace && !/^\p{Script=Han}{1,7}[省市]$/u.test(words)) return place;
  }
  return from;
}
