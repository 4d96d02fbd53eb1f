/** Letters about differences between what was said of a sitting (核对函): put, still open, and settled. */

import type { Difference, DifferenceAnswer } from "../../domain/case-file/difference.ts";
import type { DifferenceNotices } from "../../domain/notices/difference.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { dateWithWeekday, printedMoment } from "../frame/dates.ts";
import { type Block, fact, facts, type Letter, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { shortLine } from "../frame/one-line.ts";
import { differenceTable, factsLine, sourceName, topicName } from "../wording/attendance-wording.ts";
import { caseFacts, caseTitle } from "../wording/case-wording.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 核对函, to the agency or to the court; later the same again as a reminder. */
function attendanceDifference(
  {
    case: of,
    respondent,
    sitting,
    side,
    differences,
    daysOpen,
    answerBy,
  }: NoticeContent<"attendance-difference">,
  signer: Signatory,
): Letter {
  const again = daysOpen > 0;
  const own = side === "agency" ? "贵单位的备案" : "贵院的笔录、文书、台账";
  return {
    subject: `${again ? "【核对催办】" : "【核对】"}${of.caseNumber} ${shortLine(respondent, 30)}${topicsOf(differences)}记载不一致`,
    title: again ? "出庭记载核对函（催办）" : "出庭记载核对函",
    asks: [
      { label: "请办", value: "核对下列记载，确认本方记载，或者更正" },
      ...(answerBy === undefined
        ? []
        : [{ label: "时限", value: `${dateWithWeekday(answerBy)}前（含当日）` }]),
      { label: "不一致", value: topicsOf(differences) },
      ...(again ? [{ label: "催办", value: `发函已${daysOpen}日，尚未收到核对意见` }] : []),
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}已于${dateWithWeekday(sitting)}开庭，各方对${respondent}出庭情况的记载不一致。`,
      ),
      sideBySide(differences),
      facts(...caseFacts(of)),
      paragraph(
        `请核对${own}：无误的，维持并说明理由；有误的，更正。双方一致的，即按一致的内容统计；不一致或者逾期未答复的，由${signer.name}认定。核对完毕之前，统计中列为待核对。`,
      ),
    ],
  };
}

/** 核对待认定, to the bureau. */
function differenceStanding({
  case: of,
  respondent,
  sitting,
  differences,
  answers,
}: NoticeContent<"difference-standing">): Letter {
  return {
    subject: `【核对认定】${of.caseNumber} ${shortLine(respondent, 30)}${topicsOf(differences)}待认定`,
    title: "出庭记载待认定",
    asks: [
      { label: "请办", value: "认定以哪一方的记载为准，或者据实填写" },
      { label: "不一致", value: topicsOf(differences) },
      { label: "双方意见", value: positions(answers) },
    ],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}已于${dateWithWeekday(sitting)}开庭，各方对${respondent}出庭情况的记载不一致，已发函双方核对。`,
      ),
      sideBySide(differences),
      facts(...caseFacts(of), ...answers.map(answerFact)),
      paragraph("认定之后按认定的内容统计，各方原来的记载保留。认定之前，统计中列为待核对。"),
    ],
  };
}

/** 核对结果, to both sides. */
function differenceSettled(
  {
    case: of,
    respondent,
    sitting,
    facts: settled,
    settledBy,
    by,
    reason,
  }: NoticeContent<"difference-settled">,
  signer: Signatory,
): Letter {
  const how = settledBy === "both-sides" ? "双方意见一致" : `${signer.name}认定`;
  return {
    subject: `【核对结果】${of.caseNumber} ${shortLine(respondent, 30)}出庭情况已核对`,
    title: "出庭记载核对结果",
    asks: [{ label: "结果", value: factsLine(settled) }],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}于${dateWithWeekday(sitting)}开庭，${respondent}出庭情况经核对如下，统计以此为准。`,
      ),
      facts(
        ...caseFacts(of),
        fact("核对结果", factsLine(settled)),
        fact("依据", how),
        fact("经办人", by),
        fact("说明", reason),
      ),
      paragraph(`本方台账、备案与结果不一致的，请一并更正。认为结果有误的，请联系${bureauToAsk(signer)}。`),
    ],
  };
}

/** 出庭负责人、职级. */
function topicsOf(differences: readonly Difference[]): string {
  return differences
    .filter(({ material }) => material)
    .map(({ topic }) => topicName(topic))
    .join("、");
}

function sideBySide(differences: readonly Difference[]): Block {
  return { type: "grid", caption: "各方记载", ...differenceTable(differences) };
}

function positions(answers: readonly DifferenceAnswer[]): string {
  if (answers.length === 2) return "双方均已答复，意见不一致";
  const [only] = answers;
  return only === undefined ? "双方均未答复" : `仅${sideName(only)}已答复`;
}

function sideName({ side }: DifferenceAnswer): string {
  return side === "agency" ? "行政机关" : "法院";
}

function answerFact(answer: DifferenceAnswer) {
  const { source, facts: said, reason, by, at } = answer;
  const whose = source === "other" ? "" : `以${sourceName(source)}为准：`;
  return fact(`${sideName(answer)}意见`, `${whose}${factsLine(said)}`, [
    ...(reason === undefined ? [] : [`理由：${reason}`]),
    `${by}，${printedMoment(at)}`,
  ]);
}

/** How each of them is worded. */
export const DIFFERENCE_LETTERS = {
  "attendance-difference": { letter: attendanceDifference },
  "difference-standing": { letter: differenceStanding },
  "difference-settled": { letter: differenceSettled },
} satisfies NoticeLetters<DifferenceNotices>;
