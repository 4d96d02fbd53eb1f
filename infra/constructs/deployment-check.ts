/**
 * Can what infra/config.ts says be deployed? Node runs it without looking at its types, so a slip in it would come out
 * only when a function starts in the cloud; here it ends the synthesis with a sentence.
 */
import { MOST_PACKED, packPolicy } from "../../shared/runtime/packed-policy.ts";
import { policyFaults } from "../../shared/runtime/policy-schema.ts";
import type { Deployment } from "./deployment.ts";
import { deskFaults } from "./desk-check.ts";

/** What an admin wrote can't be deployed; the message names every fault. */
class DeploymentFault extends Error {
  override readonly name = "DeploymentFault";
  constructor(deployment: string, faults: readonly string[]) {
    super(
      [
        `deployment ${deployment} can't be made, see infra/config.ts:`,
        ...faults.map((fault) => `- ${fault}`),
      ].join("\n"),
    );
  }
}

/** The digits of a court in case numbers: 13, 1302, 130213. */
const COURT_CODE = /^\d{2}(?:\d{2}){0,2}$/;
/** What a folder of the inbox may be called, so that its policy names that folder and no other. */
const FOLDER = /^[A-Za-z0-9][\w-]*$/;

/** @throws DeploymentFault where the deployment has faults */
export function checkDeployment(deployment: Deployment): void {
  const { name, policy, courts, bureaus, agencies = [] } = deployment;
  const faults = [
    ...policyFaults(policy),
    ...sizeFaults(policy),
    ...courts.flatMap(({ code }, index) =>
      COURT_CODE.test(code)
        ? []
        : [
            `courts[${index}].code must be the digits of the court in case numbers such as 1302, not ${JSON.stringify(code)}`,
          ],
    ),
    ...[...idFaults("bureaus", bureaus), ...idFaults("agencies", agencies)],
    ...folderFaults(courts.length + bureaus.length + agencies.length),
    ...twice(
      "courts",
      courts.map(({ code }) => code),
    ),
    ...twice(
      "bureaus",
      bureaus.map(({ id }) => id),
    ),
    ...twice(
      "agencies",
      agencies.map(({ id }) => id),
    ),
    ...senderFaults(deployment),
    ...deskFaults(deployment),
    ...signInFaults(deployment),
    ...adoptFaults(deployment),
  ];
  if (faults.length > 0) throw new DeploymentFault(name, faults);
}

/** A stack has 200 outputs and 500 resources, and each folder takes one of each or two. */
const MOST_FOLDERS = 150;

function folderFaults(folders: number): readonly string[] {
  return folders <= MOST_FOLDERS
    ? []
    : [
        `courts, bureaus and agencies name ${folders} upload folders, and a stack has room for ${MOST_FOLDERS}: set uploadsByTag and leave the others out`,
      ];
}

function idFaults(
  list: "bureaus" | "agencies",
  uploaders: readonly { readonly id: string }[],
): readonly string[] {
  return uploaders.flatMap(({ id }, index) =>
    FOLDER.test(id)
      ? []
      : [
          `${list}[${index}].id must be letters, digits, _ and - such as linyi-justice, not ${JSON.stringify(id)}`,
        ],
  );
}

function twice(list: string, ids: readonly string[]): readonly string[] {
  const again = ids.filter((id, index) => ids.indexOf(id) < index);
  return [...new Set(again)].map((id) => `${list} name ${JSON.stringify(id)} twice`);
}

/** Without TLS anybody on the way could say who signs in; without its six last characters an ARN names no secret. */
function signInFaults({ desk }: Deployment): readonly string[] {
  if (desk?.signIn === undefined) return [];
  const { issuer, secretArn } = desk.signIn;
  return [
    ...(/^https:\/\/[^\s?#]+$/.test(issuer)
      ? []
      : [`desk.signIn.issuer must be an https:// address without query, not ${JSON.stringify(issuer)}`]),
    ...(/^arn:aws(-cn)?:secretsmanager:[\w-]+:\d{12}:secret:.+-\w{6}$/.test(secretArn)
      ? []
      : [`desk.signIn.secretArn must be the full ARN of a secret, not ${JSON.stringify(secretArn)}`]),
  ];
}

/** Lambda would refuse every function, after minutes. */
function sizeFaults(policy: Deployment["policy"]): readonly string[] {
  const { length } = packPolicy(policy);
  if (length <= MOST_PACKED) return [];
  return [
    `policy is too long: ${length} of ${MOST_PACKED} bytes, packed; shorten its tables, such as yearlyReturn.mapping`,
  ];
}

/** What is adopted must be named in full: a slip would make a permission on nothing. */
function adoptFaults({ adopt = {} }: Deployment): readonly string[] {
  const { table, inbox, records, linkKeysArn } = adopt;
  const bucket = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
  const checks: readonly (readonly [string, string | undefined, RegExp, string])[] = [
    ["table.name", table?.name, /^[\w.-]{3,255}$/, "the name of a table"],
    [
      "table.streamArn",
      table?.streamArn,
      /^arn:aws(-cn)?:dynamodb:[\w-]+:\d{12}:table\/[\w.-]+\/stream\/.+$/,
      "the ARN of the table's stream",
    ],
    ["inbox", inbox, bucket, "the name of a bucket"],
    ["records", records, bucket, "the name of a bucket"],
    [
      "linkKeysArn",
      linkKeysArn,
      /^arn:aws(-cn)?:secretsmanager:[\w-]+:\d{12}:secret:.+-\w{6}$/,
      "the full ARN of a secret",
    ],
  ];
  return checks.flatMap(([field, value, shape, what]) =>
    value === undefined || shape.test(value)
      ? []
      : [`adopt.${field} must be ${what}, not ${JSON.stringify(value)}`],
  );
}

/** SES signs for one domain and those below it: mails from elsewhere would all be held. */
function senderFaults({ mail }: Deployment): readonly string[] {
  if (mail.kind !== "ses") return [];
  const [, host = ""] = mail.from.toLowerCase().split("@");
  const domain = mail.domain.toLowerCase();
  if (host === domain || host.endsWith(`.${domain}`)) return [];
  return [`mail.from must be an address at mail.domain (${mail.domain}), not ${JSON.stringify(mail.from)}`];
}
