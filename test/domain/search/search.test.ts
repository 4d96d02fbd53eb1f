/** Does every party's name and every spelling of a number find its case, and does nothing else? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaseNumber, caseNumber, partsOf } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId, OrganisationName } from "../../../shared/domain/organisations/directory.ts";
import { isNumberAsked, organisationsNamed, readQuery } from "../../../shared/domain/search/search-query.ts";
import { nameTerms, searchable, searchChange, termsOf } from "../../../shared/domain/search/search-terms.ts";
import { given as caseAfter, POLICE, summons } from "../../support/case-builders.ts";

const YEARS = ["2016", "2019", "2026"];
const numbers = fc
  .record({
    year: fc.constantFrom(...YEARS),
    court: fc.constantFrom("鲁1302", "鲁13", "鲁1321", "京0105", "最高法"),
    type: fc.constantFrom("行初", "行终", "行赔初", "行赔终", "行申", "行审"),
    serial: fc.integer({ min: 1, max: 999_999 }),
  })
  .map(({ year, court, type, serial }) => caseNumber(`（${year}）${court}${type}${serial}号`));

/** How people write it: parts left out, brackets of any kind or none, digits of either width, blanks anywhere. */
const spelling = (number: CaseNumber) =>
  fc
    .record({
      year: fc.constantFrom("", "plain", "（）", "()", "〔〕", "【】", "年"),
      court: fc.constantFrom("", "whole", "code"),
      type: fc.boolean(),
      ordinal: fc.constantFrom("", "字第", "第"),
      zeros: fc.constantFrom("", "0"),
      end: fc.constantFrom("", "号"),
      wide: fc.boolean(),
      blanks: fc.array(fc.nat(30), { maxLength: 3 }),
    })
    .map(({ year, court, type, ordinal, zeros, end, wide, blanks }) => {
      const parts = partsOf(number);
      // A court's code or a year without brackets says nothing without the type behind it.
      const hasType = type || court !== "" || year !== "";
      const before =
        year === ""
          ? ""
          : year === "plain"
            ? String(parts.year)
            : year === "年"
              ? `${parts.year}年`
              : `${[...year][0]}${parts.year}${[...year][1]}`;
      const its = court === "" ? "" : court === "code" ? parts.court.replace(/^\D(?=\d)/u, "") : parts.court;
      const written = `${before}${its}${hasType ? parts.type : ""}${ordinal.slice(hasType ? 0 : -1)}${
        parts.serial > 99_999 ? "" : zeros
      }${parts.serial}${end}`;
      const sized = wide
        ? written.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
        : written;
      const characters = [...sized];
      for (const at of blanks) characters.splice(Math.min(at, characters.length), 0, " ");
      return characters.join("");
    });

describe("a case number", () => {
  it("is found in every spelling, also of a part of it", () => {
    fc.assert(
      fc.property(
        numbers.chain((number) => fc.tuple(fc.constant(number), spelling(number))),
        ([number, text]) => {
          const query = readQuery(text);
          expect(query).toMatchObject({ asks: "number" });
          if (query.asks === "number") expect(isNumberAsked(query.number, number)).toBe(true);
        },
      ),
    );
  });

  it("written out finds no other", () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const query = readQuery(`关于${one}案件的说明`);
        if (query.asks !== "number") return expect.fail("not read as a number");
        expect(isNumberAsked(query.number, other)).toBe(one === other);
      }),
    );
  });

  it.each([
    ["23", { serial: 23 }],
    ["行初23", { type: "行初", serial: 23 }],
    ["初２３号", { type: "初", serial: 23 }],
    ["1302行初23", { court: "1302", type: "行初", serial: 23 }],
    ["2026行初23", { year: 2026, type: "行初", serial: 23 }],
    ["（2026）23号", { year: 2026, serial: 23 }],
    ["20261302行初23", { year: 2026, court: "1302", type: "行初", serial: 23 }],
    ["（2015）河行初字第22号", { year: 2015, court: "河", type: "行初", serial: 22 }],
  ])("%s asks for %o", (text, number) => {
    expect(readQuery(text)).toEqual({ asks: "number", number });
  });

  it("is told from a court's number without its serial, from a name, and from nothing", () => {
    expect(readQuery("（2026）鲁1302行初")).toEqual({ asks: "number-without-serial" });
    expect(readQuery("鲁1302行初字第号")).toEqual({ asks: "number-without-serial" });
    expect(readQuery("13800138000")).toEqual({ asks: "name", text: "13800138000" });
    expect(readQuery("陈 建")).toEqual({ asks: "name", text: "陈建" });
    for (const text of ["", "  ", "（）", "#"]) expect(readQuery(text)).toEqual({ asks: "nothing" });
  });

  it("of one court isn't that of the court above or below", () => {
    const of = (text: string) => {
      const query = readQuery(text);
      return query.asks === "number" ? query.number : expect.fail(text);
    };
    const county = caseNumber("（2026）鲁1302行初23号");
    expect(isNumberAsked(of("鲁13行初23"), county)).toBe(false);
    expect(isNumberAsked(of("鲁行初23"), county)).toBe(true);
    expect(isNumberAsked(of("行赔初23"), county)).toBe(false);
    expect(isNumberAsked(of("初23"), caseNumber("（2026）鲁1302行赔初23号"))).toBe(true);
  });
});

const SURNAMES = [..."陈王李张欧阳诸葛"];
const names = fc.oneof(
  fc
    .array(fc.constantFrom(...SURNAMES, ..."建国明丽芳某强𠮷"), { minLength: 1, maxLength: 4 })
    .map((all) => all.join("")),
  fc
    .tuple(
      fc.constantFrom("山东", "临沂市兰山区", "沂南县", ""),
      fc.constantFrom("宏远建材", "（中外合资）大众", "恒大置业 集团", "ABC 科技"),
      fc.constantFrom("有限公司", "股份有限公司", "专业合作社", ""),
    )
    .map((parts) => parts.join("")),
  fc.constantFrom("阿卜杜拉·买买提", "买买提•艾力", "陈×", "王某某", "O'Brien"),
);

describe("a party's name", () => {
  const finds = (typed: string, name: string) => {
    const query = readQuery(typed);
    return query.asks === "name" && nameTerms(name).some((term) => term.startsWith(query.text));
  };

  it("is found as a whole, and from any character on that it tells something by", () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (name, from, length) => {
        expect(finds(name, name)).toBe(true);
        expect(finds([...name].join(" "), name)).toBe(true);
        const whole = [...searchable(name)];
        // Any two or more neighbouring characters before what a thousand names end with.
        const telling = [...whole.join("").replace(/(?:集团|股份)?有限公司$|专业合作社$/u, "")].length;
        if (telling < 2) return;
        const start = from % (telling - 1);
        const part = whole.slice(start, start + 2 + (length % whole.length)).join("");
        expect(finds(part, name)).toBe(true);
      }),
    );
  });

  it("is not found by what isn't in it", () => {
    expect(finds("陈健", "陈建")).toBe(false);
    expect(finds("建国", "陈建")).toBe(false);
  });

  it("of any length has few terms, each of bounded length", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (name) => {
        const terms = nameTerms(name);
        expect(terms.length).toBeLessThanOrEqual(20);
        for (const term of terms) {
          expect([...term].length).toBeLessThanOrEqual(40);
          expect(term).not.toContain("#");
        }
      }),
    );
  });
});

describe("what a case is found under", () => {
  const parties = {
    plaintiffs: ["陈建", "李国强"],
    respondents: [POLICE, { name: "某某管理所" }],
    thirdParties: ["王芳"],
  };
  const file = caseAfter(summons({ parties }));

  it("is its serial and its parties' names, but for agencies that the directory knows", () => {
    expect(termsOf(file)).toEqual([
      { of: "number", serial: 23 },
      ...["陈建", "李国强", "国强", "王芳", "某某管理所", "某管理所", "管理所", "理所"].map((text) => ({
        of: "name",
        text,
      })),
    ]);
  });

  it("changes only where it has changed: with a party that falls away, another board, the whole case", () => {
    const boards = ["沂南县", "ORG:yinan-police"];
    const opened = searchChange(undefined, file, boards);
    expect(opened.entries).toHaveLength(termsOf(file).length);
    expect(opened.entries[0]).toEqual({
      term: { of: "number", serial: 23 },
      caseNumber: file.caseNumber,
      boards: boards.toSorted(),
    });
    const known = { ...file, boards };
    expect(searchChange(known, file, boards.toReversed())).toEqual({ entries: [], gone: [] });
    expect(searchChange(known, { ...file, plaintiffs: ["陈建"] }, boards)).toEqual({
      entries: [],
      gone: [
        { of: "name", text: "李国强" },
        { of: "name", text: "国强" },
      ],
    });
    const moved = searchChange(known, file, ["费县"]);
    expect(moved.gone).toEqual([]);
    expect(new Set(moved.entries.map((entry) => entry.boards.join()))).toEqual(new Set(["费县"]));
    expect(searchChange(known, { ...file, void: true }, []).gone).toEqual(termsOf(file));
  });
});

it("organisations are found by any part of any of their names, the closest first", () => {
  const named = (name: string, ...aliases: string[]): OrganisationName => ({
    id: name as OrganisationId,
    kind: "agency",
    name,
    aliases,
    level: "county",
    jurisdiction: "沂南县",
  });
  const all = [
    named("临沂市公安局沂南分局"),
    named("沂南县公安局交通警察大队"),
    named("沂南县公安局", "沂南公安局"),
    named("费县教育局"),
    named("河东区自然资源局"),
  ];
  const found = (text: string) => organisationsNamed(searchable(text), all).map(({ name }) => name);
  expect(found("沂南县公安局")).toEqual(["沂南县公安局", "沂南县公安局交通警察大队"]);
  expect(found("沂南公安")).toEqual(["沂南县公安局", "沂南县公安局交通警察大队"]);
  expect(found("公安")).toEqual(["沂南县公安局", "临沂市公安局沂南分局", "沂南县公安局交通警察大队"]);
  expect(found("河东自然资源")).toEqual(["河东区自然资源局"]);
  expect(found("税务")).toEqual([]);
  expect(found("县")).toHaveLength(3);
});
