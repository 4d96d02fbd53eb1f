/** The local S3 by itself, on a port of its own, for tests of what talks to S3. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ObjectStore } from "../../infra/local/engines/s3/object-store.ts";
import { S3Service } from "../../infra/local/engines/s3/s3-service.ts";
import { ServiceRequest } from "../../infra/local/engines/service.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { LOCAL_CREDENTIALS } from "./case-table-engine.ts";

export async function startLocalS3() {
  const stores: ObjectStore[] = [];
  let service = new S3Service(stores, Date.now, () => {});
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
  const { port } = server.address() as AddressInfo;
  const client = s3({ ...LOCAL_CREDENTIALS, endpoint: `http://127.0.0.1:${port}`, forcePathStyle: true });
  return {
    client,
    /** Adds a bucket. */
    serve(store: ObjectStore): void {
      stores.push(store);
      service = new S3Service(stores, Date.now, () => {});
    },
    async stop(): Promise<void> {
      client.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
