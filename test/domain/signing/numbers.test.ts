/** 期号, 文号: which come next, and what a new bulletin takes over from the last. */
import { describe, expect, it } from "vitest";
import { contentToBegin, nextDocument } from "../../../shared/domain/signing/numbers.ts";
import type { Signing } from "../../../shared/domain/signing/signing.ts";
import { signingDays } from "../../../shared/domain/signing/signing-ladder.ts";
import { type BulletinContent, PLAIN_CONTENT } from "../../../shared/domain/statistics/bulletin-content.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import type { Month } from "../../../shared/domain/time/time.ts";
import { RULES } from "../../support/case-builders.ts";

const [AUGUST, SEPTEMBER] = ["2026-08", "2026-09"] as Month[] as [Month, Month];
const signing = (facts: Partial<Signing>): Signing => ({
  ...{ jurisdiction: "3713", period: "month", month: SEPTEMBER, version: 1, revision: 0, state: "open" },
  ...signingDays(periodOf("month", SEPTEMBER), RULES),
  ...{ content: PLAIN_CONTENT, reminded: [], events: [] },
  ...facts,
});
const content = (facts: Partial<BulletinContent>): BulletinContent => ({ ...PLAIN_CONTENT, ...facts });

describe("the 文号 that comes next", () => {
  it.each<[string, readonly string[], string | undefined]>([
    ["after the last of its year", ["临司通〔2026〕9号", "临司通〔2026〕10号"], "临司通〔2026〕11号"],
    [
      "first of a new year, in the form of the last",
      ["临司通〔2025〕31号", "司通〔2024〕40号"],
      "临司通〔2026〕1号",
    ],
    [
      "of a newer year before one of an older, however large",
      ["临司通〔2025〕31号", "临司通〔2026〕2号"],
      "临司通〔2026〕3号",
    ],
    ["however its brackets are written", ["临司通 [ 2026 ] 第4号"], "临司通 〔2026〕5号"],
    ["none where there is none to follow", [], undefined],
    ["none where those there are don't say a number", ["特急", "见〔2026〕4号及附件"], undefined],
  ])("%s", (_, documents, next) => {
    expect(nextDocument(documents, "2026")).toBe(next);
    expect(nextDocument(documents.toReversed(), "2026")).toBe(next);
  });
});

describe("what a new one begins with", () => {
  const demanding = (demand: string, facts: Partial<Signing>) =>
    signing({ content: content({ demands: [demand] }), ...facts });
  const kept = (others: readonly Signing[], period: Signing["period"] = "month") =>
    contentToBegin({ period }, others).demands;

  it("the words of the last of its kind, else of the last there is", () => {
    const all = [
      demanding("九月", { month: SEPTEMBER }),
      demanding("二季度", { month: "2026-06" as Month, period: "quarter" }),
      demanding("八月", { month: AUGUST }),
    ];
    expect(kept(all)).toEqual(["九月"]);
    expect(kept(all, "quarter")).toEqual(["二季度"]);
    expect(kept(all, "year")).toEqual(["九月"]);
    expect(contentToBegin({ period: "month" }, [])).toEqual(PLAIN_CONTENT);
  });

  it("no numbers: those are the next ones", () => {
    const last = signing({ content: content({ issue: 9, document: "临司通〔2026〕9号" }) });
    const { issue, document } = contentToBegin({ period: "month" }, [last]);
    expect([issue, document]).toEqual([undefined, undefined]);
  });
});
