/** What the mails of a version say and carry: to those it is circulated to, and to the bureau that issues it. */

import { defined } from "../../domain/defined.ts";
import type { AttachedFile } from "../../domain/notices/frame/shown.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { Rules } from "../../domain/rules.ts";
import type { BulletinVersion, InMail } from "../../domain/statistics/bulletin-version.ts";
import { keyFigures } from "../../domain/statistics/key-figures.ts";
import type { Period } from "../../domain/time/period.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import type { BulletinFile, EditionContents } from "./files.ts";
import { bulletinTitle, hasAnnex, wordsInMail } from "./wording.ts";

/** A version that is kept, as far as its mails need it. */
export type MailedVersion = Pick<BulletinVersion, "version" | "folder"> & { readonly inMail: InMail };

/** What goes with a mail, in this order, while there is room: people first want to read, then to count. */
const ATTACHED: readonly BulletinFile["name"][] = [
  "bulletin.docx",
  "bulletin.html",
  "bulletin.xlsx",
  "bulletin.csv",
];
/** Beside those, to the bureau that issued it: what it keeps to itself. */
const OWN: readonly BulletinFile["name"][] = ["annex.xlsx"];
/** It names units and cases, whatever was chosen. */
const WHOLE: BulletinFile["name"] = "bulletin.csv";
/** SES takes 10 MB as it goes over the wire, where Base64 makes four bytes of three; many government servers take less. */
const MOST_BYTES = 5 * 1024 * 1024;

/** What is kept of an edition for its mails. */
export function inMailOf(
  { figures, edition }: Pick<EditionContents, "figures" | "edition">,
  files: readonly BulletinFile[],
): InMail {
  return {
    figures: keyFigures(figures, edition),
    ...defined({ changed: edition.changes?.rows.length, missingLedgers: edition.missingLedgers }),
    files: files.map(({ bytes, ...file }) => ({ ...file, size: bytes.byteLength })),
    ...defined({ words: wordsInMail(figures, edition), to: edition.content?.to }),
    ...(hasAnnex(edition, figures) && { annex: true }),
  };
}

/** The notice of a version; `own`: to the bureau that issues it. */
export function bulletinNotice(
  kept: MailedVersion,
  { state, rules, period, due }: NoticeOf,
  own: boolean,
): NoticeContent<"bulletin"> {
  const { name } = rules.policy.jurisdiction;
  const { version, inMail } = kept;
  const draft = state === "draft";
  const title = bulletinTitle({ jurisdiction: name, period, version, draft });
  const { attached, left } = attachments(title, kept, own);
  return {
    kind: "bulletin",
    jurisdiction: name,
    month: period.to,
    ...(period.kind !== "month" && { period: period.kind }),
    version,
    draft,
    figures: inMail.figures,
    ...defined({ changed: inMail.changed, missingLedgers: inMail.missingLedgers, words: inMail.words, due }),
    files: attached,
    ...(left.length > 0 && { left }),
    ...(own && !draft && inMail.annex === true && { annex: true }),
  };
}

interface NoticeOf {
  readonly state: BulletinVersion["state"];
  readonly rules: Rules;
  readonly period: Period;
  readonly due?: CivilDate;
}

/** What goes along, and the names of what a mail has no room for. */
function attachments(
  title: string,
  { folder, inMail: { files, annex } }: MailedVersion,
  own: boolean,
): { readonly attached: readonly AttachedFile[]; readonly left: readonly string[] } {
  const attached: AttachedFile[] = [];
  const left: string[] = [];
  let room = MOST_BYTES;
  const wants = own ? [...ATTACHED, ...OWN] : ATTACHED.filter((name) => annex !== true || name !== WHOLE);
  for (const wanted of wants) {
    const file = files.find(({ name }) => name === wanted);
    if (file === undefined) continue;
    const name = fileNameOf(title, wanted);
    if (file.size > room) {
      left.push(name);
      continue;
    }
    room -= file.size;
    attached.push({ name, key: `${folder}/${wanted}`, contentType: file.contentType });
  }
  return { attached, left };
}

/** As people see a file of an edition. */
export function fileNameOf(title: string, file: BulletinFile["name"]): string {
  return `${title}${OWN.includes(file) ? "内部附表" : ""}${file.slice(file.lastIndexOf("."))}`;
}
