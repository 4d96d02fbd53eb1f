/** What are the further fields of a case handling form (案件办理单) called? */

import type { CaseFile } from "../../domain/case-file/state.ts";
import { type Instance, instanceOf } from "../../domain/court/case-number.ts";
import {
  HANDLING_KEYS,
  type HandlingDetails,
  type HandlingKey,
} from "../../domain/handling/handling-details.ts";
import { fact, type LabelledFact } from "../frame/letter.ts";

const NAMES: Readonly<Record<HandlingKey, string>> = {
  number: "文号（专报号）",
  urgency: "缓急",
  secrecy: "密级",
  plaintiffKind: "原告类别",
  actTitle: "被诉行为名称",
  actNumber: "被诉行为文号",
  actDate: "被诉行为日期",
  claims: "诉讼请求",
  review: "经复议情况",
  asked: "赔偿、协议、附带审查",
  judge: "承办法官",
  clerk: "书记员",
  courtPhone: "法院联系电话",
  defenceDue: "答辩截止",
  handler: "承办人",
  handlerPhone: "承办人电话",
  head: "拟出庭负责人",
  opinion: "司法局审核意见",
  reviewer: "审核人",
};

/** 被诉行为名称. */
export function handlingKeyName(key: HandlingKey): string {
  return NAMES[key];
}

const INSTANCES: Readonly<Record<Instance, string>> = {
  first: "一审",
  second: "二审",
  retrial: "再审",
  other: "",
};

/** 审级, by the case's number; empty where it says none. */
export function instanceName({ caseNumber }: Pick<CaseFile, "caseNumber">): string {
  return INSTANCES[instanceOf(caseNumber)];
}

/** What was filled in, in the form's order. */
export function handlingFacts(details: HandlingDetails = {}): readonly (LabelledFact | undefined)[] {
  return HANDLING_KEYS.map((key) => fact(NAMES[key], details[key]));
}
