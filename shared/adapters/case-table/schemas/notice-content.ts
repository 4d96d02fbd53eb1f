/** What each kind of notice says, in the form in which items of the table keep it. */
import * as z from "zod/mini";
import { type Agree, agreed, agreedEach } from "../../../domain/agreement.ts";
import type { NoticeContent, NoticeKind } from "../../../domain/notices/notice-kinds.ts";
import { asWritten } from "./as-written.ts";
import { caseNotices } from "./case-notices.ts";
import { digestLine } from "./digest-line.ts";
import { ledgerRowShown } from "./ledger-row.ts";
import { linkTarget } from "./link-target.ts";
import { noticeSubject } from "./notice-subject.ts";
import { programmeNotices } from "./programme-notices.ts";
import { doubt, factField, rejection } from "./refusal.ts";
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
import { attachedFiles, bulletinWords, file, keyFigures, missingLedgers } from "./shown.ts";

const change = { before: z.string(), after: z.string() };
const role = z.enum(["legal-section", "duty", "head", "clerk"]);
const changedField = z.discriminatedUnion("field", [
  z.object({
    field: z.enum([
      "name",
      "aliases",
      "level",
      "jurisdiction",
      "superior",
      "address",
      "leaders",
      "closed-on",
      "closed-into",
    ]),
    ...change,
  }),
  z.object({
    field: z.enum(["contact-name", "contact-email", "contact-phone", "contact-proposed"]),
    role,
    place: z.exactOptional(count),
    ...change,
  }),
]);

const factShown = z.object({
  field: factField,
  organ: z.exactOptional(z.string()),
  value: z.string(),
  confidence: z.number(),
  text: z.string(),
});
export const noticeContent = z.discriminatedUnion("kind", [
  ...caseNotices,
  ...programmeNotices,
  z.object({
    kind: z.literal("organisation-changed"),
    organisation: z.string(),
    bureau: z.exactOptional(z.string()),
    by: z.string(),
    at: instant,
    changes: z.array(changedField),
    functions: z.exactOptional(z.string()),
    cases: z.array(caseNumber),
    casesInAll: z.exactOptional(count),
    change: z.exactOptional(z.string()),
    restored: z.exactOptional(z.literal(true)),
    asked: z.exactOptional(z.object({ role, change: z.string(), email: z.string() })),
    reader: z.enum(["own", "former-address", "asked-address", "bureau", "court"]),
  }),
  z.object({
    kind: z.literal("desk-link"),
    about: z.string(),
    target: linkTarget,
  }),
  z.object({ kind: z.literal("sign-in"), mailbox: z.string(), minutes: count }),
  z.object({
    kind: z.literal("ledger-due"),
    court: z.string(),
    month,
    due: civilDate,
    daysOver: z.int(),
    copy: z.exactOptional(z.literal(true)),
    prefilled: z.exactOptional(z.object({ cases: count, files: attachedFiles })),
  }),
  z.object({
    kind: z.literal("ledger-received"),
    court: z.string(),
    month,
    file,
    cases: count,
    opened: count,
    withdrawn: count,
    unusable: count,
    doubtful: count,
    rows: z.array(ledgerRowShown),
    files: attachedFiles,
  }),
  z.object({
    kind: z.literal("bulletin"),
    jurisdiction: z.string(),
    month,
    period: z.exactOptional(z.enum(["quarter", "half-year", "year", "year-to-date"])),
    changed: z.exactOptional(count),
    left: z.exactOptional(texts),
    missingLedgers: z.exactOptional(missingLedgers),
    version: count,
    draft: z.boolean(),
    figures: keyFigures,
    files: attachedFiles,
    due: z.exactOptional(civilDate),
    words: z.exactOptional(bulletinWords),
    annex: z.exactOptional(z.boolean()),
  }),
  z.object({
    kind: z.literal("bulletin-unsigned"),
    jurisdiction: z.string(),
    month,
    period: periodKind,
    due: civilDate,
    daysOver: z.int(),
    deferred: z.exactOptional(z.object({ until: civilDate, reason: z.string() })),
    missingLedgers: z.exactOptional(missingLedgers),
  }),
  z.object({
    kind: z.literal("bulletin-correction"),
    jurisdiction: z.string(),
    month,
    period: periodKind,
    version: count,
    changes: count,
  }),
  z.object({ kind: z.literal("document-rejected"), file, rejection }),
  z.object({
    kind: z.literal("rejection-withdrawn"),
    file,
    at: instant,
    by: z.string(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal("document-review"),
    file,
    court: z.string(),
    documentKind: z.string(),
    partlyFiled: z.boolean(),
    doubts: z.array(doubt),
    facts: z.array(factShown),
  }),
  z.object({ kind: z.literal("document-question"), file, documentKind: z.string(), doubts: z.array(doubt) }),
  z.object({
    kind: z.literal("address-failed"),
    organisationName: z.string(),
    organisation: z.exactOptional(organisationId),
    address: known(z.string()),
    cause: z.enum(["no-address", "not-listed", "bounced", "complained", "failed", "ambiguous", "too-late"]),
    about: z.discriminatedUnion("type", [
      z.object({ type: z.literal("mail"), number: z.string() }),
      z.object({ type: z.literal("subject"), subject: noticeSubject }),
      asWritten,
    ]),
  }),
  z.object({ kind: z.literal("agency-digest"), date: civilDate, lines: z.array(digestLine) }),
  z.object({ kind: z.literal("files-receipt"), date: civilDate, lines: z.array(digestLine) }),
  z.object({ kind: z.literal("digest"), date: civilDate, lines: z.array(digestLine) }),
]);

agreed<Agree<NoticeContent, z.infer<typeof noticeContent>>>();
/** Each kind by itself as well: the compiler then says which of them has no schema, or another one. */
agreedEach<{
  [Kind in NoticeKind]: Agree<NoticeContent<Kind>, Extract<z.infer<typeof noticeContent>, { kind: Kind }>>;
}>();
