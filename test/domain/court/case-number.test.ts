import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  caseNumber,
  findCaseNumbers,
  instanceOf,
  isHearable,
  parseCaseNumber,
  partsOf,
} from "../../../shared/domain/court/case-number.ts";

const TYPES = [
  ...["行初", "行终", "行监", "行申", "行抗", "行再", "行审", "行审复", "行他"],
  ...["行赔初", "行赔终", "行赔监", "行赔申", "行赔抗", "行赔再", "行赔他"],
];

describe("reading one case number", () => {
  it.each([
    ["（2020）鲁1302行初45号", "（2020）鲁1302行初45号"],
    ["(2020)鲁1302行初45号", "（2020）鲁1302行初45号"],
    ["〔2020〕鲁1302行初45号", "（2020）鲁1302行初45号"],
    ["[2020]鲁1302行初00045号", "（2020）鲁1302行初45号"],
    ["【2020】鲁1302行初45号", "（2020）鲁1302行初45号"],
    ["（２０２０）鲁１３０２行初４５号", "（2020）鲁1302行初45号"],
    ["（2026）鲁 1302 行初 45 号", "（2026）鲁1302行初45号"],
    ["（2026）鲁1302\n行初\r\n45\u3000号", "（2026）鲁1302行初45号"],
    ["（2020）鲁1302⾏初45号", "（2020）鲁1302行初45号"],
    ["（2020）鲁1302行初字第45号", "（2020）鲁1302行初45号"],
    ["（2020）鲁1302行初45号之一", "（2020）鲁1302行初45号"],
    ["（2020）鲁1302行初45之二号", "（2020）鲁1302行初45号"],
    ["2020）鲁1302行初45号", "（2020）鲁1302行初45号"],
    ["（2020）鲁13行终6号", "（2020）鲁13行终6号"],
    ["（2021）鲁71行终6号", "（2021）鲁71行终6号"],
    ["（2021）鲁7101行初6号", "（2021）鲁7101行初6号"],
    ["（2021）鲁行终6号", "（2021）鲁行终6号"],
    ["（2020）最高法行申123号", "（2020）最高法行申123号"],
    ["（2020）鲁1399行初1号", "（2020）鲁1399行初1号"],
    ["（2015）河行初字第22号", "（2015）河行初字第22号"],
    ["(2015)河行初字第022号", "（2015）河行初字第22号"],
    ["（2014）临兰行初字第 3 号", "（2014）临兰行初字第3号"],
    ["（2012）行监字第5号", "（2012）行监字第5号"],
    ["（2016）鲁行初45号", "（2016）鲁行初45号"],
    ["（2015）鲁行初45号", "（2015）鲁行初字第45号"],
  ])("%j", (written, normal) => {
    expect(parseCaseNumber(written)).toBe(normal);
  });

  it.each([
    "（2020）鲁1302民初45号",
    "（2020）鲁13民终45号",
    "（2020）鲁1302刑初45号",
    "（2020）鲁1302执45号",
    "（2020）鲁1302法建5号",
    "临公（治）行罚决字〔2020〕10045号",
    "（2020）行罚决字第5号",
    "临政复决字〔2020〕第12号",
    "（2020）鲁1302行初123、124号",
    "（2020）鲁1302行初号",
    "（2020）鲁1302行初0号",
    "（2020）鲁1302行初45",
    "（2020）行初45号",
    "（2016）行初45号",
    "2015河行初字第45号",
    "（2015河行初字第45号",
    "（1302）鲁1302行初45号",
    "案号：（2020）鲁1302行初45号",
    "2020鲁行初45号",
    "",
  ])("refuses %j", (written) => {
    expect(parseCaseNumber(written)).toBeUndefined();
    expect(() => caseNumber(written)).toThrow(RangeError);
  });

  const anyNumber = fc
    .record({
      year: fc.integer({ min: 2016, max: 2039 }),
      code: fc.constantFrom("鲁1302", "鲁13", "鲁", "鲁7101", "京73", "最高法"),
      type: fc.constantFrom(...TYPES),
      serial: fc.integer({ min: 1, max: 99_999 }),
    })
    .map(({ year, code, type, serial }) => `（${year}）${code}${type}${serial}号`);

  it("leaves the normal form as it is", () => {
    fc.assert(
      fc.property(anyNumber, (normal) => {
        expect(parseCaseNumber(normal)).toBe(normal);
        const { year, court, type, serial } = partsOf(caseNumber(normal));
        expect(`（${year}）${court}${type}${serial}号`).toBe(normal);
      }),
    );
  });

  it("reads the same number through any decoration, and finds it in a text at its place", () => {
    const brackets = fc.constantFrom("（）", "()", "〔〕", "[]", "【】", "［］");
    const blanks = fc.array(fc.constantFrom("", "", " ", "\n", "\u3000", "\u00a0", "\u200b"), {
      minLength: 30,
      maxLength: 30,
    });
    fc.assert(
      fc.property(anyNumber, brackets, blanks, fc.boolean(), fc.nat(3), (normal, pair, gaps, wide, zeros) => {
        const spelled = normal
          .replace("（", pair[0] ?? "")
          .replace("）", pair[1] ?? "")
          .replace(/(\d+)号/u, `${"0".repeat(zeros)}$1号`)
          .replace(/\d/gu, (digit) => (wide ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit));
        const written = [...spelled]
          .map((character, at) => (at === 0 ? "" : (gaps[at] ?? "")) + character)
          .join("");
        expect(parseCaseNumber(written)).toBe(normal);
        const [found, ...more] = findCaseNumbers(`案号：${written}，定于`);
        expect(found).toEqual({ start: 3, end: 3 + written.length, original: written, numbers: [normal] });
        expect(more).toEqual([]);
      }),
    );
  });
});

describe("what a number says", () => {
  it("has an instance by its type", () => {
    const of = (type: string) => instanceOf(caseNumber(`（2020）鲁13${type}1号`));
    expect(TYPES.map(of)).toEqual([
      ...["first", "second", "retrial", "retrial", "retrial", "retrial", "other", "other", "other"],
      ...["first", "second", "retrial", "retrial", "retrial", "retrial", "other"],
    ]);
    expect(instanceOf(caseNumber("（2015）河行初字第22号"))).toBe("first");
  });

  it("is never heard in court where it is non-litigation review", () => {
    const unheard = TYPES.filter((type) => !isHearable(caseNumber(`（2020）鲁13${type}1号`)));
    expect(unheard).toEqual(["行审", "行审复", "行他", "行赔他"]);
  });

  it("keeps the old court's name", () => {
    expect(partsOf(caseNumber("（2015）河行初字第22号"))).toEqual({
      year: 2015,
      court: "河",
      type: "行初",
      serial: 22,
    });
  });
});

describe("finding numbers in a text", () => {
  const numbersIn = (text: string) => findCaseNumbers(text).flatMap(({ numbers }) => numbers);

  it("begins behind the digits of an hour, where blanks are gone", () => {
    expect(numbersIn("上午9:00（2026）鲁0211行初121号")).toEqual(["（2026）鲁0211行初121号"]);
    expect(numbersIn("912026）鲁0211行初121号")).toEqual([]);
  });
  const serials = (text: string) => numbersIn(text).map((number) => partsOf(number).serial);

  it.each([
    ["（2020）鲁1302行初123、124号", [123, 124]],
    ["（2020）鲁1302行初123号、124号、第125号", [123, 124, 125]],
    ["（2020）鲁1302行初123-125号", [123, 124, 125]],
    ["（2020）鲁1302行初123号至125号", [123, 124, 125]],
    ["（2020）鲁1302行初123、126—127号案", [123, 126, 127]],
    ["（2020）鲁1302行初123号，2020年3月5日", [123]],
    ["（2020）鲁1302行初123号、（2020）鲁1302行初130号", [123, 130]],
    ["（2020）鲁1302行初5-99999号", [5, 99_999]],
  ])("%s", (text, expected) => {
    expect(serials(text)).toEqual(expected);
  });

  it("a range of two hundred and one is read, a wider one is a slip of the pen", () => {
    expect(serials("（2020）鲁1302行初1-201号")).toHaveLength(201);
    expect(serials("（2020）鲁1302行初1-202号")).toEqual([1, 202]);
  });

  it("a court's review (复) is its case, an agency's is a decision", () => {
    const kinds = ["（2020）鲁1302民复4号", "（2020）鲁13刑监复1号", "（2020）鲁政复4号"];
    expect(kinds.map((text) => findCaseNumbers(text)[0]?.foreign)).toEqual(["civil", "criminal", "decision"]);
  });

  it("notes a document of the case", () => {
    for (const written of ["（2020）鲁13行终45号之一", "（2020）鲁13行终45-1号"])
      expect(findCaseNumbers(`裁定${written}。`)).toEqual([
        {
          start: 2,
          end: 2 + written.length,
          original: written,
          numbers: ["（2020）鲁13行终45号"],
          document: "之一",
        },
      ]);
  });

  it("tells foreign numbers by their kind, in order, offsets in the text as given", () => {
    const text =
      "不服临公（治）行罚决字〔2020〕10045号和临政复决字〔2021〕第7号，另有（2020）鲁1302民\n初45号、" +
      "（2020）鲁1302刑初1号、（2020）鲁13执复5号、（2020）鲁1302法建5号，依照法释〔2020〕3号，案号（2026）鲁 1302 行初 9 号";
    const found = findCaseNumbers(text);
    expect(found.map(({ original, foreign }) => [original, foreign])).toEqual([
      ["临公（治）行罚决字〔2020〕10045号", "decision"],
      ["临政复决字〔2021〕第7号", "decision"],
      ["（2020）鲁1302民\n初45号", "civil"],
      ["（2020）鲁1302刑初1号", "criminal"],
      ["（2020）鲁13执复5号", "enforcement"],
      ["（2020）鲁1302法建5号", "other"],
      ["法释〔2020〕3号", "other"],
      ["（2026）鲁 1302 行初 9 号", undefined],
    ]);
    for (const { start, end, original } of found) expect(text.slice(start, end)).toBe(original);
  });

  it("finds none in dates, amounts and empty labels", () => {
    expect(findCaseNumbers("2020年3月5日，案号：（2026）鲁1302行初    ，罚款2020元，（二）2019号")).toEqual(
      [],
    );
  });

  it.each([
    ["a list without an end", `（2020）鲁1302行初${"1、".repeat(30_000)}`],
    ["years in brackets", "（2020）".repeat(30_000)],
    ["one court's code", `（2020）${"鲁".repeat(60_000)}`],
    ["years", "2020".repeat(30_000)],
    ["names with brackets", `${"行（治）".repeat(20_000)}〔2020〕3号`],
    ["zeros", `（2020）鲁1302行初${"0".repeat(60_000)}`],
    ["blanks", `（2020）鲁1302行初${" ".repeat(60_000)}45号`],
  ])("stays quick on %s", (_, text) => {
    const started = performance.now();
    findCaseNumbers(text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
