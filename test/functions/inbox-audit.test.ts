/** Which files of the inbox are queued once more? Those that nobody settled, once they have had their hour. */
import { describe, expect, it } from "vitest";
import { audit } from "../../functions/inbox-audit/audit.ts";
import type { SettledUpload } from "../../shared/domain/document.ts";
import { addMinutes, type Instant } from "../../shared/domain/time/time.ts";
import type { StoredFile } from "../../shared/ports/files.ts";
import type { Records } from "../../shared/ports/records.ts";
import { at } from "../support/case-builders.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";

const NOW = at("09-09", "07:00");
const SETTLED = { sha256: "a".repeat(64) } as SettledUpload;

describe("the daily audit of the inbox", () => {
  it("queues a file nobody settled, in each folder that takes files in, and says since when the oldest waits", async () => {
    const files = {
      "courts/1321/inbox/b.pdf": addMinutes(NOW, -600),
      "directory/list.xlsx": addMinutes(NOW, -900),
      "bureaus/yinan/copy.pdf": addMinutes(NOW, -700),
      "agencies/yinan-police/filing.pdf": addMinutes(NOW, -61),
      "proofs/anything.pdf": addMinutes(NOW, -900),
    };
    const { result, queued } = await audited(files, () => false);
    expect(queued).toEqual(Object.keys(files).filter((key) => !key.startsWith("proofs/")));
    expect(result).toMatchObject({ counts: { looked: 4, queued: 4 }, oldest: addMinutes(NOW, -900) });
  });

  it("leaves alone what is settled, in that version", async () => {
    const files = {
      "courts/1321/inbox/a.pdf": addMinutes(NOW, -600),
      "courts/1321/inbox/b.pdf": addMinutes(NOW, -600),
    };
    const { result, queued } = await audited(
      files,
      (key, version) => key.endsWith("a.pdf") && version === "v1",
    );
    expect(queued).toEqual(["courts/1321/inbox/b.pdf"]);
    expect(result).toMatchObject({ counts: { looked: 2, queued: 1 } });
    const others = await audited(files, (key, version) => key.endsWith("a.pdf") && version === "v2");
    expect(others.queued).toHaveLength(2);
  });

  it.each([
    [59, 0],
    [60, 1],
  ])("%s minutes after it came a file may still be on its way or not: %s queued", async (age, count) => {
    const { result } = await audited({ "courts/1321/inbox/a.pdf": addMinutes(NOW, -age) }, () => false);
    expect(result.counts.queued).toBe(count);
    expect("oldest" in result).toBe(count === 1);
  });
});

/** What an audit of a bucket with these files does where `settled` knows some of them. */
async function audited(files: Record<string, Instant>, settled: (key: string, version: string) => boolean) {
  let now = NOW;
  const inbox = memoryFiles(() => now);
  for (const [key, arrived] of Object.entries(files)) {
    now = arrived;
    await inbox.write(key, new Uint8Array([1]), "application/pdf");
  }
  const queue: StoredFile[] = [];
  const records: Pick<Records, "settledUpload" | "uploads"> = {
    async *uploads() {},
    settledUpload: async (key, version) => (settled(key, version) ? SETTLED : undefined),
  };
  const result = await audit(
    { records, inbox, queue: { enqueue: async (file) => void queue.push(file as StoredFile) } },
    { now: NOW, clock: NOW },
  );
  const order = Object.keys(files);
  return {
    result,
    queued: queue.map(({ key }) => key).toSorted((one, other) => order.indexOf(one) - order.indexOf(other)),
  };
}
