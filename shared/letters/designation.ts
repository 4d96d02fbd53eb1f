/** The case handling form (案件办理单), where the government itself is sued. */
import { caseFacts, caseTitle, hearingFacts, hearingLine } from "./case-wording.ts";
import { printedMoment } from "./dates.ts";
import { type ContentOf, fact, facts, heading, type Letter, list, paragraph } from "./letter.ts";

const TO_FILL_IN = "（待填写）";

/** 案件办理单: the bureau adds its proposal, the government approves and designates who must appear. */
export function caseHandlingForm({
  case: of,
  government,
  documentKind,
  receivedAt,
  hearing,
}: ContentOf<"case-handling-form">): Letter {
  const paper = documentKind === "summons" ? "传票" : "上诉状";
  return {
    subject: `【案件办理单】${of.caseNumber} ${government}被诉，请填写应诉建议并报批指派出庭`,
    title: "案件办理单",
    asks: [
      { label: "请办", value: `填写应诉建议，报${government}审批并指派出庭应诉单位` },
      hearing === undefined
        ? { label: "时限", value: "收到后即办；开庭时间确定后另行提醒" }
        : { label: "开庭", value: `${hearingLine(of, hearing)}；请在开庭前留足出庭准备时间` },
    ],
    body: [
      paragraph(
        `收到${of.court}${caseTitle(of)}的${paper}，${government}为被诉行政机关，请按出庭指派程序办理。`,
      ),
      facts(
        ...caseFacts(of),
        fact("收件", `${paper}，${printedMoment(receivedAt)}收到`),
        ...(hearing === undefined ? [] : hearingFacts(hearing)),
        fact("应诉建议", TO_FILL_IN, ["由司法局填写"]),
        fact("审批意见", TO_FILL_IN, [`由${government}填写：同意，或者退回并说明理由`]),
        fact("指派单位", TO_FILL_IN, ["负责出庭应诉的行政机关"]),
      ),
      heading("指派时请注意"),
      list(
        `${government}的正职、副职负责人以及其他参与分管的负责人出庭，方为负责人出庭（法释〔2020〕3号第二条）。`,
        "政府法制工作机构或者具体承办机关的工作人员，可以作为相应的工作人员出庭（行诉解释第一百三十条），但不是负责人。",
        "不得仅委托律师出庭（行诉解释第一百二十八条）。",
      ),
    ],
  };
}
