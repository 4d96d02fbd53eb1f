/**
 * What does an admin see at one glance of queues, functions and mail? One page of CloudWatch over everything the stack has, whatever is
 * added to it later.
 */
import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  PeriodOverride,
  SingleValueWidget,
  Stats,
} from "aws-cdk-lib/aws-cloudwatch";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import type { Deployment } from "./deployment.ts";
import { NodeFunction } from "./node-function.ts";

/** Where the page is, for whoever is signed in to the account. */
export function dashboardUrl({ name, region, partition }: Pick<Deployment, "name" | "region" | "partition">) {
  const console = partition === "aws-cn" ? "console.amazonaws.cn" : "console.aws.amazon.com";
  return `https://${region}.${console}/cloudwatch/home?region=${region}#dashboards:name=${name}`;
}

const WHOLE_WIDTH = 24;
const HALF_WIDTH = 12;

export interface OperationsDashboardProps {
  readonly deployment: Deployment;
  /** Whether SES carries the mail, which then has figures of its own. */
  readonly ses: boolean;
}

/** Alarms, queues and dead letters, errors and time of functions, the sweep's runs, and mail; made last, of all that is there. */
export class OperationsDashboard extends Construct {
  constructor(scope: Construct, id: string, { deployment, ses }: OperationsDashboardProps) {
    super(scope, id);
    const parts = Stack.of(this).node.findAll();
    const functions = parts.filter((one) => one instanceof NodeFunction);
    const queues = parts.filter((one) => one instanceof Queue);
    const deadLetters = queues.filter((one) => one instanceof DeadLetterQueue);
    const working = queues.filter((one) => !(one instanceof DeadLetterQueue));
    const named = (metric: IMetric & Metric, of: Construct) => metric.with({ label: labelOf(of) });
    const ofFunctions = (metric: (of: NodeFunction) => Metric) =>
      functions.map((of) => named(metric(of), of));
    const dashboard = new Dashboard(this, "Page", {
      dashboardName: deployment.name,
      defaultInterval: Duration.days(7),
      periodOverride: PeriodOverride.INHERIT,
    });
    dashboard.addWidgets(
      new AlarmStatusWidget({
        title: "告警 · Alarms",
        width: WHOLE_WIDTH,
        alarms: parts.filter((one) => one instanceof Alarm),
      }),
    );
    dashboard.addWidgets(
      graph(
        "死信，应为0 · Dead letters: must be 0",
        deadLetters.map((of) =>
          named(of.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }), of),
        ),
      ),
      graph(
        "待读文件数、最久等待秒数 · Files that wait, and the age of the oldest in seconds",
        working.map((of) =>
          named(of.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }), of),
        ),
        working.map((of) => named(of.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM }), of)),
      ),
    );
    dashboard.addWidgets(
      graph(
        "函数出错次数 · Errors of functions",
        ofFunctions((of) => of.metricErrors({ statistic: Stats.SUM })),
        ofFunctions((of) => of.metricThrottles({ statistic: Stats.SUM })),
      ),
      graph(
        "函数最长耗时（毫秒） · Time of functions, the slowest run in milliseconds",
        ofFunctions((of) => of.metricDuration({ statistic: Stats.MAXIMUM })),
      ),
    );
    const sweep = functions.filter((one) => labelOf(one).startsWith("DeadlineSweep"));
    const mailer = functions.filter((one) => labelOf(one).startsWith("NoticeMailer"));
    dashboard.addWidgets(
      new SingleValueWidget({
        title: "最近两小时巡查次数，至少1次 · Runs of the sweep in the last two hours: at least 1",
        width: HALF_WIDTH,
        metrics: sweep.map((of) =>
          named(of.metricInvocations({ statistic: Stats.SUM, period: Duration.hours(2) }), of),
        ),
      }),
      new SingleValueWidget({
        title: "一天内无法送达人次，应为0 · Owed, but nobody can be reached, in a day: must be 0",
        width: HALF_WIDTH,
        metrics: [
          new Metric({
            namespace: `yingsu/${Stack.of(this).stackName}`,
            metricName: "Unreached",
            statistic: Stats.SUM,
            period: Duration.days(1),
          }),
        ],
      }),
    );
    dashboard.addWidgets(
      graph(
        "待发函件最久等待毫秒数 · Notices that wait for the mailer: the age of the oldest in milliseconds",
        mailer.map((of) => named(of.metric("IteratorAge", { statistic: Stats.MAXIMUM }), of)),
      ),
      ...(ses
        ? [
            graph(
              "账户发信情况 · Mail of the account",
              ["Send", "Delivery", "Bounce", "Complaint", "Reject"].map(sesMetric),
            ),
          ]
        : []),
    );
    new CfnOutput(this, "Url", {
      value: dashboardUrl(deployment),
      description: "queues, dead letters, errors and mail at one glance",
    });
  }
}

function graph(title: string, left: IMetric[], right: IMetric[] = []): GraphWidget {
  return new GraphWidget({
    title,
    width: HALF_WIDTH,
    left,
    right,
    leftYAxis: { min: 0 },
    rightYAxis: { min: 0 },
    period: Duration.minutes(15),
  });
}

function sesMetric(metricName: string): Metric {
  return new Metric({ namespace: "AWS/SES", metricName, statistic: Stats.SUM, period: Duration.hours(1) });
}

/** Where it stands in the stack: `DocumentIntake DeadLetters`. */
function labelOf(of: Construct): string {
  return of.node.path.split("/").slice(1).join(" ");
}
