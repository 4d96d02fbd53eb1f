import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { ObjectStore } from "../../infra/local/engines/s3/object-store.ts";
import { caseDownloads } from "../../shared/adapters/case-table/downloads.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { originals } from "../../shared/adapters/originals.ts";
import { startCaseTableEngine } from "../support/case-table-engine.ts";
import { startLocalS3 } from "../support/local-s3.ts";
import { memoryDownloads } from "../support/memory/memory-downloads.ts";
import { memoryOriginals } from "../support/memory/memory-originals.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { JURISDICTION } from "../support/stored-things.ts";
import { downloadsContract, originalsContract } from "./originals.contract.ts";

const folder = mkdtempSync(join(tmpdir(), "yingsu-originals-"));
const server = await startLocalS3();
const engine = await startCaseTableEngine();
afterAll(async () => {
  await server.stop();
  await engine.stop();
  rmSync(folder, { recursive: true });
});

let buckets = 0;
function bucket(): string {
  buckets += 1;
  const name = `bucket-${buckets}`;
  server.serve(new ObjectStore(name, true, join(folder, name), Date.now, { locked: true }));
  return name;
}

originalsContract("memory", async () => {
  let versions = 0;
  const upload = async () => {
    versions += 1;
    return String(versions);
  };
  return { originals: memoryOriginals(), upload };
});

originalsContract("the local S3", async () => {
  const places = { inbox: bucket(), records: bucket() };
  const inbox = fileBucket(server.client, places.inbox);
  return {
    originals: originals(server.client, places),
    async upload(key, text) {
      await inbox.write(key, new TextEncoder().encode(text), "application/octet-stream");
      // S3 lists the newest first.
      const [newest] = await Array.fromAsync(inbox.list(key));
      return newest?.versionId ?? "";
    },
    fetched: (address) => fetch(address),
  };
});

downloadsContract("memory", async () => memoryDownloads(memoryTable(JURISDICTION)));
downloadsContract("the local engine", async () => caseDownloads(engine.client, await engine.freshTable()));
