import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ObjectStore } from "../../infra/local/engines/s3/object-store.ts";
import { caseDownloads } from "../../shared/adapters/case-table/downloads.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { originals } from "../../shared/adapters/originals.ts";
import { pickup } from "../../shared/adapters/pickup.ts";
import type { Files } from "../../shared/ports/files.ts";
import { startCaseTableEngine } from "../support/case-table-engine.ts";
import { startLocalS3 } from "../support/local-s3.ts";
import { memoryDownloads } from "../support/memory/memory-downloads.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { memoryOriginals } from "../support/memory/memory-originals.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { JURISDICTION, MORNING } from "../support/stored-things.ts";
import { downloadsContract, originalsContract } from "./originals.contract.ts";

const folder = mkdtempSync(join(tmpdir(), "yingsu-originals-"));
const server = await startLocalS3();
const engine = await startCaseTableEngine();
afterAll(async () => {
  await server.stop();
  await engine.stop();
  rmSync(folder, { recursive: true });
});

/** A file laid into an inbox; its version. */
async function uploaded(inbox: Files, key: string, text: string): Promise<string> {
  const before = new Set((await Array.fromAsync(inbox.list(key))).map(({ versionId }) => versionId));
  await inbox.write(key, new TextEncoder().encode(text), "application/octet-stream");
  const all = await Array.fromAsync(inbox.list(key));
  return all.find(({ versionId }) => !before.has(versionId))?.versionId ?? "";
}

let buckets = 0;
function bucket(): string {
  buckets += 1;
  const name = `bucket-${buckets}`;
  server.serve(new ObjectStore(name, true, join(folder, name), Date.now, { locked: true }));
  return name;
}

originalsContract("memory", async () => {
  const inbox = memoryFiles(() => MORNING);
  return { originals: memoryOriginals(inbox), upload: (key, text) => uploaded(inbox, key, text) };
});

originalsContract("the local S3", async () => {
  const places = { inbox: bucket(), records: bucket() };
  const inbox = fileBucket(server.client, places.inbox);
  return {
    originals: originals(server.client, places),
    upload: (key, text) => uploaded(inbox, key, text),
    fetched: (address) => fetch(address),
  };
});

describe("an address of an original on the local S3", () => {
  it("is good for its version and key and for nothing else", async () => {
    const places = { inbox: bucket(), records: bucket() };
    const inbox = fileBucket(server.client, places.inbox);
    const key = "courts/1321/inbox/传票 (1)'.pdf";
    for (const text of ["first", "second"])
      await inbox.write(key, new TextEncoder().encode(text), "application/pdf");
    await inbox.write("courts/1321/inbox/other.pdf", new TextEncoder().encode("other"), "application/pdf");
    const [second, first] = await Array.fromAsync(inbox.list(key));
    const address = await originals(server.client, places).address(
      { key, versionId: first?.versionId ?? "", sha256: "aa", enclosed: false },
      { name: "传票 (1)'.pdf", contentType: "application/pdf" },
    );
    expect(await (await fetch(address)).text()).toBe("first");
    const altered = (from: string | RegExp, to: string) => {
      const other = address.replace(from, to);
      expect(other).not.toBe(address);
      return fetch(other);
    };
    const answers = await Promise.all([
      altered(`versionId=${first?.versionId}`, `versionId=${second?.versionId}`),
      altered(/versionId=[^&]+&|&versionId=[^&]+/, ""),
      altered("disposition=attachment", "disposition=inline"),
      altered("X-Amz-Expires=300", "X-Amz-Expires=86400"),
      altered(/[^/]+\?/, "other.pdf?"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });
});

describe("what was made for somebody to fetch, on the local S3", () => {
  it("is got under its name, and the same bytes twice are one file", async () => {
    const made = pickup(server.client, bucket());
    const bytes = new TextEncoder().encode("an archive");
    const as = { name: "（2026）鲁1321行初77号卷宗.zip", contentType: "application/zip" };
    const [one, again] = [await made.offer(bytes, as), await made.offer(bytes, as)];
    expect(again.sha256).toBe(one.sha256);
    const answer = await fetch(one.address);
    expect(await answer.text()).toBe("an archive");
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(as.name)}`,
    );
    expect(answer.headers.get("content-type")).toBe("application/zip");
  });
});

downloadsContract("memory", async () => memoryDownloads(memoryTable(JURISDICTION)));
downloadsContract("the local engine", async () => caseDownloads(engine.client, await engine.freshTable()));
