/** What can a person open now? Links of mails that still hold: a bureau's board, and a form an agency has not sent yet. */
import type { LinkTask } from "../../../shared/domain/notices/link-target.ts";
import { readLink } from "../../../shared/links/token.ts";
import type { City } from "./city.ts";

/** A link to try. */
export interface Place {
  readonly task: LinkTask;
  /** Name of the organisation it was sent to. */
  readonly whose: string;
  readonly address: string;
}

/** The newest link to each of the tasks that holds and has not been used; none of those there is no such link to. */
export async function placesFor(
  { cloud, records, directory, linkKeys, linksIn }: City,
  wanted: readonly LinkTask[],
): Promise<readonly Place[]> {
  const keys = await linkKeys();
  const found = new Map<LinkTask, Place>();
  for (const address of cloud.inbox().toReversed().flatMap(linksIn)) {
    const reading = readLink(address.split("/").at(-1) ?? "", keys, cloud.clock.now());
    if (reading.state !== "valid") continue;
    const { task, recipient, nonce } = reading.link;
    if (!wanted.includes(task) || found.has(task)) continue;
    if ((await records.usedLink(nonce)) !== undefined) continue;
    const whose = (await directory.organisation(recipient))?.name ?? recipient;
    found.set(task, { task, whose, address });
  }
  return wanted.flatMap((task) => found.get(task) ?? []);
}
