/** How a file is sent to be read once more: the {@link IntakeQueue} on SQS, in the form of S3's own event. */
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { IntakeQueue } from "../ports/intake-queue.ts";
import { sqs } from "./clients/sqs.ts";

/** Puts files of a bucket into the queue in the words of S3's own event, so that intake needn't distinguish them. */
export function intakeQueue(queueUrl: string, bucket: string, client: SQSClient = sqs()): IntakeQueue {
  return {
    async enqueue({ key, versionId, size, at, ledger }) {
      const event = {
        version: "0",
        source: "aws.s3",
        "detail-type": "Object Created",
        time: at,
        detail: {
          version: "0",
          bucket: { name: bucket },
          object: { key, size, "version-id": versionId },
          ...(ledger !== undefined && { ledger }),
        },
      };
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(event) }));
    },
  };
}
