/**
 * Character recognition beside Tesseract, where this machine has it with Chinese: the same pages, in turns, by processor
 * time, and the share of characters each gets wrong. Debian: `apt-get install tesseract-ocr tesseract-ocr-chi-sim`.
 */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PNG } from "pngjs";
import { loadModels } from "../../shared/documents/ocr/models.ts";
import { readPage } from "../../shared/documents/ocr/read-page.ts";
import { pageImages } from "../../shared/documents/pages/page-images.ts";
import type { Raster } from "../../shared/documents/pages/raster.ts";
import { scanBytes, scans } from "../documents/ocr/truth.ts";
import type { Measurement } from "./run.ts";
import { type Cost, costOf, ratio } from "./timing.ts";

const TESSERACT = "tesseract";
const CORPUS = join(import.meta.dirname, "../documents/corpus");

/** A document whose every page is a picture, with what stands on it. */
interface Scanned {
  readonly name: string;
  readonly text: string;
  readonly pages: readonly Raster[];
}

interface Side {
  readonly cost: Cost;
  readonly edits: number;
}

export async function recognition(): Promise<readonly Measurement[]> {
  const { stdout } = spawnSync(TESSERACT, ["--list-langs"], { encoding: "utf8" });
  const isThere = /^chi_sim$/m.test(stdout ?? "");
  if (!isThere) console.warn("  Tesseract with Chinese isn't on this machine: skipped beside ours");
  const models = await loadModels();
  const folder = mkdtempSync(join(tmpdir(), "recognition-bench-"));
  try {
    const ours: Side[] = [];
    const theirs: Side[] = [];
    let [pages, characters] = [0, 0];
    for await (const document of scanned()) {
      pages += document.pages.length;
      characters += print(document.text).length;
      const read = async () => {
        let text = "";
        for (const page of document.pages)
          for (const line of (await readPage(models, page)).lines) text += `${line.text}\n`;
        return text;
      };
      ours.push(await sideOf(document, read));
      if (isThere) theirs.push(await sideOf(document, () => tesseract(folder, document)));
    }
    const [own, other] = [sumOf(ours), sumOf(theirs)];
    const perPage = ({ cpu }: Cost) => Math.round(cpu / pages);
    const errors = ({ edits }: Side) => `${((100 * edits) / characters).toFixed(2)} % of characters wrong`;
    const line = (what: string, side: Side, beside: string): Measurement => ({
      what: `${what}, CPU a page`,
      value: perPage(side.cost),
      unit: "ms",
      beside: `${beside}${errors(side)}, ${pages} pages`,
    });
    const besideTesseract = isThere ? `${ratio(own.cost, other.cost)} of Tesseract, goal ×1; ` : "";
    return [line("ours", own, besideTesseract), ...(isThere ? [line("Tesseract", other, "")] : [])];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sideOf({ text }: Scanned, read: () => Promise<string>): Promise<Side> {
  let seen = "";
  const cost = await costOf(async () => {
    seen = await read();
  });
  return { cost, edits: editsBetween(print(seen), print(text)) };
}

function sumOf(sides: readonly Side[]): Side {
  const sum = (of: (side: Side) => number) => sides.reduce((all, side) => all + of(side), 0);
  return {
    cost: { wall: sum(({ cost }) => cost.wall), cpu: sum(({ cost }) => cost.cpu) },
    edits: sum(({ edits }) => edits),
  };
}

/** The scans with no words of their own, as their pages look. */
async function* scanned(): AsyncGenerator<Scanned> {
  for (const name of scans) {
    const pages: Raster[] = [];
    let isPicture = true;
    for await (const page of pageImages(scanBytes(name))) {
      if (page.raster === undefined || (page.lines ?? []).length > 0) isPicture = false;
      else pages.push(page.raster);
    }
    const text = readFileSync(join(CORPUS, `${name.split(".")[0]}.txt`), "utf8");
    if (isPicture && pages.length > 0) yield { name, text, pages };
  }
}

/** All pages of a document in one call, so that its language is loaded once. */
async function tesseract(folder: string, { pages }: Scanned): Promise<string> {
  const files = pages.map((page, index) => {
    const file = join(folder, `${index}.png`);
    writeFileSync(file, pngOf(page));
    return file;
  });
  const list = join(folder, "pages.txt");
  writeFileSync(list, `${files.join("\n")}\n`);
  return (await promisify(execFile)(TESSERACT, [list, "-", "-l", "chi_sim"])).stdout;
}

function pngOf({ width, height, channels, data }: Raster): Buffer {
  const png = new PNG({ width, height });
  for (let at = 0; at < width * height; at++) {
    for (let channel = 0; channel < 3; channel++)
      png.data[at * 4 + channel] = data[at * channels + (channels === 1 ? 0 : channel)] ?? 0;
    png.data[at * 4 + 3] = 255;
  }
  // Stored, not packed: that is not Tesseract's work.
  return PNG.sync.write(png, { deflateLevel: 0 });
}

/** What is printed, without blanks and in one form of each character. */
function print(text: string): string {
  return text.normalize("NFKC").replace(/[\s│|_-]/g, "");
}

/** The least characters to put in, take out or change (Levenshtein). */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let line = 1; line <= one.length; line++) {
    const next = [line];
    for (let at = 1; at <= other.length; at++)
      next[at] = Math.min(
        (next[at - 1] ?? 0) + 1,
        (row[at] ?? 0) + 1,
        (row[at - 1] ?? 0) + (one[line - 1] === other[at - 1] ? 0 : 1),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
