/**
 * 负责人身份证明: the paper a head shows in court, with name and post and the seal of the agency that is sued
 * (法释〔2020〕3号 §6); one that is not in order and not corrected counts as not having appeared.
 */

import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { HeadRank } from "../../domain/court/head.ts";
import type { CaseSummary } from "../../domain/notices/frame/shown.ts";
import { hearingMoment } from "../frame/dates.ts";
import { filled, label, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { caseTitle } from "../wording/case-wording.ts";
import { rankName } from "../wording/head-wording.ts";

/** The head as the three-day report names them; without, the paper is to be filled in. */
export interface HeadNamed {
  readonly name: string;
  readonly title: string;
  readonly rank: HeadRank;
}

export interface IdentityPaper {
  readonly case: CaseSummary;
  /** Whose head it is, and whose seal: the agency that is sued, also where another is designated for it. */
  readonly respondent: string;
  readonly hearing: HearingDetails;
  readonly head?: HeadNamed;
}

const BLANK = "＿＿＿＿＿";
const RANKS: readonly HeadRank[] = ["principal", "deputy", "in-charge"];

/** The paper, ready to be sealed where the head is known. */
export function identityPaper({ case: of, respondent, hearing, head }: IdentityPaper): OfficialDocument {
  const ranks = RANKS.map(
    (rank) =>
      `${rank === head?.rank ? "☑" : "□"}${rank === "in-charge" ? "其他参与分管的" : rankName(rank)}负责人`,
  ).join("　");
  return {
    title: "行政机关负责人身份证明书",
    addressee: of.court,
    body: [
      paragraph(
        `${head?.name ?? BLANK}同志，现任${respondent}${head?.title ?? BLANK}，系我单位负责人，代表我单位出庭应诉${of.caseNumber}${caseTitle(of)}（${hearingMoment(hearing)}开庭）。`,
      ),
      paragraph("特此证明。"),
      {
        type: "form",
        widths: [3, 5, 3, 5],
        rows: [
          { cells: [label("姓名"), filled(head?.name ?? ""), label("职务"), filled(head?.title ?? "")] },
          { cells: [label("负责人类别"), filled(ranks, 3)] },
          { cells: [label("居民身份证号"), filled(""), label("联系电话"), filled("")] },
        ],
      },
      paragraph("本证明须加盖本机关印章，与负责人本人居民身份证一并在庭前提交人民法院核对。"),
    ],
    signature: { by: `${respondent}（盖章）`, date: "　　　　年　　月　　日" },
  };
}
