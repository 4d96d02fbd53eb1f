/** The CDK app: one stack of one deployment, checked by cdk-nag at every synthesis. */
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { config, linyiChina } from "./config.ts";
import type { Deployment } from "./constructs/deployment.ts";
import { YingsuStack } from "./stack.ts";

const deployments: Readonly<Record<string, Deployment>> = { config, linyiChina };

const app = new App({
  analyticsReporting: false,
  // What CloudFormation would refuse after minutes is refused here: a property, or a service the region lacks.
  context: { "@aws-cdk/core:validateAgainstDefaultRules": true },
});
const chosen: string = app.node.tryGetContext("config") ?? "config";
const deployment = deployments[chosen];
if (deployment === undefined) {
  throw new Error(
    `no deployment "${chosen}" in infra/config.ts; there are: ${Object.keys(deployments).join(", ")}`,
  );
}
new YingsuStack(app, deployment.name, deployment);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
