/** What do letters ask an agency to prepare: its report, the papers for the hearing, and what to do if its head can't appear. */
import { instanceOf } from "../../domain/court/case-number.ts";
import type { CaseSummary } from "../../domain/notices/frame/shown.ts";
import { type Block, heading, list, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { bureauToAsk } from "./signer-wording.ts";

/** What the three-day report should hold. */
export function reportContents(respondent: string): readonly Block[] {
  return [
    heading("报告内容"),
    list(
      `${respondent}被诉行政行为和案件基本情况。`,
      "应诉意见：答辩要点，是否可以化解争议。",
      "拟出庭负责人的姓名、职务；不能出庭的，说明理由并附证明材料。",
      "案件承办人和联系电话。",
    ),
  ];
}

/** What must be in the bag. */
export function papersToBring({ caseNumber }: CaseSummary): readonly Block[] {
  const defence =
    instanceOf(caseNumber) === "first"
      ? "答辩状以及作出行政行为的证据和所依据的规范性文件（应在收到起诉状副本之日起十五日内提交法院，行政诉讼法第六十七条）。"
      : "答辩状或者上诉状，以及需要出示的证据材料。";
  return [
    heading("开庭须带材料"),
    list(
      "负责人身份证明：载明姓名、职务，加盖本机关印章，庭前提交。不符合要求又未补正的，视为未出庭（法释〔2020〕3号第六条）。",
      "授权委托书：另行委托工作人员、律师的，载明委托事项和权限，加盖本机关印章。",
      "居民身份证：负责人和委托代理人各带本人原件。",
      defence,
    ),
  ];
}

/** What to do then, and what counts as a reason. */
export function ifHeadCannotAppear(signer: Signatory): readonly Block[] {
  return [
    heading("负责人不能出庭的"),
    paragraph(
      `限于不可抗力、意外事件、需要履行他人不能代替的公务等正当事由（法释〔2020〕3号第八条）。请尽快向法院说明理由，提交加盖本机关印章或者由主要负责人签字的证明材料，由法院审查（同上第九条），并同时告知${bureauToAsk(signer)}。`,
    ),
    paragraph(
      "负责人不能出庭的，应当委托本机关相应的工作人员出庭，不得仅委托律师出庭（行诉解释第一百二十八条）。",
    ),
  ];
}
