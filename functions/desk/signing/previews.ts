/** The exact papers a bulletin would be, before it is signed, and those of a version that was issued. */
import { html } from "hono/html";
import { type ComposedEdition, lastVersion } from "../../../shared/casework/bulletin/compose-edition.ts";
import { notice } from "../../../shared/domain/obligations/addressing.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { bulletinNotice, fileNameOf, inMailOf } from "../../../shared/letters/bulletin/bulletin-notice.ts";
import { bulletinFile, bulletinFiles } from "../../../shared/letters/bulletin/files.ts";
import { bulletinTitle } from "../../../shared/letters/bulletin/wording.ts";
import { composeMail } from "../../../shared/letters/compose.ts";
import { placeOf } from "../frame/place.ts";
import type { DeskPorts, Shown } from "../frame/room.ts";
import { type OpenSigning, ofSigning } from "./open-signing.ts";

/** Files that can be looked at beforehand, by the part of the address. */
const PREVIEWED = {
  page: "bulletin.html",
  paper: "bulletin.docx",
  workbook: "bulletin.xlsx",
  annex: "annex.xlsx",
} as const;
/** A bulletin's files are some hundred kilobytes; a gateway's answer carries no more than this. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A file as it would be; undefined where there is none of that name. */
export async function previewFile(part: string, composed: ComposedEdition): Promise<Shown | undefined> {
  if (!isPreviewed(part)) return undefined;
  const wanted = PREVIEWED[part];
  const file = await bulletinFile(wanted, composed);
  if (file === undefined) return undefined;
  const { contentType, bytes } = file;
  const name = `【预览】${fileNameOf(bulletinTitle(composed.edition), wanted)}`;
  return { status: 200, file: { name, contentType, bytes } };
}

function isPreviewed(part: string): part is keyof typeof PREVIEWED {
  return Object.hasOwn(PREVIEWED, part);
}

/** The mail to those it is circulated to. */
export async function previewMail(
  { rules, now, senderName }: DeskPorts,
  { visit, signing }: OpenSigning,
  composed: ComposedEdition,
): Promise<Shown> {
  const { edition } = composed;
  const inMail = inMailOf(composed, await bulletinFiles(composed));
  const kept = { version: edition.version, folder: "", inMail };
  const content = bulletinNotice(kept, { state: "issued", rules, period: edition.period }, false);
  const { jurisdiction, month } = signing;
  const recipient = {
    organisation: "" as OrganisationId,
    organisationName: "（收件单位）",
    name: "",
    address: "",
  };
  const subject = { of: "bulletin", jurisdiction, month } as const;
  const written = notice("preview", recipient, content, { subject, now: now(), rules }, { reader: "office" });
  const mail = composeMail(written, { name: senderName, address: "" });
  return {
    status: 200,
    title: "邮件预览",
    body: html`<nav aria-label="返回"><ul><li><a href="${placeOf(visit, { query: ofSigning(signing) })}">返回通报签发</a></li></ul></nav>
<dl><div><dt>主题</dt><dd>${mail.subject}</dd></div></dl>
<div class="source" role="region" tabindex="0" aria-label="邮件正文">${mail.text}</div>`,
  };
}

/** A file of the version that left last; undefined where there is none. */
export async function issuedFile(
  { records, rules, bulletinFiles: files }: DeskPorts,
  { visit, signing }: OpenSigning,
): Promise<Shown | undefined> {
  const period = periodOf(signing.period, signing.month);
  const last = await lastVersion(records, { period, state: "issued", rules });
  const kept = last?.inMail?.files.find(({ name }) => name === visit.query.file);
  if (last === undefined || kept === undefined) return undefined;
  const bytes = await files.read(`${last.folder}/${kept.name}`, undefined, MOST_BYTES);
  if (typeof bytes === "string") return undefined;
  const title = bulletinTitle({
    jurisdiction: rules.policy.jurisdiction.name,
    period,
    version: last.version,
    draft: false,
  });
  const name = fileNameOf(title, kept.name as Parameters<typeof fileNameOf>[1]);
  return { status: 200, file: { name, contentType: kept.contentType, bytes } };
}
