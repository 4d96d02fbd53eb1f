/** What an OFD file's pages are made of (GB/T 33190-2016): their own content, templates below, annotations above. */
import { dirname, join } from "node:path/posix";
import type { UnreadPart } from "../../domain/unread-part.ts";
import { shortName, unmarked } from "../formats/file-text.ts";
import { attributeOf, descendants, parseXml, type XmlElement } from "../formats/xml.ts";

/** More pages are not read, and one more is enough to say so. */
export const MOST_OFD_PAGES = 300;
const MOST_ANNOTATIONS = 1000;

/** A page as it is seen. */
export interface OfdPage {
  /** Templates it lies on, and its own content. */
  readonly layers: readonly XmlElement[];
  /** What was put on it afterwards, each an `Annot`. */
  readonly annotations: readonly XmlElement[];
  /** Drawings that pages use by their number (CompositeGraphicUnit). */
  readonly units: ReadonlyMap<string, XmlElement>;
}

/** The XML of the file by path in small letters; pictures and fonts stay packed. */
export type OfdParts = ReadonlyMap<string, string>;

/** The XML among a file's parts. */
export function xmlOf(parts: ReadonlyMap<string, Buffer>): OfdParts {
  return new Map(
    [...parts]
      .filter(([path]) => path.endsWith(".xml"))
      .map(([path, content]) => [path, unmarked(content.toString("utf8"))]),
  );
}

/** All pages of all documents of a file, each part parsed once. @throws Error where a part of theirs is missing or damaged */
export function ofdPages(parts: OfdParts): {
  readonly pages: readonly OfdPage[];
  readonly unread: readonly UnreadPart[];
} {
  const parsed = new Map<string, XmlElement>();
  const part = (path: string): XmlElement => {
    const known = parsed.get(path) ?? parseXml(partAt(parts, path));
    parsed.set(path, known);
    return known;
  };
  const pages: OfdPage[] = [];
  const unread: UnreadPart[] = [];
  /** A part beside the pages; that it can't be read is said, and they are read. */
  const beside = (path: string): XmlElement | undefined => {
    try {
      return part(path);
    } catch {
      unread.push({ kind: "damaged-part", name: shortName(path) });
      return undefined;
    }
  };
  for (const root of descendants(part("OFD.xml"), "DocRoot")) {
    const path = resolved("OFD.xml", root.text);
    const document = part(path);
    const templates = new Map<string, string>();
    for (const template of descendants(document, "TemplatePage"))
      templates.set(
        attributeOf(template, "ID") ?? "",
        resolved(path, attributeOf(template, "BaseLoc") ?? ""),
      );
    const units = unitsOf(document, path, beside);
    const annotations = annotationsOf(document, path, beside, unread);
    unread.push(...attachmentsOf(document, path, beside));
    for (const list of descendants(document, "Pages")) {
      for (const listed of descendants(list, "Page")) {
        if (pages.length > MOST_OFD_PAGES) return { pages, unread };
        const page = part(resolved(path, attributeOf(listed, "BaseLoc") ?? ""));
        const below = [...descendants(page, "Template")].flatMap((template) => {
          const found = templates.get(attributeOf(template, "TemplateID") ?? "");
          return found === undefined ? [] : [part(found)];
        });
        const own = annotations.get(attributeOf(listed, "ID") ?? "") ?? [];
        pages.push({ layers: [...below, page], annotations: own, units });
      }
    }
  }
  return { pages, unread };
}

type Beside = (path: string) => XmlElement | undefined;

function unitsOf(document: XmlElement, path: string, beside: Beside): ReadonlyMap<string, XmlElement> {
  const units = new Map<string, XmlElement>();
  for (const name of ["PublicRes", "DocumentRes"])
    for (const resource of descendants(document, name)) {
      const root = beside(resolved(path, resource.text));
      for (const unit of root === undefined ? [] : descendants(root, "CompositeGraphicUnit"))
        units.set(attributeOf(unit, "ID") ?? "", unit);
    }
  return units;
}

function annotationsOf(
  document: XmlElement,
  path: string,
  beside: Beside,
  unread: UnreadPart[],
): ReadonlyMap<string, readonly XmlElement[]> {
  const byPage = new Map<string, readonly XmlElement[]>();
  let left = MOST_ANNOTATIONS;
  for (const list of document.children.filter(({ name }) => name === "Annotations")) {
    const listPath = resolved(path, list.text);
    const root = beside(listPath);
    for (const page of root === undefined ? [] : descendants(root, "Page")) {
      const id = attributeOf(page, "PageID") ?? "";
      for (const location of descendants(page, "FileLoc")) {
        const found = beside(resolved(listPath, location.text));
        const all = found === undefined ? [] : [...descendants(found, "Annot")];
        if (all.length > left) unread.push({ kind: "beyond-limit", name: `${all.length} annotations` });
        byPage.set(id, [...(byPage.get(id) ?? []), ...all.slice(0, left)]);
        left -= Math.min(all.length, left);
      }
    }
  }
  return byPage;
}

/** Papers that the file carries with it; nobody reads them here. */
function* attachmentsOf(document: XmlElement, path: string, beside: Beside): Generator<UnreadPart> {
  for (const list of document.children.filter(({ name }) => name === "Attachments")) {
    const root = beside(resolved(path, list.text));
    for (const attachment of root === undefined ? [] : descendants(root, "Attachment")) {
      const name = attributeOf(attachment, "Name") ?? attributeOf(attachment, "ID") ?? "";
      const isShown = attributeOf(attachment, "Visible") !== "false";
      // Data for a machine beside the paper is none.
      if (isShown && !/\.?(?:xml|json|dat)$/i.test(attributeOf(attachment, "Format") ?? name))
        yield { kind: "enclosed-file", name: shortName(name) };
    }
  }
}

function partAt(parts: OfdParts, path: string): string {
  const text = parts.get(path.toLowerCase());
  if (text === undefined) throw new Error(`it has no part ${path}`);
  return text;
}

/** A path is relative to the part that names it, or absolute with a slash in front. */
function resolved(from: string, path: string): string {
  const clean = path.trim().replaceAll("\\", "/");
  return join(clean.startsWith("/") ? "" : dirname(from), clean).replace(/^\/+/, "");
}
