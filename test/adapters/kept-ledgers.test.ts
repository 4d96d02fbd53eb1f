/** What courts' ledgers say comes back as it was kept, also from a former version; nothing else is taken for it. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { keptLedgers } from "../../shared/adapters/kept-ledgers.ts";
import { ledgerStatements } from "../../shared/documents/ledger/ledger-statements.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import type { LedgerRef } from "../../shared/domain/case-file/ledger/ledger.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { at } from "../support/case-builders.ts";
import { memoryFiles } from "../support/memory/memory-files.ts";
import { AUGUST } from "../support/statistics-rows.ts";

const LEDGER: LedgerRef = {
  court: "yinan-court" as OrganisationId,
  month: AUGUST,
  document: "ledger-1",
  receivedAt: at("09-02"),
};
const FOLDER = "ledgers/yinan-court/2026-08/ledger-1";

function store() {
  const files = memoryFiles(() => at("09-02"));
  const put = (name: string, value: unknown) =>
    files.write(`${FOLDER}/${name}`, new TextEncoder().encode(JSON.stringify(value)), "application/json");
  return { ledgers: keptLedgers(files), put };
}

describe("what a ledger says", () => {
  const folder = new URL("../documents/ledgers/unseen/", import.meta.url);
  const names = readdirSync(folder).filter((name) => !name.endsWith(".json"));

  it.each(names)("in %s is kept and read as it was, with its problems", async (name) => {
    const read = await readDocument(readFileSync(new URL(name, folder)));
    const ledger = read.ok ? read.document.ledger : undefined;
    if (ledger === undefined) throw new Error("not a ledger");
    const { ledgers } = store();
    const kept = { ledger: LEDGER, statements: ledgerStatements(ledger, AUGUST) };
    expect(kept.statements).not.toEqual([]);
    await ledgers.keep(kept);
    expect(await ledgers.kept(LEDGER, "ledger-1")).toEqual(kept);
    const part = { problems: ledger.problems, opened: 3, withdrawn: 0 };
    await ledgers.keepPart(LEDGER, "1-0", part);
    expect(await ledgers.part(LEDGER, "1-0")).toEqual(part);
  });
});

describe("from a former version", () => {
  const cases = {
    caseNumber: "（2026）鲁1321行初1号",
    sheet: "",
    row: 3,
    plaintiffs: ["张某"],
    heard: false,
    said: [{ respondent: "沂南县公安局" }],
  };

  it("cases and what is said of them are statements, and what was not heard is the ledger's month's", async () => {
    const { ledgers, put } = store();
    await put("cases.json", { ledger: LEDGER, cases: [cases, { ...cases, heard: true }] });
    const { said: agencies, ...of } = cases;
    expect(await ledgers.kept(LEDGER, "ledger-1")).toEqual({
      ledger: LEDGER,
      statements: [
        { ...of, agencies, undatedIn: AUGUST },
        { ...of, heard: true, agencies },
      ],
    });
  });

  it("problems that were sentences stay as they were written", async () => {
    const { ledgers, put } = store();
    const row = { sheet: "", row: 3, used: false, cells: ["乱码"] };
    await put("told-1-0.json", { problems: [{ ...row, reason: "缺少案号。" }], opened: 0, withdrawn: 0 });
    expect((await ledgers.part(LEDGER, "1-0")).problems).toEqual([
      { ...row, problem: { type: "as-written", text: "缺少案号。" } },
    ]);
  });
});

it("what is gone or wrong is named with its place, not with what it says", async () => {
  const { ledgers, put } = store();
  await expect(ledgers.kept(LEDGER, "ledger-1")).rejects.toThrow(`${FOLDER}/statements.json is missing`);
  await put("statements.json", { ledger: LEDGER, statements: [{ caseNumber: "秘密" }] });
  const wrong = ledgers.kept(LEDGER, "ledger-1");
  await expect(wrong).rejects.toThrow("statements.json is wrong at statements.0.caseNumber");
  await expect(wrong).rejects.not.toThrow("秘密");
});
