/** Who hears that an organisation's entry has changed (职能、名称、地址、联系人变更), and what does each read? */
import { describe, expect, it } from "vitest";
import {
  type CaseBefore,
  organisationNotices,
  type Told,
} from "../../shared/casework/organisation-changed.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { Contact, Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import type { OrganisationChange } from "../../shared/domain/organisations/organisation-change.ts";
import { RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency, CASE, JURISDICTION, MORNING } from "../support/stored-things.ts";

const POLICE = anAgency();
const COURT = one("yinan-court", "court", "沂南县人民法院");
const BUREAU = one("yinan-bureau", "bureau", "沂南县司法局");
const CITY = one("linyi-bureau", "bureau", "临沂市司法局", { jurisdiction: "市本级" });
const RENAMED = { ...POLICE, name: "沂南县公安分局" };
const [SECTION = expect.fail("no contact"), HEAD = expect.fail("no contact")] = POLICE.contacts;
const MOVED: Organisation = { ...POLICE, contacts: [{ ...SECTION, email: "new@police.example.org" }, HEAD] };
const LED = {
  ...POLICE,
  leaders: [{ name: "龙涛", post: "副局长", rank: "deputy" }],
} as unknown as Organisation;

function one(id: string, kind: Organisation["kind"], name: string, facts: Partial<Organisation> = {}) {
  const contacts: readonly Contact[] = [{ role: "duty", name: "值班", email: `${id}@example.org` }];
  return anAgency({ id: id as OrganisationId, kind, name, aliases: [], contacts, ...facts });
}

const OPEN: readonly CaseBefore[] = [{ caseNumber: CASE, court: COURT.name }];

async function heard(facts: Partial<OrganisationChange>, told?: Told, cases = OPEN) {
  const directory = memoryDirectory(memoryTable(JURISDICTION));
  await directory.save([POLICE, COURT, BUREAU, CITY]);
  const change = { id: "one", at: MORNING, by: "李明", before: POLICE, ...facts };
  const { notices } = await organisationNotices(
    change,
    cases,
    directory,
    { now: MORNING, rules: RULES },
    told,
  );
  return notices.map(({ recipient, signer, content }) => {
    if (content.kind !== "organisation-changed") throw new Error(content.kind);
    return { to: recipient.address, signer: signer?.organisation, ...content };
  });
}
const readers = async (...given: Parameters<typeof heard>) =>
  (await heard(...given)).map(({ reader }) => reader);

describe("a change that the organisation reports itself", () => {
  it("of its name reaches itself, its bureau, and the courts of its open cases", async () => {
    const notices = await heard({ after: RENAMED });
    expect(notices).toMatchObject([
      {
        reader: "own",
        to: SECTION.email,
        organisation: POLICE.name,
        by: "李明",
        change: "one",
        signer: BUREAU.id,
      },
      { reader: "bureau", to: "yinan-bureau@example.org", cases: [CASE] },
      { reader: "court", to: "yinan-court@example.org", cases: [CASE], signer: BUREAU.id },
    ]);
    expect(notices[0]?.cases).toEqual([]);
    expect(notices[0]).not.toHaveProperty("restored");
    expect(notices[0]).not.toHaveProperty("bureau");
  });

  it("of its functions reaches them as well, though no field of its entry is otherwise", async () => {
    const functions = "划入城管执法";
    expect(await heard({ after: POLICE, functions })).toMatchObject([
      { reader: "own", functions, changes: [] },
      { reader: "bureau", functions },
      { reader: "court", functions },
    ]);
    // Its leaders with it don't make that its own affair.
    expect(await readers({ after: LED, functions })).toEqual(["own", "bureau", "court"]);
  });

  it("of who leads it concerns nobody else's mail", async () => {
    expect(await readers({ after: LED })).toEqual(["own"]);
    expect(await readers({ after: { ...LED, name: RENAMED.name } })).toEqual(["own", "bureau", "court"]);
  });

  it("of an address reaches the address that was given up, too", async () => {
    expect(await heard({ after: MOVED })).toMatchObject([
      { reader: "own", to: "new@police.example.org" },
      { reader: "former-address", to: SECTION.email, signer: BUREAU.id },
      { reader: "bureau" },
      { reader: "court" },
    ]);
  });

  it("of an address that must be consented to asks the one in use, and nothing reaches courts yet", async () => {
    const proposed = { email: "new@police.example.org", change: "one", at: MORNING, by: "李明" };
    const asking = { ...POLICE, contacts: [{ ...SECTION, proposed }, HEAD] } as unknown as Organisation;
    const notices = await heard({ after: asking });
    expect(notices).toMatchObject([
      {
        reader: "asked-address",
        to: SECTION.email,
        signer: BUREAU.id,
        asked: { role: "legal-section", change: "one", email: "new@police.example.org" },
      },
      { reader: "own" },
      { reader: "bureau" },
    ]);
    // What another change has proposed was asked then.
    expect(await readers({ after: { ...asking, name: RENAMED.name }, before: asking, id: "two" })).toEqual([
      "own",
      "bureau",
      "court",
    ]);
    expect(await readers({ after: asking, functions: "划入城管执法" })).toContain("court");
  });

  it("that changes nothing else still reaches its bureau", async () => {
    expect(await readers({ after: POLICE })).toContain("bureau");
  });
});

describe("a change that a bureau makes", () => {
  it("needs no letter to that bureau, and another's reaches the organisation's own; each names who made it", async () => {
    expect(await heard({ after: RENAMED, bureau: BUREAU.id })).toMatchObject([
      { reader: "own", bureau: BUREAU.name },
      { reader: "court", bureau: BUREAU.name },
    ]);
    const byCity = await heard({ after: RENAMED, bureau: CITY.id });
    expect(byCity.map(({ reader }) => reader)).toEqual(["own", "bureau", "court"]);
    // It is taken back where it was done.
    expect(byCity[0]).not.toHaveProperty("change");
  });

  it("by a sheet reaches those whose mail goes elsewhere from now on, and nobody else", async () => {
    expect(await readers({ after: MOVED, bureau: CITY.id }, "addresses")).toEqual(["own", "former-address"]);
    expect(await readers({ after: RENAMED, bureau: CITY.id }, "addresses")).toEqual([]);
    expect(await readers({ after: POLICE, before: undefined as never }, "addresses")).toEqual([]);
    expect(await readers({ after: MOVED }, "addresses")).toEqual(["own", "former-address", "bureau"]);
  });

  it("that takes another back says that it was restored", async () => {
    const [own] = await heard({ after: RENAMED, bureau: BUREAU.id, takesBack: "zero" });
    expect(own).toMatchObject({ restored: true });
    expect(own).not.toHaveProperty("change");
  });
});

describe("what a letter says", () => {
  it("is what the organisations are called that the entry names", async () => {
    const below = { ...POLICE, superior: CITY.id };
    const [own] = await heard({ after: below });
    expect(own?.changes).toMatchObject([{ field: "superior", after: CITY.name }]);
    const closed = { ...POLICE, closed: { on: "2026-09-08", into: CITY.id } } as unknown as Organisation;
    expect(JSON.stringify((await heard({ after: closed }))[0]?.changes)).toContain(CITY.name);
  });

  it("names a hundred cases, and how many there are where they are more", async () => {
    const open = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        caseNumber: caseNumber(`（2026）鲁1321行初${index + 1}号`),
        court: COURT.name,
      }));
    const toBureau = async (count: number) =>
      (await heard({ after: RENAMED }, "all", open(count))).find(({ reader }) => reader === "bureau");
    expect(await toBureau(100)).not.toHaveProperty("casesInAll");
    expect(await toBureau(101)).toMatchObject({ casesInAll: 101 });
    expect((await toBureau(101))?.cases).toHaveLength(100);
  });

  it("of a unit that is new or gone is told by the name it has or had", async () => {
    const added = await heard({ before: undefined as never, after: POLICE, bureau: BUREAU.id });
    expect(added).toMatchObject([{ reader: "own", organisation: POLICE.name }, { reader: "court" }]);
    expect((await heard({ bureau: CITY.id })).map(({ reader }) => reader)).toEqual([
      "own",
      "bureau",
      "court",
    ]);
  });
});
