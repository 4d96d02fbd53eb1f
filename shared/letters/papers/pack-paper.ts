/** The material for the half-yearly joint meeting (联席会议材料) as a Word document. */

import type { PackShown } from "../../domain/notices/frame/shown.ts";
import { halfName, printedMonths } from "../frame/dates.ts";
import { type Block, heading, items, type OfficialDocument, paragraph } from "../office/official-document.ts";
import {
  openCorrectionWords,
  openPointWords,
  packFigureWords,
  packProblemWords,
  packStepWords,
  typicalCaseWords,
} from "../wording/pack-wording.ts";

export function packPaper(pack: PackShown): OfficialDocument {
  const { place, state, counties, cases, problems, corrections, next, topics = [], openPoints = [] } = pack;
  const listed = (texts: readonly string[]): readonly Block[] =>
    texts.length === 0 ? [paragraph("本期没有。")] : items(...texts);
  return {
    title: `${place}${halfName(pack)}\n行政应诉联席会议材料`,
    status: `统计期间：${printedMonths(pack)}`,
    body: [
      ...(topics.length === 0 ? [] : [heading(1, "会议议题"), ...items(...topics)]),
      ...(openPoints.length === 0
        ? []
        : [heading(1, "以前会议尚未落实的议定事项"), ...items(...openPoints.map(openPointWords))]),
      heading(1, "负责人出庭应诉情况"),
      ...items(...state.map(packFigureWords)),
      {
        type: "table",
        caption: "县区出庭情况（每案每一被诉行政机关计1个单位次）",
        columns: [
          { title: "县区", width: 30 },
          { title: "开庭（单位次）", width: 20, align: "right" },
          { title: "负责人出庭（单位次）", width: 25, align: "right" },
          { title: "单位出庭率", width: 20, align: "right" },
        ],
        rows: counties.map(({ name, heard, present, rate }) => [name, String(heard), String(present), rate]),
      },
      heading(1, "典型案件"),
      ...listed(cases.map(typicalCaseWords)),
      heading(1, "存在的问题"),
      ...listed(problems.map(packProblemWords)),
      heading(1, "未办结的整改建议"),
      ...listed(corrections.map(openCorrectionWords)),
      heading(1, "下一步工作"),
      ...listed(next.map(packStepWords)),
    ],
  };
}
