/** Mails an edition: the key figures in the body, the files attached as far as a mail may carry them. */

import { addOnce } from "../../../shared/casework/add-once.ts";
import { bureauOf, bureausOf } from "../../../shared/casework/involved.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { NoticeContent } from "../../../shared/domain/notices/notice-kinds.ts";
import type { AttachedFile } from "../../../shared/domain/notices/shown.ts";
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
import type { BulletinFile } from "../../../shared/letters/bulletin/files.ts";
import { bulletinTitle } from "../../../shared/letters/bulletin/wording.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { JobPorts } from "../jobs/job.ts";
import type { EditionWanted, MailedVersion } from "./edition.ts";

/** Who gets a bulletin; a draft goes to the municipal bureau alone. */
const CIRCULATION: readonly OrganisationKind[] = ["government", "bureau", "court", "agency"];
/** What goes with a mail, in this order, while there is room: people first want to read, then to count. */
const ATTACHED: readonly BulletinFile["name"][] = [
  "bulletin.docx",
  "bulletin.html",
  "bulletin.xlsx",
  "bulletin.csv",
];
/** SES takes 10 MB as it goes over the wire, where Base64 makes four bytes of three; many government servers take less. */
const MOST_BYTES = 5 * 1024 * 1024;

/** A notice to each, and who can't be given one; those that have theirs already keep it, so that a run after a crash completes the round. */
export async function circulate(
  ports: Pick<JobPorts, "outbox" | "directory">,
  kept: MailedVersion,
  { state, now, rules, period }: EditionWanted,
): Promise<readonly Unreached[]> {
  const { code, name } = rules.policy.jurisdiction;
  const { version, inMail } = kept;
  const draft = state === "draft";
  const title = bulletinTitle({ jurisdiction: name, period, version, draft });
  const { attached, left } = attachments(title, kept);
  const content: NoticeContent = {
    kind: "bulletin",
    jurisdiction: name,
    month: period.to,
    ...(period.kind !== "month" && { period: period.kind }),
    version,
    draft,
    figures: inMail.figures,
    ...defined({ changed: inMail.changed, missingLedgers: inMail.missingLedgers }),
    files: attached,
    ...(left.length > 0 && { left }),
  };
  const dispatch: Dispatch = {
    subject: { of: "bulletin", jurisdiction: code, month: period.to },
    now,
    rules,
  };
  const readers =
    state === "draft"
      ? await ports.directory.find(lookup.bureau(CITY_ITSELF))
      : await everyone(ports.directory);
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

async function everyone(directory: Directory): Promise<readonly Organisation[]> {
  return (await Promise.all(CIRCULATION.map((kind) => directory.find(lookup.kind(kind))))).flat();
}

/** What goes along, and the names of what a mail has no room for. */
function attachments(
  title: string,
  { folder, inMail: { files } }: MailedVersion,
): { readonly attached: readonly AttachedFile[]; readonly left: readonly string[] } {
  const attached: AttachedFile[] = [];
  const left: string[] = [];
  let room = MOST_BYTES;
  for (const wanted of ATTACHED) {
    const file = files.find(({ name }) => name === wanted);
    if (file === undefined) continue;
    const name = `${title}${wanted.slice(wanted.lastIndexOf("."))}`;
    if (file.size > room) {
      left.push(name);
      continue;
    }
    room -= file.size;
    attached.push({ name, key: `${folder}/${wanted}`, contentType: file.contentType });
  }
  return { attached, left };
}
