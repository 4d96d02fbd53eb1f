/** Notices and lines that wait for a digest, in the form in which items of the table keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { Notice, NoticeState, WaitingLine } from "../../../domain/notices/notice.ts";
import { digestLine } from "./digest-line.ts";
import { noticeContent } from "./notice-content.ts";
import { caseNumber, instant, month, noticeId, organisationId, year } from "./scalars.ts";

const subject = z.discriminatedUnion("of", [
  z.object({ of: z.literal("case"), caseNumber }),
  z.object({ of: z.literal("document"), sha256: z.string() }),
  z.object({ of: z.literal("bulletin"), jurisdiction: z.string(), month }),
  z.object({ of: z.literal("ledger"), court: organisationId, month }),
  z.object({ of: z.literal("organisation"), organisation: organisationId }),
  z.object({ of: z.literal("programme"), jurisdiction: z.string(), year }),
]);

const recipient = z.object({
  organisation: organisationId,
  organisationName: z.string(),
  name: z.string(),
  address: z.string(),
});

export const notice = z.object({
  id: noticeId,
  subject,
  recipient,
  content: noticeContent,
  createdAt: instant,
  releaseAt: instant,
});

export const noticeState = z.enum([
  "held",
  "pending",
  "sending",
  "accepted",
  "delivered",
  "bounced",
  "complained",
  "failed",
  "ambiguous",
]);

export const waitingLine = z.object({
  id: noticeId,
  subject,
  recipient,
  line: digestLine,
  releaseAt: instant,
});

agreed<Agree<Notice, z.infer<typeof notice>>>();
agreed<Agree<NoticeState, z.infer<typeof noticeState>>>();
agreed<Agree<WaitingLine, z.infer<typeof waitingLine>>>();
