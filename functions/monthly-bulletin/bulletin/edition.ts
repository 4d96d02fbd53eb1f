/**
 * One edition of a bulletin, kept: rows frozen, files written under a version. A draft is made again where its rows have changed;
 * an issued one once for each signature. What a version says follows from what is frozen in its folder, so its files can be made
 * again at any time.
 */

import {
  composeEdition,
  type EditionReading,
  type EditionWanted,
  lastVersion,
} from "../../../shared/casework/bulletin/compose-edition.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { monthTallies } from "../../../shared/domain/statistics/month-tallies.ts";
import { inMailOf, type MailedVersion } from "../../../shared/letters/bulletin/bulletin-notice.ts";
import { bulletinFiles } from "../../../shared/letters/bulletin/files.ts";
import type { Records } from "../../../shared/ports/records.ts";
import type { JobPorts } from "../jobs/job.ts";

export type EditionPorts = EditionReading &
  Pick<JobPorts, "files" | "sha256"> & { readonly records: Records };

/** Another run was faster; whoever called tries again, and finds it made. */
class EditionInTheMaking extends Error {
  override readonly name = "EditionInTheMaking";
}

/** What is to be kept; `signature` of an issued one: the number of the signature it leaves by. */
export type KeptWanted = EditionWanted & { readonly signature?: number };

/** The edition that is called for, kept; undefined where nothing was ever heard in the period. */
export async function keepEdition(
  ports: EditionPorts,
  wanted: KeptWanted,
): Promise<MailedVersion | undefined> {
  const { period, state, now, rules, signature } = wanted;
  const { code } = rules.policy.jurisdiction;
  const last = await lastVersion(ports.records, wanted);
  const again = state === "issued" && last !== undefined && last.signature === signature;
  if (again) return last.inMail && { ...last, inMail: last.inMail };

  const { rows, frozen, figures, edition } = await composeEdition(ports, wanted, last);
  // A period without a single hearing on record, as before the first deployment, is nothing to circulate.
  if (rows.length === 0) return undefined;
  const rowsSha256 = ports.sha256(frozen.text);
  if (state === "draft" && last?.rowsSha256 === rowsSha256)
    return last.inMail && { ...last, inMail: last.inMail };

  const { version } = edition;
  const folder = `bulletins/${period.to}/${period.kind === "month" ? "" : `${period.kind}-`}${state}-v${version}`;
  const files = await bulletinFiles({ frozen, figures, edition });
  // Files first: a crash leaves files nobody points to, and the next run writes the same ones again.
  for (const { name: file, bytes, contentType } of files)
    await ports.files.write(`${folder}/${file}`, bytes, contentType);
  const text = `${JSON.stringify(edition, undefined, 1)}\n`;
  await ports.files.write(`${folder}/edition.json`, new TextEncoder().encode(text), "application/json");
  const inMail = inMailOf({ figures, edition }, files);
  const outcome = await ports.records.commit({
    token: `bulletin ${code} ${period.kind} ${period.to} ${state} ${version}`,
    bulletin: {
      jurisdiction: code,
      month: period.to,
      period: period.kind,
      version,
      state,
      at: now,
      rowsSha256,
      folder,
      ...defined({ counting: edition.counting, signature }),
      ...(period.kind === "month" && { tallies: monthTallies(figures) }),
      inMail,
    },
  });
  if (outcome === "conflict") throw new EditionInTheMaking("another run is making this edition");
  return { version, folder, inMail };
}
