/**
 * How long a court's long ledger takes to reach its case files on each DynamoDB engine this machine has, its first part
 * and its last: telling a case must not cost more the more cases there are. The small engine's writes slow down as its
 * table grows; DynamoDB Local's don't.
 */
import { createHash } from "node:crypto";
import { takeLedger } from "../../functions/document-intake/ledger-received.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import type { DynamoEngine } from "../../infra/local/engines/dynamo-engine.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { keptLedgers } from "../../shared/adapters/kept-ledgers.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { lookup } from "../../shared/domain/organisations/directory.ts";
import { at, RULES } from "../support/case-builders.ts";
import { type CaseTableEngine, startCaseTableEngine } from "../support/case-table-engine.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { memoryCity } from "../support/memory-city.ts";
import type { Measurement } from "./run.ts";

const CASES = 4_000;
const ENGINES: readonly DynamoEngine[] = ["dynoxide", "dynamodb-local"];

export async function ledgers(): Promise<readonly Measurement[]> {
  const measured: Measurement[] = [];
  for (const name of ENGINES) {
    const engine = await startCaseTableEngine(name).catch(() => undefined);
    if (engine === undefined) console.warn(`  ${name} can't run here`);
    else measured.push(...(await toldOn(name, engine).finally(() => engine.stop())));
  }
  return measured;
}

async function toldOn(name: DynamoEngine, engine: CaseTableEngine): Promise<readonly Measurement[]> {
  const now = at("10-01", "10:00");
  const city = memoryCity(at("10-01"));
  await city.upload(DIRECTORY);
  const [uploader] = await city.directory.find(lookup.court("1321"));
  const bytes = ledgerOf(CASES);
  const read = await readDocument(bytes);
  if (!read.ok) throw new Error("the bench's ledger can't be read");
  const table = await engine.freshTable();
  const ports = {
    records: caseRecords(engine.client, table, RULES.policy.jurisdiction.code),
    directory: city.directory,
    ledgers: keptLedgers(memoryFiles(() => now)),
  };
  const arriving = {
    object: { key: "courts/1321/inbox/ledger.csv", versionId: "1", at: now },
    sha256: createHash("sha256").update(bytes).digest("hex"),
    source: { folder: "courts", uploader, bureau: undefined, bureaus: [] } as const,
    rules: RULES,
    now,
    cause: "bench",
  };
  const parts: number[] = [];
  for (let more = true; more; ) {
    const started = performance.now();
    more = (await takeLedger(ports, arriving, read.document)).outcome === "more-to-do";
    parts.push(performance.now() - started);
  }
  const [first = 0] = parts;
  const last = parts.at(-1) ?? 0;
  const perCase = (milliseconds: number) => Math.round((milliseconds / (CASES / parts.length)) * 10) / 10;
  return [
    { what: `${name}, a case of the first part`, value: perCase(first), unit: "ms" },
    {
      what: `${name}, a case of the last of ${parts.length}`,
      value: perCase(last),
      unit: "ms",
      beside: `×${(last / first).toFixed(1)} of the first`,
    },
  ];
}

function ledgerOf(cases: number): Uint8Array {
  const rows = Array.from(
    { length: cases },
    (_, index) =>
      `（2026）鲁1321行初${index + 1}号,张某,沂南县公安局,2026-09-15,${index % 4 === 0 ? "否" : "是"},否`,
  );
  return new TextEncoder().encode(["案号,原告,被告,开庭日期,负责人是否出庭,是否涉企", ...rows].join("\n"));
}
