/** What notices say to a court of its monthly ledger: that it is due (台账催报), and which rows need a look (台账核对). */

import type { LedgerNotices } from "../../domain/notices/ledger.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { dateWithWeekday, printedMonth, shortDate } from "../frame/dates.ts";
import { facts, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import { rowProblemWords } from "../refusals/row-problems.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 台账催报: before the day, on it, and after it. */
function ledgerDue(content: NoticeContent<"ledger-due">): Letter {
  const { court, month, due, daysOver, prefilled, copy = false } = content;
  const over = daysOver > 0;
  const ledger = `${printedMonth(month)}行政案件台账`;
  if (copy) return ledgerMissing(content, ledger);
  return {
    subject: `【台账催报】${court} ${ledger}${over ? `逾期${daysOver}日，请立即报送` : `请于${shortDate(due)}前报送`}`,
    title: "台账催报函",
    asks: [
      { label: "请办", value: `报送${ledger}` },
      {
        label: "时限",
        value: over
          ? `应于${dateWithWeekday(due)}前报送，已逾期${daysOver}日，请立即报送`
          : `${dateWithWeekday(due)}前（含当日）${daysOver === 0 ? "，今天到期" : ""}`,
      },
    ],
    body: [
      paragraph(
        `贵院${ledger}尚未收到。当月通报以各院台账为主要统计依据；到期未报送的，按系统已收到的庭审笔录、裁判文书统计，没有收到文书的案件无法计入，通报中注明贵院尚未报送。`,
      ),
      facts(
        { label: "报送法院", value: court },
        { label: "统计月份", value: printedMonth(month) },
        { label: "报送期限", value: dateWithWeekday(due) },
      ),
      list(
        "请登录工作台上传，或者上传至贵院的上传目录，表格文件（XLSX 或 CSV）为宜。",
        "每行一案一机关：案号、被告行政机关、是否开庭、负责人是否出庭及姓名职务、是否涉企、处理结果。",
        "当月没有行政案件开庭的，也请报送空表，以便与漏报区分。",
      ),
      ...(prefilled === undefined
        ? []
        : [
            paragraph(
              `附件是系统根据已收到的文书预填的台账，共${prefilled.cases}件。请核对、补全后作为本月台账上传；与卷宗不一致的，以贵院填写的为准。`,
            ),
          ]),
    ],
  };
}

/** The bureau's copy, once it is overdue. */
function ledgerMissing({ court, due, daysOver }: NoticeContent<"ledger-due">, ledger: string): Letter {
  return {
    subject: `【台账逾期】${court}${ledger}逾期${daysOver}日未报送，请联系`,
    title: "法院台账逾期情况告知",
    asks: [{ label: "请办", value: `联系${court}报送${ledger}` }],
    body: [
      paragraph(
        `${court}的${ledger}应于${dateWithWeekday(due)}前报送，至今没有收到，已逾期${daysOver}日。已发函该院催报。`,
      ),
      paragraph(
        "当月通报以各院台账为主要统计依据；仍未报送的，按系统已收到的庭审笔录、裁判文书统计，没有收到文书的案件无法计入，通报中注明该院尚未报送。",
      ),
    ],
  };
}

/** 台账核对: what was taken in, and the rows that weren't, or not whole. */
function ledgerReceived(content: NoticeContent<"ledger-received">): Letter {
  const { court, month, file, cases, opened, withdrawn, unusable, doubtful, rows } = content;
  const ledger = `${printedMonth(month)}行政案件台账`;
  const open = [
    ...(unusable > 0 ? [`${unusable}行不能使用`] : []),
    ...(doubtful > 0 ? [`${doubtful}处需要核对`] : []),
    ...(withdrawn > 0 ? [`${withdrawn}件本次未列`] : []),
  ].join("、");
  return {
    subject: `【台账核对】${court} ${ledger}已收到，${open}`,
    title: "台账核对函",
    asks: [
      {
        label: "请办",
        value:
          unusable + doubtful > 0
            ? "请对照下列行号更正台账，将整份台账重新上传；无误的不必处理"
            : "请确认本次未列的案件确不应计入；应计入的，请补列后重新上传整份台账",
      },
    ],
    body: [
      paragraph(`贵院${ledger}已收到并登记，其中${open}。其余各行已经计入，不受影响。`),
      facts(
        { label: "文件", value: file.name },
        { label: "登记案件", value: `${cases}件${opened > 0 ? `，其中${opened}件此前没有收到文书` : ""}` },
        ...(withdrawn > 0
          ? [{ label: "本次未列", value: `前一版列有、本次未列的${withdrawn}件已不再计入` }]
          : []),
      ),
      ...(rows.length === 0
        ? []
        : [
            heading(
              rows.length < unusable + doubtful ? `需要核对的前${rows.length}处，其余见附件` : "需要核对的行",
            ),
            list(
              ...rows.map(
                ({ sheet, row, problem, used, alike }) =>
                  `${row === 0 ? "整份文件" : `${sheet === "" ? "" : `${sheet} `}第${row}行`}（${used ? "已计入" : "未计入"}）：${rowProblemWords(problem, alike)}`,
              ),
            ),
          ]),
      paragraph(
        "重新上传的台账含有前一版半数以上案件的，视为更正，整份取代前一版；否则作为补报，只更新所列案件。",
      ),
    ],
  };
}

/** How each of them is worded. */
export const LEDGER_LETTERS = {
  "ledger-due": { letter: ledgerDue, files: ({ prefilled }) => prefilled?.files ?? [] },
  "ledger-received": { letter: ledgerReceived, files: ({ files }) => files },
} satisfies NoticeLetters<LedgerNotices>;
