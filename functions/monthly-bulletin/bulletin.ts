/**
 * The month's bulletin (行政应诉月通报): rows frozen, figures counted from them, files kept under a version, mail to
 * whom it concerns. The same rows make no second version; other rows make a new one beside the old.
 */

import { CITY_ITSELF } from "../../shared/casework/involved.ts";
import { type Dispatch, notice, recipientOf } from "../../shared/domain/addressing.ts";
import type { Rules } from "../../shared/domain/case-file/decide.ts";
import { lookup, type Organisation, type OrganisationKind } from "../../shared/domain/directory.ts";
import { frozenRows } from "../../shared/domain/frozen-rows.ts";
import type { AttachedFile, KeyFigures, NoticeContent } from "../../shared/domain/notice.ts";
import { attendance } from "../../shared/domain/ranking.ts";
import { percent } from "../../shared/domain/rate.ts";
import { type BulletinStatistics, statistics } from "../../shared/domain/statistics.ts";
import type { Instant, Month } from "../../shared/domain/time.ts";
import { bulletinPage } from "../../shared/letters/bulletin.ts";
import { bulletinCsv } from "../../shared/letters/bulletin-csv.ts";
import type { BulletinVersion, Directory, Files, Outbox, Records } from "../../shared/ports.ts";

export interface BulletinPorts {
  readonly records: Records;
  readonly outbox: Outbox;
  readonly directory: Directory;
  /** The records bucket. */
  readonly files: Files;
  readonly sha256: (text: string) => string;
}

export interface Edition {
  readonly month: Month;
  readonly state: BulletinVersion["state"];
  readonly now: Instant;
  readonly rules: Rules;
}

/** Who gets the bulletin; a draft goes to the municipal bureau alone. */
const CIRCULATION: readonly OrganisationKind[] = ["government", "bureau", "court", "agency"];

/** Makes the edition of a month if its rows call for one, and sees that everyone concerned has a notice of it. */
export async function publish(
  ports: BulletinPorts,
  edition: Edition,
): Promise<{ readonly version: number; readonly notices: number }> {
  const { month, state, now, rules } = edition;
  const { code, name } = rules.policy.jurisdiction;
  const rows = await Array.fromAsync(ports.records.monthRows(code, month));
  // A month without a single hearing on record, as before the first deployment, is nothing to circulate.
  if (rows.length === 0 && state === "issued") return { version: 0, notices: 0 };
  const frozen = frozenRows(rows);
  const rowsSha256 = ports.sha256(frozen);
  const figures = statistics(rows, { month });

  const known = (await ports.records.bulletins(code, month)).filter((one) => one.state === state);
  const last = known.toSorted((one, other) => one.version - other.version).at(-1);
  let version = last?.version ?? 0;
  if (last?.rowsSha256 !== rowsSha256) {
    version += 1;
    const folder = `bulletins/${month}/${state}-v${version}`;
    // Files first: a crash leaves files nobody points to, and the next run writes the same ones again.
    const page = { statistics: figures, jurisdiction: name, version, draft: state === "draft" };
    await ports.files.write(`${folder}/rows.json`, encode(frozen), "application/json");
    await ports.files.write(
      `${folder}/bulletin.html`,
      encode(bulletinPage(page)),
      "text/html; charset=utf-8",
    );
    await ports.files.write(
      `${folder}/bulletin.csv`,
      encode(bulletinCsv(figures)),
      "text/csv; charset=utf-8",
    );
    const bulletin = { jurisdiction: code, month, version, state, at: now, rowsSha256, folder };
    const outcome = await ports.records.commit({
      token: `bulletin ${code} ${month} ${state} ${version}`,
      bulletin,
    });
    if (outcome === "conflict") throw new Error("another run is making this edition");
  }
  const notices = await circulate(ports, edition, version, figures);
  return { version, notices };
}

/** A notice to each; those that have theirs already keep it, so that a run after a crash completes the round. */
async function circulate(
  ports: BulletinPorts,
  { month, state, now, rules }: Edition,
  version: number,
  figures: BulletinStatistics,
): Promise<number> {
  const { code, name } = rules.policy.jurisdiction;
  const folder = `bulletins/${month}/${state}-v${version}`;
  const title = `${name}行政应诉月通报${month}${state === "draft" ? "（草稿）" : ""}第${version}版`;
  const files: readonly AttachedFile[] = [
    { name: `${title}.html`, key: `${folder}/bulletin.html`, contentType: "text/html" },
    { name: `${title}.csv`, key: `${folder}/bulletin.csv`, contentType: "text/csv" },
  ];
  const content: NoticeContent = {
    kind: "bulletin",
    jurisdiction: name,
    month,
    version,
    draft: state === "draft",
    figures: keyFigures(figures),
    files,
  };
  const dispatch: Dispatch = { subject: { of: "bulletin", jurisdiction: code, month }, now, rules };
  const readers =
    state === "draft"
      ? await ports.directory.find(lookup.bureau(CITY_ITSELF))
      : await everyone(ports.directory);
  let notices = 0;
  for (const reader of readers) {
    const recipient = recipientOf(reader, ["duty", "legal-section", "clerk"]);
    if (recipient === undefined) continue;
    await ports.outbox.add(notice(`${state} ${version}`, recipient, content, dispatch), now);
    notices += 1;
  }
  return notices;
}

async function everyone(directory: Directory): Promise<readonly Organisation[]> {
  return (await Promise.all(CIRCULATION.map((kind) => directory.find(lookup.kind(kind))))).flat();
}

function keyFigures({ total, enterprise, unknown, agencyLevel }: BulletinStatistics): KeyFigures {
  return {
    heard: total.heard,
    present: total.present,
    rate: percent(attendance(total)),
    enterpriseHeard: enterprise.heard,
    enterprisePresent: enterprise.present,
    enterpriseRate: percent(attendance(enterprise)),
    absent: agencyLevel.absent,
    unknown: unknown.attendance.length,
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
