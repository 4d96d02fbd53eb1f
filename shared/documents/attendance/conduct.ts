/** What does a record say of what a head did at the hearing: spoke, left, refused to explain? */
import { listedPerson, type Person } from "../names/named-person.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Context } from "./context.ts";
import { papersSigns, speaksOfPapers } from "./identity-papers.ts";
import { personOf, verdictOf } from "./speech/persons.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";
import { isNegated } from "./speech/verbs.ts";
import { subjectOf } from "./spoken-of.ts";

const ALLOWED = anyOf(wordList("许可 同意 准许 批准"));
const LEAVES = "离[开庭席]";
const GOES = anyOf(["退庭", LEAVES, ...wordList("退出 走出")]);
const ON_HIS_OWN = anyOf(wordList("中途 提前 自行 径自 无故 私自"));
/** Ways of leaving a hearing that nobody allows. */
const WAYS_TO_LEAVE = [
  "中途退庭",
  `擅自(?:退庭|${LEAVES}|离庭)`,
  `未经[^，。]{0,12}${ALLOWED}[^，。]{0,8}${GOES}`,
  `${ON_HIS_OWN}[^，。]{0,6}${GOES}`,
  "不听[^，。]{0,8}(?:劝阻|制止)[^，。]{0,8}(?:离|退|走)",
  "离(?:开法庭|庭|席)[^。]{0,30}(?:未(?:向[^，。]{0,8})?(?:请假|报告)|未经)",
];
const LEFT = new RegExp(anyOf(WAYS_TO_LEAVE), "u");
const HAVING_GOT = anyOf(wordList("经 征得 获 得到 报"));
const HE_IS_ALLOWED = "(?<!不予|未予|未获)(?:准许|准予|许可|同意)其";
const WITH_LEAVE = new RegExp(`(?<!未)${HAVING_GOT}[^，。]{0,14}${ALLOWED}|${HE_IS_ALLOWED}`, "u");
/** At a sitting over the net somebody was away for a while because the connection was. */
const DROPPED = /掉线|断线|断网|网络(?:连接)?(?:中断|断开|故障)|(?:被动|意外)退出(?:会议|庭审|平台)/u;
const REFUSING = wordList("拒绝 拒不 不予 不作 不做 未作");
const EXPLAINING = wordList("说明 解释 回答 陈述 答复 答辩 回应 发表(?:意见)? 作答");
const REFUSED = new RegExp(`${anyOf(REFUSING)}[^，。；]{0,16}${anyOf(EXPLAINING)}`, "u");

/** What a judgment says of the hearing and not of the agency's act. */
const AT_THE_HEARING = /[当出到]庭|庭审|法庭|合议庭|释明/u;

/** 本院再次通知被告负责人出庭: one appearance before does not suffice then (法释〔2020〕3号 §7). */
const CALLED_AGAIN =
  /(?<!未|不|无需|没有)再次(?:书面|依法|发函)?通知[^。；]{0,20}负责人|通知[^。；]{0,20}负责人[^。；，]{0,6}再次(?:出庭|到庭)/u;

const STAYED_AWAY = /负责人[^。；]{0,30}(?:未|没有|不能|无法|不)[^。；，]{0,6}(?:出庭|到庭|出席|参加)/u;
/** A reason that is asked for: a sentence that says that none was given may look like it. */
const ASKED_FOR = /请|是否|为何|为什么|有无|吗|？/u;
const A_REASON = "(?:理由|事由|原因)";

/** What the court found of a head's reason (法释〔2020〕3号 §9, §12(1)). */
const REASON = ruleTable<string, "accepted" | "refused" | "none">(
  "what-the-court-found-of-the-reason",
  (text) => text,
  [
    {
      name: "no-reason-given",
      of: new RegExp(
        `(?:未|没有)(?:向[^，。；]{0,8})?(?:说明|提供|提交|陈述)(?:任何|其)?(?:正当)?${A_REASON}`,
        "u",
      ),
      says: "none",
      example: "被告负责人未出庭应诉，且未向本院说明理由",
    },
    {
      name: "reason-refused",
      of: new RegExp(
        `${A_REASON}[^。；]{0,20}(?:不(?:能)?成立|不充分|不正当|不予(?:认可|采纳|准许|支持))`,
        "u",
      ),
      says: "refused",
      example: "负责人未出庭，其理由本院认为不能成立",
    },
    {
      name: "reason-accepted",
      of: new RegExp(`${A_REASON}[^。；不未]{0,20}(?:成立|正当|充分|予以(?:认可|准许|采纳))`, "u"),
      says: "accepted",
      example: "负责人因防汛不能出庭的理由，本院予以认可",
    },
  ],
);

/** Said by the court, in the sentence that says that the head stayed away. */
function reasonWeighed(context: Context, utterance: Utterance): Sign[] {
  const { start, end, text, speaker } = utterance;
  if (speaker !== "court" && speaker !== "narrative") return [];
  if (ASKED_FOR.test(text) || RULE_READ_OUT.test(text)) return [];
  const away = STAYED_AWAY.exec(text);
  const ruled = away === null ? undefined : REASON.decide(text.slice(away.index));
  if (away === null || ruled === undefined) return [];
  const organ = subjectOf(context, utterance, away.index);
  const { verdict: found, rule } = ruled;
  return [{ organ, start, end, says: "reason-weighed", found, confidence: CONFIDENCE.inferred, rule }];
}

/** A rule read out: what may not be done, and what then follows. */
const READ_OUT = [
  "不得",
  `的，${anyOf(wordList("可 按 将 应 视 本院 法庭"))}`,
  "按(?:撤诉|缺席)处理",
  "应当",
  "如有?",
  "若",
  "将(?:被|承担|依法)",
  "可以(?:缺席|按)",
];
const RULE_READ_OUT = new RegExp(anyOf(READ_OUT), "u");
const SPOKEN_TO = new RegExp(
  `负责人[^，。]{0,4}${anyOf(wordList("发表 陈述 说明 回答 答辩 补充 总结 表态 有无 最后"))}`,
  "u",
);
const CALLED_HEAD = /(?:出庭|应诉|被告|机关)负责人/u;
/** 被告一副局长赵某: the side before the post. */
const SIDE = /^[一二三四第]*(?:被告|被上诉人|上诉人)[一二三四]?/u;

/** What a record says of a head's papers and conduct: checked by the court, without leave, refused to explain. */
export function conductSigns(context: Context, utterances: readonly Utterance[]): Sign[] {
  const signs: Sign[] = [];
  let papersAsked = false;
  // Before the court first speaks, 出庭负责人：… is a line of the list and nobody's speech.
  let hasOpened = false;
  for (const utterance of utterances) {
    const { text, speaker } = utterance;
    if (hasOpened || speaker === "court") signs.push(...speakersPost(context, utterance));
    hasOpened ||= speaker === "court" && text.length >= 4;
    signs.push(...spoke(context, utterance), ...reasonWeighed(context, utterance));
    if (utterance.isQuestion || speaker === "opponent" || speaker === "stranger") {
      papersAsked ||= speaksOfPapers(text);
      continue;
    }
    signs.push(...papersSigns(context, utterance, papersAsked));
    // （出示）: what is done then stands in brackets.
    const isBetween =
      speaker === "respondent" || (speaker === "narrative" && /^（[^）]{1,12}）$/u.test(text));
    papersAsked = speaksOfPapers(text) || (papersAsked && isBetween);
    signs.push(...misconduct(context, utterance));
  }
  return signs;
}

/** 出庭负责人周强：… */
function spoke(context: Context, utterance: Utterance): Sign[] {
  const { start, end, speaker, spokenBy, text } = utterance;
  if (!spokenBy.includes("负责人") || speaker !== "respondent" || text.length <= 1) return [];
  const organ = subjectOf(context, utterance, 0);
  return [{ organ, start, end, says: "spoke", confidence: CONFIDENCE.stated, rule: "head-speaks" }];
}

/** Left without leave, refused to explain: said by the court or the record of the agency's side. */
function misconduct(context: Context, utterance: Utterance): Sign[] {
  const { start, end, text, speaker } = utterance;
  if (speaker === "respondent" || (RULE_READ_OUT.test(text) && !/但|却|仍|导致|致使|记录在案/u.test(text)))
    return [];
  const signs: Sign[] = [];
  const place = (at: number) => ({ organ: subjectOf(context, utterance, at), start, end });
  const confidence = CONFIDENCE.inferred;
  const left = WITH_LEAVE.test(text) ? null : LEFT.exec(text);
  if (left !== null)
    signs.push({ ...place(left.index), says: "left-early", confidence, rule: "left-without-leave" });
  const dropped = DROPPED.exec(text);
  if (dropped !== null)
    signs.push({ ...place(dropped.index), says: "dropped", confidence, rule: "connection-lost" });
  const again = CALLED_AGAIN.exec(text);
  if (again !== null)
    signs.push({ ...place(again.index), says: "called-again", confidence, rule: "called-again" });
  const refused = REFUSED.exec(text);
  // 收到申请后未作答复 is what the case is about.
  if (refused !== null && (!context.isJudgment || AT_THE_HEARING.test(text)))
    signs.push({ ...place(refused.index), says: "refused", confidence, rule: "refused-to-explain" });
  return signs;
}

/** Who speaks, to whom, and what of it shows that a head sits there. */
interface Speech {
  readonly utterance: Utterance;
  /** The person whom the words before the colon name, with a head's title or not. */
  readonly person: Person | undefined;
  readonly isHead: boolean;
}

/** A speech too short to be one, or a line of the list: 出庭负责人：周强，副局长. */
function isNoSpeech({ utterance: { speaker, text } }: Speech): boolean {
  return (
    speaker !== "respondent" ||
    text.replace(/（[^）]*）/gu, "").length < 4 ||
    isNegated(text) ||
    text.startsWith(listedPerson(text)?.name ?? "：") ||
    /^(?:无|未|没有|缺席)/u.test(text)
  );
}

const SPEECH = ruleTable<Speech, "unread" | "present" | "nothing">(
  "speech-of-a-head",
  ({ utterance }) => utterance.spokenBy,
  [
    {
      // A court that speaks to a head supposes one to be there.
      name: "court-speaks-to-a-head",
      of: ({ utterance: { speaker, text, isQuestion } }) =>
        speaker === "court" && SPOKEN_TO.test(text) && !isQuestion,
      says: "unread",
      example: "审判长：请被告负责人发表意见。",
    },
    { name: "nobody-s-speech", of: isNoSpeech, says: "nothing", example: "出庭负责人：无" },
    {
      name: "head-by-title-speaks",
      of: ({ isHead }) => isHead,
      says: "present",
      example: "被告副局长周强：我们同意调解。",
    },
    { name: "head-by-label-speaks", of: CALLED_HEAD, says: "present", example: "被告负责人：我们同意调解。" },
  ],
);

/** 被告副局长龙涛：… · 被告负责人：…: who speaks is there. */
function speakersPost(context: Context, utterance: Utterance): Sign[] {
  const { start, end, spokenBy } = utterance;
  const organ = subjectOf(context, utterance, 0);
  const agency = typeof organ === "number" ? context.organs[organ]?.name : undefined;
  const person = personOf(spokenBy.replace(SIDE, "").replace(agency ?? "", ""));
  const isHead = person !== undefined && agency !== undefined && verdictOf(person, agency) === "head";
  const ruled = SPEECH.decide({ utterance, person, isHead });
  if (ruled === undefined || ruled.verdict === "nothing") return [];
  const { verdict, rule } = ruled;
  const place = { organ, start, end };
  if (verdict === "unread") return [{ ...place, says: verdict, confidence: CONFIDENCE.doubtful, rule }];
  const who = person === undefined ? {} : { person };
  return [{ ...place, says: verdict, ...who, asHead: true, confidence: CONFIDENCE.inferred, rule }];
}
