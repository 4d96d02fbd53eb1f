/** What papers say of a case's classes and days, against what a person reads in them: written before their reader was tried on them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { understand } from "../../shared/casework/documents/understand.ts";
import { classFacts } from "../../shared/documents/classes/class-facts.ts";
import { readFacts } from "../../shared/documents/read-document.ts";
import { flatten } from "../../shared/documents/text/flat-text.ts";
import { LINYI } from "../../shared/domain/policy.ts";
import { at } from "../support/case-builders.ts";

const FOLDER = join(import.meta.dirname, "unseen/classes");
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
const textOf = (name: string) => readFileSync(join(FOLDER, name), "utf8");

describe("papers that say something of classes and days", () => {
  it.each(NAMES)("%s", (name) => {
    const truth = JSON.parse(readFileSync(join(FOLDER, name.replace(".txt", ".json")), "utf8"));
    const { classes = {} } = readFacts(textOf(name));
    const read = Object.entries(classes).map(([key, { value }]) => [key, value]);
    expect(Object.fromEntries(read)).toEqual(truth);
    for (const { confidence } of Object.values(classes)) expect(confidence).toBeGreaterThanOrEqual(0.85);
  });

  it.each([
    [
      "张三诉被告厦门市公安局集美分局（简称集美分局）、厦门市公安局（简称市公安局）行政复议一案",
      ["厦门市公安局集美分局", "厦门市公安局"],
      "厦门市公安局",
    ],
    [
      "张三不服被告沂水县公安局城关派出所作出的处罚、沂水县公安局作出的行政复议决定",
      ["沂水县公安局", "沂水县公安局城关派出所"],
      "沂水县公安局",
    ],
    [
      "张三诉被告沂水县公安局城关派出所行政复议一案",
      ["沂水县公安局", "沂水县公安局城关派出所"],
      "沂水县公安局城关派出所",
    ],
  ])("name who reconsidered: %s", (words, respondents, body) => {
    expect(classFacts(flatten(words), respondents, 2026)?.reviewBody?.value).toBe(body);
  });

  it("tell their case so, with the day it ended and by which paper", () => {
    const understood = understand(
      readFacts(textOf("15.txt")),
      { sha256: "judgment", at: at("09-10"), court: undefined },
      LINYI,
    );
    const [command] = understood.outcome === "certain" ? understood.commands : [];
    expect(command?.classes).toEqual({
      actTitle: "兰市监罚字〔2026〕12号行政处罚决定",
      review: "changed",
      reviewNumber: "兰政复决字〔2026〕60号",
      reviewBody: "临沂市兰山区人民政府",
      acceptedOn: "2026-06-24",
      procedure: "ordinary",
      ruling: "dismissed",
      closedOn: "2026-09-04",
      form: "judgment",
    });
  });
});
