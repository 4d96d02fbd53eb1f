/** Entries of a programme (工作台账): written once, changed on what there is, several together or none, and what each owes is told. */
import { describe, expect, it } from "vitest";
import {
  changeEntry,
  changeTogether,
  recordOnce,
  remindOf,
} from "../../shared/casework/programme-entries.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../shared/domain/organisations/district.ts";
import { type Correction, type ProgrammeEntry, refOf } from "../../shared/domain/programme/entry.ts";
import { civilDate, type Instant } from "../../shared/domain/time/time.ts";
import { at, RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { aCorrection, anAgency, anObservation } from "../support/stored-things.ts";

const ISSUED = at("09-08", "10:00");
const POLICE = anAgency({ superior: "yinan-government" as OrganisationId });
const COUNTY = one("yinan-government", "government", "county@government.example.org");
const BUREAU = one("yinan-bureau", "bureau", "bureau@justice.example.org");
const CITY = one("linyi-bureau", "bureau", "city@justice.example.org", { jurisdiction: CITY_ITSELF });
const REFUSED = { accepted: false, refusal: { type: "entry-changed" } } as const;

function one(id: string, kind: Organisation["kind"], email: string, facts: Partial<Organisation> = {}) {
  const contacts = [{ role: "duty", name: "值班", email } as const];
  return anAgency({ id: id as OrganisationId, kind, name: id, aliases: [], contacts, ...facts });
}

function desk(known: readonly Organisation[] = [POLICE, COUNTY, BUREAU, CITY]) {
  const table = memoryTable(RULES.policy.jurisdiction.code);
  const ports = { records: memoryRecords(table), directory: memoryDirectory(table) };
  void ports.directory.save(known);
  const when = (now: Instant = ISSUED) => ({ now, rules: RULES });
  return {
    ports,
    when,
    record: (entry: ProgrammeEntry, now?: Instant) => recordOnce(ports, entry, when(now)),
    remind: (entry: ProgrammeEntry, now: Instant) => remindOf(ports, refOf(entry), when(now)),
    entry: async <Entry extends ProgrammeEntry>(entry: Entry) =>
      (await ports.records.programmeEntry(refOf(entry))) as Entry | undefined,
    told: () =>
      [...table.notices.values()].map(({ notice }) => `${notice.content.kind} ${notice.recipient.address}`),
    notices: () => [...table.notices.values()].map(({ notice }) => notice),
    lines: () => [...table.lines.values()],
    next: () => [...table.programme.values()][0]?.nextActionAt,
  };
}

const revised = (entry: ProgrammeEntry, facts: Partial<Correction> = {}) =>
  ({ ...entry, revision: entry.revision + 1, ...facts }) as ProgrammeEntry;

describe("a proposal for correction (整改建议)", () => {
  it("is written once, and goes to its agency in its bureau's name", async () => {
    const here = desk();
    expect(await here.record(aCorrection())).toMatchObject({ outcome: "done", result: true, unreached: [] });
    expect(await here.record(aCorrection({ proposal: "另一份" }))).toMatchObject({ result: false });
    expect(await here.entry(aCorrection())).toMatchObject({
      version: 1,
      proposal: aCorrection().proposal,
      sent: { issued: ISSUED },
    });
    expect(here.notices()).toMatchObject([
      {
        subject: { of: "programme", jurisdiction: "沂南县", year: "2026" },
        recipient: { address: "fazhi@yinan-police.example.org" },
        signer: { organisation: BUREAU.id },
        content: { kind: "correction-proposed" },
      },
    ]);
  });

  it("to whom nobody can be reached waits, and its bureau hears of the address; once there is one it goes", async () => {
    const here = desk([{ ...POLICE, contacts: [] }, BUREAU]);
    expect((await here.record(aCorrection())).unreached).toEqual([
      { kind: "correction-proposed", name: POLICE.name },
    ]);
    expect(here.told()).toEqual(["address-failed bureau@justice.example.org"]);
    expect((await here.entry(aCorrection()))?.sent).not.toHaveProperty("issued");
    await here.ports.directory.save([POLICE]);
    const later = await here.remind(aCorrection(), at("09-09", "10:00"));
    expect(later).toMatchObject({ result: { notices: 1 }, unreached: [] });
    expect(here.told()).toContain("correction-proposed fazhi@yinan-police.example.org");
  });

  it("of a unit the directory doesn't have any more is its bureau's, by the name in the entry", async () => {
    const here = desk([BUREAU]);
    expect((await here.record(aCorrection())).unreached).toEqual([
      { kind: "correction-proposed", name: aCorrection().to.name },
    ]);
    expect(here.notices()).toMatchObject([{ content: { organisationName: POLICE.name } }]);
  });

  it("is reminded of before it is due; overdue its bureau reads of the letter in its digest", async () => {
    const here = desk();
    await here.record(aCorrection());
    const due = await here.remind(aCorrection(), at("10-19", "10:00"));
    expect(due).toMatchObject({ result: { notices: 1, lines: [] } });
    const over = await here.remind(aCorrection(), at("10-21", "08:30"));
    expect(over.result.lines).toMatchObject([
      {
        recipient: { address: "bureau@justice.example.org" },
        line: { news: { type: "correction-announced", agency: POLICE.name } },
      },
    ]);
    const again = await here.remind(aCorrection(), at("10-21", "08:30"));
    expect(again.result).toEqual({ notices: 0, lines: [] });
  });

  it("that is done anew after it was taken back is told anew", async () => {
    const here = desk();
    await here.record(aCorrection());
    const recalled = { at: at("09-08", "11:00"), by: "王芳", act: "proposed", reason: "", told: [] } as const;
    await changeEntry(
      here.ports,
      refOf(aCorrection()),
      "again",
      here.when(at("09-08", "12:00")),
      (entry) => ({
        accepted: true,
        entry: revised(entry, { sent: {}, recalled }),
      }),
    );
    expect(here.told()).toEqual(Array(2).fill("correction-proposed fazhi@yinan-police.example.org"));
  });
});

describe("a change of an entry", () => {
  const change = (here: ReturnType<typeof desk>, decide: Parameters<typeof changeEntry>[4]) =>
    changeEntry(here.ports, refOf(aCorrection()), "change", here.when(), decide);

  it("is written as its next version, with what it owes thereby", async () => {
    const here = desk();
    await here.record(aCorrection());
    const withdrawn = await change(here, (entry) => ({
      accepted: true,
      entry: revised(entry, { withdrawn: "重复" }),
    }));
    expect(withdrawn).toMatchObject({ outcome: "done", unreached: [] });
    expect(await here.entry(aCorrection())).toMatchObject({ version: 2, revision: 2, withdrawn: "重复" });
    expect(here.told()).toContain("correction-withdrawn fazhi@yinan-police.example.org");
  });

  it("that is refused, or is none, writes nothing; of an entry nobody has it is refused", async () => {
    const here = desk();
    expect(await change(here, () => REFUSED)).toEqual({
      outcome: "refused",
      refusal: { type: "entry-gone" },
    });
    await here.record(aCorrection());
    expect(await change(here, () => REFUSED)).toEqual({ outcome: "refused", refusal: REFUSED.refusal });
    expect(await change(here, (entry) => ({ accepted: true, entry }))).toMatchObject({ outcome: "done" });
    expect((await here.entry(aCorrection()))?.version).toBe(1);
  });
});

describe("an act on several entries", () => {
  const OTHER = aCorrection({ id: "c2" });
  const NEW = aCorrection({ id: "c3" });
  const together = (
    here: ReturnType<typeof desk>,
    decide: (entries: readonly ProgrammeEntry[]) => readonly ProgrammeEntry[] | undefined,
    token = "together",
  ) =>
    changeTogether(here.ports, [aCorrection(), OTHER].map(refOf), token, here.when(), (known) => {
      const entries = decide(known);
      return entries === undefined ? REFUSED : { accepted: true, entries };
    });
  async function withBoth() {
    const here = desk();
    await here.record(aCorrection());
    await here.record(OTHER);
    return here;
  }

  it("changes those that it changes, and adds what is new, with what each owes", async () => {
    const here = await withBoth();
    const done = await together(here, ([first = expect.fail(), second = expect.fail()]) => [
      revised(first),
      second,
      NEW,
    ]);
    expect(done).toMatchObject({ outcome: "done", unreached: [] });
    expect(await here.entry(aCorrection())).toMatchObject({ version: 2, revision: 2 });
    expect(await here.entry(OTHER)).toMatchObject({ version: 1 });
    expect(await here.entry(NEW)).toMatchObject({ version: 1, sent: { issued: ISSUED } });
    expect(here.told()).toHaveLength(3);
  });

  it("sent again with what is new by its first sending changes nothing more", async () => {
    const here = await withBoth();
    const twice = ([first = expect.fail()]: readonly ProgrammeEntry[]) => [revised(first), NEW];
    await together(here, twice);
    expect(await together(here, twice, "again")).toMatchObject({ outcome: "done" });
    expect(await here.entry(aCorrection())).toMatchObject({ version: 2, revision: 2 });
  });

  it("changes nothing where it is refused, where nothing changes, or where one of them is gone", async () => {
    const here = await withBoth();
    expect(await together(here, () => undefined)).toEqual({ outcome: "refused", refusal: REFUSED.refusal });
    expect(await together(here, (entries) => entries)).toMatchObject({ outcome: "done" });
    expect((await here.entry(aCorrection()))?.version).toBe(1);
    const alone = desk();
    await alone.record(aCorrection());
    expect(await together(alone, (entries) => entries.map((entry) => revised(entry)))).toEqual({
      outcome: "refused",
      refusal: { type: "entry-gone" },
    });
    expect((await alone.entry(aCorrection()))?.version).toBe(1);
  });

  it("has reached whom it has not, of all of them", async () => {
    const here = desk([BUREAU]);
    const fresh = [aCorrection(), OTHER];
    const done = await changeTogether(here.ports, [], "fresh", here.when(), () => ({
      accepted: true,
      entries: fresh,
    }));
    expect(done.outcome === "done" && done.unreached).toHaveLength(2);
  });
});

describe("who is behind with its year (旁听庭审)", () => {
  const PLAN = {
    ...anObservation(),
    kind: "plan",
    id: "plan",
    jurisdiction: "沂南县",
  } as unknown as ProgrammeEntry;

  const behind = (here: ReturnType<typeof desk>) =>
    here.told().filter((one) => one.startsWith("observations-behind"));

  it("hears so, by what else its year has; from the second day on the municipal bureau reads it in its digest", async () => {
    const here = desk();
    await here.record(PLAN, at("01-05", "10:00"));
    await here.remind(PLAN, at("07-01", "10:00"));
    expect(behind(here)).toEqual(["observations-behind bureau@justice.example.org"]);
    await here.remind(PLAN, at("10-08", "10:00"));
    expect(behind(here)).toEqual(Array(2).fill("observations-behind bureau@justice.example.org"));
    expect(here.lines()).toMatchObject([
      {
        recipient: { address: "city@justice.example.org" },
        line: { news: { type: "observations-behind", jurisdiction: "沂南县", held: 0, atLeast: 2 } },
      },
    ]);
    const enough = desk();
    await enough.record(PLAN, at("01-05", "10:00"));
    await enough.record(anObservation({ date: civilDate("2026-06-04") }), at("06-05", "10:00"));
    await enough.remind(PLAN, at("07-01", "10:00"));
    expect(behind(enough)).toEqual([]);
  });

  it("without a joint meeting in a half-year is reminded, and the court of its district with it (联席会议)", async () => {
    const court = (id: string, jurisdiction: string) =>
      one(id, "court", `${id}@court.example.org`, { jurisdiction });
    const here = desk([
      CITY,
      court("a-county", "沂南县"),
      court("linyi", CITY_ITSELF),
      court("z-county", "费县"),
    ]);
    await here.record({ ...PLAN, jurisdiction: CITY_ITSELF }, at("01-05", "10:00"));
    await here.remind({ ...PLAN, jurisdiction: CITY_ITSELF }, at("06-01", "10:00"));
    expect(here.told().filter((told) => told.startsWith("meeting-behind"))).toEqual([
      "meeting-behind city@justice.example.org",
      "meeting-behind linyi@court.example.org",
    ]);
  });
});

it("an entry nobody has owes nothing", async () => {
  const here = desk();
  expect(await here.remind(aCorrection({ due: civilDate("2026-10-20") }), ISSUED)).toMatchObject({
    outcome: "done",
    result: { notices: 0, lines: [] },
  });
});
