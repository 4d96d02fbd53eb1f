/**
 * Makes scans: a court text on paper, sealed, put askew on the scanner, in the format of a scanner, a fax or a phone.
 * Needs Chromium, poppler and ImageMagick; only those who make new scans need them.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ScanRecipe {
  /** `pdf`: JPEG or fax pictures in a PDF; `tif`: fax G4, all pages in one file. Others take the first page. */
  readonly format: "png" | "jpg" | "tif" | "pdf";
  readonly dpi: number;
  readonly font?: "serif" | "sans";
  /** In points. */
  readonly size?: number;
  /** The line that carries the seal: the first one that holds these words. */
  readonly sealOver?: string;
  readonly sealColour?: string;
  /** Degrees, clockwise. */
  readonly skew?: number;
  readonly turned?: 0 | 90 | 180 | 270;
  /** Strength of the sensor's noise, 0 to 1. */
  readonly noise?: number;
  readonly blur?: number;
  readonly quality?: number;
  readonly grey?: boolean;
  /** A photo: perspective and uneven light. */
  readonly photo?: boolean;
  /** Only black and white, from this share of brightness on. */
  readonly threshold?: number;
}

/** The scan of a text (lines by `\n`, cells by tab). */
export function scanOfText(text: string, recipe: ScanRecipe): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "yingsu-scan-"));
  const file = (name: string) => join(folder, name);
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(program, args, { cwd: folder, stdio: ["ignore", "ignore", "ignore"] });
  try {
    writeFileSync(file("page.html"), pageOf(text, recipe));
    run(
      "chromium",
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-pdf-header-footer",
      "--print-to-pdf=page.pdf",
      file("page.html"),
    );
    run("pdftoppm", "-r", String(recipe.dpi), "-png", "page.pdf", "raw");
    const raw = readdirSync(folder)
      .filter((name) => name.startsWith("raw"))
      .sort();
    const pages = recipe.format === "png" || recipe.format === "jpg" ? raw.slice(0, 1) : raw;
    const effects = effectsOf(recipe);
    const density = ["-units", "PixelsPerInch", "-density", String(recipe.dpi)];
    const quality = ["-quality", String(recipe.quality ?? 75)];
    const finished = pages.map((page, index) => {
      const bilevel = recipe.threshold !== undefined;
      const ending =
        recipe.format === "pdf" || recipe.format === "tif" ? (bilevel ? "tif" : "jpg") : recipe.format;
      const coding = ending === "tif" ? ["-compress", "Group4"] : ending === "jpg" ? quality : [];
      run("/usr/bin/convert", page, ...effects, ...density, ...coding, `done${index}.${ending}`);
      return `done${index}.${ending}`;
    });
    if (recipe.format === "tif") run("/usr/bin/convert", ...finished, "-compress", "Group4", "scan.tif");
    else if (recipe.format === "pdf" && recipe.threshold !== undefined) {
      run("/usr/bin/convert", ...finished, "-compress", "Group4", "all.tif");
      run("tiff2pdf", "-o", "scan.pdf", "all.tif");
    } else if (recipe.format === "pdf") {
      const pictures = finished.map((name) => `<img src="${name}">`).join("");
      const style = "@page{size:A4;margin:0}body{margin:0}img{display:block;width:210mm;height:296.9mm}";
      writeFileSync(file("scan.html"), `<style>${style}</style>${pictures}`);
      run(
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        "--print-to-pdf=scan.pdf",
        file("scan.html"),
      );
    }
    return readFileSync(
      file(
        recipe.format === "pdf" || recipe.format === "tif" ? `scan.${recipe.format}` : (finished[0] ?? ""),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pageOf(
  text: string,
  { font = "serif", size = 14, sealOver, sealColour = "#d8141c" }: ScanRecipe,
): string {
  const lines = text.trimEnd().split("\n");
  const sealed = sealOver === undefined ? -1 : lines.findIndex((line) => line.includes(sealOver));
  const seal = sealOf(sealColour);
  const rows: string[] = [];
  for (const [index, line] of lines.entries()) {
    const stamp = index === sealed ? seal : "";
    const cells = line.split("\t");
    if (cells.length > 1) {
      const tds = cells
        .map((cell, column) => `<td>${cell}${column === cells.length - 1 ? stamp : ""}</td>`)
        .join("");
      const joins = rows.at(-1)?.endsWith("</table>") === true;
      if (joins) rows[rows.length - 1] = (rows.at(-1) ?? "").replace(/<\/table>$/, `<tr>${tds}</tr></table>`);
      else rows.push(`<table><tr>${tds}</tr></table>`);
    } else {
      const middle = index < 3 && line.replace(/\s/g, "").length < 16 && !/[：:]/.test(line);
      rows.push(`<p${middle ? ' class="title"' : ""}>${line}${stamp}</p>`);
    }
  }
  const family = font === "serif" ? "Noto Serif CJK SC" : "Noto Sans CJK SC";
  return `<meta charset="utf-8"><style>@page{size:A4;margin:25mm 24mm}
body{font:${size}pt/1.7 "${family}";margin:0;white-space:pre-wrap}p{margin:0;position:relative}
.title{text-align:center;font-size:${size + 6}pt;font-weight:600}
table{border-collapse:collapse;width:100%}td{border:1px solid #000;padding:3pt 6pt;position:relative}
svg{position:absolute;right:8mm;top:-16mm;width:40mm;height:40mm;mix-blend-mode:multiply;white-space:normal}</style>${rows.join("")}`;
}

function sealOf(colour: string): string {
  const star = Array.from({ length: 10 }, (_, point) => {
    const [radius, angle] = [point % 2 === 0 ? 28 : 11, (point * Math.PI) / 5 - Math.PI / 2];
    return `${(100 + radius * Math.cos(angle)).toFixed(1)},${(100 + radius * Math.sin(angle)).toFixed(1)}`;
  }).join(" ");
  return `<svg viewBox="0 0 200 200" fill="none" stroke="${colour}"><circle cx="100" cy="100" r="95" stroke-width="5"/><polygon points="${star}" fill="${colour}" stroke="none"/><path id="arc" d="M 28 120 A 74 74 0 1 1 172 120"/><text fill="${colour}" stroke="none" font-size="24" font-weight="700"><textPath href="#arc" startOffset="50%" text-anchor="middle">某某县人民法院</textPath></text></svg>`.replace(
    '<path id="arc"',
    '<path id="arc" stroke="none"',
  );
}

function effectsOf({
  skew = 0,
  turned = 0,
  noise = 0,
  blur = 0,
  grey,
  photo,
  threshold,
}: ScanRecipe): readonly string[] {
  const light = [
    "(",
    "+clone",
    "-sparse-color",
    "bilinear",
    "0,0 #ffffff %w,0 #e8e4da %w,%h #b8b2a6 0,%h #dcd8d0",
    ")",
  ];
  const photographed = ["-virtual-pixel", "background", "-background", "#6b6259", "-distort", "Perspective"];
  return [
    ...(grey ? ["-colorspace", "Gray"] : []),
    ...(skew === 0 ? [] : ["-background", "white", "-rotate", String(skew), "+repage"]),
    ...(photo
      ? [
          ...light,
          "-compose",
          "multiply",
          "-composite",
          ...photographed,
          "0,0 60,40 1654,0 1590,95 1654,2339 1640,2290 0,2339 25,2230",
        ]
      : []),
    ...(blur === 0 ? [] : ["-blur", `0x${blur}`]),
    ...(noise === 0 ? [] : ["-attenuate", String(noise), "-seed", "7", "+noise", "Gaussian"]),
    ...(threshold === undefined ? [] : ["-colorspace", "Gray", "-threshold", `${threshold * 100}%`]),
    ...(turned === 0 ? [] : ["-rotate", String(turned), "+repage"]),
  ];
}
