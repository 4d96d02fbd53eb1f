import { Stack, Validations } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { config, linyiChina } from "../../infra/config.ts";
import type { Deployment } from "../../infra/constructs/deployment.ts";
import { YingsuStack } from "../../infra/stack.ts";
import { ADOPTED } from "./adopted.ts";
import { appWithoutBundles } from "./synthesise.ts";

const everyMail: Deployment = {
  ...config,
  partition: "aws",
  mail: {
    kind: "smtp",
    senderName: "临沂市司法局",
    from: "yingsu@linyi.example.org",
    host: "smtp.linyi.example.org",
    port: 465,
    secretArn: `arn:aws:secretsmanager:${config.region}:111122223333:secret:yingsu/smtp-AbCdEf`,
  },
};

const adopting: Deployment = {
  ...config,
  partition: "aws",
  mail: {
    kind: "ses",
    senderName: "临沂市司法局",
    from: "yingsu@linyi.example.org",
    domain: "linyi.example.org",
    existingIdentity: true,
  },
  adopt: ADOPTED,
};

describe("cdk-nag, AwsSolutions", () => {
  it.each([
    ["aws with SES", config],
    ["aws with SES in an account that is named", { ...config, account: "111122223333" }],
    ["aws with a relay", everyMail],
    ["aws-cn", linyiChina],
    ["aws on what an earlier deployment left", adopting],
  ])("finds nothing that is not answered for in %s", (_, deployment) => {
    const app = appWithoutBundles();
    new YingsuStack(app, deployment.name, deployment);
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });

  it("would find a queue without encryption, TLS and dead letters", () => {
    const app = appWithoutBundles();
    new Queue(new Stack(app, "Careless"), "Queue");
    const found = new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName);
    expect(found).toEqual(expect.arrayContaining(["AwsSolutions-SQS3", "AwsSolutions-SQS4"]));
  });

  it("gets a reason for each rule the stack does not follow", () => {
    const app = appWithoutBundles();
    const stack = new YingsuStack(app, config.name, config);
    const reasons = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values(data as Record<string, string>));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(30);
  });
});
