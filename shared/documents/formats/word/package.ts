/** The parts of a Word file by path, and what one part says of others: from a ZIP, or from one XML file (flat OPC). */
import { dirname, join } from "node:path/posix";
import { unmarked } from "../file-text.ts";
import { attributeOf, childOf, descendants, parseXml, type XmlElement } from "../xml.ts";
import { zipParts } from "../zip-parts.ts";

/** What one part refers to. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: header, aFChunk, diagramData; Strict files differ only in what stands before. */
  readonly type: string;
  /** The part's path; undefined where it lies outside the file. */
  readonly path: string | undefined;
}

/** A file of parts, their paths in small letters without a slash in front. */
export class WordPackage {
  readonly #parts: ReadonlyMap<string, Uint8Array | XmlElement>;

  constructor(parts: ReadonlyMap<string, Uint8Array | XmlElement>) {
    this.#parts = parts;
  }

  /** @throws Error where the ZIP is damaged */
  static async ofZip(bytes: Uint8Array): Promise<WordPackage> {
    const parts = await zipParts(bytes, (path) => !/^(?:word\/(?:media|fonts|theme)|docprops)\//.test(path));
    return new WordPackage(parts);
  }

  /** A package written as one XML file. */
  static ofFlat(root: XmlElement): WordPackage {
    const parts = new Map<string, Uint8Array | XmlElement>();
    for (const part of root.children) {
      const path = (attributeOf(part, "name") ?? "").replace(/^\/+/, "").toLowerCase();
      const [xml] = childOf(part, "xmlData")?.children ?? [];
      const binary = childOf(part, "binaryData");
      if (xml !== undefined) parts.set(path, xml);
      else if (binary !== undefined) parts.set(path, Buffer.from(binary.text, "base64"));
    }
    return new WordPackage(parts);
  }

  /** The path of the document itself, as the package says it. */
  get main(): string {
    const named = this.relationsOf("").find(({ type }) => type === "officeDocument")?.path;
    if (named !== undefined && this.#parts.has(named)) return named;
    return (
      [...this.#parts.keys()].find((path) => /^word\/document\d*\.xml$/.test(path)) ?? "word/document.xml"
    );
  }

  has(path: string | undefined): path is string {
    return path !== undefined && this.#parts.has(path);
  }

  /** A part as XML; undefined where there is none. @throws XmlError where it is damaged */
  xml(path: string | undefined): XmlElement | undefined {
    const part = path === undefined ? undefined : this.#parts.get(path);
    return part instanceof Uint8Array ? parseXml(textOf(part)) : part;
  }

  /** A part's bytes; undefined where there is none or it is XML of a flat file. */
  bytes(path: string): Uint8Array | undefined {
    const part = this.#parts.get(path);
    return part instanceof Uint8Array ? part : undefined;
  }

  /** What a part refers to; the package itself is the part without a name. @throws XmlError where that is damaged */
  relationsOf(path: string): readonly Relation[] {
    const folder = path === "" ? "" : dirname(path);
    const name = path === "" ? "" : path.slice(path.lastIndexOf("/") + 1);
    const root = this.xml(join(folder, "_rels", `${name}.rels`));
    return root === undefined
      ? []
      : [...descendants(root, "Relationship")].map((one) => relationOf(one, folder));
  }
}

function relationOf(element: XmlElement, folder: string): Relation {
  const type = attributeOf(element, "Type") ?? "";
  const target = (attributeOf(element, "Target") ?? "").replaceAll("\\", "/");
  const path = join(target.startsWith("/") ? "" : folder, target).replace(/^\/+/, "");
  return {
    id: attributeOf(element, "Id") ?? "",
    type: type.slice(type.lastIndexOf("/") + 1),
    path: attributeOf(element, "TargetMode") === "External" ? undefined : path.toLowerCase(),
  };
}

/** XML is UTF-8 unless it begins with the mark of UTF-16. */
function textOf(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  return unmarked(new TextDecoder(utf16).decode(bytes));
}
