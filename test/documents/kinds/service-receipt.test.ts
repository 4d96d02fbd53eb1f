/** Which papers are receipts of service, by title or by what they ask? */
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../shared/documents/read-document.ts";

const FIELDS =
  "受送达人：沂水县公安局\n送达文书：应诉通知书、起诉状副本\n送达地址：沂水县正阳路1号\n2026年9月28日";
const read = (title: string) =>
  readFacts(`沂水县人民法院\n${title}\n（2026）鲁1323行初45号\n案由：行政处罚\n${FIELDS}`);

describe("a receipt of service", () => {
  it.each(["送达回证", "送达证", "送达回执", "送达确认单", "电子送达回执（副本）"])(
    "is called %s",
    (title) => {
      expect(read(title)).toMatchObject({ courtPaper: "service-receipt" });
    },
  );

  it("is one without a title too", () => {
    expect(readFacts(`（2026）鲁1323行初45号\n${FIELDS}`).service?.recipients[0]?.name.value).toBe(
      "沂水县公安局",
    );
  });

  it.each(["送达地址确认书", "当事人送达地址确认书", "电子送达确认书", "授权委托书", "公告"])(
    "isn't what is called %s, whatever fields it has",
    (title) => {
      const paper = read(title);
      expect(paper.courtPaper).not.toBe("service-receipt");
      expect(paper.service).toBeUndefined();
    },
  );
});
