/** Documents to download from a case's pages, as DOCX: the agency's papers, and the case handling form (案件办理单). */
import { html } from "hono/html";
import { formOf, formPaper } from "../../../shared/domain/case-file/designation.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { handlingFormDocx } from "../../../shared/letters/papers/docx-papers.ts";
import type { CaseLink } from "../case-task/case-link.ts";
import { RIGHTS } from "../case-task/holder.ts";
import type { OpenCase } from "../case-task/open-case.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { DeskPorts, ShownFile, Visit } from "../frame/room.ts";
import { casePaper, casePapers } from "../papers/case-papers.ts";
import { shownFile } from "../papers/paper-table.ts";
import { knownHandlingDetails } from "./handling-known.ts";

const HANDLING_FORM = "handling-form";

type FormLink = CaseLink & { readonly task: "designation" | "approval" | "leader" };

function isAboutForm(link: CaseLink): link is FormLink {
  return link.task === "designation" || link.task === "approval" || link.task === "leader";
}

/** Links to them; they are made when they are asked for. */
export function papersToDownload({ link, file, holder }: OpenCase, visit: Visit, now: Instant): Markup {
  if (isAboutForm(link))
    return html`<h2>下载</h2><ul class="papers"><li><a href="${placeOf(visit, { part: HANDLING_FORM })}">案件办理单（.docx，打印后签字盖章）</a></li></ul>`;
  return titled(casePapers({ file, respondent: link.respondent, now }, RIGHTS[holder].papers, visit));
}

/** What goes to the court with an obstacle (出庭障碍), filled in as it was reported. */
export function papersOfObstacle({ link, file, holder }: OpenCase, visit: Visit, now: Instant): Markup {
  return titled(
    casePapers({ file, respondent: link.respondent, now }, RIGHTS[holder].papers, visit, {
      only: ["absence-statement", "postponement"],
    }),
  );
}

function titled(list: Markup): Markup {
  return String(list) === ""
    ? html``
    : html`<h2>下载文书</h2>
<p>已知的内容已经填好，没有的留空；打印后签字盖章。</p>${list}`;
}

/** One of them; undefined where the page has none of that name. */
export async function paperToDownload(
  ports: DeskPorts,
  { link, file, holder }: OpenCase,
  part: string,
): Promise<ShownFile | undefined> {
  const { respondent } = link;
  if (!isAboutForm(link))
    return casePaper(ports, { file, respondent, now: ports.now() }, RIGHTS[holder].papers, part);
  return part === HANDLING_FORM ? handlingForm(link, file) : undefined;
}

async function handlingForm(
  { respondent, stage }: FormLink,
  file: OpenCase["file"],
): Promise<ShownFile | undefined> {
  const paper = formPaper(file, stage);
  const form = formOf(file, respondent, stage);
  return shownFile(
    await handlingFormDocx({
      case: summaryOf(file),
      respondent,
      stage,
      ...(file.state === "awaiting-hearing" && { hearing: file.hearing }),
      ...(paper && { paper }),
      details: form === undefined ? knownHandlingDetails(file, respondent) : (form.details ?? {}),
      ...(form && { form: { ...form, agency: form.agency.name } }),
      ...(form?.answer && { answer: form.answer }),
    }),
  );
}
