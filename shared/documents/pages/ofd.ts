/**
 * OFD (GB/T 33190-2016), the national format of fixed layouts: a ZIP of XML. Text stands at positions in millimetres; a
 * page may lie on a template, where forms keep their labels, so lines are put together over both.
 */
import { dirname, join } from "node:path/posix";
import type { TextResult } from "../formats/file-text.ts";
import type { UnreadableReason } from "../formats/unreadable.ts";
import { descendants, parseXml, type XmlElement } from "../formats/xml.ts";
import { refusalOfZip } from "../formats/zip-guard.ts";
import { zipParts } from "../formats/zip-parts.ts";
import { runsOf } from "./ofd-text.ts";
import { linesOf } from "./pdf-lines.ts";

const MOST_PAGES = 300;
/** What is left of a scan when its seals' and page numbers' text is all there is. */
const FEWEST_CHARACTERS = 10;

/** Reads the text of all documents in an OFD file, page by page. A file of pictures is refused as `no-text-layer`. */
export async function readOfd(bytes: Uint8Array): Promise<TextResult> {
  const unsafe = await refusalOfZip(bytes);
  if (unsafe !== undefined) return refused(unsafe);
  try {
    const files = await zipParts(bytes, (path) => path.endsWith(".xml"));
    const parts = new Map([...files].map(([path, content]) => [path, content.toString("utf8")]));
    if ([...parts.keys()].some((path) => /(?:^|\/)encryptions\.xml$/i.test(path)))
      return refused({ kind: "encrypted" });
    const pages = pagesOf(parts);
    if (pages.length === 0) return refused({ kind: "broken", detail: "it has no page" });
    if (pages.length > MOST_PAGES)
      return refused({ kind: "too-many-pages", pages: pages.length, limit: MOST_PAGES });
    const text = pages.flatMap((layers) => linesOf(layers.flatMap(runsOf))).join("\n");
    return text.replace(/\s/g, "").length < FEWEST_CHARACTERS
      ? refused({ kind: "no-text-layer", pages: pages.length })
      : { ok: true, text, pages: pages.length };
  } catch (error) {
    return refused({ kind: "broken", detail: error instanceof Error ? error.message : String(error) });
  }
}

/** The XML of the file by path; pictures and fonts stay packed. */
type Parts = ReadonlyMap<string, string>;

/** Each page's own content and those of the templates below it, parsed once each. */
export function pagesOf(parts: Parts): XmlElement[][] {
  const parsed = new Map<string, XmlElement>();
  const part = (path: string): XmlElement => {
    const known = parsed.get(path) ?? parseXml(partAt(parts, path));
    parsed.set(path, known);
    return known;
  };
  const pages: XmlElement[][] = [];
  for (const root of descendants(part("OFD.xml"), "DocRoot")) {
    const path = resolved("OFD.xml", root.text);
    const document = part(path);
    const templates = new Map<string, string>();
    for (const { attributes } of descendants(document, "TemplatePage"))
      templates.set(attributes.ID ?? "", resolved(path, attributes.BaseLoc ?? ""));
    for (const list of descendants(document, "Pages")) {
      for (const { attributes } of descendants(list, "Page")) {
        // More are not read, and one more is enough to say so.
        if (pages.length > MOST_PAGES) return pages;
        const page = part(resolved(path, attributes.BaseLoc ?? ""));
        const below = [...descendants(page, "Template")].flatMap((template) => {
          const found = templates.get(template.attributes.TemplateID ?? "");
          return found === undefined ? [] : [part(found)];
        });
        pages.push([...below, page]);
      }
    }
  }
  return pages;
}

function partAt(parts: Parts, path: string): string {
  const text = parts.get(path.toLowerCase());
  if (text === undefined) throw new Error(`it has no part ${path}`);
  return text;
}

/** A path is relative to the part that names it, or absolute with a slash in front. */
function resolved(from: string, path: string): string {
  const clean = path.trim().replaceAll("\\", "/");
  return join(clean.startsWith("/") ? "" : dirname(from), clean).replace(/^\/+/, "");
}

function refused(reason: UnreadableReason): TextResult {
  return { ok: false, reason };
}
