/** What notices belong to, in the form in which items keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { NoticeSubject } from "../../../domain/notices/frame/notice-subject.ts";
import { caseNumber, month, organisationId, year } from "./scalars.ts";

export const noticeSubject = z.discriminatedUnion("of", [
  z.object({ of: z.literal("case"), caseNumber }),
  z.object({ of: z.literal("document"), sha256: z.string() }),
  z.object({ of: z.literal("bulletin"), jurisdiction: z.string(), month }),
  z.object({ of: z.literal("ledger"), court: organisationId, month }),
  z.object({ of: z.literal("organisation"), organisation: organisationId }),
  z.object({ of: z.literal("programme"), jurisdiction: z.string(), year }),
]);

agreed<Agree<NoticeSubject, z.infer<typeof noticeSubject>>>();
