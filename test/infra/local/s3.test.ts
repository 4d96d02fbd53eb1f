import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Activity } from "../../../infra/local/engines/activity.ts";
import { CloudClock } from "../../../infra/local/engines/clock.ts";
import { Faults } from "../../../infra/local/engines/faults.ts";
import { FrontDoor } from "../../../infra/local/engines/front-door.ts";
import { AwsChunkedDecoder } from "../../../infra/local/engines/s3/aws-chunked.ts";
import { objectCreated } from "../../../infra/local/engines/s3/object-created.ts";
import { ObjectStore, type Version } from "../../../infra/local/engines/s3/object-store.ts";
import { S3Service } from "../../../infra/local/engines/s3/s3-service.ts";

const directory = mkdtempSync(join(tmpdir(), "s3-test-"));
const now = () => Date.parse("2026-09-01T00:00:00Z");
const created: { version: Version; reason: string }[] = [];
let door: FrontDoor;
let s3: S3Client;

beforeAll(async () => {
  const stores = [
    new ObjectStore("inbox", true, join(directory, "inbox"), now),
    new ObjectStore("plain", false, join(directory, "plain"), now),
  ];
  door = await FrontDoor.open({
    activity: new Activity(),
    clock: new CloudClock(),
    faults: new Faults((key) => key),
    kill: async () => {},
  });
  door.serve(
    "s3",
    new S3Service(stores, now, (_, version, reason) => void created.push({ version, reason })),
  );
  s3 = new S3Client({
    endpoint: door.address("s3"),
    region: "cn-north-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
});
afterAll(async () => {
  s3.destroy();
  await door.close();
  rmSync(directory, { recursive: true });
});

const text = async (Key: string, more: object = {}) => {
  const object = await s3.send(new GetObjectCommand({ Bucket: "inbox", Key, ...more }));
  return { ...object, text: (await object.Body?.transformToString()) ?? "" };
};
const put = (Key: string, Body: string | Uint8Array | Readable, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket: "inbox", Key, Body, ...more }));

describe("objects, by the real client with its default checksums", () => {
  it("keeps bytes, type and metadata under any key", async () => {
    const key = "courts/1302/inbox/传票 1+2%(副本)&'.txt";
    const { ETag, ChecksumCRC32, VersionId } = await put(key, "出庭", {
      ContentType: "text/plain; charset=utf-8",
      Metadata: { sender: "court-1302" },
    });
    const read = await text(key);
    expect(read.text).toBe("出庭");
    expect(read).toMatchObject({
      ETag,
      VersionId,
      ContentType: "text/plain; charset=utf-8",
      Metadata: { sender: "court-1302" },
    });
    expect(ChecksumCRC32).toBe(read.ChecksumCRC32);
    expect(created.at(-1)).toMatchObject({ version: { key, size: 6 }, reason: "PutObject" });
  });

  it("takes a stream of many chunks through aws-chunked framing", async () => {
    const bytes = randomBytes(3 * 1024 * 1024 + 17);
    const chunks = function* () {
      for (let at = 0; at < bytes.length; at += 70_000) yield bytes.subarray(at, at + 70_000);
    };
    await put("big.bin", Readable.from(chunks()), {
      ContentLength: bytes.length,
      ChecksumAlgorithm: "SHA256",
    });
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: "inbox", Key: "big.bin" }));
    expect(Buffer.compare(Buffer.from((await Body?.transformToByteArray()) ?? []), bytes)).toBe(0);
  });

  it("refuses bytes that don't match their checksum and keeps nothing of them", async () => {
    const files = () => readdirSync(join(directory, "inbox")).length;
    const before = files();
    const wrong = { ChecksumSHA256: Buffer.alloc(32).toString("base64") };
    await expect(put("wrong.txt", "text", wrong)).rejects.toMatchObject({ name: "BadDigest" });
    await expect(put("wrong.txt", "text", { ContentMD5: "AAAAAAAAAAAAAAAAAAAAAA==" })).rejects.toMatchObject({
      name: "BadDigest",
    });
    await expect(text("wrong.txt")).rejects.toMatchObject({ name: "NoSuchKey" });
    expect(files()).toBe(before);
  });

  it("writes only where nothing is, if asked to", async () => {
    await put("once.txt", "first", { IfNoneMatch: "*" });
    await expect(put("once.txt", "second", { IfNoneMatch: "*" })).rejects.toMatchObject({
      name: "PreconditionFailed",
      $metadata: { httpStatusCode: 412 },
    });
    expect((await text("once.txt")).text).toBe("first");
  });

  it("reads parts of an object", async () => {
    await put("range.txt", "0123456789");
    expect(await text("range.txt", { Range: "bytes=2-4" })).toMatchObject({
      text: "234",
      ContentRange: "bytes 2-4/10",
    });
    expect((await text("range.txt", { Range: "bytes=-3" })).text).toBe("789");
    await expect(text("range.txt", { Range: "bytes=10-" })).rejects.toMatchObject({ name: "InvalidRange" });
  });

  it("keeps versions, and marks instead of deleting", async () => {
    const first = await put("versioned.txt", "one");
    await put("versioned.txt", "two");
    await s3.send(new DeleteObjectCommand({ Bucket: "inbox", Key: "versioned.txt" }));
    await expect(text("versioned.txt")).rejects.toMatchObject({ name: "NoSuchKey" });
    expect((await text("versioned.txt", { VersionId: first.VersionId })).text).toBe("one");
    const { Versions = [], DeleteMarkers = [] } = await s3.send(
      new ListObjectVersionsCommand({ Bucket: "inbox", Prefix: "versioned.txt" }),
    );
    expect(Versions.map(({ IsLatest }) => IsLatest)).toEqual([false, false]);
    expect(DeleteMarkers.map(({ IsLatest }) => IsLatest)).toEqual([true]);
    const [newer = "", older = ""] = created
      .slice(-2)
      .reverse()
      .map(({ version }) => version.sequencer);
    expect(newer > older).toBe(true);
  });

  it("lists by pages and folders", async () => {
    for (const key of ["list/a 1", "list/b/1", "list/b/2", "list/中"]) await put(key, "x");
    const list = (more: object) =>
      s3.send(new ListObjectsV2Command({ Bucket: "inbox", Prefix: "list/", ...more }));
    const folders = await list({ Delimiter: "/" });
    expect(folders.Contents?.map(({ Key }) => Key)).toEqual(["list/a 1", "list/中"]);
    expect(folders.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(["list/b/"]);
    const first = await list({ MaxKeys: 3 });
    const rest = await list({ ContinuationToken: first.NextContinuationToken });
    expect([first.KeyCount, first.IsTruncated, rest.Contents?.map(({ Key }) => Key)]).toEqual([
      3,
      true,
      ["list/中"],
    ]);
  });

  it("copies, and tells what is missing as S3 does", async () => {
    await put("source.txt", "copied", { Metadata: { a: "b" } });
    await s3.send(
      new CopyObjectCommand({ Bucket: "plain", Key: "copy.txt", CopySource: "inbox/source.txt" }),
    );
    const head = await s3.send(new HeadObjectCommand({ Bucket: "plain", Key: "copy.txt" }));
    expect(head).toMatchObject({ ContentLength: 6, Metadata: { a: "b" } });
    await expect(s3.send(new HeadObjectCommand({ Bucket: "plain", Key: "none" }))).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(s3.send(new GetObjectCommand({ Bucket: "none", Key: "x" }))).rejects.toMatchObject({
      name: "NoSuchBucket",
    });
  });
});

describe("uploads without the client", () => {
  const signed = (key: string, date: string) =>
    `${door.address("s3")}/inbox/${key}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=${date}&X-Amz-Expires=900&X-Amz-Signature=0`;

  it("takes a PUT to a signed address until it expires", async () => {
    const body = new Uint8Array(Buffer.from("signed"));
    expect((await fetch(signed("signed.txt", "20260831T235000Z"), { method: "PUT", body })).status).toBe(200);
    expect((await text("signed.txt")).text).toBe("signed");
    const late = await fetch(signed("late.txt", "20260831T230000Z"), { method: "PUT", body });
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining("expired")]);
  });

  const form = (key: string, file: Uint8Array<ArrayBuffer>, expiration = "2026-09-01T01:00:00Z") => {
    const policy = {
      expiration,
      conditions: [
        { bucket: "inbox" },
        ["starts-with", "$key", "courts/1302/inbox/"],
        ["content-length-range", 1, 100_000],
      ],
    };
    const data = new FormData();
    data.set("key", key);
    data.set("Content-Type", "application/pdf");
    data.set("policy", Buffer.from(JSON.stringify(policy)).toString("base64"));
    data.set("file", new Blob([file]), "传票.pdf");
    return fetch(`${door.address("s3")}/inbox`, { method: "POST", body: data });
  };

  it("takes a web form, byte for byte", async () => {
    const bytes = new Uint8Array(randomBytes(90_000));
    bytes.set(Buffer.from("\r\n--\r\n\r\n------"), 40_000);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
    expect((await form("courts/1302/inbox/${filename}", bytes)).status).toBe(204);
    const { Body, ContentType } = await s3.send(
      new GetObjectCommand({ Bucket: "inbox", Key: "courts/1302/inbox/传票.pdf" }),
    );
    expect(ContentType).toBe("application/pdf");
    expect(Buffer.compare(Buffer.from((await Body?.transformToByteArray()) ?? []), bytes)).toBe(0);
    expect(created.at(-1)?.reason).toBe("POST Object");
  });

  it("holds a form against its policy", async () => {
    const small = new Uint8Array(10);
    expect((await form("courts/1311/inbox/x", small)).status).toBe(403);
    expect((await form("courts/1302/inbox/x", small, "2026-08-31T00:00:00Z")).status).toBe(403);
    expect((await form("courts/1302/inbox/x", new Uint8Array(100_001))).status).toBe(400);
  });
});

describe("aws-chunked framing", () => {
  const decode = async (framed: Buffer, cut: number) => {
    const decoder = new AwsChunkedDecoder();
    const pieces: Buffer[] = [];
    for (let at = 0; at < framed.length; at += cut) pieces.push(framed.subarray(at, at + cut));
    const out: Buffer[] = [];
    for await (const chunk of Readable.from(pieces).pipe(decoder)) out.push(chunk);
    return { body: Buffer.concat(out), trailers: decoder.trailers };
  };

  it("comes off however the bytes arrive, signed or not", async () => {
    const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(chunks, fc.integer({ min: 1, max: 30 }), fc.boolean(), async (parts, cut, signed) => {
        const signature = signed ? `;chunk-signature=${"0".repeat(64)}` : "";
        const framed = Buffer.concat([
          ...parts.flatMap((part) => [
            Buffer.from(`${part.length.toString(16)}${signature}\r\n`),
            Buffer.from(part),
            Buffer.from("\r\n"),
          ]),
          Buffer.from(`0${signature}\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n`),
        ]);
        const { body, trailers } = await decode(framed, cut);
        expect(body).toEqual(Buffer.concat(parts));
        expect(trailers.get("x-amz-checksum-crc32")).toBe("AAAAAA==");
      }),
      { numRuns: 50 },
    );
  });

  it.each(["5\r\nab", "zz\r\n", "2\r\nabc\r\n0\r\n\r\n", "0\r\n\r\nmore"])("refuses %j", async (framed) => {
    // A pipe doesn't pass errors on; the decoder's own is what counts.
    const decoder = new AwsChunkedDecoder();
    decoder.end(Buffer.from(framed));
    await expect(decoder.toArray()).rejects.toMatchObject({ code: "IncompleteBody" });
  });
});

it("tells EventBridge of an object in the shape S3 uses", () => {
  const version = {
    ...(created[0]?.version as Version),
    key: "courts/1302/inbox/传 票.txt",
    id: "v1",
    sequencer: "00A",
  };
  const { detail, ...event } = objectCreated(
    { name: "inbox", arn: "arn:aws:s3:::inbox" },
    version,
    "PutObject",
    "123456789012",
  );
  expect(event).toEqual({
    source: "aws.s3",
    detailType: "Object Created",
    resources: ["arn:aws:s3:::inbox"],
  });
  expect(detail).toMatchObject({
    version: "0",
    bucket: { name: "inbox" },
    object: {
      key: "courts/1302/inbox/传 票.txt",
      size: version.size,
      etag: version.etag,
      "version-id": "v1",
      sequencer: "00A",
    },
    requester: "123456789012",
    "source-ip-address": "127.0.0.1",
    reason: "PutObject",
  });
});
