/** What does a court's or a bureau's report count (台账报告, 统计表, 通报)? It has no case of its own. */

import { figuresOfGrid, figuresOfText } from "../figures/figure-reading.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { ruleTable } from "../text/rule-table.ts";
import type { Grid } from "../text/table.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";
import { NOTHING_READ } from "./facts.ts";

const REPORT = ruleTable("title-of-a-report", (title: string) => title, [
  {
    name: "of-figures",
    of: /(?:统计|汇总|月报|季报|年报|通报|台账)[^，。]{0,8}(?:表|报告|情况|说明)?$/u,
    says: true,
    example: "行政案件统计表",
  },
  {
    name: "of-a-period",
    of: /[\d一二三四五六七八九十](?:月|季度|年度)[^，。]{0,40}(?:情况|报告|总结)/u,
    says: true,
    example: "9月份负责人出庭应诉情况",
  },
]);

/** Whether a title is that of a court's or bureau's report of figures (台账报告, 统计表, 通报): it has no case of its own. */
export function isCourtReport(title: string | undefined): boolean {
  return title !== undefined && REPORT.decide(title) !== undefined;
}

/** Reads such a report: whose it is, and what it counts. The cases it names are examples and none of them is the document's own. */
export function readCourtReport({ flat, facts }: CasePaper): ReadDocument {
  const figures = figuresOfText(flat) ?? figuresOfGrid(rowsOf(flat.source));
  const { kind, title, administrative, court, issuedOn } = facts;
  return {
    kind,
    administrative: administrative.value
      ? administrative
      : { ...administrative, value: true, confidence: CONFIDENCE.inferred },
    ...NOTHING_READ,
    ...(title === undefined ? {} : { title }),
    ...(court === undefined ? {} : { court }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(figures === undefined ? {} : { figures }),
  };
}

function rowsOf(text: string): Grid {
  return text.split("\n").map((line, index) => ({ sheet: "", row: index + 1, cells: line.split("\t") }));
}
