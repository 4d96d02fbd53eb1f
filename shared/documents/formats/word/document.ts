/**
 * All the words of a Word file in XML: the body with what is enclosed in it, before it the pages' headers, behind it
 * notes and footers; and what was not read of it.
 */
import type { UnreadPart } from "../../../domain/unread-part.ts";
import { shortName, type TextResult } from "../file-text.ts";
import { betweenMargins } from "../page-margins.ts";
import { type Line, lineOf } from "../table-lines.ts";
import { attributeOf, childOf, descendants, type XmlElement } from "../xml.ts";
import { type Margin, marginsShown } from "./margins.ts";
import { Styles } from "./marks.ts";
import { type Relation, WordPackage } from "./package.ts";
import { type Surroundings, WordWalk } from "./walk.ts";

/** What was read of a file, and what was not. */
export interface WordText {
  readonly lines: readonly Line[];
  readonly unread: readonly UnreadPart[];
}

/** Reads a file enclosed in another; undefined where it is of a kind that is not read. */
export type ReadEnclosed = (bytes: Uint8Array, path: string) => Promise<WordText | undefined>;

const MOST_ENCLOSED = 30;
const MOST_NOTES = 500;
const MOST_UNREAD = 50;

/** The parts of a file that make up its text. */
interface Parts {
  readonly document: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly settings: XmlElement | undefined;
  readonly comments: XmlElement | undefined;
  readonly part: (relation: string) => XmlElement | undefined;
  readonly notes: (kind: "footnote" | "endnote") => XmlElement | undefined;
  readonly enclosed: ReadonlyMap<string, readonly Line[]>;
}

/** Reads a file of parts. @throws XmlError where the document itself is damaged */
export async function wordOfPackage(pack: WordPackage, readEnclosed: ReadEnclosed): Promise<WordText> {
  const { main } = pack;
  const document = pack.xml(main);
  if (document === undefined) throw new Error("it has no document");
  const relations = pack.relationsOf(main);
  const unread: UnreadPart[] = [];
  /** A part beside the document; that it is damaged is said, and the rest is read. */
  const beside = (relation: Relation | undefined) => {
    if (relation === undefined) return undefined;
    try {
      const root = pack.xml(relation.path);
      if (root === undefined) unread.push({ kind: "damaged-part", name: relation.path ?? relation.type });
      return root;
    } catch {
      unread.push({ kind: "damaged-part", name: relation.path ?? relation.type });
      return undefined;
    }
  };
  const ofType = (type: string) => beside(relations.find((one) => one.type === type));
  const enclosed = await enclosedIn({ pack, relations, document, readEnclosed, unread, beside });
  const { lines, unread: more } = wordOfParts({
    document,
    styles: ofType("styles"),
    settings: ofType("settings"),
    comments: ofType("comments"),
    part: (id) => beside(relations.find((one) => one.id === id)),
    notes: (kind) => ofType(`${kind}s`),
    enclosed,
  });
  return { lines, unread: [...unread, ...more].slice(0, MOST_UNREAD) };
}

/** Reads a file of one XML element: a package in its flat form, or Word 2003's. */
export async function wordOfXml(root: XmlElement, readEnclosed: ReadEnclosed): Promise<WordText> {
  return root.name === "package" ? wordOfPackage(WordPackage.ofFlat(root), readEnclosed) : wordOf2003(root);
}

/** Lines as text, and as rows of cells. */
export function resultOf({ lines, unread }: WordText): TextResult {
  return {
    ok: true,
    text: lines.map(({ text }) => text).join("\n"),
    rows: lines.map(({ cells }) => cells),
    ...(unread.length > 0 && { unread }),
  };
}

/** Word 2003 has all its parts in one element. */
function wordOf2003(document: XmlElement): WordText {
  return wordOfParts({
    document,
    styles: document,
    settings: childOf(document, "docPr"),
    comments: document,
    part: () => undefined,
    notes: () => undefined,
    enclosed: new Map(),
  });
}

/** What lies in parts of its own and belongs where the document refers to it: chunks and diagrams, by relation. */
async function enclosedIn({
  pack,
  relations,
  document,
  readEnclosed,
  unread,
  beside,
}: {
  readonly pack: WordPackage;
  readonly relations: readonly Relation[];
  readonly document: XmlElement;
  readonly readEnclosed: ReadEnclosed;
  readonly unread: UnreadPart[];
  readonly beside: (relation: Relation) => XmlElement | undefined;
}): Promise<Map<string, readonly Line[]>> {
  const enclosed = new Map<string, readonly Line[]>();
  for (const relation of relations) {
    if (relation.type !== "diagramData") continue;
    const root = beside(relation);
    const words = root === undefined ? [] : [...descendants(root, "p")].map(drawnWords);
    enclosed.set(relation.id, words.filter((line) => line !== "").map(lineOf));
  }
  const chunks = ["altChunk", "subDoc"].flatMap((name) => [...descendants(document, name)]);
  for (const [index, chunk] of chunks.entries()) {
    const id = attributeOf(chunk, "id") ?? "";
    if (enclosed.has(id)) continue;
    const path = relations.find((relation) => relation.id === id)?.path;
    const bytes = path === undefined || index >= MOST_ENCLOSED ? undefined : pack.bytes(path);
    const text = bytes === undefined ? undefined : await readEnclosed(bytes, path ?? "");
    if (text === undefined) unread.push({ kind: "enclosed-file", name: shortName(path ?? chunk.name) });
    enclosed.set(id, text?.lines ?? []);
    unread.push(...(text?.unread ?? []));
  }
  return enclosed;
}

/** The words of a paragraph of a drawing. */
function drawnWords(paragraph: XmlElement): string {
  return [...descendants(paragraph, "t")]
    .map(({ text }) => text)
    .join("")
    .trim();
}

function wordOfParts(parts: Parts): WordText {
  const unread: UnreadPart[] = [];
  const remarks = remarksOf(parts.comments);
  for (const words of remarks.values()) unread.push({ kind: "remark", name: shortName(words) });
  const referred = { footnote: new Set<string>(), endnote: new Set<string>() };
  const objects = new Set<string>();
  const around: Surroundings = {
    styles: new Styles(parts.styles),
    enclosed: (relation) => parts.enclosed.get(relation),
    remarked: new Set(remarks.keys()),
    noteFound: (kind, id) => referred[kind].add(id),
    unreadFound: (name) => objects.add(name),
  };
  const [content] = descendants(parts.document, "body");
  const body = content === undefined ? [] : new WordWalk(around).lines(content);
  const notes = (["footnote", "endnote"] as const).flatMap((kind) =>
    notesOf(parts.notes(kind), kind, referred[kind]).flatMap((note) => new WordWalk(around).lines(note)),
  );
  for (const name of objects) unread.push({ kind: "enclosed-file", name: shortName(name) });
  const margins = marginsShown(parts.document, parts.settings);
  const linesAt = (at: Margin["at"]) =>
    margins
      .filter((margin) => margin.at === at)
      .flatMap(({ content }) => {
        const element = "relation" in content ? parts.part(content.relation) : content;
        return element === undefined ? [] : new WordWalk({ ...around, onEveryPage: true }).lines(element);
      });
  return { lines: betweenMargins(linesAt("top"), [...body, ...notes], linesAt("bottom")), unread };
}

/** The notes the text refers to; separators are notes that nothing refers to. */
function notesOf(
  root: XmlElement | undefined,
  kind: string,
  referred: ReadonlySet<string>,
): readonly XmlElement[] {
  return root === undefined || referred.size === 0
    ? []
    : [...descendants(root, kind)]
        .filter((note) => referred.has(attributeOf(note, "id") ?? ""))
        .slice(0, MOST_NOTES);
}

/** The words of a file's comments by their number. */
function remarksOf(root: XmlElement | undefined): ReadonlyMap<string, string> {
  const remarks = new Map<string, string>();
  if (root === undefined) return remarks;
  const comments = [
    ...descendants(root, "comment"),
    ...[...descendants(root, "annotation")].filter((one) => attributeOf(one, "type") === "Word.Comment"),
  ];
  for (const comment of comments.slice(0, MOST_UNREAD)) {
    const words = [...descendants(comment, "t")]
      .map(({ text }) => text)
      .join("")
      .trim();
    if (words !== "") remarks.set(attributeOf(comment, "id") ?? "", words);
  }
  return remarks;
}
