/**
 * Papers that go with a mail as DOCX, to be signed or sealed. They are made by a library that most mails don't need:
 * it is loaded when a notice has one.
 */
import type { PackShown } from "../../domain/notices/frame/shown.ts";
import { halfName } from "../frame/dates.ts";
import type { Attachment } from "../frame/mail.ts";
import { DOCX } from "../frame/media-types.ts";
import type { AbsencePaper } from "./agency-paper.ts";
import type { AuthorisationPaper } from "./authorisation-paper.ts";
import type { FilingPaper } from "./filing-paper.ts";
import type { HandlingFormPaper } from "./handling-form-paper.ts";
import type { IdentityPaper } from "./identity-paper.ts";
import type { InterviewPaper } from "./interview-paper.ts";
import type { OfficialDocument } from "./official-document.ts";
import type { ReportPaper } from "./report-paper.ts";

/** 案件办理单. */
export async function handlingFormDocx(paper: HandlingFormPaper): Promise<Attachment> {
  const { handlingFormPaper } = await import("./handling-form-paper.ts");
  return docx(`案件办理单 ${paper.case.caseNumber}`, handlingFormPaper(paper));
}

/** 联席会议材料. */
export async function packDocx(pack: PackShown): Promise<Attachment> {
  const { packPaper } = await import("./pack-paper.ts");
  return docx(`${pack.place}${halfName(pack)}联席会议材料`, packPaper(pack));
}

/** 约谈通知书. */
export async function interviewDocx(paper: InterviewPaper): Promise<Attachment> {
  const { interviewPaper } = await import("./interview-paper.ts");
  return docx(`约谈通知书 ${paper.interview.unit}`, interviewPaper(paper));
}

/** 负责人身份证明书. */
export async function identityDocx(paper: IdentityPaper): Promise<Attachment> {
  const { identityPaper } = await import("./identity-paper.ts");
  return docx(`负责人身份证明书 ${paper.case.caseNumber}`, identityPaper(paper));
}

/** 授权委托书. */
export async function authorisationDocx(paper: AuthorisationPaper): Promise<Attachment> {
  const { authorisationPaper } = await import("./authorisation-paper.ts");
  return docx(`授权委托书 ${paper.case.caseNumber}`, authorisationPaper(paper));
}

/** 不能出庭情况说明. */
export async function absenceDocx(paper: AbsencePaper): Promise<Attachment> {
  const { absencePaper } = await import("./absence-papers.ts");
  return docx(`负责人不能出庭情况说明 ${paper.case.caseNumber}`, absencePaper(paper));
}

/** 延期开庭申请书. */
export async function postponementDocx(paper: AbsencePaper): Promise<Attachment> {
  const { postponementPaper } = await import("./absence-papers.ts");
  return docx(`延期开庭申请书 ${paper.case.caseNumber}`, postponementPaper(paper));
}

/** 三日报告表. */
export async function reportDocx(paper: ReportPaper): Promise<Attachment> {
  const { reportPaper } = await import("./report-paper.ts");
  return docx(`三日报告表 ${paper.case.caseNumber}`, reportPaper(paper));
}

/** 出庭备案表. */
export async function filingDocx(paper: FilingPaper): Promise<Attachment> {
  const { filingPaper } = await import("./filing-paper.ts");
  return docx(`出庭备案表 ${paper.case.caseNumber}`, filingPaper(paper));
}

async function docx(name: string, document: OfficialDocument): Promise<Attachment> {
  const { docxBytes } = await import("./docx.ts");
  return { name: `${name}.docx`, contentType: DOCX, content: await docxBytes(document) };
}
