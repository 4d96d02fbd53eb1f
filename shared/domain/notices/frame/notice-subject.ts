/** What does a notice belong to? It is stored with that: a case, a document, a bulletin, a court's month. */
import type { CaseNumber } from "../../court/case-number.ts";
import type { OrganisationId } from "../../organisations/directory.ts";
import type { Month, Year } from "../../time/time.ts";

/** The thing a notice belongs to; `programme`: what a jurisdiction does in a year besides its cases. */
export type NoticeSubject =
  | { readonly of: "case"; readonly caseNumber: CaseNumber }
  | { readonly of: "document"; readonly sha256: string }
  | { readonly of: "bulletin"; readonly jurisdiction: string; readonly month: Month }
  | { readonly of: "ledger"; readonly court: OrganisationId; readonly month: Month }
  | { readonly of: "organisation"; readonly organisation: OrganisationId }
  | { readonly of: "programme"; readonly jurisdiction: string; readonly year: Year };
