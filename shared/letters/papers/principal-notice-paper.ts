/** 主要负责人出庭应诉通知书: a bureau tells an agency that its principal (正职) is to appear himself, as a sealed letter. */
import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { PrincipalOwed } from "../../domain/principals/principal.ts";
import { heading, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { hearingLine } from "../wording/case-wording.ts";
import { principalReasons } from "../wording/principal-wording.ts";
import { type AgencyPaper, BLANK_NUMBER, blank, caseNamed, sealed } from "./agency-paper.ts";

export interface PrincipalNoticePaper extends AgencyPaper {
  /** In whose name it is. */
  readonly bureau?: string;
  readonly hearing: HearingDetails;
  readonly owed: PrincipalOwed;
}

/** The letter; its number is given by whoever seals it. */
export function principalNoticePaper(paper: PrincipalNoticePaper): OfficialDocument {
  const { case: of, respondent, bureau, hearing, owed, principal } = paper;
  const issuer = bureau ?? blank(8);
  return {
    masthead: issuer,
    number: BLANK_NUMBER,
    title: "主要负责人出庭应诉通知书",
    addressee: respondent,
    body: [
      paragraph(
        `${of.court}受理的${caseNamed(of)}，应由你单位主要负责人${principal === undefined ? "" : `${principal.name}同志`}出庭应诉。事由：${principalReasons(owed.reasons)}。`,
      ),
      heading(1, "开庭时间和地点"),
      paragraph(`${hearingLine(of, hearing)}；有变化的，以人民法院的通知为准。`),
      heading(1, "有关要求"),
      paragraph(
        `请携带负责人身份证明书按时到庭，就案件事实和实质性化解争议发表意见。确因正当事由不能出庭的，请书面说明理由、附证明材料${owed.approval === undefined ? "" : `，经${owed.approval}批准`}，并由其他负责人出庭。`,
      ),
    ],
    signature: sealed(issuer),
  };
}
