/** What are the classes of a case called: field, kind of act, plaintiff, procedure, reconsideration? */
import type { Act, ListedAct } from "../../domain/classes/act.ts";
import {
  type CaseForm,
  CLASS_KEYS,
  type ClassesStated,
  type ClassKey,
  type KnownClass,
  type PlaintiffKind,
  type Procedure,
  type Review,
} from "../../domain/classes/classes.ts";
import type { Field } from "../../domain/classes/field.ts";
import type { HearingMode } from "../../domain/court/hearing-mode.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { printedDate } from "../frame/dates.ts";
import { rulingName } from "./outcome-wording.ts";

const FIELD_NAMES: Readonly<Record<Field, string>> = {
  "public-security": "公安",
  "state-security": "国家安全",
  labour: "人力资源和社会保障（劳动和社会保障）",
  justice: "司法行政",
  "civil-affairs": "民政",
  land: "土地",
  minerals: "地质矿产",
  environment: "生态环境（环保）",
  agriculture: "农业",
  water: "水利",
  forestry: "林业",
  planning: "城乡规划",
  demolition: "房屋征收（拆迁）",
  "property-registration": "不动产登记（房屋登记）",
  "commerce-regulation": "市场监管（工商）",
  quality: "质量监督与特种设备",
  trade: "商务",
  prices: "物价",
  energy: "能源",
  transport: "交通运输",
  "information-industry": "信息产业",
  post: "邮政",
  tobacco: "烟草专卖",
  taxation: "税务",
  "central-bank": "人民银行",
  securities: "证券监管",
  insurance: "保险监管",
  banking: "银行业监管",
  "foreign-exchange": "外汇",
  finance: "财政",
  statistics: "统计",
  audit: "审计",
  customs: "海关",
  "commodity-inspection": "商检",
  "food-and-drugs": "食品药品",
  health: "卫生健康",
  "family-planning": "计划生育",
  education: "教育",
  culture: "文化",
  patents: "专利",
  "trade-marks": "商标",
  copyright: "版权",
  tourism: "旅游",
  other: "其他",
  housing: "住房和城乡建设",
  "urban-management": "城市管理（综合执法）",
  emergency: "应急管理（安全生产）",
  fire: "消防",
  "medical-insurance": "医疗保障",
  veterans: "退役军人事务",
  approvals: "行政审批（政务服务）",
  development: "发展改革",
  sports: "体育",
  "civil-defence": "人民防空",
  "ethnic-and-religious": "民族宗教",
  township: "乡镇（街道）管理",
};

const ACT_NAMES: Readonly<Record<Act, string>> = {
  penalty: "行政处罚",
  "coercive-measure": "行政强制措施",
  "coercive-execution": "行政强制执行",
  coercion: "行政强制（措施或者执行未分）",
  expropriation: "行政征收（征用）",
  levy: "行政征缴",
  fee: "行政收费",
  permit: "行政许可",
  registration: "行政登记",
  adjudication: "行政裁决",
  interference: "干预经营自主权",
  disclosure: "政府信息公开",
  inaction: "不履行法定职责",
  confirmation: "行政确认",
  payment: "行政给付",
  promise: "行政允诺",
  reward: "行政奖励",
  reply: "行政批复",
  handling: "行政处理",
  complaint: "举报投诉处理",
  reconsideration: "行政复议",
  agreement: "行政协议",
  indemnity: "行政补偿",
  compensation: "行政赔偿",
  other: "其他",
};

const LISTED_ACT_NAMES: Readonly<Record<ListedAct, string>> = {
  penalty: "行政处罚",
  coercion: "行政强制",
  expropriation: "行政征收",
  permit: "行政许可",
  title: "行政确权",
  interference: "干预经营自主权",
  disclosure: "信息公开",
  inaction: "行政不作为",
  other: "其他",
};

const PLAINTIFF_KINDS: Readonly<Record<PlaintiffKind, string>> = {
  person: "自然人",
  "legal-person": "法人",
  "other-organisation": "其他组织",
  procurator: "公益诉讼起诉人",
  several: "多类",
};

const PROCEDURES: Readonly<Record<Procedure, string>> = { ordinary: "普通程序", summary: "简易程序" };

const REVIEWS: Readonly<Record<Review, string>> = {
  none: "未经复议",
  upheld: "复议维持",
  changed: "复议改变",
  refused: "复议不予受理或驳回申请",
  yes: "经复议，结果不详",
};

const FORMS: Readonly<Record<CaseForm, string>> = { judgment: "判决", ruling: "裁定", mediation: "调解" };

const MODES: Readonly<Record<HearingMode, string>> = {
  "in-person": "线下",
  online: "线上",
  elsewhere: "异地",
};

/** 线上: how a sitting is held. */
export function modeName(mode: HearingMode): string {
  return MODES[mode];
}

/** 管理领域. */
export function fieldName(field: Field): string {
  return FIELD_NAMES[field];
}

/** 被诉行为种类. */
export function actName(act: Act): string {
  return ACT_NAMES[act];
}

/** One of the nine kinds. */
export function listedActName(act: ListedAct): string {
  return LISTED_ACT_NAMES[act];
}

/** 原告类别. */
export function plaintiffKindName(kind: PlaintiffKind): string {
  return PLAINTIFF_KINDS[kind];
}

/** 审理程序. */
export function procedureName(procedure: Procedure): string {
  return PROCEDURES[procedure];
}

/** 经复议情况. */
export function reviewName(review: Review): string {
  return REVIEWS[review];
}

/** 裁判种类. */
export function formName(form: CaseForm): string {
  return FORMS[form];
}

/** What each class is called. */
const KEY_NAMES: Readonly<Record<ClassKey, string>> = {
  field: "行政管理领域",
  act: "被诉行为种类",
  actTitle: "被诉行为名称",
  compensation: "行政赔偿",
  agreement: "行政协议",
  normReview: "一并审查规范性文件",
  review: "行政复议情况",
  reviewNumber: "复议决定文号",
  reviewBody: "复议机关",
  plaintiffKind: "原告类别",
  acceptedOn: "立案日期",
  closedOn: "结案日期",
  procedure: "审理程序",
  form: "裁判种类",
  ruling: "裁判结果",
  appealed: "是否上诉",
  suggestion: "司法建议文号",
};

/** 行政管理领域, 立案日期. */
export function classKeyName(key: ClassKey): string {
  return KEY_NAMES[key];
}

const yesNo = (value: boolean) => (value ? "是" : "否");
const asWritten = (value: string) => value;
const day = (value: CivilDate) => printedDate(value);

/** How a value of each class is printed. */
const PRINTED: { readonly [Key in ClassKey]: (value: NonNullable<ClassesStated[Key]>) => string } = {
  field: fieldName,
  act: actName,
  actTitle: asWritten,
  compensation: yesNo,
  agreement: yesNo,
  normReview: yesNo,
  review: reviewName,
  reviewNumber: asWritten,
  reviewBody: asWritten,
  plaintiffKind: plaintiffKindName,
  acceptedOn: day,
  closedOn: day,
  procedure: procedureName,
  form: formName,
  ruling: rulingName,
  appealed: yesNo,
  suggestion: asWritten,
};

/** A class's value, as people read it: 公安, 是, 2026年9月3日; 未知 where it isn't known. */
export function classValue<Key extends ClassKey>(key: Key, value: ClassesStated[Key] | undefined): string {
  return value === undefined || value === null
    ? "未知"
    : (PRINTED[key] as (value: NonNullable<ClassesStated[Key]>) => string)(value);
}

/** 行政管理领域公安、立案日期2026年9月3日. */
export function classesWords(values: ClassesStated): string {
  return CLASS_KEYS.filter((key) => values[key] !== undefined)
    .map((key) => `${KEY_NAMES[key]}${classValue(key, values[key])}`)
    .join("、");
}

/** Where a rule looked. */
const PLACES: Readonly<Record<NonNullable<KnownClass<unknown>["proposed"]>["from"], string>> = {
  cause: "案由",
  title: "被诉行为名称",
  agency: "被告名称",
  number: "案号",
  plaintiff: "原告名称",
  parties: "被告和案由",
};

/** By whose word it holds: 系统推定（案由中有“治安”）, 裁判文书等, 法院台账, 人工更正. */
export function basisWords({ by, proposed, value }: KnownClass<unknown>): string {
  const because =
    proposed === undefined
      ? ""
      : `（${PLACES[proposed.from]}${proposed.from === "plaintiff" ? "" : "中有"}“${proposed.words}”）`;
  switch (by) {
    case "rule":
      return `系统推定${because}`;
    case "paper":
      return "法院文书";
    case "ledger":
      return "法院台账";
    case "person":
      return value === undefined ? "人工更正：不清楚" : "人工更正";
    default:
      return by satisfies never;
  }
}
