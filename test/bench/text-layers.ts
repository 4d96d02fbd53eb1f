/**
 * What does reading a document with words of its own cost beside the library alone that takes it apart? Papers of the
 * size that courts send: in the process that asks, and in one of their own as intake has them read.
 */
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeXlsx } from "hucre/xlsx";
import mammoth from "mammoth";
import { EsbuildBundle } from "../../infra/constructs/bundle.ts";
import { DOCUMENT_LIMITS } from "../../shared/documents/bounded/limits.ts";
import { type DocumentResult, readDocument } from "../../shared/documents/read-document.ts";
import { corpusDocument } from "../documents/support/corpus.ts";
import { pdf } from "../documents/support/pdf.ts";
import { docx } from "../documents/support/zip.ts";
import type { Measurement } from "./run.ts";
import { inTurns, ratio, round } from "./timing.ts";

const ROUNDS = 5;
/** Documents a side reads in a round: intake gets them in batches. */
const BATCH = 5;
/** Paragraphs of evidence and reasons in a judgment of twelve pages. */
const PARAGRAPHS = 100;
const LEDGER_ROWS = 500;
/** Time enough on a machine that does other things besides. */
const LIMITS = { ...DOCUMENT_LIMITS, milliseconds: 60_000 };
const PDFJS = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

interface Sample {
  readonly what: string;
  readonly bytes: Uint8Array;
  /** The library, asked for the words and nothing else. */
  readonly bare: (bytes: Uint8Array) => Promise<unknown>;
}

export async function textLayers(): Promise<readonly Measurement[]> {
  const measured: Measurement[] = [];
  const { readBounded, boundedReader } = await bundledReader();
  for (const { what, bytes, bare } of await samples()) {
    const read = await readDocument(bytes);
    if (!read.ok) throw new Error(`${what}: ${read.reason.kind}`);
    const times = (work: (bytes: Uint8Array) => Promise<unknown>) => async () => {
      for (let time = 0; time < BATCH; time++) await work(bytes);
    };
    const sure = (read: (bytes: Uint8Array) => Promise<DocumentResult>) => async (given: Uint8Array) => {
      const { ok } = await read(given);
      if (!ok) throw new Error(`${what} was not read by another process`);
    };
    const batch = async () => {
      const { read, dismiss } = boundedReader(LIMITS);
      await times(sure(read))();
      dismiss();
    };
    const sides = {
      bare: times(bare),
      here: times(readDocument),
      alone: times(sure((bytes) => readBounded(bytes, LIMITS))),
      batch,
    };
    for (const side of Object.values(sides)) await side();
    const costs = await inTurns(ROUNDS, sides);
    const size = `${Math.round(bytes.length / 1024)} KB, ${read.document.kind.value}`;
    measured.push(
      { what: `${what}, library alone`, value: round(costs.bare.wall / BATCH), unit: "ms", beside: size },
      {
        what: `${what}, read`,
        value: round(costs.here.wall / BATCH),
        unit: "ms",
        beside: `${ratio(costs.here, costs.bare)} of the library alone; goal ×1.3`,
      },
      {
        what: `${what}, read in a process of its own`,
        value: round(costs.alone.wall / BATCH),
        unit: "ms",
        beside: `${ratio(costs.alone, costs.bare)} of the library alone`,
      },
      {
        what: `${what}, read in one process, ${BATCH} of a sender`,
        value: round(costs.batch.wall / BATCH),
        unit: "ms",
        beside: `${ratio(costs.batch, costs.bare)} of the library alone, ${ratio(costs.batch, costs.alone)} of processes of their own`,
      },
    );
  }
  return measured;
}

/** As it is deployed: from the sources a process would spend its time on reading TypeScript. */
async function bundledReader(): Promise<typeof import("../../shared/documents/bounded/read-bounded.ts")> {
  const folder = join(import.meta.dirname, "../../test-output/bundles/read-bounded");
  rmSync(folder, { recursive: true, force: true });
  new EsbuildBundle({
    entry: "shared/documents/bounded/read-bounded.ts",
    processes: { "reader-process": "shared/documents/bounded/reader-process.ts" },
    folders: Object.fromEntries(
      ["cmaps", "standard_fonts", "wasm"].map((name) => [`pdfjs/${name}`, `node_modules/pdfjs-dist/${name}`]),
    ),
  }).tryBundle(folder);
  return import(pathToFileURL(join(folder, "index.mjs")).href);
}

async function samples(): Promise<readonly Sample[]> {
  const judgment = longJudgment();
  return [
    { what: "PDF", bytes: pdf(judgment), bare: barePdf },
    {
      what: "DOCX",
      bytes: docx(judgment),
      bare: (bytes) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
    },
    {
      what: "XLSX",
      bytes: await writeXlsx({ sheets: [{ name: "台账", rows: ledgerRows() }] }),
      bare: async (bytes) => (await import("hucre/xlsx")).readXlsx(bytes),
    },
  ];
}

/** A judgment of the corpus with as much about the facts as one of a court has. */
function longJudgment(): string {
  const text = new TextDecoder().decode(corpusDocument("306-judgment-agent-deputy-chief.txt").bytes);
  const facts = Array.from(
    { length: PARAGRAPHS },
    (_, index) =>
      `${index + 1}.证据材料第${index + 1}组，证明涉案房屋位于该镇驻地，原告于2019年${1 + (index % 12)}月${1 + (index % 28)}日取得集体土地使用证，面积${120 + index}平方米；经质证，该组证据形式合法，内容真实，与本案具有关联性，本院予以采信。`,
  );
  const [head = "", tail = ""] = text.split(/(?=本院认为)/);
  return [head.trimEnd(), ...facts, tail].join("\n");
}

function ledgerRows(): string[][] {
  const rows = Array.from({ length: LEDGER_ROWS }, (_, index) => [
    String(index + 1),
    `（2026）鲁1302行初${index + 1}号`,
    "张某某",
    `兰山区第${index % 40}街道办事处`,
    `2026-08-${String(1 + (index % 28)).padStart(2, "0")}`,
    index % 9 === 0 ? "否" : "是",
    index % 3 === 0 ? "是" : "否",
  ]);
  return [["序号", "案号", "原告", "被告", "开庭日期", "负责人是否出庭", "是否涉企"], ...rows];
}

/** Opened as ours is: with the maps of fonts that are not in the file. */
async function barePdf(bytes: Uint8Array): Promise<void> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(PDFJS, "cmaps")}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(PDFJS, "standard_fonts")}/`,
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++)
    await (await document.getPage(number)).getTextContent();
  await task.destroy();
}
