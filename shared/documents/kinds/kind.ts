/** What kind of document is a text? Its title says so; where it bears none, its form and its words do. */
import { NUMBER_SHAPE } from "../../domain/court/case-number.ts";
import { canBeCourts } from "../parties/paper-author.ts";
import { CONFIDENCE, type Confidence } from "../text/confidence.ts";
import type { DocumentKind, Fact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap, spanOf } from "../text/flat-text.ts";
import { type Rule, ruledBy, ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { titlesOf } from "./title.ts";
import { TITLES } from "./title-kinds.ts";

/** A document's kind, and its own name: later kinds are `other` today and known by name already. */
export interface RecognisedKind {
  readonly kind: Fact<DocumentKind>;
  readonly title?: string;
}

/** Titles of any paper at all; what it says decides. */
const SAYS_NOTHING =
  /^(?:(?:更正|(?:中止|恢复)(?:诉讼|审理))?(?:通知书?|公告|函|告知书|告知函|说明)|更正|温馨提示|提示函)$/u;

/** Recognises what a document is by its title, and where it bears none by what it says. */
export function recogniseKind(flat: FlatText): RecognisedKind {
  return byTitle(flat) ?? byContent(flat);
}

function byTitle(flat: FlatText): RecognisedKind | undefined {
  for (const { title, start, end } of titlesOf(flat)) {
    const titled = TITLES.decide(title);
    if (titled === undefined) continue;
    if (SAYS_NOTHING.test(title)) {
      const said = byContent(flat);
      if (said.kind.value !== "other")
        return { kind: { ...said.kind, confidence: CONFIDENCE.inferred }, title };
    }
    const text = spanOf(flat, start, end);
    const another = NOT_AS_TITLED.decide({ flat, kind: titled.verdict, title });
    if (another?.verdict === "other") {
      const rule = `title-${titled.rule}-${another.rule}`;
      return { kind: { value: "other", confidence: CONFIDENCE.inferred, rule, text }, title };
    }
    const rule = `title-${titled.rule}`;
    return { kind: { value: titled.verdict, confidence: CONFIDENCE.stated, rule, text }, title };
  }
  return undefined;
}

/** A paper and the kind its title says it is. */
interface Titled {
  readonly flat: FlatText;
  readonly kind: DocumentKind;
  readonly title: string;
}

const OF_ADMINISTRATIVE_CASE = new RegExp(
  String.raw`）\p{Script=Han}{0,3}\d*${NUMBER_SHAPE.trial}|行政诉讼|应诉`,
  "u",
);
const isAppearanceNotice = ({ kind }: Titled) => kind === "appearance-notice";

/** 出庭通知书 goes to witnesses and experts as well; what is written to a court is no court's paper. */
const NOT_AS_TITLED = ruleTable<Titled, "other" | "as-titled">(
  "kind-under-its-title",
  ({ flat }) => flat.text,
  [
    {
      name: "not-a-courts",
      of: ({ flat, kind }) => calls(kind) && !canBeCourts(flat),
      says: "other",
      example: "沂水县人民法院：\n延期开庭通知",
    },
    {
      // The case goes on: nobody has appealed against the judgment to come (行政诉讼法 §85, 行诉解释 §101).
      name: "appeal-over-the-jurisdiction",
      of: ({ flat, kind }) =>
        kind === "appeal" &&
        /(?:不服|撤销)[^。；]{0,80}管辖[^。；]{0,30}裁定|管辖权?异议[^。；]{0,30}(?:不服|裁定)/u.test(
          flat.text,
        ),
      says: "other",
      example: "上诉人因管辖权异议一案，不服（2026）鲁1323行初45号行政裁定",
    },
    {
      name: "to-a-head",
      of: (paper) =>
        isAppearanceNotice(paper) && (/负责人|应诉/u.test(paper.title) || /负责人/u.test(paper.flat.text)),
      says: "as-titled",
      example: "行政机关负责人出庭应诉通知书",
    },
    {
      // A prosecutor, a witness or an expert gets one in criminal and civil cases.
      name: "of-another-branch-of-law",
      of: (paper) => isAppearanceNotice(paper) && !OF_ADMINISTRATIVE_CASE.test(paper.flat.text),
      says: "other",
      example: "出庭通知书\n（2026）鲁1323刑初12号",
    },
    {
      name: "to-a-witness",
      of: (paper) =>
        isAppearanceNotice(paper) &&
        /(?:作为|以)?(?:证人|鉴定人|专家辅助人)(?:身份)?出庭/u.test(paper.flat.text),
      says: "other",
      example: "请你作为证人出庭",
    },
  ],
);

/** Whether such a paper calls somebody to a court, so that only a court can send it. */
function calls(kind: DocumentKind): boolean {
  return kind === "summons" || kind === "appearance-notice";
}

/** A text, and whether it can be a court's. */
interface Untitled {
  readonly flat: FlatText;
  readonly isCourts: boolean;
}

interface Form {
  readonly kind: DocumentKind;
  readonly confidence: Confidence;
  /** What is shown as the words it was read from: the rest of the line. */
  readonly first: RegExp;
}

/** A form that is known by all of these signs together. */
function form(
  name: string,
  kind: DocumentKind,
  confidence: Confidence,
  signs: readonly [RegExp, ...RegExp[]],
  example: string,
): Rule<Untitled, Form> {
  const of = ({ flat, isCourts }: Untitled) =>
    (isCourts || !calls(kind)) && signs.every((sign) => sign.test(flat.text));
  return { name, of, says: { kind, confidence, first: signs[0] }, example };
}

const SETS = wordList("定于 将于 改期至 变更为 延期至 推迟至 改为 安排在");
const MOVES = wordList("变更 调整 延期 改期 推迟 取消 更正");
const SET_FOR = `${anyOf(SETS)}[^。]{0,60}(?:开庭|审理|庭审)`;
const MOVED = `(?:开庭|庭审)(?:时间|日期|地点)?[^。]{0,50}${anyOf(MOVES)}`;
const ANNOUNCES = new RegExp(anyOf([SET_FOR, MOVED]), "u");

const FORMS = ruleTable<Untitled, Form>("form-without-a-title", ({ flat }) => flat.text, [
  form(
    "message-from-a-court",
    "summons",
    CONFIDENCE.inferred,
    [/^【[^】]{2,30}】/u, /法院/u, /定于|将于|于|在/u, /开庭|庭审/u],
    "【沂水县人民法院】您的案件定于9月24日开庭",
  ),
  form(
    "form-of-a-summons",
    "summons",
    CONFIDENCE.inferred,
    [/被传唤人|传唤事由/u, /应到(?:时间|处所|地点)|开庭时间/u],
    "被传唤人：沂水县公安局\n应到时间：2026年9月24日9时",
  ),
  form(
    "form-of-a-record",
    "hearing-record",
    CONFIDENCE.inferred,
    [
      /审判长[^：]{0,10}：|审判员[^：]{0,10}：|审：/u,
      /书记员/u,
      /(?:被告|被)[^：。]{0,20}：/u,
      /现在开庭|宣布开庭|休庭|闭庭|核对当事人/u,
    ],
    "审判长：现在开庭。\n被告：到庭。\n书记员：单娟",
  ),
  form(
    "form-of-a-judgment",
    "judgment",
    CONFIDENCE.inferred,
    [/(?:判决|裁定)如下/u, /本院(?:认为|经审查)|审判[长员]/u],
    "本院认为…判决如下：",
  ),
  form(
    "form-of-an-appeal",
    "appeal",
    CONFIDENCE.inferred,
    [/上诉人/u, /上诉请求|请求二审/u, /此致/u],
    "上诉人：张三\n上诉请求：撤销原判\n此致",
  ),
  form(
    "request-that-the-head-appear",
    "appearance-notice",
    CONFIDENCE.doubtful,
    [/(?:通知|要求|请)[^。]{0,40}负责人[^。]{0,30}出庭/u, /人民法院/u, /定于|开庭/u],
    "请你单位负责人按时出庭",
  ),
  form(
    "announcement-of-a-case",
    "summons",
    CONFIDENCE.inferred,
    [/[我本]院定于[^。]{4,70}开庭审理[^。]{4,160}案/u],
    "我院定于9月24日9时在第三法庭公开开庭审理张三诉沂水县公安局行政处罚一案",
  ),
  form(
    "message-about-a-hearing",
    "summons",
    CONFIDENCE.inferred,
    [/(?:开庭|庭审)(?:安排|信息|提醒|通知|排期|提示)/u, /法院/u, /\d{1,2}(?:：\d\d|时|点)/u],
    "开庭提醒：沂水县人民法院9月24日9：00",
  ),
  form(
    "names-hour-and-room",
    "summons",
    CONFIDENCE.inferred,
    [/(?:开庭|庭审)(?:时间|日期)：/u, /(?:开庭|庭审)地点|法庭/u, /法院/u],
    "开庭时间：9月24日9时\n开庭地点：第三法庭",
  ),
  form(
    "announces-a-hearing",
    "summons",
    CONFIDENCE.doubtful,
    [ANNOUNCES, /法院|本院/u],
    "本院定于9月24日开庭审理",
  ),
  {
    name: "no-known-form",
    of: () => true,
    says: { kind: "other", confidence: CONFIDENCE.doubtful, first: /^/u },
    example: "沂水县公安局工作动态",
  },
]);

function byContent(flat: FlatText): RecognisedKind {
  const { verdict, rule } = ruledBy(FORMS, { flat, isCourts: canBeCourts(flat) });
  const at = verdict.first.exec(flat.text)?.index ?? 0;
  const text = spanOf(flat, at, nextGap(flat, at + 1, Gap.line));
  return { kind: { value: verdict.kind, confidence: verdict.confidence, rule, text } };
}
