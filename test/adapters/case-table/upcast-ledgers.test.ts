/** Items that say of ledgers what was said before are read as what is said now. */
import { describe, expect, it } from "vitest";
import { CaseItem, DutyItem, EventItem } from "../../../shared/adapters/case-table/items.ts";
import { keyOf } from "../../../shared/adapters/case-table/keys.ts";
import type { LedgerEntry } from "../../../shared/domain/case-file/state.ts";
import { ledgerDuty } from "../../../shared/domain/court-ledger/ledger-duty.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { LINYI } from "../../../shared/domain/policy.ts";
import { calendar } from "../../../shared/domain/time/calendar.ts";
import type { Month } from "../../../shared/domain/time/time.ts";
import { CASE, MORNING, opening } from "../../support/stored-things.ts";

const KEY = keyOf.caseFile(CASE);
const court = "yinan-court" as OrganisationId;
const month = "2026-08" as Month;
const unheard: LedgerEntry = { court, month, document: "ledger-1", receivedAt: MORNING, heard: false };
const heard: LedgerEntry = { ...unheard, document: "ledger-2", month: "2026-09" as Month, heard: true };
const placed = { ...unheard, undatedIn: month };

describe("a ledger's word that a case was not heard", () => {
  it("counts to the ledger's month in a file of before", () => {
    const { file } = opening();
    const item = CaseItem.write(KEY, { version: 1, file: { ...file, ledgers: [unheard, heard] }, rows: [] });
    expect(CaseItem.read({ ...item, schemaVersion: 3 }).file.ledgers).toEqual([placed, heard]);
  });

  it("and in the events that noted it", () => {
    const noted = (entry: LedgerEntry) => ({
      at: MORNING,
      cause: "document:ledger-1",
      event: { type: "ledger-noted", entry } as const,
    });
    const item = EventItem.write(KEY, { version: 1, events: [noted(unheard)] });
    expect(EventItem.read({ ...item, schemaVersion: 3 }).events).toEqual([noted(placed)]);
  });
});

it("how far a court's ledger was gone through is kept under another name", () => {
  const ledger = { document: "ledger-1", receivedAt: MORNING, noted: { cases: 400, among: 2 } };
  const duty = {
    ...ledgerDuty({ id: court, name: "沂南县人民法院" }, month, LINYI, calendar([])),
    ledgers: [ledger],
  };
  const item = DutyItem.write(KEY, { version: 1, duty });
  const { noted: told, ...rest } = ledger;
  const before = { ...item, schemaVersion: 2, duty: { ...duty, ledgers: [{ ...rest, told }] } };
  expect(DutyItem.read(before).duty).toEqual(duty);
});
