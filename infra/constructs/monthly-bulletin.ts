/** When the month's figures are drafted and issued, and what the function that makes them may touch. */
import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { MonthlyBulletinEnv } from "../../shared/runtime/env.ts";
import type { CaseTable } from "./case-table.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import type { EvidenceBucket } from "./evidence-bucket.ts";
import { type FunctionSurroundings, NodeFunction } from "./node-function.ts";
import { ShanghaiSchedule } from "./shanghai-schedule.ts";

export interface MonthlyBulletinProps extends FunctionSurroundings {
  readonly caseTable: CaseTable;
  readonly records: EvidenceBucket;
  readonly policy: string;
}

/**
 * The month's figures: a draft when the working day of the 1st begins, the bulletin on the 3rd, with it those of the
 * quarter, half-year and year it closes, and corrected versions of earlier ones.
 */
export class MonthlyBulletin extends Construct {
  constructor(scope: Construct, id: string, props: MonthlyBulletinProps) {
    super(scope, id);
    const { alarms, caseTable, records } = props;
    const impact = "The month's bulletin or its draft was not made.";
    const deadLetters = new DeadLetterQueue(this, "DeadLetters", { alarms, impact });
    const bulletin = new NodeFunction<MonthlyBulletinEnv>(this, "Function", {
      ...props,
      folder: "monthly-bulletin",
      owesNotices: true,
      environment: {
        CASE_TABLE: caseTable.tableName,
        RECORDS_BUCKET: records.bucketName,
        POLICY: props.policy,
      },
      timeout: Duration.minutes(5),
      // Measured: the four editions of a December of 1,000 cases a month take 480 MB (of 200 a month, 300 MB).
      memoryMb: 1024,
      deadLetters,
      impact,
    });
    const schedule = { target: bulletin, deadLetters };
    new ShanghaiSchedule(this, "Draft", {
      ...schedule,
      expression: "cron(30 8 1 * ? *)",
      input: { task: "draft" },
    });
    new ShanghaiSchedule(this, "Issue", {
      ...schedule,
      expression: "cron(0 10 3 * ? *)",
      input: { task: "issue" },
    });
    caseTable.grantQuery(bulletin, "month");
    caseTable.grant(
      bulletin,
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    );
    records.grantObjects(bulletin, { prefix: "", actions: ["s3:GetObject", "s3:PutObject"] });
  }
}
