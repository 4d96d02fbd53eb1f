import { canBeCourts } from "../parties/paper-author.ts";
import type { DocumentKind, Fact } from "../text/fact.ts";
import { type FlatText, Gap, gapAt, nextGap, spanOf } from "../text/flat-text.ts";

/** A document's kind, and its own name: later kinds are `other` today and known by name already. */
export interface RecognisedKind {
  readonly kind: Fact<DocumentKind>;
  readonly title?: string;
}

/** Titles, the more particular first: 行政机关负责人出庭应诉通知书 is not a 应诉通知书. */
const TITLES: readonly (readonly [title: RegExp, kind: DocumentKind])[] = [
  [/(?:庭前|开庭|出庭|庭审)[^。]{0,6}(?:提示|注意事项|须知)[书函单]?$/u, "other"],
  [/(?:通讯录|联系方式一览表|联络员?名单|联系人名单)$/u, "directory"],
  [/(?:授权)?委托书$/u, "other"],
  [/申请[^。]{0,14}(?:延期|变更|改期|不公开|调取|回避|撤诉)/u, "other"],
  [
    /(?:情况|事项|不能出庭|未出庭|原因|理由).{0,6}(?:说明|报告)书?$|说明(?:书|表)?$|(?:电话|通话|工作|接待|来访)[^。]{0,6}记录$/u,
    "other",
  ],
  [/(?:身份|职务|法定代表人).{0,8}证明书?$/u, "other"],
  [
    /(?:备案|报备|登记|报告|审批|办理|反馈|统计|确认|填报|呈报|情况|办文|收文|阅办|拟办|呈批|批办|传阅)(?:表|单)$/u,
    "other",
  ],
  [
    /(?:询问|谈话|调查|勘验|宣判|调解|送达|证据交换|庭前会议|庭前准备|阅卷|接待|听证|执行|约谈|合议庭?评议)笔录$/u,
    "other",
  ],
  [/(?:开庭|庭审|法庭|审理|审判|庭).{0,6}笔录$|^笔录$/u, "hearing-record"],
  [/笔录$/u, "other"],
  [/上诉状$|^上诉书$/u, "appeal"],
  [/(?:答辩|起诉|申请|反诉|再审申请)[状书]$|^(?:行政|民事|刑事)?(?:附带民事)?诉状$/u, "other"],
  [/(?:判决|裁定|调解)书$/u, "judgment"],
  [
    /(?:延期|变更|改期|调整|更改|更正|取消|推迟|撤销|另行)[^。]{0,12}(?:开庭|庭审|传票|审理)[^。]{0,10}(?:通知书?|公告|函|告知书|传票)$/u,
    "summons",
  ],
  [
    /(?:开庭|庭审|审理)[^。]{0,8}(?:延期|变更|改期|调整|更改|取消|推迟)[^。]{0,6}(?:通知书?|函|告知书)$/u,
    "summons",
  ],
  [
    /负责人[^。]{0,10}出庭[^。]{0,10}(?:通知书?|函|告知书|建议书?|提示书?)$|出庭应诉的?(?:通知书?|函|建议书?|提示函|告知书)$|^(?:再次)?出庭通知书?$/u,
    "appearance-notice",
  ],
  [
    /传票$|传唤(?:通知书?|函|证)$|(?:开庭|(?:在线|网上|互联网|远程)?庭审)(?:审理|活动|排期)?(?:时间)?(?:地点)?(?:的)?(?:通知书?|告知书|通知函)$|^关于.{0,40}开庭.{0,10}通知$/u,
    "summons",
  ],
  [
    /(?:应诉|举证|受理|参加诉讼|合议庭|权利义务|缴费|交费|送达|执行|补正|廉政|诉讼).{0,14}(?:通知书?|告知书|须知|回证|确认书|监督卡)$/u,
    "other",
  ],
  [
    /(?:司法建议|决定|公告|通报|公函|报告|批复|起诉状|证据目录|代理词|意见|承诺|协议|函|令|证明|名单|清单|回证|通知|更正|告知)书?$/u,
    "other",
  ],
];

/** Titles of any paper at all; what it says decides. */
const SAYS_NOTHING =
  /^(?:(?:更正|(?:中止|恢复)(?:诉讼|审理))?(?:通知书?|公告|函|告知书|告知函|说明)|更正|温馨提示|提示函)$/u;
/** The most a title can stand below the top of the page: courts, numbers and stamps come before it. */
const TITLE_WITHIN_LINES = 14;
const LONGEST_TITLE = 46;

/** Recognises what a document is by its title, and where it bears none by what it says. */
export function recogniseKind(flat: FlatText): RecognisedKind {
  return byTitle(flat) ?? byContent(flat);
}

function byTitle(flat: FlatText): RecognisedKind | undefined {
  const lines = topLines(flat);
  const candidates = [
    ...lines.flatMap((line, index) => [line, joined(line, lines[index + 1])]),
    titleInFirstLine(flat, lines[0]),
    ...wordsOfFirstLine(flat, lines[0]),
  ];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const title = bareTitle(flat.text.slice(candidate.start, candidate.end));
    if (title.length < 2 || title.length > LONGEST_TITLE || /[，。；：]/u.test(title)) continue;
    const match = TITLES.find(([pattern]) => pattern.test(title));
    if (match === undefined) continue;
    if (SAYS_NOTHING.test(title)) {
      const said = byContent(flat);
      if (said.kind.value !== "other")
        return { kind: { ...said.kind, confidence: Math.max(said.kind.confidence, 0.85) }, title };
    }
    const kind = refined(flat, match[1], title);
    const fact = {
      value: kind,
      confidence: kind === match[1] ? 0.97 : 0.85,
      rule: "title",
      text: spanOf(flat, candidate.start, candidate.end),
    };
    return { kind: fact, title };
  }
  return undefined;
}

/** 出庭通知书 goes to witnesses and experts as well; what is written to a court is no court's paper. */
function refined(flat: FlatText, kind: DocumentKind, title: string): DocumentKind {
  if ((kind === "summons" || kind === "appearance-notice") && !canBeCourts(flat)) return "other";
  if (kind !== "appearance-notice") return kind;
  if (/证人|鉴定人|翻译/u.test(title)) return "other";
  if (/负责人|应诉/u.test(title) || /负责人/u.test(flat.text)) return kind;
  // A prosecutor, a witness or an expert gets one in criminal and civil cases.
  const isOurs = /）[\p{Script=Han}]{0,3}\d*行(?:赔)?[初终再]|行政诉讼|应诉/u.test(flat.text);
  return !isOurs || /(?:作为|以)?(?:证人|鉴定人|专家辅助人)(?:身份)?出庭/u.test(flat.text) ? "other" : kind;
}

/** A title without the court before it and the remarks, numbers and copies behind it. */
function bareTitle(line: string): string {
  return line
    .replace(/^.{0,30}?(?:人民法院|专门法院|法院)(?=.)/u, "")
    .replace(/（(?:19|20)\d\d）[\p{Script=Han}\d]{1,16}?号(?:之[一二三四五])?(?:案件?)?的?(?=.)/u, "")
    .replace(/（?(?:19|20)\d\d）?[^，。]{0,16}?号(?:之[一二三四五六七八九十])?$/u, "")
    .replace(/[（【〔[][^）】〕\]]{0,20}[）】〕\]]$/u, "")
    .replace(/^[（【][^）】]{0,10}[）】]/u, "")
    .replace(/^[《“"]|[》”"]$/gu, "")
    .replace(/(?:正本|副本|存根|稿纸|稿|第[一二三四五六\d]+次)$/u, "")
    .replace(/（[^）]{0,20}）$/u, "");
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function topLines(flat: FlatText): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < flat.text.length && lines.length < TITLE_WITHIN_LINES; ) {
    const end = nextGap(flat, start + 1, Gap.line);
    lines.push({ start, end });
    start = end;
  }
  return lines;
}

/** 沂水县人民法院开庭通知书（2026）鲁1323行初45号沂水县公安局：本院… all in one paragraph. */
function titleInFirstLine(flat: FlatText, line: Line | undefined): Line | undefined {
  if (line === undefined || line.end - line.start <= LONGEST_TITLE) return undefined;
  const match =
    /^[\p{Script=Han}]{2,24}法院[\p{Script=Han}]{2,24}?(?:[书票状]|通知|笔录)(?=（(?:19|20)\d\d）|案号)/u.exec(
      flat.text.slice(line.start, line.start + 70),
    );
  return match === null ? undefined : { start: line.start, end: line.start + match[0].length };
}

/** 授权委托书 委托人：…, 上 诉 状 上诉人：… all on one line: its first words between blanks, some of them together. */
function wordsOfFirstLine(flat: FlatText, line: Line | undefined): Line[] {
  if (line === undefined || line.end - line.start <= LONGEST_TITLE) return [];
  const starts = [line.start];
  while (starts.length < 8) {
    const next = nextGap(flat, (starts.at(-1) ?? 0) + 1, Gap.blank);
    if (next >= line.end) break;
    starts.push(next);
  }
  return starts
    .slice(0, 3)
    .flatMap((start, index) =>
      starts
        .slice(index + 1)
        .flatMap((end) => (end - start >= 2 && end - start <= 24 ? [{ start, end }] : [])),
    );
}

/** Two short lines may be one title: 行政 / 判决书, 传 / 票. */
function joined(line: Line, next: Line | undefined): Line | undefined {
  if (next === undefined || next.end - next.start > 14 || line.end - line.start > 24) return undefined;
  return { start: line.start, end: next.end };
}

const SIGNS: readonly (readonly [
  rule: string,
  kind: DocumentKind,
  confidence: number,
  signs: readonly RegExp[],
])[] = [
  ["message-from-a-court", "summons", 0.85, [/^【[^】]{2,30}】/u, /法院/u, /定于|将于|于|在/u, /开庭|庭审/u]],
  ["form-of-a-summons", "summons", 0.85, [/被传唤人|传唤事由/u, /应到(?:时间|处所|地点)|开庭时间/u]],
  [
    "form-of-a-record",
    "hearing-record",
    0.8,
    [
      /审判长[^：]{0,10}：|审判员[^：]{0,10}：|审：/u,
      /书记员/u,
      /(?:被告|被)[^：。]{0,20}：/u,
      /现在开庭|宣布开庭|休庭|闭庭|核对当事人/u,
    ],
  ],
  ["form-of-a-judgment", "judgment", 0.85, [/(?:判决|裁定)如下/u, /本院(?:认为|经审查)|审判[长员]/u]],
  ["form-of-an-appeal", "appeal", 0.85, [/上诉人/u, /上诉请求|请求二审/u, /此致/u]],
  [
    "request-that-the-head-appear",
    "appearance-notice",
    0.75,
    [/(?:通知|要求|请)[^。]{0,40}负责人[^。]{0,30}出庭/u, /人民法院/u, /定于|开庭/u],
  ],
  [
    "message-about-a-hearing",
    "summons",
    0.8,
    [/(?:开庭|庭审)(?:安排|信息|提醒|通知|排期|提示)/u, /法院/u, /\d{1,2}(?:：\d\d|时|点)/u],
  ],
  [
    "names-hour-and-room",
    "summons",
    0.8,
    [/(?:开庭|庭审)(?:时间|日期)：/u, /(?:开庭|庭审)地点|法庭/u, /法院/u],
  ],
  [
    "announces-a-hearing",
    "summons",
    0.7,
    [
      /(?:定于|将于|改期至|变更为|延期至|推迟至|改为|安排在)[^。]{0,60}(?:开庭|审理|庭审)|(?:开庭|庭审)(?:时间|日期|地点)?[^。]{0,50}(?:变更|调整|延期|改期|推迟|取消|更正)/u,
      /法院|本院/u,
    ],
  ],
];

function byContent(flat: FlatText): RecognisedKind {
  for (const [rule, kind, confidence, signs] of SIGNS) {
    const [first] = signs;
    if (first === undefined || !signs.every((sign) => sign.test(flat.text))) continue;
    const at = first.exec(flat.text)?.index ?? 0;
    const isCourts = kind !== "summons" && kind !== "appearance-notice";
    if (!isCourts && !canBeCourts(flat)) continue;
    return {
      kind: { value: kind, confidence, rule, text: spanOf(flat, at, nextGap(flat, at + 1, Gap.line)) },
    };
  }
  const end = gapAt(flat, 0) === 0 ? 0 : nextGap(flat, 1, Gap.line);
  return { kind: { value: "other", confidence: 0.5, rule: "no-known-form", text: spanOf(flat, 0, end) } };
}
