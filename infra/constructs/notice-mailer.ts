/**
 * How a pending notice wakes the one function that can send mail, by which carrier it sends, and what happens when
 * it can't.
 */
import { Duration, Validations } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Grant } from "aws-cdk-lib/aws-iam";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Construct } from "constructs";
import type { NoticeMailerEnv } from "../../shared/runtime/env.ts";
import type { CaseTable } from "./case-table.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import type { SesMail, SmtpMail } from "./deployment.ts";
import { type EvidenceBucket, JOURNAL } from "./evidence-bucket.ts";
import type { LinkKeys } from "./link-keys.ts";
import { type FunctionSurroundings, NodeFunction } from "./node-function.ts";
import type { SesSending } from "./ses-sending.ts";

/** How mails leave. */
export type MailRoute = SmtpMail | (SesMail & { readonly sending: SesSending });

export interface NoticeMailerProps extends FunctionSurroundings {
  readonly caseTable: CaseTable;
  readonly records: EvidenceBucket;
  readonly route: MailRoute;
  readonly policy: string;
  /** Where the links in mails lead, and what signs them; without them mails have none. */
  readonly links?: { readonly url: string; readonly keys: LinkKeys };
  /** Minutes a notice may wait before an alarm is raised. */
  readonly waitingMinutes: number;
}

/** Each notice that becomes pending in the table, to the function that mails it: the only one that can. */
export class NoticeMailer extends Construct {
  constructor(scope: Construct, id: string, props: NoticeMailerProps) {
    super(scope, id);
    const { alarms, caseTable, records, route, links } = props;
    const impact = "notices not mailed";
    const failures = new DeadLetterQueue(this, "Failures", { alarms, impact });
    Validations.of(failures).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "It is a dead-letter queue, of the stream's mapping, which the rule does not look at.",
    });
    const mailer = new NodeFunction<NoticeMailerEnv>(this, "Function", {
      ...props,
      folder: "notice-mailer",
      environment: {
        CASE_TABLE: caseTable.tableName,
        RECORDS_BUCKET: records.bucketName,
        MAIL_FROM: route.from,
        SENDER_NAME: route.senderName,
        POLICY: props.policy,
        ...(links && { DESK_URL: links.url, LINK_KEYS_ARN: links.keys.secretArn }),
        ...transport(route),
      },
      timeout: Duration.seconds(60),
      memoryMb: 512,
      impact,
    });
    mailer.addEventSource(
      new DynamoEventSource(caseTable.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 10,
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.or("INSERT", "MODIFY"),
            dynamodb: {
              Keys: { sk: { S: FilterRule.beginsWith("NOTICE#") } },
              NewImage: { state: { S: FilterRule.isEqual("pending") } },
            },
          }),
        ],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 10,
        // What is older is no longer worth holding up the rest; the sweep finds it still unsettled.
        maxRecordAge: Duration.hours(6),
        onFailure: new SqsDlq(failures),
      }),
    );
    Validations.of(mailer.executionRole).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "dynamodb:ListStreams, which Lambda needs to read the stream, knows no narrower resource.",
    });
    alarms.watch(mailer, "Waiting", {
      metric: mailer.metric("IteratorAge", { statistic: Stats.MAXIMUM }),
      above: Duration.minutes(props.waitingMinutes).toMilliseconds(),
      impact,
    });
    alarms.watchMail(mailer, mailer.logGroup, props.waitingMinutes);
    alarms.watchJournal(mailer, mailer.logGroup);
    caseTable.grant(mailer, "dynamodb:GetItem", "dynamodb:UpdateItem");
    records.grantObjects(mailer, { prefix: "", actions: ["s3:GetObject"] });
    records.grantObjects(mailer, { prefix: JOURNAL, actions: ["s3:PutObject"] });
    links?.keys.grantKeys(mailer);
    if (route.kind === "ses") {
      route.sending.grantSend(mailer);
    } else {
      Grant.addToPrincipal({
        grantee: mailer,
        actions: ["secretsmanager:GetSecretValue"],
        resourceArns: [route.secretArn],
      });
    }
  }
}

function transport(route: MailRoute) {
  return route.kind === "ses"
    ? {
        MAIL_TRANSPORT: "ses" as const,
        SES_CONFIGURATION_SET: route.sending.configurationSet.configurationSetName,
      }
    : {
        MAIL_TRANSPORT: "smtp" as const,
        SMTP_HOST: route.host,
        SMTP_PORT: String(route.port),
        SMTP_SECRET_ARN: route.secretArn,
      };
}
