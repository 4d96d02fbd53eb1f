/** Everything the desk reads and writes, in the table and the buckets of one deployment. */
import type { S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { caseDirectory } from "./case-table/directory.ts";
import { caseDownloads } from "./case-table/downloads.ts";
import { caseOperations } from "./case-table/operations.ts";
import { caseOutbox } from "./case-table/outbox.ts";
import { caseRecords } from "./case-table/records.ts";
import { caseSessions } from "./case-table/sessions.ts";
import { dropbox } from "./dropbox.ts";
import { evidence } from "./evidence.ts";
import { fileBucket } from "./file-bucket.ts";
import { frozenRowsIn } from "./frozen-rows.ts";
import { handIn } from "./hand-in.ts";
import { journalIn } from "./journal.ts";
import { originals } from "./originals.ts";
import { pickup } from "./pickup.ts";

/** Where things lie: the names of the table and of the buckets. */
export interface StorePlaces {
  readonly CASE_TABLE: string;
  readonly DROPBOX_BUCKET: string;
  readonly RECORDS_BUCKET: string;
  readonly INBOX_BUCKET: string;
}

/** `jurisdiction`: the code of the municipality the deployment serves; `notJournalled`: an act could not be written down a second time. */
export function deskStores(
  client: DynamoDBDocumentClient,
  files: S3Client,
  { CASE_TABLE, DROPBOX_BUCKET, RECORDS_BUCKET, INBOX_BUCKET }: StorePlaces,
  jurisdiction: string,
  notJournalled: () => void,
) {
  const kept = fileBucket(files, RECORDS_BUCKET);
  return {
    records: caseRecords(client, CASE_TABLE, jurisdiction),
    outbox: caseOutbox(client, CASE_TABLE, jurisdiction),
    directory: caseDirectory(client, CASE_TABLE),
    operations: caseOperations(client, CASE_TABLE),
    sessions: caseSessions(client, CASE_TABLE, jurisdiction),
    downloads: caseDownloads(client, CASE_TABLE),
    dropbox: dropbox(files, DROPBOX_BUCKET),
    evidence: evidence(files, RECORDS_BUCKET),
    handIn: handIn(files, { inbox: INBOX_BUCKET, dropbox: DROPBOX_BUCKET }),
    originals: originals(files, { inbox: INBOX_BUCKET, records: RECORDS_BUCKET }),
    journal: journalIn(kept, notJournalled),
    pickup: pickup(files, DROPBOX_BUCKET),
    frozenRows: frozenRowsIn(kept),
    bulletinFiles: kept,
    shownPages: kept,
  };
}
