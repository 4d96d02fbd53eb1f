/**
 * Whether a case involves an enterprise (涉企案件): by its plaintiffs' names, beside what a court's ledger says.
 * Sources: 民法典 §54 (个体工商户), §76 (营利法人), §99 and §101 (农村集体经济组织 and 村民委员会 are special legal
 * persons, no enterprises), §102 (个人独资企业、合伙企业、专业服务机构); 农民专业合作社法 §2.
 * A name that leaves it open is not guessed at.
 */

import { endsAsOrgan, JUDICIAL_ENDINGS } from "./organ-endings.ts";

/** What a name shows, for the person who checks it. */
export type EnterpriseSign =
  | { readonly type: "no-name" }
  | { readonly type: "no-enterprise"; readonly name: string; readonly kind: OrganisedOtherwise }
  | { readonly type: "enterprise"; readonly name: string; readonly kind: EnterpriseForm }
  /** A person who sues for a business: 王某（某百货店经营者）. */
  | { readonly type: "in-trade"; readonly name: string; readonly trade: string }
  | { readonly type: "person"; readonly name: string }
  | { readonly type: "unclear"; readonly name: string };

/** `enterprise` undefined: the name leaves it open. */
export interface EnterpriseJudgement {
  readonly enterprise: boolean | undefined;
  readonly because: EnterpriseSign;
}

/** What a ledger states and the names show, where they contradict each other and a person must look. */
export interface EnterpriseConflict {
  readonly stated: boolean;
  readonly because: EnterpriseSign;
}

/** Judges one plaintiff by its name as a court wrote it, with whatever stands in its brackets. */
function judgePlaintiff(name: string): EnterpriseJudgement {
  const written = name.normalize("NFKC").replace(/[\s\p{Cc}\p{Cf}]/gu, "");
  const plain = written
    .replace(/\([^()]*\)/gu, "")
    .replace(/等(?:\d+|[一二三四五六七八九十百]+)?[人户名]?$/u, "");
  const organisation = plain.split(/[,;]/u)[0] ?? "";
  if (plain === "") return { enterprise: undefined, because: { type: "no-name" } };
  const none = NO_ENTERPRISE.find(([end]) => end.test(organisation));
  if (none !== undefined)
    return { enterprise: false, because: { type: "no-enterprise", name: organisation, kind: none[1] } };
  const kind = ENTERPRISES.find(([words]) => words.test(organisation));
  if (kind !== undefined)
    return { enterprise: true, because: { type: "enterprise", name: organisation, kind: kind[1] } };
  // 王某（某百货店经营者）, 王某，个体工商户: the person stands for the business.
  const trade = /个体工商户|经营者|业主(?!委)|个人独资|企业主/u.exec(written.slice(organisation.length));
  if (trade !== null)
    return { enterprise: true, because: { type: "in-trade", name: written, trade: trade[0] } };
  if (PERSON.test(organisation))
    return { enterprise: false, because: { type: "person", name: organisation } };
  return { enterprise: undefined, because: { type: "unclear", name: organisation } };
}

/** Judges the plaintiffs of a case: one enterprise suffices; none only where that is clear of each. */
export function judgePlaintiffs(names: readonly string[]): EnterpriseJudgement {
  const judgements = names.map(judgePlaintiff);
  return (
    judgements.find(({ enterprise }) => enterprise === true) ??
    judgements.find(({ enterprise }) => enterprise === undefined) ??
    judgements[0] ?? { enterprise: undefined, because: { type: "no-name" } }
  );
}

/** Where a ledger's column says one thing (`stated`) and the names of the plaintiffs clearly another; else undefined. */
export function enterpriseConflict({
  stated,
  plaintiffs,
}: {
  readonly stated: boolean | undefined;
  readonly plaintiffs: readonly string[];
}): EnterpriseConflict | undefined {
  const { enterprise, because } = judgePlaintiffs(plaintiffs);
  return stated === undefined || enterprise === undefined || enterprise === stated
    ? undefined
    : { stated, because };
}

/** The names in a cell or a line: 甲公司、乙等3人. A firm's own 、 doesn't occur; its brackets may hold a comma. */
export function plaintiffsIn(text: string): string[] {
  return text
    .replace(/(\p{Script=Han})\s*\n\s*(?=\p{Script=Han})/gu, "$1\n")
    .split(/[、；;\n]|[，,](?![^（(]*[）)])/u)
    .map((name) => name.trim())
    .filter((name) => name !== "" && !/^[-—–/\\]+$/u.test(name));
}

/** Ends of names that settle that there is no enterprise, whatever stands before them (某公司工会委员会). */
const NO_ENTERPRISE = [
  [/(?:村|居)(?:民|委)?(?:委员会|委会)$|村委$|居委$|^.*社区$/u, "villagers-committee"],
  [/业主(?:大会|委员会)$|业委会$/u, "owners-committee"],
  [/(?:村民|居民|生产|经济)?(?:小组|生产队)$|(?:村|组)(?:民)?集体$/u, "villagers-group"],
  [/(?:股份)?经济(?:合作社|合作联合社|联合社|联合总社|合作总社)$/u, "rural-collective"],
  [/(?:学校|大学|学院|中学|小学|幼儿园|党校|职专|中专|一中|二中)$/u, "school"],
  [/(?:工会|工会委员会|总工会|妇联|共青团)$/u, "mass-organisation"],
  [/(?:协会|学会|商会|联合会|基金会|促进会|研究会)$/u, "association"],
  [/(?:教堂|教会|寺|庙|道观|清真寺)$/u, "place-of-worship"],
  [
    endsAsOrgan(["government", "subdistrict", "administration", "bureau", "department"], JUDICIAL_ENDINGS),
    "state-organ",
  ],
] as const;

/** What is organised and still no enterprise. */
export type OrganisedOtherwise = (typeof NO_ENTERPRISE)[number][1];

/** Words that make a name an enterprise's: legal forms anywhere, what shops and works are called at the end. */
const ENTERPRISES = [
  [/公司/u, "company"],
  [/集团$/u, "group"],
  [/合伙企业|个人独资企业|企业$/u, "firm"],
  [/个体工商户/u, "self-employed"],
  [/合作社(?:联合社)?$|合作联社$/u, "cooperative"],
  [
    /(?:律师|会计师?|审计|税务师?|评估|设计|法律服务|专利|商标|咨询)?(?:事务所|法律服务所)$/u,
    "professional-firm",
  ],
  [/(?:工厂|总厂|分厂|(?<!电磁)厂)$/u, "factory"],
  [
    /(?:家庭农场|农场|林场|牧场|养殖场|饲养场|种植园|采石场|砖场|料场|石料场|屠宰场|加工场|洗车场|驾校)$/u,
    "farm-or-yard",
  ],
  [
    /(?:经营|营业|门市|批发|销售|零售|服务|维修|修理|加工|供应|购销|印刷|理发|美容|配送|项目)部$/u,
    "trading-department",
  ],
  [/(?:商行|商社|商店|商场|商厦|百货|超市|市场|大厦|车行|电器行|茶行|粮行|银行|洋行)$/u, "shop"],
  [/(?:店|铺|馆|楼|坊|庄|屋|吧|城|汇|阁|轩|居|斋|堂|苑)$/u, "house"],
  [
    /(?:药房|诊所|门诊部|餐厅|食堂|网吧|工作室|作坊|摄影|厨房|小吃|便利|门窗|烘焙|造型|会所|站点|摊位?|档口)$/u,
    "small-business",
  ],
  [/信用(?:合作)?社$|分行$|支行$|电站$|加油站$|加气站$|收购站$|充电站$|煤矿$|铁矿$|矿$|窑$/u, "works"],
] as const;

/** What an enterprise is by its name; `house`: the many endings of shops and restaurants (店、楼、阁). */
export type EnterpriseForm = (typeof ENTERPRISES)[number][1];

const SURNAMES =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲封芮靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫付仝亓信";
/** A person: a surname and one or two characters, or what courts put for them (张某, 李某某, 王×, 孙某甲). */
const PERSON = new RegExp(
  `^(?:[${SURNAMES}]|欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒)(?:某{1,2}[甲乙丙丁戊\\d]?|[×Xx*＊○]{1,2}|\\p{Script=Han}{1,2})$`,
  "u",
);
