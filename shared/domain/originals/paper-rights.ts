/**
 * Who may see the original of which paper (文书原件) of a case: a table by kind of paper and part in the case. It follows what
 * a court serves: on each party the papers that are common to the case (an appeal, the record it signed, the judgment), and
 * on each what is addressed to it. An agency's own papers are for itself, its bureau and
 * the court; nobody else's head or excuse is another agency's business.
 */

import { isFor } from "../case-file/before-hearing.ts";
import { designationOf, responderOf } from "../case-file/designation.ts";
import type { AgencyPaperKind, CaseFile, CourtPaperKind, FiledDocument } from "../case-file/state.ts";
import type { Involved } from "../obligations/involved.ts";
import type { Organisation, OrganisationId } from "../organisations/directory.ts";
import { CITY_ITSELF } from "../organisations/district.ts";
import { civilDateAt, type Instant } from "../time/time.ts";

/** Papers that a case knows: those filed with it, and the ledgers that speak of it. */
export type PaperKind = CourtPaperKind | AgencyPaperKind | "case-ledger";

/** One paper of a case, as its pages list it. */
export interface CasePaper
  extends Pick<FiledDocument, "sha256" | "receivedAt" | "addressedTo" | "respondent" | "copy"> {
  readonly kind: PaperKind;
  /** A ledger's: whose it is. */
  readonly court?: OrganisationId;
}

/**
 * A part somebody has in a case. `agency`: it is sued, or was designated by a government that is; `names`: for which
 * respondents it answers.
 */
export type CasePart =
  | { readonly part: "agency"; readonly names: readonly string[] }
  | { readonly part: "court"; readonly id: OrganisationId }
  | { readonly part: "bureau" }
  /** 市局: it also sees what concerns more than one district. */
  | { readonly part: "city-bureau" };

/**
 * What of a kind is seen. `all`; `addressed`: what names one of its respondents, or nobody; `named`: what names one of them,
 * or nobody where no other is sued; `own`: what it handed in itself, or was handed in for its respondent.
 */
type Extent = "all" | "addressed" | "named" | "own" | "none";

const RIGHTS: Readonly<Record<PaperKind, Readonly<Record<CasePart["part"], Extent>>>> = {
  summons: { agency: "addressed", court: "all", bureau: "all", "city-bureau": "all" },
  "appearance-notice": { agency: "addressed", court: "all", bureau: "all", "city-bureau": "all" },
  "response-notice": { agency: "addressed", court: "all", bureau: "all", "city-bureau": "all" },
  complaint: { agency: "all", court: "all", bureau: "all", "city-bureau": "all" },
  // What one of several defends itself with is the court's to hand on.
  defence: { agency: "own", court: "all", bureau: "all", "city-bureau": "all" },
  "evidence-list": { agency: "own", court: "all", bureau: "all", "city-bureau": "all" },
  "court-note": { agency: "addressed", court: "all", bureau: "all", "city-bureau": "all" },
  appeal: { agency: "all", court: "all", bureau: "all", "city-bureau": "all" },
  "hearing-record": { agency: "all", court: "all", bureau: "all", "city-bureau": "all" },
  judgment: { agency: "all", court: "all", bureau: "all", "city-bureau": "all" },
  // It goes to one unit, with a copy to its superior and its bureau.
  "judicial-suggestion": { agency: "named", court: "all", bureau: "all", "city-bureau": "all" },
  "service-receipt": { agency: "all", court: "all", bureau: "all", "city-bureau": "all" },
  "enforcement-notice": { agency: "all", court: "all", bureau: "all", "city-bureau": "all" },
  // What an agency tells its bureau is not the court's; what it claims for its head's absence, the court judges.
  filing: { agency: "own", court: "none", bureau: "all", "city-bureau": "all" },
  explanation: { agency: "own", court: "all", bureau: "all", "city-bureau": "all" },
  // A court's cases of a month, of every district.
  "case-ledger": { agency: "none", court: "own", bureau: "none", "city-bureau": "all" },
};

/** The papers of a case, oldest first. */
function papersOf(file: CaseFile): readonly CasePaper[] {
  const ledgers = file.ledgers.map(
    ({ document: sha256, receivedAt, court }): CasePaper => ({
      sha256,
      kind: "case-ledger",
      receivedAt,
      court,
    }),
  );
  const filed = file.documents.map((document): CasePaper => {
    if (document.kind !== "court-note") return document;
    const note = file.courtNotes.find(({ sha256 }) => sha256 === document.sha256);
    return note === undefined ? document : { ...document, addressedTo: note.respondents };
  });
  const papers = [...filed, ...ledgers];
  return [...new Map(papers.map((paper) => [paper.sha256, paper])).values()].toSorted((one, other) =>
    one.receivedAt < other.receivedAt ? -1 : one.receivedAt > other.receivedAt ? 1 : 0,
  );
}

/** For which respondents an organisation answers: it is sued itself, or it is the one designated. */
export function answersFor(file: CaseFile, organisation: OrganisationId): readonly string[] {
  return file.respondents
    .filter(
      ({ name, identity }) =>
        identity?.organisation === organisation ||
        responderOf(file, name) === organisation ||
        designationOf(file, name, "appeal")?.agency.organisation === organisation,
    )
    .map(({ name }) => name);
}

/** The parts a reader has in a case; none where it is no business of theirs. */
export function partsIn(
  file: CaseFile,
  { respondents, bureau, court }: Pick<Involved, "respondents" | "bureau" | "court">,
  { id, kind, jurisdiction }: Pick<Organisation, "id" | "kind" | "jurisdiction">,
): readonly CasePart[] {
  const names = answersFor(file, id);
  const parts: CasePart[] = names.length === 0 ? [] : [{ part: "agency", names }];
  if (court?.id === id) parts.push({ part: "court", id });
  if (kind === "bureau" && jurisdiction === CITY_ITSELF) parts.push({ part: "city-bureau" });
  else if (kind === "bureau" && bureausOf(file, { respondents, bureau }).some((one) => one?.id === id))
    parts.push({ part: "bureau" });
  return parts;
}

/** Each respondent's; the court's district's for one that has none, and where nobody is known to be sued. */
function bureausOf(
  file: CaseFile,
  { respondents, bureau }: Pick<Involved, "respondents" | "bureau">,
): readonly (Organisation | undefined)[] {
  if (file.respondents.length === 0) return [bureau];
  return file.respondents.map(({ name }) => respondents.get(name)?.bureau ?? bureau);
}

/** The papers of a case whose originals somebody with these parts may see, oldest first. */
export function papersFor(file: CaseFile, parts: readonly CasePart[]): readonly CasePaper[] {
  return papersOf(file).filter((paper) => parts.some((part) => maySee(file, paper, part)));
}

function maySee(file: CaseFile, paper: CasePaper, part: CasePart): boolean {
  const extent = RIGHTS[paper.kind][part.part];
  // A copy that a bureau handed in proves nothing of what the court served.
  if (extent === "none" || (paper.copy === true && part.part !== "bureau" && part.part !== "city-bureau"))
    return false;
  if (part.part === "agency") {
    const names = part.names.filter((name) => wasParty(file, name, paper.receivedAt));
    return names.some((name) => isAgencys(file, paper, name, extent));
  }
  return extent === "all" || (part.part === "court" && paper.court === part.id);
}

function isAgencys(file: CaseFile, paper: CasePaper, name: string, extent: Extent): boolean {
  const { addressedTo, respondent } = paper;
  switch (extent) {
    case "all":
      return true;
    case "addressed":
      return isFor(addressedTo, name);
    case "named":
      return addressedTo === undefined ? file.respondents.length === 1 : addressedTo.includes(name);
    case "own":
      return respondent === name;
    case "none":
      return false;
    default:
      return extent satisfies never;
  }
}

/** Once the action against it was withdrawn, what comes later is no longer its case. */
function wasParty({ respondents }: CaseFile, name: string, receivedAt: Instant): boolean {
  const { withdrawnOn } = respondents.find((one) => one.name === name) ?? {};
  return withdrawnOn === undefined || civilDateAt(receivedAt) <= withdrawnOn;
}
