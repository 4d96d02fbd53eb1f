/**
 * Who is alerted when the system stops doing its work: one topic, one address, and one way to raise an alarm that
 * says whom the failure hurts.
 */
import { Duration, Stack } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { FilterPattern, type IFilterPattern, type ILogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { type AlarmKind, alarmText, type Impact } from "./alarm-words.ts";

/** What is measured and when an alarm is raised: above a figure, or below one; no data at all is below. */
export type Watch = {
  readonly metric: IMetric;
  /** What it means for the people served. */
  readonly impact: Impact;
} & ({ readonly above: number } | { readonly below: number });

/** Which lines of which log, and what they mean. */
export interface CountedLines {
  readonly logGroup: ILogGroup;
  readonly pattern: IFilterPattern;
  readonly impact: Impact;
  readonly above?: number;
}

/** So many mails refused for good within an hour are no alarm yet. */
const MOST_REFUSED = 5;

/** The alarms' mail: one topic, one address, one way to raise an alarm. */
export class Alarms extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, { mailTo }: { readonly mailTo: string }) {
    super(scope, id);
    // Not encrypted with a key: CloudWatch can't publish through the AWS managed one, and an alarm holds no personal data.
    this.#topic = new Topic(this, "Topic", { displayName: "yingsu", enforceSSL: true });
    this.#topic.addSubscription(new EmailSubscription(mailTo));
    // The topic's own policy replaces the default one, which would have let the account's alarms in.
    this.#topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.#topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
  }

  /** Raises an alarm, named under `owner`, when the metric leaves its bounds for one period. */
  watch(owner: Construct, kind: AlarmKind, watch: Watch): void {
    const bounds =
      "above" in watch
        ? {
            threshold: watch.above,
            comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.NOT_BREACHING,
          }
        : {
            threshold: watch.below,
            comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.BREACHING,
          };
    const alarm = new Alarm(owner, kind, {
      ...bounds,
      metric: watch.metric,
      alarmDescription: alarmText(kind, watch.impact),
      evaluationPeriods: 1,
    });
    // One mail when it begins, one when it is over.
    alarm.addAlarmAction(new SnsAction(this.#topic));
    alarm.addOkAction(new SnsAction(this.#topic));
  }

  /**
   * Counts what the log of a function says is owed and reached nobody it is for (field `unreached`, see
   * shared/domain/obligations/addressing.ts). What stays owed is counted again whenever it is tried, so that the one
   * alarm of all functions stays on until the address is there.
   */
  countUnreached(owner: Construct, logGroup: ILogGroup): void {
    const metric = this.#logged(owner, logGroup, "Unreached").metric({
      statistic: Stats.SUM,
      period: Duration.days(1),
    });
    if (this.node.tryFindChild("Unreached") !== undefined) return;
    this.watch(this, "Unreached", {
      metric,
      above: 0,
      impact: "nobody reached",
    });
  }

  /**
   * Counts lines of a log, and raises the one alarm of the stack for all functions that write them when there are more than
   * `above` in a quarter of an hour.
   */
  countLines(
    owner: Construct,
    kind: AlarmKind,
    { logGroup, pattern, impact, above = 0 }: CountedLines,
  ): void {
    const metric = new MetricFilter(owner, `${kind}Lines`, {
      logGroup,
      filterPattern: pattern,
      metricNamespace: `yingsu/${Stack.of(this).stackName}`,
      metricName: kind,
      metricValue: "1",
    }).metric({ statistic: Stats.SUM, period: Duration.minutes(15) });
    if (this.node.tryFindChild(kind) === undefined) this.watch(this, kind, { metric, above, impact });
  }

  /** What a function couldn't write down beside the table, which stops nothing and which nobody else would hear of. */
  watchJournal(owner: Construct, logGroup: ILogGroup): void {
    this.countLines(owner, "JournalNotWritten", {
      logGroup,
      pattern: FilterPattern.stringValue("$.message.message", "=", "journal not written"),
      impact: "journal incomplete",
    });
  }

  /**
   * Mail stands still: what the mailer's log says of a mail the carrier wouldn't take for the moment (fields `waitingMinutes` and
   * `refused`). The carrier answers, so that nothing fails and nobody would hear of it: SES paused, a relay's password expired.
   */
  watchMail(owner: Construct, logGroup: ILogGroup, waitingMinutes: number): void {
    const period = Duration.hours(1);
    this.watch(owner, "MailStandsStill", {
      metric: this.#logged(owner, logGroup, "WaitingMinutes").metric({ statistic: Stats.MAXIMUM, period }),
      above: waitingMinutes,
      impact: "mail stopped",
    });
    this.watch(owner, "MailRefused", {
      metric: this.#logged(owner, logGroup, "Refused").metric({ statistic: Stats.SUM, period }),
      // One or two wrong addresses are the bureau's tasks; more at once are the carrier's word about us.
      above: MOST_REFUSED,
      impact: "mail refused",
    });
  }

  /** What a function's log line says in a field, as a metric of the stack. */
  #logged(owner: Construct, logGroup: ILogGroup, name: string): MetricFilter {
    const field = `$.message.${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
    return new MetricFilter(owner, name, {
      logGroup,
      filterPattern: FilterPattern.numberValue(field, ">", 0),
      metricNamespace: `yingsu/${Stack.of(this).stackName}`,
      metricName: name,
      metricValue: field,
    });
  }

  /** SES returns too many mails. The metric is the account's: that is what SES judges and stops. */
  watchBounceRate(above: number): void {
    this.watch(this, "BounceRate", {
      metric: new Metric({
        namespace: "AWS/SES",
        metricName: "Reputation.BounceRate",
        statistic: Stats.MAXIMUM,
        period: Duration.hours(1),
      }),
      above,
      impact: "mail bounces",
    });
  }
}
