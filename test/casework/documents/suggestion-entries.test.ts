/** A court's proposal (司法建议书): whose programme does it become an entry of, with what it says, and what must be checked? */
import { describe, expect, it } from "vitest";
import { suggestionEntries } from "../../../shared/casework/documents/suggestion-entries.ts";
import type { ReadDocument } from "../../../shared/documents/kinds/facts.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Suggestion } from "../../../shared/domain/programme/entry.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { RULES } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryRecords } from "../../support/memory/memory-records.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anAgency } from "../../support/stored-things.ts";
import { arriving, CASE, CITY_BUREAU, COUNTY, COURT, fact, paper, unsure } from "./papers.ts";

const POLICE = anAgency();
const LAND = anAgency({
  id: "linyi-land" as OrganisationId,
  name: "临沂市自然资源和规划局",
  aliases: [],
  jurisdiction: CITY_ITSELF,
});
const OTHER_COURT = {
  ...COURT,
  id: "feixian-court" as OrganisationId,
  name: "费县人民法院",
  jurisdiction: "费县",
};
const KNOWN = [POLICE, LAND, COURT, OTHER_COURT, COUNTY, CITY_BUREAU];
type Read = NonNullable<ReadDocument["suggestion"]>;

const read = (facts: Partial<Read> = {}): Read => ({
  number: fact("沂法建〔2026〕4号"),
  addressees: [fact(POLICE.name)],
  sort: fact("case" as never),
  advice: [fact("加强培训")],
  ...facts,
});

async function made(
  suggestion: Partial<Read> | undefined,
  facts: Partial<ReadDocument> = {},
  given: Parameters<typeof arriving> = [],
  known: readonly Organisation[] = KNOWN,
) {
  const table = memoryTable(RULES.policy.jurisdiction.code);
  const [records, directory] = [memoryRecords(table), memoryDirectory(table)];
  await directory.save(known);
  const document = paper("other", {
    courtPaper: "judicial-suggestion",
    court: fact(COURT.name),
    ...(suggestion && { suggestion: read(suggestion) }),
    ...facts,
  });
  const write = () => suggestionEntries({ records, directory }, arriving(...given), document);
  const { change, unreached } = await write();
  const entries = (change.programme ?? []).map(({ entry }) => entry as Suggestion);
  await records.commit({ token: "t", ...change });
  return { entries, change, unreached, again: await write() };
}

const entry = async (...given: Parameters<typeof made>) =>
  (await made(...given)).entries[0] ?? expect.fail("no entry");

describe("a proposal", () => {
  it("is an entry of its addressee's district, with what it says, and its addressee hears of it", async () => {
    const { entries, change, unreached, again } = await made({}, { issuedOn: fact(civilDate("2026-09-07")) });
    expect(entries).toMatchObject([
      {
        kind: "suggestion",
        jurisdiction: "沂南县",
        number: "沂法建〔2026〕4号",
        court: { name: COURT.name, organisation: COURT.id },
        to: { name: POLICE.name, organisation: POLICE.id },
        issuedOn: "2026-09-07",
        receivedOn: "2026-09-08",
        caseNumbers: [CASE],
        advice: ["加强培训"],
        reply: { term: { days: RULES.policy.periods.suggestionDays }, written: false },
        document: "sha",
        doubts: [],
        change: { by: COURT.name, cause: "document:sha" },
      },
    ]);
    expect(change.notices?.map(({ recipient }) => recipient.address)).toContain(
      "fazhi@yinan-police.example.org",
    );
    expect(unreached).toEqual([]);
    expect(again).toEqual({ change: {}, unreached: [] });
  });

  it("is none where the paper is another", async () => {
    expect(await made(undefined)).toMatchObject({ entries: [], change: {}, unreached: [] });
  });

  it("to several is one of each; a unit named by two of its names is one", async () => {
    const names = [POLICE.name, LAND.name, "沂南公安局"].map((name) => fact(name));
    const { entries, unreached } = await made({ addressees: names });
    expect(entries.map(({ to, jurisdiction }) => [to.name, jurisdiction])).toEqual([
      [POLICE.name, "沂南县"],
      [LAND.name, CITY_ITSELF],
    ]);
    expect(unreached).toEqual([]);
  });

  it("that a person has checked is his word", async () => {
    expect((await entry({}, {}, [{}, { reviewedBy: "王芳" }])).change.by).toBe("王芳");
  });

  it("sent as a scan and as a text is one by its court and number; without a number each paper is its own", async () => {
    const idOf = async (facts: Partial<Read>, sha256: string) =>
      (await entry(facts, {}, [{}, { sha256 }])).id;
    expect(await idOf({}, "scan")).toBe(await idOf({}, "text"));
    const { number: _, ...unnumbered } = read();
    const bare = async (sha256: string) => {
      const document = { suggestion: unnumbered as Read };
      return (await entry(undefined, document, [{}, { sha256 }])).id;
    };
    expect(await bare("scan")).not.toBe(await bare("text"));
    expect(await idOf({ addressees: [fact(LAND.name)] }, "scan")).not.toBe(await idOf({}, "scan"));
  });

  it("wants its reply when it says, if that is sure", async () => {
    const reply = async (term: ReturnType<typeof fact>) => (await entry({ reply: term as never })).reply;
    expect(await reply(fact({ days: 60 }))).toEqual({ term: { days: 60 }, written: true });
    expect(await reply(unsure({ days: 60 }))).toMatchObject({ written: false });
  });

  it("names the cases it is surely about", async () => {
    expect((await entry({}, { caseNumbers: [unsure(CASE)] })).caseNumbers).toEqual([]);
  });
});

describe("before its addressee hears of it somebody checks", () => {
  const doubts = async (...given: Parameters<typeof made>) => (await entry(...given)).doubts;

  it("whom it is for, where the directory knows nobody of the name, or several, or it isn't read surely", async () => {
    expect(await doubts({ addressees: [fact("某某局")] })).toEqual(["addressee"]);
    expect(await doubts({ addressees: [] })).toEqual(["addressee"]);
    expect(await doubts({ addressees: [unsure(POLICE.name)] })).toEqual(["addressee"]);
    const twin = { ...LAND, aliases: [POLICE.name] };
    expect(await doubts({}, {}, [], [POLICE, twin, COURT])).toEqual(["addressee"]);
    expect(await doubts({ addressees: [fact(OTHER_COURT.name)] })).toEqual(["addressee"]);
    const unknown = await entry({ addressees: [fact("某某局")] });
    expect([unknown.to, unknown.jurisdiction]).toEqual([{ name: "某某局" }, "沂南县"]);
  });

  it("what it advises, where nothing was read or not surely", async () => {
    expect(await doubts({ advice: [] })).toEqual(["advice"]);
    expect(await doubts({ advice: [fact("一"), unsure("二")] })).toEqual(["advice"]);
  });

  it("whose it is, where another court handed it in, or none is read", async () => {
    const from = (court: string) => ({ court: fact(court) });
    expect(await doubts({}, from(OTHER_COURT.name))).toEqual(["court"]);
    expect(await doubts({}, from(OTHER_COURT.name), [{ folder: "bureaus", uploader: COUNTY }])).toEqual([]);
    // Nobody knows that court: its name stands as it is written.
    expect((await entry({}, from("某某法院"))).court).toEqual({ name: "某某法院" });
    expect(await doubts({}, from("某某法院"))).toEqual([]);
    const silent = paper("other", { suggestion: read() });
    const unread = { ...silent, court: undefined } as unknown as Partial<ReadDocument>;
    expect((await entry({}, unread)).court).toEqual({ name: COURT.name, organisation: COURT.id });
    const nobody = await entry({}, unread, [{ folder: "bureaus", uploader: COUNTY }]);
    expect([nobody.court, nobody.doubts]).toEqual([{ name: "" }, ["court"]]);
  });

  it("an entry whose addressee nobody knows is its court's district's, or the city's", async () => {
    const to = { addressees: [fact("某某局")] };
    const nowhere = [{ folder: "bureaus", uploader: undefined }] as const;
    expect((await entry(to, { court: fact(OTHER_COURT.name) }, [...nowhere])).jurisdiction).toBe("费县");
    expect((await entry(to, { court: fact("某某法院") }, [...nowhere])).jurisdiction).toBe(CITY_ITSELF);
  });
});
