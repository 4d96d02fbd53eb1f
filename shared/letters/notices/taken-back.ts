/** The letter that says what is void because somebody took back what he had done (撤回更正函). */
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { TakenBackNotices } from "../../domain/notices/taken-back.ts";
import { civilDateAt } from "../../domain/time/time.ts";
import { printedMoment, shortDate } from "../frame/dates.ts";
import { fact, facts, type Letter, list, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { caseFacts, caseTitle, hearingLine } from "../wording/case-wording.ts";
import { letterNamed } from "../wording/history-wording.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";
import { actName, officeName } from "../wording/taken-back-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 撤回更正函. */
function takenBack(content: NoticeContent<"taken-back">, signer: Signatory): Letter {
  const { case: of, respondent, act, actAt, at, by, office, reason, letters, hearing } = content;
  const struckOut = struckOutWords(content);
  const verb = struckOut === undefined ? "撤回" : "更正";
  const what = struckOut?.what ?? `${actName(act)}已撤回`;
  const named = letters.map((one) => `${shortDate(civilDateAt(one.at))}所发《${letterNamed(one.key)}》`);
  return {
    subject: `【更正】${of.caseNumber} ${what}，${named[0] ?? "此前所发函件"}${named.length > 1 ? "等" : ""}作废`,
    title: "撤回更正函",
    asks: [
      { label: "作废", value: named.join("、") },
      {
        label: "请办",
        value: `停止按上述函件办理；已经办理的，请联系${bureauToAsk(signer)}。此前邮件中的链接以重新发出的为准`,
      },
      ...(hearing === undefined ? [] : [{ label: "注意", value: `${hearingLine(of, hearing)}的安排取消` }]),
    ],
    body: [
      paragraph(
        struckOut !== undefined
          ? `${struckOut.why}，已由${signer.name}更正登记。因误登发出的下列函件作废，给贵单位带来不便，谨致歉意。`
          : `${of.court}受理的${caseTitle(of)}，${printedMoment(actAt)}办理的${actName(act)}（${respondent}）已由${officeName({ act, office }, signer.name)}撤回。因它发出的下列函件作废，给贵单位带来不便，谨致歉意。`,
      ),
      list(...named),
      facts(
        ...caseFacts(of),
        fact(`${verb}理由`, reason === "" ? undefined : reason),
        fact(`${verb}人`, `${by}，${printedMoment(at)}`),
      ),
      paragraph("更正后的内容，系统另行发函；没有另行发函的，无需办理。"),
    ],
    ...(hearing !== undefined && { calendar: { method: "cancel" as const, hearing } }),
  };
}

/** What was registered by mistake and is struck out; undefined where somebody took back what he had done. */
function struckOutWords({
  act,
  case: of,
  respondent,
  into,
}: NoticeContent<"taken-back">): { readonly what: string; readonly why: string } | undefined {
  switch (act) {
    case "voiding":
      return { what: "案件登记已撤销", why: `${of.caseNumber}案件（${respondent}）系误登` };
    case "merger":
      return {
        what: `案号更正为${into ?? "另一案号"}`,
        why: `${of.caseNumber}（${respondent}）系案号误登，本案案号为${into ?? "另一案号"}`,
      };
    case "reading":
      return {
        what: "文书登记已更正",
        why: `${of.caseNumber}（${respondent}）的一份文书识别、登记有误，经人工复核`,
      };
    case "outcome-correction":
      return { what: "裁判结果已更正", why: `${of.caseNumber}（${respondent}）的裁判结果登记有误` };
    case "split":
      return {
        what: "误登已更正",
        why: `${respondent}在${of.caseNumber}中的登记系误登${into === undefined ? "" : `，应为${into}`}`,
      };
    default:
      return undefined;
  }
}

/** How each of them is worded. */
export const TAKEN_BACK_LETTERS = {
  "taken-back": { letter: takenBack },
} satisfies NoticeLetters<TakenBackNotices>;
