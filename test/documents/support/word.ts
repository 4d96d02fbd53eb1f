/** Writes DOCX files out of ready WordprocessingML, with whatever further parts a test needs. */
import { zip } from "./zip.ts";

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
].join(" ");
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A part beside the document: its relation's name and type, and what it holds. */
export interface WordPart {
  readonly id: string;
  /** header, footer, styles, settings, comments, footnotes, aFChunk, … */
  readonly type: string;
  readonly path: string;
  readonly content: string | Buffer;
  readonly outside?: boolean;
}

/** A DOCX with this body. */
export function wordFile(body: string, parts: readonly WordPart[] = []): Buffer {
  const relations = parts.map(
    ({ id, type, path, outside }) =>
      `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${path}"${outside === true ? ' TargetMode="External"' : ""}/>`,
  );
  const overrides = parts
    .filter(({ path }) => path.endsWith(".xml"))
    .map(({ type, path }) => `<Override PartName="/word/${path}" ContentType="${TYPES}.${type}+xml"/>`);
  const entries: Record<string, string | Buffer> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/><Default Extension="txt" ContentType="text/plain"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${overrides.join("")}</Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": part("document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
  };
  for (const { path, content, outside } of parts) if (outside !== true) entries[`word/${path}`] = content;
  return zip(entries);
}

/** A whole part of WordprocessingML. */
export function part(root: string, content: string): string {
  return `${HEAD}<w:${root} ${NAMESPACES}>${content}</w:${root}>`;
}

/** A run; `properties` are what stands in its `rPr`. */
export function r(text: string, properties = ""): string {
  const formatting = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${formatting}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs; words alone are a run. */
export function p(content: string, properties = ""): string {
  const formatting = properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`;
  return `<w:p>${formatting}${content.startsWith("<") || content === "" ? content : r(content)}</w:p>`;
}

/** A table of cells; a cell is its words, or its properties and words. */
export function tbl(rows: readonly (readonly (string | readonly [string, string])[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const width = Math.floor(9000 / columns);
  const cell = (one: string | readonly [string, string]) => {
    const [properties, words] = typeof one === "string" ? ["", one] : one;
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${words.startsWith("<w:p") || words.startsWith("<w:tbl") ? words : p(words)}</w:tc>`;
  };
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A text box as Word and WPS write it now, without a branch for older programs. */
export function box(content: string): string {
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="3000000" cy="400000"/><wp:wrapNone/><wp:docPr id="1" name="box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
}

/** A header that the document's only section shows on these pages. */
export function headed(
  body: string,
  content: string,
  type = "default",
  more = "",
): readonly [string, WordPart] {
  const section = `<w:sectPr><w:headerReference w:type="${type}" r:id="rTop"/>${more}</w:sectPr>`;
  return [body + section, { id: "rTop", type: "header", path: "header1.xml", content: part("hdr", content) }];
}
