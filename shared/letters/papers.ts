/**
 * Papers that go with a mail as DOCX, to be signed or sealed. They are made by a library that most mails don't need:
 * it is loaded when a notice has one.
 */
import type { NoticeContent } from "../domain/notices/notice.ts";
import type { PackShown } from "../domain/notices/shown.ts";
import type { Attachment } from "./frame/mail.ts";
import { DOCX } from "./frame/media-types.ts";
import type { HandlingFormPaper } from "./office/handling-form-paper.ts";
import type { IdentityPaper } from "./office/identity-paper.ts";
import type { InterviewPaper } from "./office/interview-paper.ts";
import type { OfficialDocument } from "./office/official-document.ts";

/** The papers of a notice. */
export async function papersOf(content: NoticeContent): Promise<readonly Attachment[]> {
  switch (content.kind) {
    case "case-handling-form": {
      const { documentKind: kind, receivedAt } = content;
      return [await handlingFormDocx({ ...content, paper: { kind, receivedAt } })];
    }
    case "handling-form-submitted":
      return [await handlingFormDocx({ ...content, form: content })];
    case "hearing-reminder":
      return [await identityDocx(content)];
    case "pack-made":
    case "meeting-invited":
      return [await packDocx(content.pack)];
    case "interview-called":
      return content.copy ? [] : [await interviewDocx(content)];
    default:
      return [];
  }
}

/** 案件办理单. */
export async function handlingFormDocx(paper: HandlingFormPaper): Promise<Attachment> {
  const { handlingFormPaper } = await import("./office/handling-form-paper.ts");
  return docx(`案件办理单 ${paper.case.caseNumber}`, handlingFormPaper(paper));
}

/** 联席会议材料. */
async function packDocx(pack: PackShown): Promise<Attachment> {
  const { packPaper } = await import("./office/pack-paper.ts");
  return docx(`${pack.place}${pack.year}年${pack.half === 1 ? "上" : "下"}半年联席会议材料`, packPaper(pack));
}

/** 约谈通知书. */
async function interviewDocx(paper: InterviewPaper): Promise<Attachment> {
  const { interviewPaper } = await import("./office/interview-paper.ts");
  return docx(`约谈通知书 ${paper.interview.unit}`, interviewPaper(paper));
}

/** 负责人身份证明书. */
export async function identityDocx(paper: IdentityPaper): Promise<Attachment> {
  const { identityPaper } = await import("./office/identity-paper.ts");
  return docx(`负责人身份证明书 ${paper.case.caseNumber}`, identityPaper(paper));
}

async function docx(name: string, document: OfficialDocument): Promise<Attachment> {
  const { docxBytes } = await import("./office/docx.ts");
  return { name: `${name}.docx`, contentType: DOCX, content: await docxBytes(document) };
}
