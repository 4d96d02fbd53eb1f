/**
 * The environment of each Lambda function, once: the schema validates it at start and types the CDK
 * construct that sets it, so a missing or misspelt variable does not compile.
 */
import * as z from "zod/mini";

const name = z.string().check(z.minLength(1));

/** functions/document-intake: files of the inbox become case files. */
export const DocumentIntakeEnv = z.object({
  CASE_TABLE: name,
  INBOX_BUCKET: name,
  RECORDS_BUCKET: name,
  SCAN_QUEUE_URL: name,
  INTAKE_QUEUE_URL: name,
  POLICY: name,
});
export type DocumentIntakeEnv = z.infer<typeof DocumentIntakeEnv>;

/** functions/document-ocr: scans of the inbox become text, kept in the records bucket; intake then decides. */
export const DocumentOcrEnv = z.object({
  INBOX_BUCKET: name,
  RECORDS_BUCKET: name,
  INTAKE_QUEUE_URL: name,
  SCAN_QUEUE_URL: name,
});
export type DocumentOcrEnv = z.infer<typeof DocumentOcrEnv>;

/** functions/inbox-audit: every day, files of the bucket that the table doesn't know are queued again. */
export const InboxAuditEnv = z.object({ CASE_TABLE: name, INBOX_BUCKET: name, INTAKE_QUEUE_URL: name });
export type InboxAuditEnv = z.infer<typeof InboxAuditEnv>;

/** functions/deadline-sweep: what is due now. */
export const DeadlineSweepEnv = z.object({ CASE_TABLE: name, POLICY: name });
export type DeadlineSweepEnv = z.infer<typeof DeadlineSweepEnv>;

/** functions/board-count: what stands on boards of very many cases; COUNT_QUEUE_URL brings it the next part. */
export const BoardCountEnv = z.object({ CASE_TABLE: name, COUNT_QUEUE_URL: name, POLICY: name });
export type BoardCountEnv = z.infer<typeof BoardCountEnv>;

/** functions/monthly-bulletin: ledger duties, draft and bulletin; RECORDS_BUCKET keeps frozen rows and files. */
export const MonthlyBulletinEnv = z.object({ CASE_TABLE: name, RECORDS_BUCKET: name, POLICY: name });
export type MonthlyBulletinEnv = z.infer<typeof MonthlyBulletinEnv>;

const desk = {
  /** What links in mails begin with; without a desk mails have none. */
  DESK_URL: z.exactOptional(name),
  LINK_KEYS_ARN: z.exactOptional(name),
};

/**
 * functions/notice-mailer: outbox → mail. SES where the partition has it; elsewhere a relay over SMTP
 * whose user and password are a JSON secret `{"user","password"}`.
 */
export const NoticeMailerEnv = z.discriminatedUnion("MAIL_TRANSPORT", [
  z.object({
    ...desk,
    MAIL_TRANSPORT: z.literal("ses"),
    CASE_TABLE: name,
    RECORDS_BUCKET: name,
    MAIL_FROM: name,
    SENDER_NAME: name,
    POLICY: name,
    SES_CONFIGURATION_SET: name,
  }),
  z.object({
    ...desk,
    MAIL_TRANSPORT: z.literal("smtp"),
    CASE_TABLE: name,
    RECORDS_BUCKET: name,
    MAIL_FROM: name,
    SENDER_NAME: name,
    POLICY: name,
    SMTP_HOST: name,
    SMTP_PORT: name,
    SMTP_SECRET_ARN: name,
  }),
]);
export type NoticeMailerEnv = z.infer<typeof NoticeMailerEnv>;

/** functions/desk: the pages behind the links in mails. */
export const DeskEnv = z.object({
  CASE_TABLE: name,
  /** Where proofs are dropped; those that are handed in are kept in RECORDS_BUCKET. */
  DROPBOX_BUCKET: name,
  RECORDS_BUCKET: name,
  /** Where the papers of cases lie as they were handed in. */
  INBOX_BUCKET: name,
  /** What links begin with. */
  DESK_URL: name,
  LINK_KEYS_ARN: name,
  /** The government's own sign-in as JSON ({@link oidcOf}); absent: people sign in by mail alone. */
  OIDC: z.exactOptional(name),
  /** 网站备案号, which a site in China has at the foot of its pages. */
  ICP_FILING: z.exactOptional(name),
  /** E-mail addresses of who runs the deployment, with commas between them. */
  ADMINS: name,
  /** Where an admin sees queues, dead letters, errors of functions and mail. */
  DASHBOARD_URL: name,
  /** In whose name the pages speak, as the mails. */
  SENDER_NAME: name,
  POLICY: name,
});
export type DeskEnv = z.infer<typeof DeskEnv>;

const Oidc = z.object({
  name,
  issuer: name,
  clientId: name,
  secretArn: name,
  mailboxClaim: name,
  only: z.exactOptional(z.literal(true)),
});

/** The registration at an identity provider in {@link DeskEnv}'s OIDC; its secret is named by ARN. */
export function oidcOf(json: string): z.infer<typeof Oidc> {
  return z.parse(Oidc, JSON.parse(json));
}

/** functions/mail-feedback: what became of a mail, into the outbox. */
export const MailFeedbackEnv = z.object({ CASE_TABLE: name, POLICY: name });
export type MailFeedbackEnv = z.infer<typeof MailFeedbackEnv>;
