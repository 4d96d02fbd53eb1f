/** Does the dashboard show every queue, function and alarm of the stack, and do the pages lead to it? */
import { describe, expect, it } from "vitest";
import { config, linyiChina } from "../../../infra/config.ts";
import { readable, resources, synthesise } from "../synthesise.ts";

const templates = { aws: synthesise(config), "aws-cn": synthesise(linyiChina) };

describe.each(Object.entries(templates))("the dashboard in %s", (partition, template) => {
  const [dashboard] = Object.values(resources(template, "AWS::CloudWatch::Dashboard"));
  const body = JSON.stringify(dashboard?.DashboardBody);

  it("names every queue, function and alarm there is", () => {
    const named = new Set(
      [...body.matchAll(/"(?:Fn::GetAtt":\["|Ref":")(\w+?)(?:[0-9A-F]{8})?"/g)].map(([, id]) => id),
    );
    for (const type of ["AWS::SQS::Queue", "AWS::CloudWatch::Alarm", "AWS::Lambda::Function"])
      expect(Object.keys(resources(template, type)).filter((id) => !named.has(id))).toEqual([]);
  });

  it("has SES's figures only where SES carries the mail", () => {
    expect(body.includes('AWS/SES\\",\\"Bounce')).toBe(partition === "aws");
  });

  it("is where the desk's page of operations leads", () => {
    const deployment = partition === "aws" ? config : linyiChina;
    const { DashboardName: name } = dashboard ?? {};
    expect(name).toBe(deployment.name);
    const desk = resources(template, "AWS::Lambda::Function").DeskFunction;
    const url = readable(desk?.Environment.Variables.DASHBOARD_URL);
    const host = partition === "aws" ? "console.aws.amazon.com" : "console.amazonaws.cn";
    const { region } = deployment;
    expect(url).toBe(
      `https://${region}.${host}/cloudwatch/home?region=${region}#dashboards:name=${deployment.name}`,
    );
  });
});
