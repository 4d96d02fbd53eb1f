import { describe, expect, it } from "vitest";
import { ARCHIVE_LIMITS, entriesOf } from "../../../shared/documents/formats/archive.ts";
import { gbk } from "../support/gbk.ts";
import { zip } from "../support/zip.ts";

const namesOf = async (bytes: Uint8Array) => {
  const result = await entriesOf(bytes);
  return result.ok ? result.entries.map(({ name }) => name) : result.reason;
};

/** The archive with a name of as many bytes put in place of another, wherever it stands. */
function renamed(archive: Buffer, from: string, to: Buffer): Buffer {
  const changed = Buffer.from(archive);
  for (let at = changed.indexOf(from); at !== -1; at = changed.indexOf(from, at + 1)) to.copy(changed, at);
  return changed;
}

describe("the files of an archive", () => {
  it("come with their bytes, in the archive's order; folders and what systems leave behind don't", async () => {
    const archive = zip({
      "卷/": "",
      "卷/b.txt": "乙",
      "a.txt": "甲",
      "__MACOSX/卷/._b.txt": "x",
      "卷/.DS_Store": "x",
      "卷/Thumbs.db": "x",
      "~$a.docx": "x",
    });
    const result = await entriesOf(archive);
    expect(result.ok && result.entries.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
      ["卷/b.txt", "乙"],
      ["a.txt", "甲"],
    ]);
  });

  it.each<[string, Buffer, string]>([
    ["UTF-8 without a word about it", zip({ "传票.pdf": "x" }), "传票.pdf"],
    ["GBK", renamed(zip({ "abcdefgh.txt": "x" }), "abcdefgh.txt", gbk("传票笔录.txt")), "传票笔录.txt"],
    ["backslashes", zip({ "卷\\传票.pdf": "x" }), "卷/传票.pdf"],
    ["control characters and roots", zip({ "/\u0007传\n票.pdf": "x" }), "传票.pdf"],
    [
      "very long ones, of which the end is kept",
      zip({ [`${"长".repeat(300)}.pdf`]: "x" }),
      `${"长".repeat(196)}.pdf`,
    ],
  ])("names: %s", async (_, archive, name) => expect(await namesOf(archive)).toEqual([name]));

  it("of one name are told apart: neither is lost", async () => {
    const archive = renamed(zip({ "aa.txt": "1", "ab.txt": "2" }), "ab.txt", Buffer.from("aa.txt"));
    expect(await namesOf(archive)).toEqual(["aa.txt", "aa.txt (2)"]);
  });
});

describe("an archive is refused whole", () => {
  const many = (count: number) =>
    zip(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}`, "x"])));
  const encrypted = Buffer.from(zip({ "a.txt": "x" }));
  for (const [header, flags] of [
    ["PK\x03\x04", 6],
    ["PK\x01\x02", 8],
  ] as const)
    encrypted.writeUInt16LE(1, encrypted.indexOf(header, 0, "latin1") + flags);

  it.each<[string, () => Buffer, object]>([
    ["of more files than are read", () => many(ARCHIVE_LIMITS.entries + 1), { kind: "bomb" }],
    ["that unpacks beyond measure", () => zip({ a: Buffer.alloc(6_000_000) }), { kind: "bomb" }],
    ["that hides its size", () => zip({ a: Buffer.alloc(6_000_000) }, 10), { kind: "broken" }],
    ["with a password", () => encrypted, { kind: "encrypted" }],
    ["without files", () => zip({ "a/": "" }), { kind: "empty" }],
    ["cut short", () => zip({ a: "x" }).subarray(0, 40), { kind: "broken" }],
    [
      "damaged inside",
      () => renamed(zip({ "a.txt": "some words, some words" }), "PK\x03\x04", Buffer.from("XXXX")),
      { kind: "broken" },
    ],
  ])("%s", async (_, archive, reason) => expect(await namesOf(archive())).toMatchObject(reason));

  it("and with exactly as many as are read it is read", async () => {
    expect(await namesOf(many(ARCHIVE_LIMITS.entries))).toHaveLength(ARCHIVE_LIMITS.entries);
  });
});
