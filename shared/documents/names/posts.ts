/** What are posts called? The nouns in which a title ends: 局长, 科员, 律师; of an agency, a firm or a profession. */
import { anyOf, wordList } from "../text/words.ts";

const RANKS = wordList(`
  主任科员 法律顾问 公职律师 法治审核员 总工程师 总规划师 总经济师 总会计师 总农艺师
  党组成员 党委成员 党工委委员 党委委员 政治委员 工作人员 执法人员 代理人员 工作者
  负责人 负责同志 秘书长 督察长 巡视员 调研员 教导员 指导员 办事员 法制员 检查员 审核员 监督员 专员
  常委 委员 成员 政委 书记 主任 主席`);
/** The chief of an organ, by its level or its kind. */
const CHIEFS = wordList(`
  局长 厅长 部长 省长 市长 县长 区长 镇长 乡长 旗长 州长 盟长 关长 监狱长
  总队长 支队长 大队长 中队长 队长 所长 科长 股长 处长 室长 院长 校长 会长 理事长 站长 组长 行长 司长 警长`);
const OTHERS = wordList(`
  科员 职员 职工 干部 干警 公务员 民警 警官 警员 辅警 律师 助理 经理 董事长 正职 副职 领导`);

/** Nouns of posts, the longer first, as a pattern. */
export const POSTS = anyOf(RANKS, CHIEFS, OTHERS);
const POST_END = new RegExp(`${POSTS}$`, "u");

/** Whether a text ends as the title of a post does. */
export function isTitle(text: string): boolean {
  return POST_END.test(text);
}
