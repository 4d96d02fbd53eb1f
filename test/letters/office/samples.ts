/** Papers and tables that use every part of the models; the tests reopen them, `look.ts` renders them. */

import { civilDate } from "../../../shared/domain/time/time.ts";
import {
  filled,
  heading,
  items,
  label,
  type OfficialDocument,
  paragraph,
} from "../../../shared/letters/office/official-document.ts";
import type { Sheet } from "../../../shared/letters/office/workbook.ts";

const FIGURES = [
  ["1", "兰山区", "41", "41", "0", "0", "100%"],
  ["2", "河东区", "22", "20", "1", "1", "90.91%"],
  ["3", "沂南县", "12", "9", "3", "0", "75.00%"],
  ["", "莒南县", "0", "0", "0", "0", "—"],
] as const;

/** A circular with a red head, sections, tables and all that stands under it. */
export const CIRCULAR: OfficialDocument = {
  masthead: "行政应诉工作通报",
  number: "临司行通〔2026〕8号",
  title: "关于2026年8月全市行政机关负责人\n出庭应诉情况的通报",
  addressee: "各县区人民政府，市政府各部门、各直属机构",
  body: [
    paragraph("根据法院台账、庭审笔录和各单位备案，现将2026年8月全市行政机关负责人出庭应诉情况通报如下。"),
    heading(1, "总体情况"),
    paragraph(
      "全市开庭审理行政案件137件，行政机关负责人出庭应诉123件，出庭率89.78%，较上月上升17.73个百分点。",
      "出庭率明显上升。",
    ),
    heading(2, "县区情况"),
    {
      type: "table",
      caption: "表1　各县区行政机关负责人出庭情况",
      columns: [
        { title: "排名", width: 2, align: "center" },
        { title: "县区", width: 4 },
        { title: "开庭审理", width: 3, align: "right" },
        { title: "负责人出庭", width: 3, align: "right" },
        { title: "未出庭", width: 2, align: "right" },
        { title: "情况不明", width: 3, align: "right" },
        { title: "出庭率", width: 3, align: "right" },
      ],
      rows: FIGURES,
      note: "注：单位为件次，按行政机关所属县区统计。",
    },
    heading(3, "出庭率较低的单位"),
    paragraph("沂南县。"),
    heading(2, "部门情况"),
    paragraph("公安机关出庭率最高。"),
    heading(1, "工作要求"),
    ...items("强化出庭责任。", "提前与法院沟通。", "及时备案。"),
  ],
  attachments: ["2026年8月行政机关负责人出庭应诉情况统计表", "负责人未出庭案件清单"],
  signature: { by: "临沂市司法局", date: "2026年9月3日" },
  copies: "临沂市中级人民法院",
};

/** A form with labels, cells that span, and places to sign. */
export const FORM: OfficialDocument = {
  number: "编号：办2026-0017",
  title: "行政应诉案件办理单",
  status: "征求意见稿",
  body: [
    {
      type: "form",
      widths: [3, 5, 3, 5],
      rows: [
        { cells: [label("案号"), filled("（2026）鲁13行初12号"), label("收到时间"), filled("2026年9月7日")] },
        {
          cells: [label("案情摘要"), filled("张某某不服临沂市人民政府行政复议决定，提起诉讼。", 3)],
          height: 40,
        },
        {
          cells: [
            label("应诉建议"),
            {
              text: "建议由分管副市长出庭。",
              span: 3,
              foot: ["负责人（签字）：　　　　　　", "年　　月　　日"],
            },
          ],
          height: 50,
        },
      ],
    },
  ],
};

export const SHEETS: readonly Sheet[] = [
  {
    name: "县区",
    columns: [
      { title: "排名", width: 6 },
      { title: "县区", width: 14 },
      { title: "开庭审理", width: 10 },
      { title: "出庭率", width: 10 },
      { title: "较上月（百分点）", width: 16 },
      { title: "最近开庭", width: 12 },
    ],
    rows: [
      [
        1,
        "兰山区",
        41,
        { rate: { part: 41, whole: 41 } },
        { points: 1773 },
        { day: civilDate("2026-08-31") },
      ],
      [2, "河东区", 22, { rate: { part: 20, whole: 22 } }, { points: -5 }, undefined],
      [undefined, "莒南县", 0, { rate: { part: 0, whole: 0 } }, undefined, undefined],
      [3, "=1+1", 100_000, { rate: { part: 99_999, whole: 100_000 } }, { points: 0 }, "2026-08-01"],
    ],
  },
  {
    name: "县区/明细:[1]",
    columns: [{ title: "案号", width: 30 }],
    rows: [["（2026）鲁1302行初1号"], ["0123"]],
  },
];
