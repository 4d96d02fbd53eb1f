/** Where a link's holder drops files: a folder that follows from the token, and that nobody knows who hasn't the token. */
import { createHash } from "node:crypto";

export function dropFolder(token: string): string {
  return `proofs/${createHash("sha256").update(token).digest("base64url")}`;
}
