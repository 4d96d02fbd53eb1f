import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll } from "vitest";
import { ObjectStore } from "../../infra/local/s3/object-store.ts";
import { S3Service } from "../../infra/local/s3/s3-service.ts";
import { ServiceRequest } from "../../infra/local/service.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { instant } from "../../shared/domain/time.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { filesContract } from "./files.contract.ts";

filesContract("memory", async () => memoryFiles(() => instant("2026-09-08T09:00:00+08:00")));

const folder = mkdtempSync(join(tmpdir(), "yingsu-files-"));
let service = new S3Service([], Date.now, () => {});
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const {
    status,
    headers,
    body = "",
  } = await service.answer(new ServiceRequest(request, pathname, searchParams));
  response.writeHead(status, headers);
  if (body instanceof Readable) body.on("error", () => response.destroy()).pipe(response);
  else response.end(body);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const client = s3({
  ...LOCAL_CREDENTIALS,
  endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  forcePathStyle: true,
});
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

let buckets = 0;
filesContract("the local S3", async () => {
  buckets += 1;
  const name = `inbox-${buckets}`;
  service = new S3Service([new ObjectStore(name, true, join(folder, name), Date.now)], Date.now, () => {});
  return fileBucket(client, name);
});
