import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import type { Deployment } from "../../infra/constructs/deployment.ts";
import { YingsuStack } from "../../infra/stack.ts";

/** Any part of a template, as CloudFormation would get it. */
export type Properties = ReturnType<Template["findResources"]>[string];

/** An app like infra/app.ts's that doesn't bundle: tests of the wiring need no code. */
export function appWithoutBundles(): App {
  return new App({
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: false,
    context: { "aws:cdk:bundling-stacks": [] },
  });
}

/** The stack of a deployment, as the template CloudFormation would get. */
export function synthesise(deployment: Deployment): Template {
  return Template.fromStack(new YingsuStack(appWithoutBundles(), deployment.name, deployment));
}

/** Properties of all resources of a type, by logical id without the hash at its end. */
export function resources(template: Template, type: string): Readonly<Record<string, Properties>> {
  const found = Object.entries(template.findResources(type));
  return Object.fromEntries(found.map(([id, resource]) => [named(id), resource.Properties]));
}

/** A reference in a template as one readable string: `Inbox/courts/*`, `CasesTable.StreamArn`. */
export function readable(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const [[fn, argument] = []] = Object.entries(value);
  if (fn === "Ref") return named(String(argument));
  if (fn === "Fn::GetAtt" && Array.isArray(argument)) {
    return argument[1] === "Arn" ? named(argument[0]) : `${named(argument[0])}.${argument[1]}`;
  }
  if (fn === "Fn::Join" && Array.isArray(argument)) return argument[1].map(readable).join(argument[0]);
  return JSON.stringify(value);
}

/** One permission: an action on a resource, and under which condition. */
export interface Permission {
  readonly who: string;
  readonly action: string;
  readonly on: string;
  readonly condition: unknown;
}

/** Everything the stack's identities are allowed, one action on one resource a row. */
export function permissions(template: Template): readonly Permission[] {
  const policies = [
    ...Object.entries(resources(template, "AWS::IAM::Policy")).map(
      ([, policy]) => [policy.Roles.map(readable).join(), policy] as const,
    ),
    ...Object.entries(resources(template, "AWS::IAM::ManagedPolicy")),
  ];
  return policies.flatMap(([who, policy]) =>
    policy.PolicyDocument.Statement.flatMap((statement: Properties) =>
      [statement.Action].flat().flatMap((action: string) =>
        [statement.Resource].flat().map((on) => ({
          who,
          action: `${statement.Effect === "Allow" ? "" : "not "}${action}`,
          on: readable(on),
          condition: statement.Condition,
        })),
      ),
    ),
  );
}

function named(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, "");
}
