/** When the hourly sweep runs, what it may do to the table, and how its silence is noticed. */
import { Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { DeadlineSweepEnv } from "../../shared/runtime/env.ts";
import type { CaseTable } from "./case-table.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import { type FunctionSurroundings, NodeFunction } from "./node-function.ts";
import { ShanghaiSchedule } from "./shanghai-schedule.ts";

export interface DeadlineSweepProps extends FunctionSurroundings {
  readonly caseTable: CaseTable;
  readonly policy: string;
  /** Hours without a run after which an alarm is raised. */
  readonly silentHours: number;
}

/** Every hour, what is due now into the outbox. */
export class DeadlineSweep extends Construct {
  constructor(scope: Construct, id: string, props: DeadlineSweepProps) {
    super(scope, id);
    const { alarms, caseTable } = props;
    const impact = "no reminders";
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", { alarms, impact });
    const sweep = new NodeFunction<DeadlineSweepEnv>(this, "Function", {
      ...props,
      folder: "deadline-sweep",
      owesNotices: true,
      environment: { CASE_TABLE: caseTable.tableName, POLICY: props.policy },
      timeout: Duration.minutes(5),
      memoryMb: 512,
      deadLetters,
      impact,
    });
    new ShanghaiSchedule(this, "Hourly", { expression: "cron(0 * * * ? *)", target: sweep, deadLetters });
    // A sweep that isn't called makes no error; only its silence shows it.
    alarms.watch(sweep, "Silent", {
      metric: sweep.metricInvocations({ statistic: Stats.SUM, period: Duration.hours(props.silentHours) }),
      below: 1,
      impact,
    });
    caseTable.grantQuery(sweep, "due");
    caseTable.grant(
      sweep,
      "dynamodb:GetItem",
      "dynamodb:BatchGetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      // Lines that were waiting for a digest go when it takes them in.
      "dynamodb:DeleteItem",
      "dynamodb:ConditionCheckItem",
    );
  }
}
