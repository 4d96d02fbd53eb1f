/** How letters and pages say that a principal is owed (应由正职出庭), why, and what became of it. */

import type { PrincipalShown } from "../../domain/notices/principal.ts";
import type { CallClass } from "../../domain/principals/must-class.ts";
import type { CallChoice, PrincipalReason } from "../../domain/principals/principal.ts";
import { type Block, paragraph } from "../frame/letter.ts";

const CLASSES: Readonly<Record<CallClass, string>> = {
  "food-drug": "食品药品安全",
  environment: "生态环境和资源保护",
  "public-health": "公共卫生安全",
  attention: "社会高度关注",
  mass: "可能引发群体性事件",
  "weighty-interests": "涉及重大人身、财产权益",
  "public-interest-suit": "行政公益诉讼",
  "superior-document": "上级机关规范性文件要求负责人出庭",
  "court-decides": "人民法院认为需要通知",
};

export function callClassName(one: CallClass): string {
  return CLASSES[one];
}

const REASONS: Readonly<Record<PrincipalReason, string>> = {
  court: "人民法院通知主要负责人出庭",
  class: "属于应由正职出庭的案件类别",
  "first-of-year": "本单位年度第一件行政诉讼案件",
  government: "以政府为被告",
  repeat: "负责人此前未出庭，或者人民法院再次通知出庭",
  bureau: "司法局要求正职出庭",
};

/** 应由正职出庭, what makes it so in brackets. */
export function principalWords(reasons: readonly PrincipalReason[]): string {
  return `应由正职出庭（${principalReasons(reasons)}）`;
}

export function principalReasons(reasons: readonly PrincipalReason[]): string {
  return reasons.map((one) => REASONS[one]).join("；");
}

/** What the bureau chose, as a sentence. */
export function choiceWords({ classes, principals, text }: CallChoice): string {
  const is =
    classes.length === 0
      ? "不列入应当通知负责人出庭的类别"
      : `列为${classes.map(callClassName).join("、")}案件`;
  const who = principals.length === 0 ? "" : `，要求${principals.join("、")}正职出庭`;
  return `${is}${who}${text === "" ? "" : `：${text}`}`;
}

/** What a principal who can't come owes. */
export function absenceOfPrincipal({ approval }: PrincipalShown): string {
  return `主要负责人确实不能出庭的，在三日报告中写明原因${approval === undefined ? "" : `，并经${approval}同意`}`;
}

/** Beside the rest of a letter about a hearing; nothing where no principal is owed. */
export function principalBlocks(principal: PrincipalShown | undefined): readonly Block[] {
  return principal === undefined
    ? []
    : [
        paragraph(
          `本案应由正职出庭：${principalReasons(principal.reasons)}。${absenceOfPrincipal(principal)}。`,
        ),
      ];
}
