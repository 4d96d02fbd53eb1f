/** 卷宗目录: what a closed case's dossier holds, in its order, with how long it is kept. */
import type { Retention } from "../../domain/archive/retention.ts";
import type { Outcome } from "../../domain/court/outcome.ts";
import type { CaseSummary } from "../../domain/notices/frame/shown.ts";
import type { OfficialDocument } from "../office/official-document.ts";
import { outcomeName } from "../wording/outcome-wording.ts";
import { FOUR_COLUMNS, two, wide } from "./agency-paper.ts";

export interface CataloguePaper {
  readonly case: CaseSummary;
  /** 立卷单位: for whom it is made; it holds what that organisation may see. */
  readonly of: string;
  readonly outcome: Outcome;
  /** The days on which the case was registered and closed, as printed. */
  readonly opened?: string;
  readonly closed?: string;
  readonly retention: Retention;
  readonly volumes: number;
  readonly rows: readonly CatalogueRow[];
}

export interface CatalogueRow {
  readonly name: string;
  /** 责任者. */
  readonly from: string;
  readonly date: string;
  /** 册; absent for what isn't in it. */
  readonly volume?: number;
  readonly note?: string;
}

/** 永久, 30年. */
export function retentionName(retention: Retention): string {
  return retention === "permanent" ? "永久" : `${retention}年`;
}

/** The list; numbers of an archive and pages are written by whoever keeps it. */
export function cataloguePaper(paper: CataloguePaper): OfficialDocument {
  const { case: of, opened = "", closed = "", volumes, rows } = paper;
  return {
    title: "行政应诉案件卷宗目录",
    body: [
      {
        type: "form",
        widths: FOUR_COLUMNS,
        rows: [
          two(["案号", of.caseNumber], ["归档号", ""]),
          two(["案由", of.cause ?? ""], ["审理法院", of.court]),
          two(["原告", of.plaintiffs.join("、")], ["被告", of.respondents.join("、")]),
          two(["登记日期", opened], ["结案日期", closed]),
          wide("结案方式", outcomeName(paper.outcome)),
          two(["立卷单位", paper.of], ["保管期限", retentionName(paper.retention)]),
          two(["册数", `共${volumes}册`], ["件数", `共${rows.length}件`]),
          two(["立卷人", ""], ["检查人", ""]),
        ],
      },
      {
        type: "table",
        caption: "卷内文件",
        columns: [
          { title: "序号", width: 8, align: "center" },
          { title: "文件名称", width: 42 },
          { title: "责任者", width: 22 },
          { title: "日期", width: 18 },
          { title: "册", width: 6, align: "center" },
          { title: "备注", width: 14 },
        ],
        rows: rows.map(({ name, from, date, volume, note }, index) => [
          String(index + 1),
          name,
          from,
          date,
          volume === undefined ? "" : String(volume),
          note ?? "",
        ]),
        note: "每册附校验清单（SHA256SUMS），列出各文件的SHA-256值。",
      },
    ],
  };
}
