/**
 * Papers of a case as they were handed in (原件): a list on the pages of whoever has a part in the case, each by an address
 * that is signed when it is asked for, lasts some minutes, and is noted. A part of an address that names a paper which its
 * reader may not see leads nowhere, as does one that names none.
 */
import { html } from "hono/html";
import { INSIDE } from "../../../shared/casework/documents/archive-name.ts";
import { involvedIn } from "../../../shared/casework/involved.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { DocumentRecord } from "../../../shared/domain/document.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Download, DownloadSubject } from "../../../shared/domain/originals/download.ts";
import {
  answersFor,
  type CasePaper,
  type CasePart,
  papersFor,
  partsIn,
} from "../../../shared/domain/originals/paper-rights.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { documentName } from "../../../shared/letters/wording/document-wording.ts";
import { originalName, typeOf } from "../../../shared/letters/wording/original-wording.ts";
import type { Markup } from "./page.ts";
import { type Place, placeOf } from "./place.ts";
import type { DeskPorts, ShownElsewhere, Visit } from "./room.ts";

type OriginalsPorts = Pick<
  DeskPorts,
  "records" | "directory" | "originals" | "downloads" | "downloaded" | "now"
>;

/** The parts an organisation has in a case, by the directory as it is now. */
async function partsOf(
  { directory }: Pick<DeskPorts, "directory">,
  file: CaseFile,
  recipient: OrganisationId,
): Promise<readonly CasePart[]> {
  const reader = await directory.organisation(recipient);
  if (reader === undefined) return [];
  const names = answersFor(file, recipient);
  // An agency's part stands in the case itself; nobody else need be looked up.
  if (reader.kind === "agency" || reader.kind === "government")
    return names.length === 0 ? [] : [{ part: "agency", names }];
  return partsIn(file, await involvedIn(file, directory), reader);
}

/** The section of a case's page that offers what its reader may see; nothing where that is nothing. */
export async function papersSection(
  ports: Pick<DeskPorts, "directory">,
  file: CaseFile,
  recipient: OrganisationId,
  visit: Visit,
): Promise<Markup> {
  return papersView(file, await partsOf(ports, file, recipient), visit);
}

/** The same where the parts are known; `query`: what the place of a paper says besides. */
export function papersView(
  file: CaseFile,
  parts: readonly CasePart[],
  visit: Visit,
  query: Place["query"] = {},
): Markup {
  const papers = papersFor(file, parts);
  if (papers.length === 0) return html``;
  return html`<section aria-labelledby="papers"><h2 id="papers">案件文书</h2>
<p class="hint">点击后下载原件。下载情况由系统记录。</p>
<ul class="papers">${papers.map(
    (paper) =>
      html`<li><a href="${placeOf(visit, { part: partOf(paper), query })}">${documentName(paper.kind)}</a><small>${printedMoment(paper.receivedAt)}收到${paper.copy === true ? "，司法局提供的复印件" : ""}</small></li>`,
  )}</ul></section>`;
}

/** Where a paper of a case is read, for some minutes; undefined where the part names none that its reader may see. */
export async function paperElsewhere(
  ports: OriginalsPorts,
  file: CaseFile,
  recipient: OrganisationId,
  part: string,
): Promise<ShownElsewhere | undefined> {
  if (!part.startsWith(PART)) return undefined;
  const papers = papersFor(file, await partsOf(ports, file, recipient));
  const paper = papers.find((one) => partOf(one) === part);
  const document = paper && (await ports.records.document(paper.sha256));
  if (document === undefined) return undefined;
  const { caseNumber } = file;
  return originalElsewhere(ports, { ...document, ...paper, caseNumbers: [caseNumber] }, recipient, {
    of: "case",
    caseNumber,
  });
}

/**
 * Where the original of a document is read, for some minutes, by an organisation that the room has found may see it. It is
 * noted before anybody has the address.
 */
export async function originalElsewhere(
  ports: OriginalsPorts,
  { sha256, kind, caseNumbers, firstUpload }: DocumentRecord,
  organisation: OrganisationId,
  subject: DownloadSubject,
): Promise<ShownElsewhere> {
  const { key, versionId, at } = firstUpload;
  await noteDownload(ports, organisation, subject, { sha256, paper: kind });
  const extension = extensionOf(key);
  return {
    status: 302,
    location: await ports.originals.address(
      { key, versionId, sha256, enclosed: key.includes(INSIDE) },
      { name: originalName({ kind, caseNumbers, at }, extension), contentType: typeOf(extension) },
    ),
  };
}

/** Notes that an organisation is about to get a file; in the table, and by a line in the log. */
export async function noteDownload(
  { downloads, downloaded, directory, now }: Omit<OriginalsPorts, "records" | "originals">,
  organisation: OrganisationId,
  subject: DownloadSubject,
  file: Pick<Download, "sha256" | "paper">,
): Promise<void> {
  const reader = await directory.organisation(organisation);
  const name = reader?.name ?? organisation;
  const download = { subject, at: now(), organisation, name, ...file };
  await downloads.note(download);
  downloaded(download);
}

const PART = "paper-";

function partOf({ sha256 }: Pick<CasePaper, "sha256">): string {
  return `${PART}${sha256}`;
}

/** In small letters and without its stop; empty where the name has none that is plain. */
export function extensionOf(key: string): string {
  const [, extension = ""] = /\.([A-Za-z0-9]{1,5})$/.exec(key) ?? [];
  return extension.toLowerCase();
}
