/** When boards of very many cases are counted, how a count goes on in parts, and what it may do. */
import { Duration } from "aws-cdk-lib";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { BoardCountEnv } from "../../shared/runtime/env.ts";
import type { CaseTable } from "./case-table.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import { type FunctionSurroundings, NodeFunction } from "./node-function.ts";
import { ShanghaiSchedule } from "./shanghai-schedule.ts";

/** A part takes half a minute, and a slow table more. */
const TIMEOUT = Duration.minutes(5);

export interface BoardCountProps extends FunctionSurroundings {
  readonly caseTable: CaseTable;
  readonly policy: string;
}

/** In each hour of the day in which people look, from before offices open until after they close. */
export class BoardCount extends Construct {
  constructor(scope: Construct, id: string, props: BoardCountProps) {
    super(scope, id);
    const { alarms, caseTable } = props;
    const impact = "boards uncounted";
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", { alarms, impact });
    const parts = new Queue(this, "Parts", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * TIMEOUT.toSeconds()),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 3 },
    });
    const count = new NodeFunction<BoardCountEnv>(this, "Function", {
      ...props,
      folder: "board-count",
      callsItself: true,
      environment: {
        CASE_TABLE: caseTable.tableName,
        COUNT_QUEUE_URL: parts.queueUrl,
        POLICY: props.policy,
      },
      timeout: TIMEOUT,
      memoryMb: 512,
      deadLetters,
      impact,
    });
    new ShanghaiSchedule(this, "Hourly", { expression: "cron(5 7-19 * * ? *)", target: count, deadLetters });
    count.addEventSource(new SqsEventSource(parts, { batchSize: 1 }));
    parts.grant(count, "sqs:SendMessage");
    // Attendance of the month, by the index; names and open cases by their partitions.
    caseTable.grantQuery(count, "month");
    caseTable.grant(count, "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
    caseTable.grantCounts(count);
  }
}
