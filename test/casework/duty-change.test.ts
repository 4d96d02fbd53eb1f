/** What is written of a court's monthly duty, and when does the court count as reminded (台账催报)? */
import { describe, expect, it } from "vitest";
import { dutyChange } from "../../shared/casework/duty-change.ts";
import type { LedgerDuty } from "../../shared/domain/court-ledger/ledger-duty.ts";
import { RETRY_MINUTES } from "../../shared/domain/obligations/ladder.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../shared/domain/organisations/district.ts";
import { addMinutes, civilDate, type Instant } from "../../shared/domain/time/time.ts";
import { at, RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { aDuty, anAgency } from "../support/stored-things.ts";

const COURT = one("yinan-court", "court", "court@court.example.org", { name: "沂南县人民法院" });
const BUREAU = one("yinan-bureau", "bureau", "bureau@justice.example.org");
const CITY = one("linyi-bureau", "bureau", "city@justice.example.org", { jurisdiction: CITY_ITSELF });
/** The last day, the 3rd, is a Saturday of the holiday; the 4th is the first day over it. */
const [BEFORE, FIRST, OVERDUE] = [at("09-30"), at("10-01"), at("10-08")];

function one(id: string, kind: Organisation["kind"], email: string, facts: Partial<Organisation> = {}) {
  const contacts = [{ role: "duty", name: "值班", email } as const];
  return anAgency({ id: id as OrganisationId, kind, name: id, aliases: [], contacts, ...facts });
}

async function changed(now: Instant, known: readonly Organisation[], facts: Partial<LedgerDuty> = {}) {
  const directory = memoryDirectory(memoryTable(RULES.policy.jurisdiction.code));
  await directory.save(known);
  const files = () => [{ name: "台账.xlsx", key: "k" }] as never;
  const { change, unreached } = await dutyChange(aDuty(facts), 4, directory, { now, rules: RULES, files });
  const [{ duty, expectedVersion, nextActionAt }] = change.duties;
  const told = change.notices.map(({ recipient, content }) => [recipient.address, content]);
  return { duty, expectedVersion, nextActionAt, told, unreached };
}

describe("a duty of which nobody is to be reminded yet", () => {
  it("is written as the next version, to be looked at on its first day", async () => {
    expect(await changed(BEFORE, [COURT, BUREAU])).toMatchObject({
      duty: { version: 5, reminded: [] },
      expectedVersion: 4,
      nextActionAt: at("10-01", "08:30"),
      told: [],
      unreached: [],
    });
  });

  it("is done with once the ledger is in", async () => {
    const { nextActionAt, told } = await changed(OVERDUE, [COURT, BUREAU], {
      receivedOn: civilDate("2026-10-08"),
    });
    expect([nextActionAt, told]).toEqual([undefined, []]);
  });
});

describe("a court that is to be reminded", () => {
  it("is, by its own letter with what is known already, and that day is noted", async () => {
    const prefilled = { key: "k", cases: 3 };
    const { duty, told, unreached } = await changed(FIRST, [COURT, BUREAU], { prefilled });
    expect(told).toMatchObject([
      ["court@court.example.org", { kind: "ledger-due", prefilled: { cases: 3, files: [{ key: "k" }] } }],
    ]);
    expect(duty).toMatchObject({ version: 5, reminded: [civilDate("2026-10-01")] });
    expect(unreached).toEqual([]);
  });

  it("was reminded before: that stays noted", async () => {
    const reminded = [civilDate("2026-10-01")];
    expect((await changed(OVERDUE, [COURT, BUREAU], { reminded })).duty.reminded).toEqual([
      ...reminded,
      civilDate("2026-10-03"),
    ]);
  });

  it("after the last day is reminded in its bureau's sight", async () => {
    const { told } = await changed(OVERDUE, [COURT, BUREAU, CITY]);
    expect(told).toMatchObject([
      ["court@court.example.org", { daysOver: 5 }],
      ["bureau@justice.example.org", { daysOver: 5, copy: true }],
    ]);
  });

  it("that can't be reached doesn't count as reminded: it is tried again soon, and its bureau hears of the address", async () => {
    const silent = { ...COURT, contacts: [] };
    const { duty, nextActionAt, told, unreached } = await changed(FIRST, [silent, BUREAU]);
    expect(duty.reminded).toEqual([]);
    expect(nextActionAt).toBe(addMinutes(FIRST, RETRY_MINUTES));
    expect(told).toMatchObject([["bureau@justice.example.org", { kind: "address-failed" }]]);
    expect(unreached).toEqual([{ kind: "ledger-due", name: COURT.name }]);
  });

  it("that the directory doesn't know is the municipal bureau's to look for", async () => {
    const { duty, told } = await changed(FIRST, [CITY]);
    expect(told).toMatchObject([["city@justice.example.org", { kind: "address-failed" }]]);
    expect(duty.reminded).toEqual([]);
  });

  it("counts as reminded where only the bureau can't be reached", async () => {
    const { duty, unreached } = await changed(OVERDUE, [COURT]);
    expect(duty.reminded).toEqual([civilDate("2026-10-03")]);
    expect(unreached).toMatchObject([{ kind: "ledger-due" }]);
  });
});
