/** Mails an edition: the key figures in the body, the files attached as far as a mail may carry them. */

import { addOnce } from "../../../shared/casework/add-once.ts";
import type { EditionWanted } from "../../../shared/casework/bulletin/compose-edition.ts";
import { bureauOf, bureausOf } from "../../../shared/casework/involved.ts";
import { defined } from "../../../shared/domain/defined.ts";
import {
  addressTask,
  type Dispatch,
  notice,
  recipientOf,
  signerFor,
  type Unreached,
} from "../../../shared/domain/obligations/addressing.ts";
import {
  lookup,
  type Organisation,
  type OrganisationKind,
} from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { CIRCLES, type Circle } from "../../../shared/domain/statistics/bulletin-content.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import { bulletinNotice, type MailedVersion } from "../../../shared/letters/bulletin/bulletin-notice.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { JobPorts } from "../jobs/job.ts";

/** Who gets a bulletin, as its bureau chooses them; a draft goes to the municipal bureau alone. */
const KINDS: Readonly<Record<Circle, OrganisationKind>> = {
  governments: "government",
  bureaus: "bureau",
  courts: "court",
  agencies: "agency",
};
/** A notice to each, and who can't be given one; those that have theirs already keep it, so that a run after a crash completes the round. */
export async function circulate(
  ports: Pick<JobPorts, "outbox" | "directory">,
  kept: MailedVersion,
  { state, now, rules, period, due }: EditionWanted & { readonly due?: CivilDate },
): Promise<readonly Unreached[]> {
  const { code } = rules.policy.jurisdiction;
  const { version, inMail } = kept;
  const draft = state === "draft";
  const contentFor = (own: boolean) =>
    bulletinNotice(kept, { state, rules, period, ...defined({ due }) }, own);
  const dispatch: Dispatch = {
    subject: { of: "bulletin", jurisdiction: code, month: period.to },
    now,
    rules,
  };
  const own = await ports.directory.find(lookup.bureau(CITY_ITSELF));
  const readers = draft ? own : await circulated(ports.directory, inMail.to ?? CIRCLES, own);
  const isOwn = (reader: Organisation) => own.some(({ id }) => id === reader.id);
  const bureau = await bureauOf(CITY_ITSELF, ports.directory);
  const about = `${period.kind === "month" ? "" : `${period.kind} `}${state} ${version}`;
  const missing: Organisation[] = [];
  for (const reader of readers) {
    const recipient = recipientOf(reader, "office");
    if (recipient === undefined) {
      missing.push(reader);
      continue;
    }
    const by = { reader: "office", signer: signerFor(bureau, reader) } as const;
    const content = contentFor(isOwn(reader));
    await addOnce(ports.outbox, about, notice(about, recipient, content, dispatch, by), now);
  }
  await askForAddresses(ports, missing, dispatch);
  return missing.map(({ name: reader }) => ({ kind: "bulletin", name: reader }));
}

/** One task for each bureau, about all the addresses it has to find: a bulletin goes to hundreds. */
async function askForAddresses(
  { outbox, directory }: Pick<JobPorts, "outbox" | "directory">,
  missing: readonly Organisation[],
  dispatch: Dispatch,
): Promise<void> {
  for (const [jurisdiction, theirs] of Map.groupBy(missing, (one) => one.jurisdiction)) {
    const missed = {
      key: theirs.map(({ id }) => id).join(" "),
      name: theirs.map(({ name }) => name).join("、"),
      isListed: true,
    };
    const task = addressTask(missed, await bureausOf(jurisdiction, directory), dispatch);
    if (task !== undefined) await addOnce(outbox, `no-address ${missed.key}`, task, dispatch.now);
  }
}

/** Those it was chosen for, and always the bureau itself. */
async function circulated(
  directory: Directory,
  to: readonly Circle[],
  own: readonly Organisation[],
): Promise<readonly Organisation[]> {
  const kinds = CIRCLES.filter((circle) => to.includes(circle)).map((circle) => KINDS[circle]);
  const found = (await Promise.all(kinds.map((kind) => directory.find(lookup.kind(kind))))).flat();
  return [...new Map([...found, ...own].map((one) => [one.id, one])).values()];
}
