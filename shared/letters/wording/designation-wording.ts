/** How letters, papers and pages speak of who counts where an agency is designated (出庭指派), and whom the rules propose. */
import { FIELDS, type Field } from "../../domain/classes/field.ts";
import type { HandlingProposal, HandlingReason } from "../../domain/handling/handling-proposal.ts";
import { type Words, worded } from "../frame/worded.ts";
import { fieldName } from "./class-wording.ts";

/** Who counts, wherever somebody is designated: an agency's chief is not the government's. */
export function whoCounts(government: string): readonly string[] {
  return [
    `${government}的正职、副职负责人以及其他参与分管的负责人出庭，方为负责人出庭（法释〔2020〕3号第二条）。`,
    `被指派单位负责应诉准备，其工作人员（包括该单位的局长、主任等）是${government}的“相应的工作人员”（行诉解释第一百三十条），不是${government}的负责人；仅由其出庭的，不计为负责人出庭，登记时须人工认定。`,
    "不得仅委托律师出庭（行诉解释第一百二十八条）。",
  ];
}

/** 建议由某局承办：案由涉及“土地”，按事项由主管部门承办。 */
export function handlingProposalWords({ unit, because, by }: HandlingProposal): string {
  return `建议由${unit.name}承办：${because.map((reason) => worded(REASONS, reason)).join("，")}，${UNITS[by]}。`;
}

const REASONS: Words<HandlingReason, string> = {
  "own-decision": "本案涉及行政复议，仅以复议机关为被告",
  upheld: "本案涉及行政复议，原行政行为机关为共同被告",
  drafted: "被诉行为的起草（经办）单位已经查明",
  words: ({ words }) => `案由涉及${words.map((word) => `“${word}”`).join("、")}`,
  field: ({ field }) =>
    `管理领域为${FIELDS.some((one) => one === field) ? fieldName(field as Field) : field}`,
  always: "按本地规则",
};

const UNITS: Readonly<Record<HandlingProposal["by"], string>> = {
  bureau: "由行政复议机构承办",
  "co-respondent": "由作出原行政行为或者承办协议、补偿事项的共同被告承办",
  drafter: "谁起草（经办）谁承办",
  office: "按事项由主管部门承办",
};
