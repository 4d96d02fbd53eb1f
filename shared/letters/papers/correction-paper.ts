/** 整改建议书: a shortcoming in handling a case or at the hearing, and what its agency should mend by when, as a sealed letter. */
import type { Correction } from "../../domain/programme/entry.ts";
import { printedDate } from "../frame/dates.ts";
import { heading, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { BLANK_NUMBER, linesOf, sealed } from "./agency-paper.ts";

/** The letter as it was proposed; its number is given by whoever seals it. */
export function correctionPaper(correction: Correction, issuer: string): OfficialDocument {
  const { to, caseNumber, shortcoming, proposal, due, issuedOn } = correction;
  return {
    masthead: issuer,
    number: BLANK_NUMBER,
    title: "行政应诉整改建议书",
    addressee: to.name,
    body: [
      paragraph(
        `${caseNumber === undefined ? "在行政应诉工作中" : `在${caseNumber}一案的办理中`}，发现你单位存在下列问题，现提出整改建议。`,
      ),
      heading(1, "存在的问题"),
      ...linesOf(shortcoming).map((line) => paragraph(line)),
      heading(1, "整改建议"),
      ...linesOf(proposal).map((line) => paragraph(line)),
      heading(1, "答复要求"),
      paragraph(`请于${printedDate(due)}前（含当日）书面答复整改情况，写明已采取的措施、结果和今后的做法。`),
    ],
    signature: { by: sealed(issuer).by, date: printedDate(issuedOn) },
  };
}
