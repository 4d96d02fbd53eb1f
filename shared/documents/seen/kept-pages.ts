/**
 * What is kept of a file's pages for the person who checks what was read in it, and under which names: one list of pages
 * with the places of their words, and beside it a picture of each. By the bytes, so that the same file under another
 * name is not looked at again.
 */
import { unmarked } from "../formats/file-text.ts";
import type { Spot } from "../pages/placed-line.ts";

/** A letter that whoever shows the page sets in a font of his own, since the file has none. */
export interface SetLetter {
  readonly text: string;
  /** Where its base line begins; all in pixels of the picture. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A page with the places of its words. */
export interface KeptPage {
  /** From 1. */
  readonly number: number;
  /** Of its picture, in pixels; undefined where it has none. */
  readonly picture?: { readonly width: number; readonly height: number };
  /** Its words were recognised in the picture, and not taken from the file. */
  readonly recognised: boolean;
  readonly spots: readonly Spot[];
  readonly letters: readonly SetLetter[];
}

/** The pages of a file, and the text that was read on all of them, in which their spots are counted. */
export interface KeptPages {
  readonly text: string;
  /** Pages of the file: more than are kept of a long one. */
  readonly of: number;
  readonly pages: readonly KeptPage[];
}

/** Raised whenever pages are drawn or kept differently. */
const FORM = 1;

/** Where a file's list of pages is kept. */
export function pagesKey(sha256: string): string {
  return `pages/v${FORM}/${sha256}/pages.json`;
}

/** Where the picture of one of them is kept, a JPEG. */
export function pictureKey(sha256: string, number: number): string {
  return `pages/v${FORM}/${sha256}/${number}.jpg`;
}

/** The most that a list of pages and a picture can weigh, in bytes; a JPEG is never larger than the pixels it shows. */
export const [MOST_LIST_BYTES, MOST_PICTURE_BYTES] = [12_000_000, 4_000_000];

/** More on one page are no print. */
const [MOST_SPOTS, MOST_LETTERS] = [5000, 6000];

/** The list as it is kept: whole pixels, and angles in hundredths of a degree. */
export function pagesToJson({ text, of, pages }: KeptPages): Uint8Array {
  const kept = pages.map(({ spots, letters, ...page }) => ({
    ...page,
    spots: spots
      .slice(0, MOST_SPOTS)
      .map(({ start, end, x, y, width, height, angle }) => [
        start,
        end,
        ...[x, y, width, height, (angle * 18_000) / Math.PI].map(Math.round),
      ]),
    letters: letters
      .slice(0, MOST_LETTERS)
      .map(({ text: letter, x, y, size }) => [unmarked(letter).slice(0, 4), ...[x, y, size].map(Math.round)]),
  }));
  return new TextEncoder().encode(JSON.stringify({ text, of, pages: kept }));
}

type Numbers = readonly [number, number, number, number, number, number, number];

/** The list that was kept; throws where it is none. */
export function pagesOfJson(bytes: Uint8Array): KeptPages {
  const { text, of, pages } = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as {
    readonly text: string;
    readonly of: number;
    readonly pages: readonly (Omit<KeptPage, "spots" | "letters"> & {
      readonly spots: readonly Numbers[];
      readonly letters: readonly (readonly [string, number, number, number])[];
    })[];
  };
  if (typeof text !== "string" || typeof pages?.length !== "number")
    throw new TypeError("this is no list of pages");
  return {
    text,
    of,
    pages: pages.map(({ spots, letters, ...page }) => ({
      ...page,
      spots: spots.map(([start, end, x, y, width, height, angle]) => ({
        start,
        end,
        x,
        y,
        width,
        height,
        angle: (angle * Math.PI) / 18_000,
      })),
      letters: letters.map(([letter, x, y, size]) => ({ text: letter, x, y, size })),
    })),
  };
}
