/**
 * The CDK app of the check: the stack of infra/config.ts under a name of its own, as it is first deployed, changed later, or made
 * again on what an earlier deployment left behind. `VARIANT` says which, `ADOPT` what is there.
 */
import { App } from "aws-cdk-lib";
import { config } from "../../infra/config.ts";
import type { Adopted, Deployment } from "../../infra/constructs/deployment.ts";
import { YingsuStack } from "../../infra/stack.ts";
import { CHECKED } from "./checked.ts";

const first: Deployment = {
  ...config,
  ...CHECKED,
  courts: config.courts.filter(({ code }) => code !== "1329"),
};

/** What an admin changes in the course of a year: a court more, a policy, how long a mail may wait. */
const changed: Deployment = {
  ...first,
  courts: config.courts,
  policy: { ...config.policy, hearingReminders: [5, 3, 1] },
  alarms: { ...config.alarms, waitingMinutes: 45 },
};

const adopting = (adopt: Adopted): Deployment => ({ ...changed, adopt });

const VARIANTS = {
  first: () => first,
  changed: () => changed,
  adopting: () => adopting(JSON.parse(process.env.ADOPT ?? "{}")),
} as const;

const variant = process.env.VARIANT as keyof typeof VARIANTS;
const app = new App({ analyticsReporting: false });
new YingsuStack(app, CHECKED.name, VARIANTS[variant]());
app.synth();
