/**
 * What exactly a court, bureau or agency is permitted: to write into one folder of the inbox, and nothing else.
 */
import { CfnOutput } from "aws-cdk-lib";
import { ArnPrincipal, ManagedPolicy, PolicyStatement, Role } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { Inbox } from "./inbox.ts";

/** One uploader's folder, e.g. `courts/1302/inbox/`, and who may act for them. */
export interface UploadAccessProps {
  readonly inbox: Inbox;
  readonly folder: `courts/${string}/inbox/` | `bureaus/${string}/inbox/` | `agencies/${string}/inbox/`;
  /** ARN of the account or role that may assume the uploading role. */
  readonly trusts?: string | undefined;
}

/**
 * What a court, bureau or agency may do: put objects into its own folder, over TLS, and read nothing. It can't list,
 * overwrite without trace (every version is kept) or shorten a lock. The admin attaches the policy to the identity
 * the court signs in with; where the court has an account of its own, `trusts` makes a role for it instead.
 */
export class UploadAccess extends Construct {
  constructor(scope: Construct, id: string, { inbox, folder, trusts }: UploadAccessProps) {
    super(scope, id);
    const policy = new ManagedPolicy(this, "Policy", {
      description: `yingsu: upload to ${folder}`,
      statements: [
        new PolicyStatement({
          actions: ["s3:PutObject"],
          resources: [inbox.arnForObjects(`${folder}*`)],
          conditions: { Bool: { "aws:SecureTransport": "true" } },
        }),
      ],
    });
    inbox.acknowledge(policy, folder, "Files have any name; the folder is the uploader's own.");
    new CfnOutput(this, "PolicyArn", {
      value: policy.managedPolicyArn,
      description: `may upload to ${folder}`,
    });
    if (trusts === undefined) return;
    const role = new Role(this, "Role", {
      assumedBy: new ArnPrincipal(trusts),
      managedPolicies: [policy],
      description: `yingsu: uploads to ${folder}`,
    });
    new CfnOutput(this, "RoleArn", { value: role.roleArn, description: `uploads to ${folder}` });
  }
}

/** By which tag of whoever signs in a folder is his, and the folder. */
const BY_TAG = {
  "yingsu-court": "courts",
  "yingsu-bureau": "bureaus",
  "yingsu-agency": "agencies",
} as const;

/**
 * The same for any number of uploaders, by one policy: each may upload to the folder that a tag of his IAM user or role names,
 * `yingsu-court` = `1302` to `courts/1302/inbox/`; without the tag nowhere. A stack has room for some 170 policies of their own.
 */
export class TaggedUploadAccess extends Construct {
  constructor(scope: Construct, id: string, { inbox }: Pick<UploadAccessProps, "inbox">) {
    super(scope, id);
    const folders = Object.entries(BY_TAG).map(
      ([tag, folder]) => `${folder}/\${aws:PrincipalTag/${tag}}/inbox/`,
    );
    const policy = new ManagedPolicy(this, "Policy", {
      description: "yingsu: upload to the folder that a tag names",
      statements: [
        new PolicyStatement({
          actions: ["s3:PutObject"],
          resources: folders.map((folder) => inbox.arnForObjects(`${folder}*`)),
          conditions: { Bool: { "aws:SecureTransport": "true" } },
        }),
      ],
    });
    for (const folder of folders)
      inbox.acknowledge(policy, folder, "Files have any name; the folder is the uploader's own, by a tag.");
    new CfnOutput(this, "PolicyArn", {
      value: policy.managedPolicyArn,
      description: "may upload to the folder that a tag names",
    });
  }
}
