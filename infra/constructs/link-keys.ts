/**
 * Where the keys that sign links lie, and how one is replaced without breaking links that are already in people's
 * mail.
 */
import { RemovalPolicy, Validations } from "aws-cdk-lib";
import { Grant } from "aws-cdk-lib/aws-iam";
import { type ISecret, Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { NodeFunction } from "./node-function.ts";

/**
 * The keys that sign links. Secrets Manager makes the first one, so that nobody has seen it; for a new one the admin
 * adds a name with its value and names it as `current`: links signed by the old one hold until it is taken out.
 */
export class LinkKeys extends Construct {
  readonly #secret: ISecret;

  /** `adopted`: the ARN of keys that are there already, by which links are signed that people have in their mail. */
  constructor(scope: Construct, id: string, adopted?: string) {
    super(scope, id);
    if (adopted !== undefined) {
      this.#secret = Secret.fromSecretCompleteArn(this, "Adopted", adopted);
      return;
    }
    const secret = new Secret(this, "Default", {
      description: "yingsu: keys of the links in mails",
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: "first" }),
        generateStringKey: "first",
        passwordLength: 64,
        excludePunctuation: true,
      },
      // Without them every link that people have in their mail is dead: they outlive the stack as the table does.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "A rotation must keep the old key until its last link has expired: the admin adds keys by hand.",
    });
    this.#secret = secret as ISecret;
  }

  get secretArn(): string {
    return this.#secret.secretArn;
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
