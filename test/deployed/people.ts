/** Who acts on the deployment and looks at it: an admin, a court, an agency, a schedule. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { config } from "../../infra/config.ts";
import type { Open } from "../../infra/local/city/visitor.ts";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { holidayYears } from "../../shared/adapters/holidays.ts";
import type { CaseNumber } from "../../shared/domain/court/case-number.ts";
import { nextOpening } from "../../shared/domain/notices/frame/working-hours.ts";
import { lookup } from "../../shared/domain/organisations/directory.ts";
import { calendar } from "../../shared/domain/time/calendar.ts";
import { addDays, addMinutes, civilDateAt, instant } from "../../shared/domain/time/time.ts";
import { printedDate } from "../../shared/letters/frame/dates.ts";
import { ask, outputs, resources, texts } from "./aws.ts";
import { CHECKED } from "./checked.ts";

const CITY = config.policy.jurisdiction.code;
const client = dynamo();
const functions = new LambdaClient({ maxAttempts: 1 });

/** Outputs and names of all deployments so far: what one leaves behind keeps its name. */
let out: Readonly<Record<string, string>> = {};
let made: ReadonlyMap<string, string> = new Map();

/** Looks what the deployment is called now. */
export async function look(): Promise<void> {
  out = { ...out, ...(await outputs()) };
  made = new Map([...made, ...(await resources())]);
}

/** The output whose name begins so. */
export function output(beginning: string): string {
  const [, value] = Object.entries(out).find(([key]) => key.startsWith(beginning)) ?? [];
  assert.ok(value, `no output ${beginning}`);
  return value;
}

/** The name AWS gave to what has this logical id. */
export function named(id: string): string {
  const value = made.get(id);
  assert.ok(value, `no resource ${id}`);
  return value;
}

export const caseFile = (number: CaseNumber) =>
  caseRecords(client, output("CaseTable"), CITY).caseFile(number);

export const posted = (caseNumber: CaseNumber) =>
  caseOutbox(client, output("CaseTable"), CITY).posted({ of: "case", caseNumber });

export const courts = () => caseDirectory(client, output("CaseTable")).find(lookup.kind("court"));
export const agencies = () => caseDirectory(client, output("CaseTable")).find(lookup.kind("agency"));

/** The tables of the deployment. */
export async function tables(): Promise<readonly string[]> {
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  return TableNames.filter((one) => one.startsWith(CHECKED.name));
}

/** Uploads to the inbox. */
export async function put(who: S3Client, Key: string, Body: Uint8Array): Promise<void> {
  await who.send(
    new PutObjectCommand({ Bucket: output("InboxBucket"), Key, Body, ChecksumAlgorithm: "SHA256" }),
  );
}

/** An identity of a court's, with nothing but the policy that the deployment has made for it. */
export async function courtWith(policyArn: string, name: string): Promise<S3Client> {
  const user = { UserName: name };
  await ask("iam", "CreateUser", user);
  await ask("iam", "AttachUserPolicy", { ...user, PolicyArn: policyArn });
  const key = await ask("iam", "CreateAccessKey", user);
  const [accessKeyId = ""] = texts(key, "AccessKeyId");
  const [secretAccessKey = ""] = texts(key, "SecretAccessKey");
  return s3({ credentials: { accessKeyId, secretAccessKey } });
}

/** A summons to a sitting in three weeks. */
export function summons(number: CaseNumber, court = "沂南县人民法院"): Uint8Array {
  const today = civilDateAt(instant(new Date()));
  return new TextEncoder().encode(`${court}
传票
案号：${number}
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：${printedDate(addDays(today, 21))}上午9时00分
应到处所：本院第五审判庭
${printedDate(today)}
`);
}

/** The sweep of the next hour at which offices are open, at whatever hour the check runs: what waits for them leaves. */
export async function officesOpen(): Promise<void> {
  const opening = nextOpening(instant(new Date()), config.policy, calendar(holidayYears()));
  await call("DeadlineSweepFunction", { scheduledFor: addMinutes(opening, 60) });
}

/** Waits until something is so; throws where it doesn't come to be. */
export async function until(
  what: string,
  so: () => Promise<boolean>,
  instead: () => Promise<string> = async () => "",
): Promise<void> {
  for (let waited = 0; waited < 1200; waited += 1) {
    if (await so()) return;
    await setTimeout(500);
  }
  assert.fail(`${what} didn't come; ${await instead()}`);
}

/** The text of the newest mail to an address that tells of a case. */
export async function mailTo(address: string, number: CaseNumber): Promise<string | undefined> {
  const answer = await fetch(`${process.env.AWS_ENDPOINT_URL}/_ministack/ses/messages`);
  const { messages } = (await answer.json()) as {
    messages: Record<string, readonly { To: readonly string[]; BodyText: string }[]>;
  };
  return Object.values(messages)
    .flat()
    .toReversed()
    .find(({ To, BodyText }) => To.some((one) => one.includes(address)) && BodyText.includes(number))
    ?.BodyText;
}

/** Opens an address of the desk where the emulator answers for it. */
export const open: Open = (address, init) => {
  const { origin, pathname, search } = new URL(address, process.env.AWS_ENDPOINT_URL);
  const [, api] = /^https:\/\/(\w+)\.execute-api\./.exec(origin) ?? [];
  const base =
    api === undefined ? origin : `${process.env.AWS_ENDPOINT_URL}/_aws/execute-api/${api}/$default`;
  return fetch(`${base}${pathname}${search}`, init);
};

/** Calls a function as its schedule or event would; throws with its fault. */
export async function call(id: string, event: object): Promise<void> {
  const { FunctionError, Payload } = await functions.send(
    new InvokeCommand({ FunctionName: named(id), Payload: JSON.stringify(event) }),
  );
  assert.equal(FunctionError, undefined, `${id}: ${Buffer.from(Payload ?? [])}`);
}

/** Runs `yingsu` as an admin does, and gives its lines. */
export function yingsu(...args: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["infra/cli/cli.ts", ...args], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
