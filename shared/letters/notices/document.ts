/** Letters about a file: it could not be used (退件通知), a person must look at what was read (人工复核), its court is asked. */

import type { DocumentNotices } from "../../domain/notices/document.ts";
import type { FactShown } from "../../domain/notices/frame/shown.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { printedMoment } from "../frame/dates.ts";
import { fact, facts, heading, type LabelledFact, type Letter, list, paragraph } from "../frame/letter.ts";
import { shortLine } from "../frame/one-line.ts";
import { explainDoubt } from "../refusals/doubts.ts";
import { explainRejection } from "../refusals/rejections.ts";
import { documentName, factValue, fieldName } from "../wording/document-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** From where on a reading counts as sure, and as fairly sure. */
const HIGH = 0.9;
const MIDDLE = 0.7;
const SUBJECT_NAME = 40;
const SOURCE_TEXT = 120;

/** 退件通知. */
function documentRejected({ file, rejection }: NoticeContent<"document-rejected">): Letter {
  const { why, todo } = explainRejection(rejection);
  return {
    subject: `【退件】${shortLine(file.name, SUBJECT_NAME)}：${why}`,
    title: "退件通知",
    asks: [
      { label: "原因", value: why },
      { label: "请办", value: todo },
    ],
    body: [
      paragraph("贵单位上传的下列文件未能使用，系统没有据此登记任何内容。"),
      facts(
        fact("文件名", file.name),
        fact("收到时间", printedMoment(file.receivedAt)),
        fact("存放位置", file.key),
      ),
      paragraph("原件已原样保存，不会丢失，无需撤回或者删除；改正后重新上传即可，文件名不限。"),
    ],
  };
}

/** 人工复核: what was read, how surely, and from which words. */
function documentReview({
  file,
  court,
  documentKind,
  partlyFiled,
  doubts,
  facts: read,
}: NoticeContent<"document-review">): Letter {
  const caseNumber = read.find(({ field }) => field === "case-number")?.value;
  const kind = documentName(documentKind) ?? documentKind;
  return {
    subject: `【人工复核】${caseNumber === undefined ? "" : `${caseNumber} `}${kind}待核对：${shortLine(file.name, SUBJECT_NAME)}`,
    title: "人工复核通知",
    asks: [
      { label: "请办", value: "对照原文核对下列读取结果" },
      ...doubts.map((doubt, index) => ({
        label: `疑点${doubts.length === 1 ? "" : index + 1}`,
        value: explainDoubt(doubt),
      })),
    ],
    body: [
      paragraph(
        partlyFiled
          ? "系统已读取下列文件，其中没有疑问的内容已经登记；有疑问的内容须由人工核对，核对之前不计入统计。"
          : "系统已读取下列文件，但有内容把握不足，须由人工核对。核对之前，系统不会据此登记或者通知任何单位。",
      ),
      facts(
        fact("文件名", file.name),
        fact("文书种类", kind),
        fact("来源", court),
        fact("收到时间", printedMoment(file.receivedAt)),
        fact("存放位置", file.key),
      ),
      ...(read.length === 0
        ? [paragraph("没有读出可供核对的内容。")]
        : [heading("读取结果"), facts(...read.map(readFact))]),
      heading("核对之后"),
      list(
        "读取有误或者文书有误的：请法院更正后重新上传完整、清晰的文书。",
        "名称、职务等需要认定的：请按认定结果更正名录，或者联系管理员登记。",
      ),
    ],
  };
}

/** Who uploaded the copy. */
function copiedBy(doubts: NoticeContent<"document-question">["doubts"]): string {
  const [by] = doubts.flatMap((doubt) => (doubt.type === "copy-of-court-paper" ? doubt.uploader : []));
  return by ?? "司法局";
}

/** What the court can do without uploading it again. */
const DIRECTLY = {
  day: "只是笔误或者确已改期的，也可以不重新上传，将正确的开庭日期告知司法局，由司法局人工复核后登记。原件已原样保存。",
  elsewhere:
    "文书无误、确应由贵院上传的，也可以不重新上传，告知司法局，由司法局人工复核后登记。原件已原样保存。",
} as const;

/** 文书内容核对: what the court's paper says, what is known beside it, and what the court can do. */
function documentQuestion({ file, documentKind, doubts }: NoticeContent<"document-question">): Letter {
  const kind = documentName(documentKind) ?? documentKind;
  const isCopy = doubts.every(({ type }) => type === "copy-of-court-paper");
  const isElsewhere = doubts.some(({ type }) => type === "other-courts-case");
  return {
    subject: isCopy
      ? `【请上传】司法局收到${kind}复制件：${shortLine(file.name, SUBJECT_NAME)}`
      : `【请核对】${kind}内容待核对：${shortLine(file.name, SUBJECT_NAME)}`,
    title: "文书内容核对函",
    asks: [
      {
        label: "请办",
        value: isCopy ? "将该文书上传至贵院的上传目录" : "核对下列内容；文书有误的，请更正后重新上传",
      },
      ...(isCopy
        ? [
            {
              label: "案号",
              value: doubts.flatMap((doubt) => ("caseNumber" in doubt ? doubt.caseNumber : [])).join("、"),
            },
          ]
        : doubts.map((doubt, index) => ({
            label: `疑点${doubts.length === 1 ? "" : index + 1}`,
            value: explainDoubt(doubt),
          }))),
    ],
    body: [
      paragraph(
        isCopy
          ? `${copiedBy(doubts)}上传了贵院下列文书的复制件。开庭、出庭情况和裁判结果以贵院上传的文书为准，系统没有据此登记。`
          : "贵院上传的下列文件已经收到，其中的内容与已知情况不符。核对之前，系统没有据此登记开庭、出庭或者结案。",
      ),
      facts(
        fact("文件名", file.name),
        fact("文书种类", kind),
        fact("收到时间", printedMoment(file.receivedAt)),
        ...(isCopy ? [] : [fact("存放位置", file.key)]),
      ),
      ...(isCopy ? [] : [paragraph(DIRECTLY[isElsewhere ? "elsewhere" : "day"])]),
    ],
  };
}

/** 退件撤回, to the court whose file had been sent back. */
function rejectionWithdrawn({ file, at, by, reason }: NoticeContent<"rejection-withdrawn">): Letter {
  return {
    subject: `【更正】退件通知作废：${shortLine(file.name, SUBJECT_NAME)}`,
    title: "退件撤回更正函",
    asks: [
      { label: "作废", value: "此前对下列文件的退件通知" },
      { label: "请办", value: "不必为此重新上传；已经重新上传的，无需处理" },
    ],
    body: [
      paragraph("贵院上传的下列文件，此前的退件已由司法局撤回，正在重新复核，给贵院带来不便，谨致歉意。"),
      facts(
        fact("文件名", file.name),
        fact("收到时间", printedMoment(file.receivedAt)),
        fact("撤回理由", reason),
        fact("撤回人", `${by}，${printedMoment(at)}`),
      ),
    ],
  };
}

function readFact(read: FactShown): LabelledFact {
  const { field, organ, confidence, text } = read;
  const value = factValue(read);
  const grade = confidence >= HIGH ? "高" : confidence >= MIDDLE ? "中" : "低，请重点核对";
  return {
    label: fieldName(field, organ),
    value: value === "" ? "（没有读出）" : value,
    notes: [
      `把握：${Math.round(confidence * 100)}%（${grade}）`,
      ...(text === "" ? [] : [`原文：${shortLine(text, SOURCE_TEXT)}`]),
    ],
  };
}

/** How each of them is worded. */
export const DOCUMENT_LETTERS = {
  "document-rejected": { letter: documentRejected },
  "rejection-withdrawn": { letter: rejectionWithdrawn },
  "document-review": { letter: documentReview },
  "document-question": { letter: documentQuestion },
} satisfies NoticeLetters<DocumentNotices>;
