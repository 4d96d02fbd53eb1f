/** Notices and lines that wait for a digest, in the form in which items of the table keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { Notice, NoticeState, WaitingLine } from "../../../domain/notices/notice.ts";
import { digestLine, digestNews } from "./digest-line.ts";
import { noticeContent } from "./notice-content.ts";
import { noticeSubject } from "./notice-subject.ts";
import { instant, noticeId, organisationId } from "./scalars.ts";

const recipient = z.object({
  organisation: organisationId,
  organisationName: z.string(),
  name: z.string(),
  address: z.string(),
});

const signer = z.object({
  organisation: organisationId,
  name: z.string(),
  contact: z.exactOptional(z.string()),
  phone: z.exactOptional(z.string()),
  replyTo: z.exactOptional(z.string()),
});

const step = z.object({ key: z.string(), limit: z.exactOptional(instant) });

export const notice = z.object({
  id: noticeId,
  subject: noticeSubject,
  recipient,
  signer: z.exactOptional(signer),
  content: noticeContent,
  step: z.exactOptional(step),
  folds: z.exactOptional(z.array(z.object({ subject: noticeSubject, id: noticeId }))),
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
  "dropped",
]);

export const waitingLine = z.object({
  id: noticeId,
  subject: noticeSubject,
  recipient,
  audience: z.exactOptional(z.enum(["court", "agency"])),
  signer: z.exactOptional(signer),
  line: digestLine,
  with: z.exactOptional(z.array(digestNews)),
  step: z.exactOptional(step),
  releaseAt: instant,
});

agreed<Agree<Notice, z.infer<typeof notice>>>();
agreed<Agree<NoticeState, z.infer<typeof noticeState>>>();
agreed<Agree<WaitingLine, z.infer<typeof waitingLine>>>();
