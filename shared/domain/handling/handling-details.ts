/**
 * What stands on a case handling form (案件办理单) besides summary, proposal and agency: each a text as it was submitted, begun with what the
 * case knows and free to be typed otherwise. What nobody filled in is absent, and blank on paper.
 */

export const HANDLING_KEYS = [
  "number",
  "urgency",
  "secrecy",
  "plaintiffKind",
  "actTitle",
  "actNumber",
  "actDate",
  "claims",
  "review",
  "asked",
  "judge",
  "clerk",
  "courtPhone",
  "defenceDue",
  "handler",
  "handlerPhone",
  "head",
  "opinion",
  "reviewer",
] as const;

/**
 * 文号/专报号, 缓急, 密级; 原告类别; 被诉行为名称, 文号, 日期; 诉讼请求; 经复议情况; 赔偿/协议/附带审查; 法官, 书记员, 电话; 答辩截止; 承办人, 电话; 拟出庭负责人;
 * 司法局审核意见, 审核人.
 */
export type HandlingKey = (typeof HANDLING_KEYS)[number];

export type HandlingDetails = { readonly [Key in HandlingKey]?: string };
