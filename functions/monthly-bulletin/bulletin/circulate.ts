/** Mails an edition: the key figures in the body, the files attached as far as a mail may carry them. */

import { addOnce } from "../../../shared/casework/add-once.ts";
import { bureausOf } from "../../../shared/casework/involved.ts";
import type { NoticeContent } from "../../../shared/domain/notices/notice-kinds.ts";
import type { AttachedFile, KeyFigures } from "../../../shared/domain/notices/shown.ts";
import {
  addressTask,
  type Dispatch,
  notice,
  recipientOf,
  type Unreached,
} from "../../../shared/domain/obligations/addressing.ts";
import {
  lookup,
  type Organisation,
  type OrganisationKind,
} from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { BulletinStatistics } from "../../../shared/domain/statistics/figures.ts";
import { attendance } from "../../../shared/domain/statistics/ranking.ts";
import { NOTHING, percent, percentagePoints } from "../../../shared/domain/statistics/rate.ts";
import type { BulletinFile } from "../../../shared/letters/bulletin/files.ts";
import { bulletinTitle } from "../../../shared/letters/bulletin/wording.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { JobPorts } from "../jobs/job.ts";
import type { EditionWanted, KeptEdition } from "./edition.ts";

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
  kept: KeptEdition,
  { state, now, rules, period }: EditionWanted,
): Promise<readonly Unreached[]> {
  const { code, name } = rules.policy.jurisdiction;
  const { edition, figures } = kept;
  const { attached, left } = attachments(kept);
  const content: NoticeContent = {
    kind: "bulletin",
    jurisdiction: name,
    month: period.to,
    ...(period.kind !== "month" && { period: period.kind }),
    version: edition.version,
    draft: edition.draft,
    figures: keyFigures(figures, edition),
    ...(edition.changes !== undefined && { changed: edition.changes.rows.length }),
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
  const about = `${period.kind === "month" ? "" : `${period.kind} `}${state} ${edition.version}`;
  const missing: Organisation[] = [];
  for (const reader of readers) {
    const recipient = recipientOf(reader, "office");
    if (recipient === undefined) {
      missing.push(reader);
      continue;
    }
    await addOnce(ports.outbox, about, notice(about, recipient, content, dispatch, "office"), now);
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
function attachments({ folder, files, edition }: KeptEdition): {
  readonly attached: readonly AttachedFile[];
  readonly left: readonly string[];
} {
  const title = bulletinTitle(edition);
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

function keyFigures(
  { total, enterprise, unknown, agencyLevel, principals, defeat, resolution }: BulletinStatistics,
  { previous, lastYear, yearToDate }: KeptEdition["edition"],
): KeyFigures {
  const change = (before: typeof previous) => {
    const points =
      before === undefined ? NOTHING : percentagePoints(attendance(total), attendance(before.total));
    return points === NOTHING ? undefined : points;
  };
  const [sincePrevious, sinceLastYear] = [change(previous), change(lastYear)];
  return {
    heard: total.heard,
    present: total.present,
    rate: percent(attendance(total)),
    enterpriseHeard: enterprise.heard,
    enterprisePresent: enterprise.present,
    enterpriseRate: percent(attendance(enterprise)),
    absent: agencyLevel.absent,
    unknown: unknown.attendance.length,
    principalRate: percent({ part: principals, whole: total.heard }),
    lostRate: percent({ part: defeat.lost, whole: defeat.closed }),
    resolvedRate: percent({ part: resolution.settledAfterMediation, whole: resolution.mediated }),
    ...(sincePrevious !== undefined && { sincePrevious }),
    ...(sinceLastYear !== undefined && { sinceLastYear }),
    ...(yearToDate !== undefined && {
      yearToDate: {
        heard: yearToDate.total.heard,
        present: yearToDate.total.present,
        rate: percent(attendance(yearToDate.total)),
      },
    }),
  };
}
