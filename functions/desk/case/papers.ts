/** Documents to download from a case's pages, as DOCX: the case handling form, and the head's identity certificate to be sealed. */
import { html } from "hono/html";
import { formOf, formPaper } from "../../../shared/domain/case-file/designation.ts";
import { reportOf } from "../../../shared/domain/case-file/reports.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type { Attachment } from "../../../shared/letters/frame/mail.ts";
import { handlingFormDocx, identityDocx } from "../../../shared/letters/office/docx-papers.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { ShownFile, Visit } from "../frame/room.ts";
import type { OpenCase } from "./open-case.ts";

interface Paper {
  readonly part: string;
  readonly name: string;
  make(): Promise<Attachment>;
}

/** What a link's page offers as things stand. */
function papersAt({ link, file }: OpenCase): readonly Paper[] {
  switch (link.task) {
    case "designation":
    case "approval":
    case "leader":
      return [{ part: "handling-form", name: "案件办理单", make: () => handlingForm({ link, file }) }];
    case "report":
    case "filing": {
      if (file.state !== "awaiting-hearing") return [];
      const { hearing } = file;
      const { respondent } = link;
      const head = reportOf(file, respondent)?.head;
      return [
        {
          part: "identity-paper",
          name: "负责人身份证明书",
          make: () =>
            identityDocx({
              case: summaryOf(file),
              respondent,
              hearing,
              ...(head?.appears === true && { head }),
            }),
        },
      ];
    }
    case "supervision":
      return [];
    default:
      return link satisfies never;
  }
}

async function handlingForm({ link, file }: OpenCase): Promise<Attachment> {
  if (link.task !== "designation" && link.task !== "approval") throw new TypeError("no form to print");
  const { respondent, stage } = link;
  const paper = formPaper(file, stage);
  const form = formOf(file, respondent, stage);
  return handlingFormDocx({
    case: summaryOf(file),
    respondent,
    stage,
    ...(file.state === "awaiting-hearing" && { hearing: file.hearing }),
    ...(paper && { paper }),
    ...(form && { form: { ...form, agency: form.agency.name } }),
    ...(form?.answer && { answer: form.answer }),
  });
}

/** Links to them; they are made when they are asked for. */
export function paperList(open: OpenCase, visit: Visit): Markup {
  const papers = papersAt(open);
  if (papers.length === 0) return html``;
  return html`<h2>下载</h2><ul class="papers">${papers.map(
    ({ part, name }) =>
      html`<li><a href="${placeOf(visit, { part })}">${name}（.docx，打印后签字盖章）</a></li>`,
  )}</ul>`;
}

/** One of them; undefined where the page has none of that name. */
export async function paperFile(open: OpenCase, part: string): Promise<ShownFile | undefined> {
  const made = await papersAt(open)
    .find((one) => one.part === part)
    ?.make();
  if (made === undefined || typeof made.content === "string") return undefined;
  return {
    status: 200,
    file: { name: made.name, contentType: made.contentType, bytes: made.content },
  };
}
