import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { ObjectStore } from "../../infra/local/engines/s3/object-store.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { startLocalS3 } from "../support/local-s3.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { filesContract } from "./files.contract.ts";

filesContract("memory", async () => memoryFiles(() => instant("2026-09-08T09:00:00+08:00")));

const folder = mkdtempSync(join(tmpdir(), "yingsu-files-"));
const server = await startLocalS3();
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

let buckets = 0;
filesContract("the local S3", async () => {
  buckets += 1;
  const name = `inbox-${buckets}`;
  server.serve(new ObjectStore(name, true, join(folder, name), Date.now, { locked: true }));
  return fileBucket(server.client, name);
});
