/** What every implementation of Dropbox and Evidence must do. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Dropbox, UploadForm } from "../../shared/ports/dropbox.ts";
import type { Evidence } from "../../shared/ports/evidence.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const KEY = "proofs/Qm9vaw/1";
const BACK = "https://desk.example.org/1.k.token?x=1";

export interface DropboxUnderTest {
  readonly box: Dropbox;
  /** The browser's part: sends a form with a file, following nothing. */
  send(form: UploadForm, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Response>;
}

/** `fresh`: an empty one. */
export function dropboxContract(name: string, fresh: () => Promise<DropboxUnderTest>): void {
  describe(`a dropbox on ${name}`, () => {
    let { box, send } = {} as DropboxUnderTest;
    beforeEach(async () => {
      ({ box, send } = await fresh());
    });

    it("takes a file by its form and leads back, and tells how it is called, how large it is and how it begins", async () => {
      const form = await box.form(KEY, 1_000, BACK);
      const answer = await send(form, {
        name: "病历（盖章）.pdf",
        bytes: bytes("%PDF-1.7 and so on, for more than thirty-two bytes"),
      });
      expect([answer.status, answer.headers.get("location")?.startsWith(BACK)]).toEqual([303, true]);
      const dropped = await box.dropped(KEY);
      expect(dropped).toMatchObject({ key: KEY, name: "病历（盖章）.pdf", size: 50 });
      expect(new TextDecoder().decode(dropped?.start)).toBe("%PDF-1.7 and so on, for more tha");
      expect(await box.read(KEY, dropped?.versionId, 1_000)).toHaveLength(50);
    });

    it("gives the newest, and still reads the one that was seen", async () => {
      for (const text of ["first", "second"])
        await send(await box.form(KEY, 1_000, BACK), { name: `${text}.pdf`, bytes: bytes(text) });
      const newest = await box.dropped(KEY);
      expect(newest).toMatchObject({ name: "second.pdf", size: 6 });
    });

    it("takes nothing larger than the form says; an empty file it takes, so that a page can say what it is", async () => {
      const form = await box.form(KEY, 10, BACK);
      expect((await send(form, { name: "x.pdf", bytes: new Uint8Array(11) })).status).toBe(400);
      expect(await box.dropped(KEY)).toBeUndefined();
      expect((await send(form, { name: "empty.pdf", bytes: new Uint8Array() })).status).toBe(303);
      expect(await box.dropped(KEY)).toMatchObject({ size: 0 });
      expect((await send(form, { name: "x.pdf", bytes: new Uint8Array(10) })).status).toBe(303);
    });

    it("knows nothing of other keys, and tells where its forms go", async () => {
      await send(await box.form(KEY, 10, BACK), { name: "x.pdf", bytes: bytes("x") });
      expect(await box.dropped("proofs/Qm9vaw/2")).toBeUndefined();
      expect(await box.dropped("proofs/Qm9vaw")).toBeUndefined();
      const { url } = await box.form(KEY, 10, BACK);
      expect(new URL(url).origin).toBe(await box.origin());
    });
  });
}

/** `fetched`: what an address gives. */
export function evidenceContract(
  name: string,
  fresh: () => Promise<{ readonly evidence: Evidence; fetched?(address: string): Promise<Response> }>,
): void {
  describe(`evidence on ${name}`, () => {
    it("keeps the same bytes once, under their hash", async () => {
      const { evidence } = await fresh();
      const first = await evidence.keep("proofs/a", bytes("x"), "application/pdf");
      expect(first).toEqual(await evidence.keep("proofs/a", bytes("x"), "application/pdf"));
      expect(first.key).toBe(`proofs/a/${first.sha256}`);
      expect((await evidence.keep("proofs/a", bytes("y"), "application/pdf")).key).not.toBe(first.key);
    });

    it("gives an address that brings it under its name", async () => {
      const { evidence, fetched } = await fresh();
      const { key } = await evidence.keep("proofs/（2026）鲁1302行初45号", bytes("x"), "application/pdf");
      const address = await evidence.address(key, { name: "值班表.pdf", contentType: "application/pdf" });
      expect(address).toMatch(/^https?:\/\//);
      if (fetched === undefined) return;
      const answer = await fetched(address);
      expect(await answer.text()).toBe("x");
      expect(answer.headers.get("content-type")).toBe("application/pdf");
      expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("值班表.pdf"));
    });
  });
}
