/**
 * Where did the lines of a paper begin that came as one paragraph? Sites publish judgments so, and copied pages and some
 * text layers have lost their breaks: 沂水县人民法院行政判决书（2026）鲁1323行初45号原告张三，男。被告沂水县公安局。
 */
import { NUMBER_SHAPE } from "../../domain/court/case-number.ts";
import { LABELS } from "./label-words.ts";
import { ROLE_WORDS } from "./role-words.ts";
import { ruleTable } from "./rule-table.ts";
import { anyOf, wordList } from "./words.ts";

/** A paper's first line that is longer is no line of a printed one. */
const LONGEST_LINE = 60;
/** Title and number stand within so many characters of the top. */
const TOP = 160;
/** How far around a place its words are looked at. */
const AROUND = 70;

const BRANCH = "(?:行政|民事|刑事|国家)?(?:赔偿)?";
const RECORDS = wordList("(?:开庭|庭审|法庭|审判|法庭审理|开庭审理)笔录");
const NOTICES = wordList("(?:开庭)?传票 (?:开庭|出庭|出庭应诉|行政机关负责人出庭应诉)通知书 开庭公告");
const TITLE = anyOf([`${BRANCH}(?:判决|裁定|调解)书`, `${BRANCH}上诉状`], RECORDS, NOTICES);
/** What parties and agencies write, and what else a court does: a title where it opens the paper or stands behind the court. */
const WRITTEN = wordList(
  "委托书 情况说明 承诺书 申请书 答辩状 证明书? 提示函 通知书? 告知书 备案表 笔录 记录",
);
const ANY_TITLE = anyOf([TITLE, `[\\p{Script=Han}、]{0,16}${anyOf(WRITTEN)}`]);
const NUMBER = NUMBER_SHAPE.yearFirst;
const ROLE = anyOf(ROLE_WORDS);
const COURT = "\\p{Script=Han}{2,40}?法院";

const ADDRESSEE = "\\p{Script=Han}{2,28}(?:局|府|会|处|队|法院)：";
const FIRST_FIELDS = wordList(
  "一、(?:基本|当事人)\\p{Script=Han}{2} 案号 案由 时间： 法院(?:名称)?： (?:填报|报送|备案|应诉|被告)单位 委托人 委托单位 单位名称 姓名",
);
/** What stands behind a title, on the next line. */
const LED_TO = anyOf([NUMBER, ROLE, ADDRESSEE], FIRST_FIELDS);

/** What a form calls for, in so many words that no sentence has three of them. */
const FIELDS = wordList(`
  案号 案由 被传唤人 被传唤单位 受送达人 传唤事由 传唤原因 应到时间 应到日期 应到处所 应到地点 应到场所 开庭时间 开庭日期
  开庭地点 庭审时间 庭审地点`);
/** What a form holds besides; a value ends there as well. */
const FURTHER_FIELDS = wordList(
  "工作单位 住址 住所地 注意事项 送达时间 签发人 联系电话 审判长 审判员 书记员 备注",
);
const LEAST_FIELDS = 3;
const FIELD = new Set([...FIELDS, ...FURTHER_FIELDS]);
const ANY_FIELD = new RegExp(anyOf(FIELDS), "gu");
const LABEL = new RegExp(
  anyOf([...LABELS, ...FURTHER_FIELDS].toSorted((one, other) => other.length - one.length)),
  "gu",
);
/** Whoever speaks in a record and whatever it lists stands before a colon. */
const IS_RECORD = /^[^。：]{0,40}笔录|^（[^）]{4}）[^：]{4,24}号时间：.{0,200}书记员：/u;
/** 被告委托代理人： is one label. */
const ENDS_WITH_ROLE = new RegExp(`${ROLE}的?$`, "u");
const LONGEST_ROLE = 8;
/** A form has its colons everywhere or nowhere. */
const HAS_COLON = new RegExp(`${anyOf(FIELDS)}：`, "u");
const PARTIES = new Set(wordList("原告 被告 上诉人 当事人"));
/** A label of two characters also ends longer words: 作出时间：. */
const SHORTEST_LABEL = 3;

const PERSONS = wordList(
  "法定代表人 主要负责人 负责人 出庭负责人 出庭应诉负责人 委托代理人 委托诉讼代理人 诉讼代理人",
);
const SPEAKERS = wordList("审判长 审判员 书记员 法官助理 审 法");
/** Whoever else speaks in a record: a side by its role or a clerk's short form, and a person by name. */
const SIDES = wordList("被上诉人 上诉人 原审被告 原审原告 第三人 被告 原告 行政机关 原 被 三");
const OTHERS_SPEAKING = [
  `${anyOf(SIDES)}[^，。；：？]{0,16}：`,
  "[书记问答法审]：",
  "\\p{Script=Han}{1,3}(?<!如下|理由|原因|意见|证据|请求|事项|时间|地点|案号|案由|要点|内容)：",
];

const HEADS = wordList("法定代表人 主要负责人 负责人 经营者 投资人 诉讼代表人");
const APPEARING = wordList("(?:行政机关)?(?:出庭)?(?:应诉)?负责人 (?:共同)?委托(?:诉讼)?代理人 法定代理人");
const STANDING = anyOf(APPEARING, HEADS);
/** 负责人因病未到庭 goes on with a sentence. */
const NAMES = "(?!因|由于|未|均|无|不|没|已|在|到|出|参|是否|为何|为什么|应|能)";
/** How the particulars of a party or the post of a person end; a party's name alone does not end so. */
const PLACES = wordList("[省市区县旗镇乡村路街巷号室组楼幢层栋座] 街道 小区 花园 大厦");
const POSTS = wordList(
  "[局厅区县市镇乡省处科所队站校院行]长 主任 书记 主席 调研员 律师 法律工作者 人员 职工 职员 干部 民警 董事 经理 厂长",
);
const PARTICULARS = wordList("称[^（）]{2,20}） 族 ，[男女] 出生 生 [\\dX×*]");
const ENDS_PARTICULARS = anyOf(PLACES, POSTS, PARTICULARS);
const CLAIMANT = anyOf(wordList("原告 上诉人 再审申请人"));
/** The story of a case begins behind its parties. */
const STORY = /一案|诉称|本院/u;
/** In a record 本院 may stand in the place; its speeches begin behind the lists. */
const SPEECHES = /一案|诉称|现在(?:开庭|核对|继续)|核对[^。：]{0,12}身份|报告审判长|请[^。：]{0,8}入庭/u;

/** A place behind which a line may have begun. */
interface Place {
  readonly before: string;
  readonly behind: string;
  /** It stands among the parties, before the sentence that says what the case is about. */
  readonly isHead: boolean;
  readonly isRecord: boolean;
}

/** Between two words, each of which may be a pattern. */
function between(before: string, behind: string): (place: Place) => boolean {
  const [ends, begins] = [new RegExp(`(?:${before})$`, "u"), new RegExp(`^(?:${behind})`, "u")];
  return (place) => ends.test(place.before) && begins.test(place.behind);
}

const inRecord = (rule: (place: Place) => boolean) => (place: Place) => place.isRecord && rule(place);
const inHead = (rule: (place: Place) => boolean) => (place: Place) => place.isHead && rule(place);

const BEGINS = ruleTable<Place, true>("line-within-a-paragraph", ({ before }) => before, [
  {
    name: "court-behind-the-title-of-a-page",
    of: between(`${TITLE}`, `${COURT}${TITLE}(?:${NUMBER}|${ROLE})`),
    says: true,
    example: "张三与沂水县公安局行政处罚一审行政判决书沂水县人民法院行政判决书（2026）鲁1323行初45号",
  },
  {
    name: "title-behind-the-court",
    of: between("法院", `${ANY_TITLE}(?:（|${LED_TO})`),
    says: true,
    example: "沂水县人民法院行政判决书（2026）鲁1323行初45号",
  },
  {
    name: "first-field-behind-a-title-with-a-stop",
    of: between(`法院${TITLE}。`, `${anyOf(wordList("案号 案由 时间 地点"))}：|${LED_TO}`),
    says: true,
    example: "沂水县人民法院庭审笔录。时间：2026年9月8日9时。",
  },
  {
    name: "first-line-behind-the-title",
    of: between(`(?:^|法院)${ANY_TITLE}`, LED_TO),
    says: true,
    example: "行政上诉状上诉人（原审原告）：张三",
  },
  {
    name: "behind-the-number",
    of: between(`(?:^|${ANY_TITLE}(?:（[^）]{1,6}）)?)${NUMBER}`, `(?!案)\\p{Script=Han}`),
    says: true,
    example: "行政判决书（2026）鲁1323行初45号原告张三",
  },
  {
    name: "party-behind-a-sentence",
    of: between(`[。；]`, `${ROLE}`),
    says: true,
    example: "原告张三，男。被告沂水县公安局",
  },
  {
    name: "person-of-a-party-behind-a-sentence",
    of: between(`[。；]`, `${anyOf(PERSONS)}`),
    says: true,
    example: "被告沂水县公安局。法定代表人李四，局长",
  },
  {
    name: "person-behind-words-without-a-mark",
    of: inHead(
      between(
        `[\\p{Script=Han}\\d）](?<![的及其和与由同表为是向对请让各]|出庭|应诉|到庭|分管|[我本该其][\\p{Script=Han}]|单位|${ROLE})`,
        `${STANDING}${NAMES}`,
      ),
    ),
    says: true,
    example: "沂水县公安局住所地沂水县城法定代表人李四，局长委托代理人王五",
  },
  {
    name: "party-behind-particulars-without-a-mark",
    of: inHead(between(ENDS_PARTICULARS, `${ROLE}(?:（[^）]{2,20}）)?[：\\p{Script=Han}]`)),
    says: true,
    example: "原告张三，男，住沂水县沂城街道被告沂水县公安局",
  },
  {
    name: "field-of-a-party-behind-words-without-a-mark",
    of: inHead(between("\\p{Script=Han}(?<![的诉审二])", `${ROLE}[一二三四1-4]?(?:（[^）]{2,20}）)?：`)),
    says: true,
    example: "原告：张三被告：沂水县公安局",
  },
  {
    name: "sentence-about-the-case-behind-words-without-a-mark",
    of: inHead(
      between(
        "\\p{Script=Han}(?<![的诉与及和对被再理于就在因审])",
        `${CLAIMANT}[^，。]{2,40}?(?:诉|不服|因|与)`,
      ),
    ),
    says: true,
    example: "被告沂水县公安局原告张三诉被告沂水县公安局",
  },
  {
    name: "court-behind-particulars-without-a-mark",
    of: inHead(between(ENDS_PARTICULARS, "本院(?:在|受理|于|依法|立案|审理)")),
    says: true,
    example: "该局工作人员本院在审理原告张三诉被告",
  },
  {
    name: "remark-behind-a-place",
    of: between("(?:庭|室|）)", "(?:[附注]：|备[考注]|[二三四五六七]、\\p{Script=Han}{2,10}：)"),
    says: true,
    example: "应到处所：本院第三审判庭附：证据目录",
  },
  {
    name: "speaker-of-a-record",
    of: inRecord(between("[。；？！）]|……", `${anyOf(OTHERS_SPEAKING)}`)),
    says: true,
    example: "庭审笔录……到庭。刘长河：我叫刘长河。",
  },
  {
    name: "note-of-the-clerk",
    of: inRecord(
      between(
        "[。？！]|……",
        "（(?:\\d{1,2}[时：点]|[^（）]{0,40}(?:到庭|离庭|离开|退庭|入庭)[^（）]{0,30}）)",
      ),
    ),
    says: true,
    example: "庭审笔录……请求撤销该登记。（9时22分，被告局长沙某到庭）",
  },
  {
    name: "section-of-a-record",
    of: inRecord(
      between(
        "\\p{Script=Han}",
        "[一二三四五六七八]、(?:基本|当事人|诉讼参|行政机关|到庭|出庭|庭审|法庭)\\p{Script=Han}{2,14}",
      ),
    ),
    says: true,
    example: "庭审笔录……被告：沂水县公安局三、行政机关负责人出庭情况",
  },
  {
    name: "court-speaks-behind-the-list",
    of: inRecord(
      between(
        `${anyOf(POSTS)}|[到在]庭|(?:审判[长员]|书记员|陪审员)：?\\p{Script=Han}{2,3}`,
        "[审书法问记]：",
      ),
    ),
    says: true,
    example: "庭审笔录……出庭负责人：魏东，副镇长审：请说明。",
  },
  {
    name: "speaker",
    of: between(`[。；？！]`, `${anyOf(SPEAKERS)}[^，。；：]{0,10}：`),
    says: true,
    example: "到庭。审判长：现在开庭。",
  },
]);

/** Raises the gaps of a paper's first line where other papers begin a line, if it holds more than a line's words. */
export function partParagraph(
  text: string,
  gaps: number[],
  {
    none,
    blank,
    cell,
    line,
    paragraph,
  }: Readonly<Record<"none" | "blank" | "cell" | "line" | "paragraph", number>>,
): void {
  let end = 1;
  while (end < text.length && (gaps[end] ?? line) < line) end++;
  if (end <= LONGEST_LINE) return;
  const words = text.slice(0, end);
  if (!isPaper(words)) return;
  const isRecord = IS_RECORD.test(words);
  const story = isRecord ? (SPEECHES.exec(words)?.index ?? words.length) : words.search(STORY);
  for (const at of places(words, story))
    if (
      (gaps[at] ?? none) <= blank &&
      BEGINS.decide({ ...around(words, at, at <= story), isRecord }) !== undefined
    )
      gaps[at] = paragraph;
  const fields = new Set(words.match(ANY_FIELD));
  if (fields.size < LEAST_FIELDS && !isRecord) return;
  const wantsColon = HAS_COLON.test(words);
  const known = new Set<string>();
  for (const { index, 0: label } of words.matchAll(LABEL)) {
    const behind = index + label.length;
    const hasColon = words[behind] === "：";
    // 宣读书面说明：“因公……” is said in a speech.
    if (isRecord && label === "说明") continue;
    const isField = hasColon
      ? label.length >= SHORTEST_LABEL || FIELD.has(label) || PARTIES.has(label) || isRecord
      : FIELD.has(label) && !wantsColon;
    if (!isField || (!hasColon && known.has(label))) continue;
    known.add(label);
    const whose = ENDS_WITH_ROLE.exec(words.slice(Math.max(0, index - LONGEST_ROLE), index))?.[0] ?? "";
    const at = index - whose.length;
    gaps[at] = Math.max(gaps[at] ?? none, line);
    if (!hasColon) gaps[behind] = Math.max(gaps[behind] ?? none, cell);
  }
}

/** A site's own title of the page may stand before the paper's: 张三与沂水县公安局行政处罚一审行政判决书. */
const PAGES_TITLE = "[\\p{Script=Han}、·*×（）]{0,80}?";
const IS_PAPER = new RegExp(
  `^(?:${NUMBER})?(?:${PAGES_TITLE}法院)?${TITLE}|^(?:${COURT})?${ANY_TITLE}${LED_TO}|^${NUMBER}(?:${ROLE}|时间：)`,
  "u",
);

function isPaper(words: string): boolean {
  return IS_PAPER.test(words.slice(0, TOP));
}

const MARKS = /[。；？！号书票录告状院明函诺表庭室）…]|号之[一二三四五六]/gu;
const WORDS_OF_HEAD = new RegExp(anyOf([STANDING, ROLE, "本院"]), "gu");

function places(words: string, story: number): number[] {
  const behindMarks = [...words.matchAll(MARKS)].map(({ index, 0: mark }) => index + mark.length);
  const inHead = [...words.slice(0, Math.max(0, story + 2)).matchAll(WORDS_OF_HEAD)].map(
    ({ index }) => index,
  );
  const ofCourt = [...words.matchAll(/[审书法问记]：|[一二三四五六七八]、/gu)].map(({ index }) => index);
  return [...behindMarks, ...inHead, ...ofCourt];
}

function around(words: string, at: number, isHead: boolean): Omit<Place, "isRecord"> {
  return { before: words.slice(Math.max(0, at - AROUND), at), behind: words.slice(at, at + AROUND), isHead };
}
