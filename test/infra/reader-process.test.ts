import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { afterAll, expect, it } from "vitest";
import { EsbuildBundle } from "../../infra/constructs/bundle.ts";
import { docx } from "../documents/support/zip.ts";

const folder = mkdtempSync(join(tmpdir(), "yingsu-reader-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("a bundle starts the reader that lies beside it, from a thread with an environment of its own", async () => {
  new EsbuildBundle({
    entry: "shared/documents/bounded/read-bounded.ts",
    processes: { "reader-process": "shared/documents/bounded/reader-process.ts" },
  }).tryBundle(folder);
  const code = `const { parentPort, workerData } = require("node:worker_threads");
    import(workerData.bundle).then(({ readBounded }) => readBounded(workerData.bytes)).then((read) => parentPort.postMessage(read));`;
  const bundle = pathToFileURL(join(folder, "index.mjs")).href;
  const bytes = new Uint8Array(docx("沂水县人民法院\n传票\n案号：（2026）鲁1323行初45号"));
  const worker = new Worker(code, { eval: true, env: {}, workerData: { bundle, bytes } });
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  worker.once("message", resolve).once("error", reject);
  expect(await promise).toMatchObject({
    ok: true,
    format: "docx",
    document: { kind: { value: "summons" }, caseNumbers: [{ value: "（2026）鲁1323行初45号" }] },
  });
  await worker.terminate();
});
