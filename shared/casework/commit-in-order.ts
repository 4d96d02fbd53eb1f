/** Several writes that belong together and don't fit one transaction, one after the other. */

import type { Change, Committed } from "../ports/change.ts";
import type { Records } from "../ports/records.ts";

/**
 * Writes them in order and stops at the first conflict: what came before stays, and is found done when everything is
 * decided again. The last write should be the one that says that all is done.
 */
export async function commitInOrder(
  records: Pick<Records, "commit">,
  token: string,
  changes: readonly Omit<Change, "token">[],
): Promise<Committed> {
  for (const [index, change] of changes.entries()) {
    if ((await records.commit({ token: `${token} ${index}`, ...change })) === "conflict") return "conflict";
  }
  return "committed";
}
