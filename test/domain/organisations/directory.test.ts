import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  lookup,
  lookupsOf,
  type Organisation,
  type OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import { directoryProblems } from "../../../shared/domain/organisations/directory-problems.ts";
import { explainDirectoryProblem } from "../../../shared/letters/refusals/directory-problems.ts";

const sample: { organisations: Organisation[] } = JSON.parse(
  readFileSync(new URL("../../../infra/local/city/samples/directory.json", import.meta.url), "utf8"),
);
const agency = (changes: Partial<Organisation> = {}): Organisation => ({
  id: "yinan-police" as OrganisationId,
  kind: "agency",
  name: "沂南县公安局",
  aliases: ["沂南公安局"],
  level: "county",
  jurisdiction: "沂南县",
  contacts: [{ role: "legal-section", name: "方圆", email: "fazhi@yinan-police.example.org" }],
  verified: true,
  ...changes,
});

describe("lookups", () => {
  it("find an organisation by name and alias, whatever the width of its signs", () => {
    expect(lookupsOf(agency())).toEqual([
      "name:沂南县公安局",
      "name:沂南公安局",
      "kind:agency",
      "area:沂南县",
      "mailbox:fazhi@yinan-police.example.org",
    ]);
    expect(lookup.name(" 沂南县 公安局　")).toBe("name:沂南县公安局");
    expect(lookup.name("临沂市公安局（兰山分局）")).toBe(lookup.name("临沂市公安局(兰山分局)"));
  });

  it("find a court by its code, with or without the province's sign, and a bureau by its district", () => {
    const court = agency({ kind: "court", courtCode: "鲁1321" });
    expect(lookupsOf(court)).toContain(lookup.court("1321"));
    expect(lookup.court("鲁1321")).toBe(lookup.court("1321"));
    expect(lookupsOf(agency({ kind: "bureau" }))).toContain("bureau:沂南县");
  });
});

describe("a directory file's problems", () => {
  it("the sample has none", () => expect(directoryProblems(sample.organisations)).toEqual([]));

  it.each<[string, readonly Organisation[], string]>([
    ["an id twice", [agency(), agency({ name: "另一局", aliases: [] })], "出现了两次"],
    ["a name twice", [agency(), agency({ id: "other" as OrganisationId })], "使用了同一个名称"],
    ["a court without a code", [agency({ kind: "court" })], "缺少法院代码"],
    ["nobody to write to", [agency({ contacts: [] })], "没有联系人"],
    ["a superior nobody knows", [agency({ superior: "nobody" as OrganisationId })], "不在名录中"],
  ])("%s", (_, organisations, why) => {
    const said = directoryProblems(organisations, () => "第3行").map(explainDirectoryProblem);
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^第3行：.*${why}`, "u")));
  });
});
