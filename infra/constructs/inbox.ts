/** Which folders exist for uploads, and how a new file in them makes itself known. */
import { type CfnBucket, HttpMethods } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { EvidenceBucket, type EvidenceBucketProps } from "./evidence-bucket.ts";

/**
 * The folders of the inbox: `courts/<code>/inbox/` for a court's files, `bureaus/<id>/inbox/` for what a bureau
 * is handed, `agencies/<id>/inbox/` for an agency's filings, `directory/` for the directory an admin uploads.
 */
export const INBOX_FOLDERS = ["courts/", "bureaus/", "agencies/", "directory/"] as const;

/** Those whose files are papers of cases. */
export const PAPER_FOLDERS = ["courts/", "bureaus/", "agencies/"] as const;

/** Whose files are handed in on a page. */
export const HAND_IN_FOLDERS = ["courts/", "bureaus/"] as const;

/** Where courts, bureaus, agencies and the admin upload; tells EventBridge of every new object. */
export class Inbox extends EvidenceBucket {
  constructor(scope: Construct, id: string, props: EvidenceBucketProps) {
    super(scope, id, props);
    // On the resource itself: the CDK's own switch would add a function of its own to do it after deployment.
    const own = this.made?.node.defaultChild as CfnBucket | undefined;
    if (own !== undefined)
      own.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }

  /** Lets pages of these origins put files here, by addresses that name key, length and hash. */
  takeUploadsFrom(origins: readonly string[]): void {
    this.made?.addCorsRule({
      allowedMethods: [HttpMethods.PUT],
      allowedOrigins: [...origins],
      allowedHeaders: ["content-type", "x-amz-checksum-sha256"],
      maxAge: 3000,
    });
  }
}
