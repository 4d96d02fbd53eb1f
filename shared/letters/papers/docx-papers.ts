/**
 * Papers as DOCX, to be signed or sealed. They are made by a library that most mails don't need: it is loaded when
 * somebody has one made, and so is what stands in a paper that goes with a mail.
 */
import type { PackShown } from "../../domain/notices/frame/shown.ts";
import { halfName } from "../frame/dates.ts";
import type { Attachment } from "../frame/mail.ts";
import { DOCX } from "../frame/media-types.ts";
import type { OfficialDocument } from "../office/official-document.ts";
import type { HandlingFormPaper } from "./handling-form-paper.ts";
import type { IdentityPaper } from "./identity-paper.ts";
import type { InterviewPaper } from "./interview-paper.ts";
import type { SuggestionReplyPaper } from "./suggestion-reply-paper.ts";

/** 案件办理单. */
export async function handlingFormDocx(paper: HandlingFormPaper): Promise<Attachment> {
  const { handlingFormPaper } = await import("./handling-form-paper.ts");
  return paperDocx(`案件办理单 ${paper.case.caseNumber}`, handlingFormPaper(paper));
}

/** 联席会议材料. */
export async function packDocx(pack: PackShown): Promise<Attachment> {
  const { packPaper } = await import("./pack-paper.ts");
  return paperDocx(`${pack.place}${halfName(pack)}联席会议材料`, packPaper(pack));
}

/** 约谈通知书. */
export async function interviewDocx(paper: InterviewPaper): Promise<Attachment> {
  const { interviewPaper } = await import("./interview-paper.ts");
  return paperDocx(`约谈通知书 ${paper.interview.unit}`, interviewPaper(paper));
}

/** 负责人身份证明书. */
export async function identityDocx(paper: IdentityPaper): Promise<Attachment> {
  const { identityPaper } = await import("./identity-paper.ts");
  return paperDocx(`负责人身份证明书 ${paper.case.caseNumber}`, identityPaper(paper));
}

/** 司法建议复函. */
export async function suggestionReplyDocx(paper: SuggestionReplyPaper): Promise<Attachment> {
  const { suggestionReplyPaper } = await import("./suggestion-reply-paper.ts");
  const { number, court } = paper.suggestion;
  return paperDocx(`司法建议复函 ${number ?? court}`, suggestionReplyPaper(paper));
}

/** Any paper as a file; `name` is the file's, without what it ends with. */
export async function paperDocx(name: string, document: OfficialDocument): Promise<Attachment> {
  const { docxBytes } = await import("../office/docx.ts");
  return { name: `${name}.docx`, contentType: DOCX, content: await docxBytes(document) };
}
