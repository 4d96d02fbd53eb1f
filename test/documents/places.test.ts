/** Does a paper read alike wherever in the country it comes from? Every county, district and city of the national list. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { readFacts } from "../../shared/documents/read-document.ts";
import { compare, type Truth } from "./support/comparison.ts";

/** Names by code, under the code of what they belong to; the provinces under 86. */
const LIST = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../node_modules/china-area-data/data.json"), "utf8"),
) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
/** Taiwan, Hong Kong and Macao have courts of their own. */
const OTHER_COURTS = new Set(["710000", "810000", "820000"]);

interface Place {
  readonly province: string;
  /** Empty where the county is the province's own. */
  readonly city: string;
  readonly county: string;
}

function placesOf(provinces: Readonly<Record<string, string>> = {}): Place[] {
  return Object.entries(provinces)
    .filter(([code]) => !OTHER_COURTS.has(code))
    .flatMap(([code, province]) =>
      Object.entries(LIST[code] ?? {}).flatMap(([cityCode, name]) => {
        const city = /^(?:市辖区|县)$|直辖/u.test(name) ? "" : name;
        return Object.values(LIST[cityCode] ?? {}).map((county) => ({ province, city, county }));
      }),
    );
}

/** The list also has towns of cities without counties, zones and islands, which have no courts. */
const PLACES = placesOf(LIST["86"]).filter(({ county }) => /[县区市旗]$/u.test(county));

/** A paper of a place, and what stands in it. */
type Paper = (place: Place) => { readonly text: string; readonly truth: Truth };

const CASE = { administrative: true, caseNumbers: ["（2024）鲁1302行初7号"], cause: "行政处罚" } as const;
const shared = () => ({ ...CASE, caseNumbers: [...CASE.caseNumbers], plaintiffs: ["郝建民"] });

const judgment: Paper = ({ province, city, county }) => {
  const court = `${province}${city}${county}人民法院`;
  return {
    text: `${court}\n行政判决书\n（2024）鲁1302行初7号\n原告郝建民。被告${county}公安局。\n原告郝建民诉被告${county}公安局行政处罚一案，本院于2024年5月6日公开开庭审理了本案。`,
    truth: {
      kind: "judgment",
      ...shared(),
      court,
      respondents: [`${county}公安局`],
      hearing: { start: "2024-05-06" },
    },
  };
};

const summons: Paper = ({ county }) => ({
  text: `${county}人民法院\n传票\n案号：（2024）鲁1302行初7号\n案由：行政处罚\n被传唤人：${county}人民政府\n传唤事由：开庭\n应到时间：2024年5月6日9时30分\n应到处所：${county}人民法院第三法庭`,
  truth: {
    kind: "summons",
    ...CASE,
    caseNumbers: [...CASE.caseNumbers],
    court: `${county}人民法院`,
    respondents: [`${county}人民政府`],
    hearing: { start: "2024-05-06T09:30:00+08:00", place: `${county}人民法院第三法庭` },
  },
});

const appeal: Paper = ({ city, county, province }) => ({
  text: `行政上诉状\n上诉人（原审原告）：郝建民。\n被上诉人（原审被告）：${county}公安局。\n上诉人因行政处罚一案，不服${county}人民法院（2024）鲁1302行初7号行政判决，现提起上诉。\n上诉请求：撤销原判。\n此致\n${province}${city}中级人民法院`,
  truth: {
    kind: "appeal",
    ...shared(),
    caseNumbers: [],
    originCaseNumber: "（2024）鲁1302行初7号",
    court: `${province}${city}中级人民法院`,
    respondents: [`${county}公安局`],
  },
});

const message: Paper = ({ county }) => ({
  text: `${county}公安局：\n原告郝建民诉你局行政处罚一案，案号（2024）鲁1302行初7号，由${county}人民法院审理，定于2024年5月6日9时30分在第三法庭开庭。`,
  truth: {
    kind: "summons",
    ...shared(),
    court: `${county}人民法院`,
    respondents: [`${county}公安局`],
    hearing: { start: "2024-05-06T09:30:00+08:00", place: "第三法庭" },
  },
});

const PAPERS: readonly (readonly [name: string, paper: Paper])[] = [
  ["a judgment in one paragraph", judgment],
  ["a summons", summons],
  ["an appeal", appeal],
  ["a message", message],
];

describe("every county, district and city of the list", () => {
  it("is there", () => expect(PLACES.length).toBeGreaterThan(2_800));

  it.each(PAPERS)(
    "reads as any other in %s",
    (_, paper) => {
      const misread = PLACES.flatMap((place) => {
        const { text, truth } = paper(place);
        return compare(truth, toReading(readFacts(text)))
          .filter(({ isTrue }) => !isTrue)
          .map(({ field, expected, read }) => `${place.county} ${field}: ${read} for ${expected}`);
      });
      expect(misread).toEqual([]);
    },
    120_000,
  );
});
