/**
 * The folders hold: who may import whom, walked over the real imports of every source file. The same check, run on
 * a made-up tree, proves that it fails when a forbidden import is added.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

type Sources = ReadonlyMap<string, string>;

/** What each room may import, by the start of the path; packages are named as they are. First match counts. */
const RULES: readonly { readonly room: RegExp; readonly may: readonly RegExp[]; readonly why: string }[] = [
  { room: /^shared\/domain\//, may: [/^shared\/domain\//], why: "the domain imports nothing but itself" },
  {
    room: /^shared\/letters\//,
    may: [
      /^shared\/(letters|domain)\//,
      /^(hono|nodemailer|ical-generator|csv-stringify|docx|fflate|hucre|echarts)(\/|$)/,
    ],
    why: "letters are pure: domain and their own libraries",
  },
  {
    room: /^shared\/documents\/bounded\//,
    may: [/^shared\/documents\//, /^node:(?!net|http|dns)/],
    why: "a document's own process is started here and nowhere else",
  },
  {
    room: /^shared\/documents\//,
    may: [
      /^shared\/(documents|domain)\//,
      /^(pdfjs-dist|yauzl|hucre|csv-parse|saxes|htmlparser2|libqp|onnxruntime-node|pngjs|jpeg-js)(\/|$)/,
      /^node:(?!child_process|net|http|dns)/,
    ],
    why: "documents know neither AWS nor the network",
  },
  {
    room: /^shared\/links\//,
    may: [/^shared\/(links|domain)\//, /^node:crypto$/],
    why: "links know what they say and how it is signed",
  },
  { room: /^shared\/ports\//, may: [/^shared\/(ports|domain)\//], why: "ports speak in domain types" },
  {
    room: /^shared\/casework\//,
    may: [
      /^shared\/(casework|domain)\//,
      /^shared\/ports\//,
      /^shared\/documents\/(kinds\/facts|text\/fact)\.ts$/,
    ],
    why: "casework joins domain and ports with what was read",
  },
  {
    room: /^shared\/adapters\//,
    may: [
      /^shared\/(adapters|domain)\//,
      /^shared\/ports\//,
      /^shared\/links\/link-keys\.ts$/,
      /^@aws-sdk\//,
      /^@smithy\//,
      /^(zod|nodemailer|postal-mime|chinese-days|openid-client)(\/|$)/,
      /^(node:|aws-lambda$)/,
    ],
    why: "adapters implement ports",
  },
  {
    room: /^shared\/runtime\//,
    may: [/^shared\/(runtime|domain)\//, /^@middy\//, /^zod(\/|$)/, /^node:zlib$/],
    why: "runtime knows how a function runs, not what it does",
  },
  {
    room: /^functions\/[^/]+\/handler\.ts$/,
    may: [/^functions\/SAME\//, /^shared\//, /^(zod|hono)(\/|$)/, /^aws-lambda$/, /^node:crypto$/],
    why: "handlers join adapters and runtime, and never a sibling's folder",
  },
  {
    room: /^functions\//,
    may: [
      /^functions\/SAME\//,
      /^shared\/(casework|domain|letters|documents|links)\//,
      /^shared\/ports\//,
      /^(zod|hono)(\/|$)/,
    ],
    why: "use cases see ports, letters, documents and domain",
  },
];

const CLOCK = /\bDate\.now\(|\bnew Date\(\)/;
const ENVIRONMENT = /\bprocess\.env\b/;

/** Every breach of the rules in a tree of sources, one line each. */
function breaches(sources: Sources): readonly string[] {
  const found: string[] = [];
  for (const [path, text] of sources) {
    const rule = RULES.find(({ room }) => room.test(path));
    if (rule === undefined) continue;
    const own = /^functions\/([^/]+)\//.exec(path)?.[1] ?? "";
    for (const target of importsOf(path, text)) {
      const allowed = rule.may.some((may) => new RegExp(may.source.replace("SAME", own)).test(target));
      if (!allowed) found.push(`${path} imports ${target}: ${rule.why}`);
    }
    const handler = /^functions\/[^/]+\/handler\.ts$/.test(path);
    if (CLOCK.test(text) && !handler) found.push(`${path} reads the clock: only handlers do`);
    // A process of its own gets an environment of its own, so that no credentials are in it.
    const childs = path === "shared/documents/bounded/child-process.ts";
    if (ENVIRONMENT.test(text) && !path.startsWith("shared/runtime/") && !childs)
      found.push(`${path} reads the environment: only runtime does`);
  }
  return found;
}

function importsOf(path: string, text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
  const specifiers = [...code.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)["']([^"']+)["']/gm)].map(
    ([, specifier]) => specifier ?? "",
  );
  return specifiers.map((specifier) =>
    specifier.startsWith(".") ? normalize(join(dirname(path), specifier)) : specifier,
  );
}

/** What imports what, among the files of a tree, types included. */
function fileGraph(sources: Sources): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...sources].map(([path, text]) => [
      path,
      new Set(importsOf(path, text).filter((to) => sources.has(to))),
    ]),
  );
}

/** The same between folders: one points to another where a file in it imports a file of the other. */
function folderGraph(sources: Sources): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const [path, targets] of fileGraph(sources)) {
    const from = folders.get(dirname(path)) ?? new Set();
    folders.set(dirname(path), from);
    for (const target of targets) if (dirname(target) !== dirname(path)) from.add(dirname(target));
  }
  return folders;
}

/** The circles of a graph: each the members that can all be reached from one another, in alphabetical order (Tarjan 1972). */
function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  const visit = (node: string): number => {
    const index = order.size;
    order.set(node, index);
    open.push(node);
    let low = index;
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    if (low === index) {
      const circle = open.splice(open.indexOf(node));
      if (circle.length > 1) found.push(circle.sort());
    }
    return low;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}

/** How many words of an opening comment must not stand in the file's name already. */
const FEWEST_WORDS = 4;

/** Files that don't open with a comment, or with one that says hardly more than the file's name. */
function unexplained(sources: Sources): readonly string[] {
  return [...sources].flatMap(([path, text]) => {
    const [, comment = ""] = /^\s*\/\*\*([\s\S]*?)\*\//.exec(text) ?? [];
    const words = new Set(comment.toLowerCase().match(/[a-z\d]{2,}|\p{Script=Han}+/gu));
    for (const word of path.split(/[^a-z\d]+/)) words.delete(word);
    return words.size >= FEWEST_WORDS ? [] : [path];
  });
}

/** How many files may lie side by side before a folder is a pile in which nobody finds anything. */
const MOST_FILES = 32;

function tree(...roots: readonly string[]): Sources {
  const files = roots.flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(files.map((path) => [path, readFileSync(path, "utf8")]));
}

describe("the architecture", () => {
  const sources = tree("shared", "functions");

  it("has every source in a room with a rule", () => {
    expect([...sources.keys()].filter((path) => !RULES.some(({ room }) => room.test(path)))).toEqual([]);
  });

  it("is kept", () => expect(breaches(sources)).toEqual([]));

  const whole = new Map([...sources, ...tree("infra")]);

  it("has no circle of files, types included", () => expect(circles(fileGraph(whole))).toEqual([]));

  it("has no circle of folders, types included", () => expect(circles(folderGraph(whole))).toEqual([]));

  it("has no folder that is a pile", () => {
    const files = Map.groupBy(whole.keys(), dirname);
    expect([...files].filter(([, inside]) => inside.length > MOST_FILES).map(([folder]) => folder)).toEqual(
      [],
    );
  });

  it("says at the top of each file which question it answers", () => {
    const supports = [...tree("test")].filter(([path]) => /\/(support|bench)\//.test(path));
    const files = unexplained(new Map([...whole, ...supports]));
    expect(files).toEqual([]);
  });

  it("handlers only wire: 60 lines at most", () => {
    const long = [...sources].filter(
      ([path, text]) => path.endsWith("/handler.ts") && text.split("\n").length > 61,
    );
    expect(long.map(([path]) => path)).toEqual([]);
  });

  it("infra takes from runtime the types of environments, and what judges and packs a policy at synthesis", () => {
    const taken = [...tree("infra")].flatMap(([path, text]) =>
      [...text.matchAll(/^import\s+(type\s+)?[^;]*?from\s+["'][^"']*shared\/runtime\/([^"']+)["']/gm)]
        .filter(
          ([, type, file]) =>
            !/^(?:policy-schema|packed-policy)\.ts$/.test(file ?? "") &&
            (type === undefined || file !== "env.ts"),
        )
        .map(() => path),
    );
    expect(taken).toEqual([]);
  });
});

describe("the check itself", () => {
  const breach = (path: string, text: string) => breaches(new Map([[path, text]]));

  it.each([
    ["shared/domain/time/deadline.ts", `import { x } from "../../adapters/clients.ts";`],
    ["shared/domain/time/deadline.ts", `import { S3 } from "@aws-sdk/client-s3";`],
    ["shared/documents/kinds/kind.ts", `const { S3 } = await import("@aws-sdk/client-s3");`],
    ["shared/letters/notices/hearing.ts", `export { x } from "../../ports/records.ts";`],
    [
      "functions/deadline-sweep/sweep.ts",
      `import { dynamo } from "../../shared/adapters/clients/dynamo.ts";`,
    ],
    ["functions/deadline-sweep/sweep.ts", `import { takeIn } from "../document-intake/intake.ts";`],
    ["functions/deadline-sweep/handler.ts", `import { takeIn } from "../document-intake/intake.ts";`],
    ["shared/domain/reminder.ts", "const now = new Date();"],
    ["functions/deadline-sweep/sweep.ts", "const now = Date.now();"],
    ["shared/adapters/clients.ts", "const region = process.env.AWS_REGION;"],
  ])("%s with `%s` is a breach", (path, text) => expect(breach(path, text)).toHaveLength(1));

  it("finds a circle of files, also one that only types close", () => {
    const made = new Map([
      ["shared/domain/a.ts", `import { b } from "./b.ts";`],
      ["shared/domain/b.ts", `export { c } from "./deep/c.ts";`],
      ["shared/domain/deep/c.ts", `import type { A } from "../a.ts"; import { d } from "../d.ts";`],
      ["shared/domain/d.ts", `import { readFileSync } from "node:fs";`],
    ]);
    expect(circles(fileGraph(made))).toEqual([
      ["shared/domain/a.ts", "shared/domain/b.ts", "shared/domain/deep/c.ts"],
    ]);
  });

  it("finds folders that import each other where no file does", () => {
    const made = new Map([
      ["shared/domain/time/a.ts", `import { b } from "../court/b.ts";`],
      ["shared/domain/time/c.ts", ""],
      ["shared/domain/court/b.ts", ""],
      ["shared/domain/court/d.ts", `import type { C } from "../time/c.ts";`],
    ]);
    expect(circles(fileGraph(made))).toEqual([]);
    expect(circles(folderGraph(made))).toEqual([["shared/domain/court", "shared/domain/time"]]);
  });

  it("finds a file that opens without a comment, or with one that only repeats its name", () => {
    const made = new Map([
      ["shared/ports/clock.ts", `import { now } from "./now.ts";\n/** What time is it, and for whom? */`],
      ["shared/adapters/clients/s3.ts", "/** The S3 clients. */\nexport {};"],
      ["shared/ports/files.ts", "/** What use cases ask of a bucket. */\nexport {};"],
      ["shared/domain/notices/digest.ts", "// What a bureau reads once a day.\nexport {};"],
    ]);
    expect(unexplained(made)).toEqual([
      "shared/ports/clock.ts",
      "shared/adapters/clients/s3.ts",
      "shared/domain/notices/digest.ts",
    ]);
  });

  it("lets through what is allowed", () => {
    expect(
      breach(
        "functions/deadline-sweep/sweep.ts",
        `import { decide } from "../../shared/domain/case-file/decisions/decide.ts";`,
      ),
    ).toEqual([]);
    expect(
      breach(
        "functions/deadline-sweep/handler.ts",
        `import { sweep } from "./sweep.ts"; const now = new Date();`,
      ),
    ).toEqual([]);
  });
});
