/** Cases that wait for a name nobody knew: dealt with at once by the act that makes it known, and let go again by its taking back. */
import { describe, expect, it } from "vitest";
import { casesAtWork } from "../../../shared/casework/cases-at-work.ts";
import {
  type ActingAt,
  directoryActWrites,
  entryDrafts,
} from "../../../shared/casework/directory/directory-act.ts";
import { takenBackAct } from "../../../shared/casework/directory/taken-back-act.ts";
import type { Draft } from "../../../shared/casework/handle.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { DirectoryActKind } from "../../../shared/domain/organisations/directory-act.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { at, RULES, summons } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryRecords } from "../../support/memory/memory-records.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { aNotice, anAgency, CASE } from "../../support/stored-things.ts";

const id = (text: string) => text as OrganisationId;
const NAME = "沂南县水利局";
const WATER = anAgency({
  id: id("yinan-water"),
  name: NAME,
  aliases: ["水利局"],
  contacts: [{ role: "legal-section", name: "赵敏", email: "fz@water.example.org" }],
});
const BUREAU = anAgency({
  id: id("yinan-justice"),
  kind: "bureau",
  name: "沂南县司法局",
  aliases: [],
  contacts: [{ role: "duty", name: "值班室", email: "yingsu@yinan-justice.example.org" }],
});
const BY = { id: "one", at: at("09-08", "10:00"), by: "徐琳", bureau: BUREAU.id } as const;
const TAKING = {
  id: "two",
  cause: "one",
  at: at("09-08", "11:00"),
  by: "王伟",
  office: "own",
  reason: "有误",
} as const;

/** A case in which somebody is sued whom nobody knows. */
async function waiting(...names: readonly string[]) {
  const table = memoryTable("3713");
  const ports = { records: memoryRecords(table), directory: memoryDirectory(table) };
  await ports.directory.save([BUREAU]);
  let writes = 0;
  const write = async (changes: readonly Draft[]) => {
    for (const change of changes)
      expect(await ports.records.commit({ token: `write ${writes++}`, ...change })).toBe("committed");
  };
  const cases = casesAtWork(ports, { now: at("09-08"), cause: "document:1", rules: RULES });
  const respondents = names.map((name) => ({ name }));
  await cases.decide(CASE, summons({ parties: { plaintiffs: ["陈建"], respondents, thirdParties: [] } }));
  await write((await cases.changes()).changes);
  const act = async (
    after: Organisation,
    facts: Partial<ActingAt> = {},
    kind: DirectoryActKind = "unit-added",
    before?: Organisation,
  ) => {
    const change = { ...BY, ...(before && { before }), after };
    const done = await directoryActWrites(ports, { ...BY, kind }, [change], {
      now: BY.at,
      rules: RULES,
      ...facts,
    });
    await write(done.changes);
    return { ...done, act: done.changes.at(-1)?.directoryAct };
  };
  return {
    ports,
    table,
    write,
    act,
    known: () => table.cases.get(CASE)?.file.respondents.map(({ identity }) => identity?.organisation),
    told: () =>
      [...table.notices.values()].map(({ notice }) => `${notice.content.kind} ${notice.recipient.address}`),
  };
}

describe("a unit that is added", () => {
  it.each([NAME, "水利局"])(
    "is found by the cases that waited for %s, and hears of them at once",
    async (name) => {
      const here = await waiting(name);
      const { act } = await here.act(WATER);
      expect(act).toMatchObject({
        ...BY,
        kind: "unit-added",
        organisations: [{ id: WATER.id, name: NAME }],
        cases: [CASE],
      });
      expect(here.known()).toEqual([WATER.id]);
      expect(here.told()).toEqual(expect.arrayContaining(["hearing-notice fz@water.example.org"]));
    },
  );

  it("leaves cases that wait for other names, also where it is closed already", async () => {
    const other = await waiting("沂南县农业局");
    expect((await other.act(WATER)).act?.cases).toEqual([]);
    expect(other.known()).toEqual([undefined]);
    const closed = await waiting(NAME);
    expect((await closed.act({ ...WATER, closed: { on: civilDateAt(BY.at) } })).act?.cases).toEqual([]);
  });

  it("whose mail reaches nobody is said to, with what its cases owe", async () => {
    const here = await waiting(NAME);
    const { unreached } = await here.act({ ...WATER, contacts: [] });
    expect(unreached.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["organisation-changed", "hearing-notice"]),
    );
  });

  it("stands for a name in one case though others are called so, and for that name alone", async () => {
    const here = await waiting("某水利局", "沂南县农业局");
    const named = { caseNumber: CASE, name: "某水利局", organisation: WATER };
    const { act } = await here.act(WATER, { named });
    expect(act?.cases).toEqual([CASE]);
    expect(here.known()).toEqual([WATER.id, undefined]);
  });

  it("in a sheet is told of to nobody but whose mail goes elsewhere", async () => {
    const here = await waiting("沂南县农业局");
    await here.act(WATER, { told: "addresses" }, "imported");
    expect(here.told().filter((told) => told.startsWith("organisation-changed"))).toEqual([]);
  });
});

describe("its taking back", () => {
  async function taken(kind: DirectoryActKind = "unit-added") {
    const here = await waiting(NAME);
    const { act } = await here.act(WATER, {}, kind);
    const known = act ?? expect.fail("no act");
    const take = () => takenBackAct(here.ports, known, TAKING, RULES);
    return { ...here, take, known: here.known, made: known };
  }

  it("lets the cases go, calls back their letters, and closes the unit, which must be reached", async () => {
    const here = await taken();
    const back = await here.take();
    if ("type" in back) throw new Error(back.type);
    await here.write(back.changes);
    expect(here.known()).toEqual([undefined]);
    expect(await here.ports.directory.organisation(WATER.id)).toEqual({
      ...WATER,
      closed: { on: civilDateAt(TAKING.at) },
    });
    expect(back.changes.at(-1)?.directoryAct).toMatchObject({
      id: "two",
      kind: "taken-back",
      takesBack: "one",
      reason: "有误",
      cases: [CASE],
    });
    expect(await here.take()).toEqual({ type: "taken-back-already" });
    const again = back.changes.at(-1)?.directoryAct ?? expect.fail("no act");
    expect(await takenBackAct(here.ports, again, { ...TAKING, id: "three" }, RULES)).toEqual({
      type: "taken-back-already",
    });
  });

  it("is refused where its entry has changed since, and goes on where it broke off", async () => {
    const here = await taken();
    await here.ports.directory.save([{ ...WATER, name: "沂南县水务局" }]);
    expect(await here.take()).toEqual({ type: "take-back-rested-on" });
    const other = await taken();
    const back = await other.take();
    if ("type" in back) throw new Error(back.type);
    await other.write(back.changes.slice(0, 1));
    const again = await other.take();
    if ("type" in again) throw new Error(again.type);
    expect(again.changes.flatMap(({ organisations = [] }) => organisations)).toEqual([]);
    await other.write(again.changes);
    expect(other.known()).toEqual([undefined]);
  });
});

describe("an act's writes", () => {
  const unit = (index: number, contacts: number) =>
    anAgency({
      id: id(`unit-${index}`),
      name: `第${index}局`,
      aliases: [`${index}局`, `${index}号局`],
      contacts: Array.from({ length: contacts }, (_, person) => ({
        role: "duty" as const,
        name: `${person}`,
        email: `p${person}@u${index}.example.org`,
      })),
    });
  const drafts = (contacts: number, count: number, letters = 0) =>
    entryDrafts(
      Array.from({ length: count }, (_, index) => ({
        ...BY,
        before: unit(index, contacts),
        after: unit(index, contacts),
      })),
      {
        notices: Array.from({ length: count }, (_, index) =>
          Array.from({ length: letters }, (_, letter) =>
            aNotice(`${index} ${letter}`, {
              subject: { of: "organisation", organisation: id(`unit-${index}`) },
            }),
          ),
        ).flat(),
        unreached: [],
      },
    ).map(({ organisations = [], notices = [] }) => [organisations.length, notices.length]);

  it("are as few as surely hold the entries, with all their keys, and each with its own letters", () => {
    // Each entry is itself, its change, four keys, and its names and addresses before and after.
    expect(drafts(1, 10)).toEqual([
      [5, 0],
      [5, 0],
    ]);
    expect(drafts(14, 2)).toEqual([[2, 0]]);
    expect(drafts(15, 3)).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(drafts(14, 2, 1)).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(drafts(1, 10, 6)).toEqual([
      [4, 24],
      [4, 24],
      [2, 12],
    ]);
  });
});
