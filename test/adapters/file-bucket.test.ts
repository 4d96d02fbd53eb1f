/** What a bucket must not be able to do to us; that it works is in test/contracts/files.contract.ts. */
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";

let answer: (response: ServerResponse) => void = () => {};
const server = createServer((_, response) => answer(response)).listen(0, "127.0.0.1");
await once(server, "listening");
const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const client = s3({ ...LOCAL_CREDENTIALS, endpoint, forcePathStyle: true, maxAttempts: 1 });
const bucket = fileBucket(client, "inbox");
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

it("does not wait for the bytes of a file that says it is too large", async () => {
  answer = (response) =>
    response.writeHead(200, { "content-length": "1000000" }).write("the rest never comes");
  expect(await bucket.read("a", "v1", 1000)).toBe("too-large");
});

it("stops reading a file of no stated length where the limit is", async () => {
  answer = (response) => {
    const more = () => {
      while (response.write("x".repeat(10_000)));
    };
    response.on("drain", more);
    more();
  };
  expect(await bucket.read("a", "v1", 1_000_000)).toBe("too-large");
});

it("does not take a refusal for a file that is missing", async () => {
  answer = (response) => response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
  await expect(bucket.read("a", "v1", 1000)).rejects.toThrow();
});

it("takes a version that only marks a deletion for missing", async () => {
  answer = (response) => response.writeHead(405, { "x-amz-delete-marker": "true" }).end();
  expect(await bucket.read("a", "v1", 1000)).toBe("missing");
});
