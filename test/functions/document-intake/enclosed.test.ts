/** Whose archives are opened? */
import { describe, expect, it } from "vitest";
import { enclosedIn, worstOf } from "../../../functions/document-intake/archive.ts";
import type { Source } from "../../../shared/casework/documents/arriving.ts";
import { zip } from "../../documents/support/zip.ts";
import { at } from "../../support/case-builders.ts";
import { anAgency } from "../../support/stored-things.ts";

const OBJECT = { key: "agencies/yinan-police/卷宗.zip", versionId: "v1", size: 500, at: at("09-08") };
const ARCHIVE = zip({ "备案表.txt": "一", "说明.txt": "二二" });
const names = async (folder: Source["folder"], uploader: Source["uploader"], bytes: Uint8Array = ARCHIVE) =>
  (await enclosedIn(OBJECT, bytes, { folder, uploader, bureau: undefined, bureaus: [] }))?.map(
    ({ object }) => object,
  );

describe("an archive", () => {
  it.each(["courts", "bureaus", "agencies"] as const)(
    "of somebody known in %s is the files in it, each under its own name and size",
    async (folder) => {
      expect(await names(folder, anAgency())).toEqual([
        { ...OBJECT, key: `${OBJECT.key}!/备案表.txt`, size: 3 },
        { ...OBJECT, key: `${OBJECT.key}!/说明.txt`, size: 6 },
      ]);
    },
  );

  it.each([
    ["directory", undefined],
    ["directory", anAgency()],
    ["agencies", undefined],
    ["courts", undefined],
  ] as const)("in %s of %s stays one file", async (folder, uploader) => {
    expect(await names(folder, uploader)).toBeUndefined();
  });

  it("that is none stays one file", async () => {
    expect(await names("courts", anAgency(), new Uint8Array([80, 75, 3, 4, 0, 0]))).toBeUndefined();
  });
});

describe("what became of an archive", () => {
  it("is the worst that became of a file in it", () => {
    expect(worstOf(["read", "rejected", "read"])).toBe("rejected");
    expect(worstOf(["needs-review", "read"])).toBe("needs-review");
    expect(worstOf(["read", "unclaimed", "rejected"])).toBe("unclaimed");
    expect(worstOf(["read", "already-settled"])).toBe("read");
    expect(worstOf(["already-settled"])).toBe("already-settled");
    expect(worstOf([])).toBe("already-settled");
  });
});
