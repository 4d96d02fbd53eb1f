/** The mail that carries a bulletin (通报): the key figures, and what is attached. */
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { Period } from "../../domain/time/period.ts";
import { periodOf } from "../../domain/time/period.ts";
import { printedPeriod, shortDate } from "../frame/dates.ts";
import { heading, type Letter, list, paragraph } from "../frame/letter.ts";
import { absentCases, bulletinName, withoutLedgers } from "./wording.ts";

/** 行政应诉月通报, or its draft; a version after the first says that it replaces the one before. */
export function bulletinMail(content: NoticeContent<"bulletin">): Letter {
  const { jurisdiction, version, draft, figures, files, left = [], changed, words, due, annex } = content;
  const { heard, present, rate, absent, pairs } = figures;
  const { enterpriseHeard, enterprisePresent, enterpriseRate } = figures;
  const period = periodOf(content.period ?? "month", content.month);
  const when = printedPeriod(period);
  const missing = withoutLedgers({ ...content, period });
  const edition = version > 1 ? `（第${version}版）` : "";
  const short = bulletinName({ jurisdiction: "", period }).replace("行政应诉", "");
  const totals = figures.yearToDate;
  const numbers = [words?.issue, words?.document].filter((one) => one !== undefined).join("　");
  return {
    subject: `【${draft ? `${short}（征求意见）` : short}】${jurisdiction}${when}${edition} 案件出庭率${rate}（${present}/${heard}件）${draft ? "，请核对" : ""}`,
    title: `${jurisdiction}${when}行政机关负责人出庭应诉情况通报${draft ? "（征求意见稿）" : ""}${edition}`,
    asks: draft
      ? [
          {
            label: "请办",
            value: `核对数据，有误的请法院补正台账或笔录；填写情况分析和工作要求后签发，不签发不印发${due === undefined ? "" : `（应于${shortDate(due)}签发）`}`,
          },
        ]
      : [
          {
            label: "请阅",
            value:
              pairs.absent > 0
                ? `${absentCases(absent, pairs.absent)}，请有关单位对照整改`
                : "开庭案件没有负责人未出庭的记录",
          },
        ],
    body: [
      ...(draft || numbers === "" ? [] : [paragraph(`行政应诉工作通报${numbers}`)]),
      paragraph(
        `${jurisdiction}${when}行政案件开庭审理${heard}件，负责人出庭${present}件，案件出庭率${rate}${changes(figures, period)}。${others(figures)}`,
      ),
      {
        type: "grid",
        caption: "单位：件",
        columns: ["类别", "开庭", "出庭", "案件出庭率"],
        rows: [
          ["合计", String(heard), String(present), rate],
          ["其中涉企", String(enterpriseHeard), String(enterprisePresent), enterpriseRate],
          ...(totals === undefined
            ? []
            : [["本年累计", String(totals.heard), String(totals.present), totals.rate]]),
        ],
      },
      paragraph(`${absentCases(absent, pairs.absent)}${unsettled(figures)}。`),
      paragraph(
        "统计口径：以当期开庭审理的案件为基数，开庭前撤诉、二审书面审理的不计；同一审级多次开庭计一件，一审、二审分别计算。共同被告中一名负责人出庭的，该案计为出庭；单位次以每案每一被诉行政机关计算。",
      ),
      ...(missing === undefined ? [] : [paragraph(missing)]),
      ...(draft || words === undefined || words.analysis.length === 0
        ? []
        : [heading("情况分析"), ...words.analysis.map((text) => paragraph(text))]),
      ...(draft || words === undefined || words.demands.length === 0
        ? []
        : [heading("工作要求"), list(...words.demands)]),
      ...(version > 1
        ? [
            paragraph(
              `本版因补充或者更正数据印发，取代此前版本。${changed === undefined ? "" : `与上一版相比变化${changed}项，列于通报文末。`}`,
            ),
          ]
        : []),
      ...(annex === true
        ? [
            paragraph(
              "单位名单、未出庭原因和可能的司法建议列于内部附表，只发本局，未向其他单位发送，请勿转发。",
            ),
          ]
        : []),
      ...(files.length === 0 ? [] : [heading("附件"), list(...files.map((file) => file.name))]),
      ...(left.length === 0
        ? []
        : [
            paragraph(
              `下列文件超过邮件附件的大小限制，未随本邮件附送，请向${jurisdiction}司法局索取：${left.join("、")}。`,
            ),
          ]),
    ],
  };
}

/** ；出庭情况待核实1件（1个单位次）…; nothing where all is known. */
function unsettled({ unknown, pairs }: NoticeContent<"bulletin">["figures"]): string {
  if (pairs.unknown === 0) return "";
  return `；出庭情况待核实${unknown}件（${pairs.unknown}个单位次），已计入开庭件数，尚未计为出庭或者未出庭`;
}

/** ，较上月上升17.73个百分点，较上年同期下降…. */
function changes(
  { sincePrevious, sinceLastYear }: NoticeContent<"bulletin">["figures"],
  { kind }: Pick<Period, "kind">,
): string {
  const before = {
    month: "上月",
    quarter: "上季度",
    "half-year": "上个半年",
    year: "上年",
    "year-to-date": "上年",
  }[kind];
  const told = [
    [before, sincePrevious],
    // A year's period before and the same period last year are one.
    ["上年同期", kind === "year" ? undefined : sinceLastYear],
  ] as const;
  return told
    .map(([than, points]) => {
      if (points === undefined) return "";
      const size = points.replace(/^[+-]/, "");
      if (Number(size) === 0) return `，与${than}持平`;
      return `，较${than}${points.startsWith("-") ? "下降" : "上升"}${size}个百分点`;
    })
    .join("");
}

/** Rates that have something to divide by. */
function others({ principalRate, lostRate, resolvedRate }: NoticeContent<"bulletin">["figures"]): string {
  const told = [
    ["正职出庭率", principalRate],
    ["败诉率", lostRate],
    ["化解率", resolvedRate],
  ] as const;
  const known = told.filter(([, rate]) => rate !== undefined && rate !== "—");
  return known.length === 0 ? "" : `${known.map(([name, rate]) => `${name}${rate}`).join("，")}。`;
}
