/**
 * A court's ledger (台账) of 20,000 rows, from its upload to its answer: by intake's own handler, in a process with no more memory than
 * the function has, on a DynamoDB engine and the local S3, message by message. How long does one take, how much memory, is every row in
 * its case in the end, and does the same file, sent again, change nothing?
 */

import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { writeXlsx } from "hucre/xlsx";
import { ObjectStore } from "../../infra/local/engines/s3/object-store.ts";
import { S3Service } from "../../infra/local/engines/s3/s3-service.ts";
import { jsonReply, type Service, targetOperation } from "../../infra/local/engines/service.ts";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import type { CaseNumber } from "../../shared/domain/court/case-number.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import type { Month } from "../../shared/domain/time/time.ts";
import { packPolicy } from "../../shared/runtime/packed-policy.ts";
import { at, RULES } from "../support/case-builders.ts";
import { startCaseTableEngine } from "../support/case-table-engine.ts";
import { startLocalServices } from "../support/local-services.ts";
import type { Measurement } from "./run.ts";

const ROWS = Number(process.env.LEDGER_ROWS ?? 20_000);
/** What the function has: infra/constructs/document-intake.ts. */
const [MEGABYTES, SECONDS] = [1_024, 180];
const NOW = at("10-01", "10:00");
const COURT = "yinan-court" as OrganisationId;
const MONTH = "2026-09" as Month;
const FOLDER = "courts/1321/inbox";

export async function longLedger(): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), "yingsu-ledger-"));
  // Writes of the small engine slow down as its table grows.
  const large = startCaseTableEngine("dynamodb-local").catch(() => startCaseTableEngine());
  const [engine, services] = await Promise.all([large, startLocalServices()]);
  const now = () => Date.parse(NOW);
  const store = (name: string) => new ObjectStore(name, true, join(folder, name), now);
  const [inbox, kept] = [store("inbox"), store("records")];
  services.serve("s3", new S3Service([inbox, kept], now, () => {}));
  const messages: string[] = [];
  services.serve("sqs", queueInto(messages));
  const table = await engine.freshTable();
  await caseDirectory(engine.client, table).save(organisations());
  const intake = await startFunction({
    CASE_TABLE: table,
    INBOX_BUCKET: "inbox",
    RECORDS_BUCKET: "records",
    SCAN_QUEUE_URL: `${services.address("sqs")}/scans`,
    INTAKE_QUEUE_URL: `${services.address("sqs")}/intake`,
    POLICY: packPolicy(RULES.policy),
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_S3: services.address("s3"),
    AWS_ENDPOINT_URL_SQS: services.address("sqs"),
  });
  try {
    const records = caseRecords(engine.client, table, RULES.policy.jurisdiction.code);
    const bytes = await workbookOf(ROWS);
    const first = await taken("ledger.xlsx");
    const version = inbox.current(`${FOLDER}/ledger.xlsx`)?.id ?? "";
    const settled = await records.settledUpload(`${FOLDER}/ledger.xlsx`, version);
    const duty = await records.duty(COURT, MONTH);
    const noted = duty?.ledgers.find(({ document }) => document === settled?.sha256)?.noted.cases;
    const before = await inCases();
    if ((await records.document(settled?.sha256 ?? ""))?.state !== "read")
      fail(`it was not read: ${JSON.stringify(settled)}`);
    if (before.cases !== ROWS || noted !== ROWS)
      fail(`${ROWS} rows are in ${before.cases} cases, of which the court's duty counts ${noted}`);
    if (settled?.answer === undefined) fail("its court was not answered");
    const again = await taken("ledger-again.xlsx");
    if (!isDeepStrictEqual(await inCases(), before)) fail("sent again, it changed cases");
    const longest = Math.max(...first.map(({ milliseconds }) => milliseconds));
    const peak = Math.max(...[...first, ...again].map(({ megabytes }) => megabytes));
    const all = (some: readonly Went[]) => some.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    return [
      { what: `messages for ${ROWS} rows`, value: first.length, unit: "" },
      { what: "the longest of them", value: tenth(longest / 1000), unit: "s", beside: `of ${SECONDS} s` },
      {
        what: "all of them",
        value: tenth(all(first) / 1000),
        unit: "s",
        beside: `${tenth(all(first) / ROWS)} ms a row`,
      },
      { what: "the first of them", value: tenth((first[0]?.milliseconds ?? 0) / 1000), unit: "s" },
      { what: "the last of them", value: tenth((first.at(-1)?.milliseconds ?? 0) / 1000), unit: "s" },
      {
        what: "memory with the reader's, at most",
        value: Math.round(peak),
        unit: "MB",
        beside: `of ${MEGABYTES} MB`,
      },
      {
        what: "the same file again",
        value: tenth(all(again) / 1000),
        unit: "s",
        beside: `${again.length} messages, nothing changed`,
      },
    ];

    /** The rows of the month, by case; and the versions of some of the cases. */
    async function inCases() {
      const numbers = new Set<string>();
      for await (const { caseNumber } of records.monthRows(RULES.policy.jurisdiction.code, MONTH))
        numbers.add(caseNumber);
      const some = [...numbers].filter((_, index) => index % 100 === 0) as CaseNumber[];
      const files = await Promise.all(some.map((number) => records.caseFile(number)));
      return { cases: numbers.size, versions: files.map((file) => file?.version) };
    }

    async function taken(name: string): Promise<readonly Went[]> {
      const key = `${FOLDER}/${name}`;
      const { id } = await inbox.put(key, bytes, {});
      const object = { key, size: bytes.length, "version-id": id };
      messages.push(JSON.stringify({ time: NOW, detail: { object } }));
      const went: Went[] = [];
      for (let body = messages.shift(); body !== undefined; body = messages.shift()) {
        went.push(await intake.call({ Records: [{ messageId: "1", body }] }));
        console.log(
          `  ${name}, message ${went.length}: ${Math.round(went.at(-1)?.milliseconds ?? 0)} ms, ${Math.round(went.at(-1)?.megabytes ?? 0)} MB`,
        );
      }
      return went;
    }
  } finally {
    intake.end();
    await Promise.all([engine.stop(), services.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** What one message took. */
interface Went {
  readonly milliseconds: number;
  /** The most memory that the function and its reader had together. */
  readonly megabytes: number;
}

/** The function with its environment; a message that it could not do, or that took longer than it has, is a fault. */
async function startFunction(environment: Readonly<Record<string, string>>) {
  const child = fork(fileURLToPath(new URL("./function-process.ts", import.meta.url)), [], {
    env: { PATH: process.env.PATH, ...environment },
    execArgv: [`--max-old-space-size=${MEGABYTES}`],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(child, "message");
  return {
    async call(event: object): Promise<Went> {
      let megabytes = 0;
      const look = setInterval(() => {
        megabytes = Math.max(megabytes, memoryOf(child));
      }, 20);
      child.send(event);
      const [said] = (await once(child, "message")) as [
        { answer: { batchItemFailures?: unknown[] }; milliseconds: number },
      ];
      clearInterval(look);
      const { answer, milliseconds } = said;
      if (answer.batchItemFailures?.length !== 0) fail(`a message failed: ${JSON.stringify(answer)}`);
      if (milliseconds > SECONDS * 1000) fail(`a message took ${milliseconds} ms`);
      return { milliseconds, megabytes };
    },
    end: () => child.kill(),
  };
}

/** Resident megabytes of a process and its children, as Linux has them; 0 elsewhere. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    return [String(pid), ...children].reduce((sum, one) => sum + residentOf(one), 0);
  } catch {
    return 0;
  }
}

function residentOf(pid: string): number {
  const [, kilobytes = "0"] =
    /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1")) ?? [];
  return Number(kilobytes) / 1024;
}

/** A queue that keeps what is sent to it. */
function queueInto(messages: string[]): Service {
  return {
    operation: targetOperation,
    async answer(request) {
      const { MessageBody } = JSON.parse(String(await request.body())) as { MessageBody: string };
      messages.push(MessageBody);
      const MD5OfMessageBody = createHash("md5").update(MessageBody).digest("hex");
      return jsonReply(200, { MessageId: String(messages.length), MD5OfMessageBody });
    },
    refusal: (status, code, message) => jsonReply(status, { __type: code, message }),
  };
}

/** As courts send it; one of fifty rows names an agency that the directory doesn't have. */
export function workbookOf(rows: number): Promise<Uint8Array> {
  const header = ["案号", "原告", "被告", "开庭日期", "负责人是否出庭", "出庭负责人", "职务", "是否涉企"];
  const agencies = ["沂南县公安局", "沂南县水利局", "沂南县界湖街道办事处"];
  const cells = Array.from({ length: rows }, (_, index) => {
    const came = index % 4 !== 0;
    return [
      `（2026）鲁1321行初${index + 1}号`,
      `张某${index % 97}`,
      index % 50 === 7 ? `沂南县第${index}所` : (agencies[index % agencies.length] ?? ""),
      `2026-09-${String(1 + (index % 28)).padStart(2, "0")}`,
      came ? "是" : "否",
      came ? "龙涛" : "",
      came ? "副局长" : "",
      index % 10 === 0 ? "是" : "否",
    ];
  });
  return writeXlsx({ sheets: [{ name: "台账", rows: [header, ...cells] }] });
}

/** Those of the sample city. */
function organisations(): readonly Organisation[] {
  const file = new URL("../../infra/local/city/samples/directory.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { organisations: Organisation[] }).organisations;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function fail(why: string): never {
  throw new Error(why);
}
