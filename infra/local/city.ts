/** yingsu on the local cloud: the stack synthesised and running, with its records at hand for whoever looks on. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import type { RecordedEvent } from "../../shared/domain/case-file/events.ts";
import type { CaseNumber } from "../../shared/domain/case-number.ts";
import type { Records } from "../../shared/ports.ts";
import { config } from "../config.ts";
import { type Cloud, type CloudOptions, startCloud } from "./cloud.ts";
import type { Upload } from "./scenario.ts";

/** A running city. */
export interface City {
  readonly cloud: Cloud;
  readonly records: Records;
  /** Puts bytes into the inbox and waits until everything that follows has settled. */
  put(folder: string, name: string, bytes: Uint8Array): Promise<PutOutcome>;
  /** Uploads a sample file. */
  upload(upload: Pick<Upload, "folder" | "file">): Promise<PutOutcome>;
  /** The events of all cases since it was last asked, by case. */
  news(): Promise<readonly { readonly caseNumber: CaseNumber; readonly events: readonly RecordedEvent[] }[]>;
  /** The cases known so far, in the order they were opened. */
  cases(): readonly CaseNumber[];
}

/** What became of an uploaded file; undefined where it was not settled. */
export type PutOutcome = Awaited<ReturnType<Records["document"]>>;

/** Starts the stack of an assembly. */
export async function startCity(options: CloudOptions): Promise<City> {
  const cloud = await startCloud(options);
  const table = cloud.declared.tables[0]?.name ?? "";
  const client = dynamo({
    endpoint: cloud.endpoints.dynamodb,
    region: cloud.declared.region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const records = caseRecords(client, table, config.policy.jurisdiction.code);
  const seen = new Map<CaseNumber, number>();

  async function put(folder: string, name: string, bytes: Uint8Array): Promise<PutOutcome> {
    await cloud.upload("Inbox", `${folder}/${name}`, bytes);
    await cloud.settled();
    const document = await records.document(createHash("sha256").update(bytes).digest("hex"));
    for (const number of document?.caseNumbers ?? []) if (!seen.has(number)) seen.set(number, 0);
    return document;
  }

  return {
    cloud,
    records,
    put,
    upload: async ({ folder, file }) => put(folder, file, await sample(file)),
    async news() {
      const changed = await Promise.all(
        [...seen].map(async ([caseNumber, known]) => {
          const history = await records.history(caseNumber);
          seen.set(caseNumber, history.length);
          return { caseNumber, events: history.slice(known) };
        }),
      );
      return changed.filter(({ events }) => events.length > 0);
    },
    cases: () => [...seen.keys()],
  };
}

async function sample(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`samples/${file}`, import.meta.url)));
}
