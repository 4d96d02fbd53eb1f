import { nameOfSubject } from "../names/person-name.ts";

/** That somebody did not or could not come, as the clause behind a reason says it. */
const NOT_COMING =
  "(?:(?:未能|不能|无法|没能|未|没有|没|不便|不克)(?:按时|亲自|依法|够|前来|准时)?(?:出庭|到庭|参加(?:本次|本案|今天的|今日)?(?:庭审|诉讼|开庭|审理)|出席|应诉|到场|前来|来|到)|[来到去]不(?:了|成)|赶不(?:过来|回来|到|上)|(?:无法|不能|没能|未能|没有|没)(?:赶回来?|赶来|赶到|回来|返回)|(?:没法|没办法|没时间|脱不开身|抽不开身|走不开)[^，。；]{0,4})";
/** 局长, 分管副局长满某, 我局主要负责人: whom a reason is told of. */
const LEADER =
  "(?:(?:我|本|该|其|被告)(?:局|单位|委|府|县|市|区|镇|乡|厅|街道|机关|办|中心|们)?(?:的)?)?(?:行政机关|行政|现任|主要|分管(?:此项工作|该项工作|这项工作)?(?:的)?)?(?:副?[局厅县市区镇乡]长|副?主任|负责(?:人|同志)|(?:主要|分管|[局厅县市区镇委])?领导(?:班子)?(?:成员)?|班子成员)";
const SUBJECT = new RegExp(
  `^(?:因为?|由于)?(?:\\p{Script=Han}?|\\p{Script=Han}{0,8}(?:政府|局|委|办事处|大队|中心)的?)${LEADER}(?:[\\p{Script=Han}]{1,2}某{1,2})?(?:今天|今日|昨天|近日|本人|确实?|目前|现在)?(?:都|均)?(?:因为?|由于|要|需要?)?`,
  "u",
);
const LEADS = new RegExp(`^${LEADER}`, "u");
const OTHER_LEADER = new RegExp(`[，、及和与]?(?:其他|两位|几位|各位|另一(?:位|名)|${LEADER})`, "u");
/** What follows from the reason and is none: who came instead, what is asked for. */
const CONSEQUENCE = new RegExp(
  `^(?:故|所以|因此|因而|于是|特|申请|请求?|恳请|望|下次|现(?!场)|(?:均?已|并|也)?(?:向[^，。]{2,4})?(?:提交|提供|递交|出具)|今天|今日|由|派|指派|安排|委托|授权|委派|已|对此|表示|${LEADER}?(?:确实?|实在|都|均)?${NOT_COMING})`,
  "u",
);

/** 因病请假, 因公出差: there 因 belongs to the word. */
const FOR_ONE_WORD = /^(?:病(?![情重])|公(?![务事司安布示证开章益])|事(?![务故假情先])|故(?!障|意))/u;
/** A reason as it follows 因, with the 因 that belongs to it. */
export function withCause(told: string): string {
  return FOR_ONE_WORD.test(told) ? `因${told}` : told;
}

const NOT_THERE = new RegExp(`^(?:也|都|均|今天)*${NOT_COMING}$`, "u");
const BUSY =
  /会议|开[^，。]{0,8}会|出差|住院|生病|手术|培训|学习|抢险|救灾|防汛|防火|救援|调研|考察|检查|督查|督导|巡视|巡察|值班|休假|请假|公务|接访|招商|驻村|脱产|外出|迎检|验收|两会|代表大会|活动|仪式|行动|执勤|现场/u;

const REASONS = [
  new RegExp(
    `(?:因为|因|由于)(?!此|而|案)([^。；]{2,60}?)，?(?:故|所以|而)?(?:其|均|都|本人|(?:\\p{Script=Han}{0,8}(?:政府|局|委|办事处)的?)?${LEADER})?(?:今天|今日|本次)?(?:确实?|实在)?${NOT_COMING}`,
    "u",
  ),
  /(?:未|没有|不能|无法|未能|没能)[^。；，]{0,6}(?:出庭|到庭|应诉|参加庭审)的?(?:应诉)?[^。；]{0,16}?(?:原因|理由|事由)(?:是|为|系|：)([^。；，]{2,40})/u,
  /(?:未|没有|不能|无法|未能|没能)[^。；，]{0,6}(?:出庭|到庭|应诉|参加庭审)(?:应诉)?，?(?:因为|因|由于)([^。；，]{2,40})/u,
  /因([^。；，]{2,40}?)(?:向(?:本院|法庭|法院)[^，。]{0,6})?(?:申请|请求)(?:不|免于|免予)(?:予)?出庭/u,
  // 局长和副局长都有任务，安排我来: who was sent instead follows from it.
  new RegExp(`(${LEADER}[^。；]{3,40}?)，(?:故|所以|就|特)?(?:安排|派|委派|委托|指派|让|叫)我`, "u"),
  // 局长到市里开会，没来: the reason is told, not introduced.
  new RegExp(`(${LEADER}(?!${NOT_COMING})[^，。；]{3,30})，(?:今天|确实?|实在)?${NOT_COMING}`, "u"),
];

/** Why a head did not come, in the document's words. 无正当理由 is no reason. */
export function reasonOf(text: string): { reason?: string } {
  for (const pattern of REASONS) {
    const told = (pattern.exec(text)?.[1] ?? "").replace(/^(?:为|其|负责人)|(?<!（[^）]*)）$/gu, "");
    const reason = withoutSubject(withCause(told));
    if (reason.length >= 2 && !/正当理由|被告|原告不服/u.test(reason) && !NOT_THERE.test(reason))
      return { reason };
  }
  return {};
}

/** Asked why, the answer is the reason, as far as no clause says what follows from it. */
export function givenReason(text: string): { reason?: string } {
  // 乡长调走了；副乡长在一线: a semicolon ends the reason unless it goes on with another leader.
  const said = text.split(/。/u)[0] ?? "";
  const [first = "", ...more] = said.split("；");
  const parts = more.length > 0 && more.every((part) => LEADS.test(part)) ? said : first;
  const clauses = parts.split(/(?<=[，；])/u);
  const end = clauses.findIndex((clause, index) => index > 0 && CONSEQUENCE.test(clause));
  const reason = withoutSubject(clauses.slice(0, end === -1 ? clauses.length : end).join("")).replace(
    /了$/u,
    "",
  );
  return reason.length >= 2 && reason.length <= 60 && !CONSEQUENCE.test(reason) ? { reason } : {};
}

/** What keeps an official, where an answer only tells it: 局长没来，今早他被县委叫去开会了. */
export function busyWith(text: string): { reason?: string } {
  if (LEADS.test(text) && BUSY.test(text)) {
    const given = givenReason(text);
    if (given.reason !== undefined) return given;
  }
  const clauses = text.split(/[，。；]/u);
  const from = clauses.findIndex((part) => LEADS.test(part) && !new RegExp(NOT_COMING, "u").test(part));
  const told = from === -1 ? {} : givenReason(clauses.slice(from).filter(Boolean).join("，"));
  if (told.reason !== undefined && BUSY.test(told.reason)) return told;
  const clause = text
    .split(/[，。；]/u)
    .find(
      (part) => BUSY.test(part) && !new RegExp(NOT_COMING, "u").test(part) && !/代理|委托|出庭/u.test(part),
    );
  const reason = clause?.replace(/^.*?(?:他|她|其(?!他)|本人)/u, "").replace(/了$/u, "");
  return reason === undefined || reason.length < 3 ? {} : { reason: withoutSubject(reason) };
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
