/** The tables of what is open, and of what a later version says otherwise. */
import type { BulletinEdition } from "../../../domain/statistics/bulletin-edition.ts";
import type { BulletinStatistics } from "../../../domain/statistics/figures.ts";
import { type BulletinTable, words } from "./cells.ts";
import { printedChange } from "./changes.ts";

/** What a person must still find out, with whom it rests. */
export function open({ unknown, differences, notHearable }: BulletinStatistics): BulletinTable {
  const lists = [
    ["是否出庭不明", "审理法院和被诉行政机关补报", unknown.attendance],
    [
      "未说明由谁出庭（同案其他被告的负责人已出庭）",
      "被诉行政机关说明，或者审理法院确定",
      unknown.coRespondents,
    ],
    ["是否开庭不明", "审理法院补报", unknown.hearing],
    ["各方记载不一致", "正在核对", differences],
    ["按案件类型不应开庭而登记为开庭，未计入", "审理法院核对案号", notHearable],
  ] as const;
  return {
    name: "待核实事项",
    caption: "待核实事项",
    head: 1,
    none: "没有待核实的事项。",
    columns: [words("事项", 22), words("案号", 30), words("行政机关", 26), words("办理", 20)],
    rows: lists.flatMap(([what, todo, list]) =>
      list.map(({ caseNumber, agency }) => [what, caseNumber, agency, todo]),
    ),
  };
}

export function changed({ against, rows }: NonNullable<BulletinEdition["changes"]>): BulletinTable {
  return {
    name: "版本变化",
    caption: `与第${against}版相比的变化（${rows.length}项）`,
    head: 0,
    none: `统计数据与第${against}版相同。`,
    columns: [words("案号", 30), words("行政机关", 24), words("变化", 40)],
    rows: rows.map((change) => [change.caseNumber, change.agency, printedChange(change)]),
  };
}
