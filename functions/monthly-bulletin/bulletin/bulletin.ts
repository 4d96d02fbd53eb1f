/**
 * The bulletins of a month (行政应诉月通报) and of the longer periods it closes. On the 1st their signing is opened and the
 * municipal bureau gets the draft; what was issued earlier and rests on rows that have become known otherwise is proposed to it
 * for correction. Nothing leaves from here: issued.ts makes what was signed.
 */

import {
  type EditionWanted,
  issuerOf,
  lastVersion,
  rowsOf,
} from "../../../shared/casework/bulletin/compose-edition.ts";
import { signingWrite } from "../../../shared/casework/bulletin/signing-change.ts";
import { type Done, handle } from "../../../shared/casework/handle.ts";
import { bureauAddressed } from "../../../shared/casework/involved.ts";
import { address } from "../../../shared/domain/obligations/addressing.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { correctionProposed } from "../../../shared/domain/signing/decide.ts";
import { contentToBegin } from "../../../shared/domain/signing/numbers.ts";
import type { Signing } from "../../../shared/domain/signing/signing.ts";
import { signingDays } from "../../../shared/domain/signing/signing-ladder.ts";
import { PLAIN_CONTENT } from "../../../shared/domain/statistics/bulletin-content.ts";
import { heardRows } from "../../../shared/domain/statistics/heard-in.ts";
import { callForCorrection, rowChanges } from "../../../shared/domain/statistics/row-changes.ts";
import { type Period, periodOf, periodsClosedBy } from "../../../shared/domain/time/period.ts";
import { addMonths, monthOf } from "../../../shared/domain/time/time.ts";
import { type JobPorts, type JobResult, type JobTime, jobResult } from "../jobs/job.ts";
import { circulate } from "./circulate.ts";
import { keepEdition } from "./edition.ts";

/** How many months back a closed period is looked at again. */
const LOOKED_BACK = 11;

/** Opens the signing of the month and of the longer periods it closes. */
export async function openSignings({ records }: JobPorts, when: JobTime): Promise<JobResult> {
  const { month, now, rules } = when;
  const { startsOn, jurisdiction } = rules.policy;
  // Nobody signs for a month in which the system wasn't in use.
  if (startsOn !== undefined && month < monthOf(startsOn)) return jobResult([]);
  const opened: Done<boolean>[] = [];
  for (const period of [periodOf("month", month), ...periodsClosedBy(month)]) {
    const ref = { jurisdiction: jurisdiction.code, period: period.kind, month: period.to };
    const open = handle(records, `signing ${period.kind} ${period.to}`, async () => {
      const others = await records.signings(ref.jurisdiction);
      if (others.some((one) => one.period === ref.period && one.month === ref.month))
        return { outcome: "ready", changes: [], result: false };
      const signing: Signing = {
        ...ref,
        version: 0,
        revision: 0,
        state: "open",
        ...signingDays(period, rules),
        content: contentToBegin(ref, others),
        reminded: [],
        events: [{ type: "opened", at: now, by: "", cause: "month" }],
      };
      return { outcome: "ready", changes: [signingWrite(signing, 0, { now, rules })], result: true };
    });
    opened.push(await open);
  }
  return jobResult(opened);
}

/** The draft of the month: the municipal bureau looks it over, and finds the way to sign it. */
export async function draftBulletin(ports: JobPorts, { month, now, rules }: JobTime): Promise<JobResult> {
  const period = periodOf("month", month);
  const ref = { jurisdiction: rules.policy.jurisdiction.code, period: period.kind, month };
  const signing = await ports.records.signing(ref);
  if (signing === undefined) return jobResult([]);
  const wanted: EditionWanted = {
    period,
    state: "draft",
    now,
    rules,
    issuer: await issuerOf(ports, rules),
    content: signing.content,
  };
  const kept = await keepEdition(ports, wanted);
  if (kept === undefined) return jobResult([]);
  const unreached = await circulate(ports, kept, { ...wanted, due: signing.due });
  return { made: 1, unreached };
}

/**
 * Proposes corrections to the bureau: issued periods whose rows now tell of other hearings or another attendance. How cases went
 * on since, which every month's judgments tell, corrects nothing.
 */
export async function proposeCorrections(ports: JobPorts, when: JobTime): Promise<JobResult> {
  const { month, now, rules } = when;
  const { code, name } = rules.policy.jurisdiction;
  const bureau = await bureauAddressed(CITY_ITSELF, ports.directory);
  const proposed: Done<boolean>[] = [];
  for (let back = LOOKED_BACK; back >= 1; back--) {
    const earlier = addMonths(month, -back);
    for (const period of [periodOf("month", earlier), ...periodsClosedBy(earlier)]) {
      const changes = await changesSince(ports, period, when);
      if (changes === 0) continue;
      const ref = { jurisdiction: code, period: period.kind, month: period.to };
      const propose = handle(ports.records, `correction ${period.kind} ${period.to} ${now}`, async () => {
        const last = await lastVersion(ports.records, { period, state: "issued", rules });
        const known = (await ports.records.signing(ref)) ?? issuedUnsigned(period, last?.version ?? 1, when);
        const after = correctionProposed(known, changes, now);
        if (after === known) return { outcome: "ready", changes: [], result: false };
        const content = {
          kind: "bulletin-correction",
          jurisdiction: name,
          month: period.to,
          period: period.kind,
          version: last?.version ?? 1,
          changes,
        } as const;
        const subject = { of: "bulletin", jurisdiction: code, month: period.to } as const;
        const key = `${period.kind} correction ${content.version} ${changes}`;
        const { notices, unreached } = address(key, bureau, content, { subject, now, rules });
        const write = signingWrite(after, known.version, { now, rules });
        return { outcome: "ready", changes: [{ ...write, notices }], unreached, result: true };
      });
      proposed.push(await propose);
    }
  }
  return jobResult(proposed);
}

/** How many rows of what was issued have become known otherwise; 0 where none calls for a correction. */
async function changesSince(
  ports: Pick<JobPorts, "records" | "frozenRows">,
  period: Period,
  { rules }: JobTime,
): Promise<number> {
  const last = await lastVersion(ports.records, { period, state: "issued", rules });
  if (last === undefined) return 0;
  const changes = rowChanges(
    heardRows(await ports.frozenRows(last.folder), period),
    await rowsOf(ports, period, rules),
  );
  return callForCorrection(changes) ? changes.length : 0;
}

/** A period that was issued before bulletins were signed. */
function issuedUnsigned(period: Period, version: number, { now, rules }: JobTime): Signing {
  return {
    jurisdiction: rules.policy.jurisdiction.code,
    period: period.kind,
    month: period.to,
    version: 0,
    revision: 0,
    state: "issued",
    ...signingDays(period, rules),
    content: PLAIN_CONTENT,
    issued: { version, at: now },
    reminded: [],
    events: [{ type: "opened", at: now, by: "", cause: "look-back" }],
  };
}
