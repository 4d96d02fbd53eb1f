/** The head can't appear: what the agency explains to the court (不能出庭情况说明), and asks of it (延期开庭申请书). */
import { hearingMoment } from "../frame/dates.ts";
import { type Block, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { LEGAL_BASIS } from "../wording/legal-basis.ts";
import { groundName } from "../wording/report-wording.ts";
import {
  type AbsencePaper,
  blank,
  caseNamed,
  FOUR_COLUMNS,
  groundBoxes,
  linesOf,
  peopleLine,
  sealed,
  signedRow,
  two,
  wide,
} from "./agency-paper.ts";

/** 不能出庭情况说明: sealed, or instead signed by the principal; the court examines it. */
export function absencePaper({
  case: of,
  respondent,
  hearing,
  ground,
  explanation,
  staff,
  proofs,
}: AbsencePaper): OfficialDocument {
  return {
    title: "行政机关负责人不能出庭情况说明",
    addressee: of.court,
    body: [
      paragraph(
        `贵院受理的${caseNamed(of)}，定于${hearingMoment(hearing)}开庭。我单位负责人不能出庭应诉，说明如下，请予审查（${LEGAL_BASIS.grounds}、第九条）。`,
      ),
      {
        type: "form",
        widths: FOUR_COLUMNS,
        rows: [
          two(["负责人姓名", ""], ["职务", ""]),
          wide("理由", groundBoxes(ground)),
          wide("具体情况", linesOf(explanation), 15),
          wide("证明材料", proofs.length === 0 ? "" : proofs.map((name, at) => `${at + 1}. ${name}`)),
          wide("工作人员", peopleLine(staff)),
          signedRow("主要负责人", "", 9),
          // Of whoever must approve it by the rules of the place; elsewhere it stays empty.
          signedRow("上级批准", "", 9),
        ],
      },
      paragraph("特此说明。"),
    ],
    signature: sealed(respondent),
  };
}

/** 延期开庭申请书: where no other head can appear; the court may put the hearing off, and need not. */
export function postponementPaper({
  case: of,
  respondent,
  address,
  principal,
  hearing,
  ground,
  explanation,
  proofs,
}: AbsencePaper): OfficialDocument {
  const reason = ground === undefined ? blank(10) : groundName(ground);
  const told: readonly Block[] =
    explanation === undefined
      ? [paragraph(blank(19), "具体情况："), paragraph(blank(24))]
      : linesOf(explanation).map((text, at) => paragraph(text, at === 0 ? "具体情况：" : undefined));
  return {
    title: "延期开庭申请书",
    addressee: of.court,
    body: [
      paragraph(
        `${respondent}，住所地${address ?? blank(10)}，法定代表人（负责人）${principal?.name ?? blank(5)}，职务${principal?.title ?? blank(5)}。`,
        "申请人：",
      ),
      paragraph(
        `${caseNamed(of)}，原定于${hearingMoment(hearing)}开庭审理，请准许延期至${blank(4)}年${blank(2)}月${blank(2)}日以后开庭。`,
        "申请事项：",
      ),
      paragraph(`申请人的负责人因${reason}，不能在原定时间出庭应诉，其他负责人也不能出庭。`, "事实和理由："),
      ...told,
      paragraph(`根据${LEGAL_BASIS.proof}，申请延期开庭审理，请予准许。`),
    ],
    attachments: proofs.length === 0 ? ["证明材料"] : proofs,
    signature: sealed(respondent),
  };
}
