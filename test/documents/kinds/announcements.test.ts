import { describe, expect, it } from "vitest";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import { ACCEPTED_FROM } from "../support/comparison.ts";

const reading = async (text: string) => {
  const result = await readDocument(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.reason.kind);
  return toReading(result.document);
};

const ROWS = [
  "案号\t案由\t原告\t被告\t开庭时间\t开庭地点",
  "（2025）赣0402行初14号\t行政复议\t刘金根\t九江市濂溪区人民政府\t2025年4月28日9时\t第四法庭",
  "（2025）赣0402行初18号\t行政处罚\t吴敏\t九江市公安局\t2025年4月29日9时\t第二法庭",
];

describe("a court's announcement of sittings", () => {
  it.each(["开庭公告", "九江市濂溪区人民法院开庭排期表"])(
    "as a table under %s is no ledger of cases heard, and nothing of it is taken without a person",
    async (title) => {
      const { kind, rows, evidence } = await reading([title, ...ROWS].join("\n"));
      expect(kind).not.toBe("case-ledger");
      expect(rows).toBeUndefined();
      expect(evidence["caseNumbers[0]"]?.confidence ?? 0).toBeLessThan(ACCEPTED_FROM);
    },
  );

  it("as a table that also says who came is a ledger", async () => {
    const [heading = "", ...rows] = ROWS;
    const table = ["开庭公告及出庭情况", `${heading}\t负责人是否出庭`, ...rows.map((row) => `${row}\t是`)];
    expect((await reading(table.join("\n"))).kind).toBe("case-ledger");
  });
});
