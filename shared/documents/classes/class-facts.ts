/**
 * What does a paper of a court say of its case's classes and days: when it was accepted, by which procedure it is heard, what act
 * is sued over, whether it was reconsidered, what is asked for besides, and whether a procurator sues?
 */
import type { PlaintiffKind, Procedure, Review } from "../../domain/classes/classes.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { findMoments, type WrittenMoment } from "../moments/dates.ts";
import { withoutLongerNames } from "../names/longer-names.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { type ReadingRule, type RuleTable, readingTable, ruleTable } from "../text/rule-table.ts";

/** Facts on classes; what the paper doesn't say is absent. */
export interface ClassFacts {
  readonly actTitle?: Fact<string>;
  readonly compensation?: Fact<boolean>;
  readonly normReview?: Fact<boolean>;
  readonly review?: Fact<Review>;
  readonly reviewNumber?: Fact<string>;
  readonly reviewBody?: Fact<string>;
  readonly plaintiffKind?: Fact<PlaintiffKind>;
  readonly acceptedOn?: Fact<CivilDate>;
  readonly procedure?: Fact<Procedure>;
}

/** What rules are asked of. */
interface Asked {
  readonly flat: FlatText;
  readonly moments: readonly WrittenMoment[];
  readonly respondents: readonly string[];
}

/** Words found, what they say, and how surely. */
interface Said<Value> {
  readonly value: Value;
  readonly confidence: Confidence;
  readonly text: string;
}

/** Reads them; undefined where the paper says nothing of any. */
export function classFacts(
  flat: FlatText,
  respondents: readonly string[],
  year: number | undefined,
): ClassFacts | undefined {
  const asked: Asked = { flat, moments: findMoments(flat, year), respondents };
  const facts = Object.entries({
    actTitle: fact(ACT_TITLE, asked),
    compensation: fact(COMPENSATION, asked),
    normReview: fact(NORM_REVIEW, asked),
    review: fact(REVIEW, asked),
    reviewNumber: fact(REVIEW_NUMBER, asked),
    reviewBody: fact(REVIEW_BODY, asked),
    plaintiffKind: fact(PLAINTIFF, asked),
    acceptedOn: fact(ACCEPTED, asked),
    procedure: procedure(flat),
  }).filter(([, value]) => value !== undefined);
  return facts.length === 0 ? undefined : (Object.fromEntries(facts) as ClassFacts);
}

function fact<Value>(table: RuleTable<Asked, Said<Value>>, asked: Asked): Fact<Value> | undefined {
  const ruled = table.decide(asked);
  return ruled && { ...ruled.verdict, rule: ruled.rule };
}

/** A rule that finds words by a pattern; the first group is the value where none is given. */
function byWords<Value>(
  name: string,
  of: RegExp,
  confidence: Confidence,
  example: string,
  value: (words: RegExpExecArray) => Value | undefined,
): ReadingRule<Asked, Said<Value>> {
  return {
    name,
    example,
    reads: ({ flat }) => {
      const words = of.exec(flat.text);
      const said = words === null ? undefined : value(words);
      return words === null || said === undefined
        ? undefined
        : { value: said, confidence, text: spanOf(flat, words.index, words.index + words[0].length) };
    },
  };
}

const yes = () => true;

/** 本院于…立案: of this court, so of this instance. */
const ACCEPTED = readingTable<Asked, Said<CivilDate>>("day-of-acceptance", [
  {
    name: "accepted-on",
    reads: (asked) => atMoment(asked, OF_THIS_COURT, /^(?:依法|决定|予以|正式|登记|审查)*，?立案/u),
    example: "本院于2026年3月5日立案后",
  },
  {
    name: "taken-up-on",
    reads: (asked) => atMoment(asked, OF_THIS_COURT, /^(?:依法|决定|予以|正式)*，?(?:受理|收案)/u),
    example: "本院于2026年3月5日受理后",
  },
  {
    name: "accepted-the-same-day",
    reads: ({ flat, moments }) => {
      const words = /(?:本院|我院)于?(?:同日|当日|当天)(?:依法|登记)?(?:立案|受理)/u.exec(flat.text);
      const day = moments.findLast(({ end }) => words !== null && end <= words.index);
      return words === null || day === undefined
        ? undefined
        : { value: day.date, confidence: CONFIDENCE.inferred, text: words[0] };
    },
    example: "于2026年1月20日向本院提起诉讼。本院当日立案",
  },
  {
    name: "accepted-by-label",
    reads: (asked) => atMoment(asked, /(?:立案|受理|收案)(?:日期|时间|日)：?$/u, /^/u),
    example: "立案日期：2026年3月5日",
  },
]);

/** In one sentence with the court that writes: 本院于3月2日收到起诉状，于…. */
const OF_THIS_COURT = /(?:本院|我院)(?:(?!原审|一审法院)[^。；]){0,24}$/u;

function atMoment({ flat, moments }: Asked, before: RegExp, behind: RegExp): Said<CivilDate> | undefined {
  const found = moments.find(
    ({ start, end }) =>
      before.test(flat.text.slice(Math.max(0, start - BEFORE_A_DAY), start)) &&
      behind.test(flat.text.slice(end, end + BEFORE_A_DAY)),
  );
  if (found === undefined) return undefined;
  const sure = found.rule.includes("without-year") ? CONFIDENCE.inferred : CONFIDENCE.stated;
  return { value: found.date, confidence: sure, text: spanOf(flat, found.start, found.end) };
}

const BEFORE_A_DAY = 32;

const PROCEDURE = ruleTable<FlatText, readonly [Procedure, Confidence]>("procedure", ({ text }) => text, [
  {
    name: "turned-to-ordinary",
    of: /(?:转为|转入|转换为|变更为|改为)(?:适用)?(?:第一审)?普通程序/u,
    says: ["ordinary", CONFIDENCE.stated],
    example: "裁定转为普通程序",
  },
  {
    name: "summary-procedure",
    of: /(?<!不)适用简易程序/u,
    says: ["summary", CONFIDENCE.stated],
    example: "依法适用简易程序",
  },
  {
    name: "ordinary-procedure",
    of: /适用(?:第一审)?普通程序/u,
    says: ["ordinary", CONFIDENCE.stated],
    example: "依法适用普通程序",
  },
  // 行政诉讼法 §83: by the summary procedure one judge hears it alone.
  {
    name: "panel",
    of: /依法组成合议庭/u,
    says: ["ordinary", CONFIDENCE.inferred],
    example: "依法组成合议庭",
  },
]);

function procedure(flat: FlatText): Fact<Procedure> | undefined {
  const ruled = PROCEDURE.decide(flat);
  if (ruled?.words === undefined) return undefined;
  const [value, confidence] = ruled.verdict;
  const { index, 0: words } = ruled.words;
  return { value, confidence, rule: ruled.rule, text: spanOf(flat, index, index + words.length) };
}

const YEAR_AND_SERIAL = String.raw`[〔\[（]\d{4}[〕\]）]第?\d+(?:-\d+)?号`;
const OF_REVIEW = "(?:复[决不驳终告]?字?|行复|复议)";
const KIND_OF_PAPER = "(?:决定书?|通知书|答复书?|告知书|认定书|裁决书|批复|公告)";

/** A numbered act right behind the name of whoever did it. */
const NUMBERED_ACT = new RegExp(
  `^(（?(?:(?!复|作出|于)[\\p{Script=Han}（）]){2,16}${YEAR_AND_SERIAL}(?:(?!复议)[^，。；、]){0,20}?${KIND_OF_PAPER}》?)`,
  "u",
);

/** What stands behind the name of one of those sued. */
function behindAName(flat: FlatText, names: readonly string[], of: RegExp): Said<string> | undefined {
  for (const name of names)
    for (let at = flat.text.indexOf(name); at >= 0; at = flat.text.indexOf(name, at + 1)) {
      const end = at + name.length;
      const [, title] = of.exec(flat.text.slice(end, end + BEHIND_A_NAME)) ?? [];
      if (title !== undefined)
        return { value: title, confidence: CONFIDENCE.stated, text: spanOf(flat, end, end + title.length) };
    }
  return undefined;
}

const ACT_TITLE = readingTable<Asked, Said<string>>("act-sued-over", [
  {
    name: "act-behind-its-agency",
    reads: ({ flat, respondents }) => behindAName(flat, respondents, NUMBERED_ACT),
    example: "不服被告费县应急管理局（费）应急罚〔2026〕28号行政处罚决定一案",
  },
  byWords(
    "act-by-number",
    new RegExp(
      `作出的?《?((?:(?!复)[\\p{Script=Han}（）]){2,16}${YEAR_AND_SERIAL}(?:(?!复议)[^，。；、]){0,20}?${KIND_OF_PAPER}》?)`,
      "u",
    ),
    CONFIDENCE.stated,
    "作出的临公（兰）行罚决字〔2026〕12号行政处罚决定",
    ([, title]) => title,
  ),
  byWords(
    "act-by-name",
    new RegExp(`不服[^，。；]{2,40}作出的((?:(?!复议)[^，。；、]){2,20}?${KIND_OF_PAPER})`, "u"),
    CONFIDENCE.inferred,
    "不服被告沂水县公安局作出的行政处罚决定",
    ([, title]) => title,
  ),
]);

const REVIEW_NUMBER = readingTable<Asked, Said<string>>("number-of-reconsideration", [
  byWords(
    "reconsideration-by-number",
    new RegExp(
      `(?<=作出的?|作出了|收到|撤销|、|及|和|《|以|，)((?:(?!作出|收到|撤销|政府|的)[\\p{Script=Han}（）]){1,10}${OF_REVIEW}${YEAR_AND_SERIAL})`,
      "u",
    ),
    CONFIDENCE.stated,
    "作出的兰政复决字〔2026〕8号行政复议决定",
    ([, number]) => number,
  ),
]);

/** Behind the name of whoever reconsidered: 作出的…号行政复议决定, 行政复议一案. */
const REVIEWS =
  /^(?![、和与及])(?:于[^，。；]{0,16})?(?:作出)?的?(?:(?!被告|[省市县区]人民政府)[^，。；]){0,26}(?:行政复议(?:决定|告知|申请决定)|行政复议(?=一案|，|；))/u;
const BEHIND_A_NAME = 70;

/** What is said behind a name of one of those sued, up to the next of them: that one may have reconsidered instead. */
function untilAnother(behind: string, name: string, respondents: readonly string[]): string {
  const places = respondents
    .filter((one) => one !== name)
    .map((one) => behind.indexOf(one))
    .filter((place) => place >= 0);
  return places.length === 0 ? behind : behind.slice(0, Math.min(...places));
}

/** Who reconsidered is told where the name of one of those sued stands before it. */
const REVIEW_BODY = readingTable<Asked, Said<string>>("who-reconsidered", [
  {
    name: "respondent-who-reconsidered",
    reads: ({ flat, respondents }) => {
      for (const name of respondents) {
        const text = withoutLongerNames(flat.text, name, respondents);
        for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
          const end = at + name.length;
          if (REVIEWS.test(untilAnother(text.slice(end, end + BEHIND_A_NAME), name, respondents)))
            return { value: name, confidence: CONFIDENCE.inferred, text: spanOf(flat, at, end) };
        }
      }
      return undefined;
    },
    example: "临沂市兰山区人民政府作出的兰政复决字〔2026〕8号行政复议决定",
  },
]);

const REVIEW = readingTable<Asked, Said<Review>>("reconsideration", [
  byWords(
    "not-taken-up",
    /(?:不予受理|驳回)[^，。；]{0,16}(?:行政)?复议(?:申请|请求)|复议(?:申请)?[^，。；]{0,8}(?:不予受理|决定驳回)/u,
    CONFIDENCE.inferred,
    "决定驳回其行政复议申请",
    (): Review => "refused",
  ),
  byWords(
    "upheld",
    /复议(?:决定|机关)?[^。；]{0,40}维持(?!原判)|维持[^，。；]{2,40}的(?:行政)?复议决定/u,
    CONFIDENCE.inferred,
    "作出行政复议决定，维持了上述处罚决定",
    (): Review => "upheld",
  ),
  byWords(
    "changed",
    /复议(?:决定|机关)[^。；撤]{0,30}(?:，|决定|予以)(?:撤销|变更)(?:了)?(?:原|该|上述|被告|[\p{Script=Han}]{2,30}作出)/u,
    CONFIDENCE.inferred,
    "复议机关作出复议决定，撤销了原处罚决定",
    (): Review => "changed",
  ),
  {
    // Where both are sued it was upheld (行政诉讼法 §26).
    name: "sued-with-who-reconsidered",
    reads: (asked) => {
      const body = REVIEW_BODY.decide(asked)?.verdict;
      return body === undefined || asked.respondents.length < 2
        ? undefined
        : { value: "upheld" as const, confidence: CONFIDENCE.inferred, text: body.text };
    },
    example: "被告临沂市公安局兰山分局、被告临沂市兰山区人民政府作出的行政复议决定",
  },
]);

const COMPENSATION = readingTable<Asked, Said<boolean>>("compensation-asked", [
  byWords(
    "compensation-along",
    /(?:一并|附带)[^，。；]{0,6}(?:提起|请求|要求|主张)?行政赔偿|行政赔偿(?:请求|诉讼)/u,
    CONFIDENCE.stated,
    "一并提起行政赔偿诉讼",
    yes,
  ),
  byWords(
    "ordered-to-compensate",
    /(?:判令|请求|责令)[^。；]{0,40}被告[^，。；]{0,24}赔偿/u,
    CONFIDENCE.inferred,
    "请求判令被告赔偿损失",
    yes,
  ),
]);

const NORM_REVIEW = readingTable<Asked, Said<boolean>>("review-of-norms", [
  byWords(
    "norms-to-be-reviewed",
    /(?:一并|附带)[^，。；]{0,10}(?:请求|申请|审查)[^。；]{0,60}规范性文件|(?:一并|附带)审查[^。；]{0,40}(?:合法性|规定|办法|通知|意见)|规范性文件(?:的合法性)?(?:一并|附带)(?:进行)?审查|请求[^。；]{0,60}》[^。；]{0,6}(?:一并|附带)(?:进行)?(?:合法性)?审查/u,
    CONFIDENCE.stated,
    "一并请求对规范性文件进行审查",
    yes,
  ),
]);

const PLAINTIFF = readingTable<Asked, Said<PlaintiffKind>>("who-sues", [
  byWords(
    "procurator-sues",
    /公益诉讼起诉人/u,
    CONFIDENCE.stated,
    "公益诉讼起诉人：沂水县人民检察院",
    (): PlaintiffKind => "procurator",
  ),
]);
