/** The mail that carries the monthly bulletin (月通报): the key figures, and what is attached. */
import { printedMonth } from "./dates.ts";
import { type ContentOf, heading, type Letter, list, paragraph } from "./letter.ts";

/** 行政应诉月通报, or its draft; a version after the first says that it replaces the one before. */
export function bulletinMail({
  jurisdiction,
  month,
  version,
  draft,
  figures,
  files,
}: ContentOf<"bulletin">): Letter {
  const { heard, present, rate, enterpriseHeard, enterprisePresent, enterpriseRate, absent, unknown } =
    figures;
  const name = `${jurisdiction}${printedMonth(month)}行政机关负责人出庭应诉情况通报`;
  const edition = version > 1 ? `（第${version}版）` : "";
  return {
    subject: `【${draft ? "月通报（征求意见）" : "月通报"}】${jurisdiction}${printedMonth(month)}${edition} 出庭率${rate}（${present}/${heard}件）${draft ? "，请核对" : ""}`,
    title: `${name}${draft ? "（征求意见稿）" : ""}${edition}`,
    asks: draft
      ? [{ label: "请办", value: "印发前核对数据，有误的请法院补正台账或笔录" }]
      : [
          {
            label: "请阅",
            value:
              absent > 0 ? `负责人未出庭${absent}件，请有关单位对照整改` : "开庭案件没有负责人未出庭的记录",
          },
        ],
    body: [
      paragraph(
        `${jurisdiction}${printedMonth(month)}行政案件开庭审理${heard}件，负责人出庭${present}件，出庭率${rate}。`,
      ),
      {
        type: "grid",
        caption: "单位：件",
        columns: ["类别", "开庭", "出庭", "出庭率"],
        rows: [
          ["合计", String(heard), String(present), rate],
          ["其中涉企", String(enterpriseHeard), String(enterprisePresent), enterpriseRate],
        ],
      },
      paragraph(
        `负责人未出庭${absent}件${unknown > 0 ? `；出庭情况待核${unknown}件，已计入开庭件数，尚未计为出庭或者未出庭` : ""}。`,
      ),
      paragraph(
        "统计口径：以当月开庭审理的案件为基数，开庭前撤诉、二审书面审理的不计；同一审级多次开庭计一件，一审、二审分别计算。",
      ),
      ...(version > 1 ? [paragraph("本版因补充或者更正数据印发，取代此前版本。")] : []),
      ...(files.length === 0 ? [] : [heading("附件"), list(...files.map((file) => file.name))]),
    ],
  };
}
