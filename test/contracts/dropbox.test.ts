import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ObjectStore } from "../../infra/local/engines/s3/object-store.ts";
import { dropbox } from "../../shared/adapters/dropbox.ts";
import { evidence } from "../../shared/adapters/evidence.ts";
import { instant } from "../../shared/domain/time/time.ts";
import type { UploadForm } from "../../shared/ports/dropbox.ts";
import { startLocalS3 } from "../support/local-s3.ts";
import { memoryDropbox, memoryEvidence } from "../support/memory/memory-dropbox.ts";
import { dropboxContract, evidenceContract } from "./dropbox.contract.ts";

const folder = mkdtempSync(join(tmpdir(), "yingsu-dropbox-"));
const server = await startLocalS3();
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});
let buckets = 0;
function bucket(options: { readonly locked: boolean }): string {
  buckets += 1;
  const name = `bucket-${buckets}`;
  server.serve(new ObjectStore(name, true, join(folder, name), Date.now, options));
  return name;
}

/** As a browser sends a form: fields in their order, the file last. */
function send({ url, fields }: UploadForm, file: { readonly name: string; readonly bytes: Uint8Array }) {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.append(field, value);
  data.append("file", new Blob([new Uint8Array(file.bytes)]), file.name);
  return fetch(url, { method: "POST", body: data, redirect: "manual" });
}

dropboxContract("memory", async () => {
  const box = memoryDropbox(() => instant("2026-09-08T09:00:00+08:00"));
  return { box, send: box.send };
});
dropboxContract("the local S3", async () => ({
  box: dropbox(server.client, bucket({ locked: false })),
  send,
}));
evidenceContract("memory", async () => ({ evidence: memoryEvidence() }));
evidenceContract("the local S3", async () => ({
  evidence: evidence(server.client, bucket({ locked: true })),
  fetched: (address) => fetch(address),
}));

describe("a form of the local S3", () => {
  const fresh = async () =>
    dropbox(server.client, bucket({ locked: false })).form("proofs/k/1", 10, "https://desk.example.org/t");
  const file = { name: "x.pdf", bytes: new Uint8Array(1) };

  it.each(["key", "Content-Type", "success_action_redirect"])("with another %s is refused", async (field) => {
    const { url, fields } = await fresh();
    expect((await send({ url, fields: { ...fields, [field]: "https://elsewhere/" } }, file)).status).toBe(
      403,
    );
  });

  it("into a bucket that locks what it gets is refused: hence a bucket of its own", async () => {
    const form = await dropbox(server.client, bucket({ locked: true })).form(
      "k",
      10,
      "https://desk.example.org/t",
    );
    const answer = await send(form, file);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Content-MD5 OR x-amz-checksum-");
  });
});
