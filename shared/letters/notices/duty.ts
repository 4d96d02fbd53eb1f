/** Letters about what is owed beside the sittings (答辩、举证、上诉决定、履行 …): told, due soon, overdue (督办函). */
import type { DutyNotices, DutyShown } from "../../domain/notices/duty.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { dateWithWeekday, shortDate } from "../frame/dates.ts";
import { type Block, fact, facts, type LabelledFact, type Letter, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { shortLine } from "../frame/one-line.ts";
import { dutyNames, dutyTodo, dutyWords, lateWords } from "../wording/case-duty-wording.ts";
import { caseFacts, caseTitle } from "../wording/case-wording.ts";
import { deadlineFact, lastDay } from "../wording/deadline-wording.ts";
import { LEGAL_BASIS } from "../wording/legal-basis.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";
import { overdueLetter } from "./overdue.ts";

function asked(content: NoticeContent<"duty-asked">, signer: Signatory): Letter {
  const { case: of, respondent, duty, also } = content;
  const names = dutyNames(duty, also);
  return {
    subject: `【${names}】${of.caseNumber} 请于${shortDate(firstDay(content))}前办理`,
    title: `${names}期限告知`,
    asks: asks(content, signer),
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}应当${dutyTodo(duty, also)}。`),
      shownFacts(content),
      ...warnings(content),
      ...ending(content, signer),
    ],
  };
}

function due(content: NoticeContent<"duty-due">, signer: Signatory): Letter {
  const { case: of, respondent, duty, also } = content;
  const names = dutyNames(duty, also);
  return {
    subject: `【${names}临期】${of.caseNumber} 请于${shortDate(firstDay(content))}前办理`,
    title: `${names}临期提醒`,
    asks: asks(content, signer),
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}的${names}尚未登记完成。`),
      shownFacts(content),
      ...warnings(content),
      ...ending(content, signer),
    ],
  };
}

function overdue(content: NoticeContent<"duty-overdue">, signer: Signatory): Letter {
  const { case: of, respondent, deadline, duty, also } = content;
  const names = dutyNames(duty, also);
  return overdueLetter(content, signer, {
    name: names,
    urge: dutyTodo(duty, also),
    handIn: dutyTodo(duty, also),
    doing: "办理",
    now: "办理",
    registered: "完成",
    opening: `${of.court}受理的${caseTitle(of)}，${respondent}应当在${dateWithWeekday(deadline.due)}前${dutyTodo(duty, also)}，`,
    facts: [...caseFacts(of), deadlineFact("期限", deadline)],
    contents: warnings(content),
  });
}

/** The day it is asked for first: the bureau's, where there is one. */
function firstDay({ internal, deadline }: DutyShown): DutyShown["deadline"]["due"] {
  return internal ?? deadline.due;
}

function asks(
  { duty, also, deadline, internal, reader }: DutyShown,
  signer: Signatory,
): readonly LabelledFact[] {
  return [
    {
      label: "请办",
      value: reader === "bureau" ? `组织承办单位${dutyTodo(duty, also)}` : dutyTodo(duty, also),
    },
    { label: "期限", value: lastDay(deadline) },
    ...(internal === undefined
      ? []
      : [{ label: "报送", value: `${dateWithWeekday(internal)}前将拟提交的材料报${signer.name}` }]),
  ];
}

function shownFacts(content: DutyShown): Block {
  const { case: of, deadline, internal } = content;
  return facts(
    ...caseFacts(of),
    deadlineFact("期限", deadline),
    internal === undefined ? undefined : fact("内部报送", `${dateWithWeekday(internal)}前`),
  );
}

function warnings({ duty, also }: DutyShown): readonly Block[] {
  return lateWords(duty, also).map((words) => paragraph(words));
}

function ending({ duty, reader }: DutyShown, signer: Signatory): readonly Block[] {
  return [
    ...(reader === "bureau"
      ? [paragraph("本案被告为人民政府，尚未指派承办单位；指派后由承办单位办理。")]
      : []),
    paragraph(
      `办理后，${dutyWords(duty).done}；已经办理的，请联系${bureauToAsk(signer)}登记，提醒即告终止。`,
    ),
  ];
}

/** To the court. */
function extensionAsked({
  case: of,
  respondent,
  deadline,
  reason,
  by,
}: NoticeContent<"extension-asked">): Letter {
  return {
    subject: `【延期举证】${of.caseNumber} ${shortLine(respondent, 30)}申请延期提供证据，请答复`,
    title: "延期举证申请",
    asks: [
      { label: "请办", value: "审查延期提供证据的申请，在办理页面答复" },
      { label: "期限", value: `举证期限${lastDay(deadline)}` },
    ],
    body: [
      paragraph(
        `贵院受理的${caseTitle(of)}，${respondent}申请延期提供证据（${LEGAL_BASIS.evidenceLater}）。`,
      ),
      facts(
        ...caseFacts(of),
        fact("申请理由", reason),
        fact("申请人", by),
        deadlineFact("举证期限", deadline),
      ),
      paragraph("申请书和证明材料以该单位书面提交的为准；在办理页面可以查看其上传的材料。"),
    ],
  };
}

/** To the agency. */
function extensionAnswered({
  case: of,
  respondent,
  deadline,
  until,
  by,
}: NoticeContent<"extension-answered">): Letter {
  const verdict = until === undefined ? "不准许延期提供证据" : `准许延期至${dateWithWeekday(until)}提供证据`;
  return {
    subject: `【延期举证】${of.caseNumber} 人民法院${until === undefined ? "不准许延期举证" : `准许延期至${shortDate(until)}`}`,
    title: "延期举证答复",
    asks: [
      { label: "请办", value: "在期限内向人民法院提交证据和所依据的规范性文件" },
      {
        label: "期限",
        value: until === undefined ? lastDay(deadline) : `${dateWithWeekday(until)}前（含当日）`,
      },
    ],
    body: [
      paragraph(`${of.court}受理的${caseTitle(of)}，${respondent}申请延期提供证据，人民法院${verdict}。`),
      facts(...caseFacts(of), fact("答复人", by)),
      ...lateWords("evidence").map((words) => paragraph(words)),
    ],
  };
}

/** How each of them is worded. */
export const DUTY_LETTERS = {
  "duty-asked": { letter: asked },
  "duty-due": { letter: due },
  "duty-overdue": { letter: overdue },
  "extension-asked": { letter: extensionAsked },
  "extension-answered": { letter: extensionAnswered },
} satisfies NoticeLetters<DutyNotices>;
