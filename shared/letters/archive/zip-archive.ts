/** Files as one ZIP archive, names in UTF-8: what is packed already is stored, the same files make the same bytes. */
import { type Zippable, zipSync } from "fflate";
import { withoutDates } from "../office/archive-dates.ts";

export interface ZippedFile {
  /** With its folders, `/` between them. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Kinds of files that get smaller; scans, PDFs and Office documents don't. */
const TEXTS = /\.(?:txt|html|jsonl|json|csv)$/;

/** Two files of one path would be one: that is a mistake of whoever names them. */
export function zipOf(files: readonly ZippedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, bytes } of files) {
    if (Object.hasOwn(entries, path)) throw new TypeError(`two files of the archive are called ${path}`);
    entries[path] = [bytes, { level: TEXTS.test(path) ? 6 : 0 }];
  }
  return withoutDates(zipSync(entries));
}

/** What a file in the archive may be called: nothing that an operating system takes for a path, or hides. */
export function fileName(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, "_")
    .replace(/^\.+/u, "");
  const [name, extension] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/u.exec(plain)?.slice(1) ?? [];
  return `${[...(name ?? "")].slice(0, 60).join("").trim()}${extension ?? ""}`;
}
