import { describe, expect, it } from "vitest";
import { config, linyiChina } from "../../infra/config.ts";
import type { Deployment } from "../../infra/constructs/deployment.ts";
import { LINYI } from "../../shared/domain/policy.ts";
import * as env from "../../shared/runtime/env.ts";
import { unpackPolicy } from "../../shared/runtime/packed-policy.ts";
import { ADOPTED } from "./adopted.ts";
import { type Properties, permissions, readable, resources, synthesise } from "./synthesise.ts";

const templates = { aws: synthesise(config), "aws-cn": synthesise(linyiChina) };

describe.each(Object.entries(templates))("the stack in %s", (partition, template) => {
  const of = (type: string) => resources(template, type);
  const functions = of("AWS::Lambda::Function");
  const queues = of("AWS::SQS::Queue");
  const alarms = Object.values(of("AWS::CloudWatch::Alarm"));
  const deadLetterQueues = Object.keys(queues).filter((id) => queues[id]?.RedrivePolicy === undefined);

  describe("functions", () => {
    const schemas = {
      DocumentIntakeFunction: env.DocumentIntakeEnv,
      DocumentOcrFunction: env.DocumentOcrEnv,
      InboxAuditFunction: env.InboxAuditEnv,
      BoardCountFunction: env.BoardCountEnv,
      DeadlineSweepFunction: env.DeadlineSweepEnv,
      MonthlyBulletinFunction: env.MonthlyBulletinEnv,
      NoticeMailerFunction: env.NoticeMailerEnv,
      DeskFunction: env.DeskEnv,
      ...(partition === "aws" && { MailFeedbackFunction: env.MailFeedbackEnv }),
    };

    it("are these, with exactly the environment they check at their start", () => {
      expect(Object.keys(functions).sort()).toEqual(Object.keys(schemas).sort());
      for (const [id, schema] of Object.entries(schemas)) {
        const entries = Object.entries(functions[id]?.Environment.Variables ?? {});
        const variables = Object.fromEntries(entries.map(([name, value]) => [name, readable(value)]));
        // Parsing drops what the schema does not know, so a variable too many shows as well.
        expect(schema.parse(variables)).toEqual(variables);
      }
    });

    it("run Node 24 on arm64, log JSON to a group of their own, and end before their event comes again", () => {
      const groups = new Set<string>();
      for (const fn of Object.values(functions)) {
        expect(fn).toMatchObject({
          Runtime: "nodejs24.x",
          Architectures: ["arm64"],
          LoggingConfig: { LogFormat: "JSON" },
        });
        groups.add(readable(fn.LoggingConfig.LogGroup));
      }
      expect(groups.size).toBe(Object.keys(functions).length);
      expect(queues.DocumentIntakeQueue?.VisibilityTimeout).toBeGreaterThanOrEqual(
        6 * functions.DocumentIntakeFunction?.Timeout,
      );
      expect(queues.BoardCountParts?.VisibilityTimeout).toBeGreaterThanOrEqual(
        6 * functions.BoardCountFunction?.Timeout,
      );
      expect(queues.Scans?.VisibilityTimeout).toBeGreaterThanOrEqual(
        6 * functions.DocumentOcrFunction?.Timeout,
      );
    });

    it("may call themselves through their queues, in as many goes as a long ledger needs: Lambda would stop them after sixteen", () => {
      const read = Object.values(of("AWS::Lambda::EventSourceMapping")).map((mapping) => [
        readable(mapping.EventSourceArn),
        readable(mapping.FunctionName),
      ]);
      const sent = permissions(template).filter(({ action }) => action === "sqs:SendMessage");
      const called = (id: string): readonly string[] =>
        sent
          .filter(({ who }) => who === `${id}Role`)
          .flatMap(({ on }) => read.filter(([queue]) => queue === on).map(([, fn = ""]) => fn));
      const reached = (from: readonly string[]): readonly string[] => {
        const more = [...new Set([...from, ...from.flatMap(called)])];
        return more.length === from.length ? more : reached(more);
      };
      const looping = Object.keys(functions).filter((id) => reached(called(id)).includes(id));
      expect(looping.sort()).toEqual(["BoardCountFunction", "DocumentIntakeFunction", "DocumentOcrFunction"]);
      for (const [id, fn] of Object.entries(functions))
        expect(fn.RecursiveLoop, id).toBe(looping.includes(id) ? "Allow" : undefined);
    });

    it("have an environment that Lambda takes, the longest names AWS makes of ours counted in", () => {
      // Of what is only known once it is deployed, a name has 64 characters at most, an ARN or address with it 150.
      const size = (value: unknown) => (typeof value === "string" ? Buffer.byteLength(value) : 150);
      for (const [
        id,
        {
          Environment: { Variables = {} },
        },
      ] of Object.entries(functions)) {
        const sizes = Object.entries(Variables).map(([name, value]) => name.length + size(value));
        expect(
          sizes.reduce((sum, one) => sum + one, 0),
          id,
        ).toBeLessThan(4096);
      }
    });

    it("get the policy as data", () => {
      const { POLICY } = functions.DeadlineSweepFunction?.Environment.Variables ?? {};
      const designation = { ...LINYI.designation, approval: "two-step" };
      expect(unpackPolicy(POLICY)).toEqual({ ...LINYI, startsOn: "2026-09-01", designation });
    });
  });

  describe("events", () => {
    it("queue each new file of the three folders", () => {
      const rule = of("AWS::Events::Rule").DocumentIntakeObjectCreated;
      expect(rule?.EventPattern).toMatchObject({
        source: ["aws.s3"],
        "detail-type": ["Object Created"],
        detail: {
          object: {
            key: [
              { prefix: "courts/" },
              { prefix: "bureaus/" },
              { prefix: "agencies/" },
              { prefix: "directory/" },
            ],
          },
        },
      });
      expect(rule?.Targets.map((target: Properties) => readable(target.Arn))).toEqual([
        "DocumentIntakeQueue",
      ]);
      expect(of("AWS::S3::Bucket").Inbox?.NotificationConfiguration).toEqual({
        EventBridgeConfiguration: { EventBridgeEnabled: true },
      });
    });

    it("bring scans to their reader one by one, a few at a time", () => {
      const mapping = Object.values(of("AWS::Lambda::EventSourceMapping")).find(
        (one) => readable(one.FunctionName) === "DocumentOcrFunction",
      );
      expect(mapping).toMatchObject({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } });
      expect(readable(mapping?.EventSourceArn)).toBe("Scans");
    });

    it("follow the clock of Shanghai and carry the time they were meant for", () => {
      const schedules = Object.entries(of("AWS::Scheduler::Schedule")).map(([id, schedule]) => {
        expect(schedule.ScheduleExpressionTimezone).toBe("Asia/Shanghai");
        expect(schedule.Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
        expect(deadLetterQueues).toContain(readable(schedule.Target.DeadLetterConfig.Arn));
        return [id, schedule.ScheduleExpression, JSON.parse(schedule.Target.Input)];
      });
      const scheduledFor = "<aws.scheduler.scheduled-time>";
      expect(schedules.sort()).toEqual([
        ["BoardCountHourlySchedule", "cron(5 7-19 * * ? *)", { scheduledFor }],
        ["DeadlineSweepHourlySchedule", "cron(0 * * * ? *)", { scheduledFor }],
        ["InboxAuditDailySchedule", "cron(0 7 * * ? *)", { scheduledFor }],
        ["MonthlyBulletinDraftSchedule", "cron(30 8 1 * ? *)", { task: "draft", scheduledFor }],
        ["MonthlyBulletinProposeSchedule", "cron(0 10 3 * ? *)", { task: "propose", scheduledFor }],
      ]);
    });

    it("bring the mailer pending notices only, a batch at a time, and give none up unseen", () => {
      const mapping = Object.values(of("AWS::Lambda::EventSourceMapping")).find(
        (one) => readable(one.FunctionName) === "NoticeMailerFunction",
      );
      expect(mapping).toMatchObject({
        StartingPosition: "TRIM_HORIZON",
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ["ReportBatchItemFailures"],
      });
      expect(mapping?.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(mapping?.MaximumRecordAgeInSeconds).toBeGreaterThan(0);
      expect(deadLetterQueues).toContain(readable(mapping?.DestinationConfig.OnFailure.Destination));
      expect(mapping?.FilterCriteria.Filters.map((one: Properties) => JSON.parse(one.Pattern))).toEqual([
        {
          eventName: ["INSERT", "MODIFY"],
          dynamodb: {
            Keys: { sk: { S: [{ prefix: "NOTICE#" }] } },
            NewImage: { state: { S: ["pending"] } },
          },
        },
      ]);
    });
  });

  describe("failures", () => {
    it("end in a queue, encrypted and TLS only, wherever an event is not waited for", () => {
      for (const [id, queue] of Object.entries(queues)) {
        expect(queue.SqsManagedSseEnabled, id).toBe(true);
        if (!deadLetterQueues.includes(id)) {
          expect(deadLetterQueues).toContain(readable(queue.RedrivePolicy.deadLetterTargetArn));
        }
      }
      for (const policy of Object.values(of("AWS::SQS::QueuePolicy"))) {
        expect(policy.PolicyDocument.Statement[0]).toMatchObject({
          Effect: "Deny",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        });
      }
      // Read from a queue or a stream, these have their failures kept there; behind the desk a person waits for the answer.
      const answered = [
        "DocumentIntakeFunction",
        "DocumentOcrFunction",
        "NoticeMailerFunction",
        "DeskFunction",
      ];
      for (const [id, fn] of Object.entries(functions).filter(([id]) => !answered.includes(id))) {
        expect(deadLetterQueues, id).toContain(readable(fn.DeadLetterConfig?.TargetArn));
      }
      for (const { Targets } of Object.values(of("AWS::Events::Rule")) as { Targets: Properties[] }[]) {
        for (const target of Targets)
          expect(deadLetterQueues).toContain(readable(target.DeadLetterConfig.Arn));
      }
    });

    it("are told of by mail: each dead letter, each failing function, a late file or mail, a silent sweep", () => {
      const watched = (metric: string, dimension: string) =>
        alarms
          .filter((alarm) => alarm.MetricName === metric && alarm.AlarmActions.length === 1)
          .map((alarm) =>
            readable(alarm.Dimensions?.find((one: Properties) => one.Name === dimension)?.Value),
          )
          .map((reference) => reference.replace(".QueueName", ""))
          .sort();
      expect(watched("ApproximateNumberOfMessagesVisible", "QueueName")).toEqual(
        [...deadLetterQueues].sort(),
      );
      expect(watched("Errors", "FunctionName")).toEqual(Object.keys(functions).sort());
      expect(watched("ApproximateAgeOfOldestMessage", "QueueName")).toEqual(["DocumentIntakeQueue", "Scans"]);
      expect(watched("IteratorAge", "FunctionName")).toEqual(["NoticeMailerFunction"]);
      expect(alarms.find((alarm) => alarm.MetricName === "Invocations")).toMatchObject({
        ComparisonOperator: "LessThanThreshold",
        Threshold: 1,
        Period: 7200,
        EvaluationPeriods: 1,
        TreatMissingData: "breaching",
      });
      expect(Object.values(of("AWS::SNS::Subscription"))).toMatchObject([
        { Protocol: "email", Endpoint: config.alarms.mailTo },
      ]);
      expect(Object.values(of("AWS::SNS::TopicPolicy"))[0]?.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: "Allow", Principal: { Service: "cloudwatch.amazonaws.com" } }),
      );
    });
  });

  it("tells by mail what is owed and reached nobody, of every function that writes notices", () => {
    // What was counted is nothing that anybody is owed.
    const grants = Object.values(of("AWS::IAM::Policy")).filter(({ PolicyDocument }) =>
      PolicyDocument.Statement.some(
        ({ Action, Condition }: Properties) =>
          Condition === undefined && [Action].flat().includes("dynamodb:PutItem"),
      ),
    );
    const writing = Object.entries(functions).filter(([, fn]) =>
      grants.some(({ Roles }) => Roles.map(readable).includes(readable(fn.Role).replace(".Arn", ""))),
    );
    const filters = Object.values(of("AWS::Logs::MetricFilter")).filter(
      ({ MetricTransformations: [one] }) => one.MetricName === "Unreached",
    );
    const logs = writing.map(([, fn]) => readable(fn.LoggingConfig.LogGroup));
    expect(logs.length).toBeGreaterThan(3);
    expect(filters.map((filter) => readable(filter.LogGroupName)).sort()).toEqual(logs.sort());
    for (const filter of filters) {
      expect(filter.FilterPattern).toBe("{ $.message.unreached > 0 }");
      expect(filter.MetricTransformations).toMatchObject([
        { MetricName: "Unreached", MetricValue: "$.message.unreached" },
      ]);
    }
    const [alarm, ...others] = alarms.filter((one) => one.MetricName === "Unreached");
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({
      Namespace: filters[0]?.MetricTransformations[0].MetricNamespace,
      Statistic: "Sum",
      Threshold: 0,
      ComparisonOperator: "GreaterThanThreshold",
    });
    expect(alarm?.AlarmActions).toHaveLength(1);
  });

  it("tells by mail when mail stands still, or the carrier refuses many, and once more when that is over", () => {
    const filters = Object.values(of("AWS::Logs::MetricFilter")).map(
      ({ FilterPattern, MetricTransformations: [one] }) => [one.MetricName, FilterPattern, one.MetricValue],
    );
    expect(filters).toContainEqual([
      "WaitingMinutes",
      "{ $.message.waitingMinutes > 0 }",
      "$.message.waitingMinutes",
    ]);
    expect(filters).toContainEqual(["Refused", "{ $.message.refused > 0 }", "$.message.refused"]);
    expect(alarms.find((one) => one.MetricName === "WaitingMinutes")).toMatchObject({
      Statistic: "Maximum",
      Threshold: config.alarms.waitingMinutes,
    });
    expect(alarms.find((one) => one.MetricName === "Refused")).toMatchObject({
      Statistic: "Sum",
      Threshold: 5,
    });
    for (const { AlarmActions, OKActions } of alarms) expect(OKActions).toEqual(AlarmActions);
  });

  it.each([
    ["CasesFull", '{ $.message.message = "case full" }', ["DocumentIntakeFunctionLogs"], 0],
    ["UnusableReadings", '{ $.message.fault = "UnusableReading" }', ["DeskFunctionLogs"], 0],
    ["TooManyRequests", '{ $.status = "429" }', ["DeskAccessLog"], 50],
    [
      "JournalNotWritten",
      '{ $.message.message = "journal not written" }',
      ["DeskFunctionLogs", "NoticeMailerFunctionLogs"],
      0,
    ],
  ])("raises an alarm, %s, for lines %s of %j", (name, pattern, logs, above) => {
    const filters = Object.values(of("AWS::Logs::MetricFilter")).filter(
      ({ MetricTransformations: [one] }) => one.MetricName === name,
    );
    expect(filters.map(({ LogGroupName }) => readable(LogGroupName)).sort()).toEqual(logs);
    for (const { FilterPattern } of filters) expect(FilterPattern).toBe(pattern);
    const [alarm, ...others] = alarms.filter(({ MetricName }) => MetricName === name);
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({
      Namespace: filters[0]?.MetricTransformations[0].MetricNamespace,
      Statistic: "Sum",
      Threshold: above,
      ComparisonOperator: "GreaterThanThreshold",
    });
    expect(alarm?.AlarmActions).toHaveLength(1);
  });

  it("has the status in the desk's access log, by which it counts whom it turns away", () =>
    expect(JSON.stringify(of("AWS::ApiGatewayV2::Stage").DeskStage)).toContain(
      '\\"status\\":\\"$context.status\\"',
    ));

  it("has a desk behind an HTTP API, throttled, its log without paths", () => {
    expect(Object.values(of("AWS::ApiGatewayV2::Route")).map(({ RouteKey }) => RouteKey)).toEqual([
      "$default",
    ]);
    const [stage] = Object.values(of("AWS::ApiGatewayV2::Stage"));
    expect(stage?.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 50 });
    expect(stage?.AccessLogSettings.Format).not.toMatch(/path|routeKey|queryString/i);
    expect(readable(functions.NoticeMailerFunction?.Environment.Variables.DESK_URL)).toBe(
      "DeskApi.ApiEndpoint",
    );
    expect(Object.values(of("AWS::SecretsManager::Secret"))).toMatchObject([
      { GenerateSecretString: { GenerateStringKey: "first", PasswordLength: 64 } },
    ]);
  });

  it("has SES and its feedback where the partition has SES, and there only", () => {
    const ses = Object.keys(template.toJSON().Resources).filter((id) =>
      template.toJSON().Resources[id].Type.startsWith("AWS::SES::"),
    );
    const bounces = alarms.filter((alarm) => alarm.Namespace === "AWS/SES");
    const urls = Object.keys(of("AWS::Lambda::Url"));
    expect([ses.length, bounces.length, urls.length]).toEqual(partition === "aws" ? [3, 1, 0] : [0, 0, 0]);
    if (partition === "aws") {
      expect(of("AWS::Events::Rule").MailFeedbackSesEvents?.EventPattern).toEqual({
        source: ["aws.ses"],
        detail: {
          mail: {
            tags: { "ses:configuration-set": [{ Ref: expect.stringMatching(/^MailConfigurationSet/) }] },
          },
        },
      });
    }
  });

  it("names its own partition in every ARN", () => {
    const arns = JSON.stringify(template.toJSON()).match(/arn:aws[\w-]*:/g) ?? [];
    expect(new Set(arns)).toEqual(new Set([`arn:${partition}:`]));
  });
});

describe("a deployment", () => {
  it("without a desk has no API, no keys, and mails without links", () => {
    const { desk: _, ...deskless } = config;
    const template = synthesise(deskless as Deployment);
    for (const type of ["AWS::ApiGatewayV2::Api", "AWS::SecretsManager::Secret"])
      expect(resources(template, type)).toEqual({});
    const { Variables } =
      resources(template, "AWS::Lambda::Function").NoticeMailerFunction?.Environment ?? {};
    expect(Object.keys(Variables)).not.toContain("DESK_URL");
  });

  it("goes on with what an earlier one left: nothing of it is made anew, and every function uses it", () => {
    const before = synthesise(config);
    const template = synthesise({ ...config, adopt: ADOPTED });
    const types = ["AWS::DynamoDB::Table", "AWS::SecretsManager::Secret"];
    for (const type of types) {
      expect(Object.keys(resources(before, type))).toHaveLength(1);
      expect(resources(template, type)).toEqual({});
    }
    const left = Object.keys(resources(template, "AWS::S3::Bucket"));
    expect(Object.keys(resources(before, "AWS::S3::Bucket")).filter((name) => !left.includes(name))).toEqual([
      "Inbox",
      "Records",
    ]);
    for (const { Environment } of Object.values(resources(template, "AWS::Lambda::Function"))) {
      const { CASE_TABLE, INBOX_BUCKET, RECORDS_BUCKET, LINK_KEYS_ARN } = Environment?.Variables ?? {};
      expect([undefined, ADOPTED.table.name]).toContain(CASE_TABLE);
      expect([undefined, ADOPTED.inbox]).toContain(INBOX_BUCKET);
      expect([undefined, ADOPTED.records]).toContain(RECORDS_BUCKET);
      expect([undefined, ADOPTED.linkKeysArn]).toContain(LINK_KEYS_ARN);
    }
    const streams = Object.values(resources(template, "AWS::Lambda::EventSourceMapping"));
    expect(streams.map(({ EventSourceArn }) => EventSourceArn)).toContain(ADOPTED.table.streamArn);
    // As many permissions as before, on other names.
    const statements = (of: typeof template) =>
      Object.entries(resources(of, "AWS::IAM::Policy")).map(([name, { PolicyDocument }]) => [
        name,
        PolicyDocument.Statement.length,
      ]);
    expect(statements(template)).toEqual(statements(before));
  });

  it("uses a mail domain that the account has proven already, and asks for no DNS record", () => {
    if (config.mail.kind !== "ses") return expect.fail("the sample mails by SES");
    const template = synthesise({
      ...config,
      partition: "aws",
      mail: { ...config.mail, existingIdentity: true },
    });
    expect(resources(template, "AWS::SES::EmailIdentity")).toEqual({});
    expect(Object.keys(template.findOutputs("*")).filter((name) => name.includes("Dkim"))).toEqual([]);
    expect(JSON.stringify(template.toJSON())).toContain("identity/linyi.example.org");
  });

  it("is refused where its region is in another partition", () => {
    const moved: Deployment = { ...config, region: "cn-north-1" };
    expect(() => synthesise(moved)).toThrow("region cn-north-1 is in partition aws-cn, not aws");
  });

  it.each([
    [
      "an adopted table without its stream",
      { adopt: { table: { name: "t", streamArn: "arn:aws:dynamodb" } } },
      'adopt.table.streamArn must be the ARN of the table\'s stream, not "arn:aws:dynamodb"',
    ],
    [
      "hearingReminders",
      { policy: { ...LINYI, hearingReminders: ["5"] } },
      'policy.hearingReminders[0] must be a whole number, not "5"',
    ],
    [
      "working hours",
      { policy: { ...LINYI, workingHours: { from: "8:30", to: "17:30" } } },
      'policy.workingHours.from must be a time of day such as 08:30, not "8:30"',
    ],
    [
      "an unknown choice",
      { policy: { ...LINYI, hearingReminder: [5] } },
      "policy has “hearingReminder”, which nothing reads",
    ],
    [
      "a policy that no environment holds",
      {
        policy: {
          ...LINYI,
          interviews: {
            ...LINYI.interviews,
            reasons: Object.fromEntries([...Array(400).keys()].map((one) => [one, `${one * 7919}`])),
          },
        },
      },
      /policy is too long: \d+ of 3000 bytes, packed/,
    ],
    [
      "a court's code",
      { courts: [{ code: "鲁1329", name: "临沭县人民法院" }] },
      'courts[0].code must be the digits of the court in case numbers such as 1302, not "鲁1329"',
    ],
    ["two courts of one code", { courts: [config.courts[0], config.courts[0]] }, 'courts name "13" twice'],
    [
      "a bureau's id",
      { bureaus: [{ id: "兰山/司法局", name: "兰山区司法局" }] },
      "bureaus[0].id must be letters",
    ],
    [
      "a sender of another domain",
      { mail: { ...config.mail, from: "yingsu@example.com" } },
      "mail.from must be an address at mail.domain (linyi.example.org)",
    ],
  ])("is refused for a slip in %s, which its types alone would not have caught", (_, slip, sentence) => {
    // Node takes the types away without looking at them: what arrives may be anything.
    const written = { ...config, ...slip } as Deployment;
    expect(() => synthesise(written)).toThrow(sentence);
  });
});
