/** Whom is a notice in a case for? The part they have in the case; the directory makes addresses of it. */
import type { OrganisationId } from "./directory.ts";

/** Whom a notice is for, by part in the case. */
export type Audience =
  | { readonly part: "respondent"; readonly name: string; readonly role: "legal-section" | "head" }
  /** `asked`: something waits for its answer, so that a superior the directory doesn't have is its bureau's task. */
  | { readonly part: "superior"; readonly name: string; readonly asked?: true }
  /** The government that is sued, also where an agency is designated to answer for it. */
  | { readonly part: "government"; readonly name: string }
  /** An agency that is, or was, designated (出庭指派). */
  | { readonly part: "agency"; readonly organisation: OrganisationId }
  /** The court that hears the case. */
  | { readonly part: "court" }
  /** The bureau (司法局) of the respondent's level, or of the court's district where none is named. */
  | { readonly part: "bureau"; readonly name?: string };
