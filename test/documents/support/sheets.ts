/** A ledger as a workbook whose cells mean something by how they look. */
import { writeXlsx } from "hucre/xlsx";

const HEADING = ["案号", "被告", "开庭日期", "是否开庭", "负责人是否出庭", "结案方式"];
const number = (serial: number) => `（2026）鲁1302行初${serial}号`;
/** 2026-08-05 in the system that begins in 1904. */
const SERIAL = { 1900: 46239, 1904: 44777 } as const;

/** Days as numbers with and without a format, dates as dates, crossed-out cells, in either system of days. */
export function sampleSheet(dateSystem: "1900" | "1904"): Promise<Uint8Array> {
  const rows = [
    HEADING,
    [number(1), "甲县公安局", 8.1, "是", "否", ""],
    [number(2), "甲县公安局", 8.1, "是", "否", ""],
    [number(3), "甲县公安局", 8.5, "是", "否", ""],
    [number(4), "甲县公安局", SERIAL[dateSystem], "是", "否", ""],
    [number(5), "甲县公安局", new Date(Date.UTC(2026, 7, 6)), "是", "是", ""],
    [number(6), "甲县公安局", new Date(Date.UTC(2026, 7, 7)), "是", "否", "驳回"],
    [number(7), "甲县公安局", "8.10", "是", "否", ""],
  ];
  const struck = { style: { font: { strikethrough: true } } };
  return writeXlsx({
    dateSystem,
    sheets: [
      {
        name: "2026年8月",
        rows,
        cells: new Map<string, object>([
          ["1,2", { style: { numFmt: "0.00" } }],
          ["5,2", { style: { numFmt: 'm"月"d"日"' } }],
          ["6,5", struck],
        ]),
      },
    ],
  });
}
