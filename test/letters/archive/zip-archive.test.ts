/** An archive as ZIP: readable by another reader, the same whenever it is made, with names that no system takes for a path. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manifestOf } from "../../../shared/letters/archive/manifest.ts";
import { fileName, zipOf } from "../../../shared/letters/archive/zip-archive.ts";
import { unzipped } from "../../support/unzipped.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("an archive", () => {
  it("gives back what was put in, Chinese names and bytes that are packed already", async () => {
    const files = [
      {
        path: "1-文书/001 传票20260908.pdf",
        bytes: Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251),
      },
      { path: "4-办理经过/办理经过.txt", bytes: bytes("登记案件\n".repeat(500)) },
      { path: "SHA256SUMS", bytes: new Uint8Array() },
    ];
    const zip = zipOf(files);
    const back = await unzipped(zip);
    expect([...back.keys()]).toEqual(files.map(({ path }) => path));
    for (const { path, bytes: was } of files) expect(back.get(path)).toEqual(was);
    expect(zip.length).toBeLessThan(5000 + 2000);
    expect(zipOf(files)).toEqual(zip);
  });

  it("is refused where two files have one name", () => {
    const file = { path: "a.txt", bytes: bytes("a") };
    expect(() => zipOf([file, file])).toThrow("two files of the archive are called a.txt");
  });
});

describe("a file's name", () => {
  it.each([
    ["住院证明（盖章）.pdf", "住院证明（盖章）.pdf"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["a\\b:c*d?.txt", "a_b_c_d_.txt"],
    ["证明\u202Efdp.exe", "证明_fdp.exe"],
    [`${"长".repeat(200)}.pdf`, `${"长".repeat(60)}.pdf`],
  ])("%s", (given, name) => {
    expect(fileName(given)).toBe(name);
  });

  it("never is a path, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (given) => {
        expect(fileName(given)).not.toMatch(/^\.|[\\/\p{Cc}]/u);
      }),
    );
  });
});

describe("a manifest", () => {
  it("is a line a file, by path, as sha256sum reads it", () => {
    expect(
      manifestOf([
        { path: "b 2.txt", sha256: "22" },
        { path: "a.txt", sha256: "11" },
      ]),
    ).toBe("11  a.txt\n22  b 2.txt\n");
  });
});
