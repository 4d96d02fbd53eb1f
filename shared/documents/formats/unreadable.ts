/** Why a file could not be turned into text. Expected outcomes, not faults: each ends in an answer to its court. */
export type UnreadableReason =
  | { readonly kind: "empty" }
  | { readonly kind: "too-large"; readonly bytes: number; readonly limit: number }
  | { readonly kind: "too-many-pages"; readonly pages: number; readonly limit: number }
  | { readonly kind: "encrypted" }
  | { readonly kind: "broken"; readonly detail: string }
  /** A scan, or a file whose fonts don't say which characters they draw. */
  | { readonly kind: "no-text-layer"; readonly pages?: number }
  | { readonly kind: "unsupported-format"; readonly format: string }
  /** Content that grows out of all proportion when unpacked, or asks the reader to fetch or build more. */
  | { readonly kind: "bomb"; readonly detail: string }
  | { readonly kind: "macro" }
  /** Reading it was stopped: it took more time or memory than any honest document of its size. */
  | { readonly kind: "exhausting"; readonly what: "time" | "memory"; readonly limit: number };

/** One English sentence for a log line or the command line; letters word it in Chinese themselves. */
export function describeUnreadable(why: UnreadableReason): string {
  switch (why.kind) {
    case "empty":
      return "the file is empty";
    case "too-large":
      return `the file has ${why.bytes} bytes, more than the ${why.limit} that are read`;
    case "too-many-pages":
      return `the file has ${why.pages} pages, more than the ${why.limit} that are read`;
    case "encrypted":
      return "the file is protected by a password";
    case "broken":
      return `the file is damaged: ${why.detail}`;
    case "no-text-layer":
      return "the file holds no text that can be read, probably a scan";
    case "unsupported-format":
      return `files of the format ${why.format} are not read`;
    case "bomb":
      return `the file was refused as unsafe: ${why.detail}`;
    case "macro":
      return "the file contains macros";
    case "exhausting":
      return `reading the file took more than ${why.limit} ${why.what === "time" ? "ms" : "MB of memory"}`;
    default:
      return why satisfies never;
  }
}
