import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { similarOrganisations } from "../../../shared/domain/organisations/similar-names.ts";
import { anAgency } from "../../support/stored-things.ts";

const named = (id: string, name: string) => anAgency({ id: id as never, name, aliases: [] });

/** How alike two names are; undefined where less than half of them is. */
const scoreOf = (name: string, other: string) =>
  similarOrganisations(name, [named("other", other)])[0]?.score;

describe("names that are alike", () => {
  it("are found by what they share, the most similar first", () => {
    const all = [
      named("water", "沂南县水利局"),
      named("police", "沂南县公安局"),
      named("traffic", "沂南县公安局交通警察大队"),
      named("land", "临沂市自然资源和规划局"),
    ];
    const found = similarOrganisations("沂南县公安分局", all);
    expect(found.map(({ organisation }) => organisation.id)).toEqual(["police"]);
    expect(similarOrganisations("某某公司", all)).toEqual([]);
  });

  it("are alike the same either way round, wholly with themselves, and never beyond", () => {
    const name = fc.string({ unit: fc.constantFrom(..."沂南县公安局分河东"), maxLength: 10 });
    fc.assert(
      fc.property(name, name, (one, other) => {
        const score = scoreOf(one, other);
        expect(score).toBe(scoreOf(other, one));
        expect(score ?? 1).toBeLessThanOrEqual(1);
        expect(scoreOf(one, one)).toBe(1);
      }),
    );
  });
});
