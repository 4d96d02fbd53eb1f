/**
 * How a new file in the inbox reaches the function that reads it, how often that is tried, and when a waiting file
 * raises an alarm.
 */
import { Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { FilterPattern } from "aws-cdk-lib/aws-logs";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { DocumentIntakeEnv } from "../../shared/runtime/env.ts";
import type { CaseTable } from "./case-table.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import { ENCLOSED, type EvidenceBucket, LEDGERS, SCANS } from "./evidence-bucket.ts";
import { INBOX_FOLDERS, type Inbox } from "./inbox.ts";
import { type FunctionSurroundings, NodeFunction } from "./node-function.ts";

export interface DocumentIntakeProps extends FunctionSurroundings {
  readonly caseTable: CaseTable;
  readonly inbox: Inbox;
  /** Where {@link DocumentOcr} keeps what it read. */
  readonly records: EvidenceBucket;
  /** Where uploads go that are scans. */
  readonly scanQueue: Queue;
  readonly policy: string;
  /** Minutes a file may wait before an alarm is raised. */
  readonly waitingMinutes: number;
}

/** Every new file of the inbox, through a queue, to the function that reads it. */
export class DocumentIntake extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DocumentIntakeProps) {
    super(scope, id);
    const { alarms, caseTable, inbox, records, scanQueue } = props;
    // A hostile file may take ten seconds, an archive holds up to a hundred files.
    const timeout = Duration.seconds(180);
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", {
      alarms,
      impact: "file unread",
    });
    this.queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the function's timeout, as Lambda asks: else a file comes again while it is still being read.
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 4 },
    });
    alarms.watch(this.queue, "Age", {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM }),
      above: props.waitingMinutes * 60,
      impact: "files late",
    });
    new Rule(this, "ObjectCreated", {
      description: "new files of the inbox",
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created"],
        detail: {
          bucket: { name: [inbox.bucketName] },
          object: { key: INBOX_FOLDERS.map((prefix) => ({ prefix })) },
        },
      },
      targets: [new SqsQueue(this.queue, { deadLetterQueue: deadLetters })],
    });

    const intake = new NodeFunction<DocumentIntakeEnv>(this, "Function", {
      ...props,
      folder: "document-intake",
      owesNotices: true,
      // A ledger of 20,000 rows is noted 400 at a time, a file with scans comes back from the function that reads them.
      callsItself: true,
      environment: {
        CASE_TABLE: caseTable.tableName,
        INBOX_BUCKET: inbox.bucketName,
        RECORDS_BUCKET: records.bucketName,
        SCAN_QUEUE_URL: scanQueue.queueUrl,
        INTAKE_QUEUE_URL: this.queue.queueUrl,
        POLICY: props.policy,
      },
      timeout,
      memoryMb: 1024,
      impact: "intake down",
      processes: { "reader-process": "shared/documents/bounded/reader-process.ts" },
      // pdf.js reads these from disk: without the cmaps, Chinese text in fonts that are not embedded comes out empty.
      folders: {
        "pdfjs/cmaps": "node_modules/pdfjs-dist/cmaps",
        "pdfjs/standard_fonts": "node_modules/pdfjs-dist/standard_fonts",
        "pdfjs/wasm": "node_modules/pdfjs-dist/wasm",
      },
    });
    intake.addEventSource(
      // Few at a time: one hostile file must not take the time of many others. Five at once keep a court's upload of a
      // hundred files within minutes and leave the account's concurrency to the functions that send mail.
      new SqsEventSource(this.queue, { batchSize: 5, maxConcurrency: 5, reportBatchItemFailures: true }),
    );
    alarms.countLines(intake, "CasesFull", {
      logGroup: intake.logGroup,
      pattern: FilterPattern.stringValue("$.message.message", "=", "case full"),
      impact: "case full",
    });
    caseTable.grant(
      intake,
      "dynamodb:GetItem",
      "dynamodb:BatchGetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      // Names an organisation no longer has, when a new directory comes in.
      "dynamodb:DeleteItem",
      "dynamodb:ConditionCheckItem",
    );
    for (const prefix of INBOX_FOLDERS) {
      inbox.grantObjects(intake, { prefix, actions: ["s3:GetObject", "s3:GetObjectVersion"] });
    }
    records.grantObjects(intake, { prefix: SCANS, actions: ["s3:GetObject"] });
    records.grantAbsence(intake, SCANS);
    scanQueue.grant(intake, "sqs:SendMessage");
    // What a court's ledger said, so that a later one can be weighed against it; and the rest of a long one.
    records.grantObjects(intake, { prefix: LEDGERS, actions: ["s3:GetObject", "s3:PutObject"] });
    records.grantObjects(intake, { prefix: ENCLOSED, actions: ["s3:PutObject"] });
    this.queue.grant(intake, "sqs:SendMessage");
  }
}
