/** What is asked of S3, in which words, and how is its answer taken? On a server of our own that notes what it hears. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { countToGoOn } from "../../shared/adapters/count-queue.ts";
import { dropbox } from "../../shared/adapters/dropbox.ts";
import { evidence } from "../../shared/adapters/evidence.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { handIn } from "../../shared/adapters/hand-in.ts";
import { originals } from "../../shared/adapters/originals.ts";
import { pickup } from "../../shared/adapters/pickup.ts";
import { LOCAL_CREDENTIALS } from "../support/case-table-engine.ts";
import { MORNING } from "../support/stored-things.ts";

interface Heard {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

let heard: Heard[] = [];
let answer: (request: Heard) => Answer = () => ({});
const server = createServer(async (request, response) => {
  await Array.fromAsync(request as AsyncIterable<Buffer>);
  const one = {
    method: request.method ?? "",
    url: new URL(request.url ?? "", endpoint),
    headers: request.headers,
  };
  heard.push(one);
  const { status = 200, headers = {}, body = "" } = answer(one);
  response.writeHead(status, headers).end(one.method === "HEAD" ? undefined : body);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const client = s3({ ...LOCAL_CREDENTIALS, endpoint, forcePathStyle: true, maxAttempts: 1 });
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  heard = [];
  answer = () => ({});
});

const BYTES = new TextEncoder().encode("%PDF-1.7");
const SHA256 = createHash("sha256").update(BYTES).digest("hex");
const AS = { name: "传票.pdf", contentType: "application/pdf" };
const requested = () => heard.map(({ method, url }) => `${method} ${decodeURIComponent(url.pathname)}`);
const status = (code: number) => () => ({ status: code });

describe("a bucket's files", () => {
  it("are read in the version that is asked for, or the newest", async () => {
    answer = () => ({ body: "abc" });
    const files = fileBucket(client, "inbox");
    const read = await files.read("courts/传票.pdf", "v1", 3);
    expect(new TextDecoder().decode(read as Uint8Array)).toBe("abc");
    expect(heard[0]?.url.searchParams.get("versionId")).toBe("v1");
    await files.read("a", undefined, 3);
    expect(heard[1]?.url.searchParams.has("versionId")).toBe(false);
    expect(await files.read("a", undefined, 2)).toBe("too-large");
    answer = status(404);
    expect(await files.read("a", undefined, 3)).toBe("missing");
  });

  it("are written with a checksum, without which a locked bucket takes nothing", async () => {
    await fileBucket(client, "records").write("k", BYTES, "application/pdf");
    expect(requested()).toEqual(["PUT /records/k"]);
    expect(heard[0]?.headers).toMatchObject({
      "content-type": "application/pdf",
      "x-amz-checksum-sha256": Buffer.from(SHA256, "hex").toString("base64"),
    });
  });

  it("are listed in all their versions, page by page", async () => {
    const version = (key: string, more = "<VersionId>v1</VersionId>") =>
      `<Version><Key>${key}</Key>${more}<Size>8</Size><LastModified>2026-09-08T01:00:00.000Z</LastModified></Version>`;
    answer = ({ url }) => {
      const first = url.searchParams.get("key-marker") === null;
      const more = first
        ? "<IsTruncated>true</IsTruncated><NextKeyMarker>a</NextKeyMarker><NextVersionIdMarker>v1</NextVersionIdMarker>"
        : "<IsTruncated>false</IsTruncated>";
      const versions = first ? version("a") + version("odd", "") : version("b");
      return { body: `<ListVersionsResult>${more}${versions}</ListVersionsResult>` };
    };
    const all = await Array.fromAsync(fileBucket(client, "inbox").list("courts/"));
    expect(all).toEqual(["a", "b"].map((key) => ({ key, versionId: "v1", size: 8, at: MORNING })));
    expect(heard.map(({ url }) => url.searchParams.get("prefix"))).toEqual(["courts/", "courts/"]);
    expect(heard[1]?.url.searchParams.get("version-id-marker")).toBe("v1");
    answer = () => ({ body: "<ListVersionsResult><IsTruncated>false</IsTruncated></ListVersionsResult>" });
    expect(await Array.fromAsync(fileBucket(client, "inbox").list("none/"))).toEqual([]);
  });
});

describe("a proof", () => {
  it("is kept under its hash, in the folder of what it proves, and read from there", async () => {
    const kept = await evidence(client, "records").keep("proofs/a", BYTES, "application/pdf");
    expect(kept).toEqual({ key: `proofs/a/${SHA256}`, sha256: SHA256 });
    expect(requested()).toEqual([`PUT /records/proofs/a/${SHA256}`]);
    answer = () => ({ body: "abc" });
    expect(await evidence(client, "records").read("proofs/a/b", 3)).toHaveLength(3);
  });
});

describe("what a page offers to be fetched", () => {
  it("is written under its hash, and its address gives it as a file of that name", async () => {
    const { sha256, address } = await pickup(client, "dropbox").offer(BYTES, AS);
    expect(sha256).toBe(SHA256);
    expect(requested()).toEqual([`PUT /dropbox/archives/${SHA256}`]);
    const url = new URL(address);
    expect(url.pathname).toBe(`/dropbox/archives/${SHA256}`);
    expect(url.searchParams.get("response-content-type")).toBe("application/pdf");
    expect(url.searchParams.has("x-id")).toBe(false);
  });
});

describe("an original", () => {
  const places = { inbox: "inbox", records: "records" };
  const upload = { key: "courts/1321/inbox/a.pdf", versionId: "v1", sha256: SHA256, enclosed: false };
  const inArchive = { ...upload, enclosed: true };

  it("is the upload's version, or what came inside an archive, which is kept by its hash", async () => {
    const here = originals(client, places);
    await here.keepEnclosed(BYTES, SHA256);
    answer = () => ({ body: "abc" });
    await here.read(upload, 3);
    await here.read(inArchive, 3);
    expect(requested()).toEqual([
      `PUT /records/originals/${SHA256}`,
      "GET /inbox/courts/1321/inbox/a.pdf",
      `GET /records/originals/${SHA256}`,
    ]);
    expect(heard[1]?.url.searchParams.get("versionId")).toBe("v1");
    const [own, enclosed] = await Promise.all([here.address(upload, AS), here.address(inArchive, AS)]);
    expect(new URL(own).searchParams.get("versionId")).toBe("v1");
    expect(new URL(own).pathname).toBe("/inbox/courts/1321/inbox/a.pdf");
    expect(new URL(enclosed).pathname).toBe(`/records/originals/${SHA256}`);
  });

  it("has a size, unless it is gone", async () => {
    const here = originals(client, places);
    answer = () => ({ headers: { "content-length": "1234" } });
    expect(await here.size(upload)).toBe(1234);
    expect(await here.size(inArchive)).toBe(1234);
    expect(requested()).toEqual(["HEAD /inbox/courts/1321/inbox/a.pdf", `HEAD /records/originals/${SHA256}`]);
    for (const gone of [403, 404, 405]) {
      answer = status(gone);
      expect(await here.size(upload)).toBeUndefined();
    }
    answer = status(500);
    await expect(here.size(upload)).rejects.toThrow();
  });
});

describe("a file that a court hands in", () => {
  const here = handIn(client, { inbox: "inbox", dropbox: "dropbox" });

  it("is put by the browser itself, to that key, of that size and checksum, within minutes", async () => {
    const { url, headers } = await here.upload("courts/1321/inbox/传票.pdf", { size: 8, checksum: "c2hh" });
    const { pathname, searchParams } = new URL(url);
    expect(decodeURIComponent(pathname)).toBe("/inbox/courts/1321/inbox/传票.pdf");
    expect(searchParams.get("X-Amz-SignedHeaders")).toBe(
      "content-length;content-type;host;x-amz-checksum-sha256",
    );
    expect(searchParams.get("X-Amz-Expires")).toBe("300");
    expect(headers).toEqual({ "content-type": "application/octet-stream", "x-amz-checksum-sha256": "c2hh" });
    expect(await here.origin()).toBe(endpoint);
    expect(await here.origin()).toBe(endpoint);
    expect(heard).toEqual([]);
  });

  it("without script is copied from where its form has laid it, in that version", async () => {
    answer = () => ({ body: "<CopyObjectResult><ETag>e</ETag></CopyObjectResult>" });
    await here.take({ key: "proofs/a b", versionId: "v 1" } as never, "courts/1321/inbox/a.pdf");
    expect(requested()).toEqual(["PUT /inbox/courts/1321/inbox/a.pdf"]);
    expect(heard[0]?.headers).toMatchObject({
      "x-amz-copy-source": "dropbox/proofs%2Fa%20b?versionId=v%201",
      "x-amz-metadata-directive": "REPLACE",
      "x-amz-checksum-algorithm": "SHA256",
      "content-type": "application/octet-stream",
    });
  });
});

describe("a file that a form drops", () => {
  const here = dropbox(client, "dropbox");
  const found = (headers: Readonly<Record<string, string>> = {}) => ({
    status: 206,
    headers: {
      "last-modified": "Tue, 08 Sep 2026 01:00:00 GMT",
      "x-amz-version-id": "v1",
      "x-amz-meta-name": "=?UTF-8?B?6K+B5piOLnBkZg==?=",
      "content-range": "bytes 0-7/123456",
      ...headers,
    },
    body: "%PDF-1.7",
  });

  it("goes to one key, is no larger than it may, and leads back to the page", async () => {
    const { url, fields } = await here.form("proofs/a", 1000, "https://desk.example.org/back");
    expect(new URL(url).pathname).toBe("/dropbox");
    expect(fields).toMatchObject({
      key: "proofs/a",
      "Content-Type": "application/octet-stream",
      success_action_redirect: "https://desk.example.org/back",
      "x-amz-meta-name": `\${filename}`,
    });
    const policy = JSON.parse(Buffer.from(fields.Policy ?? "", "base64").toString());
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ["content-length-range", 0, 1000],
        ["starts-with", "$x-amz-meta-name", ""],
      ]),
    );
    expect(await here.origin()).toBe(endpoint);
    expect(await here.origin()).toBe(endpoint);
  });

  it("is known by its beginning, with its own name and its whole size", async () => {
    answer = () => found();
    expect(await here.dropped("proofs/a")).toEqual({
      key: "proofs/a",
      versionId: "v1",
      name: "证明.pdf",
      size: 123456,
      at: MORNING,
      start: BYTES,
    });
    expect(heard[0]?.headers.range).toBe("bytes=0-31");
    answer = ({ headers }) =>
      headers.range === undefined ? { ...found(), status: 200, body: "" } : { status: 416 };
    expect(await here.dropped("proofs/empty")).toMatchObject({ start: new Uint8Array() });
    expect(heard.slice(1).map(({ headers }) => headers.range)).toEqual(["bytes=0-31", undefined]);
  });

  it("is not there where nothing was dropped, or it is gone; a refusal is a fault", async () => {
    for (const gone of [404, 405]) {
      answer = status(gone);
      expect(await here.dropped("proofs/a")).toBeUndefined();
    }
    answer = status(403);
    await expect(here.dropped("proofs/a")).rejects.toThrow();
    answer = () => ({ headers: { "x-amz-version-id": "v1" } });
    expect(await here.dropped("proofs/a")).toBeUndefined();
  });
});

it("a count goes on with that of the instant a message names, and with none that isn't ours", () => {
  expect(countToGoOn(JSON.stringify({ at: MORNING }))).toBe(MORNING);
  expect(() => countToGoOn("{}")).toThrow();
  expect(() => countToGoOn(JSON.stringify({ at: "soon" }))).toThrow();
});
