/** The desk on a table of a real engine, on the morning of the stored things; what lies in buckets is in memory. */
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { desk } from "../../functions/desk/desk.ts";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseDownloads } from "../../shared/adapters/case-table/downloads.ts";
import { caseOperations } from "../../shared/adapters/case-table/operations.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { caseSessions } from "../../shared/adapters/case-table/sessions.ts";
import { RULES } from "./case-builders.ts";
import { memoryDropbox, memoryEvidence } from "./memory/memory-dropbox.ts";
import { memoryFiles } from "./memory/memory-files.ts";
import { memoryHandIn } from "./memory/memory-hand-in.ts";
import { memoryOriginals } from "./memory/memory-originals.ts";
import { memoryPickup } from "./memory/memory-pickup.ts";
import { LINK_KEYS } from "./memory-city.ts";
import { JURISDICTION, MORNING } from "./stored-things.ts";

export function deskOnTable(client: DynamoDBDocumentClient, table: string): ReturnType<typeof desk> {
  return desk({
    records: caseRecords(client, table, JURISDICTION),
    directory: caseDirectory(client, table),
    outbox: caseOutbox(client, table, JURISDICTION),
    keys: async () => LINK_KEYS,
    dropbox: memoryDropbox(() => MORNING),
    evidence: memoryEvidence(),
    originals: memoryOriginals(memoryFiles(() => MORNING)),
    pickup: memoryPickup(),
    downloads: caseDownloads(client, table),
    downloaded: () => {},
    witnessed: () => {},
    frozenRows: async () => [],
    bulletinFiles: { read: async () => "missing" },
    shownPages: { read: async () => "missing" },
    handIn: memoryHandIn(
      memoryFiles(() => MORNING),
      memoryDropbox(() => MORNING),
    ),
    sessions: caseSessions(client, table, JURISDICTION),
    operations: caseOperations(client, table),
    dashboard: "https://dashboard.example.org",
    bundledYears: [],
    admins: [],
    newSecret: () => "",
    evenly: async () => {},
    address: "https://desk.example.org",
    senderName: "临沂市司法局",
    rules: RULES,
    now: () => MORNING,
    newFormId: () => "0",
    notReached: () => {},
    failed: (fault) => {
      throw fault;
    },
  });
}
