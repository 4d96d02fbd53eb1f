/**
 * How does a room offer papers (文书) to download? By a table of them: each paper with its name, what it is for, who may have
 * it, when it is of any use, and what is written on it from what is known. A room lists those its reader may have and makes
 * the one that is asked for. Whose matter it is the room has seen to.
 */
import { html } from "hono/html";
import type { Attachment } from "../../../shared/letters/frame/mail.ts";
import type { OfficialDocument } from "../../../shared/letters/office/official-document.ts";
import { paperDocx } from "../../../shared/letters/papers/docx-papers.ts";
import type { Markup } from "../frame/page.ts";
import { type Place, placeOf } from "../frame/place.ts";
import type { ShownFile, Visit } from "../frame/room.ts";

/** In which part somebody has a paper made. */
export type PaperReader = "bureau" | "court" | "agency" | "government";

/** A paper that can be made of a matter; `Known` is what must be looked up for it besides. */
export interface Paper<Matter, Known> {
  readonly name: string;
  /** What it is for, beside its name. */
  readonly use: string;
  /** Who may have it, by their part in the matter. */
  readonly readers: readonly PaperReader[];
  /** Whether it is of any use as things stand. */
  isNeeded(matter: Matter): boolean;
  /** What the file's name says of the matter, after the paper's. */
  about(matter: Matter): string;
  /** Filled with what is known; what isn't stays blank. */
  make(matter: Matter, known: Known): OfficialDocument;
}

/** Papers by the parts of a room's addresses that name them. */
export type PaperTable<Matter, Known> = Readonly<Record<string, Paper<Matter, Known>>>;

/** How a room shows its list. */
export interface PaperListOptions {
  /** Only these; else all there are. */
  readonly only?: readonly string[];
  /** What the room's addresses need besides, to know which matter. */
  readonly query?: Place["query"];
}

/** The papers of a table a reader may have now, by the parts that name them. */
function offered<Matter, Known>(
  table: PaperTable<Matter, Known>,
  matter: Matter,
  reader: PaperReader,
): readonly (readonly [part: string, paper: Paper<Matter, Known>])[] {
  return Object.entries(table).filter(
    ([, paper]) => paper.readers.includes(reader) && paper.isNeeded(matter),
  );
}

/** Links to them, each made when it is asked for; nothing where there is none. */
export function paperLinks<Matter, Known>(
  table: PaperTable<Matter, Known>,
  matter: Matter,
  reader: PaperReader,
  visit: Pick<Visit, "token" | "part">,
  { only, query = {} }: PaperListOptions = {},
): Markup {
  const papers = offered(table, matter, reader).filter(([part]) => only === undefined || only.includes(part));
  if (papers.length === 0) return html``;
  return html`<ul class="papers">${papers.map(
    ([part, { name, use }]) =>
      html`<li><a href="${placeOf(visit, { part, query })}">${name}（.docx）</a><small>${use}</small></li>`,
  )}</ul>`;
}

/** The paper that a part names, as a file; undefined where it names none that the reader may have now. */
export async function paperOf<Matter, Known>(
  table: PaperTable<Matter, Known>,
  matter: Matter,
  reader: PaperReader,
  part: string,
  known: () => Promise<Known>,
): Promise<ShownFile | undefined> {
  const [, paper] = offered(table, matter, reader).find(([one]) => one === part) ?? [];
  if (paper === undefined) return undefined;
  return shownFile(
    await paperDocx(`${paper.name} ${paper.about(matter)}`, paper.make(matter, await known())),
  );
}

/** A file that was made, as an answer; undefined for one that is text. */
export function shownFile({ name, contentType, content }: Attachment): ShownFile | undefined {
  if (typeof content === "string") return undefined;
  return { status: 200, file: { name, contentType, bytes: content } };
}
