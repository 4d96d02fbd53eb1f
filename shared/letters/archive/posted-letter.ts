/** A letter of a case as it is kept in the dossier: as text with where its mail is, and as the page its reader got. */
import type { Notice, NoticeState } from "../../domain/notices/notice.ts";
import type { Instant } from "../../domain/time/time.ts";
import { composeLetter } from "../compose.ts";
import { printedMoment } from "../frame/dates.ts";
import { deliveryWords } from "../wording/delivery-wording.ts";

export interface KeptLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Links are left out: they were the reader's, and lead nowhere any more. */
export function keptLetter(
  {
    notice,
    state,
    settledAt,
  }: { readonly notice: Notice; readonly state: NoticeState; readonly settledAt?: Instant },
  senderName: string,
): KeptLetter {
  const { subject, text, html } = composeLetter(notice, { name: senderName });
  const { organisationName, name, address } = notice.recipient;
  const head = [
    `主题：${subject}`,
    `收件：${organisationName}${name === "" || name === organisationName ? "" : `（${name}）`} ${address}`,
    `生成：${printedMoment(notice.createdAt)}`,
    `状态：${deliveryWords(state, { releaseAt: notice.releaseAt, settledAt })}`,
  ];
  return { subject, text: `${head.join("\n")}\n\n${text}`, html };
}
