/** Writes OFD files (GB/T 33190) as court systems do: labels on a template, values on the page, steps in `g` form. */
import { zip } from "./zip.ts";

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SIZE = 4.2;
const LEFT = 25;
const COLUMN = 60;
const FURTHER = 80;
const LINE = 9;
const LINES_OF_PAGE = 26;
const WIDTH = 36;

/** A file of one document per text; `more` are further parts of the ZIP. */
export function ofd(texts: readonly string[], more: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  const parts: Record<string, string | Buffer> = {};
  const bodies = texts.map((text, index) => {
    Object.assign(parts, documentParts(`Doc_${index}`, text));
    return `<ofd:DocBody><ofd:DocInfo><ofd:DocID>${index}</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_${index}/Document.xml</ofd:DocRoot></ofd:DocBody>`;
  });
  return zip({
    "OFD.xml": `${HEAD}<ofd:OFD ${NAMESPACE} Version="1.0" DocType="OFD">${bodies.join("")}</ofd:OFD>`,
    ...parts,
    ...more,
  });
}

/** An OFD of one page with these elements in its layer, in a path of its own kind (absolute) and without a template. */
export function ofdOfLayer(layer: string, more: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  return zip({
    "OFD.xml": `${HEAD}<OFD xmlns="http://www.ofdspec.org/2016"><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>`,
    "Doc_0/Document.xml": `${HEAD}<Document><CommonData/><Pages><Page ID="1" BaseLoc="/Doc_0/Pages/Page_0/Content.xml"/></Pages></Document>`,
    "Doc_0/Pages/Page_0/Content.xml": `${HEAD}<Page><Content><Layer ID="2">${layer}</Layer></Content></Page>`,
    ...more,
  });
}

function documentParts(folder: string, text: string): Record<string, string> {
  const lines = text.trimEnd().split("\n").flatMap(wrapped);
  const parts: Record<string, string> = {};
  const pages: string[] = [];
  const templates: string[] = [];
  for (let at = 0; at < lines.length; at += LINES_OF_PAGE) {
    const number = pages.length;
    const labels: string[] = [];
    const values: string[] = [];
    for (const [index, line] of lines.slice(at, at + LINES_OF_PAGE).entries()) {
      const top = 25 + index * LINE;
      const [first = "", ...cells] = line.split("\t");
      (cells.length > 0 ? labels : values).push(textObject(first.trim(), LEFT, top));
      for (const [cell, value] of cells.entries())
        values.push(textObject(value.trim(), COLUMN + cell * FURTHER, top));
    }
    parts[`${folder}/Tpls/Tpl_${number}/Content.xml`] = pageXml("", labels);
    // Values stand in the file from the bottom up: a reader has to go by position.
    parts[`${folder}/Pages/Page_${number}/Content.xml`] = pageXml(
      `<ofd:Template TemplateID="${900 + number}" ZOrder="Background"/>`,
      values.toReversed(),
    );
    templates.push(`<ofd:TemplatePage ID="${900 + number}" BaseLoc="Tpls/Tpl_${number}/Content.xml"/>`);
    pages.push(`<ofd:Page ID="${100 + number}" BaseLoc="Pages/Page_${number}/Content.xml"/>`);
  }
  parts[`${folder}/Document.xml`] =
    `${HEAD}<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${templates.join("")}</ofd:CommonData><ofd:Pages>${pages.join("")}</ofd:Pages></ofd:Document>`;
  return parts;
}

function pageXml(template: string, objects: readonly string[]): string {
  return `${HEAD}<ofd:Page ${NAMESPACE}>${template}<ofd:Content><ofd:Layer ID="1">${objects.join("")}</ofd:Layer></ofd:Content></ofd:Page>`;
}

/** Every second object is twice as large and made smaller by its matrix, as print drivers do. */
function textObject(text: string, left: number, top: number): string {
  if (text === "") return "";
  const scaled = text.length % 2 === 0;
  const size = scaled ? SIZE * 2 : SIZE;
  const steps = `g ${[...text].length - 1} ${size}`;
  return `<ofd:TextObject ID="9" Boundary="${left} ${top} 180 8" Font="1" Size="${size}"${scaled ? ' CTM="0.5 0 0 0.5 0 0"' : ""}><ofd:TextCode X="0" Y="${size}"${text.length > 1 ? ` DeltaX="${steps}"` : ""}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`;
}

function wrapped(line: string): string[] {
  if (line.includes("\t") || line.length <= WIDTH) return [line];
  return [line.slice(0, WIDTH), ...wrapped(line.slice(WIDTH))];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
