/** What do orders of courts say of their cases? The laws that hold for all of them; wordings are in the corpus. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../shared/documents/read-document.ts";

function paper(order: string, { respondents = ["沂水县公安局"], plaintiffs = ["张三"], told = "" } = {}) {
  const parties = [...plaintiffs.map((one) => `原告：${one}`), ...respondents.map((one) => `被告：${one}`)];
  return readFacts(
    `沂水县人民法院\n行政判决书\n（2026）鲁1323行初45号\n${parties.join("\n")}\n${told}\n判决如下：\n${order}\n审判长 李四`,
  );
}

const AGAINST = [
  "撤销被告沂水县公安局作出的沂公行罚决字〔2026〕3号行政处罚决定",
  "确认被告沂水县公安局强制传唤的行为违法",
  "责令被告沂水县公安局于本判决生效之日起六十日内履行法定职责",
  "被告沂水县公安局于本判决生效之日起三十日内赔偿原告张三损失五万元",
  "变更罚款五万元为罚款五千元",
  "限被告沂水县公安局于十五日内向原告公开所申请的政府信息",
];
const FOR = ["驳回原告张三的诉讼请求", "驳回原告张三要求撤销行政处罚决定的诉讼请求", "驳回原告张三的起诉"];
const REST = ["驳回原告张三的其他诉讼请求", "驳回原告张三的其余诉讼请求"];
const DIGITS = "一二三四五六";

const clauses = fc.uniqueArray(fc.constantFrom(...AGAINST, ...FOR, ...REST), { minLength: 1, maxLength: 5 });
const numbered = (order: readonly string[]) =>
  order.map((clause, index) => `${DIGITS[index]}、${clause}`).join("；\n");

describe("an order of several clauses", () => {
  it("says the same in whatever order they stand, and on one line as on several", () => {
    fc.assert(
      fc.property(clauses, fc.infiniteStream(fc.nat()), (order, random) => {
        const shuffled = order
          .map((clause) => [random.next().value, clause] as const)
          .toSorted(([one], [other]) => one - other)
          .map(([, clause]) => clause);
        const said = paper(`${numbered(order)}。`).outcome?.value;
        expect(paper(`${numbered(shuffled)}。`).outcome?.value).toBe(said);
        expect(paper(`${order.join("。")}。`).outcome?.value).toBe(said);
        expect(paper(numbered(order).replaceAll("；\n", "，")).outcome?.value).toBe(said);
      }),
    );
  });

  it("is lost by one clause against the agency, whatever else is dismissed", () => {
    fc.assert(
      fc.property(clauses, fc.constantFrom(...REST, ...FOR), (order, more) => {
        const isLost = order.some((clause) => AGAINST.includes(clause));
        expect(paper(`${numbered(order)}。`).outcome?.value).toBe(isLost ? "lost" : "won");
        expect(paper(`${numbered([...order, more])}。`).outcome?.value).toBe(isLost ? "lost" : "won");
      }),
    );
  });

  it("ends before the costs and the way to appeal", () => {
    const behind = "。案件受理费50元，由被告负担。如不服本判决，可请求上级法院撤销本判决。";
    for (const order of [...AGAINST, ...FOR])
      expect(paper(order + behind).outcome?.value).toBe(paper(`${order}。`).outcome?.value);
  });
});

describe("an order that isn't understood", () => {
  it("is a person's to say", () => {
    const { outcome } = paper("原告与被告各自安好。");
    expect(outcome?.value).toBe("other");
    expect(outcome?.confidence).toBeLessThan(0.8);
  });

  it("nor one that lets a part of a judgment stand which isn't quoted", () => {
    const { outcome } = paper(
      "一、维持沂水县人民法院（2026）鲁1323行初1号行政判决第一项；二、撤销该判决第二项。",
    );
    expect(outcome?.confidence).toBeLessThan(0.8);
  });

  it("nor one that dismisses beside something that isn't, or only the rest of it", () => {
    const first = "一、原告于十日内自行清场；二、";
    expect(paper(`${first}驳回原告的诉讼请求。`).outcome?.confidence).toBeLessThan(0.8);
    expect(paper(`${first}驳回原告的其他诉讼请求。`).outcome).toMatchObject({ value: "other" });
    expect(paper("驳回原告的其余诉讼请求。").outcome?.value).toBe("won");
  });

  it("nor one by which one of several plaintiffs withdraws", () => {
    const plaintiffs = ["张三", "李小四"];
    expect(paper("准许原告张三撤回起诉。", { plaintiffs }).outcome?.confidence).toBeLessThan(0.8);
    expect(paper("准许原告张三、李小四撤回起诉。", { plaintiffs }).outcome?.confidence).toBeGreaterThan(0.8);
    expect(paper("准许原告撤回起诉。", { plaintiffs }).outcome?.confidence).toBeGreaterThan(0.8);
  });

  it("nor a withdrawal against somebody who isn't known", () => {
    const respondents = ["沂水县公安局", "沂水县人民政府"];
    const { outcome } = paper("准许原告张三撤回对被告费县财政局的起诉。", { respondents });
    expect(outcome?.confidence).toBeLessThan(0.8);
  });
});

describe("a withdrawal against some of the respondents", () => {
  const respondents = ["沂水县公安局", "沂水县人民政府", "临沂市公安局"];
  const against = (order: string) => {
    const { outcome, withdrawnAgainst } = paper(order, { respondents });
    return [outcome?.value, withdrawnAgainst?.map(({ value }) => value)];
  };

  it("names them, and is one against all where it names all or nobody", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(respondents, { minLength: 1 }), (named) => {
        expect(against(`准许原告张三撤回对被告${named.join("、")}的起诉。`)).toEqual([
          named.length < respondents.length ? "partly-withdrawn" : "withdrawn",
          respondents.filter((one) => named.includes(one)),
        ]);
      }),
    );
    expect(against("准许原告张三撤回起诉。")).toEqual(["withdrawn", undefined]);
    expect(against("准许原告张三撤回对三被告的起诉。")).toEqual(["withdrawn", undefined]);
  });

  it("leaves what is decided on the others to the other clauses", () => {
    const withdrawal = "一、准许原告张三撤回对被告沂水县人民政府的起诉";
    expect(against(`${withdrawal}；二、驳回原告张三的诉讼请求。`)[0]).toBe("won");
    expect(against(`${withdrawal}；二、撤销被告沂水县公安局的行政处罚决定。`)[0]).toBe("lost");
  });
});

describe("a judgment under appeal that stands", () => {
  const stands = (told: string) => paper("驳回上诉，维持原判。", { told }).outcome?.value;

  it.each([
    ["一审法院判决驳回原告的诉讼请求。", "won"],
    ["一审法院认为起诉不符合条件，裁定：驳回原告的起诉。", "won"],
    ["一审法院依照该法第七十条，判决：一、撤销被诉决定；二、驳回其他诉讼请求。", "lost"],
    ["原审判决：一、确认被告行为违法。二、驳回原告其他诉讼请求。", "lost"],
    ["上诉人上诉请求：1.撤销一审判决；2.判决驳回被上诉人的诉讼请求。", "upheld"],
    ["上诉人称，一审法院应判决撤销被诉决定。", "upheld"],
    ["原告诉讼请求：判决撤销被诉决定。", "upheld"],
    ["法律规定，行政行为证据确凿的，人民法院判决驳回原告的诉讼请求。", "upheld"],
    ["一审判决驳回原告其他诉讼请求并无不当。", "upheld"],
  ])("%s", (told, outcome) => {
    expect(stands(told)).toBe(outcome);
  });
});

describe("of several that are sued, those an order is against", () => {
  const both = ["沂水县公安局", "沂水县人民政府"];
  it.each([
    [
      "撤销被告沂水县公安局作出的沂公行罚决字〔2026〕3号行政处罚决定；驳回原告张三对沂水县人民政府的诉讼请求",
      ["沂水县公安局"],
    ],
    [
      "一、撤销沂水县公安局2026年3月1日作出的行政处罚决定；二、撤销沂水县人民政府作出的沂政复决字〔2026〕9号行政复议决定",
      both,
    ],
    ["撤销被告沂水县公安局作出的处罚决定和被告沂水县人民政府作出的复议决定", both],
    ["确认被告沂水县人民政府强制拆除原告房屋的行为违法", ["沂水县人民政府"]],
    ["责令沂水县人民政府于六十日内对沂水县公安局的处罚重新作出复议决定", ["沂水县人民政府"]],
    ["责令沂水县人民政府对沂水县公安局的行政处罚行为重新作出复议决定", ["沂水县人民政府"]],
    ["责令被告沂水县人民政府对被告沂水县公安局作出的处罚重新作出复议决定", ["沂水县人民政府"]],
    ["责令沂水县人民政府就张三不服沂水县公安局作出的处罚的申请重新作出复议决定", ["沂水县人民政府"]],
    ["撤销沂水县人民政府对沂水县公安局作出的处罚所作的行政复议决定", ["沂水县人民政府"]],
    ["对沂水县公安局作出的行政处罚决定予以撤销", ["沂水县公安局"]],
    ["确认被告沂水县公安局对原告强制传唤、被告沂水县人民政府对原告张三不予受理的行为违法", both],
    ["撤销被诉行政处罚决定", []],
    ["驳回原告张三的诉讼请求", []],
  ])("%s", (order, names) => {
    const read = paper(`${order}。`, { respondents: both });
    expect((read.heldAgainst ?? []).map(({ value }) => value)).toEqual(names);
  });

  const nested = ["沂水县公安局", "沂水县公安局城关派出所"];
  it.each([
    [
      "撤销被告沂水县公安局城关派出所作出的行政处罚决定；驳回原告张三对沂水县公安局的诉讼请求",
      ["沂水县公安局城关派出所"],
    ],
    ["撤销被告沂水县公安局作出的行政处罚决定", ["沂水县公安局"]],
    ["撤销被告沂水县公安局作出的决定和被告沂水县公安局城关派出所作出的决定", nested],
  ])("not one whose name only begins another's: %s", (order, names) => {
    const read = paper(`${order}。`, { respondents: nested });
    expect((read.heldAgainst ?? []).map(({ value }) => value)).toEqual(names);
  });

  it("nor must one act whom the order is only about", () => {
    const order = "责令被告于六十日内对沂水县公安局作出的处罚重新作出复议决定";
    const [act] = paper(`${order}。`, { respondents: both }).ordered ?? [];
    expect(act?.value.respondents).toEqual([]);
  });

  it("and of one whose name begins another's, the other alone must act", () => {
    const order = "责令被告沂水县公安局城关派出所于六十日内重新作出处理决定";
    const [act] = paper(`${order}。`, { respondents: nested }).ordered ?? [];
    expect(act?.value.respondents).toEqual(["沂水县公安局城关派出所"]);
  });
});
