/** yingsu on the local cloud: the stack synthesised and running, with its records at hand for whoever looks on. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../../shared/adapters/clients/dynamo.ts";
import type { RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Records } from "../../../shared/ports/records.ts";
import { config } from "../../config.ts";
import { startCloud } from "../wiring/cloud.ts";
import type { Cloud, CloudOptions } from "../wiring/services.ts";
import type { DeskVisit, Upload } from "./scenario.ts";
import { fillIn, type Visited } from "./visitor.ts";

/** A running city. */
export interface City {
  readonly cloud: Cloud;
  readonly records: Records;
  /** Puts bytes into the inbox and waits until everything that follows has settled. */
  put(folder: string, name: string, bytes: Uint8Array): Promise<PutOutcome>;
  /** Uploads a sample file. */
  upload(upload: Pick<Upload, "folder" | "file">): Promise<PutOutcome>;
  /** The link in the newest mail to an address whose subject has these words; throws where there is none. */
  linkTo(address: string, words: string): string;
  /** Opens a link out of a mail, fills in the page, and waits until everything that follows has settled. */
  visit(visit: Pick<DeskVisit, "address" | "mail" | "answers">): Promise<Visited>;
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

  function linkTo(address: string, words: string): string {
    for (const { destinations, subject, parsed } of cloud.inbox().toReversed()) {
      if (!destinations.includes(address) || !subject.includes(words)) continue;
      const desk = `${cloud.apiAddress("Desk")}/`;
      const link = (parsed.text ?? "").split(/\s/).find((word) => word.startsWith(desk));
      if (link !== undefined) return link;
    }
    throw new Error(`no link in a mail to ${address} about ${words}`);
  }

  return {
    cloud,
    records,
    put,
    linkTo,
    async visit({ address, mail, answers }) {
      const visited = await fillIn(fetch, linkTo(address, mail), answers);
      await cloud.settled();
      return visited;
    },
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
