/**
 * Where a browser may put a proof (证明材料) before its form is submitted, and how long it stays there if nobody
 * submits it.
 */
import { Duration } from "aws-cdk-lib";
import { Grant } from "aws-cdk-lib/aws-iam";
import { Bucket, type IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { type AccessLogBucket, acknowledgeFolder, PRIVATE } from "./evidence-bucket.ts";
import type { NodeFunction } from "./node-function.ts";

/** Where the forms of the desk's pages put proofs; the desk keeps what is handed in, among the evidence. */
const FOLDER = "proofs/";
/** Where the desk lays what was made for somebody to fetch, larger than an answer may be. */
const MADE = "archives/";
const DAYS = 15;

/**
 * Files as people drop them, before they are handed in. A bucket of its own, since S3 takes nothing into one with
 * default retention without a checksum, which a form can't give; and since no event is sent for what lies here, so that
 * it is never taken in as a court's file. What nobody hands in is gone some days after its draft (shared/domain/form-draft.ts).
 */
export class DropboxBucket extends Bucket {
  constructor(scope: Construct, id: string, { accessLogs }: { readonly accessLogs: AccessLogBucket }) {
    super(scope, id, {
      ...PRIVATE,
      versioned: true,
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: "dropbox/",
      lifecycleRules: [
        {
          expiration: Duration.days(DAYS),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }

  /** Lets the desk sign forms for the proofs' folder, see what came by them, and lay down archives to be fetched. */
  grantForms(fn: NodeFunction): void {
    Grant.addToPrincipal({
      grantee: fn,
      actions: ["s3:PutObject", "s3:GetObject", "s3:GetObjectVersion"],
      resourceArns: [this.arnForObjects(`${FOLDER}*`)],
    });
    acknowledgeFolder(
      fn.executionRole,
      this,
      FOLDER,
      "Each link has a folder of its own, made of its token.",
    );
    Grant.addToPrincipal({
      grantee: fn,
      actions: ["s3:PutObject", "s3:GetObject"],
      resourceArns: [this.arnForObjects(`${MADE}*`)],
    });
    acknowledgeFolder(fn.executionRole, this, MADE, "Each archive is called by its hash.");
    Grant.addToPrincipal({
      grantee: fn,
      actions: ["s3:ListBucket"],
      resourceArns: [this.bucketArn],
      conditions: { StringLike: { "s3:prefix": `${FOLDER}*` } },
    });
  }
}
