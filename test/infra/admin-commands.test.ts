/**
 * Do the commands of day two work on a deployment? Each is run as a process of its own, as an admin runs it, against the synthesised
 * stack on the local cloud: what happened to a case and a file, dead letters, a missed bulletin, a file taken up again.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type City, startCity } from "../../infra/local/city/city.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { assembly } from "../support/assembly.ts";
import { at } from "../support/case-builders.ts";
import { yingsuOn } from "../support/yingsu-on.ts";

const NUMBER = "（2026）鲁1321行初23号";
const FOLDER = "courts/1321/inbox";
const SAMPLES = "infra/local/city/samples/";
const SUMMONS = "0908-沂南-传票-行初23.docx";

let city: City;
beforeAll(async () => {
  city = await startCity({ assembly: await assembly(), retryDelayMs: 20 });
  city.cloud.clock.set(at("09-08", "09:00"));
  await city.upload(DIRECTORY);
});
afterAll(() => city.cloud.stop());

const declared = () => city.cloud.declared;
const named = (all: readonly { readonly path: string }[], beginning: string) =>
  all.find(({ path }) => path.startsWith(beginning)) as never;
const functionName = (of: string) => (named(declared().functions, of) as { name: string }).name;
const queueUrl = (of: string) => (named(declared().queues, of) as { url: string }).url;
const table = () => declared().tables[0]?.name ?? "";
const bucket = (of: string) => (named(declared().buckets, of) as { name: string }).name;

const yingsu = (...args: readonly string[]) => yingsuOn(city, ...args);

describe("the commands that infra/README.md prints for a deployment", () => {
  const printed = [
    ...readFileSync("infra/README.md", "utf8").matchAll(/^npm run --silent yingsu -- (.+)$/gm),
  ].flatMap(([, command = ""]) => (/^(?:trail|replay|restored|link-keys) /.test(command) ? [command] : []));

  it("are there", () => expect(printed.length).toBeGreaterThanOrEqual(6));

  it.each(printed)("work: %s", async (command) => {
    await city.put("courts/1302/inbox", "传票.pdf", readFileSync(`${SAMPLES}0901-兰山-传票-行初101.pdf`));
    const given: Readonly<Record<string, string>> = {
      "<CaseTable>": table(),
      "<name>": table(),
      "<RecordsBucket>": bucket("Records"),
      "<InboxBucket>": bucket("Inbox"),
      "<DeadLetters>": queueUrl("DocumentIntake/DeadLetters"),
      "<Queue>": queueUrl("DocumentIntake/Queue"),
      "<MonthlyBulletin…>": functionName("MonthlyBulletin"),
      "<LinkKeys…>": declared().secrets[0]?.arn ?? "",
    };
    const { exitCode, stderr } = await yingsu(...command.split(" ").map((word) => given[word] ?? word));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.not.stringContaining("Usage") });
    await city.cloud.settled();
  });
});

describe("yingsu trail", () => {
  it("tells what happened to a case, in words and in order, with where each letter is", async () => {
    await city.upload({ folder: FOLDER, file: SUMMONS });
    const { exitCode, lines } = await yingsu("trail", NUMBER, "--table", table());
    expect(exitCode).toBe(0);
    const [first, ...steps] = lines;
    expect(first).toMatchObject({ what: "case", caseNumber: NUMBER, state: "awaiting-hearing", version: 1 });
    expect(steps.map(({ at: when }) => when)).toEqual(steps.map(({ at: when }) => when).toSorted());
    expect(steps).toContainEqual(
      expect.objectContaining({ what: "event", words: "登记案件，沂南县人民法院受理。" }),
    );
    expect(steps).toContainEqual(
      expect.objectContaining({ what: "letter", state: "delivered", number: expect.stringMatching(/^应诉/) }),
    );
    expect(steps).toContainEqual(
      expect.objectContaining({ what: "paper", words: "传票", state: "read", key: `${FOLDER}/${SUMMONS}` }),
    );
  });

  it("tells what became of a file, and why", async () => {
    await city.put(FOLDER, "empty.txt", new Uint8Array());
    const { exitCode, lines } = await yingsu("trail", `${FOLDER}/empty.txt`, "--table", table());
    expect(exitCode).toBe(0);
    expect(lines).toEqual([
      expect.objectContaining({ what: "upload", state: "rejected", why: "文件是空的，没有任何内容。" }),
    ]);
  });

  it("says so where nothing is known", async () => {
    const asked = ["（2026）鲁1321行初999号", "courts/1321/inbox/none.pdf"];
    for (const one of asked)
      expect(await yingsu("trail", one, "--table", table())).toEqual({
        exitCode: 1,
        lines: [],
        stderr: `nothing is known of ${one}\n`,
      });
    expect(await yingsu("trail", NUMBER)).toMatchObject({ exitCode: 2 });
  });
});

describe("yingsu replay", () => {
  const lose = async (name: string, words: string) => {
    const faults = Array.from({ length: 4 }, () =>
      city.cloud.faults.once({
        function: functionName("DocumentIntake"),
        service: "s3",
        operation: "GetObject",
        when: "before",
      }),
    );
    await city.put(FOLDER, name, new TextEncoder().encode(words));
    expect(faults.every(({ happened }) => happened)).toBe(true);
  };

  it("puts dead letters back where they were waiting, and takes nothing away before it is told to", async () => {
    await lose("lost.txt", "沂南县人民法院\n这不是法院文书。\n");
    const asked = [
      "replay",
      "dead-letters",
      "--from",
      queueUrl("DocumentIntake/DeadLetters"),
      "--to",
      queueUrl("DocumentIntake/Queue"),
    ];
    const letter = expect.objectContaining({ key: `${FOLDER}/lost.txt`, event: "Object Created" });
    const looked = await yingsu(...asked);
    expect(looked).toMatchObject({
      exitCode: 0,
      lines: [letter],
      stderr: expect.stringContaining("--apply"),
    });
    // What was looked at comes back after its time.
    await expect.poll(() => city.cloud.deadLetters().length, { timeout: 30_000 }).toBe(1);
    const done = await yingsu(...asked, "--apply");
    expect(done).toMatchObject({ exitCode: 0, lines: [{ done: true }], stderr: "" });
    await city.cloud.settled();
    expect(city.cloud.deadLetters()).toEqual([]);
    const { lines } = await yingsu("trail", `${FOLDER}/lost.txt`, "--table", table());
    expect(lines).toEqual([expect.objectContaining({ state: "rejected" })]);
  });

  it("runs a month's job as of the hour it was meant for, and hands a function its dead letters", async () => {
    city.cloud.clock.set(at("10-05", "10:00"));
    const asked = ["replay", "bulletin", "--month", "2026-09", "--task", "draft", "--function"];
    const dry = await yingsu(...asked, functionName("MonthlyBulletin"));
    expect(dry.lines).toEqual([{ task: "draft", scheduledFor: "2026-10-01T00:30:00.000Z" }]);
    const before = city.cloud.inbox().length;
    const done = await yingsu(...asked, functionName("MonthlyBulletin"), "--apply");
    expect(done).toMatchObject({ exitCode: 0, lines: [{ done: true }] });
    await city.cloud.settled();
    const mails = city.cloud.inbox().slice(before);
    expect(mails.map(({ subject }) => subject)).toContainEqual(expect.stringContaining("台账"));

    const letters = city.cloud.queues.find(({ declared: { path } }) =>
      path.startsWith("MonthlyBulletin/DeadLetters"),
    );
    letters?.send(JSON.stringify({ task: "draft", scheduledFor: "2026-10-01T00:30:00Z" }));
    letters?.send(JSON.stringify({ task: "nothing" }));
    const from = queueUrl("MonthlyBulletin/DeadLetters");
    const handed = ["replay", "dead-letters", "--from", from, "--function", functionName("MonthlyBulletin")];
    const { exitCode, lines } = await yingsu(...handed, "--apply");
    // What it failed on stays.
    expect({ exitCode, lines }).toEqual({
      exitCode: 1,
      lines: [
        expect.objectContaining({ task: "draft", done: true }),
        expect.objectContaining({ task: "nothing", fault: expect.stringMatching(/./) }),
      ],
    });
  });

  it("takes a file up again that could not be used when it came", async () => {
    const key = `${FOLDER}/empty.txt`;
    const asked = ["replay", "file", key, "--bucket", bucket("Inbox")];
    expect(await yingsu(...asked)).toMatchObject({ exitCode: 0, lines: [{ key, bytes: 0 }] });
    expect(await yingsu(...asked, "--apply")).toMatchObject({ exitCode: 0, lines: [{ done: true }] });
    await city.cloud.settled();
    const { lines } = await yingsu("trail", key, "--table", table());
    expect(lines).toHaveLength(2);
    const none = ["replay", "file", `${FOLDER}/none.pdf`, "--bucket", bucket("Inbox")];
    expect(await yingsu(...none, "--apply")).toMatchObject({ exitCode: 1, lines: [{ fault: "missing" }] });
  });

  it("says what it wants where it is typed wrongly", async () => {
    for (const args of [["replay"], ["replay", "mails"], ["replay", "dead-letters", "--from", "x"]])
      expect(await yingsu(...args)).toMatchObject({
        exitCode: 2,
        lines: [],
        stderr: expect.stringContaining("Usage"),
      });
  });
});
