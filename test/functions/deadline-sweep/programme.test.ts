/** The sweep on a year's programme, in the city in memory: who is mailed, and what is remembered. */
import { describe, expect, it } from "vitest";
import { sweep } from "../../../functions/deadline-sweep/sweep.ts";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { refOf } from "../../../shared/domain/programme/entry.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { newsWords } from "../../../shared/letters/wording/digest-wording.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryCity } from "../../support/memory-city.ts";
import { aCorrection } from "../../support/stored-things.ts";

async function cityWithCorrection(facts: Parameters<typeof aCorrection>[0] = {}) {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  const entry = aCorrection(facts);
  await city.records.commit({
    token: "test",
    programme: [{ entry, expectedVersion: 0, nextActionAt: at("09-08") }],
  });
  return city;
}

const mails = ({ table }: Awaited<ReturnType<typeof cityWithCorrection>>) =>
  [...table.notices.values()].map(({ notice }) => `${notice.content.kind} ${notice.recipient.address}`);

describe("a proposal for correction", () => {
  it("goes to its agency once, and is urged when it is overdue, its bureau hears of it, and no superior before the bureau says so", async () => {
    const city = await cityWithCorrection();
    for (const day of ["09-08", "09-09", "10-16", "10-21", "10-22"]) await sweep(city, at(day), RULES);
    expect(mails(city)).toEqual([
      "correction-proposed fazhi@yinan-police.example.org",
      "correction-due fazhi@yinan-police.example.org",
      // On the morning before, in the digest of that morning.
      "digest yingsu@yinan-justice.example.org",
      "correction-due fazhi@yinan-police.example.org",
      "correction-due yingsu@yinan-justice.example.org",
    ]);
    const entry = await city.records.programmeEntry(refOf(aCorrection()));
    expect(Object.keys(entry?.sent ?? {})).toEqual(["issued", "due:0:-3", "announced:0:1", "due:0:1"]);
    expect(entry?.change).toEqual(aCorrection().change);
    expect(entry?.revision).toBe(1);
  });

  it("to an agency without an address becomes a task of its bureau", async () => {
    const to = { organisation: "gone" as never, name: "沂南县某局" };
    const city = await cityWithCorrection({ to });
    const report = await sweep(city, at("09-08"), RULES);
    expect(report.failed).toEqual([]);
    expect(mails(city)).toEqual(["address-failed yingsu@yinan-justice.example.org"]);
  });
});

describe("a year's plan", () => {
  it("of a county whose bureau can't be reached stays owed, and the city hears of it once, not every hour", async () => {
    const city = memoryCity(at("07-31"));
    await city.upload(DIRECTORY);
    const bureau = await city.directory.organisation("yinan-justice" as never);
    if (bureau === undefined) throw new Error("no bureau in the sample");
    await city.directory.save([{ ...bureau, contacts: [] }]);
    await city.until(at("10-08", "17:00"));
    const lines = [...city.table.lines.values()].filter(
      ({ line }) => line.news.type === "observations-behind" && line.news.jurisdiction === "沂南县",
    );
    expect(lines).toHaveLength(1);
    const tasks = city.sent.filter(
      ({ notice }) => notice.content.kind === "address-failed" && notice.subject.of === "programme",
    );
    expect(tasks.map(({ notice }) => notice.recipient.address)).toEqual(["yingsu@linyi-justice.example.org"]);
    await city.directory.save([bureau]);
    await city.until(at("10-09", "10:00"));
    const late = city.sent.filter(({ notice }) => notice.recipient.organisation === bureau.id);
    expect(late.map(({ notice }) => notice.content.kind)).toContain("observations-behind");
  });

  it("is opened once for the city and each county, which are told; behind they are reminded, with a copy to the city", async () => {
    const city = memoryCity(at("07-31"));
    await city.upload(DIRECTORY);
    await city.until(at("10-08", "10:00"));
    const told = city.sent
      .filter(({ notice }) => notice.subject.of === "programme")
      .map(
        ({ at: when, notice }) => `${civilDateAt(when)} ${notice.content.kind} ${notice.recipient.address}`,
      );
    expect(told.filter((mail) => mail.includes("plan")).toSorted()).toEqual([
      "2026-08-03 programme-plan yingsu@hedong-justice.example.org",
      "2026-08-03 programme-plan yingsu@lanshan-justice.example.org",
      "2026-08-03 programme-plan yingsu@linyi-justice.example.org",
      "2026-08-03 programme-plan yingsu@yinan-justice.example.org",
    ]);
    expect(told.filter((mail) => mail.includes("yinan-justice") && mail.includes("behind"))).toEqual([
      "2026-08-03 observations-behind yingsu@yinan-justice.example.org",
      "2026-10-08 observations-behind yingsu@yinan-justice.example.org",
    ]);
    // The city's own; of its counties it hears in its digest, in one mail.
    expect(
      told.filter((mail) => mail.startsWith("2026-10-08 observations-behind yingsu@linyi-justice")),
    ).toHaveLength(1);
    const lines = [...city.table.lines.values()].map(({ line }) => newsWords(line.news));
    expect(lines.filter((text) => text.includes("旁听庭审0次"))).toHaveLength(3);
  });
});
