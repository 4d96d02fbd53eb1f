/**
 * Which words begin with the character of a family name and are no names? 方便, 和解, 向法庭: a text that begins with one
 * of them is no person's name, whatever follows.
 */
import { anyOf, wordList } from "../text/words.ts";

const OF_PROCEDURE = wordList(`
  申请 许可 和解 应当 应诉 应到 应予 成立 解释 解除 强制 公开 程序 简易 保证 保留 计算 时效 项目 庭审
  通知 通告 通报 温馨 查明 查清 文书 文件 原告 原审 原件 代理 代表 代为 司法 同意 路途 向法 来院 全权`);
const OF_OFFICES = wordList(`
  公安 公司 公民 公务 纪检 纪委 单位 常务 常委 党组 党委 党员 高级 管理 官方 成员 安排 安全 任何 任职 门口 台账 席位`);
const OF_THINGS = wordList("房屋 金额 余款 相同 相关 相应 相对 商业 商品 石油 边界 计划 白天 冶金 冶炼");
const OF_SENTENCES = wordList(`
  时间 方便 方面 强调 明确 明白 全部 全体 单独 包括 现在 符合 严重 严格 连续 左右 支持 都是 于法 连同 来源 易地 全称
  有事 有病 有会 有空 有关 有无 有权 应邀 应约 要事 秘书`);

/** Begins with a word that is no name. */
export const BEGINS_NO_NAME = new RegExp(`^${anyOf(OF_PROCEDURE, OF_OFFICES, OF_THINGS, OF_SENTENCES)}`, "u");
