/** Which seats does a mailbox have now? Asked at each page, so that who leaves an office leaves its workspace too. */
import { type Seat, seatsIn } from "../../domain/access/seat.ts";
import { lookup } from "../../domain/organisations/directory.ts";
import type { Directory } from "../../ports/directory.ts";

/** The seats of a mailbox; none where neither the directory nor the deployment knows it. */
export async function seatsOf(
  mailbox: string,
  { directory, admins }: { readonly directory: Directory; readonly admins: readonly string[] },
): Promise<readonly Seat[]> {
  return seatsIn(mailbox, await directory.find(lookup.mailbox(mailbox)), admins);
}
