/** What single elements of WordprocessingML say of themselves: their styles, settings, symbols, and whether they show. */
import { inSymbolFont } from "../symbol-fonts.ts";
import { attributeOf, childOf, type XmlElement } from "../xml.ts";
import { hasOn, isOn, valOf } from "./marks.ts";

/** Whether an element marks where the words of a comment begin or end; Word 2003 has annotations for it. */
export function isRange(element: XmlElement): boolean {
  const { name } = element;
  if (name === "commentRangeStart" || name === "commentRangeEnd") return true;
  return name === "annotation" && /^Word\.Comment\.(?:Start|End)$/.test(attributeOf(element, "type") ?? "");
}

/** A content control's content, a tick box's as its state; any other element as it is. */
export function contentOf(element: XmlElement): XmlElement {
  if (element.name !== "sdt") return element;
  const content = childOf(element, "sdtContent") ?? { ...element, children: [] };
  const box = childOf(childOf(element, "sdtPr"), "checkbox");
  if (box === undefined) return content;
  const ticked = isOn(valOf(childOf(box, "checked")) ?? "0") ? "☑" : "□";
  const mark = { name: "t", attributes: {}, children: [], text: ticked, parts: [ticked] };
  return { ...content, children: [{ ...mark, name: "r", children: [mark], text: "", parts: [] }] };
}

/** The style an element names in its properties. */
export function styleOf(element: XmlElement, properties: string, name: string): string | undefined {
  return valOf(childOf(childOf(element, properties), name));
}

/** The end of a paragraph was deleted, or is hidden: its words go on in the next one. */
export function isEndGone(paragraph: XmlElement): boolean {
  const mark = childOf(childOf(paragraph, "pPr"), "rPr");
  return (
    childOf(mark, "del") !== undefined || childOf(mark, "moveFrom") !== undefined || hasOn(mark, "vanish")
  );
}

/** The character a symbol looks like; nothing for one of a font that is not known. */
export function symbolOf(symbol: XmlElement): string {
  const code = Number.parseInt(attributeOf(symbol, "char") ?? "", 16);
  const drawn = inSymbolFont(
    attributeOf(symbol, "font"),
    String.fromCodePoint(code > 0 ? code & 0xffff : 32),
  );
  return /\p{Co}/u.test(drawn) ? "" : drawn;
}

/** What a tick box or list of an old form is set to. */
export function settingOf(form: XmlElement | undefined): string {
  const box = childOf(form, "checkBox");
  if (box !== undefined) {
    const checked = childOf(box, "checked");
    return (checked === undefined ? hasOn(box, "default") : isOn(valOf(checked))) ? "☑" : "□";
  }
  const list = childOf(form, "ddList");
  if (list === undefined) return "";
  const chosen = Number(valOf(childOf(list, "result")) ?? valOf(childOf(list, "default")) ?? 0);
  return valOf(list.children.filter(({ name }) => name === "listEntry")[chosen]) ?? "";
}

/** Whether a drawing, in the new form or the old, is not shown. */
export function isHiddenShape(element: XmlElement): boolean {
  const [placed] = element.children;
  if (isOn((placed && attributeOf(childOf(placed, "docPr") ?? placed, "hidden")) ?? "0")) return true;
  const shape = childOf(element, "shape") ?? childOf(element, "rect");
  return shape !== undefined && /visibility\s*:\s*hidden/i.test(attributeOf(shape, "style") ?? "");
}
