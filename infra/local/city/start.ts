/**
 * `npm start`: synthesises the stack, runs it on this machine, lets a month of sample files happen, and stays up.
 * `--once`, or a run without a terminal, ends by itself: exit code 0, or 1 where anything failed.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { explainDoubts } from "../../../shared/letters/refusals/doubts.ts";
import { explainRejection } from "../../../shared/letters/refusals/rejections.ts";
import type { LogLine } from "../engines/local-function.ts";
import type { Cloud } from "../wiring/services.ts";
import { synthesise } from "../wiring/synthesise.ts";
import { type City, startCity } from "./city.ts";
import { type DeskVisit, DIRECTORY, END, MONTH, START, type Upload } from "./scenario.ts";
import { eventLine, mailLine, moment, outcomeLines, styled } from "./timeline.ts";
import { watchFolder } from "./upload-folder.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const LOCAL = join(ROOT, ".local");
const once = process.argv.includes("--once") || !process.stdout.isTTY;

/** What failed, for the exit code; said where it happens, and again at the end. */
const failures: string[] = [];

console.log(styled("bold", "yingsu on this machine"));
await step("synthesising the stack and bundling its functions", () => synthesise(join(LOCAL, "cdk.out")));
const city = await step("starting the engines", () =>
  startCity({ assembly: join(LOCAL, "cdk.out"), log: noteFault }),
);
const tell = teller(city);
try {
  await month(city);
  await summary(city);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
if (!once && failures.length === 0) await stayUp(city);
else await city.cloud.stop();
for (const failure of failures) console.error(styled("red", `failed: ${failure}`));
process.exitCode = failures.length > 0 ? 1 : 0;

async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  process.stdout.write(`${what} … `);
  const started = performance.now();
  const result = await work();
  console.log(styled("dim", `${((performance.now() - started) / 1000).toFixed(1)} s`));
  return result;
}

function fail(what: string): void {
  failures.push(what);
}

/** Functions print one line an invocation; a fault among them is a failure of the run. */
function noteFault({ function: name, text }: LogLine): void {
  if (/"message":"(invocation failed|document not taken in|notice not sent|due item failed)"/.test(text))
    fail(`${name}: ${text}`);
}

/** Prints what has happened since it was last called: to cases, then by mail. */
function teller({ cloud, news }: City): () => Promise<void> {
  let mails = 0;
  return async () => {
    for (const { caseNumber, events } of await news()) {
      for (const { at, event } of events) {
        const line = eventLine(event);
        if (line !== undefined)
          console.log(`${styled("dim", moment(at))}  ${styled("green", "case")}  ${caseNumber}  ${line}`);
      }
    }
    for (const mail of cloud.inbox().slice(mails)) console.log(mailLine(mail));
    mails = cloud.inbox().length;
  };
}

/** Lets the month happen, upload by upload, with the schedules in between. */
async function month({ cloud, upload, visit }: City): Promise<void> {
  cloud.clock.set(START);
  console.log(
    `\n${styled("bold", "September 2026 in Linyi")}: ${MONTH.length} things happen; the clock runs by the hour\n`,
  );
  for (const one of [DIRECTORY, ...MONTH]) {
    await cloud.runUntil(one.at, showProgress(cloud, tell));
    await tell();
    await ("file" in one ? bring(one) : act(one));
    await tell();
  }
  await cloud.runUntil(END, showProgress(cloud, tell));
  await tell();

  async function bring(one: Upload): Promise<void> {
    const document = await upload(one);
    const file = `${one.folder}/${one.file}`;
    console.log(
      `${styled("dim", moment(one.at))}  ${styled("bold", "file")}  ${file}  (${one.note}) → ${document?.state ?? "lost"}`,
    );
    if (document === undefined) fail(`${one.file} was not settled`);
  }

  async function act(one: DeskVisit): Promise<void> {
    const { title, done } = await visit(one);
    console.log(
      `${styled("dim", moment(one.at))}  ${styled("bold", "desk")}  ${one.address}  (${one.note}) → ${title}：${done}`,
    );
  }
}

/** Tells what a sweep brought at once; on a terminal the clock shows in between. */
function showProgress(cloud: Cloud, tell: () => Promise<void>): (at: Instant) => Promise<void> {
  let known = cloud.inbox().length;
  return async (at) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${styled("dim", moment(at))}\r`);
    if (cloud.inbox().length === known) return;
    known = cloud.inbox().length;
    await tell();
  };
}

/** Each case's outcome, the bulletin's files, and what must not be: dead letters, lost events. */
async function summary({ cloud, records, cases }: City): Promise<void> {
  console.log(`\n${styled("bold", "What became of the cases")}`);
  for (const number of [...cases()].toSorted()) {
    const file = await records.caseFile(number);
    for (const line of file === undefined ? [] : outcomeLines(file)) console.log(`  ${line}`);
  }
  const folder = join(LOCAL, "bulletins");
  const files = await saveBulletins(cloud, folder);
  console.log(
    `\n${styled("bold", "The bulletin")}\n${files.map((file) => `  ${relative(ROOT, file)}`).join("\n")}`,
  );
  console.log(
    `\n${cloud.inbox().length} mails to ${new Set(cloud.inbox().flatMap(({ destinations }) => destinations)).size} addresses`,
  );
  for (const { queue } of cloud.deadLetters()) fail(`a message ended in ${queue}`);
  for (const lost of cloud.lostEvents()) fail(`an event was lost: ${JSON.stringify(lost).slice(0, 200)}`);
  if (files.length === 0) fail("there is no bulletin");
}

/** Copies what the records bucket holds to a folder a person can open. */
async function saveBulletins(cloud: Cloud, folder: string): Promise<readonly string[]> {
  await rm(folder, { recursive: true, force: true });
  const records = cloud.buckets.find(({ name }) => name.includes("records"));
  const saved: string[] = [];
  for (const version of records?.list("bulletins/") ?? []) {
    const file = join(folder, version.key.slice("bulletins/".length));
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, records?.read(version) ?? "");
    saved.push(file);
  }
  return saved;
}

/** Keeps everything running until Ctrl-C: the inbox page, a folder to drop files into, the schedules. */
async function stayUp(city: City): Promise<void> {
  const { cloud } = city;
  const folder = join(LOCAL, "inbox");
  const watching = await watchFolder(folder, async (path, bytes) => {
    const document = await city.put(join(path, ".."), path.slice(path.lastIndexOf("/") + 1), bytes);
    const { state = "not settled", rejection, doubts = [] } = document ?? {};
    const why = rejection === undefined ? explainDoubts(doubts) : explainRejection(rejection).why;
    console.log(`file  ${path} → ${state}${why === "" ? "" : `: ${why}`}`);
    await tell();
  });
  cloud.startSchedules();
  console.log(`
${styled("bold", "Still running")}; the clock goes on from ${moment(cloud.clock.now())}
  inbox page     ${cloud.inboxPage}
  desk           ${cloud.apiAddress("Desk")}/…  (the links in the mails lead there)
  drop files in  ${relative(process.cwd(), join(folder, "courts/1302/inbox"))}/  (or another court's folder)
  S3             ${cloud.endpoints.s3}
  DynamoDB       ${cloud.endpoints.dynamodb}
Ctrl-C ends it.`);
  await new Promise<void>((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve));
  watching.close();
  await cloud.stop();
}
