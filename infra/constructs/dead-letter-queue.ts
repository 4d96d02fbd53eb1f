/**
 * Where a message or event ends that failed for good, and what the people who depend on it are missing meanwhile.
 */
import { Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Impact } from "./alarm-words.ts";
import type { Alarms } from "./alarms.ts";

/** Where to tell of it, and what it means. */
export interface DeadLetterQueueProps {
  readonly alarms: Alarms;
  /** What has not happened, for whom, while something lies here. */
  readonly impact: Impact;
}

/** Where work ends that failed for good: kept as long as SQS can, and one message is an alarm. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, { alarms, impact }: DeadLetterQueueProps) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    alarms.watch(this, "Alarm", {
      metric: this.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
      above: 0,
      impact,
    });
  }
}
