/** Letters of what agency and court let each other know before a hearing (庭前双向沟通). */

import type { BeforeHearingNotices } from "../../domain/notices/before-hearing.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { printedMoment, shortHearingMoment } from "../frame/dates.ts";
import { type Block, fact, facts, heading, type Letter, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { caseFacts, caseTitle, hearingFacts, hearingLine } from "../wording/case-wording.ts";
import { ifHeadCannotAppear, papersToBring } from "../wording/hearing-preparation.ts";
import { jointLine } from "../wording/joint-wording.ts";
import { LEGAL_BASIS } from "../wording/legal-basis.ts";
import { verdictDuty, verdictName } from "../wording/obstacle-wording.ts";
import { groundName } from "../wording/report-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 出庭通知书 received: the court has notified the head, who must come or give reasons. */
function appearanceNotice(
  { case: of, respondent, hearing, receivedAt }: NoticeContent<"appearance-notice">,
  signer: Signatory,
): Letter {
  return {
    subject: `【出庭通知】${of.caseNumber} 法院通知负责人出庭（${shortHearingMoment(hearing)}）`,
    title: "人民法院通知负责人出庭",
    asks: [
      { label: "请办", value: "落实负责人出庭；确有正当理由不能出庭的，立即向法院说明" },
      { label: "开庭", value: hearingLine(of, hearing) },
    ],
    body: [
      paragraph(
        `${of.court}就${caseTitle(of)}发出出庭通知书，通知${respondent}负责人出庭应诉（法释〔2020〕3号第四条、第五条）。经法院通知的，负责人应当出庭；本案此前开庭已经出庭的，也应当按通知再次出庭。`,
      ),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing),
        fact("收件", `出庭通知书，${printedMoment(receivedAt)}收到`),
      ),
      ...papersToBring(of),
      ...ifHeadCannotAppear(signer),
    ],
  };
}

/** 庭前提示, in the court's words. */
function courtNote({ case: of, hearing, text, receivedAt }: NoticeContent<"court-note">): Letter {
  return {
    subject: `【庭前提示】${of.caseNumber} 法院提示开庭注意事项，请阅办`,
    title: "人民法院庭前提示",
    asks: [
      { label: "请办", value: "按法院提示做好开庭准备；有疑问的，请直接联系承办法官" },
      ...(hearing === undefined ? [] : [{ label: "开庭", value: hearingLine(of, hearing) }]),
    ],
    body: [
      paragraph(`${of.court}就${caseTitle(of)}提示如下（${printedMoment(receivedAt)}收到，系法院原文）：`),
      heading("法院提示"),
      ...paragraphs(text),
      facts(...caseFacts(of), ...(hearing === undefined ? [] : hearingFacts(hearing))),
    ],
  };
}

function paragraphs(text: string): readonly Block[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => paragraph(line.trim()));
}

/** 由谁出庭说法不一致, to the respondents, which agree on it, or to the bureau, which sees to it. */
function appearanceContradicted({
  case: of,
  respondent,
  hearing,
  words,
  reader,
}: NoticeContent<"appearance-contradicted">): Letter {
  return {
    subject: `【由谁出庭】${of.caseNumber} 共同被告关于由谁出庭的说法不一致，请${reader === "agency" ? "协商后重新报告" : "协调"}`,
    title: "由哪家单位负责人出庭，说法不一致",
    asks: [
      {
        label: "请办",
        value:
          reader === "agency"
            ? "与其他被告协商一致，重新提交三日报告；协商不成的，请人民法院确定，或者负责人出庭"
            : "督促各被告协商一致；协商不成的，请其报人民法院确定",
      },
      ...(hearing === undefined ? [] : [{ label: "开庭", value: hearingLine(of, hearing) }]),
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，各被告报告的出庭单位不一致。共同被告可以协商确定由其中一方的负责人出庭，也可以由人民法院确定（法释〔2020〕3号第三条）。没有一致意见的，${respondent}负责人仍应当出庭。`,
      ),
      facts(
        ...caseFacts(of),
        ...(hearing === undefined ? [] : hearingFacts(hearing)),
        ...words.map(({ saidBy, ...joint }) => fact(`${saidBy}报告`, jointLine(joint))),
      ),
    ],
  };
}

/** 由谁出庭尚未确定, to the court. */
function appearanceUnsettled({
  case: of,
  hearing,
  words,
  silent,
}: NoticeContent<"appearance-unsettled">): Letter {
  return {
    subject: `【由谁出庭】${of.caseNumber} 临近开庭，共同被告由哪家单位负责人出庭尚未确定`,
    title: "共同被告由哪家单位负责人出庭尚未确定",
    asks: [
      { label: "请办", value: "需要由贵院确定的，请以出庭通知书写明由哪家单位负责人出庭" },
      { label: "开庭", value: hearingLine(of, hearing) },
    ],
    body: [
      paragraph(
        `${caseTitle(of)}有共同被告，可以协商确定由其中一方的负责人出庭，也可以由人民法院确定（${LEGAL_BASIS.joint}）。截至目前，各方${words.length === 0 ? "没有说明由谁出庭" : "说法不一致，或者没有说全"}。司法局同时联系各单位。`,
      ),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing),
        ...words.map(({ saidBy, ...joint }) => fact(`${saidBy}报告`, jointLine(joint))),
        silent.length === 0 ? undefined : fact("尚未说明", silent.join("、")),
      ),
      paragraph("在确定之前，各被告均按负责人出庭准备。本函只作提示，不影响对任何单位出庭情况的认定。"),
    ],
  };
}

/** 出庭障碍, to the court, which judges it, or to the bureau, which supervises. */
function obstacleReported({
  case: of,
  respondent,
  hearing,
  by,
  ground,
  explanation,
  proofs,
  reader,
}: NoticeContent<"obstacle-reported">): Letter {
  const court = reader === "court";
  return {
    subject: `【出庭障碍】${of.caseNumber} ${respondent}报告负责人可能不能出庭（${shortHearingMoment(hearing)}）`,
    title: "负责人出庭障碍报告",
    asks: [
      {
        label: "请办",
        value: court
          ? "审查理由是否成立，在办理页面答复准许或者不准许；需要证明材料的，请直接通知该机关"
          : "督促该机关改派其他负责人出庭，或者向法院提交证明材料",
      },
      { label: "开庭", value: hearingLine(of, hearing) },
    ],
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}报告其负责人出庭有障碍。`),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing),
        fact("理由", groundName(ground)),
        fact("具体情况", explanation),
        fact("证明材料", proofs?.join("；")),
        fact("报告人", by),
      ),
      paragraph(
        "正当理由限于不可抗力、意外事件、需要履行他人不能代替的公务以及其他正当事由，须提交加盖机关印章或者由主要负责人签字的证明材料，由人民法院审查（法释〔2020〕3号第八条、第九条）。其他负责人可以出庭的，应当由其他负责人出庭。",
      ),
      ...(court
        ? [
            paragraph(
              "请在办理页面答复准许或者不准许，系统即时告知该机关和司法局；准许延期的，新的开庭时间以传票为准。",
            ),
          ]
        : []),
      ...(court ? [paragraph("本邮件由系统转达，不代替该机关向法院提交的书面说明和证明材料。")] : []),
    ],
  };
}

/** 法院答复, to the agency, its head, the bureau, or the government that designated the agency. */
function obstacleAnswered(content: NoticeContent<"obstacle-answered">): Letter {
  const { case: of, respondent, hearing, verdict, reason, by, ground } = content;
  const when = shortHearingMoment(hearing);
  return {
    subject: `【法院答复】${of.caseNumber} ${
      {
        "put-off": `准许延期，${when}不开庭`,
        excused: `准许负责人不出庭，请委派工作人员出庭（${when}）`,
        refused: `不准许，负责人应当出庭（${when}）`,
      }[verdict]
    }`,
    title: "人民法院对出庭障碍的答复",
    asks: [
      { label: "请办", value: askedBy(content) },
      { label: verdict === "put-off" ? "原定" : "开庭", value: hearingLine(of, hearing) },
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，${respondent}报告负责人出庭有障碍（${groundName(ground)}），人民法院答复：${verdictName(verdict)}。`,
      ),
      facts(
        ...caseFacts(of),
        ...hearingFacts(hearing, verdict === "put-off" ? "原定" : undefined),
        fact("法院答复", verdictName(verdict)),
        fact("理由", reason),
        fact("答复人", by),
      ),
      paragraph(verdictDuty(verdict)),
      paragraph("本邮件由系统转达人民法院在办理页面的答复，不代替法院文书的送达。"),
    ],
  };
}

/** What each reader does about it. */
function askedBy({ verdict, reader, respondent }: NoticeContent<"obstacle-answered">): string {
  if (verdict === "put-off") return "撤销原出庭安排，等候新的开庭时间";
  if (reader === "agency")
    return verdict === "refused"
      ? "落实负责人出庭；已报告负责人不出庭的，重新报告"
      : "委派相应的工作人员出庭";
  if (reader === "head") return verdict === "refused" ? "按时出庭应诉" : "无须出庭；由本单位工作人员出庭";
  return verdict === "refused"
    ? `督促${respondent}落实负责人出庭`
    : `督促${respondent}委派相应的工作人员出庭`;
}

/** How each of them is worded. */
export const BEFORE_HEARING_LETTERS = {
  "appearance-notice": { letter: appearanceNotice },
  "court-note": { letter: courtNote },
  "appearance-unsettled": { letter: appearanceUnsettled },
  "appearance-contradicted": { letter: appearanceContradicted },
  "obstacle-reported": { letter: obstacleReported },
  "obstacle-answered": { letter: obstacleAnswered },
} satisfies NoticeLetters<BeforeHearingNotices>;
