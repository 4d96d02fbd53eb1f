/** What every implementation of Originals and Downloads must do. */
import { beforeEach, describe, expect, it } from "vitest";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import type { Download } from "../../shared/domain/originals/download.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import type { Downloads } from "../../shared/ports/downloads.ts";
import type { Originals } from "../../shared/ports/originals.ts";
import { CASE, MORNING } from "../support/stored-things.ts";

const AS = { name: "（2026）鲁1321行初23号传票.pdf", contentType: "application/pdf" };
const KEY = "courts/1321/inbox/传票 1.pdf";

export interface OriginalsUnderTest {
  readonly originals: Originals;
  /** A court's upload; its version. */
  upload(key: string, text: string): Promise<string>;
  /** What an address gives; absent: addresses lead nowhere here. */
  fetched?(address: string): Promise<Response>;
}

async function textOf(read: ReturnType<Originals["read"]>): Promise<string> {
  const bytes = await read;
  return typeof bytes === "string" ? `(${bytes})` : new TextDecoder().decode(bytes);
}

export function originalsContract(name: string, fresh: () => Promise<OriginalsUnderTest>): void {
  describe(`originals on ${name}`, () => {
    it("are given in exactly the version asked for, as a file to keep under its name", async () => {
      const { originals, upload, fetched } = await fresh();
      const [first, second] = [await upload(KEY, "first"), await upload(KEY, "second")];
      expect(first).not.toBe(second);
      const address = (versionId: string) =>
        originals.address({ key: KEY, versionId, sha256: "aa", enclosed: false }, AS);
      expect(new URL(await address(first)).searchParams.get("versionId")).toBe(first);
      if (fetched === undefined) return;
      const [was, is] = await Promise.all([fetched(await address(first)), fetched(await address(second))]);
      expect([await was.text(), await is.text()]).toEqual(["first", "second"]);
      expect(was.headers.get("content-type")).toBe("application/pdf");
      expect(was.headers.get("content-disposition")).toBe(
        `attachment; filename*=UTF-8''${encodeURIComponent(AS.name)}`,
      );
      expect((await fetched(await address("no-such-version"))).status).toBe(404);
    });

    it("are read whole, in the version asked for, where they are there and no larger than asked", async () => {
      const { originals, upload } = await fresh();
      const [first, second] = [await upload(KEY, "first"), await upload(KEY, "the second")];
      const one = (versionId: string) => ({ key: KEY, versionId, sha256: "aa", enclosed: false });
      expect([await originals.size(one(first)), await originals.size(one(second))]).toEqual([5, 10]);
      expect(await textOf(originals.read(one(first), 5))).toBe("first");
      expect(await originals.read(one(second), 9)).toBe("too-large");
      const inside = { key: `${KEY}!/a.txt`, versionId: first, sha256: "bb", enclosed: true };
      expect(await originals.size(inside)).toBeUndefined();
      await originals.keepEnclosed(new TextEncoder().encode("inside"), "bb");
      expect(await originals.size(inside)).toBe(6);
      expect(await textOf(originals.read(inside, 10))).toBe("inside");
      const gone = { key: "courts/1321/inbox/none.pdf", versionId: first, sha256: "aa", enclosed: false };
      expect(await originals.size(gone)).toBeUndefined();
    });

    it("that came inside an archive are given without it", async () => {
      const { originals, upload, fetched } = await fresh();
      const versionId = await upload("courts/1321/inbox/卷宗.zip", "the archive");
      await originals.keepEnclosed(new TextEncoder().encode("the summons"), "bb");
      await originals.keepEnclosed(new TextEncoder().encode("the summons"), "bb");
      const enclosed = { key: "courts/1321/inbox/卷宗.zip!/传票.pdf", versionId, enclosed: true };
      const address = await originals.address({ ...enclosed, sha256: "bb" }, AS);
      expect(address).not.toContain("zip");
      if (fetched === undefined) return;
      expect(await (await fetched(address)).text()).toBe("the summons");
      expect((await fetched(await originals.address({ ...enclosed, sha256: "cc" }, AS))).status).toBe(404);
    });
  });
}

export function downloadsContract(name: string, fresh: () => Promise<Downloads>): void {
  describe(`the record of downloads on ${name}`, () => {
    let downloads: Downloads;
    beforeEach(async () => {
      downloads = await fresh();
    });
    const taken = (changes: Partial<Download> = {}): Download => ({
      subject: { of: "case", caseNumber: CASE },
      at: MORNING,
      organisation: "yinan-police" as OrganisationId,
      name: "沂南县公安局",
      sha256: "aa",
      paper: "summons",
      ...changes,
    });

    it("lists who took what, oldest first", async () => {
      const [first, second, third] = [
        taken(),
        taken({ at: addMinutes(MORNING, 1), sha256: "bb" }),
        taken({ at: addMinutes(MORNING, 90) }),
      ];
      for (const one of [third, first, second]) await downloads.note(one);
      expect(await downloads.of({ of: "case", caseNumber: CASE })).toEqual([first, second, third]);
    });

    it("takes the same one within a minute for one, and another organisation's or paper's for another", async () => {
      await downloads.note(taken());
      await downloads.note(taken());
      expect(await downloads.of({ of: "case", caseNumber: CASE })).toHaveLength(1);
      await downloads.note(taken({ organisation: "yinan-county" as OrganisationId }));
      await downloads.note(taken({ sha256: "bb" }));
      expect(await downloads.of({ of: "case", caseNumber: CASE })).toHaveLength(3);
    });

    it("keeps cases and documents apart", async () => {
      await downloads.note(taken({ subject: { of: "document", sha256: "aa" } }));
      expect(await downloads.of({ of: "case", caseNumber: CASE })).toEqual([]);
      expect(await downloads.of({ of: "document", sha256: "aa" })).toHaveLength(1);
      expect(await downloads.of({ of: "document", sha256: "bb" })).toEqual([]);
    });
  });
}
