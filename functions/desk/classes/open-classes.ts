/** The case behind a link of 案件分类, where it is the bureau's, or an agency's that is sued in it. */
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { type ViewedCase, viewedCase } from "../case-page/viewer.ts";
import type { DeskPorts } from "../frame/room.ts";

export type ClassesLink = Link<"classes">;

/** A case whose classes can be corrected, and for which office. */
export interface OpenClasses extends ViewedCase {
  readonly link: ClassesLink;
  readonly office: "own" | "bureau";
}

/** A refusal where there is no such case, or it is another's to correct. */
export async function openClasses(ports: DeskPorts, link: ClassesLink): Promise<OpenClasses | DeskRefusal> {
  const viewed = await viewedCase(ports, link.recipient, link.caseNumber);
  if (viewed === undefined) return { type: "case-gone" };
  const { role } = viewed.viewer;
  if (role !== "bureau" && role !== "agency") return { type: "not-theirs" };
  return { ...viewed, link, office: role === "bureau" ? "bureau" : "own" };
}
