/** LibreOffice and poppler as they stand on this machine: a file → PDF → pictures and text. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";

/** What is missing here to open a file and look at it; undefined where nothing is. */
export function office(): string | undefined {
  for (const program of ["soffice", "pdftoppm", "pdftotext"])
    if (spawnSync(program, ["--help"], { stdio: "ignore" }).error !== undefined)
      return `${program} is not installed on this machine`;
  return undefined;
}

/** The fonts an official paper names are rarely on a server: others stand in for them, none is left out. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${[
  ["仿宋", "Noto Serif CJK SC"],
  ["宋体", "Noto Serif CJK SC"],
  ["楷体", "Noto Serif CJK SC"],
  ["方正小标宋简体", "Noto Serif CJK SC"],
  ["黑体", "Noto Sans CJK SC"],
]
  .map(
    ([named, here]) =>
      `<match><test name="family"><string>${named}</string></test><edit name="family" mode="assign" binding="strong"><string>${here}</string></edit></match>`,
  )
  .join("\n")}
</fontconfig>`;

/** Opens a file in LibreOffice and saves it as PDF into `folder`; its path. */
export function pdfOf(file: string, folder = dirname(file)): string {
  const [pdf = ""] = pdfsOf([file], folder);
  return pdf;
}

/** The same of many files at once, which takes little longer than one. */
export function pdfsOf(files: readonly string[], folder: string): readonly string[] {
  const profile = mkdtempSync(join(tmpdir(), "office-"));
  try {
    const fonts = join(profile, "fonts.conf");
    writeFileSync(fonts, FONTS);
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${profile}`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        ...files,
      ],
      { stdio: "ignore", timeout: 120_000, env: { ...process.env, FONTCONFIG_FILE: fonts } },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return files.map((file) => join(folder, `${basename(file, extname(file))}.pdf`));
}

/** A picture of each page, beside the PDF. */
export function picturesOf(pdf: string): readonly string[] {
  const stem = pdf.slice(0, -".pdf".length);
  execFileSync("pdftoppm", ["-r", "60", "-png", pdf, stem]);
  return readdirSync(dirname(pdf))
    .filter((name) => name.startsWith(`${basename(stem)}-`) && name.endsWith(".png"))
    .sort()
    .map((name) => join(dirname(pdf), name));
}

/** The text of a PDF, as it stands on the pages. */
export function textOf(pdf: string): string {
  return execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
}
