/**
 * How files that may have to prove something are stored: private, versioned, locked, every access recorded.
 */
import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { Grant } from "aws-cdk-lib/aws-iam";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { NodeFunction } from "./node-function.ts";

// S3's own keys (SSE-S3): free, and who uploads needs no permission on a key. A KMS key would cost each read and
// write a request and each uploader a grant, for a separation that one account with one admin does not have.
export const PRIVATE: BucketProps = {
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
};

/** Who read and wrote the evidence: S3's own record, kept as long as the logs. */
export class AccessLogBucket extends Bucket {
  constructor(scope: Construct, id: string, { days }: { readonly days: number }) {
    super(scope, id, { ...PRIVATE, lifecycleRules: [{ expiration: Duration.days(days) }] });
  }
}

/** How long evidence can't be deleted, and where its readers are recorded. */
export interface EvidenceBucketProps {
  readonly lockedDays: number;
  readonly accessLogs: AccessLogBucket;
  /** Folder of the access log. */
  readonly logPrefix: string;
  /** The name of one that is there already and is used as it is. */
  readonly adopted?: string | undefined;
}

/** Where the records bucket keeps what was read from scans. */
export const SCANS = "scans/";

/** Where it keeps the pages of files that a person may have to check, as pictures. */
export const PAGES = "pages/";

/** Where it keeps what courts' ledgers said, and the workbooks that go to courts with mails on them. */
export const LEDGERS = "ledgers/";

/** Where it keeps files that came to the inbox inside archives, each by itself. */
export const ENCLOSED = "originals/";

/** Where it keeps which mails left and what was done at the desk, for a restore of the table. */
export const JOURNAL = "journal/";

/** Where the records bucket keeps what was handed in at the desk. */
export const PROOFS = "proofs/";

/** A folder of a bucket and what a function may do there. */
export interface ObjectGrant {
  readonly prefix: string;
  readonly actions: readonly `s3:${string}Object${string}`[];
}

/**
 * Files that may have to prove something: every version is kept and locked. Governance, not compliance: a file
 * with a stranger's data, uploaded by mistake, can still be removed by whoever holds s3:BypassGovernanceRetention.
 */
export class EvidenceBucket extends Construct {
  /** The stack's own; undefined where one is used that was there already. */
  protected readonly made: Bucket | undefined;
  readonly #bucket: IBucket;

  constructor(
    scope: Construct,
    id: string,
    { lockedDays, accessLogs, logPrefix, adopted }: EvidenceBucketProps,
  ) {
    super(scope, id);
    this.made =
      adopted === undefined
        ? new Bucket(this, "Default", {
            ...PRIVATE,
            versioned: true,
            objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(lockedDays)),
            // The CDK's class says `undefined` where its interface leaves a property out; it is the same bucket.
            serverAccessLogsBucket: accessLogs as IBucket,
            serverAccessLogsPrefix: logPrefix,
            lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
          })
        : undefined;
    this.#bucket = (this.made ?? Bucket.fromBucketName(this, "Adopted", adopted ?? "")) as IBucket;
  }

  get bucketName(): string {
    return this.#bucket.bucketName;
  }

  get bucketArn(): string {
    return this.#bucket.bucketArn;
  }

  arnForObjects(pattern: string): string {
    return this.#bucket.arnForObjects(pattern);
  }

  /** Says why a policy names every object of a folder, which cdk-nag reports as a wildcard. */
  acknowledge(construct: Construct, prefix: string, reason: string): void {
    if (this.made === undefined) acknowledgeWildcard(construct, `${this.bucketArn}/${prefix}*`, reason);
    else acknowledgeFolder(construct, this.made, prefix, reason);
  }

  /** Lets a function do exactly these with the objects under a prefix. */
  grantObjects(fn: NodeFunction, { prefix, actions }: ObjectGrant): void {
    Grant.addToPrincipal({
      grantee: fn,
      actions: [...actions],
      resourceArns: [this.arnForObjects(`${prefix}*`)],
    });
    this.acknowledge(fn.executionRole, prefix, "A folder's files have no names known beforehand.");
  }

  /** Lets a function learn that an object under a prefix is not there; without it S3 answers as if it were forbidden. */
  grantAbsence(fn: NodeFunction, prefix: string): void {
    Grant.addToPrincipal({
      grantee: fn,
      actions: ["s3:ListBucket"],
      resourceArns: [this.bucketArn],
      conditions: { StringLike: { "s3:prefix": `${prefix}*` } },
    });
  }
}

/** Says why a policy names every object of a folder, which cdk-nag reports as a wildcard. */
export function acknowledgeFolder(
  construct: Construct,
  bucket: Bucket,
  prefix: string,
  reason: string,
): void {
  const logicalId = bucket.stack.getLogicalId(bucket.node.defaultChild as CfnBucket);
  acknowledgeWildcard(construct, `<${logicalId}.Arn>/${prefix}*`, reason);
}

function acknowledgeWildcard(construct: Construct, resource: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
}
