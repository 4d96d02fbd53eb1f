/** When the daily comparison of the inbox with the table runs, and what it may do. */
import { Duration } from "aws-cdk-lib";
import { Grant } from "aws-cdk-lib/aws-iam";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { InboxAuditEnv } from "../../shared/runtime/env.ts";
import type { CaseTable } from "./case-table.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import type { Inbox } from "./inbox.ts";
import { type FunctionSurroundings, NodeFunction } from "./node-function.ts";
import { ShanghaiSchedule } from "./shanghai-schedule.ts";

export interface InboxAuditProps extends FunctionSurroundings {
  readonly caseTable: CaseTable;
  readonly inbox: Inbox;
  readonly intakeQueue: Queue;
}

/** Every morning, before anyone's working day: files that were never read are queued again. */
export class InboxAudit extends Construct {
  constructor(scope: Construct, id: string, props: InboxAuditProps) {
    super(scope, id);
    const { alarms, caseTable, inbox, intakeQueue } = props;
    const impact = "inbox not compared";
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", { alarms, impact });
    const audit = new NodeFunction<InboxAuditEnv>(this, "Function", {
      ...props,
      folder: "inbox-audit",
      environment: {
        CASE_TABLE: caseTable.tableName,
        INBOX_BUCKET: inbox.bucketName,
        INTAKE_QUEUE_URL: intakeQueue.queueUrl,
      },
      timeout: Duration.minutes(5),
      memoryMb: 512,
      deadLetters,
      impact,
    });
    new ShanghaiSchedule(this, "Daily", { expression: "cron(0 7 * * ? *)", target: audit, deadLetters });
    // Of runs by its partition; what is settled of a folder by the index.
    caseTable.grant(audit, "dynamodb:GetItem", "dynamodb:Query");
    caseTable.grantQuery(audit, "board");
    caseTable.grantRuns(audit);
    Grant.addToPrincipal({
      grantee: audit,
      actions: ["s3:ListBucket", "s3:ListBucketVersions"],
      resourceArns: [inbox.bucketArn],
    });
    intakeQueue.grant(audit, "sqs:SendMessage");
  }
}
