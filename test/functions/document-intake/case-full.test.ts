/** A case has more than is stored of one: its papers come back with a word, and hold up nothing else. */
import { describe, expect, it } from "vitest";
import { takeIn } from "../../../functions/document-intake/intake.ts";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { type Change, ChangeTooLarge } from "../../../shared/ports/change.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryCity } from "../../support/memory-city.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const summons = bytes(`沂南县人民法院
传票
案号：（2026）鲁1321行初77号
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第五审判庭
2026年9月7日
`);
const FULL = "an item (case) of 420000 bytes: it has 409600 at most";

/** A city that has no room for anything of a case whose number has this in it. */
async function cityWithout(full: string) {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  const commit = async (change: Change) => {
    if (change.cases?.some(({ file }) => file.caseNumber.includes(full))) throw new ChangeTooLarge(FULL);
    return city.records.commit(change);
  };
  const intake = { ...city.intake, records: { ...city.records, commit } };
  return { city, intake };
}

describe("a paper of a case that is full", () => {
  it("comes back to its court, once, and says how much it is to whoever watches", async () => {
    const { city, intake } = await cityWithout("77号");
    const object = await city.lay("courts/1321/inbox", "a.txt", summons);
    expect(await takeIn(intake, object, RULES)).toEqual({
      outcome: "rejected",
      unreached: [],
      tooLarge: FULL,
    });
    const told = [...city.table.notices.values()].map(({ notice }) => [
      notice.recipient.organisationName,
      notice.content,
    ]);
    expect(told).toMatchObject([
      ["沂南县人民法院", { kind: "document-rejected", rejection: { type: "case-full" } }],
    ]);
    expect(await takeIn(intake, object, RULES)).toMatchObject({ outcome: "already-settled" });
  });

  it("is taken in when there is room again", async () => {
    const { city, intake } = await cityWithout("77号");
    await takeIn(intake, await city.lay("courts/1321/inbox", "a.txt", summons), RULES);
    expect(await city.put("courts/1321/inbox", "again.txt", summons)).toBe("read");
    expect([...city.table.cases.values()].map(({ file }) => file.caseNumber)).toEqual([
      "（2026）鲁1321行初77号",
    ]);
  });
});

describe("a ledger with a case that is full", () => {
  it("is noted in all the others, and its court hears of the row", async () => {
    const { city, intake } = await cityWithout("行初3号");
    const rows = [1, 2, 3, 4].map((n) => `（2026）鲁1321行初${n}号,张某,沂南县公安局,2026-08-15,是,否`);
    const ledger = bytes(["案号,原告,被告,开庭日期,负责人是否出庭,是否涉企", ...rows].join("\n"));
    const object = await city.lay("courts/1321/inbox", "8月台账.csv", ledger);
    expect((await takeIn(intake, object, RULES)).outcome).toBe("read");
    expect([...city.table.cases.keys()].toSorted()).toEqual([1, 2, 4].map((n) => `（2026）鲁1321行初${n}号`));
    const received = [...city.table.notices.values()].find(
      ({ notice }) => notice.content.kind === "ledger-received",
    );
    expect(received?.notice.content).toMatchObject({
      unusable: 1,
      rows: [{ row: 4, problem: { type: "case-full" }, used: false }],
    });
  });
});
