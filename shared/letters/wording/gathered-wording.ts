/** How a letter is put as one line of its agency's mail of the day: the case, what, and until when. */
import type { Gathered, GatheredKind } from "../../domain/notices/agency-digest.ts";
import { printedDate } from "../frame/dates.ts";
import { factsLine, sourceName, topicName } from "./attendance-wording.ts";
import { dutyNames, dutyTodo, lateWords } from "./case-duty-wording.ts";
import { caseTitle, hearingLine } from "./case-wording.ts";
import { lastDay } from "./deadline-wording.ts";
import { jointLine } from "./joint-wording.ts";

/** The line of a letter. */
export function gatheredWords<Kind extends GatheredKind>(letter: Gathered<Kind>): string {
  return LINES[letter.kind](letter);
}

const LINES: { readonly [Kind in GatheredKind]: (letter: Gathered<Kind>) => string } = {
  "report-due": ({ case: of, deadline }) =>
    `${caseTitle(of)}，三日报告应于${lastDay(deadline)}报送，尚未登记收到。`,
  "filing-due": ({ case: of, hearing, deadline }) =>
    `${caseTitle(of)}已于${printedDate(hearing.date)}开庭，出庭备案应于${lastDay(deadline)}报送，尚未登记收到。`,
  "filing-asked": ({ case: of, respondent, hearing, deadline, said, byLedger }) =>
    `${caseTitle(of)}已于${printedDate(hearing.date)}开庭，系统根据法院${byLedger ? "报送的台账" : "上传的文书"}登记了本案，此前没有向贵单位发过提醒。${
      said === undefined ? "" : `${sourceName(said.source)}记载，${respondent}：${factsLine(said)}。`
    }请于${lastDay(deadline)}${said?.headAttended === true ? "核对确认出庭情况，与实际不符的据实填写" : "将出庭情况报送备案"}。`,
  "duty-asked": ({ case: of, respondent, deadline, duty, also, internal }) =>
    `${caseTitle(of)}，${respondent}应于${lastDay(deadline)}${dutyTodo(duty, also)}${internal === undefined ? "" : `，材料于${printedDate(internal)}前报司法局`}。${lateWords(duty, also).join("")}`,
  "duty-due": ({ case: of, deadline, duty, also, internal }) =>
    `${caseTitle(of)}，${dutyNames(duty, also)}尚未登记完成，应于${lastDay(deadline)}办理${internal === undefined ? "" : `，材料于${printedDate(internal)}前报司法局`}。${lateWords(duty, also).join("")}`,
  "hearing-reminder": ({ case: of, hearing, report, reportOpen, daysLeft }) => {
    const open = report === undefined ? "请在开庭前报告" : `应于${lastDay(report)}报送`;
    return `${caseTitle(of)}，${daysLeft}日后开庭：${hearingLine(of, hearing)}。请落实出庭安排、备齐身份证明等材料${reportOpen ? `；三日报告尚未收到，${open}` : ""}。`;
  },
  "appearance-notice": ({ case: of, respondent, hearing }) =>
    `${caseTitle(of)}，法院发出出庭通知书，通知${respondent}负责人出庭应诉：${hearingLine(of, hearing)}。请落实负责人出庭；确有正当理由不能出庭的，立即向法院说明（法释〔2020〕3号第四条、第五条、第八条）。`,
  "court-note": ({ case: of, hearing, text }) =>
    `${caseTitle(of)}，法院提示（原文）：${sentence(inOneLine(text))}${hearing === undefined ? "" : `开庭：${hearingLine(of, hearing)}。`}`,
  "appearance-contradicted": ({ case: of, words }) =>
    `${caseTitle(of)}，各被告报告的出庭单位不一致：${words.map(({ saidBy, ...joint }) => `${saidBy}报告，${jointLine(joint)}`).join("；")}。请与其他被告协商一致后重新报告；没有一致意见的，贵单位负责人仍应当出庭（法释〔2020〕3号第三条）。`,
  "attendance-difference": ({ case: of, sitting, differences, daysOpen }) =>
    `${caseTitle(of)}已于${printedDate(sitting)}开庭，出庭情况（${topics(differences)}）与其他来源记载不一致，请核对，确认本方记载或者更正${daysOpen === 0 ? "" : `；发函已${daysOpen}日，尚未收到核对意见`}。`,
  "difference-settled": ({ case: of, sitting, facts, settledBy }) =>
    `${caseTitle(of)}于${printedDate(sitting)}开庭，出庭情况已核对（${settledBy === "both-sides" ? "双方意见一致" : "司法局认定"}）：${factsLine(facts)}，统计以此为准；备案与此不一致的，请一并更正。`,
  supervision: ({ case: of, text, by }) => `${caseTitle(of)}，督导意见（${by}）：${sentence(text)}`,
};

type Differences = Gathered<"attendance-difference">["differences"];

function topics(differences: Differences): string {
  return differences
    .filter(({ material }) => material)
    .map(({ topic }) => topicName(topic))
    .join("、");
}

/** As typed, with a stop at its end. */
function sentence(text: string): string {
  return /[。！？；]$/.test(text) ? text : `${text}。`;
}

function inOneLine(text: string): string {
  return text
    .split(/\s*\n\s*/)
    .join(" ")
    .trim();
}
