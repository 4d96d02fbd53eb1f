import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, GetItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { LogLine } from "../../../../infra/local/engines/local-function.ts";
import { startCloud } from "../../../../infra/local/wiring/cloud.ts";
import type { Cloud } from "../../../../infra/local/wiring/services.ts";
import { instant } from "../../../../shared/domain/time/time.ts";
import { synthesise } from "../../fixtures/house.ts";

const assembly = mkdtempSync(join(tmpdir(), "cloud-test-"));
const started = instant("2026-09-01T00:30:00Z");
const logged: LogLine[] = [];
let cloud: Cloud;
let dynamo: DynamoDBClient;

beforeAll(async () => {
  synthesise(assembly);
  cloud = await startCloud({ assembly, log: (line) => void logged.push(line), retryDelayMs: 20 });
  cloud.clock.set(started);
  dynamo = new DynamoDBClient({
    endpoint: cloud.endpoints.dynamodb,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
}, 60_000);
afterAll(async () => {
  dynamo?.destroy();
  await cloud?.stop();
  rmSync(assembly, { recursive: true });
});
afterEach(() => cloud.faults.clear());

const KEY = "courts/1302/inbox/";
const upload = async (name: string, text: string) => {
  await cloud.upload("Inbox", `${KEY}${name}`, Buffer.from(text));
  await cloud.settled();
};
const row = async (name: string) => {
  const Key = { pk: { S: `${KEY}${name}` }, sk: { S: "NOTICE#1" } };
  return (await dynamo.send(new GetItemCommand({ TableName: "letters", Key }))).Item;
};
const mailsTo = (address: string) =>
  cloud.inbox().filter(({ destinations }) => destinations.includes(address));
const lettersIn = (queue: string) => cloud.deadLetters().filter((letter) => letter.queue === queue);

describe("from the bucket to the mail's fate", () => {
  it("runs an object through rule, queue, function, table, stream, mail and feedback", async () => {
    await upload("传票 1.txt", "legal@example.org");
    const [mail, ...others] = mailsTo("legal@example.org");
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ from: "bureau@example.org", subject: "开庭提醒函" });
    expect(mail?.parsed.text).toBe(`About ${KEY}传票 1.txt`);
    expect((await row("传票 1.txt"))?.fate?.S).toBe("Delivery");
    expect(logged.map(({ function: name, text }) => `${name}: ${text}`)).toContain(
      `reader: read ${KEY}传票 1.txt`,
    );
  });

  it("tells of addresses that don't exist and of complaints", async () => {
    await upload("bounce.txt", "bounce@example.org");
    await upload("complaint.txt", "complaint@example.org");
    expect((await row("bounce.txt"))?.fate?.S).toBe("Bounce");
    expect(["Delivery", "Complaint"]).toContain((await row("complaint.txt"))?.fate?.S);
  });

  it("leaves alone what the rule's pattern doesn't match", async () => {
    await cloud.upload("Inbox", "directory/organisations.json", Buffer.from("nobody@example.org"));
    await cloud.settled();
    expect(mailsTo("nobody@example.org")).toEqual([]);
  });

  it("lets functions live in the cloud's time", async () => {
    await upload("time.txt", "time@example.org");
    const { at, callableDate } = (await row("time.txt")) ?? {};
    const late = Date.parse(at?.S ?? "") - Date.parse(started);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(60_000);
    expect(callableDate?.S).toMatch(/ 2026 /);
  });
});

describe("what fails", () => {
  it("comes again as often as the queue allows and ends in its dead letters", async () => {
    await upload("unreadable.txt", "unreadable");
    const letters = lettersIn("Refused");
    expect(letters.map(({ message }) => JSON.parse(message.body).detail.object.key)).toEqual([
      `${KEY}unreadable.txt`,
    ]);
    expect(letters[0]?.message.receiveCount).toBe(2);
  });

  it("is stopped at its timeout and the next call finds a fresh environment", async () => {
    const before = lettersIn("Refused").length;
    await upload("never-ends.txt", "never ends");
    expect(lettersIn("Refused")).toHaveLength(before + 1);
    expect(logged.some(({ text }) => text.includes("Task timed out after 1 seconds"))).toBe(true);
    await upload("after.txt", "after@example.org");
    expect(mailsTo("after@example.org")).toHaveLength(1);
  });

  it("of a stream goes to the queue of failures, and what comes after it goes on", async () => {
    for (let call = 0; call < 3; call += 1) {
      cloud.faults.once({
        service: "ses",
        operation: "SendRawEmail",
        when: "before",
        mishap: { status: 400, code: "MessageRejected", message: "Email address is not verified." },
      });
    }
    await upload("rejected.txt", "rejected@example.org");
    await upload("next.txt", "next@example.org");
    expect(mailsTo("rejected@example.org")).toEqual([]);
    expect(mailsTo("next@example.org")).toHaveLength(1);
    expect(lettersIn("Unsent").map(({ message }) => JSON.parse(message.body))).toMatchObject([
      { requestContext: { approximateInvokeCount: 3 }, DDBStreamBatchInfo: { batchSize: 1 } },
    ]);
    expect(logged.some(({ text }) => text === "not sent: MessageRejected")).toBe(true);
  });
});

describe("faults at chosen calls", () => {
  it("kills a function before its write, which then was never made, until it is tried again", async () => {
    const fault = cloud.faults.once({
      function: "Reader",
      service: "dynamodb",
      operation: "PutItem",
      when: "before",
    });
    await upload("killed-before.txt", "killed-before@example.org");
    expect(fault.happened).toBe(true);
    expect(mailsTo("killed-before@example.org")).toHaveLength(1);
  });

  it("kills a function after its mail was accepted, so that a careless one sends it twice", async () => {
    const fault = cloud.faults.once({
      function: "Mailer",
      service: "ses",
      operation: "SendRawEmail",
      when: "after",
    });
    await upload("killed-after.txt", "killed-after@example.org");
    expect(fault.happened).toBe(true);
    expect(mailsTo("killed-after@example.org")).toHaveLength(2);
  });

  it("hits the nth call and only calls of the named function", async () => {
    const second = cloud.faults.once({
      function: "Reader",
      service: "s3",
      operation: "GetObject",
      when: "before",
      nth: 2,
    });
    const others = cloud.faults.once({
      function: "Sweep",
      service: "s3",
      operation: "GetObject",
      when: "before",
    });
    await upload("nth-1.txt", "nth@example.org");
    expect(second.happened).toBe(false);
    await upload("nth-2.txt", "nth@example.org");
    expect([second.happened, others.happened]).toEqual([true, false]);
    expect(mailsTo("nth@example.org")).toHaveLength(2);
  });

  it("refuses the name of a function that isn't there", () => {
    const fault = { function: "Reeder", service: "s3", operation: "GetObject", when: "before" } as const;
    expect(() => cloud.faults.once(fault)).toThrow(/"Reeder" is none or several of: Reader/);
  });
});

describe("schedules", () => {
  const sweeps = async () => {
    const rows = await dynamo.send(
      new ScanCommand({
        TableName: "letters",
        FilterExpression: "pk = :sweep",
        ExpressionAttributeValues: { ":sweep": { S: "SWEEP" } },
      }),
    );
    return (rows.Items ?? []).map(({ sk, at }) => [sk?.S ?? "", at?.S?.slice(0, 13)]).sort();
  };

  it("fire in the order of their times while the clock is driven", async () => {
    const settledAt: string[] = [];
    await cloud.runUntil(instant("2026-09-03T00:30:00Z"), (at) => void settledAt.push(at));
    const due = [
      "2026-09-01T01:00:00Z",
      "2026-09-02T00:00:00Z",
      "2026-09-02T01:00:00Z",
      "2026-09-03T00:00:00Z",
    ];
    expect(settledAt.map((at) => at.replace(".000", ""))).toEqual(due);
    expect(await sweeps()).toEqual(due.map((at) => [at, at.slice(0, 13)]));
    expect(cloud.clock.now() >= "2026-09-03T00:30:00.000Z").toBe(true);
  });

  it("fire by the cloud's clock when started, also after it was set", async () => {
    cloud.startSchedules();
    cloud.clock.set(instant("2026-09-09T00:59:59.950Z"));
    await expect
      .poll(async () => (await sweeps()).at(-1), { timeout: 5000 })
      .toEqual(["2026-09-09T01:00:00Z", "2026-09-09T01"]);
  });

  it("fire on demand, as if at another time", async () => {
    cloud.fire("Hourly", instant("2026-12-31T16:00:00Z"));
    await cloud.settled();
    expect((await sweeps()).at(-1)?.[0]).toBe("2026-12-31T16:00:00Z");
  });
});

it("calls a function on demand, and sends to a queue by the real client", async () => {
  expect(await cloud.invoke("Sweep", { scheduledFor: "x" })).toMatchObject({ ok: true, result: "x" });
  const sqs = new SQSClient({
    endpoint: cloud.endpoints.sqs,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const QueueUrl = cloud.queues.find(({ declared }) => declared.path === "Unsent")?.declared.url;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "by hand" }));
  sqs.destroy();
  expect(lettersIn("Unsent").at(-1)?.message.body).toBe("by hand");
});

it("says what it can't stand in for, and what is left when it doesn't settle", async () => {
  await expect(startCloud({ assembly, stack: "Other" })).rejects.toThrow(
    /name one of its stacks \(Fixture\)/,
  );
  await cloud.upload("Inbox", `${KEY}slow.txt`, Buffer.from("never ends"));
  await expect(cloud.settled(300)).rejects.toThrow(/still open: .*function Reader/);
  await cloud.settled();
});

it("leaves no process and no thread behind when it is told to end", { timeout: 30_000 }, async () => {
  const script = `
    import { startCloud } from ${JSON.stringify(new URL("../../../../infra/local/wiring/cloud.ts", import.meta.url).href)};
    const cloud = await startCloud({ assembly: ${JSON.stringify(assembly)} });
    await cloud.invoke("Sweep", { scheduledFor: "x" });
    console.log("up");
    if (process.argv[1] === "stop") await cloud.stop();
  `;
  const run = (argument: string) =>
    spawn(process.execPath, ["--input-type=module", "--eval", script, argument], {
      stdio: ["ignore", "pipe", "inherit"],
    });
  const children = (pid: number | undefined) => {
    try {
      return execFileSync("pgrep", ["-P", String(pid)])
        .toString()
        .trim()
        .split("\n");
    } catch {
      return [];
    }
  };

  const killed = run("stay");
  const ended = once(killed, "exit");
  expect(String(await Promise.race([once(killed.stdout, "data"), ended]))).toContain("up");
  const engines = children(killed.pid);
  expect(engines).toHaveLength(1);
  killed.kill("SIGTERM");
  expect((await ended)[1]).toBe("SIGTERM");
  for (const engine of engines) expect(() => process.kill(Number(engine), 0)).toThrow();

  // Nothing must keep the process from ending by itself.
  const stopped = run("stop");
  expect((await once(stopped, "exit"))[0]).toBe(0);
});
