/**
 * Do the words still point at something? Every file a comment or a document names, every symbol a comment links to,
 * and every npm script a document prints must exist; a reader who follows a dead pointer loses trust in the rest.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

type Texts = ReadonlyMap<string, string>;

const ROOMS = ["functions", "shared", "infra", "test"];

/** A file of ours by its ending, or a path that begins in one of our rooms. */
const MENTION =
  /(?<![\w/.@*…-])((?:[\w.-]+\/)*[\w.-]+\.(?:ts|md)|(?:functions|shared|infra|test)\/[\w./-]*\w\/?)(?![\w*<{…])/g;

/** Every mention in a tree's comments and documents of a file, symbol or script that isn't there, one line each. */
function deadPointers(texts: Texts, paths: ReadonlySet<string>, scripts: ReadonlySet<string>): string[] {
  const folders = new Set([...paths].flatMap(foldersOf));
  const endings = new Set([...paths].flatMap(endingsOf));
  const declared = new Set(
    [...texts].flatMap(([path, text]) => (path.endsWith(".ts") ? namesIn(withoutComments(text)) : [])),
  );
  return [...texts].flatMap(([path, text]) => {
    const document = path.endsWith(".md");
    const prose = document ? text : commentsOf(text);
    // Code that a document shows may be about a file to be written.
    const named = document ? text.replace(/^ *```ts$[\s\S]*?^ *```$/gm, "") : prose;
    const there = (mention: string) => {
      const bare = mention.replace(/\/$/, "");
      const beside = normalize(join(dirname(path), bare));
      return endings.has(bare) || folders.has(bare) || endings.has(beside) || folders.has(beside);
    };
    const files = [...named.matchAll(MENTION)]
      .map(([, mention = ""]) => mention)
      .filter((one) => !there(one));
    const targets = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)|<img[^>]+src="([^"]+)"/g)]
      .map(([, link, picture]) => link ?? picture ?? "")
      .filter((one) => document && !/^https?:/.test(one) && !there(one));
    const symbols = [...prose.matchAll(/\{@link\s+([^}\s]+)/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !document && !name.split(/\W+/).every((part) => part === "" || declared.has(part)));
    const commands = [...prose.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)]
      .map(([, script = ""]) => script)
      .filter((script) => !scripts.has(script));
    return [...new Set([...files, ...targets, ...symbols, ...commands])].map((dead) => `${path}: ${dead}`);
  });
}

function commentsOf(text: string): string {
  return [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g)].map(([comment]) => comment).join("\n");
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "");
}

function namesIn(code: string): readonly string[] {
  return code.match(/[A-Za-z_$][\w$]*/g) ?? [];
}

/** `test/pages/desk.test.ts` → `test`, `test/pages`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

/** `test/pages/desk.test.ts` → itself, `pages/desk.test.ts`, `desk.test.ts`: a mention may leave out what is known. */
function endingsOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, at) => parts.slice(at).join("/"));
}

function ours(): { readonly texts: Texts; readonly paths: ReadonlySet<string> } {
  const inRooms = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const paths = new Set([...readdirSync("."), ...inRooms, "package.json"]);
  const readable = [...paths].filter((path) => /\.(ts|md)$/.test(path) && !path.includes("/corpus/"));
  return { texts: new Map(readable.map((path) => [path, readFileSync(path, "utf8")])), paths };
}

describe("what comments and documents point at", () => {
  it("is there", () => {
    const { texts, paths } = ours();
    const { scripts }: { scripts: object } = JSON.parse(readFileSync("package.json", "utf8"));
    // What was changed may name what is gone, and this file names what never was.
    const elsewhere = new Set(["CHANGELOG.md", relative(".", import.meta.filename)]);
    const present = new Map([...texts].filter(([path]) => !elsewhere.has(path)));
    expect(deadPointers(present, paths, new Set(Object.keys(scripts)))).toEqual([]);
  });

  it("is missed where it isn't: the check itself", () => {
    const made = new Map([
      [
        "shared/domain/rules.ts",
        "/** By `policy.ts`, see domain/calendar.ts and {@link Holidays}; {@link Rules} */\nexport interface Rules {}",
      ],
      [
        "shared/domain/policy.ts",
        "// as test/policies shows\nexport const a = 'in strings/nothing.ts counts';",
      ],
      [
        "README.md",
        '[rules](shared/domain/rules.ts) ![a](test/a.png) <img src="b.png">\n`npm run bench`, `npm run benhc`, [it](https://example.org/x.ts)',
      ],
    ]);
    expect(deadPointers(made, new Set(made.keys()), new Set(["bench"]))).toEqual([
      "shared/domain/rules.ts: domain/calendar.ts",
      "shared/domain/rules.ts: Holidays",
      "shared/domain/policy.ts: test/policies",
      "README.md: test/a.png",
      "README.md: b.png",
      "README.md: benhc",
    ]);
  });
});

describe("code that a document shows", () => {
  const { texts } = ours();
  const sources = [...texts].filter(([path]) => path.endsWith(".ts") && !path.startsWith("test/"));
  const shown = [...texts].flatMap(([path, text]) =>
    path.endsWith(".md")
      ? [...text.matchAll(/^ *```ts$([\s\S]*?)^ *```$/gm)].flatMap(([, code = ""]) =>
          [...code.matchAll(/\bname: ("[^"]+")/g)].map(([, name = ""]) => [path, name] as const),
        )
      : [],
  );

  it("has at least one rule in it", () => expect(shown.length).toBeGreaterThan(0));

  it.each(shown)("%s: %s is the name of a rule that is there", (_, name) =>
    expect(sources.some(([, text]) => text.includes(`name: ${name}`))).toBe(true),
  );
});

describe("the README", () => {
  const lines = readFileSync("README.md", "utf8").trimEnd().split("\n");

  it("is read in five minutes: 160 lines at most", () => expect(lines.length).toBeLessThanOrEqual(160));

  it("has no line wider than 160 characters", () =>
    expect(lines.filter((line) => [...line].length > 160)).toEqual([]));
});
