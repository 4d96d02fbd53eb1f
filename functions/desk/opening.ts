/** What stands behind a link now: whether it is ours, still good, still unused, and the case it is about. */
import { sourceOf } from "../../shared/casework/documents/arriving.ts";
import { involvedIn } from "../../shared/casework/involved.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import type { Link } from "../../shared/domain/desk-link.ts";
import type { DeskRefusal } from "../../shared/domain/refusal.ts";
import { readLink } from "../../shared/links/token.ts";
import type { DocumentRecord, UsedLink } from "../../shared/ports.ts";
import type { DeskPorts } from "./desk.ts";

/** A link about a case. */
export type CaseLink = Extract<Link, { readonly caseNumber: unknown }>;

/** A link about a document. */
export type ReviewLink = Extract<Link, { readonly task: "review" }>;

/** A genuine link with its case, for whoever it belongs to. */
export interface OpenCase {
  readonly link: CaseLink;
  readonly file: CaseFile;
}

export type Opening =
  | { readonly state: "forged" }
  | { readonly state: "expired"; readonly link: Link }
  | { readonly state: "refused"; readonly refusal: DeskRefusal }
  /** A document to look at; `used` where the link was. */
  | {
      readonly state: "review";
      readonly link: ReviewLink;
      readonly used: UsedLink | undefined;
      readonly document: DocumentRecord;
    }
  | ({ readonly state: "used"; readonly used: UsedLink } & OpenCase)
  | ({ readonly state: "open" } & OpenCase);

/** Opens a link. Reads only. */
export async function openLink(ports: DeskPorts, token: string): Promise<Opening> {
  const reading = readLink(token, await ports.keys(), ports.now());
  if (reading.state === "forged") return { state: "forged" };
  const { link } = reading;
  if (reading.state === "expired") return { state: "expired", link };
  if (link.task === "review") return openReview(ports, link);
  const [file, used] = await Promise.all([
    ports.records.caseFile(link.caseNumber),
    ports.records.usedLink(link.nonce),
  ]);
  if (file === undefined) return { state: "refused", refusal: { type: "case-gone" } };
  if (!(await isTheirs(ports, link, file))) return { state: "refused", refusal: { type: "not-theirs" } };
  return used === undefined ? { state: "open", link, file } : { state: "used", used, link, file };
}

async function openReview(ports: DeskPorts, link: ReviewLink): Promise<Opening> {
  const [document, used] = await Promise.all([
    ports.records.document(link.sha256),
    ports.records.usedLink(link.nonce),
  ]);
  if (document === undefined) return { state: "refused", refusal: { type: "nothing-to-review" } };
  const { bureau } = await sourceOf(document.firstUpload.key, ports.directory);
  if (bureau?.id !== link.recipient) return { state: "refused", refusal: { type: "not-theirs" } };
  return { state: "review", link, used, document };
}

/** The directory may know another agency, or another bureau, by the name today than when the mail was sent. */
async function isTheirs(ports: DeskPorts, link: CaseLink, file: CaseFile): Promise<boolean> {
  const respondent = file.respondents.find(({ name }) => name === link.respondent);
  if (respondent === undefined) return false;
  if (link.task !== "supervision") return respondent.identity?.organisation === link.recipient;
  const { respondents, bureau } = await involvedIn(file, ports.directory);
  return (respondents.get(link.respondent)?.bureau ?? bureau)?.id === link.recipient;
}
