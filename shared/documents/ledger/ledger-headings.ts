/** What does a column of a court's ledger (台账) hold, by the words of its heading? Courts word it as they like. */
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

/** What a column holds. `tick-…` columns hold a mark where the heading is so. */
export type Column =
  | "ordinal"
  | "case-number"
  | "origin-number"
  | "respondent"
  | "co-respondent"
  | "parties"
  | "plaintiff"
  | "plaintiff-kind"
  | "appellant"
  | "appellee"
  | "court"
  | "jurisdiction"
  | "hearing"
  | "heard"
  | "mode"
  | "attended"
  | "co-attended"
  | "tick-principal"
  | "tick-deputy"
  | "tick-in-charge"
  | "tick-absent"
  | "tick-staff"
  | "tick-lawyers"
  | "head"
  | "person"
  | "title"
  | "rank"
  | "spoke"
  | "absence-reason"
  | "reason-accepted"
  | "enterprise"
  | "category"
  | "cause"
  | "outcome"
  | "closed"
  | "settled"
  | "mediated"
  | "field"
  | "act"
  | "compensation"
  | "agreement"
  | "norm-review"
  | "reviewed"
  | "review-number"
  | "accepted"
  | "procedure"
  | "form"
  | "appealed"
  | "suggestion"
  | "remark";

/** A heading is short; a cell longer than this is a sentence. */
const LONGEST_HEADING = 40;

/** Coming to court, for one's agency. */
const CAME = "(?:出庭|到庭|应诉)";
const APPEARED = "(?:出庭|到庭)(?:应诉)?";
const HEAD = "(?:负责人|领导|首长)";
const REASON = "(?:原因|理由|事由)";
/** Whether, as a heading asks. */
const OR_NOT = "(?:情况|与否)?";
/** What an agency is called where it is sued, and the offices it stands for. */
const SUED = anyOf(wordList("被告 被诉(?:行政)?机关 行政机关 (?:应诉|涉诉|责任)(?:单位|机关) 单位 机关"));
/** What a district is called. */
const DISTRICT = anyOf(wordList("县区 区县 县市区 市县区 区市县 地区 辖区 属地 行政区划?"));
/** What else is told of a respondent in a column of its own. */
const NO_NAME = anyOf(wordList("代理人 类型 类别 性质 级别 电话 联系 地址 所在"));

/** The first that fits a heading without blanks and brackets decides, so the more particular stand first. */
const HEADINGS = ruleTable<string, Column>("ledger-heading", (heading) => heading, [
  { name: "ordinal", of: /^(?:序号|编号|序)$/u, says: "ordinal", example: "序号" },
  {
    name: "reconsideration-number",
    of: /复议(?:决定)?(?:书)?(?:文号|案号|字号|编号)$/u,
    says: "review-number",
    example: "复议决定文号",
  },
  { name: "suggestion", of: /司法建议/u, says: "suggestion", example: "司法建议文号" },
  {
    name: "origin-number",
    of: /^(?:一审|原审|原一审).{0,4}案号$/u,
    says: "origin-number",
    example: "一审案号",
  },
  { name: "case-number", of: /案号$|案件(?:编|字)?号$/u, says: "case-number", example: "案号" },
  {
    name: "reason-justified",
    of: new RegExp(`${REASON}(?:法院)?(?:是否|有无)(?:正当|成立|充分|认可|准许|采纳)$`, "u"),
    says: "reason-accepted",
    example: "理由是否正当",
  },
  {
    name: "reason-accepted",
    of: new RegExp(`(?:法院|是否)(?:认可|准许|采纳|同意).{0,6}(?:${REASON}|不出庭)?$`, "u"),
    says: "reason-accepted",
    example: "法院是否认可",
  },
  {
    name: "good-reason",
    of: /^(?:有无|是否有?|是否具有)正当(?:理由|事由)$/u,
    says: "reason-accepted",
    example: "有无正当理由",
  },
  {
    name: "absence-reason",
    of: new RegExp(`(?:未|不).{0,4}${CAME}.{0,3}(?:${REASON}|说明)|缺席(?:原因|理由)`, "u"),
    says: "absence-reason",
    example: "未出庭原因",
  },
  { name: "spoke", of: /出声|发声|发言|发表意见/u, says: "spoke", example: "是否出声" },
  {
    name: "enterprise",
    of: /涉(?:及)?.{0,3}企|民企|企业(?:案件|(?:作为|为)?原告)?(?:与否)?$/u,
    says: "enterprise",
    example: "是否涉企",
  },
  {
    name: "plaintiff-kind",
    of: /^(?:原告|起诉人|当事人|相对人|上诉人)(?:主体)?(?:类型|类别|性质|属性|身份)$/u,
    says: "plaintiff-kind",
    example: "原告类型",
  },
  { name: "category", of: /^案件(?:类型|类别|性质|属性|分类)$/u, says: "category", example: "案件类型" },
  {
    name: "mediated",
    of: /^是否.{0,8}调解$|^(?:诉前|诉中)?调解(?:程序)?$|(?:进入|移送|委托|委派)(?:诉前)?(?:调解|化解)/u,
    says: "mediated",
    example: "是否调解",
  },
  { name: "settled", of: /^是否.{0,6}(?:化解|和解|和解撤诉)$/u, says: "settled", example: "是否化解" },
  {
    name: "heard-or-not",
    of: /^(?:是否|有无)(?:已|经)?(?:公开)?(?:开庭|庭审)(?:审理)?$/u,
    says: "heard",
    example: "是否开庭",
  },
  { name: "mode", of: /^(?:开庭|庭审)(?:审理)?(?:方式|形式)$/u, says: "mode", example: "开庭方式" },
  {
    name: "way-of-hearing",
    of: /^(?:开庭|庭审)(?:审理)?(?:情况|与否)$|^开庭审理$|^审理(?:方式|形式)$/u,
    says: "heard",
    example: "审理方式",
  },
  {
    name: "co-respondent-attended",
    of: /^(?:第二|其他|其余|共同)被告.*(?:出庭|到庭)|^被告(?:二|2).*(?:出庭|到庭)/u,
    says: "co-attended",
    example: "第二被告负责人是否出庭",
  },
  {
    name: "class-of-person",
    of: new RegExp(`^${CAME}(?:应诉)?(?:人员|人)(?:类别|类型|身份|性质|级别)$`, "u"),
    says: "rank",
    example: "出庭人员类别",
  },
  {
    name: "rank",
    of: /正职.{0,3}副职|正副职|职级|级别|负责人(?:类别|类型)/u,
    says: "rank",
    example: "正职/副职",
  },
  {
    name: "absent-ticked",
    of: /(?:未|不)(?:出庭|到庭)(?:应诉)?$/u,
    says: "tick-absent",
    example: "未出庭",
  },
  {
    name: "staff-ticked",
    of: new RegExp(`^(?:仅|只)?(?:相应)?(?:工作人员|委托代理人|代理人)(?:是否)?(?:${APPEARED})?$`, "u"),
    says: "tick-staff",
    example: "工作人员出庭",
  },
  {
    name: "lawyers-ticked",
    of: new RegExp(`^(?:仅|只)?(?:委托)?律师(?:是否)?(?:${APPEARED})?$`, "u"),
    says: "tick-lawyers",
    example: "律师出庭",
  },
  {
    name: "deputy-ticked",
    of: /副职(?:负责人)?(?:是否)?(?:出庭)?(?:应诉)?$/u,
    says: "tick-deputy",
    example: "副职",
  },
  {
    name: "in-charge-ticked",
    of: /(?:分管|其他)(?:副职级别)?(?:负责人|领导)(?:是否)?(?:出庭)?(?:应诉)?$/u,
    says: "tick-in-charge",
    example: "分管负责人",
  },
  {
    name: "principal-ticked",
    of: /(?:正职|主要负责人|一把手)(?:负责人)?(?:是否)?(?:出庭)?(?:应诉)?$/u,
    says: "tick-principal",
    example: "正职",
  },
  {
    name: "head-by-name",
    of: new RegExp(`${HEAD}.{0,6}(?:姓名|名单)|^(?=.*姓名)(?=.*职务).*(?:出庭|负责人)`, "u"),
    says: "head",
    example: "出庭负责人姓名",
  },
  {
    name: "head",
    of: new RegExp(`${CAME}.{0,4}${HEAD}(?:及|和|与|的)?(?:其)?(?:职务|职位)?$`, "u"),
    says: "head",
    example: "出庭负责人",
  },
  { name: "title", of: /职务|职位/u, says: "title", example: "职务" },
  {
    name: "person-is-head",
    of: /^(?:出庭人员)?是否(?:为|系|属于?)(?:行政机关)?(?:负责人|领导)$/u,
    says: "attended",
    example: "是否为负责人",
  },
  {
    name: "head-appeared",
    of: new RegExp(`(?:是否|机关|${HEAD})(?:已)?${APPEARED}${OR_NOT}$`, "u"),
    says: "attended",
    example: "负责人是否出庭",
  },
  {
    name: "head-answered",
    of: /(?:负责人|首长)(?:是否)?应诉(?:情况|与否)?$/u,
    says: "attended",
    example: "负责人应诉",
  },
  {
    name: "appearance",
    of: new RegExp(`^(?:出庭|出庭应诉|应诉)情况$|${APPEARED}${OR_NOT}$`, "u"),
    says: "attended",
    example: "出庭应诉情况",
  },
  {
    name: "person",
    of: new RegExp(`^${CAME}.{0,4}(?:人员|人)$|姓名$`, "u"),
    says: "person",
    example: "出庭人员",
  },
  // Before the respondent: 被告所在县区 is no name of one.
  {
    name: "district",
    of: new RegExp(`^(?:${SUED}的?)?(?:所属|所在)?${DISTRICT}(?:名称)?$`, "u"),
    says: "jurisdiction",
    example: "所属县区",
  },
  {
    name: "co-respondent",
    of: /^(?:第二|其他|其余|共同|另一)被告|^被告(?:二|三|2|3)(?!\p{Script=Han})/u,
    says: "co-respondent",
    example: "第二被告",
  },
  {
    name: "respondent",
    of: new RegExp(`^(?:第一)?被告(?!.*${NO_NAME})`, "u"),
    says: "respondent",
    example: "被告",
  },
  {
    name: "agency-sued",
    of: /被诉(?:行政)?(?:机关|单位)|^(?:涉诉|应诉|涉案)?行政机关(?:名称)?$/u,
    says: "respondent",
    example: "被诉行政机关",
  },
  {
    name: "unit-sued",
    of: /^(?:应诉|涉诉|涉案|责任)(?:单位|机关|部门)(?:名称)?$/u,
    says: "respondent",
    example: "应诉单位",
  },
  {
    name: "parties",
    of: /^(?:双方)?当事人(?:名称|姓名|情况)?$|^案件名称$|^案名$/u,
    says: "parties",
    example: "当事人",
  },
  { name: "plaintiff", of: /^(?:原告|起诉人|行政相对人)/u, says: "plaintiff", example: "原告" },
  { name: "appellant", of: /^(?:上诉人|再审申请人)/u, says: "appellant", example: "上诉人" },
  { name: "appellee", of: /^(?:被上诉人|被申请人)/u, says: "appellee", example: "被上诉人" },
  {
    name: "field-of-administration",
    of: /(?:行政)?管理(?:领域|类别|范围)$|^(?:行政|涉案|所属|案件)?领域$/u,
    says: "field",
    example: "行政管理领域",
  },
  {
    name: "kind-of-act",
    of: /行为(?:种类|类型|类别)$|^被诉(?:行政)?行为$/u,
    says: "act",
    example: "被诉行为种类",
  },
  {
    name: "compensation",
    of: /^(?:是否)?(?:涉及?|一并|附带|提起)*(?:行政)?赔偿(?:案件)?$/u,
    says: "compensation",
    example: "是否行政赔偿",
  },
  {
    name: "agreement",
    of: /^(?:是否)?(?:涉及?)?行政协议(?:案件)?$/u,
    says: "agreement",
    example: "是否行政协议",
  },
  {
    name: "review-of-norms",
    of: /规范性文件|附带审查/u,
    says: "norm-review",
    example: "是否附带审查规范性文件",
  },
  {
    name: "reconsidered",
    of: /^(?:是否)?(?:经过?|涉)?(?:行政)?复议(?:情况|结果|与否|程序)?$/u,
    says: "reviewed",
    example: "复议情况",
  },
  {
    name: "day-of-acceptance",
    of: /^(?:立案|收案|受理)(?:日期|时间|日)?$/u,
    says: "accepted",
    example: "立案日期",
  },
  {
    name: "procedure",
    of: /^(?:审理|适用|诉讼)?程序(?:类型|类别|适用)?$/u,
    says: "procedure",
    example: "审理程序",
  },
  {
    name: "form-of-ruling",
    of: /^(?:裁判|文书|结案)(?:文书)?(?:种类|类型|类别)$/u,
    says: "form",
    example: "裁判种类",
  },
  {
    name: "appealed",
    of: /^(?:是否|有无)(?:提起|提出)?上诉|^上诉情况$/u,
    says: "appealed",
    example: "是否上诉",
  },
  { name: "court", of: /法院(?:名称)?$/u, says: "court", example: "审理法院" },
  {
    name: "day-of-hearing",
    of: /(?:开庭|庭审).{0,4}(?:日期|时间|日)|^开庭$/u,
    says: "hearing",
    example: "开庭日期",
  },
  { name: "cause", of: /案由/u, says: "cause", example: "案由" },
  { name: "closed", of: /是否.{0,2}结案|结案(?:日期|时间)/u, says: "closed", example: "结案日期" },
  {
    name: "way-of-ending",
    of: /(?:结案|处理)(?:方式|情况)|裁判(?:方式|情况)/u,
    says: "outcome",
    example: "结案方式",
  },
  {
    name: "outcome",
    of: /(?:^|裁判|判决|审理|审判|处理|裁决|案件|诉讼|[一二终]审)结果$/u,
    says: "outcome",
    example: "裁判结果",
  },
  { name: "remark", of: /备注|说明/u, says: "remark", example: "备注" },
]);

/** A party of an appeal, whose bracket says which side it was of in the first instance. */
const OF_APPEAL = /^被?上诉人|申请人$/u;

/** What a heading in one width and without blanks means; undefined where it is none we know. */
export function meaningOf(heading: string): Column | undefined {
  if (heading.length > LONGEST_HEADING) return undefined;
  const plain = oneSided(heading.replace(/\([^()]*\)/gu, "")).replace(/[:/、_·-]/gu, "");
  // 被上诉人(原审被告): on appeal the bracket says whose side it is.
  if (OF_APPEAL.test(plain)) {
    if (heading.includes("被告")) return "respondent";
    if (heading.includes("原告")) return "plaintiff";
  }
  return HEADINGS.decide(plain)?.verdict;
}

/** A heading that offers both answers, or counts (1 or 0), asks for one: 出庭/未出庭, 出庭/缺席, 负责人出庭件数. */
function oneSided(heading: string): string {
  const asked = heading.replace(
    /((?:出庭|到庭|开庭)(?:应诉|审理)?|涉企)[/、或](?:未|不|没有|非|缺席)[^/、或]*$/u,
    "是否$1",
  );
  const [, subject, counted] = /^(?:是否)?(.*?)(案?件|案|次)数$/u.exec(asked) ?? [];
  return subject !== undefined && counted !== undefined ? `是否${subject}` : asked;
}
