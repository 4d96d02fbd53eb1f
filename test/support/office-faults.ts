/** What would keep Word, Excel or any other strict program from opening a DOCX or XLSX: found without such a program. */
import { join } from "node:path/posix";
import { SaxesParser } from "saxes";
import { openZip, zipContent, zipEntries } from "../../shared/documents/formats/zip-entries.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Part {
  readonly elements: readonly Element[];
}

/** One sentence for each fault; none for a file that opens. */
export async function officeFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const faults: string[] = [];
  const parts = new Map<string, Part>();
  for (const [path, content] of await entriesOf(bytes, faults))
    if (/\.(?:xml|rels)$/.test(path)) parts.set(path, parsed(path, content, faults));
    else parts.set(path, { elements: [] });
  checkTypes(parts, faults);
  const relations = checkRelations(parts, faults);
  const main = relations.get("")?.find(({ type }) => type.endsWith("/officeDocument"))?.target;
  if (main === undefined) faults.push("nothing says which part is the document");
  else if (main.startsWith("word/")) checkWord(main, parts, faults);
  else checkWorkbook(main, parts, relations, faults);
  return faults;
}

async function entriesOf(bytes: Uint8Array, faults: string[]): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openZip(bytes);
  const entries = new Map<string, Buffer>();
  for await (const entry of zipEntries(zip)) {
    if (entries.has(entry.fileName)) faults.push(`${entry.fileName} is there twice`);
    entries.set(entry.fileName, Buffer.concat(await Array.fromAsync(await zipContent(zip, entry))));
  }
  return entries;
}

/** Well-formed by XML 1.0, which also means: without characters it forbids. */
function parsed(path: string, content: Buffer, faults: string[]): Part {
  const elements: Element[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on("error", ({ message }) => {
    faults.push(`${path} is not well-formed: ${message}`);
  });
  parser.write(new TextDecoder("utf-8", { fatal: true }).decode(content)).close();
  return { elements };
}

/** Every part has a type (ECMA-376-2 §10.1.2). */
function checkTypes(parts: ReadonlyMap<string, Part>, faults: string[]): void {
  const types = parts.get("[Content_Types].xml")?.elements ?? [];
  if (types.length === 0) faults.push("there are no content types");
  const extensions = new Set(
    types
      .filter(({ name }) => name === "Default")
      .map(({ attributes }) => attributes.Extension?.toLowerCase()),
  );
  const overrides = new Set(
    types.filter(({ name }) => name === "Override").map(({ attributes }) => attributes.PartName),
  );
  for (const path of parts.keys()) {
    if (path === "[Content_Types].xml" || path.endsWith("/")) continue;
    const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
    if (!overrides.has(`/${path}`) && !extensions.has(extension)) faults.push(`${path} has no content type`);
  }
  for (const name of overrides)
    if (!parts.has((name ?? "").slice(1))) faults.push(`the content type of ${name} is of no part`);
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Every relation leads to a part; by the part it comes from, the file itself being the part without a name. */
function checkRelations(
  parts: ReadonlyMap<string, Part>,
  faults: string[],
): ReadonlyMap<string, readonly Relation[]> {
  const relations = new Map<string, readonly Relation[]>();
  for (const [path, { elements }] of parts) {
    const [, folder = "", name = ""] = /^(.*?)_rels\/(.*)\.rels$/.exec(path) ?? [];
    if (!path.endsWith(".rels")) continue;
    const found: Relation[] = [];
    for (const { name: element, attributes } of elements) {
      if (element !== "Relationship") continue;
      const { Id: id = "", Type: type = "", Target = "", TargetMode } = attributes;
      const target = Target.startsWith("/") ? Target.slice(1) : join(folder, Target);
      if (TargetMode !== "External" && !parts.has(target))
        faults.push(`${path}: ${id} leads to no part ${target}`);
      if (found.some((other) => other.id === id)) faults.push(`${path}: ${id} is there twice`);
      found.push({ id, type, target });
    }
    relations.set(folder + name, found);
  }
  return relations;
}

function checkWord(main: string, parts: ReadonlyMap<string, Part>, faults: string[]): void {
  const elements = parts.get(main)?.elements ?? [];
  if (elements[0]?.name !== "w:document" || elements[1]?.name !== "w:body")
    faults.push(`${main} is no document with a body`);
  const columns = elements.filter(({ name }) => name === "w:tbl").length;
  const grids = elements.filter(({ name }) => name === "w:tblGrid").length;
  if (columns !== grids) faults.push("a table has no grid");
}

function checkWorkbook(
  main: string,
  parts: ReadonlyMap<string, Part>,
  relations: ReadonlyMap<string, readonly Relation[]>,
  faults: string[],
): void {
  const workbook = parts.get(main)?.elements ?? [];
  const sheets = workbook.filter(({ name }) => name === "sheet");
  const names = sheets.map(({ attributes }) => attributes.name ?? "");
  if (sheets.length === 0) faults.push("the workbook has no sheet");
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length)
    faults.push("two sheets have one name");
  for (const name of names)
    if (name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))
      faults.push(`a sheet can't be called ${name}`);
  const shared = [...parts].find(([path]) => path.endsWith("sharedStrings.xml"))?.[1].elements ?? [];
  const strings = shared.filter(({ name }) => name === "si").length;
  const styles = [...parts].find(([path]) => path.endsWith("styles.xml"))?.[1].elements ?? [];
  const formats = Number(styles.find(({ name }) => name === "cellXfs")?.attributes.count ?? 0);
  for (const { attributes } of sheets) {
    const part = relations.get(main)?.find(({ id }) => id === attributes["r:id"])?.target ?? "";
    checkCells(attributes.name ?? "", parts.get(part)?.elements ?? [], { strings, formats }, faults);
  }
}

/** Cells stand in their rows in order, and refer to texts and formats that are there. */
function checkCells(
  sheet: string,
  elements: readonly Element[],
  { strings, formats }: { readonly strings: number; readonly formats: number },
  faults: string[],
): void {
  if (elements[0]?.name !== "worksheet") faults.push(`${sheet} has no sheet's part`);
  let row = 0;
  let column = 0;
  let isShared = false;
  for (const { name, attributes } of elements) {
    if (name === "row") {
      const next = Number(attributes.r);
      if (!(next > row)) faults.push(`${sheet}: row ${attributes.r} stands behind row ${row}`);
      row = next;
      column = 0;
    } else if (name === "c") {
      const [, letters = "", digits] = /^([A-Z]{1,3})(\d+)$/.exec(attributes.r ?? "") ?? [];
      const next = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      if (Number(digits) !== row || next <= column)
        faults.push(`${sheet}: cell ${attributes.r} is out of order`);
      column = next;
      isShared = attributes.t === "s";
      if (Number(attributes.s ?? 0) >= Math.max(formats, 1))
        faults.push(`${sheet}: ${attributes.r} has no format`);
      if (isShared && strings === 0) faults.push(`${sheet}: ${attributes.r} refers to no text`);
    } else if (name === "f") faults.push(`${sheet} has a formula in row ${row}`);
  }
}
