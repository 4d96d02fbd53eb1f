/** How one transaction is written: all or nothing, and again where only others were in the way for a moment. */
import { createHash } from "node:crypto";
import { TransactionCanceledException, TransactionInProgressException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Committed } from "../../ports/change.ts";
import type { CaseTable } from "./table.ts";
import type { Write } from "./transactions.ts";

/**
 * Writes all or nothing. Where only repeatable writes were in the way, what they would have put is there already:
 * the rest is written without them, so that a notice decided twice doesn't block its case for good.
 */
export async function writeTogether(
  table: CaseTable,
  token: string,
  writes: readonly Write[],
): Promise<Committed> {
  if (writes.length === 0) return "committed";
  try {
    await table.client.send(
      new TransactWriteCommand({
        ClientRequestToken: requestToken(token, writes),
        TransactItems: writes.map(({ item }) => item),
      }),
    );
    return "committed";
  } catch (fault) {
    if (fault instanceof TransactionInProgressException) return "conflict";
    if (!(fault instanceof TransactionCanceledException)) throw fault;
    const reasons = fault.CancellationReasons?.map(({ Code = "None" }) => Code) ?? [];
    if (!reasons.every((reason) => PASSING.has(reason))) throw fault;
    const inTheWay = (index: number) => (reasons[index] ?? "None") !== "None";
    const blocked = writes.filter((_, index) => inTheWay(index));
    const thereAlready = reasons.every((reason) => reason === "None" || reason === THERE_ALREADY);
    if (!thereAlready || blocked.length === 0 || !blocked.every(({ repeatable }) => repeatable))
      return "conflict";
    return writeTogether(
      table,
      token,
      writes.filter((_, index) => !inTheWay(index)),
    );
  }
}

const THERE_ALREADY = "ConditionalCheckFailed";
/** Reasons for which reading again and deciding again helps. */
const PASSING: ReadonlySet<string> = new Set([
  "None",
  THERE_ALREADY,
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
]);

/** By what is written as well as by the caller's token: DynamoDB refuses the same token with other content. */
function requestToken(token: string, writes: readonly Write[]): string {
  const hash = createHash("sha256").update(token).update("\0").update(JSON.stringify(writes));
  return hash.digest("base64url").slice(0, 36);
}
