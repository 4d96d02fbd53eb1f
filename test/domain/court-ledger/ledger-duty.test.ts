import { describe, expect, it } from "vitest";
import {
  ledgerDuty,
  ledgerReminderOwed,
  nextLedgerAction,
} from "../../../shared/domain/court-ledger/ledger-duty.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";

const { policy, calendar } = RULES;
const court = { id: "lanshan-court" as OrganisationId, name: "临沂市兰山区人民法院" };
const duty = (month: string) => ledgerDuty(court, month as Month, policy, calendar);

describe("a court's monthly ledger", () => {
  it("is due on the 3rd of the next month, which doesn't move by default", () => {
    expect(duty("2026-09").due).toBe("2026-10-03");
    expect(duty("2026-12").due).toBe("2027-01-03");
  });

  it("is reminded once on each of the days the policy names", () => {
    const august = duty("2026-08");
    expect(ledgerReminderOwed(august, at("09-01", "08:00"), policy, calendar)).toBeUndefined();
    expect(ledgerReminderOwed(august, at("09-01"), policy, calendar)).toEqual({
      on: "2026-09-01",
      daysOver: -2,
    });
    const reminded = { ...august, reminded: [civilDate("2026-09-01")] };
    expect(ledgerReminderOwed(reminded, at("09-01", "15:00"), policy, calendar)).toBeUndefined();
    expect(nextLedgerAction(reminded, at("09-01"), policy, calendar)).toBe(at("09-02", "08:30"));
  });

  it("after missed sweeps is reminded once", () => {
    expect(ledgerReminderOwed(duty("2026-08"), at("09-03"), policy, calendar)).toEqual({
      on: "2026-09-03",
      daysOver: 0,
    });
  });

  it("in the National Day week is told and reminded on days off, but not in between: the 3rd won't wait", () => {
    const first = duty("2026-09");
    expect(nextLedgerAction(first, at("10-01", "08:00"), policy, calendar)).toBe(at("10-01", "08:30"));
    const told = { ...first, reminded: [civilDate("2026-10-01")] };
    expect(nextLedgerAction(told, at("10-01"), policy, calendar)).toBe(at("10-03", "08:30"));
    expect(ledgerReminderOwed(duty("2026-09"), at("10-03"), policy, calendar)).toMatchObject({ daysOver: 0 });
  });

  it("where the policy says so it rolls over the National Day week, and so do its reminders, as one", () => {
    const rolling = { ...policy, ledger: { ...policy.ledger, rolls: true } };
    const september = ledgerDuty(court, "2026-09" as Month, rolling, calendar);
    expect(september.due).toBe("2026-10-08");
    expect(nextLedgerAction(september, at("10-01", "08:00"), rolling, calendar)).toBe(at("10-08", "08:30"));
    const reminded = { ...september, reminded: [civilDate("2026-10-08")] };
    expect(nextLedgerAction(reminded, at("10-08"), rolling, calendar)).toBeUndefined();
  });

  it("is quiet once it is in", () => {
    const received = { ...duty("2026-08"), receivedOn: civilDate("2026-09-01") };
    expect(ledgerReminderOwed(received, at("09-03"), policy, calendar)).toBeUndefined();
    expect(nextLedgerAction(received, at("09-01"), policy, calendar)).toBeUndefined();
  });
});
