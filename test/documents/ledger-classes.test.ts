import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractLedger } from "../../shared/documents/ledger/case-ledger.ts";
import { ledgerStatements } from "../../shared/documents/ledger/ledger-statements.ts";
import { readTable } from "../../shared/documents/tables.ts";
import { rowsOfLedger } from "../../shared/domain/case-file/ledger/ledger-alone.ts";
import { instant, type Month } from "../../shared/domain/time/time.ts";

const NOVEMBER = "2026-11" as Month;

async function statements() {
  const bytes = readFileSync(new URL("ledgers/classes-2026-11.csv", import.meta.url));
  const table = await readTable(new Uint8Array(bytes));
  const ledger = table.ok ? extractLedger(table.grid) : undefined;
  if (ledger === undefined) throw new Error("not a ledger");
  expect(ledger.problems).toEqual([]);
  return ledgerStatements(ledger, NOVEMBER);
}

describe("columns of a ledger on classes and days", () => {
  it("are read by code or by the court's own words", async () => {
    expect((await statements()).map(({ mode, classes }) => ({ mode, ...classes }))).toEqual([
      {
        mode: "online",
        field: "public-security",
        act: "penalty",
        compensation: false,
        agreement: false,
        normReview: false,
        review: "upheld",
        reviewNumber: "临兰政复决字〔2026〕15号",
        plaintiffKind: "person",
        acceptedOn: "2026-09-01",
        closedOn: "2026-11-20",
        procedure: "ordinary",
        form: "judgment",
        ruling: "dismissed",
        appealed: true,
      },
      {
        mode: "in-person",
        field: "commerce-regulation",
        act: "penalty",
        compensation: false,
        agreement: false,
        normReview: true,
        review: "none",
        plaintiffKind: "legal-person",
        acceptedOn: "2026-09-03",
        closedOn: "2026-11-05",
        procedure: "summary",
        form: "judgment",
        ruling: "annulled",
        appealed: false,
        suggestion: "临兰法建〔2026〕3号",
      },
      {
        mode: "elsewhere",
        field: "demolition",
        act: "agreement",
        compensation: true,
        agreement: true,
        review: "refused",
        plaintiffKind: "other-organisation",
        acceptedOn: "2026-09-07",
        closedOn: "2026-11-25",
        procedure: "ordinary",
        form: "ruling",
        ruling: "inadmissible",
        appealed: false,
      },
      {
        mode: undefined,
        field: "environment",
        act: "inaction",
        review: "yes",
        plaintiffKind: "procurator",
        closedOn: "2026-11-28",
        form: "mediation",
        ruling: "settled",
      },
      {
        mode: "in-person",
        field: "other",
        act: "other",
        review: "changed",
        acceptedOn: "2026-10-09",
        procedure: "ordinary",
      },
    ]);
  });

  it("are in the rows that count", async () => {
    const { rows } = rowsOfLedger(await statements(), NOVEMBER, instant("2026-12-02T09:00:00+08:00"));
    expect(
      rows.map(({ receivedIn, closedIn, field, act, mode }) => [receivedIn, closedIn, field, act, mode]),
    ).toEqual([
      ["2026-09", "2026-11", "public-security", "penalty", "online"],
      ["2026-09", "2026-11", "commerce-regulation", "penalty", "in-person"],
      ["2026-09", "2026-11", "demolition", "agreement", "elsewhere"],
      ["2026-11", "2026-11", "environment", "inaction", undefined],
      ["2026-10", undefined, "other", "other", "in-person"],
    ]);
    expect(rows.every(({ proposed }) => proposed === undefined)).toBe(true);
  });
});
