/**
 * Where the keys that sign links lie, and how one is replaced without breaking links that are already in people's
 * mail.
 */
import { Validations } from "aws-cdk-lib";
import { Grant } from "aws-cdk-lib/aws-iam";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import type { NodeFunction } from "./node-function.ts";

/**
 * The keys that sign links. Secrets Manager makes the first one, so that nobody has seen it; for a new one the admin
 * adds a name with its value and names it as `current`: links signed by the old one hold until it is taken out.
 */
export class LinkKeys extends Secret {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: "yingsu: keys of the links in mails",
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: "first" }),
        generateStringKey: "first",
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "A rotation must keep the old key until its last link has expired: the admin adds keys by hand.",
    });
  }

  /** Lets a function read the keys, and nothing else of the secret. */
  grantKeys(fn: NodeFunction): void {
    Grant.addToPrincipal({
      grantee: fn,
      actions: ["secretsmanager:GetSecretValue"],
      resourceArns: [this.secretArn],
    });
  }
}
