/**
 * One edition of a bulletin: rows frozen, figures compared, files written under a version. The same rows make no second
 * version; other rows make a new one beside the old, with the list of what changed. What a version says follows from
 * what is frozen in its folder, so its files can be made again at any time.
 */

import { defined } from "../../../shared/domain/defined.ts";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { BulletinEdition, MissingLedgers } from "../../../shared/domain/statistics/bulletin-edition.ts";
import type { BulletinVersion, InMail } from "../../../shared/domain/statistics/bulletin-version.ts";
import { frozenRows } from "../../../shared/domain/statistics/frozen-rows.ts";
import { keyFigures } from "../../../shared/domain/statistics/key-figures.ts";
import { inCaseOrder } from "../../../shared/domain/statistics/merged-rows.ts";
import { rowChanges } from "../../../shared/domain/statistics/row-changes.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { monthsOf, type Period } from "../../../shared/domain/time/period.ts";
import { civilDateAt, type Instant, type Month } from "../../../shared/domain/time/time.ts";
import { bulletinFiles } from "../../../shared/letters/bulletin/files.ts";
import type { Records } from "../../../shared/ports/records.ts";
import type { JobPorts } from "../jobs/job.ts";
import { comparedPeriods, type MonthRows } from "./compared-periods.ts";

export type EditionPorts = Pick<JobPorts, "records" | "directory" | "files" | "frozenRows" | "sha256">;

export interface EditionWanted {
  readonly period: Period;
  readonly state: BulletinVersion["state"];
  readonly now: Instant;
  readonly rules: Rules;
  /** In whose name it is issued. */
  readonly issuer: string;
}

/** A version that is kept, as far as its mails need it. */
export type MailedVersion = Pick<BulletinVersion, "version" | "folder"> & { readonly inMail: InMail };

/** The edition the period's rows call for, kept; undefined where nothing was ever heard in the period, or it was circulated before. */
export async function keepEdition(
  ports: EditionPorts,
  wanted: EditionWanted,
): Promise<MailedVersion | undefined> {
  const { period, state, now, rules, issuer } = wanted;
  const { code, name } = rules.policy.jurisdiction;
  const rows = await Array.fromAsync(
    inCaseOrder(monthsOf(period).map((month) => ports.records.monthRows(code, month))),
  );
  // A period without a single hearing on record, as before the first deployment, is nothing to circulate.
  if (rows.length === 0 && state === "issued") return undefined;
  const frozen = frozenRows(rows);
  const rowsSha256 = ports.sha256(frozen.text);
  const last = await lastVersion(ports.records, wanted);
  if (last?.rowsSha256 === rowsSha256) return last.inMail && { ...last, inMail: last.inMail };

  const version = (last?.version ?? 0) + 1;
  const edition: BulletinEdition = {
    period,
    jurisdiction: name,
    issuer,
    issuedOn: civilDateAt(now),
    version,
    draft: state === "draft",
    ...defined({ missingLedgers: await missingLedgers(ports, period) }),
    ...(await comparedPeriods(period, monthRows(ports.records, code, period, rows))),
    ...(last !== undefined && {
      changes: { against: last.version, rows: rowChanges(await ports.frozenRows(last.folder), rows) },
    }),
  };
  const folder = `bulletins/${period.to}/${period.kind === "month" ? "" : `${period.kind}-`}${state}-v${version}`;
  const figures = statistics(frozen.rows, { period });
  const files = await bulletinFiles({ frozen, figures, edition });
  // Files first: a crash leaves files nobody points to, and the next run writes the same ones again.
  for (const { name: file, bytes, contentType } of files)
    await ports.files.write(`${folder}/${file}`, bytes, contentType);
  const text = `${JSON.stringify(edition, undefined, 1)}\n`;
  await ports.files.write(`${folder}/edition.json`, new TextEncoder().encode(text), "application/json");
  const inMail: InMail = {
    figures: keyFigures(figures, edition),
    ...defined({ changed: edition.changes?.rows.length, missingLedgers: edition.missingLedgers }),
    files: files.map(({ bytes, ...file }) => ({ ...file, size: bytes.byteLength })),
  };
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
      inMail,
    },
  });
  if (outcome === "conflict") throw new Error("another run is making this edition");
  return { version, folder, inMail };
}

/** A duty that was never opened, as before the first deployment, is owed by nobody. */
async function missingLedgers(
  { records, directory }: Pick<EditionPorts, "records" | "directory">,
  period: Period,
): Promise<BulletinEdition["missingLedgers"]> {
  const missing: MissingLedgers[] = [];
  for (const { id, name } of await directory.find(lookup.kind("court"))) {
    const duties = await Promise.all(monthsOf(period).map((month) => records.duty(id, month)));
    const months = duties.flatMap((duty) =>
      duty === undefined || duty.receivedOn !== undefined ? [] : [duty.month],
    );
    if (months.length > 0) missing.push({ court: name, months });
  }
  return missing.length === 0 ? undefined : missing;
}

/** The newest version of a period's bulletin. */
export async function lastVersion(
  records: Records,
  { period, state, rules }: Pick<EditionWanted, "period" | "state" | "rules">,
): Promise<BulletinVersion | undefined> {
  const known = await records.bulletins(rules.policy.jurisdiction.code, period.to);
  return known
    .filter((one) => one.state === state && one.period === period.kind)
    .toSorted((one, other) => one.version - other.version)
    .at(-1);
}

/** The index by month; of a month's own edition the rows that were just read, so that its figures agree. */
function monthRows(records: Records, code: string, period: Period, own: readonly StatisticsRow[]): MonthRows {
  return (month: Month) =>
    period.kind === "month" && month === period.to ? streamed(own) : records.monthRows(code, month);
}

async function* streamed(rows: readonly StatisticsRow[]): AsyncIterable<StatisticsRow> {
  yield* rows;
}
