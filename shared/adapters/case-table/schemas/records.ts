/** Documents, uploads, duties, bulletins, statistics rows and organisations, as items keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import { OUTCOMES } from "../../../domain/court/outcome.ts";
import type { LedgerDuty } from "../../../domain/court-ledger/ledger-duty.ts";
import type { DocumentRecord, SettledUpload } from "../../../domain/document.ts";
import type { Organisation, OrganisationName } from "../../../domain/organisations/directory.ts";
import type { DirectoryAct } from "../../../domain/organisations/directory-act.ts";
import type { OrganisationChange } from "../../../domain/organisations/organisation-change.ts";
import type { Download } from "../../../domain/originals/download.ts";
import type { BulletinVersion } from "../../../domain/statistics/bulletin-version.ts";
import type { StatisticsRow } from "../../../domain/statistics/statistics-row.ts";
import type { UsedLink } from "../../../domain/used-link.ts";
import { rowClasses } from "./classes.ts";
import { fileNews } from "./digest-line.ts";
import { principalReason } from "./principals.ts";
import { doubt, rejection } from "./refusal.ts";
import {
  caseNumber,
  civilDate,
  count,
  instant,
  known,
  month,
  organisationId,
  periodKind,
  texts,
} from "./scalars.ts";
import { bulletinWords, hearingMode, keyFigures, missingLedgers } from "./shown.ts";
import { circles } from "./signing.ts";

const upload = z.object({ key: z.string(), versionId: z.string(), at: instant });

export const settledUpload = z.extend(upload, {
  sha256: z.string(),
  answer: z.exactOptional(fileNews),
});

export const documentRecord = z.object({
  sha256: z.string(),
  state: z.enum(["read", "needs-review", "rejected"]),
  kind: z.string(),
  caseNumbers: z.array(caseNumber),
  rejection: z.exactOptional(rejection),
  doubts: z.exactOptional(z.array(doubt)),
  reading: z.exactOptional(z.string()),
  bureau: z.exactOptional(organisationId),
  text: z.exactOptional(z.string()),
  firstUpload: upload,
  reviewed: z.exactOptional(
    z.object({
      at: instant,
      by: z.string(),
      cause: z.string(),
      was: z.object({
        kind: z.string(),
        caseNumbers: z.array(caseNumber),
        doubts: z.exactOptional(z.array(doubt)),
        reading: z.exactOptional(z.string()),
        text: z.exactOptional(z.string()),
      }),
    }),
  ),
  again: z.exactOptional(z.string()),
});

export const usedLink = z.object({ nonce: z.string(), at: instant, by: z.string() });

export const download = z.object({
  subject: z.discriminatedUnion("of", [
    z.object({ of: z.literal("case"), caseNumber }),
    z.object({ of: z.literal("document"), sha256: z.string() }),
  ]),
  at: instant,
  organisation: organisationId,
  name: z.string(),
  sha256: z.string(),
  paper: z.string(),
});

export const ledgerDuty = z.object({
  court: organisationId,
  courtName: z.string(),
  month,
  due: civilDate,
  version: count,
  receivedOn: z.exactOptional(civilDate),
  ledgers: z.array(
    z.object({
      document: z.string(),
      receivedAt: instant,
      noted: z.object({ cases: count, among: count }),
    }),
  ),
  prefilled: z.exactOptional(z.object({ key: z.string(), cases: count })),
  reminded: z.array(civilDate),
});

const tally = { heard: count, present: count, absent: count, unknown: count };

const monthTallies = z.object({
  total: z.object(tally),
  areas: z.array(z.object({ jurisdiction: z.string(), ...tally })),
});

/** 月份数字. */
export const keptMonth = z.object({ month, at: instant, rows: count, tallies: monthTallies });

export const bulletinVersion = z.object({
  jurisdiction: z.string(),
  month,
  period: periodKind,
  version: count,
  state: z.enum(["draft", "issued"]),
  at: instant,
  rowsSha256: z.string(),
  folder: z.string(),
  counting: z.exactOptional(
    z.object({
      secondInstance: z.enum(["in", "out"]),
      acceptedAbsences: z.enum(["in", "out"]),
      rankBy: z.enum(["pairs", "cases"]),
      notifiedOnly: z.boolean(),
    }),
  ),
  signature: z.exactOptional(count),
  tallies: z.exactOptional(monthTallies),
  inMail: z.exactOptional(
    z.object({
      figures: keyFigures,
      changed: z.exactOptional(count),
      missingLedgers: z.exactOptional(missingLedgers),
      files: z.array(z.object({ name: z.string(), contentType: z.string(), size: count })),
      words: z.exactOptional(bulletinWords),
      to: z.exactOptional(circles),
      annex: z.exactOptional(z.boolean()),
    }),
  ),
});

export const statisticsRow = z.object({
  caseNumber,
  agency: z.string(),
  jurisdiction: z.string(),
  court: known(z.string()),
  heardOn: known(civilDate),
  heard: known(z.boolean()),
  present: known(z.boolean()),
  excused: known(z.enum(["agreed", "court"])),
  rank: known(z.enum(["principal", "deputy", "in-charge"])),
  headName: known(z.string()),
  spoke: known(z.boolean()),
  enterprise: known(z.boolean()),
  absenceReason: known(z.string()),
  // Rows from before these four were distinguished are read as they are: they leave it open.
  absenceGround: known(z.enum(["force-majeure", "accident", "irreplaceable-duty", "other", "none"])),
  reasonAccepted: known(z.boolean()),
  withoutHead: known(z.enum(["staff", "lawyers", "nobody"])),
  conduct: known(z.array(z.enum(["left-early", "refused-to-explain", "put-off"]))),
  outcome: known(z.enum(OUTCOMES)),
  closed: known(z.boolean()),
  mediated: known(z.boolean()),
  source: z.enum(["settled", "hearing-record", "judgment", "court-ledger", "filing"]),
  openDifference: z.boolean(),
  mode: z.exactOptional(hearingMode),
  defence: z.exactOptional(z.enum(["in-time", "late", "open"])),
  notified: z.exactOptional(z.literal(true)),
  principalOwed: z.exactOptional(z.array(principalReason)),
  principalExcused: z.exactOptional(z.boolean()),
  judgmentServedOn: z.exactOptional(civilDate),
  appealedBy: z.exactOptional(z.enum(["agency", "other"])),
  effectiveOn: z.exactOptional(civilDate),
  performance: z.exactOptional(z.enum(["in-time", "late", "open"])),
  defenceDue: z.exactOptional(civilDate),
  defenceOn: z.exactOptional(civilDate),
  ...rowClasses,
});

export const organisation = z.object({
  id: organisationId,
  kind: z.enum(["court", "bureau", "government", "agency"]),
  name: z.string(),
  aliases: texts,
  level: z.enum(["city", "county", "town"]),
  jurisdiction: z.string(),
  superior: z.exactOptional(organisationId),
  courtCode: z.exactOptional(z.string()),
  address: z.exactOptional(z.string()),
  contacts: z.array(
    z.object({
      role: z.enum(["legal-section", "head", "clerk", "duty"]),
      name: z.string(),
      email: z.string(),
      phone: z.exactOptional(z.string()),
      undeliverable: z.exactOptional(z.boolean()),
      proposed: z.exactOptional(
        z.object({ email: z.string(), by: z.string(), at: instant, change: z.string() }),
      ),
    }),
  ),
  leaders: z.exactOptional(
    z.array(
      z.object({
        name: z.string(),
        post: z.string(),
        rank: z.enum(["principal", "deputy", "in-charge"]),
        field: z.exactOptional(z.string()),
        from: z.exactOptional(civilDate),
        to: z.exactOptional(civilDate),
      }),
    ),
  ),
  verified: z.boolean(),
  closed: z.exactOptional(z.object({ on: civilDate, into: z.exactOptional(organisationId) })),
});

export const organisationName = z.object({
  id: organisationId,
  kind: z.enum(["court", "bureau", "government", "agency"]),
  name: z.string(),
  aliases: texts,
  level: z.enum(["city", "county", "town"]),
  jurisdiction: z.string(),
  courtCode: z.exactOptional(z.string()),
});

/** A change of an organisation's entry. */
export const organisationChange = z.object({
  id: z.string(),
  at: instant,
  by: z.string(),
  before: z.exactOptional(organisation),
  after: z.exactOptional(organisation),
  bureau: z.exactOptional(organisationId),
  functions: z.exactOptional(z.string()),
  takesBack: z.exactOptional(z.string()),
});

/** What a bureau did to the directory. */
export const directoryAct = z.object({
  id: z.string(),
  at: instant,
  by: z.string(),
  bureau: organisationId,
  kind: z.enum([
    "unit-added",
    "entry-changed",
    "alias-added",
    "verified",
    "unit-closed",
    "imported",
    "taken-back",
  ]),
  organisations: z.array(z.object({ id: organisationId, name: z.string() })),
  cases: z.array(caseNumber),
  takesBack: z.exactOptional(z.string()),
  reason: z.exactOptional(z.string()),
});

agreed<Agree<SettledUpload, z.infer<typeof settledUpload>>>();
agreed<Agree<DocumentRecord, z.infer<typeof documentRecord>>>();
agreed<Agree<Download, z.infer<typeof download>>>();
agreed<Agree<UsedLink, z.infer<typeof usedLink>>>();
agreed<Agree<LedgerDuty, z.infer<typeof ledgerDuty>>>();
agreed<Agree<BulletinVersion, z.infer<typeof bulletinVersion>>>();
agreed<Agree<StatisticsRow, z.infer<typeof statisticsRow>>>();
agreed<Agree<Organisation, z.infer<typeof organisation>>>();
agreed<Agree<OrganisationName, z.infer<typeof organisationName>>>();
agreed<Agree<OrganisationChange, z.infer<typeof organisationChange>>>();
agreed<Agree<DirectoryAct, z.infer<typeof directoryAct>>>();
