/**
 * `yingsu replay …`: what failed for good in a deployment is done again, once its cause is mended. Without `--apply` it only
 * says what it would do. What is done twice changes nothing twice.
 *
 * - `dead-letters --from QUEUE_URL --to QUEUE_URL` puts dead letters back where they were waiting; with `--function NAME` instead
 *   each is handed to that function, and is gone once it has done it.
 * - `bulletin --month 2026-09 --task draft|propose --function NAME` runs the job of a month as of the hour it was meant for.
 * - `file KEY --bucket INBOX [--version ID]` takes a file up again: the same bytes as a new version, which is read anew.
 */

import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { s3 } from "../../../shared/adapters/clients/s3.ts";
import { sqs } from "../../../shared/adapters/clients/sqs.ts";
import { fileBucket } from "../../../shared/adapters/file-bucket.ts";
import { MOST_MEGABYTES } from "../../../shared/domain/document.ts";
import { addMonths, civilDate, instantAt, parseMonth } from "../../../shared/domain/time/time.ts";
import { BadInput, type CommandResult, explaining } from "./bad-input.ts";
import { needed, typedOptions } from "./typed-options.ts";

const USAGE = `Usage: replay dead-letters --from QUEUE_URL --to QUEUE_URL | --function NAME [--apply]
       replay bulletin --month YYYY-MM --task draft|propose --function NAME [--apply]
       replay file KEY --bucket INBOX [--version ID] [--apply]`;

/** What the command does to a deployment. */
interface Deployed {
  readonly queues: SQSClient;
  readonly functions: LambdaClient;
  readonly inbox: (bucket: string) => ReturnType<typeof fileBucket>;
}

/** What was done, or would be. */
type Line = Readonly<Record<string, unknown>>;

/** Something could not be done; its line says why. */
interface Replayed {
  readonly lines: readonly Line[];
  readonly failed: number;
}

/** Runs the command. Exits 0 with a line for each; 1 where one could not be done, 2 where it is typed wrongly. */
export async function replayCommand([what, ...args]: readonly string[]): Promise<CommandResult> {
  return explaining(USAGE, async () => {
    const deployed: Deployed = {
      queues: sqs({ requestHandler: PATIENT }),
      functions: new LambdaClient({ maxAttempts: 1, requestHandler: PATIENT }),
      inbox: (bucket) => fileBucket(s3(), bucket),
    };
    const run = REPLAYS[what as keyof typeof REPLAYS];
    if (run === undefined) throw new BadInput(`Say what to replay: ${Object.keys(REPLAYS).join(", ")}.`);
    const { lines, failed } = await run(deployed, args);
    return {
      exitCode: failed === 0 ? 0 : 1,
      stdout: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
      stderr: args.includes("--apply") || lines.length === 0 ? "" : "nothing was done; --apply does it\n",
    };
  });
}

/** A function may take its fifteen minutes. */
const PATIENT = { requestTimeout: 900_000, connectionTimeout: 5_000 } as const;

const REPLAYS = { "dead-letters": deadLetters, bulletin, file } as const;

/**
 * How long a letter can't be taken by anybody else, in seconds: while it is looked at, and while a function that gets it may
 * run, which is why those are taken one by one.
 */
const LOOK = { VisibilityTimeout: 20, MaxNumberOfMessages: 10 } as const;
const WORK = { VisibilityTimeout: 900, MaxNumberOfMessages: 1 } as const;
/** A queue with more is gone through again. */
const MOST_LETTERS = 500;

async function deadLetters(deployed: Deployed, args: readonly string[]): Promise<Replayed> {
  const { values, on } = typedOptions(args, ["from", "to", "function"], ["apply"]);
  const from = needed(values.from, "from", "the URL of a DeadLetters queue");
  const { to, function: name } = values;
  if ((to === undefined) === (name === undefined))
    throw new BadInput("Say where they go: --to QUEUE_URL or --function NAME.");
  const lines: Line[] = [];
  let failed = 0;
  for await (const letter of lettersOf(deployed.queues, from, on.has("apply") ? WORK : LOOK)) {
    const body = letter.Body ?? "";
    const said = { letter: letter.MessageId, ...summary(body) };
    if (!on.has("apply")) {
      lines.push(said);
      continue;
    }
    const fault =
      to === undefined
        ? await invoked(deployed.functions, name ?? "", body)
        : await deployed.queues
            .send(new SendMessageCommand({ QueueUrl: to, MessageBody: body }))
            .then(() => undefined);
    // Only what is done leaves the queue, so that its alarm stays on for the rest.
    if (fault === undefined)
      await deployed.queues.send(
        new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle: letter.ReceiptHandle }),
      );
    else failed += 1;
    lines.push({ ...said, ...(fault === undefined ? { done: true } : { fault }) });
  }
  return { lines, failed };
}

/** Each letter of a queue once. */
async function* lettersOf(
  queues: SQSClient,
  QueueUrl: string,
  asked: typeof LOOK | typeof WORK,
): AsyncIterable<Message> {
  const seen = new Set<string | undefined>();
  while (seen.size < MOST_LETTERS) {
    const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, ...asked }));
    const unseen = Messages.filter(({ MessageId }) => !seen.has(MessageId));
    if (unseen.length === 0) return;
    for (const one of unseen) {
      seen.add(one.MessageId);
      yield one;
    }
  }
}

/** What a letter is about: a file of the inbox, a job of a schedule, an event. */
function summary(body: string): Line {
  try {
    const { time, detail, task, scheduledFor, ...rest } = JSON.parse(body);
    const { key, "version-id": versionId } = detail?.object ?? {};
    return { key, versionId, event: rest["detail-type"], at: time, task, scheduledFor };
  } catch {
    return { body: body.slice(0, 80) };
  }
}

/** Calls a function and waits; its fault, where it fails. */
async function invoked(
  functions: LambdaClient,
  FunctionName: string,
  payload: string,
): Promise<string | undefined> {
  const { FunctionError, Payload } = await functions.send(
    new InvokeCommand({ FunctionName, Payload: payload }),
  );
  return FunctionError === undefined
    ? undefined
    : Buffer.from(Payload ?? [])
        .toString()
        .slice(0, 300);
}

/** When the jobs of the month before are meant to run, as infra/constructs/monthly-bulletin.ts schedules them. */
const MEANT_FOR = { draft: { day: "01", time: "08:30" }, propose: { day: "03", time: "10:00" } } as const;

async function bulletin({ functions }: Deployed, args: readonly string[]): Promise<Replayed> {
  const { values, on } = typedOptions(args, ["month", "task", "function"], ["apply"]);
  const month = parseMonth(needed(values.month, "month", "2026-09"));
  if (month === undefined) throw new BadInput("--month must be such as 2026-09.");
  const task = needed(values.task, "task", "propose");
  if (task !== "draft" && task !== "propose") throw new BadInput("--task is draft or propose.");
  const name = needed(values.function, "function", "the name of MonthlyBulletin's function");
  const { day, time } = MEANT_FOR[task];
  const event = { task, scheduledFor: instantAt(civilDate(`${addMonths(month, 1)}-${day}`), time) };
  if (!on.has("apply")) return { lines: [event], failed: 0 };
  const fault = await invoked(functions, name, JSON.stringify(event));
  return {
    lines: [{ ...event, ...(fault === undefined ? { done: true } : { fault }) }],
    failed: fault === undefined ? 0 : 1,
  };
}

async function file({ inbox }: Deployed, args: readonly string[]): Promise<Replayed> {
  const { values, on, words } = typedOptions(args, ["bucket", "version"], ["apply"]);
  const [key, ...more] = words;
  if (key === undefined || more.length > 0) throw new BadInput("Say the key of one file of the inbox.");
  const bucket = inbox(needed(values.bucket, "bucket", "the output InboxBucket"));
  const bytes = await bucket.read(key, values.version, MOST_MEGABYTES * 1024 * 1024);
  const said = { key, ...(values.version !== undefined && { version: values.version }) };
  if (typeof bytes === "string") return { lines: [{ ...said, fault: bytes }], failed: 1 };
  if (!on.has("apply")) return { lines: [{ ...said, bytes: bytes.byteLength }], failed: 0 };
  await bucket.write(key, bytes, "application/octet-stream");
  return { lines: [{ ...said, bytes: bytes.byteLength, done: true }], failed: 0 };
}
