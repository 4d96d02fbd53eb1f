import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placesIn } from "../../../../functions/desk/review/marked-source.ts";
import { sourceText } from "../../../../functions/desk/review/source-view.ts";
import type { FactField } from "../../../../shared/domain/refusal.ts";

const fact = (field: FactField, text: string, confidence = 0.9) => ({ field, value: text, confidence, text });
const unsure = ({ confidence }: { readonly confidence: number }) => confidence < 0.8;
const shown = (text: string, facts: readonly ReturnType<typeof fact>[]) =>
  placesIn(text, facts, unsure).map(({ start, end, labels, doubtful }) => [
    text.slice(start, end),
    labels,
    doubtful,
  ]);

describe("the places of a text", () => {
  it("are found whatever blanks and line breaks lie in them", () => {
    expect(
      shown("传 票\n案 号：（2026）鲁1321\n行初23号", [fact("case-number", "（2026）鲁1321行初23号", 0.5)]),
    ).toEqual([["（2026）鲁1321\n行初23号", ["案号"], true]]);
  });

  it("that overlap are one, doubtful where one of them is", () => {
    expect(
      shown("出庭负责人：龙涛，副局长。", [
        fact("head-name", "龙涛"),
        fact("attended", "出庭负责人：龙涛，副局长", 0.5),
      ]),
    ).toEqual([["出庭负责人：龙涛，副局长", ["负责人是否出庭", "出庭人员姓名"], true]]);
  });

  it("never overlap, stay within the text, and lose none of it on the page, whatever it is", async () => {
    const word = fc.string({
      unit: fc.constantFrom(..."案号：（）龙涛 \n&<>3年"),
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 12 }),
        fc.array(word, { maxLength: 5 }),
        async (words, facts) => {
          const text = words.join("");
          const places = placesIn(
            text,
            facts.map((one) => fact("court", one)),
            unsure,
          );
          places.forEach(({ start, end }, index) => {
            expect(start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          });
          const page = String(
            await sourceText(
              { text, places: places.map((one, index) => ({ ...one, number: index + 1 })) },
              "文件文字",
            ),
          );
          const bare = page
            .replace(/<small>.*?<\/small>/gs, "")
            .replace(/<\/?(?:div|mark)[^>]*>/g, "")
            .replaceAll("&lt;", "<")
            .replaceAll("&gt;", ">")
            .replaceAll("&amp;", "&");
          expect(bare).toBe(text);
        },
      ),
    );
  });
});
