/** What can a person open now? Links of mails that still hold: a bureau's board, and a form an agency has not sent yet. */

import type { LinkTask } from "../../../shared/domain/notices/frame/link-target.ts";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import { contactFor } from "../../../shared/domain/organisations/mail-reader.ts";
import { readLink } from "../../../shared/links/token.ts";
import { config } from "../../config.ts";
import { adminsOf } from "../../constructs/deployment.ts";
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

/** Somebody who can sign in at the front door. */
export interface Door {
  readonly name: string;
  readonly mailbox: string;
}

/** One of each kind of organisation, and who runs the deployment. */
export async function whoSignsIn({ directory }: Pick<City, "directory">): Promise<readonly Door[]> {
  const kinds = ["court", "agency", "bureau", "government"] as const;
  const ofEach = await Promise.all(
    kinds.map(async (kind): Promise<readonly Door[]> => {
      const all = await directory.find(lookup.kind(kind));
      const known = all.flatMap((one) => {
        const contact = contactFor(one, "handling");
        return contact === undefined ? [] : [{ name: one.name, mailbox: contact.email }];
      });
      return known.slice(0, 1);
    }),
  );
  return [...ofEach.flat(), ...adminsOf(config).map((mailbox) => ({ name: "", mailbox }))];
}
