/** Letters about a principal who is owed (应由正职出庭). */
import { defined } from "../../domain/defined.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { PrincipalNotices } from "../../domain/notices/principal.ts";
import { printedMoment, shortHearingMoment } from "../frame/dates.ts";
import { fact, facts, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { caseFacts, caseTitle, hearingFacts, hearingLine, meetingFacts } from "../wording/case-wording.ts";
import { lastDay } from "../wording/deadline-wording.ts";
import { LEGAL_BASIS } from "../wording/legal-basis.ts";
import { absenceOfPrincipal, principalReasons } from "../wording/principal-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 主要负责人出庭应诉通知. */
function principalNotice(
  { case: of, respondent, hearing, principal, report, meeting, audience }: NoticeContent<"principal-notice">,
  signer: Signatory,
): Letter {
  const isHead = audience === "head";
  return {
    subject: `【请正职出庭】${of.caseNumber} ${shortHearingMoment(hearing)}开庭，应由主要负责人出庭应诉`,
    title: "主要负责人出庭应诉通知",
    asks: [
      {
        label: "请办",
        value: isHead
          ? "请您本人出庭应诉，庭前提交盖章的身份证明"
          : `报告并落实${respondent}主要负责人出庭应诉`,
      },
      { label: "开庭", value: hearingLine(of, hearing) },
      ...(report === undefined || isHead ? [] : [{ label: "报告", value: `请于${lastDay(report)}报告` }]),
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}即将开庭。本案应由${respondent}主要负责人（正职）出庭应诉，原因：${principalReasons(principal.reasons)}。`,
      ),
      facts(...caseFacts(of), ...hearingFacts(hearing), ...meetingFacts(meeting)),
      heading("请做好"),
      list(
        "庭前了解案情，到庭就有关问题作出说明，对实质解决争议发表意见，不中途退庭。",
        `携带本人居民身份证和加盖本机关印章的身份证明（${LEGAL_BASIS.identity}）。`,
        `${absenceOfPrincipal(principal)}；经法院准许之前，仍应有其他负责人出庭。`,
      ),
      paragraph(`此前已经报告由其他负责人出庭的，请联系${signer.name}并重新报告。`),
    ],
    calendar: { method: "request", hearing, ...defined({ meeting, principal }) },
  };
}

/** 主要负责人不能出庭的说明, for the leader who approves it. */
function principalAbsence({
  case: of,
  respondent,
  hearing,
  principal,
  text,
  by,
  instead,
  reportedAt,
}: NoticeContent<"principal-absence">): Letter {
  const leader = principal.approval ?? "主要领导";
  return {
    subject: `【请批复】${of.caseNumber} ${respondent}报告正职不能出庭（${shortHearingMoment(hearing)}开庭）`,
    title: "主要负责人不能出庭的说明",
    asks: [
      { label: "请办", value: `呈${leader}批复：是否同意正职不出庭` },
      { label: "开庭", value: `${hearingLine(of, hearing)}，请在开庭前批复` },
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，应由${respondent}正职出庭（${principalReasons(principal.reasons)}）。该单位说明正职不能出庭；按本地规定，须经${leader}同意。`,
      ),
      facts(
        fact("说明", text),
        fact("拟出庭", instead === undefined ? "没有负责人出庭" : `${instead.title}${instead.name}`),
        fact("报告人", by, [printedMoment(reportedAt)]),
        ...caseFacts(of),
        ...hearingFacts(hearing),
      ),
      paragraph(`理由是否正当，由人民法院审查；本批复不代替人民法院的决定（${LEGAL_BASIS.proof}）。`),
    ],
  };
}

/** 同意, 不同意. */
function answered({
  case: of,
  respondent,
  hearing,
  approved,
  text,
  by,
  audience,
}: NoticeContent<"principal-absence-answered">): Letter {
  const isHead = audience === "head";
  return {
    subject: `【${approved ? "已同意" : "请正职出庭"}】${of.caseNumber} 正职不出庭的说明，${approved ? "上级领导已同意" : "上级领导不同意"}`,
    title: approved ? "正职不出庭的说明已获同意" : "正职应当出庭",
    asks: [
      {
        label: "请办",
        value: approved
          ? "由其他负责人出庭应诉；都不能出庭的，向人民法院书面说明理由，并委托工作人员出庭"
          : isHead
            ? "请您本人出庭应诉"
            : `落实${respondent}主要负责人出庭，重新提交三日报告`,
      },
      { label: "开庭", value: hearingLine(of, hearing) },
    ],
    body: [
      paragraph(
        `${caseTitle(of)}，${respondent}关于正职不能出庭的说明，${approved ? "上级领导已经同意；理由是否正当，仍由人民法院审查" : "上级领导没有同意，主要负责人应当出庭应诉"}。`,
      ),
      facts(
        fact("批复", approved ? "同意" : "不同意"),
        fact("意见", text === "" ? undefined : text),
        fact("批复人", by),
        ...caseFacts(of),
        ...hearingFacts(hearing),
      ),
    ],
  };
}

/** How each of them is worded. */
export const PRINCIPAL_LETTERS = {
  "principal-notice": { letter: principalNotice },
  "principal-absence": { letter: principalAbsence },
  "principal-absence-answered": { letter: answered },
} satisfies NoticeLetters<PrincipalNotices>;
