/** Headers and footers of a Word file: what is printed on its pages, said once. */
import { attributeOf, descendants, type XmlElement } from "../xml.ts";
import { hasOn } from "./marks.ts";

/** More are nobody's paper. */
const MOST_MARGINS = 40;

/** Where a header or footer is: in this element (Word 2003), or in the part of this relation. */
export interface Margin {
  readonly at: "top" | "bottom";
  readonly content: XmlElement | { readonly relation: string };
}

/**
 * The headers and footers that pages show: one for first pages only where a section has such a page, one for even pages
 * only where the file tells them apart.
 */
export function marginsShown(document: XmlElement, settings: XmlElement | undefined): readonly Margin[] {
  const even = hasOn(settings, "evenAndOddHeaders");
  const found: Margin[] = [];
  for (const section of descendants(document, "sectPr")) {
    const first = hasOn(section, "titlePg");
    for (const child of section.children) {
      const [, kind] = /^(header|footer|hdr|ftr)(?:Reference)?$/.exec(child.name) ?? [];
      const type = attributeOf(child, "type");
      if (kind === undefined || (type === "first" && !first) || (type === "even" && !even)) continue;
      const at = kind === "header" || kind === "hdr" ? "top" : "bottom";
      const relation = attributeOf(child, "id");
      found.push({ at, content: relation === undefined ? child : { relation } });
    }
  }
  return found.slice(0, MOST_MARGINS);
}
