/** What a bureau does to the directory, and takes back, whatever it was. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directoryActWrites } from "../../../shared/casework/directory/directory-act.ts";
import { takenBackAct } from "../../../shared/casework/directory/taken-back-act.ts";
import type { Draft } from "../../../shared/casework/handle.ts";
import {
  lookupsOf,
  type Organisation,
  type OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import {
  closedEntry,
  type EntryFacts,
  editedEntry,
  newEntry,
  withAlias,
} from "../../../shared/domain/organisations/entry.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryRecords } from "../../support/memory/memory-records.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anAgency } from "../../support/stored-things.ts";

const id = (text: string) => text as OrganisationId;
const BUREAU = anAgency({
  id: id("yinan-justice"),
  kind: "bureau",
  name: "沂南县司法局",
  aliases: [],
  contacts: [{ role: "duty", name: "值班室", email: "yingsu@yinan-justice.example.org" }],
});
const OTHER = anAgency({ id: id("yinan-water"), name: "沂南县水利局", aliases: ["水利局"] });

async function aDirectory() {
  const table = memoryTable("3713");
  const ports = { records: memoryRecords(table), directory: memoryDirectory(table) };
  await ports.directory.save([anAgency(), OTHER, BUREAU]);
  const write = async (changes: readonly Draft[]) => {
    for (const [index, change] of changes.entries())
      expect(await ports.records.commit({ token: `${index} ${JSON.stringify(change)}`, ...change })).toBe(
        "committed",
      );
  };
  return { ...ports, table, write };
}

const name = fc.stringMatching(/^[\u4e00-\u9fa5]{2,10}$/);
const facts: fc.Arbitrary<EntryFacts> = fc.record({
  name,
  aliases: fc.array(name, { maxLength: 3 }),
  level: fc.constantFrom("city" as const, "county" as const, "town" as const),
  jurisdiction: fc.constantFrom("沂南县", "费县"),
  superior: fc.constantFrom(undefined, OTHER.id),
  address: fc.constantFrom("", "人民路1号"),
  contacts: fc.array(
    fc.record({
      role: fc.constantFrom("legal-section" as const, "head" as const, "duty" as const),
      name,
      email: fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,5}\.cn$/),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  isMended: fc.boolean(),
});

/** Entries before an act and as it leaves them. */
const acts: fc.Arbitrary<readonly (readonly [Organisation | undefined, Organisation])[]> = fc.oneof(
  facts.map((told) => [[anAgency(), editedEntry(anAgency(), told)] as const]),
  facts.map((told) => [[undefined, newEntry(id("new-unit"), told)] as const]),
  name.map((alias) => [[anAgency(), withAlias(anAgency(), alias)] as const]),
  fc.constantFrom(undefined, OTHER).map((into) => {
    const [closed, successor] = closedEntry(anAgency(), civilDate("2026-09-01"), into);
    return [
      ...(closed === undefined ? [] : [[anAgency(), closed] as const]),
      ...(successor === undefined ? [] : [[into, successor] as const]),
    ];
  }),
);

describe("an act of a bureau in the directory", () => {
  it("taken back, gives each entry as it was before, and each of its names; both are kept", async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (entries) => {
        const { records, directory, table, write } = await aDirectory();
        const before = structuredClone([...table.organisations]);
        const by = { id: "one", at: at("09-08"), by: "徐琳", bureau: BUREAU.id } as const;
        const changes = entries.map(([was, after]) => ({ ...by, ...(was && { before: was }), after }));
        const ports = { records, directory };
        const done = await directoryActWrites(ports, { ...by, kind: "entry-changed" }, changes, {
          now: by.at,
          rules: RULES,
        });
        await write(done.changes);
        for (const [, after] of entries) {
          expect(await directory.organisation(after.id)).toEqual(after);
          for (const key of lookupsOf(after))
            expect((await directory.find(key)).map((one) => one.id)).toContain(after.id);
        }
        const act = (await directory.act(by)) ?? expect.fail();
        const taking = {
          id: "two",
          cause: "one",
          at: at("09-08", "10:00"),
          by: "王伟",
          office: "own",
          reason: "有误",
        } as const;
        const taken = await takenBackAct(ports, act, taking, RULES);
        if ("type" in taken) throw new Error(taken.type);
        await write(taken.changes);
        expect([...table.organisations].toSorted()).toEqual(before.toSorted());
        for (const [, after] of entries) expect(await directory.changes(after.id)).toHaveLength(2);
        expect(await takenBackAct(ports, act, { ...taking, id: "three" }, RULES)).toEqual({
          type: "taken-back-already",
        });
      }),
      { numRuns: 60 },
    );
  });

  it("decided once more after it broke off, writes what is missing, and nothing twice", async () => {
    const { records, directory, write } = await aDirectory();
    const by = { id: "one", at: at("09-08"), by: "徐琳", bureau: BUREAU.id } as const;
    const changes = [{ ...by, before: anAgency(), after: withAlias(anAgency(), "县局") }];
    const decide = () =>
      directoryActWrites({ records, directory }, { ...by, kind: "alias-added" }, changes, {
        now: by.at,
        rules: RULES,
      });
    const [first] = (await decide()).changes;
    await write([{ ...(first?.organisations && { organisations: first.organisations }) }]);
    const again = await decide();
    expect(again.changes.flatMap(({ organisations = [] }) => organisations)).toEqual([]);
    await write(again.changes);
    expect(await directory.changes(anAgency().id)).toHaveLength(1);
    expect(await directory.act(by)).toMatchObject({ organisations: [{ id: anAgency().id }] });
  });
});
