/** The table's stream: each notice that becomes pending is sent. Wires, and nothing else. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { noticeOfRecord } from "../../shared/adapters/case-table/notice-record.ts";
import { caseOperations } from "../../shared/adapters/case-table/operations.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { secrets } from "../../shared/adapters/clients/secrets.ts";
import { journalIn } from "../../shared/adapters/journal.ts";
import { lateBucket } from "../../shared/adapters/late-bucket.ts";
import { linkKeys } from "../../shared/adapters/link-keys.ts";
import { mailerFor } from "../../shared/adapters/mailer.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { deskLinks } from "../../shared/links/desk-links.ts";
import type { LeftNotice } from "../../shared/ports/journal.ts";
import { NoticeMailerEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { policyOf } from "../../shared/runtime/rules.ts";
import { sendNotice } from "./send-notice.ts";

export const handler = lambda(NoticeMailerEnv, (env, log) => {
  const [client, policy] = [dynamo(), policyOf(env.POLICY)];
  const operations = caseOperations(client, env.CASE_TABLE);
  const ports = {
    outbox: caseOutbox(client, env.CASE_TABLE, policy.jurisdiction.code),
    // Bulletins alone have files that are kept.
    files: lateBucket(env.RECORDS_BUCKET),
    mailer: mailerFor(env),
    sender: { name: env.SENDER_NAME, address: env.MAIL_FROM },
    linkLives: policy.links,
    ...(env.DESK_URL !== undefined &&
      env.LINK_KEYS_ARN !== undefined && {
        linkAddress: deskLinks(env.DESK_URL, linkKeys(secrets(), env.LINK_KEYS_ARN)),
      }),
  };
  const journal = journalIn(ports.files, () => log.error("journal not written"));
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const counts: Record<string, number> = {};
    const gone: LeftNotice[] = [];
    for (const record of event.Records) {
      try {
        const { subject, id } = noticeOfRecord(record);
        const { outcome, waitingMinutes, left } = await sendNotice(ports, subject, id, instant(new Date()));
        if (left !== undefined) gone.push(left);
        counts[outcome] = (counts[outcome] ?? 0) + 1;
        if (waitingMinutes) counts.waitingMinutes = Math.max(counts.waitingMinutes ?? 0, waitingMinutes);
      } catch (fault) {
        log.error("notice not sent", { fault: fault instanceof Error ? fault.name : "unknown" });
        await journal.left(gone);
        // A stream is read in order: the batch goes on from the first record that failed.
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] };
      }
    }
    await journal.left(gone);
    log.info("notices handled", counts);
    const { sent = 0, refused = 0 } = counts;
    if (sent > 0)
      await operations.ran({ job: "mail", at: instant(new Date()), counts: { sent }, failed: refused });
    return { batchItemFailures: [] };
  };
});
