/**
 * How do the names of those end who are neither agencies nor persons: companies, shops, schools, associations, groups of
 * villagers? Such an ending shows that a name is complete, so that what follows is no part of it.
 */
import { anyOf, wordList } from "../text/words.ts";

const COMPANIES = wordList("公司 集团 企业 个体工商户 工作室 站 馆 合作社 厂 中心 市场");
/** （普通合伙）: the form of a partnership ends its name and is no remark. */
export const PARTNERSHIP = "(?:(?:特殊)?普通合伙|有限合伙)";
const SHOPS = wordList(`
  店 商行 超市 商贸行 商场 商城 药房 经营部 门市部 服务部 加工部 销售部 批发部 维修部 美容院`);
const GUESTS = wordList("宾馆 网吧 饭庄 饭店 酒店 酒楼 茶楼 餐厅 饭馆 客栈 民宿 会所 影城 浴池 农家乐");
const WORKS = wordList(`
  农场 林场 养殖场 [养殖猪鸡牛羊鸭鱼砖石砂木矿]场 砂石场 采石场 加工场 停车场 屠宰场 洗煤场 运输队 工程队`);
const SCHOOLS = wordList("学校 小学 中学 大学 学院 幼儿园 驾校 研究院 研究所");
const HEALTH = wordList("医院 卫生院 诊所 卫生室 门诊部 养老院 敬老院");
const BODIES = wordList("委员会 村委会 居委会 事务所 小组 基金会 协会 学会 商会 联合会 促进会 检察院");
/** 第三村民组, 王家庄组 */
const GROUPS = [String.raw`[一二三四五六七八九十\d]组`, "村民组", String.raw`[村寨屯]\p{Script=Han}{1,6}组`];

/** A name that ends so is complete. */
export const COMPLETE = new RegExp(
  `${anyOf(COMPANIES, [`（${PARTNERSHIP}）`], SHOPS, GUESTS, WORKS, SCHOOLS, HEALTH, BODIES, GROUPS)}$`,
  "u",
);

/** Endings by which a name is found in a sentence that runs on without a mark, the more usual ones only. */
export const UNDERTAKINGS: readonly string[] = wordList(
  "公司 合作社 厂 中心 学校 医院 商行 经营部 超市 协会 商会",
);
