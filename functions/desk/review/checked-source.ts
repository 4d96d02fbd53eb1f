/** What a reading is checked against: the text it came from, its marked places, and the pages they stand on. */

import type { Spot } from "../../../shared/documents/pages/placed-line.ts";
import {
  type KeptPage,
  type KeptPages,
  MOST_LIST_BYTES,
  MOST_PICTURE_BYTES,
  pagesKey,
  pagesOfJson,
  pictureKey,
} from "../../../shared/documents/seen/kept-pages.ts";
import { spotsWithin } from "../../../shared/documents/seen/marked-places.ts";
import type { DocumentRecord } from "../../../shared/domain/document.ts";
import type { FactShown } from "../../../shared/domain/notices/frame/shown.ts";
import type { DeskPorts, ShownPicture } from "../frame/room.ts";
import { type Place, placesIn } from "./marked-source.ts";

/** A marked place: its number, by which a reader finds it, and where it is seen. */
export interface NumberedPlace extends Place {
  readonly number: number;
  /** On which page; undefined where it is on none that is shown. */
  readonly page?: number;
}

/** A page with what is marked on it. */
export interface CheckedPage extends KeptPage {
  readonly marks: readonly { readonly place: NumberedPlace; readonly spots: readonly Spot[] }[];
}

export interface CheckedSource {
  readonly text: string;
  readonly places: readonly NumberedPlace[];
  readonly pages: readonly CheckedPage[];
  /** Pages of the file, of which only the first may be shown. */
  readonly of: number;
  /** Some of the text was recognised in pictures. */
  readonly recognised: boolean;
  /** Its pages are not there yet, though such a file has some. */
  readonly pending: boolean;
}

/** The source of a document that waits; undefined where nothing of it can be shown. Reads only. */
export async function checkedSource(
  ports: DeskPorts,
  record: DocumentRecord,
  facts: readonly FactShown[],
  isDoubtful: (fact: FactShown) => boolean,
): Promise<CheckedSource | undefined> {
  const kept = await keptPages(ports, record.sha256);
  const text = kept === undefined || kept.text === "" ? (record.text ?? "") : kept.text;
  const { pages = [], of = 0 } = kept ?? {};
  if (text === "" && pages.length === 0) return undefined;
  const places = placesIn(text, facts, isDoubtful).map((place, index): NumberedPlace => {
    const number = index + 1;
    const page = pages.find(({ spots, picture }) => picture && spotsWithin(spots, text, place).length > 0);
    return { ...place, number, ...(page !== undefined && { page: page.number }) };
  });
  const checked = pages.map((page) => ({
    ...page,
    marks: places.flatMap((place) => {
      const spots = spotsWithin(page.spots, text, place);
      return spots.length === 0 ? [] : [{ place, spots }];
    }),
  }));
  const pending = kept === undefined && /\.pdf$/iu.test(record.firstUpload.key);
  return { text, places, pages: checked, of, recognised: pages.some((page) => page.recognised), pending };
}

/** Without its pages a document can still be checked by its text: a fault here is ours to hear of, and no more. */
async function keptPages(ports: DeskPorts, sha256: string): Promise<KeptPages | undefined> {
  try {
    const bytes = await ports.shownPages.read(pagesKey(sha256), undefined, MOST_LIST_BYTES);
    return bytes instanceof Uint8Array ? pagesOfJson(bytes) : undefined;
  } catch (fault) {
    ports.failed(fault instanceof Error ? fault : new Error("the pages of a document can't be read"));
    return undefined;
  }
}

/** The part of a link's address that is a page's picture. */
export function partOfPage(number: number): string {
  return `page-${number}`;
}

/** The picture a part of the address names; undefined where it names none that is kept. */
export async function pagePicture(
  { shownPages }: DeskPorts,
  sha256: string,
  part: string,
): Promise<ShownPicture | undefined> {
  const [, number] = /^page-([1-9]\d{0,2})$/.exec(part) ?? [];
  if (number === undefined) return undefined;
  const bytes = await shownPages.read(pictureKey(sha256, Number(number)), undefined, MOST_PICTURE_BYTES);
  if (!(bytes instanceof Uint8Array)) return undefined;
  return { status: 200, picture: { contentType: "image/jpeg", bytes } };
}
