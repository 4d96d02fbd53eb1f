/** How are a file's pages kept, one after the other as they are read? */
import type { ScannedText } from "../../shared/documents/ocr/scanned-text.ts";
import { type KeptPage, pagesKey, pagesToJson, pictureKey } from "../../shared/documents/seen/kept-pages.ts";
import { jpegOf, type SeenPage } from "../../shared/documents/seen/seen-page.ts";
import type { Files } from "../../shared/ports/files.ts";

export interface PageKeeper {
  /** Keeps a page's picture. */
  readonly see: (page: SeenPage) => Promise<void>;
  /** Keeps the list of the pages: from now on they are there. */
  readonly finish: (text: ScannedText) => Promise<void>;
}

/** Keeps the pages of one file under its hash; what an attempt left that ended before the list is written over. */
export function pageKeeper(files: Pick<Files, "write">, sha256: string): PageKeeper {
  const pages: KeptPage[] = [];
  return {
    async see({ number, picture, recognised, spots, undrawn }) {
      if (picture !== undefined) await files.write(pictureKey(sha256, number), jpegOf(picture), "image/jpeg");
      const size = picture && { width: picture.width, height: picture.height };
      pages.push({ number, ...(size && { picture: size }), recognised, spots, letters: undrawn });
    },

    async finish(text) {
      const kept = text.ok
        ? { text: text.text, of: text.pages, pages }
        : { text: "", of: pages.length, pages: pages.map((page) => ({ ...page, spots: [] })) };
      await files.write(pagesKey(sha256), pagesToJson(kept), "application/json");
    },
  };
}
