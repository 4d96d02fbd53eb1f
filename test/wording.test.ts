/**
 * Who words what people read? Letters and pages. The domain, casework and ports keep data, so that a text is changed in one
 * place and what is stored can be shown in other words later. This reads every literal of their sources; the same check, run
 * on made-up sources, proves that it fails when something is worded there.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAst } from "vitest/node";

/** Rooms in which nothing is worded. */
const WORDLESS = ["shared/domain", "shared/casework", "shared/ports", "shared/links"];

/** What a file besides them may have: terms as they are kept or stand in papers, or also names that are put together by rule. */
type May = "terms" | "names";

/** Files of terms and names, each with whose they are. */
const VOCABULARY: ReadonlyMap<string, readonly [May, string]> = new Map([
  ["shared/domain/court/case-number.ts", ["names", "the parts of a 案号, as courts write them"]],
  [
    "shared/domain/access/seat.ts",
    ["terms", "what whoever runs the deployment is called among organisations"],
  ],
  ["shared/domain/search/search-query.ts", ["names", "the parts of a 案号, as people type them"]],
  ["shared/domain/court/head.ts", ["names", "units, from whose names the patterns of posts (职务) are made"]],
  [
    "shared/domain/classes/field-rules.ts",
    ["names", "the words each rule was written for, as causes have them"],
  ],
  [
    "shared/domain/classes/act-rules.ts",
    ["terms", "the words each rule was written for, as causes have them"],
  ],
  ["shared/domain/court/enterprise.ts", ["names", "the surnames, by which a name is a person's"]],
  ["shared/domain/court/organ-endings.ts", ["terms", "how names of organs end"]],
  ["shared/casework/documents/case-documents.ts", ["terms", "an ending of organs' names"]],
  [
    "shared/domain/statistics/department.ts",
    ["terms", "the lines of administration (系统) the bulletin counts by"],
  ],
  ["shared/domain/statistics/statistics-row.ts", ["terms", "an agency nobody knows, as rows keep it"]],
  ["shared/domain/organisations/county-cities.ts", ["names", "the county-level cities (县级市) there are"]],
  [
    "shared/domain/organisations/district.ts",
    ["terms", "the city itself, the province, a bureau nobody knows by name"],
  ],
  ["shared/domain/notices/notice-number.ts", ["names", "the parts of a 发文字号"]],
  ["shared/domain/signing/numbers.ts", ["names", "the parts of a 发文字号"]],
  ["shared/domain/handling/handling-rules.ts", ["terms", "words of causes, and in whose names they stand"]],
  ["shared/domain/policy.ts", ["terms", "the city this policy is of"]],
]);

/** No term of the field is longer (人力资源社会保障). */
const LONGEST_TERM = 8;

const SENTENCE_MARK = /[。，；：！？、“”]/u;
const HAN = /\p{Script=Han}/u;
const TOO_LONG = new RegExp(`\\p{Script=Han}{${LONGEST_TERM + 1}}`, "u");

type Node = Readonly<Record<string, unknown>>;

/** Texts in a source that its file may not have. Comments are none, nor patterns of what is looked for in papers. */
function wordingOf(source: string, may?: May): readonly string[] {
  const found: string[] = [];
  walk(parseAst(source, { lang: "ts" }), (node) => {
    const parts = textsOf(node);
    const text = parts.join("…");
    const isSentence = SENTENCE_MARK.test(text) || TOO_LONG.test(text);
    const isTerm = HAN.test(text) && parts.length === 1;
    const isPutTogether = HAN.test(text) && parts.length > 1;
    if (may !== "names" && (isSentence || isPutTogether)) found.push(text);
    else if (may === undefined && isTerm) found.push(text);
  });
  return found;
}

/** What a literal says, a template in the parts between what it joins; nothing of any other node. */
function textsOf({ type, value, quasis }: Node): readonly string[] {
  if (type === "Literal" && typeof value === "string") return [value];
  if (type !== "TemplateLiteral") return [];
  return (quasis as readonly { readonly value: { readonly raw: string } }[]).map(({ value: { raw } }) => raw);
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit);
    return;
  }
  const one = node as Node;
  // The word in a notice's number (发文字号), which its kind's rule keeps.
  if (one.type === "Property" && (one.key as Node).name === "word") return;
  visit(one);
  for (const below of Object.values(one)) walk(below, visit);
}

function sources(rooms: readonly string[]): readonly (readonly [file: string, source: string])[] {
  return rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file, "utf8")] as const),
  );
}

describe("what people read", () => {
  const files = sources(WORDLESS);

  it("is worded by letters and pages alone", () => {
    const worded = files.map(
      ([file, source]) => [file, wordingOf(source, VOCABULARY.get(file)?.[0])] as const,
    );
    expect(worded.filter(([, texts]) => texts.length > 0)).toEqual([]);
  });

  it("calls a bureau by its name, never the one of the same level", () => {
    const nameless = sources(["shared", "functions", "infra"]).filter(([, source]) =>
      source.includes("同级司法局"),
    );
    expect(nameless.map(([file]) => file)).toEqual([]);
  });

  it.each([...VOCABULARY])("has in %s what only it may have", (file, [may]) => {
    const source = files.find(([path]) => path === file)?.[1] ?? "";
    expect(wordingOf(source, may === "names" ? "terms" : undefined)).not.toEqual([]);
  });
});

describe("the check itself", () => {
  const joined = (before: string, after: string) => `const text = \`${before}\${count}${after}\`;`;

  it.each([
    ["a sentence", `const why = "没有读出开庭日期。";`],
    ["a clause without its full stop", `const why = { text: "邮件被退回，地址无效" };`],
    ["a long run of words", "const why = '名录中没有可用的电子邮箱';"],
    ["words joined with what is known", joined("负责人未出庭", "件")],
    ["words behind what is joined", joined("", "人")],
    ["a template that joins nothing", "const text = `文件是空的。`;"],
    ["a joint of lists", `const all = names.join("、");`],
    ["a type of sentences", `type Why = "文件是空的。";`],
    ["words deep in a call", `f({ a: [() => g("请改动有变化的项目，或者关闭本页")] });`],
  ])("finds %s, also in a file of terms", (_, source) => {
    expect(wordingOf(source)).toHaveLength(1);
    expect(wordingOf(source, "terms")).toHaveLength(1);
    expect(wordingOf(source, "names")).toEqual([]);
  });

  it("finds a term where none is kept", () => {
    const source = `const state = "已结案"; export const GROUNDS = { first: "不可抗力" };`;
    expect(wordingOf(source)).toEqual(["已结案", "不可抗力"]);
    expect(wordingOf(source, "terms")).toEqual([]);
  });

  it.each([
    ["what is looked for in papers", "const NOBODY = /无正当理由，拒不到庭参加诉讼的/u;"],
    [
      "a comment",
      "/** 负责人未出庭，理由未经法院认可。 */\nexport const absent = 1; // 未出庭，未说明理由。",
    ],
    ["a text without Chinese", joined("CASE#", " FILE")],
    ["the word of a notice's number", `export const RULES = { asked: { word: "询问", leaves: "at-once" } };`],
  ])("lets through %s", (_, source) => expect(wordingOf(source)).toEqual([]));
});
