/** A letter as a paper to be numbered and sealed (纸质件): what was posted in a case, and the 督办函 that is about to go. */
import { html } from "hono/html";
import { defined } from "../../../shared/domain/defined.ts";
import type { Notice } from "../../../shared/domain/notices/notice.ts";
import { noticeNumber } from "../../../shared/domain/notices/notice-number.ts";
import { type CivilDate, civilDateAt } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import type { Signatory } from "../../../shared/letters/frame/mail.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import { paperDocx } from "../../../shared/letters/papers/docx-papers.ts";
import { letterPaper } from "../../../shared/letters/papers/letter-paper.ts";
import type { Markup } from "../frame/page.ts";
import { type Place, placeOf } from "../frame/place.ts";
import type { DeskPorts, ShownFile, Visit } from "../frame/room.ts";
import { shownFile } from "./paper-table.ts";

const PART = "letter-";

/** The link to a posted letter's paper. */
export function letterLink({ id }: Notice, visit: Visit, query: Place["query"] = {}): Markup {
  return html`<a href="${placeOf(visit, { part: `${PART}${id}`, query })}">纸质件（.docx）</a>`;
}

/** Which letter a part names, among those its reader has. */
export function letterNamed(
  part: string,
  posted: readonly { readonly notice: Notice }[],
): Notice | undefined {
  return posted.find(({ notice }) => part === `${PART}${notice.id}`)?.notice;
}

/** What a letter on paper is made of; `date` is absent while it hasn't left, `number` where nobody got it by mail. */
export interface LetterToSeal extends Pick<Notice, "content"> {
  readonly signer?: Signatory;
  readonly addressee: string;
  readonly number?: string;
  readonly date?: CivilDate;
}

/** A letter that was posted. */
export function letterPosted(notice: Notice): LetterToSeal {
  const { content, signer, recipient, createdAt } = notice;
  return {
    content,
    ...defined({ signer }),
    addressee: recipient.organisationName,
    number: noticeNumber(notice),
    date: civilDateAt(createdAt),
  };
}

/** The letter as a file. */
export async function letterFile(
  { senderName: name }: Pick<DeskPorts, "senderName">,
  { content, signer = { name }, addressee, number, date }: LetterToSeal,
): Promise<ShownFile | undefined> {
  const letter = letterOf(content, signer);
  const about = "case" in content ? content.case.caseNumber : addressee;
  const printed = date && printedDate(date);
  return shownFile(
    await paperDocx(
      `${letter.title} ${about}`,
      letterPaper({ letter, signer, addressee, ...defined({ number, date: printed }) }),
    ),
  );
}
