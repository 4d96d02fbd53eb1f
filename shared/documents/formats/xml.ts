/**
 * What is in an XML file? One tree for OFD and Office's XML formats, safe against entities and endless nesting.
 */
import { SaxesParser } from "saxes";

/** An element without its namespace's prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside it. */
  readonly text: string;
  /** Text and elements in the order they stand in. */
  readonly parts: readonly (string | XmlElement)[];
}

/** The text is no well-formed XML, or declares a document type. */
class XmlError extends Error {
  override name = "XmlError";
}

const DEEPEST = 200;
const NO_ELEMENT: XmlElement = { name: "", attributes: {}, children: [], text: "", parts: [] };

/** Parses XML to a tree. Entities of its own and anything outside the text don't exist: a DOCTYPE is an error. */
export function parseXml(text: string): XmlElement {
  type Open = {
    name: string;
    attributes: Record<string, string>;
    children: Open[];
    text: string;
    parts: (string | Open)[];
  };
  const root: Open = { name: "", attributes: {}, children: [], text: "", parts: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", ({ message }) => {
    throw new XmlError(message);
  });
  parser.on("doctype", () => {
    throw new XmlError("it declares a document type");
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Open = { name: local(name), attributes, children: [], text: "", parts: [] };
    open.at(-1)?.children.push(element);
    open.at(-1)?.parts.push(element);
    if (open.push(element) > DEEPEST) throw new XmlError("elements nested without end");
  });
  const addText = (part: string) => {
    const element = open.at(-1);
    if (element === undefined) return;
    element.text += part;
    element.parts.push(part);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => open.pop());
  parser.write(text.replace(/^\uFEFF/, "")).close();
  return root.children[0] ?? NO_ELEMENT;
}

/** The elements of a name anywhere below, in the document's order. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

/** An attribute by its name without its prefix, which every program is free to choose. */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  for (const key in attributes) if (key === name || local(key) === name) return attributes[key];
  return undefined;
}

/** The first element of a name directly inside. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
