/** What an agency hands in to the court within the time for its defence: 行政答辩状 and 证据目录, begun with what the case knows. */
import type { Person } from "../../domain/case-file/report.ts";
import { type Block, heading, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { caseTitle } from "../wording/case-wording.ts";
import {
  type AgencyPaper,
  blank,
  blankLines,
  caseNamed,
  FOUR_COLUMNS,
  sealed,
  signedRow,
} from "./agency-paper.ts";

export interface DefencePaper extends AgencyPaper {
  /** Who acts for the agency, as the three-day report names them. */
  readonly agents: readonly Person[];
}

/** What a defence answers, head by head: competence, facts, law, procedure, and the claims. */
const HEADS = [
  "行政行为的职权依据",
  "认定的事实和证据",
  "适用的法律、法规和规范性文件",
  "行政程序",
  "对原告诉讼请求和理由的答复",
] as const;

/** 行政答辩状; what is answered is the agency's to write. */
export function defencePaper({
  case: of,
  respondent,
  address,
  principal,
  agents,
}: DefencePaper): OfficialDocument {
  return {
    title: "行政答辩状",
    body: [
      paragraph(
        `${respondent}，住所地${address ?? blank(10)}，法定代表人（负责人）${principal?.name ?? blank(5)}，职务${principal?.title ?? blank(5)}。`,
        "答辩人：",
      ),
      paragraph(
        agents.length === 0
          ? `${blank(5)}，职务${blank(5)}。`
          : `${agents.map(({ name, title }) => `${name}，${title}`).join("；")}。`,
        "委托代理人：",
      ),
      paragraph(
        `${of.plaintiffs.length === 0 ? blank(8) : of.plaintiffs.join("、")}。`,
        "被答辩人（原告）：",
      ),
      paragraph(`答辩人就${caseNamed(of)}，提出答辩如下。`),
      heading(1, "答辩请求"),
      ...blankLines(1),
      heading(1, "事实和理由"),
      ...HEADS.flatMap((text): readonly Block[] => [heading(2, text), ...blankLines(2)]),
      paragraph("此致"),
      paragraph(of.court),
    ],
    attachments: [
      `答辩状副本${blank(2)}份`,
      `证据目录和证据${blank(2)}份`,
      `所依据的规范性文件${blank(2)}份`,
    ],
    signature: sealed(respondent),
  };
}

/** Lines of a list of evidence to be written by hand. */
const EVIDENCE_LINES = 7;
const NORM_LINES = 3;

/** 证据目录, with the norms the act rests on. */
export function evidencePaper({ case: of, respondent }: AgencyPaper): OfficialDocument {
  const numbers = (count: number, columns: number) =>
    Array.from({ length: count }, (_, index) => [
      String(index + 1),
      ...Array.from({ length: columns }, () => ""),
    ]);
  return {
    title: "证据目录",
    body: [
      paragraph(`${of.caseNumber}，${caseTitle(of)}。`, "案件："),
      paragraph(`${respondent}（被告）。`, "提交人："),
      {
        type: "table",
        caption: "证据",
        columns: [
          { title: "序号", width: 8, align: "center" },
          { title: "证据名称", width: 30 },
          { title: "来源", width: 16 },
          { title: "证明对象和内容", width: 30 },
          { title: "原件或者复印件", width: 16 },
          { title: "页码", width: 10 },
        ],
        rows: numbers(EVIDENCE_LINES, 5),
      },
      {
        type: "table",
        caption: "所依据的规范性文件",
        columns: [
          { title: "序号", width: 8, align: "center" },
          { title: "名称、文号", width: 44 },
          { title: "条款", width: 34 },
          { title: "页码", width: 10 },
        ],
        rows: numbers(NORM_LINES, 3),
      },
      {
        type: "form",
        widths: FOUR_COLUMNS,
        rows: [signedRow("提交人", "", 9, ["（盖章）　　　　年　　月　　日"]), signedRow("法院签收", "", 9)],
      },
    ],
  };
}
