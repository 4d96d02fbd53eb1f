/** What every implementation of Directory must do. */
import { beforeEach, describe, expect, it } from "vitest";
import { lookup, type OrganisationId } from "../../shared/domain/organisations/directory.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import { anAgency } from "../support/stored-things.ts";

const COURT = anAgency({
  id: "yinan-court" as OrganisationId,
  kind: "court",
  name: "沂南县人民法院",
  aliases: [],
  courtCode: "鲁1321",
});
const MAIL = "fazhi@yinan-police.example.org";

export function directoryContract(name: string, fresh: () => Promise<Directory>): void {
  describe(`directory on ${name}`, () => {
    let directory: Directory;
    beforeEach(async () => {
      directory = await fresh();
    });

    it("finds an organisation by id, names, court code and kind", async () => {
      await directory.save([anAgency(), COURT]);
      expect(await directory.organisation(anAgency().id)).toEqual(anAgency());
      for (const key of [lookup.name("沂南县公安局"), lookup.name("沂南 公安局"), lookup.kind("agency")]) {
        expect(await directory.find(key)).toEqual([anAgency()]);
      }
      expect(await directory.find(lookup.court("1321"))).toEqual([COURT]);
      expect(await directory.find(lookup.name("沂南县教育局"))).toEqual([]);
      expect(await directory.organisation("nobody" as OrganisationId)).toBeUndefined();
    });

    it("gives several at once, in the order they are asked for, without those it hasn't", async () => {
      const many = Array.from({ length: 130 }, (_, index) =>
        anAgency({ id: `agency-${index + 100}` as OrganisationId, name: `第${index}局`, aliases: [] }),
      );
      await directory.save([...many, COURT]);
      const asked = [
        COURT.id,
        "nobody" as OrganisationId,
        ...many.map(({ id }) => id).toReversed(),
        COURT.id,
      ];
      const found = await directory.organisations(asked);
      expect([...found.keys()]).toEqual([COURT.id, ...many.map(({ id }) => id).toReversed()]);
      expect(found.get(COURT.id)).toEqual(COURT);
      expect([...(await directory.organisations([])).keys()]).toEqual([]);
    });

    it("shows that a name is ambiguous", async () => {
      const other = anAgency({ id: "yinan-police-2" as OrganisationId, name: "沂南县公安局" });
      await directory.save([anAgency(), other]);
      expect((await directory.find(lookup.name("沂南县公安局"))).map(({ id }) => id)).toEqual([
        anAgency().id,
        other.id,
      ]);
    });

    it("no longer finds an organisation under a name it gave up, and keeps those not named", async () => {
      await directory.save([anAgency(), COURT]);
      const renamed = anAgency({ name: "沂南县公安分局", aliases: [] });
      await directory.save([renamed]);
      expect(await directory.find(lookup.name("沂南县公安局"))).toEqual([]);
      expect(await directory.find(lookup.name("沂南公安局"))).toEqual([]);
      expect(await directory.find(lookup.name("沂南县公安分局"))).toEqual([renamed]);
      expect(await directory.find(lookup.kind("court"))).toEqual([COURT]);
    });

    it("names all of a kind, as they are called now", async () => {
      await directory.save([anAgency(), COURT]);
      const { id, kind, name, aliases, level, jurisdiction } = anAgency();
      const named = { id, kind, name, aliases, level, jurisdiction };
      expect(await directory.names("agency")).toEqual([named]);
      await directory.save([anAgency({ name: "沂南县公安分局", jurisdiction: "市本级", verified: false })]);
      expect(await directory.names("agency")).toEqual([
        { ...named, name: "沂南县公安分局", jurisdiction: "市本级" },
      ]);
      await directory.save([anAgency({ kind: "government" })]);
      expect(await directory.names("agency")).toEqual([]);
      expect(await directory.names("government")).toEqual([{ ...named, kind: "government" }]);
      expect(await directory.names("court")).toMatchObject([{ name: COURT.name, courtCode: "鲁1321" }]);
    });

    it("can be loaded again, in part or whole, and takes the last of two of one id", async () => {
      await directory.save([anAgency(), COURT]);
      await directory.save([anAgency({ verified: false }), COURT, anAgency()]);
      expect(await directory.find(lookup.kind("agency"))).toEqual([anAgency()]);
    });

    it("loaded again from a file that has no leaders, keeps those it has; a change may take them away", async () => {
      const leaders = [{ name: "龙涛", post: "副局长", rank: "deputy" as const }];
      await directory.save([anAgency({ leaders })]);
      await directory.save([anAgency({ verified: false })]);
      expect((await directory.organisation(anAgency().id))?.leaders).toEqual(leaders);
      await directory.save([anAgency({ leaders: [] })]);
      expect((await directory.organisation(anAgency().id))?.leaders).toEqual([]);
    });

    it("holds more than one write can take", async () => {
      const many = Array.from({ length: 60 }, (_, index) =>
        anAgency({
          id: `agency-${index + 100}` as OrganisationId,
          name: `第${index}局`,
          aliases: [`局${index}`],
        }),
      );
      await directory.save(many);
      expect(await directory.find(lookup.kind("agency"))).toEqual(many);
    });

    it("gives up many names at once", async () => {
      const many = Array.from({ length: 40 }, (_, index) =>
        anAgency({
          id: `agency-${index + 100}` as OrganisationId,
          name: `第${index}局`,
          aliases: ["甲", "乙", "丙"].map((one) => `${one}局${index}`),
        }),
      );
      await directory.save(many);
      await directory.save(many.map((one) => ({ ...one, name: `新${one.name}`, aliases: [] })));
      expect(await directory.find(lookup.name("乙局7"))).toEqual([]);
      expect(await directory.find(lookup.name("新第7局"))).toHaveLength(1);
    });

    describe("an address that refuses mail", () => {
      it("is marked, whatever the case of its letters, and no other", async () => {
        await directory.save([anAgency()]);
        await directory.markUndeliverable(anAgency().id, MAIL.toUpperCase());
        await directory.markUndeliverable(anAgency().id, MAIL);
        expect(await marks()).toEqual([true, undefined]);
      });

      it("is nothing to a directory that doesn't know it", async () => {
        await directory.save([anAgency()]);
        await directory.markUndeliverable(anAgency().id, "else@example.org");
        await directory.markUndeliverable("nobody" as OrganisationId, MAIL);
        expect(await directory.organisation(anAgency().id)).toEqual(anAgency());
      });

      it("stays marked when the directory is loaded again, until the file corrects it", async () => {
        await directory.save([anAgency()]);
        await directory.markUndeliverable(anAgency().id, MAIL);
        await directory.save([anAgency()]);
        expect(await marks()).toEqual([true, undefined]);

        const [legal, head] = anAgency().contacts;
        if (legal === undefined || head === undefined) throw new Error("the agency has two contacts");
        await directory.save([
          anAgency({ contacts: [{ ...legal, email: "new@yinan-police.example.org" }, head] }),
        ]);
        expect(await marks()).toEqual([undefined, undefined]);
      });

      it("is tried again when the file says that it works", async () => {
        await directory.save([anAgency()]);
        await directory.markUndeliverable(anAgency().id, MAIL);
        const contacts = anAgency().contacts.map((one) => ({ ...one, undeliverable: false }));
        await directory.save([anAgency({ contacts })]);
        expect(await marks()).toEqual([false, false]);
      });

      it("is listed for its jurisdiction until it is corrected", async () => {
        await directory.save([
          anAgency(),
          anAgency({ id: "other" as OrganisationId, name: "别局", aliases: [] }),
        ]);
        await directory.markUndeliverable(anAgency().id, MAIL);
        expect(await directory.failedAddresses("沂南县")).toEqual([
          { organisation: anAgency().id, name: "沂南县公安局", addresses: [MAIL] },
        ]);
        expect(await directory.failedAddresses("费县")).toEqual([]);
        await directory.save([anAgency({ contacts: anAgency().contacts.slice(1) })]);
        expect(await directory.failedAddresses("沂南县")).toEqual([]);
      });

      it("and a reload at the same moment both take effect", async () => {
        await directory.save([anAgency()]);
        await Promise.all([
          directory.markUndeliverable(anAgency().id, MAIL),
          directory.save([anAgency({ verified: false })]),
        ]);
        expect(await marks()).toEqual([true, undefined]);
        expect((await directory.organisation(anAgency().id))?.verified).toBe(false);
      });
    });

    const marks = async () =>
      (await directory.organisation(anAgency().id))?.contacts.map(({ undeliverable }) => undeliverable);
  });
}
