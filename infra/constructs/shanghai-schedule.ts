/**
 * How a function is called by the clock of Asia/Shanghai, so that a late or repeated call decides as the punctual
 * one would have.
 */
import { Duration, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import type { DeadLetterQueue } from "./dead-letter-queue.ts";
import type { NodeFunction } from "./node-function.ts";

/** When which function is called with what. */
export interface ShanghaiScheduleProps {
  /** `cron(minute hour day month weekday year)` in Asia/Shanghai. */
  readonly expression: `cron(${string})`;
  readonly target: NodeFunction;
  /** Beside `scheduledFor`, which every call has. */
  readonly input?: Readonly<Record<string, string>>;
  readonly deadLetters: DeadLetterQueue;
}

/** Calls a function by the clock of Asia/Shanghai, with the time it was meant for as `scheduledFor`. */
export class ShanghaiSchedule extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { expression, target, input, deadLetters }: ShanghaiScheduleProps,
  ) {
    super(scope, id);
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [target.functionArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [deadLetters.queueArn] }),
    );

    const schedule = new CfnSchedule(this, "Schedule", {
      scheduleExpression: expression,
      scheduleExpressionTimezone: "Asia/Shanghai",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        // The scheduler puts the planned time here, so a late or repeated call decides as the punctual one would have.
        input: JSON.stringify({ ...input, scheduledFor: "<aws.scheduler.scheduled-time>" }),
        retryPolicy: { maximumRetryAttempts: 20, maximumEventAgeInSeconds: Duration.hours(6).toSeconds() },
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    });
    // Without its policy the role can't call yet, and the first hour would be lost.
    schedule.node.addDependency(role);
  }
}
