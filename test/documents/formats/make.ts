/**
 * Writes this folder's files from its texts: `node test/documents/formats/make.ts`. DOC, RTF, HTML and XLS come from
 * LibreOffice (`soffice` on the PATH), the rest from here. They are kept in the repository, so that a test reads the same
 * bytes everywhere; run this only to add to them.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gbk } from "../support/gbk.ts";
import { ofd } from "../support/ofd.ts";
import { docx } from "../support/zip.ts";

const HERE = import.meta.dirname;
const work = mkdtempSync(join(tmpdir(), "yingsu-formats-"));
const textOf = (name: string) => readFileSync(join(HERE, name), "utf8");

for (const name of ["summons", "record"]) {
  const text = textOf(`${name}.txt`);
  writeFileSync(join(work, `${name}.docx`), docx(text));
  for (const [format, filter, kept] of [
    ["doc", "doc:MS Word 97", `${name}.doc`],
    ["rtf", "rtf:Rich Text Format", `${name}.rtf`],
    ["html", "html:HTML (StarWriter)", `${name}-html.doc`],
    ["xml", "xml:MS Word 2003 XML", `${name}-2003.xml`],
  ] as const) {
    convert(join(work, `${name}.docx`), filter);
    renameSync(join(work, `${name}.${format}`), join(HERE, kept));
  }
  writeFileSync(join(HERE, `${name}.ofd`), ofd([text]));
  writeFileSync(join(HERE, `${name}-word-html.doc`), wordPage(text));
  writeFileSync(join(HERE, `${name}-wps-rtf.doc`), wpsText(text));
  writeFileSync(join(HERE, `${name}-web-archive.doc`), webArchive(wordPage(text)));
}
writeFileSync(join(work, "ledger.csv"), `\uFEFF${textOf("ledger.csv")}`);
for (const filter of ["xls:MS Excel 97", "xml:MS Excel 2003 XML"])
  execFileSync("soffice", [
    "--headless",
    `-env:UserInstallation=file://${work}/profile`,
    // 44: commas, 34: quotes, 76: UTF-8.
    "--infilter=CSV:44,34,76,1",
    "--convert-to",
    filter,
    "--outdir",
    HERE,
    join(work, "ledger.csv"),
  ]);
rmSync(work, { recursive: true });

function convert(file: string, filter: string): void {
  execFileSync("soffice", [
    "--headless",
    `-env:UserInstallation=file://${work}/profile`,
    "--convert-to",
    filter,
    "--outdir",
    work,
    file,
  ]);
}

/** As Word saves “filtered” pages under the name of .doc: GB2312, paragraphs inside cells, style sheets in front. */
function wordPage(text: string): Buffer {
  const body = text
    .trimEnd()
    .split("\n")
    .map((line) => {
      if (!line.includes("\t"))
        return `<p class=MsoNormal><span style='font-size:15.0pt;font-family:宋体'>${line}</span></p>`;
      const cells = line
        .split("\t")
        .map(
          (cell) =>
            `<td width=100 valign=top style='border:solid windowtext 1.0pt'>\r\n  <p class=MsoNormal><span lang=EN-US>&nbsp;</span>${cell}<o:p></o:p></p>\r\n  </td>`,
        );
      return `<table class=MsoTableGrid border=1><tr style='height:20pt'>${cells.join("")}</tr></table>`;
    });
  return gbk(
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">\r\n<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><title>某某</title>\r\n<!--[if gte mso 9]><xml><w:View>Print</w:View></xml><![endif]--><style><!-- p.MsoNormal {font-family:宋体;} --></style></head>\r\n<body lang=ZH-CN><div class=Section1>${body.join("\r\n")}\r\n<p style='display:none'>（2020）鲁1302行初9号</p></div></body></html>`,
  );
}

/** As Word saves a page and what belongs to it in one file: quoted lines of 76 characters, a picture behind. */
function webArchive(page: Buffer): Buffer {
  const quoted = [...page.toString("latin1")]
    .map((byte) =>
      byte === "=" || byte > "~"
        ? `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`
        : byte,
    )
    .join("")
    .replace(/(?=[^\r\n]{73})((?:=[\dA-F]{2}|[^=\r\n]){68,70})/g, "$1=\r\n");
  const part = (type: string, encoding: string, location: string, body: string) =>
    `------=_NextPart_01DC.1\r\nContent-Location: file:///C:/1/${location}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: ${type}\r\n\r\n${body}\r\n\r\n`;
  return Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_NextPart_01DC.1"\r\n\r\n此文档是“单个文件网页”。\r\n\r\n${part('text/html; charset="gb2312"', "quoted-printable", "a.htm", quoted)}${part("image/png", "base64", "a.files/image001.png", "iVBORw0KGgo=")}------=_NextPart_01DC.1--\r\n`,
    "latin1",
  );
}

/** As WPS writes RTF: bytes of GBK as \'hh in a font of the Chinese character set. */
function wpsText(text: string): Buffer {
  const hex = (words: string) =>
    [...gbk(words)]
      .map((byte) =>
        byte < 128
          ? `${"\\{}".includes(String.fromCharCode(byte)) ? "\\" : ""}${String.fromCharCode(byte)}`
          : `\\'${byte.toString(16)}`,
      )
      .join("");
  const body = text
    .trimEnd()
    .split("\n")
    .map((line) => {
      if (!line.includes("\t"))
        return `\\pard\\plain\\qc {\\f1\\loch\\f0\\hich\\f0\\dbch\\f1 ${hex(line)}}\\par`;
      const cells = line.split("\t").map((cell) => `\\pard\\intbl {\\dbch\\f1 ${hex(cell)}}\\cell`);
      return `\\trowd\\cellx2000\\cellx8000${cells.join("\r\n")}\\row`;
    });
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 ${hex("宋体")};}}{\\info{\\title ${hex("（2020）鲁1302行初9号")}}}{\\*\\generator WPS Office;}\r\n${body.join("\r\n")}\r\n}`,
    "latin1",
  );
}
