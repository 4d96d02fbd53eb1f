import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { readDocument, readFacts } from "../../shared/documents/read-document.ts";

const SUMMONS = `山东省沂水县人民法院
传票
案号：（2026）鲁1323行初45号
案由：行政处罚
被传唤人：沂水县公安局
传唤事由：开庭
应到时间：2026年9月24日上午9时30分
应到处所：本院第三审判庭
`;

function facts(text: string) {
  const { evidence: _, ...reading } = toReading(readFacts(text));
  return reading;
}

describe("what the printer did to a paper changes no fact", () => {
  it("blanks inside words", () => {
    const blanks = fc.array(fc.constantFrom("", " ", "\u3000", "\u200b"), {
      minLength: SUMMONS.length,
      maxLength: SUMMONS.length,
    });
    fc.assert(
      fc.property(blanks, (between) => {
        // A blank would part what a reader takes for two words only inside a value's list of names.
        const text = [...SUMMONS]
          .map((character, index) => (character === "\n" ? character : character + (between[index] ?? "")))
          .join("");
        expect(facts(text)).toEqual(facts(SUMMONS));
      }),
      { numRuns: 60 },
    );
  });

  it("line breaks behind labels, and inside the date and the number", () => {
    const at = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(fc.boolean(), at, at, (isApart, inDate, inNumber) => {
        const broken = (text: string, part: string, offset: number) =>
          text.replace(part, `${part.slice(0, 1 + offset)}\n${part.slice(1 + offset)}`);
        let text = isApart ? SUMMONS.replaceAll("：", "\n") : SUMMONS;
        text = broken(text, "2026年9月24日上午9时30分", inDate);
        text = broken(text, "（2026）鲁1323行初45号", inNumber);
        expect(facts(text)).toEqual(facts(SUMMONS));
      }),
      { numRuns: 60 },
    );
  });

  it("widths of characters and table borders", () => {
    const wide = SUMMONS.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      .replaceAll("：", ":")
      .replaceAll("（", "(")
      .replaceAll("）", ")");
    expect(facts(wide)).toEqual(facts(SUMMONS));
    const bordered = SUMMONS.split("\n")
      .map((line) => `│${line.replace("：", "│")}│\n├──┼──┤`)
      .join("\n");
    expect(facts(bordered)).toEqual(facts(SUMMONS));
    // A font's radicals look like characters and are others.
    expect(facts(SUMMONS.replaceAll("行", "\u2f8f").replaceAll("人", "\u2f08"))).toEqual(facts(SUMMONS));
  });
});

describe("facts beside the printed ones", () => {
  it("says which sitting a notice takes back, and whether another is set", () => {
    const notice = (rest: string) =>
      readFacts(
        `沂水县人民法院\n延期开庭通知书\n（2026）鲁1323行初45号\n本案原定于2026年9月24日9时开庭，因被告负责人出差，${rest}`,
      );
    expect(notice("改期至2026年10月9日9时。").postponement?.value).toEqual({
      original: { date: "2026-09-24", time: "09:00" },
      reason: "被告负责人出差",
      newDateGiven: true,
    });
    const open = notice("延期开庭，时间另行通知。");
    expect(open.postponement?.value).toMatchObject({
      original: { date: "2026-09-24", time: "09:00" },
      newDateGiven: false,
    });
    expect(open.hearing).toBeUndefined();
  });

  it("says what a summons is for where that is no hearing", () => {
    const document = readFacts(SUMMONS.replace("事由：开庭", "事由：宣判"));
    expect(document.hearing).toBeUndefined();
    expect(document.purpose?.value).toBe("宣判");
  });

  it("knows who was summoned, and when the paper was written", () => {
    const document = readFacts(`${SUMMONS}审判员 王某\n二〇二六年九月一日\n`);
    expect(document.summoned?.value).toBe("沂水县公安局");
    expect(document.issuedOn?.value).toBe("2026-09-01");
  });

  it.each([
    ["送达日期：2026年9月17日", "2026-09-17"],
    ["受送达人签收：王某　2026年9月17日", "2026-09-17"],
    ["签收人：王某\n2026年9月17日", "2026-09-17"],
    ["本传票已于2026年9月17日送达被传唤人。", "2026-09-17"],
    ["2026年9月17日收到", "2026-09-17"],
    ["本院于2026年9月1日收到起诉状。", undefined],
    ["请于2026年9月17日前收到后答辩。", undefined],
    ["你单位收到起诉状副本后应于2026年9月17日前提交答辩状。", undefined],
  ])("knows when a summons was served: %s", (line, servedOn) => {
    const document = readFacts(SUMMONS + line);
    expect(document.servedOn?.value).toBe(servedOn);
    expect(document.hearing?.start.value).toEqual({ date: "2026-09-24", time: "09:30" });
  });

  it("doubts a notice whose new time can't be told from the old one", () => {
    const document = readFacts(
      "沂水县人民法院\n延期开庭通知书\n（2026）鲁1323行初45号\n本案原定于2026年9月24日9时开庭，现变更如下：\n开庭时间：2026年9月24日\n",
    );
    expect(document.hearing?.start.confidence).toBeLessThan(0.8);
  });

  it("reads who a letter says will come, and why nobody can, as a plan", () => {
    const letter = readFacts(
      "授权委托书\n（2026）鲁1323行初45号\n委托单位：沂水县公安局\n受委托人：周强　职务：副局长\n",
    );
    expect(letter.plan?.organ?.value).toBe("沂水县公安局");
    expect(letter.plan?.persons.map(({ value }) => value)).toEqual(["周强"]);
    const excuse = readFacts(
      "情况说明\n沂水县人民法院：\n（2026）鲁1323行初45号张三诉我局治安行政处罚一案，我局局长因住院治疗不能出庭。\n沂水县公安局\n",
    );
    expect(excuse.plan?.reason?.value).toBe("住院治疗");
    expect(excuse.respondents.map(({ value }) => value)).toEqual(["沂水县公安局"]);
    expect(excuse.attendance).toEqual([]);
  });

  it.each([
    ["☑是 □否", true],
    ["□是 ☑否", false],
    ["是√ 否□", true],
    ["是□ 否√", false],
    ["□是 □否", "review"],
  ])("reads the box that is ticked in a filing: %s", (box, headAttended) => {
    const form = readFacts(
      `行政机关负责人出庭应诉备案表\n案号\t（2026）鲁1323行初45号\n被告\t沂水县公安局\n负责人是否出庭\t${box}\n出庭负责人\t周强\t职务\t副局长\n`,
    );
    expect(form.attendance[0]?.headAttended?.value).toBe(headAttended);
  });

  it("names papers that are read later, and takes a plan for no attendance", () => {
    for (const title of [
      "授权委托书",
      "情况说明",
      "行政应诉通知书",
      "法定代表人身份证明书",
      "送达回证",
      "宣判笔录",
    ]) {
      const document = readFacts(
        `${title}\n（2026）鲁1323行初45号\n被告：沂水县公安局\n由副局长周强出庭应诉。`,
      );
      expect(document.kind.value).toBe("other");
      expect(document.title).toBe(title);
      expect(document.attendance).toEqual([]);
    }
  });

  it("reads the court's order in a judgment", () => {
    const judgment = (order: string) =>
      readFacts(
        `沂水县人民法院\n行政裁定书\n（2026）鲁1323行初45号\n原告：张三\n被告：沂水县公安局\n裁定如下：\n${order}`,
      );
    expect(judgment("准许原告张三撤回起诉。")).toMatchObject({
      outcome: { value: "withdrawn" },
      withdrawnBeforeHearing: { value: true },
    });
    expect(judgment("驳回原告张三的诉讼请求。").outcome?.value).toBe("won");
    expect(judgment("撤销被告作出的处罚决定。").outcome?.value).toBe("lost");
    expect(judgment("驳回原告张三的起诉。").outcome?.value).toBe("won");
  });
});

describe("files that are no case papers", () => {
  const read = async (text: string) => {
    const result = await readDocument(Buffer.from(text));
    return result.ok ? toReading(result.document) : result;
  };

  it("a ledger", async () => {
    const reading = await read(
      "案号,原告,被告,开庭时间,负责人是否出庭\n（2026）鲁1323行初45号,张三,沂水县公安局,2026-08-12,是\n",
    );
    expect(reading).toMatchObject({
      kind: "case-ledger",
      administrative: true,
      rows: [{ caseNumber: "（2026）鲁1323行初45号", respondent: "沂水县公安局", headAttended: true }],
    });
  });

  it("a directory", async () => {
    expect(await read('{"organisations":[{"id":"a","name":"沂水县公安局"}]}')).toMatchObject({
      kind: "directory",
      administrative: false,
      caseNumbers: [],
    });
  });

  it("a directory in a workbook", async () => {
    const rows = [
      ["沂水县行政应诉通讯录"],
      ["序号", "单位名称", "联系人", "办公电话", "电子邮箱"],
      ["1", "沂水县公安局", "钱某", "0539-0000000", "a@example.org"],
    ];
    const result = await readDocument(await writeXlsx({ sheets: [{ name: "通讯录", rows }] }));
    expect(result.ok && toReading(result.document)).toMatchObject({ kind: "directory", caseNumbers: [] });
  });

  it("anything else", async () => {
    expect(await read("今天天气很好，适合出门。")).toMatchObject({
      kind: "other",
      administrative: false,
      caseNumbers: [],
    });
    expect(await read("沂水县人民法院\n传票\n案号：（2026）鲁1323刑初12号")).toMatchObject({
      kind: "summons",
      administrative: false,
      caseNumbers: [],
    });
  });

  it("stays quick on texts made to be slow", () => {
    const started = performance.now();
    for (const text of [
      "诉与一案",
      "被告负责人",
      "2026年9月24日9时",
      "（",
      "省",
      "沂水县公安局副局长赵某到庭、",
    ])
      readFacts(text.repeat(Math.ceil(20_000 / text.length)));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("a text that says one thing without end", () => {
  it.each([
    "原告张某诉被告沂水县公安局行政处罚一案，",
    "起诉沂水县人民政府",
    "定于2026年9月24日9时开庭",
    "案号：（2026）鲁1323行初45号\n",
    "法庭 第 ",
    "1、",
  ])("%s is read in time that grows with its length, not with its square", (unit) => {
    const started = performance.now();
    readFacts(`沂水县人民法院\n传票\n${unit.repeat(Math.floor(200_000 / unit.length))}`);
    // About a second; with a search to the text's end for each match it was half a minute.
    expect(performance.now() - started).toBeLessThan(12_000);
  });
});
