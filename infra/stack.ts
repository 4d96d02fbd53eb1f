/** What does one deployment consist of, and which part may use which other? */
import { CfnOutput, Stack } from "aws-cdk-lib";
import { RegionInfo } from "aws-cdk-lib/region-info";
import type { Construct } from "constructs";
import { Alarms } from "./constructs/alarms.ts";
import { CaseTable } from "./constructs/case-table.ts";
import { DeadlineSweep } from "./constructs/deadline-sweep.ts";
import type { Deployment } from "./constructs/deployment.ts";
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
import { SesSending } from "./constructs/ses-sending.ts";
import { UploadAccess } from "./constructs/upload-access.ts";

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
    const {
      region,
      account,
      partition,
      courts,
      bureaus,
      agencies = [],
      evidenceDays,
      logDays,
      mail,
    } = deployment;
    const actual = RegionInfo.get(region).partition;
    if (actual !== partition)
      throw new Error(`region ${region} is in partition ${actual}, not ${partition}: see infra/config.ts`);
    super(scope, id, {
      description: "yingsu: appearance of agency heads in court",
      env: { region, ...(account !== undefined && { account }) },
      terminationProtection: true,
    });
    for (const [flag, value] of Object.entries(FEATURE_FLAGS)) this.node.setContext(flag, value);

    const alarms = new Alarms(this, "Alarms", deployment.alarms);
    const caseTable = new CaseTable(this, "Cases");
    const accessLogs = new AccessLogBucket(this, "AccessLogs", { days: logDays });
    const evidence = { lockedDays: evidenceDays, accessLogs };
    const inbox = new Inbox(this, "Inbox", { ...evidence, logPrefix: "inbox/" });
    const records = new EvidenceBucket(this, "Records", { ...evidence, logPrefix: "records/" });

    for (const { code, trusts } of courts) {
      new UploadAccess(this, `Court${code}`, { inbox, folder: `courts/${code}/inbox/`, trusts });
    }
    for (const { id: bureau, trusts } of bureaus) {
      new UploadAccess(this, `Bureau-${bureau}`, { inbox, folder: `bureaus/${bureau}/inbox/`, trusts });
    }
    for (const { id: agency, trusts } of agencies) {
      new UploadAccess(this, `Agency-${agency}`, { inbox, folder: `agencies/${agency}/inbox/`, trusts });
    }

    const { waitingMinutes, sweepSilentHours: silentHours, bounceRate } = deployment.alarms;
    const policy = JSON.stringify(deployment.policy);
    const surroundings = { alarms, logDays, caseTable };
    const scanQueue = new ScanQueue(this, "Scans", { alarms, waitingMinutes });
    const { queue: intakeQueue } = new DocumentIntake(this, "DocumentIntake", {
      ...surroundings,
      inbox,
      records,
      scanQueue,
      policy,
      waitingMinutes,
    });
    new DocumentOcr(this, "DocumentOcr", { ...surroundings, inbox, records, scanQueue, intakeQueue });
    new InboxAudit(this, "InboxAudit", { ...surroundings, inbox, intakeQueue });
    new DeadlineSweep(this, "DeadlineSweep", { ...surroundings, policy, silentHours });
    new MonthlyBulletin(this, "MonthlyBulletin", { ...surroundings, records, policy });

    const keys = deployment.desk && new LinkKeys(this, "LinkKeys");
    const desk =
      keys &&
      new Desk(this, "Desk", {
        ...surroundings,
        keys,
        dropbox: new DropboxBucket(this, "Dropbox", { accessLogs }),
        records,
        policy,
        senderName: mail.senderName,
        address: deployment.desk?.address,
      });

    const route: MailRoute =
      mail.kind === "ses" ? { ...mail, sending: new SesSending(this, "Mail", mail) } : mail;
    new NoticeMailer(this, "NoticeMailer", {
      ...surroundings,
      records,
      route,
      policy,
      waitingMinutes,
      ...(keys && desk && { links: { url: desk.url, keys } }),
    });
    // Only SES reports what became of a mail; a relay over SMTP has answered once it took it.
    if (route.kind === "ses") {
      new MailFeedback(this, "MailFeedback", { ...surroundings, sending: route.sending, policy });
      alarms.watchBounceRate(bounceRate);
    }

    new CfnOutput(this, "InboxBucket", {
      value: inbox.bucketName,
      description: "courts, bureaus, agencies and the admin upload here",
    });
    new CfnOutput(this, "RecordsBucket", {
      value: records.bucketName,
      description: "bulletins and their frozen rows",
    });
    new CfnOutput(this, "CaseTable", { value: caseTable.tableName });
  }
}
