/** Receipts (回执): that what somebody filed has come in, and what it says; to a court, once a working day, what became of its files. */

import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { Filed, ReceiptNotices } from "../../domain/notices/receipt.ts";
import { dateWithWeekday, printedMoment, shortDate } from "../frame/dates.ts";
import {
  type Block,
  fact,
  facts,
  heading,
  type LabelledFact,
  type Letter,
  list,
  paragraph,
} from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { lossFacts } from "../registers/loss-wording.ts";
import { factsLine } from "../wording/attendance-wording.ts";
import { caseFacts, caseTitle, hearingFacts } from "../wording/case-wording.ts";
import { newsWords } from "../wording/digest-wording.ts";
import { verdictName } from "../wording/obstacle-wording.ts";
import { groundName, headLine, personLine, resultName } from "../wording/report-wording.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 回执. */
function receipt(
  { case: of, respondent, hearing, filed }: NoticeContent<"receipt">,
  signer: Signatory,
): Letter {
  const name = filedName(filed);
  return {
    subject: `【回执】${of.caseNumber} ${name}已收到`,
    title: `${name}回执`,
    asks: [{ label: "请阅", value: "留存备查，无须回复" }],
    body: [
      paragraph(
        `${of.court}受理的${caseTitle(of)}，${respondent}的${name}${filed.type === "registered" ? `已由${signer.name}登记` : `已于${printedMoment(filed.at)}收到`}${filed.type === "report" && filed.revision > 1 ? `（第${filed.revision}次）` : ""}，内容如下。`,
      ),
      facts(
        ...filedFacts(filed),
        ...(filed.type === "registered"
          ? []
          : [fact("材料", filed.proofs?.join("；")), fact("填报人", filed.by)]),
      ),
      heading("所涉案件"),
      facts(...caseFacts(of), ...(hearing === undefined ? [] : hearingFacts(hearing))),
      paragraph(`内容有误，或者不是本单位所报的，请联系${bureauToAsk(signer)}。`),
    ],
  };
}

function filedName(filed: Filed): string {
  switch (filed.type) {
    case "report":
      return "三日报告";
    case "filing":
      return "出庭备案";
    case "obstacle":
      return "出庭障碍报告";
    case "obstacle-answer":
      return "出庭障碍答复";
    case "difference-answer":
      return "出庭记载核对意见";
    case "loss-report":
      return "败诉案件报告";
    case "registered":
      return filed.duty === "report" ? "三日报告" : "出庭备案";
    default:
      return filed satisfies never;
  }
}

function filedFacts(filed: Filed): readonly (LabelledFact | undefined)[] {
  switch (filed.type) {
    case "report": {
      const { proposal, head, others } = filed;
      return [
        fact("应诉意见", proposal),
        fact("负责人", head.appears === "as-written" ? head.text : headLine(head)),
        fact("其他人员", others.map(personLine).join("；")),
      ];
    }
    case "filing":
      return [
        filed.facts && fact("出庭情况", factsLine(filed.facts)),
        fact("庭审结果", resultName(filed.result)),
        fact("工作人员", filed.staff.map(personLine).join("；")),
        fact("调解意向", filed.settlement),
      ];
    case "obstacle":
      return [fact("理由", groundName(filed.ground)), fact("具体情况", filed.explanation)];
    case "obstacle-answer":
      return [fact("答复", verdictName(filed.verdict)), fact("理由", filed.reason)];
    case "difference-answer":
      return [
        fact("开庭日期", dateWithWeekday(filed.sitting)),
        fact("本方意见", factsLine(filed.facts)),
        fact("说明", filed.reason),
      ];
    case "loss-report":
      return lossFacts(filed.report);
    case "registered":
      return [filed.facts && fact("出庭情况", factsLine(filed.facts))];
    default:
      return filed satisfies never;
  }
}

/** 整改答复回执. */
function correctionReceipt(
  { correction, by, at, text }: NoticeContent<"correction-receipt">,
  signer: Signatory,
): Letter {
  return {
    subject: `【回执】${correction.agency}的整改答复已收到`,
    title: "整改答复回执",
    asks: [{ label: "请阅", value: "留存备查，无须回复" }],
    body: [
      paragraph(`${correction.agency}的整改答复已于${printedMoment(at)}收到，由${signer.name}审核。`),
      facts(fact("整改情况", text), fact("填报人", by)),
      heading("原整改建议"),
      facts(fact("存在问题", correction.shortcoming), fact("整改建议", correction.proposal)),
    ],
  };
}

/** What of a court's files is done, and what is still looked at. */
const GROUPS = [
  { title: "已登记", types: ["file-registered", "ledger-received"] },
  { title: "待复核", types: ["file-in-review"] },
  { title: "退件", types: ["file-rejected"] },
  { title: "此前已登记", types: ["file-known"] },
] as const;

/** 收件回执. */
function filesReceipt({ date, lines }: NoticeContent<"files-receipt">, signer: Signatory): Letter {
  const groups = GROUPS.map(({ title, types }) => ({
    title,
    of: lines.filter(({ news }) => (types as readonly string[]).includes(news.type)),
  })).filter(({ of }) => of.length > 0);
  const extent = groups.map(({ title, of }) => `${title}${of.length}份`).join("、");
  return {
    subject: `【收件回执】${shortDate(date)} 上传文件${lines.length}份：${extent}`,
    title: "上传文件收件回执",
    asks: [{ label: "请阅", value: `${extent}；退件的按各退件通知重新上传` }],
    body: [
      paragraph("自上次回执以来，贵院上传的文件处理情况如下。"),
      ...groups.flatMap(({ title, of }): readonly Block[] => [
        heading(title),
        list(...of.map(({ at, news }) => `${newsWords(news)}（${printedMoment(at)}上传）`)),
      ]),
      paragraph(`登记的内容有误的，请联系${bureauToAsk(signer)}。`),
    ],
  };
}

/** How each of them is worded. */
export const RECEIPT_LETTERS = {
  receipt: { letter: receipt },
  "correction-receipt": { letter: correctionReceipt },
  "files-receipt": { letter: filesReceipt },
} satisfies NoticeLetters<ReceiptNotices>;
