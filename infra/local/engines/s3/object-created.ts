/** What does S3 tell the event bus of a new object? */
import { randomBytes } from "node:crypto";
import type { Occurrence } from "../event-bus.ts";
import type { Version } from "./object-store.ts";

/** How an object came into a bucket, as the event's `reason` says it. */
export type Reason = "PutObject" | "POST Object" | "CopyObject";

/**
 * What S3 tells EventBridge of a new object. The key is as it is, not percent-encoded as in S3's own notifications.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function objectCreated(
  bucket: { readonly name: string; readonly arn: string },
  { key, size, etag, id, sequencer }: Version,
  reason: Reason,
  account: string,
): Occurrence {
  return {
    source: "aws.s3",
    detailType: "Object Created",
    resources: [bucket.arn],
    detail: {
      version: "0",
      bucket: { name: bucket.name },
      object: { key, size, etag, ...(id !== "null" && { "version-id": id }), sequencer },
      "request-id": randomBytes(8).toString("hex").toUpperCase(),
      requester: account,
      "source-ip-address": "127.0.0.1",
      reason,
    },
  };
}
