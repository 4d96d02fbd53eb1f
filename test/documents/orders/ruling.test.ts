/** Words of ledgers and of orders, and the line of an outcome table that they belong to. */
import { describe, expect, it } from "vitest";
import { ledgerResultOf } from "../../../shared/documents/ledger/ledger-outcome.ts";
import { RULING_WORDS, rulingOf } from "../../../shared/documents/orders/ruling.ts";
import type { Instance } from "../../../shared/domain/court/case-number.ts";
import type { Ruling } from "../../../shared/domain/court/ruling.ts";

const ruled = (words: string, instance: Instance = "first") =>
  rulingOf(words, { instance, result: ledgerResultOf(words, instance) });

describe("a ruling by its words", () => {
  it.each(RULING_WORDS.map(([ruling, , example]) => [example, ruling] as const))(
    "%s: %s",
    (example, ruling) => {
      const instance = ruling === "upheld" || ruling === "reversed" ? "second" : "first";
      expect(ruled(example, instance)).toBe(ruling);
    },
  );

  it.each<[string, Ruling | undefined, Instance?]>([
    ["判决撤销被告作出的行政处罚决定，驳回原告其他诉讼请求", "annulled"],
    ["确认被告强制拆除行为违法；赔偿原告损失3万元", "illegal"],
    ["责令被告于判决生效之日起30日内重新作出答复", "perform"],
    ["判令被告公开政府信息", "perform"],
    ["驳回原告的诉讼请求", "dismissed"],
    ["驳回诉请", "dismissed"],
    ["驳回起诉", "inadmissible"],
    ["驳回原告临沂某某物流有限公司的诉讼请求", "dismissed"],
    ["驳回原告要求撤销处罚决定、确认传唤违法并赔偿损失的诉讼请求", "dismissed"],
    ["超过起诉期限，驳回起诉", "inadmissible"],
    ["驳回原告临沂某某物流有限公司的起诉", "inadmissible"],
    ["维持限期拆除决定", "maintained"],
    ["维持处罚决定；驳回赔偿请求", "maintained"],
    ["确认扣押行为合法", "maintained"],
    ["责令被告履行职责；驳回原告要求确认违法并赔偿的诉讼请求", "perform"],
    ["限被告于三十日内对原告的赔偿申请作出答复", "perform"],
    ["责令被告为原告办理变更登记", "perform"],
    ["继续履行与临沂某某置业有限公司签订的《投资协议》", "agreement"],
    ["不予立案", "not-filed"],
    ["不予撤销", undefined],
    ["胜诉", undefined],
    ["败诉", undefined],
    ["原告自愿撤诉", "withdrawn"],
    ["按自动撤诉处理", "deemed-withdrawn"],
    ["调解结案", "mediated"],
    ["撤回上诉", "withdrawn", "second"],
    ["按撤回上诉处理", "deemed-withdrawn", "second"],
    ["撤销一审判决，驳回原告诉讼请求", "reversed", "second"],
    ["撤销一审判决；撤销被诉处罚决定", "reversed", "second"],
    ["撤销一审裁定，指令继续审理", "remanded", "second"],
    ["维持原判", "upheld", "second"],
    ["驳回再审申请", "upheld", "retrial"],
    ["终结诉讼", "ended"],
    ["", undefined],
  ])("%s: %s", (words, ruling, instance) => {
    expect(ruled(words, instance)).toBe(ruling);
  });
});
