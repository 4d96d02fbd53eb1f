/**
 * Which words begin with the character of a family name and are no names? 方便, 和解, 向法庭: a text that begins with one
 * of them is no person's name, whatever follows.
 */
import { anyOf, wordList } from "../text/words.ts";

const OF_PROCEDURE = wordList(`
  申请 许可 和解 应当 应诉 应到 应予 成立 解释 解除 强制 公开 程序 简易 保证 保留 计算 时效 项目 庭审
  通知 通告 通报 温馨 查明 查清 文书 文件 原告 原审 原件 代理 代表 代为 司法 同意 路途 向法 来院 全权`);
const OF_OFFICES = wordList(`
  公安 公司 公民 公务 纪检 纪委 单位 常务 常委 党组 党委 党工 党支 党总 党政 党群 党员 高级 管理 官方 成员 安排 安全 任何 任职 门口 台账 席位`);
const OF_THINGS = wordList("房屋 金额 余款 相同 相关 相应 相对 商业 商品 石油 边界 计划 白天 冶金 冶炼");
const OF_SENTENCES = wordList(`
  时间 方便 方面 强调 明确 明白 全部 全体 单独 包括 现在 符合 严重 严格 连续 左右 支持 都是 于法 连同 来源 易地 全称
  有事 有病 有会 有空 有关 有无 有权 应邀 应约 要事 秘书`);

/** Begins with a word that is no name. */
export const BEGINS_NO_NAME = new RegExp(`^${anyOf(OF_PROCEDURE, OF_OFFICES, OF_THINGS, OF_SENTENCES)}`, "u");

const WHERE_A_CHIEF_IS = wordList(`
  空缺 空岗 空[出不] 迟到 迟来 马上 正[停赶在忙要常从往] 应酬 常驻 常年 全[忙天都病] 都[忙病在开去] 包[村案保] 支[援教] 党[校课代] 公[休差出干]
  海外 国外 国培 高烧 高血压 病 毛病 骨折 麻醉 怀孕 有[孕课约急情任安会病] 门诊 阳性 阴性 康[复养] 养[病伤老] 修[养假路车] 休 续[假会] 丧假 戴孝
  家[访事里中属人长会] 路[上滑断途] 堵 车[祸坏辆] 滑倒 滑坡 山[洪火区里] 水灾 洪[涝水] 暴[雨病] 雪灾 河里 楼[上下] 宿醉 双[规开停休] 查[办岗案看] 官司
  挂[职点] 任[期务职] 初[步到任病] 晋升 荣[休升] 解[答决职聘] 候[任补会车] 归[队来] 战备 练兵 下 卸任 离任 调[走离研]`);
const HOW_A_CHIEF_IS = wordList(`
  工作 业务 事务 事情 身体 太忙 很忙 时[常间] 从[来未省事政] 向来 明[早天晚] 平[时常] 连[夜日续线] 须[要知] 习惯 宣[讲布传] 后[天来台勤] 方[才外便] 顾不 谢绝 干[活预]
  关[注心机照门系] 步行 居[家住] 满[意员口] 充[分电任] 通[话勤知] 终[止于] 幸[好运] 相[继约] 盖章 敬请 保重 付款 尚[未缺] 来[过晚迟电函自] 长[期假途跑]
  双方 于[省今外] 况且 余[下事] 费[时心] 游[说学] 冷静 麻烦 简[报单] 安[检装置排] 花[费时] 别[忙处来] 盘[点问] 商[谈议讨调] 强[烈行制调] 诸多 陆续 焦急 怀疑
  索要 能[来到力] 闻讯 贡献 劳[累动] 申[报请] 慕名 容[易后] 慎重 衡量 越来越 隆重 辛苦 那[天时] 曾经 经[常省批] 管控 杜绝 施[工救] 谈[话判事] 招[商待呼] 接待 值守 列席 陪同`);
const WHO_IS_NONE = wordList(`
  医师 教师 秘书 司机 助[理手] 随从 亲属 同事 下属 专程 特[地意] 如期 首次 随[同后] [一共]同 及时 全程 带[队领] 率 主动 提前 中途 临时 亲[自临] 答应 承诺 保证
  决定 同意 坚持 希望 打算 准备 计划 负责 应[当该邀约] 必须 按时 准时 如约 依[约法] 表示 确[认定实] 届时 稍后 立即 突[然发] 忽然 实际 当庭 书面 口头 签[字发了] 指示 交代 嘱托`);

/** What is said right behind a chief's post and is no name, though some of it begins with a family name: 局长马上到庭. */
export const NO_NAME_BEHIND_POST = new RegExp(
  `^(?:员|${anyOf(WHERE_A_CHIEF_IS, HOW_A_CHIEF_IS, WHO_IS_NONE)})`,
  "u",
);
