/** When the month's figures are drafted and issued, and what the function that makes them may touch. */
import { Duration, Validations } from "aws-cdk-lib";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
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
 * The month's figures: a draft when the working day of the 1st begins, on the 3rd what figures call for besides, and a bulletin
 * whenever its signature has come.
 */
export class MonthlyBulletin extends Construct {
  constructor(scope: Construct, id: string, props: MonthlyBulletinProps) {
    super(scope, id);
    const { alarms, caseTable, records } = props;
    const impact = "no bulletin";
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
      // A province's assessment reads 200,000 case files.
      timeout: Duration.minutes(15),
      // Measured: the four editions of a December of 1,000 cases a month take 480 MB (of 200 a month, 300 MB), a year's of 5,000 a
      // month 2.3 GB. New accounts have no more.
      memoryMb: 3008,
      deadLetters,
      impact,
    });
    const schedule = { target: bulletin, deadLetters };
    new ShanghaiSchedule(this, "Draft", {
      ...schedule,
      expression: "cron(30 8 1 * ? *)",
      input: { task: "draft" },
    });
    new ShanghaiSchedule(this, "Propose", {
      ...schedule,
      expression: "cron(0 10 3 * ? *)",
      input: { task: "propose" },
    });
    // A bulletin leaves when it has been signed, or when the hour has come for which it was.
    bulletin.addEventSource(
      new DynamoEventSource(caseTable.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 1,
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.or("INSERT", "MODIFY"),
            dynamodb: {
              Keys: { sk: { S: FilterRule.beginsWith("PERIOD#") } },
              NewImage: { state: { S: FilterRule.isEqual("issuing") } },
            },
          }),
        ],
        retryAttempts: 5,
        // What is older the sweep hands over again.
        maxRecordAge: Duration.hours(1),
        onFailure: new SqsDlq(deadLetters),
      }),
    );
    Validations.of(bulletin.executionRole).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "dynamodb:ListStreams, which Lambda needs to read the stream, knows no narrower resource.",
    });
    caseTable.grantQuery(bulletin, "month");
    caseTable.grantQuery(bulletin, "docket");
    caseTable.grant(
      bulletin,
      "dynamodb:GetItem",
      "dynamodb:BatchGetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    );
    records.grantObjects(bulletin, { prefix: "", actions: ["s3:GetObject", "s3:PutObject"] });
    // Whether a run before this one has left anything of the year's assessment.
    records.grantAbsence(bulletin, "assessments/");
  }
}
