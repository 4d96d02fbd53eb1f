import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchFolder } from "../../../../infra/local/city/upload-folder.ts";

const PLACES = [
  "courts/1302/inbox",
  "bureaus/lanshan-justice/inbox",
  "agencies/yinan-police/inbox",
  "directory",
];
let folder = "";
let arrived: [path: string, text: string][] = [];
let misplaced: string[] = [];
let failed: [path: string, why: string][] = [];
let watching: { close(): void } | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yingsu-inbox-"));
  [arrived, misplaced, failed] = [[], [], []];
});
afterEach(() => {
  watching?.close();
  rmSync(folder, { recursive: true });
});

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const start = async () => {
  watching = await watchFolder(folder, PLACES, {
    arrived: async (path, bytes) => {
      arrived.push([path, Buffer.from(bytes).toString()]);
      if (path.endsWith("refused.txt")) throw new Error("the inbox is full");
    },
    misplaced: (path) => void misplaced.push(path),
    failed: (path, why) => void failed.push([path, why]),
  });
};
const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 50 });

describe("the upload folder", () => {
  it("takes what is dropped into anybody's folder, or into folders made there later", async () => {
    await start();
    put("courts/1302/inbox/a.txt", "a");
    put("courts/1302/inbox/九月/上旬/b.txt", "b");
    put("bureaus/lanshan-justice/inbox/c.json", "c");
    put("agencies/yinan-police/inbox/d.docx", "d");
    put("directory/directory.json", "e");
    await until(() =>
      expect(arrived.toSorted()).toEqual([
        ["agencies/yinan-police/inbox/d.docx", "d"],
        ["bureaus/lanshan-justice/inbox/c.json", "c"],
        ["courts/1302/inbox/a.txt", "a"],
        ["courts/1302/inbox/九月/上旬/b.txt", "b"],
        ["directory/directory.json", "e"],
      ]),
    );
    expect([misplaced, failed]).toEqual([[], []]);
  });

  it("takes a file once, when it has stopped growing, and again when it has changed", async () => {
    await start();
    for (const part of ["first ", "second ", "third"]) {
      mkdirSync(join(folder, "courts/1302/inbox"), { recursive: true });
      appendFileSync(join(folder, "courts/1302/inbox/long.txt"), part);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await until(() => expect(arrived).toEqual([["courts/1302/inbox/long.txt", "first second third"]]));
    put("courts/1302/inbox/long.txt", "mended");
    await until(() => expect(arrived.slice(1)).toEqual([["courts/1302/inbox/long.txt", "mended"]]));
  });

  it("takes a file that is moved in whole", async () => {
    await start();
    put("elsewhere.txt", "moved");
    renameSync(join(folder, "elsewhere.txt"), join(folder, "courts/1302/inbox/moved.txt"));
    await until(() => expect(arrived).toEqual([["courts/1302/inbox/moved.txt", "moved"]]));
  });

  it("leaves alone what lay there before, and what programs keep for themselves", async () => {
    put("courts/1302/inbox/old.txt", "old");
    await start();
    put("courts/1302/inbox/.DS_Store", "");
    put("courts/1302/inbox/~$传票.docx", "");
    put("courts/1302/inbox/传票.pdf.crdownload", "");
    put("courts/1302/inbox/new.txt", "new");
    await until(() => expect(arrived).toEqual([["courts/1302/inbox/new.txt", "new"]]));
  });

  it("says so where a file lies where nobody may upload", async () => {
    await start();
    put("stray.txt", "x");
    put("courts/1302/stray.txt", "x");
    await until(() => expect(misplaced.toSorted()).toEqual(["courts/1302/stray.txt", "stray.txt"]));
    expect(arrived).toEqual([]);
  });

  it("swallows no error: of the upload, or of reading the file", async () => {
    await start();
    put("courts/1302/inbox/refused.txt", "x");
    await until(() => expect(failed).toEqual([["courts/1302/inbox/refused.txt", "the inbox is full"]]));
    // Root may read everything.
    if (process.getuid?.() === 0) return;
    put("courts/1302/inbox/locked.txt", "x");
    chmodSync(join(folder, "courts/1302/inbox/locked.txt"), 0o000);
    await until(() => expect(failed[1]?.[1]).toContain("EACCES"));
  });
});
