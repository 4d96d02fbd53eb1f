/** What every implementation of IntakeQueue must do, as whoever reads the queue sees it. */
import { describe, expect, it } from "vitest";
import { instant } from "../../shared/domain/time/time.ts";
import type { StoredFile } from "../../shared/ports/files.ts";
import type { IntakeQueue } from "../../shared/ports/intake-queue.ts";

const file = (name: string, second: number): StoredFile => ({
  key: `courts/1302/inbox/${name}`,
  versionId: `version-${second}`,
  size: 2048,
  at: instant(`2026-09-08T01:00:0${second}Z`),
});

/** `setUp`: an empty queue, and the files that a reader of it is brought, in their order. */
export function intakeQueueContract(
  name: string,
  setUp: () => Promise<{ readonly queue: IntakeQueue; readonly read: () => readonly StoredFile[] }>,
): void {
  describe(`intake queue on ${name}`, () => {
    it("brings each file it is asked for, whatever its name, with its version and its time", async () => {
      const { queue, read } = await setUp();
      const files = [file("传票 1+2%(副本)&'\"<>.pdf", 1), file("a", 2)];
      for (const one of files) await queue.enqueue(one);
      expect(read()).toEqual(files);
    });

    it("brings a file as often as it is asked for it", async () => {
      const { queue, read } = await setUp();
      await Promise.all([queue.enqueue(file("a", 1)), queue.enqueue(file("a", 1))]);
      expect(read()).toEqual([file("a", 1), file("a", 1)]);
    });
  });
}
