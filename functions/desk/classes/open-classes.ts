/** The case behind a link of 案件分类, where it is the bureau's, or an agency's that is sued in it. */
import { involvedIn } from "../../../shared/casework/involved.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { partsIn } from "../../../shared/domain/originals/paper-rights.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { DeskPorts } from "../frame/room.ts";

export type ClassesLink = Link<"classes">;

/** A case whose classes can be corrected, by whom, and for which office. */
export interface OpenClasses {
  readonly link: ClassesLink;
  readonly file: CaseFile;
  readonly organisation: Organisation;
  readonly office: "own" | "bureau";
}

/** A refusal where there is no such case, or it is another's to correct. */
export async function openClasses(ports: DeskPorts, link: ClassesLink): Promise<OpenClasses | DeskRefusal> {
  const [file, organisation] = await Promise.all([
    ports.records.caseFile(link.caseNumber),
    ports.directory.organisation(link.recipient),
  ]);
  if (file === undefined || file.void === true || organisation === undefined) return { type: "case-gone" };
  const parts = partsIn(file, await involvedIn(file, ports.directory), organisation);
  const has = (...of: readonly string[]) => parts.some(({ part }) => of.includes(part));
  if (has("bureau", "city-bureau")) return { link, file, organisation, office: "bureau" };
  return has("agency") ? { link, file, organisation, office: "own" } : { type: "not-theirs" };
}
