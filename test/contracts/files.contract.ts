/** What every implementation of Files must do. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Files } from "../../shared/ports/files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const KEY = "courts/1321/inbox/传票 + 1&2.pdf";

/** `fresh`: an empty bucket with versions. */
export function filesContract(name: string, fresh: () => Promise<Files>): void {
  describe(`files on ${name}`, () => {
    let files: Files;
    beforeEach(async () => {
      files = await fresh();
    });

    it("gives back what was written, whatever its name", async () => {
      await files.write(KEY, bytes("第一版"), "application/pdf");
      expect(await text(files.read(KEY, undefined, 100))).toBe("第一版");
    });

    it("keeps every version and lists each", async () => {
      await files.write(KEY, bytes("第一版"), "application/pdf");
      await files.write(KEY, bytes("second"), "application/pdf");
      const listed = await Array.fromAsync(files.list("courts/"));
      expect(listed.map(({ key }) => key)).toEqual([KEY, KEY]);
      const contents = await Promise.all(
        listed.map(({ versionId }) => text(files.read(KEY, versionId, 100))),
      );
      expect(contents.toSorted()).toEqual(["second", "第一版"]);
      expect(listed.map(({ size }) => size).toSorted()).toEqual([6, 9]);
      expect(await text(files.read(KEY, undefined, 100))).toBe("second");
      for (const { at } of listed) expect(at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    });

    it("lists only what begins with the prefix", async () => {
      for (const key of ["courts/1302/inbox/a", "courts/1321/inbox/b", "directory/c"]) {
        await files.write(key, bytes("x"), "text/plain");
      }
      expect((await Array.fromAsync(files.list("courts/1321/"))).map(({ key }) => key)).toEqual([
        "courts/1321/inbox/b",
      ]);
      expect(await Array.fromAsync(files.list("nothing/"))).toEqual([]);
    });

    it("does not read more than it is allowed", async () => {
      await files.write(KEY, new Uint8Array(2_000_000), "application/pdf");
      expect(await files.read(KEY, undefined, 1_999_999)).toBe("too-large");
      expect(await files.read(KEY, undefined, 2_000_000)).toHaveLength(2_000_000);
    });

    it("reads an empty file, and knows one that isn't there", async () => {
      await files.write(KEY, new Uint8Array(), "application/pdf");
      expect(await files.read(KEY, undefined, 100)).toHaveLength(0);
      expect(await files.read("courts/none", undefined, 100)).toBe("missing");
      expect(await files.read("courts/none", "v1", 100)).toBe("missing");
    });
  });
}

async function text(read: ReturnType<Files["read"]>): Promise<string> {
  const found = await read;
  return typeof found === "string" ? found : new TextDecoder().decode(found);
}
