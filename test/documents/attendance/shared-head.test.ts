/** Whose head appears of several sued (§3), a head called again (§7), papers mended (§6), at whose request a hearing moved. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { understand } from "../../../shared/casework/documents/understand.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { LINYI } from "../../../shared/domain/policy.ts";
import { suggestionTriggers } from "../../../shared/domain/statistics/judicial-suggestion.ts";
import { at, eventsOf } from "../../support/case-builders.ts";

const corpus = (name: string) => readFileSync(join(import.meta.dirname, "../corpus", name), "utf8");

async function commandOf(text: string): Promise<FileDocument> {
  const read = await readDocument(new TextEncoder().encode(text));
  if (!read.ok) throw new Error("not read");
  const understood = understand(read.document, { sha256: "a", at: at("09-08"), court: undefined }, LINYI);
  const [command] = "commands" in understood ? understood.commands : [];
  if (command === undefined) throw new Error(`no command: ${JSON.stringify(understood)}`);
  return command;
}

describe("whose head appears for several", () => {
  it.each([
    ["985-record-agreed-whose-head.txt", "agreed", "寿光市人力资源和社会保障局"],
    ["986-judgment-agreed-whose-head.txt", "agreed", "眉山市公安局东坡区分局"],
    ["987-appearance-notice-court-settles.txt", "court", "许昌市建安区自然资源局"],
    ["988-record-court-settles.txt", "court", "枣庄市薛城区市场监督管理局"],
  ])("%s: %s, %s", async (name, by, whose) => {
    expect((await commandOf(corpus(name))).joint).toEqual({ by, respondents: [whose] });
  });

  const record = (said: string) =>
    corpus("985-record-agreed-whose-head.txt").replace(/两被告经协商.*准许。/u, said);

  it.each<[string, string | undefined]>([
    ["经两被告协商，由潍坊市人力资源和社会保障局负责人出庭。", "潍坊市人力资源和社会保障局"],
    ["庭前两被告商定由第二被告派负责人出庭。", "潍坊市人力资源和社会保障局"],
    ["本院依法确定由被告寿光市人力资源和社会保障局负责人出庭。", "寿光市人力资源和社会保障局"],
    ["两被告可以协商由寿光市人力资源和社会保障局负责人出庭。", undefined],
    ["请两被告协商确定由哪一方负责人出庭。", undefined],
    ["两被告是否经协商由寿光市人力资源和社会保障局负责人出庭？", undefined],
    ["两被告协商由两被告负责人均出庭应诉。", undefined],
    ["两被告协商由寿光市司法局负责人出庭。", undefined],
    ["原告与被告协商由寿光市人力资源和社会保障局支付费用。", undefined],
  ])("%s → %s", async (said, whose) => {
    expect((await commandOf(record(said))).joint?.respondents).toEqual(whose && [whose]);
  });
});

it("a head called again is read of the record of that sitting, and of the notice", async () => {
  const record = await commandOf(corpus("989-record-called-again.txt"));
  expect(record.attendance).toMatchObject([{ headAttended: false, notifiedAgain: true }]);
  const once = await commandOf(corpus("985-record-agreed-whose-head.txt"));
  expect(once.attendance.map(({ notifiedAgain }) => notifiedAgain)).toEqual([undefined, undefined]);
});

it.each<[string, readonly string[]]>([
  ["1290-judgment-no-reason-given.txt", ["no-reason"]],
  ["1291-judgment-reason-refused.txt", ["no-reason"]],
  ["1292-judgment-reason-accepted.txt", []],
])("%s: §12(1) as far as the court says it", async (name, triggers) => {
  const command = await commandOf(corpus(name));
  const file = evolveAll(undefined, eventsOf(undefined, { ...command, at: at("09-08") }));
  const [row] = file === undefined ? [] : statisticsRows(file);
  expect(row?.present).toBe(false);
  expect(row && suggestionTriggers(row, "absent")).toEqual(triggers);
  const silent = corpus(name).replace(/被告负责人未出庭应诉[^。]*。/u, "");
  const { attendance } = await commandOf(silent);
  expect(attendance).toMatchObject([{ headAttended: false }]);
  expect([attendance[0]?.reasonAccepted, attendance[0]?.absenceReason]).toEqual([undefined, undefined]);
});

it("papers put right at the hearing are mended", async () => {
  const text = corpus("985-record-agreed-whose-head.txt").replace(
    "审判员：现在开庭。",
    "审判员：经核实，寿光市人力资源和社会保障局出庭负责人的身份证明未加盖公章，已当庭补正。现在开庭。",
  );
  const { attendance } = await commandOf(text);
  expect(attendance[0]).toMatchObject({ headAttended: true, identityPapers: "mended" });
});

it.each<[string, readonly string[] | undefined]>([
  ["08-postponement-no-date.txt", ["费县人民政府"]],
  ["146-cancelled.txt", undefined],
  ["170-postponed-twice.txt", undefined],
  ["238-second-postponement.txt", ["哈尔滨市道里区人民政府新华街道办事处"]],
  ["288-postpone-table-no-new-date.txt", ["大同市云冈区自然资源局"]],
])("%s was put off for %j", async (name, whose) => {
  const { postponed, putOffFor } = await commandOf(corpus(name));
  expect([postponed, putOffFor]).toEqual([true, whose]);
});
