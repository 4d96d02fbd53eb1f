/** Scans and photos that were put into a Word file or an OFD: its pictures, in the order its pages show them. */
import { dirname, join } from "node:path/posix";
import { sniffImage } from "../formats/format.ts";
import { descendants, parseXml, type XmlElement } from "../formats/xml.ts";
import { refusalOfZip } from "../formats/zip-guard.ts";
import { zipParts } from "../formats/zip-parts.ts";
import { ofdPages, xmlOf } from "./ofd-parts.ts";

/** A seal or an emblem is smaller; in square millimetres of an OFD's page. */
const SMALLEST = 3000;

/**
 * The pictures of kinds that scanners and phones make; others, as drawings, are left out.
 * @throws Error where the file is hostile or damaged
 */
export async function enclosedPictures(
  bytes: Uint8Array,
  format: "docx" | "ofd",
): Promise<readonly Uint8Array[]> {
  const unsafe = await refusalOfZip(bytes);
  if (unsafe !== undefined) throw new Error(`its pictures are not unpacked: ${unsafe.kind}`);
  const pictures = format === "docx" ? await picturesOfWord(bytes) : await picturesOfOfd(bytes);
  return pictures.filter((picture) => ["png", "jpeg", "tiff"].includes(sniffImage(picture) ?? ""));
}

async function picturesOfWord(bytes: Uint8Array): Promise<readonly Buffer[]> {
  const parts = await zipParts(
    bytes,
    (path) =>
      /^word\/document\d*\.xml$/.test(path) ||
      /^word\/_rels\/document\d*\.xml\.rels$/.test(path) ||
      path.startsWith("word/media/"),
  );
  const textOf = (pattern: RegExp) =>
    [...parts].find(([path]) => pattern.test(path))?.[1].toString("utf8") ?? "";
  const relations = textOf(/\.rels$/);
  const targets = new Map(
    relations === ""
      ? []
      : [...descendants(parseXml(relations), "Relationship")].map(({ attributes }) => [
          attributes.Id ?? "",
          join("word", attributes.Target ?? "")
            .toLowerCase()
            .replace(/^\/+/, ""),
        ]),
  );
  // What is shown twice, once more for older programs, is one picture.
  const shown = new Set(
    [...textOf(/document\d*\.xml$/).matchAll(/\br:(?:embed|id)="([^"]+)"/g)].map(([, id]) => id),
  );
  return [...new Set([...shown].map((id) => targets.get(id ?? "")))].flatMap((path) => {
    const picture = path?.startsWith("word/media/") ? parts.get(path) : undefined;
    return picture === undefined ? [] : [picture];
  });
}

async function picturesOfOfd(bytes: Uint8Array): Promise<readonly Buffer[]> {
  const parts = await zipParts(bytes, () => true);
  const xml = xmlOf(parts);
  const media = new Map<string, string>();
  for (const [path, text] of xml) {
    if (!/res\.xml$/.test(path)) continue;
    const root = parseXml(text);
    for (const { attributes, children } of descendants(root, "MultiMedia")) {
      const file = children.find(({ name }) => name === "MediaFile")?.text.trim() ?? "";
      const folder = root.attributes.BaseLoc ?? "";
      const place = file.startsWith("/") ? file.slice(1) : join(dirname(path), folder, file);
      media.set(attributes.ID ?? "", place.toLowerCase().replace(/^\/+/, ""));
    }
  }
  return ofdPages(xml).pages.flatMap(({ layers }) =>
    layers.flatMap((layer) =>
      [...descendants(layer, "ImageObject")].filter(isLarge).flatMap(({ attributes }) => {
        const picture = parts.get(media.get(attributes.ResourceID ?? "") ?? "");
        return picture === undefined ? [] : [picture];
      }),
    ),
  );
}

function isLarge({ attributes }: XmlElement): boolean {
  const [, , wide = 0, high = 0] = (attributes.Boundary ?? "").trim().split(/\s+/).map(Number);
  return wide * high > SMALLEST;
}
