/** What does one deployment consist of, and which part may use which other? */
import { CfnOutput, Stack } from "aws-cdk-lib";
import { RegionInfo } from "aws-cdk-lib/region-info";
import type { Construct } from "constructs";
import { packPolicy } from "../shared/runtime/packed-policy.ts";
import { Alarms } from "./constructs/alarms.ts";
import { BoardCount } from "./constructs/board-count.ts";
import { CaseTable } from "./constructs/case-table.ts";
import { DeadlineSweep } from "./constructs/deadline-sweep.ts";
import { adminsOf, type Deployment } from "./constructs/deployment.ts";
import { checkDeployment } from "./constructs/deployment-check.ts";
import { Desk } from "./constructs/desk.ts";
import { DocumentIntake } from "./constructs/document-intake.ts";
import { DocumentOcr, ScanQueue } from "./constructs/document-ocr.ts";
import { DropboxBucket } from "./constructs/dropbox.ts";
import { AccessLogBucket, EvidenceBucket } from "./constructs/evidence-bucket.ts";
import { Inbox } from "./constructs/inbox.ts";
import { InboxAudit } from "./constructs/inbox-audit.ts";
import { LinkKeys } from "./constructs/link-keys.ts";
import { MailFeedback } from "./constructs/mail-feedback.ts";
import { MonthlyBulletin } from "./constructs/monthly-bulletin.ts";
import { type MailRoute, NoticeMailer } from "./constructs/notice-mailer.ts";
import { dashboardUrl, OperationsDashboard } from "./constructs/operations-dashboard.ts";
import { SesSending } from "./constructs/ses-sending.ts";
import { TaggedUploadAccess, UploadAccess } from "./constructs/upload-access.ts";

/**
 * How the CDK behaves, as `cdk init` would put it into cdk.json; here, so that it is the same whoever makes the app.
 * @see https://docs.aws.amazon.com/cdk/v2/guide/featureflags.html
 */
const FEATURE_FLAGS = {
  "@aws-cdk/aws-iam:minimizePolicies": true,
  "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy": true,
  "@aws-cdk/core:enablePartitionLiterals": true,
};

/** Everything one deployment needs, in one stack: what holds the data, who may upload, and one construct a function. */
export class YingsuStack extends Stack {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    checkDeployment(deployment);
    checkPartition(deployment);
    const { region, account } = deployment;
    super(scope, id, {
      description: "yingsu: appearance of agency heads in court",
      env: { region, ...(account !== undefined && { account }) },
      terminationProtection: true,
    });
    for (const [flag, value] of Object.entries(FEATURE_FLAGS)) this.node.setContext(flag, value);

    const base = foundations(this, deployment);
    letUpload(this, base.inbox, deployment);
    takeIn(this, base);
    decide(this, base);
    const links = desk(this, base);
    mail(this, base, links);
    new OperationsDashboard(this, "Dashboard", { deployment, ses: deployment.mail.kind === "ses" });
    tell(this, base);
  }
}

/** @throws Error where the region is not one of the partition: half of what is made would have the wrong names. */
function checkPartition({ region, partition }: Deployment): void {
  const actual = RegionInfo.get(region).partition;
  if (actual !== partition)
    throw new Error(`region ${region} is in partition ${actual}, not ${partition}: see infra/config.ts`);
}

/** What every part stands on. */
interface Foundations {
  readonly deployment: Deployment;
  readonly accessLogs: AccessLogBucket;
  readonly inbox: Inbox;
  readonly records: EvidenceBucket;
  /** The policy as functions get it, packed. */
  readonly policy: string;
  /** What every function's construct asks for. */
  readonly surroundings: {
    readonly alarms: Alarms;
    readonly logDays: Deployment["logDays"];
    readonly caseTable: CaseTable;
  };
}

/** Alarms, the table, and the buckets that keep what came and what was made of it. */
function foundations(stack: Stack, deployment: Deployment): Foundations {
  const { evidenceDays, logDays, adopt = {} } = deployment;
  const alarms = new Alarms(stack, "Alarms", deployment.alarms);
  const caseTable = new CaseTable(stack, "Cases", adopt.table);
  const accessLogs = new AccessLogBucket(stack, "AccessLogs", { days: logDays });
  const evidence = { lockedDays: evidenceDays, accessLogs };
  return {
    deployment,
    accessLogs,
    inbox: new Inbox(stack, "Inbox", { ...evidence, logPrefix: "inbox/", adopted: adopt.inbox }),
    records: new EvidenceBucket(stack, "Records", {
      ...evidence,
      logPrefix: "records/",
      adopted: adopt.records,
    }),
    policy: packPolicy(deployment.policy),
    surroundings: { alarms, logDays, caseTable },
  };
}

/** A folder of the inbox for each court, bureau and agency, and nobody else's. */
function letUpload(
  stack: Stack,
  inbox: Inbox,
  { courts, bureaus, agencies = [], uploadsByTag = false }: Deployment,
): void {
  if (uploadsByTag) new TaggedUploadAccess(stack, "Tagged", { inbox });
  for (const { code, trusts } of courts)
    new UploadAccess(stack, `Court${code}`, { inbox, folder: `courts/${code}/inbox/`, trusts });
  for (const { id, trusts } of bureaus)
    new UploadAccess(stack, `Bureau-${id}`, { inbox, folder: `bureaus/${id}/inbox/`, trusts });
  for (const { id, trusts } of agencies)
    new UploadAccess(stack, `Agency-${id}`, { inbox, folder: `agencies/${id}/inbox/`, trusts });
}

/** From a file in the inbox to facts: texts at once, scans by way of a function of their own, and what was missed. */
function takeIn(stack: Stack, { deployment, inbox, records, policy, surroundings }: Foundations): void {
  const { waitingMinutes } = deployment.alarms;
  const { alarms } = surroundings;
  const scanQueue = new ScanQueue(stack, "Scans", { alarms, waitingMinutes });
  const { queue: intakeQueue } = new DocumentIntake(stack, "DocumentIntake", {
    ...surroundings,
    inbox,
    records,
    scanQueue,
    policy,
    waitingMinutes,
  });
  new DocumentOcr(stack, "DocumentOcr", { ...surroundings, inbox, records, scanQueue, intakeQueue });
  new InboxAudit(stack, "InboxAudit", { ...surroundings, inbox, intakeQueue });
}

/** What is owed, by the hour, and what the month came to. */
function decide(stack: Stack, { deployment, records, policy, surroundings }: Foundations): void {
  const { sweepSilentHours: silentHours } = deployment.alarms;
  new DeadlineSweep(stack, "DeadlineSweep", { ...surroundings, policy, silentHours });
  new BoardCount(stack, "BoardCount", { ...surroundings, policy });
  new MonthlyBulletin(stack, "MonthlyBulletin", { ...surroundings, records, policy });
}

/** What a mail needs to carry links. */
type Links = NonNullable<ConstructorParameters<typeof NoticeMailer>[2]["links"]>;

/** The pages behind the links, where the deployment wants them. */
function desk(
  stack: Stack,
  { deployment, accessLogs, inbox, records, policy, surroundings }: Foundations,
): Links | undefined {
  if (deployment.desk === undefined) return undefined;
  const keys = new LinkKeys(stack, "LinkKeys", deployment.adopt?.linkKeysArn);
  const { url } = new Desk(stack, "Desk", {
    ...surroundings,
    keys,
    dropbox: new DropboxBucket(stack, "Dropbox", { accessLogs }),
    records,
    inbox,
    policy,
    senderName: deployment.mail.senderName,
    signIn: deployment.desk.signIn,
    admins: adminsOf(deployment),
    address: deployment.desk.address,
    domain: deployment.desk.domain,
    icpFiling: deployment.desk.icpFiling,
    requestsPerSecond: deployment.desk.requestsPerSecond,
    dashboardUrl: dashboardUrl(deployment),
  });
  return { url, keys };
}

/** How mails leave, and how it is known what became of them. */
function mail(
  stack: Stack,
  { deployment, records, policy, surroundings }: Foundations,
  links: Links | undefined,
): void {
  const { waitingMinutes, bounceRate } = deployment.alarms;
  const route: MailRoute =
    deployment.mail.kind === "ses"
      ? { ...deployment.mail, sending: new SesSending(stack, "Mail", deployment.mail) }
      : deployment.mail;
  new NoticeMailer(stack, "NoticeMailer", {
    ...surroundings,
    records,
    route,
    policy,
    waitingMinutes,
    ...(links && { links }),
  });
  // Only SES reports what became of a mail; a relay over SMTP has answered once it took it.
  if (route.kind !== "ses") return;
  new MailFeedback(stack, "MailFeedback", { ...surroundings, sending: route.sending, policy });
  surroundings.alarms.watchBounceRate(bounceRate);
}

/** What an admin needs to know of a deployed stack. */
function tell(stack: Stack, { inbox, records, surroundings: { caseTable } }: Foundations): void {
  new CfnOutput(stack, "InboxBucket", {
    value: inbox.bucketName,
    description: "courts, bureaus, agencies and the admin upload here",
  });
  new CfnOutput(stack, "RecordsBucket", {
    value: records.bucketName,
    description: "bulletins and their frozen rows",
  });
  new CfnOutput(stack, "CaseTable", { value: caseTable.tableName });
}
