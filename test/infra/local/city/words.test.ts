import { describe, expect, it } from "vitest";
import { WORDS } from "../../../../infra/local/city/words/language.ts";
import type { Words } from "../../../../infra/local/city/words/words.ts";
import type { RecordedEvent } from "../../../../shared/domain/case-file/events.ts";
import { caseNumber } from "../../../../shared/domain/court/case-number.ts";
import { civilDate } from "../../../../shared/domain/time/time.ts";
import { at } from "../../../support/case-builders.ts";

/** Every text of a table that is not made of something. */
function texts(words: Words): readonly (readonly [string, string])[] {
  const inside = (part: object, name: string): readonly (readonly [string, string])[] =>
    Object.entries(part).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${name}${key}`, value] as const]
        : typeof value === "object"
          ? inside(value, `${name}${key}.`)
          : [],
    );
  return inside(words, "");
}

const event = (of: RecordedEvent["event"], cause = "document:abc"): RecordedEvent => ({
  at: at("09-03"),
  cause,
  event: of,
});
const opened = event({
  type: "case-opened",
  caseNumber: caseNumber("（2026）鲁1302行初101号"),
  court: "临沂市兰山区人民法院",
  plaintiffs: ["张守田"],
  respondents: [{ name: "兰山区综合行政执法局" }],
  thirdParties: [],
});
const appealed = event({ type: "appeal-filed", on: civilDate("2026-09-03") });
const noted = event({ type: "notice-issued", key: "hearing:1", at: at("09-03") });

describe("the words of npm start", () => {
  it("are Chinese in the Chinese table, and none of them is in the English one but the name", () => {
    const without = texts(WORDS.zh).filter(([, text]) => !/\p{Script=Han}/u.test(text));
    expect(without).toEqual([["attended.none", "—"]]);
    const foreign = texts(WORDS.en).filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(foreign.map(([name]) => name)).toEqual(["title"]);
  });

  it.each(Object.entries(WORDS))("stand in columns in %s", (_, { labels }) => {
    expect(new Set(Object.values(labels).map((label) => label.length)).size).toBe(1);
  });

  it("tell of the same events, and of none that another line tells", () => {
    expect(WORDS.zh.event(opened)).toBe("登记案件，临沂市兰山区人民法院受理。张守田诉兰山区综合行政执法局");
    expect(WORDS.en.event(opened)).toBe("case opened: 张守田 v. 兰山区综合行政执法局");
    expect(WORDS.zh.event(appealed)).toBe("收到上诉状（2026年9月3日）。");
    expect(WORDS.en.event(appealed)).toBe("appealed");
    expect([WORDS.zh.event(noted), WORDS.en.event(noted)]).toEqual([undefined, undefined]);
  });

  it("name the person where a form was sent, and nobody for what follows from it", () => {
    const remark = { text: "请补充材料。", by: "徐琳", at: at("09-04") };
    const returned = event({ type: "report-returned", respondent: "某局", remark }, "link:n");
    expect(WORDS.zh.event(returned)).toBe("退回某局的报告：请补充材料。（徐琳）");
    const met = event(
      { type: "deadline-met", kind: "report", respondent: "某局", on: civilDate("2026-09-04") },
      "link:n",
    );
    expect(WORDS.zh.event(met)).toBe("某局于2026年9月4日完成三日报告。");
  });
});
