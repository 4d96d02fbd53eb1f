/**
 * What the check asks AWS for that no function does: CloudFormation, IAM and SES by their query interface, signed as the SDK signs; and
 * the stack's outputs and resources by their names here.
 */
import { AwsClient } from "aws4fetch";
import { DomUtils, parseDocument } from "htmlparser2";
import { CHECKED, REGION } from "./checked.ts";

const VERSIONS = { cloudformation: "2010-05-15", iam: "2010-05-08", ses: "2010-12-01" } as const;

/** Calls an action and gives its answer's XML. @throws Error with AWS's words where it refuses */
export async function ask(
  service: keyof typeof VERSIONS,
  action: string,
  parameters: Readonly<Record<string, string>>,
): Promise<ReturnType<typeof parseDocument>> {
  const response = await signer(service).fetch(`${process.env.AWS_ENDPOINT_URL}/`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ Action: action, Version: VERSIONS[service], ...parameters }).toString(),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${action}: ${text.slice(0, 400)}`);
  return parseDocument(text, { xmlMode: true });
}

/** The texts of all elements of a name. */
export function texts(answer: ReturnType<typeof parseDocument>, name: string): readonly string[] {
  return DomUtils.findAll((one) => one.name === name, answer.children).map((one) =>
    DomUtils.textContent(one),
  );
}

/** The stack's state, `none` where there is none. */
export async function stackState(): Promise<string> {
  const found = await ask("cloudformation", "DescribeStacks", { StackName: CHECKED.name }).catch(
    () => undefined,
  );
  return found === undefined ? "none" : (texts(found, "StackStatus")[0] ?? "none");
}

/** The stack's outputs. */
export async function outputs(): Promise<Readonly<Record<string, string>>> {
  const found = await ask("cloudformation", "DescribeStacks", { StackName: CHECKED.name });
  const [keys, values] = [texts(found, "OutputKey"), texts(found, "OutputValue")];
  return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? ""]));
}

/** Names AWS made, by logical id without the hash at its end. */
export async function resources(): Promise<ReadonlyMap<string, string>> {
  const named = new Map<string, string>();
  let token: string | undefined = "";
  while (token !== undefined) {
    const found = await ask("cloudformation", "ListStackResources", {
      StackName: CHECKED.name,
      ...(token !== "" && { NextToken: token }),
    });
    const [logical, physical] = [texts(found, "LogicalResourceId"), texts(found, "PhysicalResourceId")];
    for (const [index, id] of logical.entries())
      named.set(id.replace(/[0-9A-F]{8}$/, ""), physical[index] ?? "");
    token = texts(found, "NextToken")[0];
  }
  return named;
}

/** What the deployment's functions have said last, a line each. */
export async function functionsSaid(): Promise<readonly string[]> {
  const { logGroups = [] } = await askLogs<{ logGroups: { logGroupName: string }[] }>(
    "DescribeLogGroups",
    {},
  );
  const said = await Promise.all(
    logGroups.map(async ({ logGroupName }) => {
      const { events = [] } = await askLogs<{ events: { timestamp: number; message: string }[] }>(
        "FilterLogEvents",
        {
          logGroupName,
        },
      );
      return events.map(({ timestamp, message }) => ({
        timestamp,
        message: message.trim().slice(0, 400),
        logGroupName,
      }));
    }),
  );
  return said
    .flat()
    .toSorted((one, other) => one.timestamp - other.timestamp)
    .slice(-60)
    .map(
      ({ message, logGroupName }) =>
        `${/(\w+?)Function/.exec(logGroupName)?.[1] ?? logGroupName}: ${message}`,
    );
}

async function askLogs<Answer>(action: string, input: object): Promise<Partial<Answer>> {
  const response = await signer("logs").fetch(`${process.env.AWS_ENDPOINT_URL}/`, {
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": `Logs_20140328.${action}` },
    body: JSON.stringify(input),
  });
  return response.ok ? ((await response.json()) as Answer) : {};
}

function signer(service: string): AwsClient {
  return new AwsClient({
    accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? "",
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? "",
    region: REGION,
    service,
    retries: 0,
  });
}
