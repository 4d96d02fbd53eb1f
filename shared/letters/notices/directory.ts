/** Letters about the directory (通讯录): an agency it doesn't know, an address that doesn't work. */

import { shortHearingMoment } from "../frame/dates.ts";
import { type ContentOf, fact, facts, type Letter, list, paragraph } from "../frame/letter.ts";
import { shortLine } from "../frame/one-line.ts";
import { caseFacts, caseTitle, hearingFacts, hearingLine } from "../wording/case-wording.ts";

/** 被告名称待核: nobody could be told, since no organisation of that name is known. */
export function unknownAgency({ case: of, name, hearing }: ContentOf<"unknown-agency">): Letter {
  return {
    subject: `【被告名称待核】${of.caseNumber} 名录中没有“${shortLine(name, 30)}”${hearing === undefined ? "" : `，${shortHearingMoment(hearing)}开庭`}，尚未通知`,
    title: "被告名称待核通知",
    asks: [
      { label: "请办", value: `核实“${name}”是哪一单位，补入名录` },
      { label: "注意", value: "该单位尚未收到任何提醒，核实前请先用电话通知" },
      ...(hearing === undefined ? [] : [{ label: "开庭", value: hearingLine(of, hearing) }]),
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，文书所写的被告“${name}”在名录中没有对应单位。为避免误发，系统没有向任何单位发送该案提醒。`,
      ),
      facts(
        fact("待核名称", name),
        ...caseFacts(of),
        ...(hearing === undefined ? [] : hearingFacts(hearing)),
      ),
      list(
        "是名录中已有单位的曾用名、简称或者笔误：请在该单位的别名中加入上述名称。",
        "是新单位：请在名录中登记其全称、层级、辖区、上级单位和联系人。",
        "更新名录后，系统在下一个工作日上午自动补发该案提醒。",
      ),
    ],
  };
}

/** 地址失效: a mail came back, or there is no address. */
export function addressFailed({
  organisationName,
  address,
  cause,
  subject,
}: ContentOf<"address-failed">): Letter {
  return {
    subject: `【地址失效】${shortLine(subject, 40)} ${shortLine(organisationName, 30)}收不到邮件，请更正并电话通知`,
    title: "联系地址失效通知",
    asks: [
      { label: "请办", value: `电话通知${organisationName}，并更正名录中的电子邮箱` },
      { label: "注意", value: `“${subject}”的提醒没有送到` },
    ],
    body: [
      paragraph(`发给${organisationName}的提醒没有送到，更正前系统不再向该地址发送邮件。`),
      facts(
        fact("单位", organisationName),
        fact("原地址", address ?? "名录中没有"),
        fact("原因", cause),
        fact("涉及事项", subject),
      ),
      paragraph("更正名录后，新的提醒按新地址发送；已退回的提醒请以电话等方式告知对方。"),
    ],
  };
}
