/** Where do an organisation's files lie in the inbox? `courts/1302`, `bureaus/yinan-justice`, `agencies/yinan-police`. */
import type { Organisation } from "./directory.ts";

/** The folder, without what is inside it; undefined of a court whose code nobody knows. */
export function inboxFolderOf({
  kind,
  id,
  courtCode,
}: Pick<Organisation, "kind" | "id" | "courtCode">): string | undefined {
  if (kind === "court") return courtCode === undefined ? undefined : `courts/${courtCode.replace(/\D/g, "")}`;
  return `${kind === "bureau" ? "bureaus" : "agencies"}/${id}`;
}

/** The folder a file lies in, by its key. */
export function inboxFolderIn(key: string): string {
  return key.split("/").slice(0, 2).join("/");
}
