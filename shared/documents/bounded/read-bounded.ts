/** How is a document from outside read safely? As any other, but in a process that can be ended. */
import { existsSync, realpathSync } from "node:fs";
import { sniffFormat } from "../formats/format.ts";
import type { DocumentResult } from "../read-document.ts";
import { MOST_BYTES } from "../read-text.ts";
import { askChild } from "./child-process.ts";
import { DOCUMENT_LIMITS, type Limits } from "./limits.ts";
import type { ReaderRequest } from "./reader-process.ts";
import { withinTime } from "./time-limit.ts";

/** Text up to this size is tried here first: a process costs more than it usually takes. */
const SHORT_TEXT_BYTES = 64_000;

/**
 * Reads a document as `readDocument` does, in a process of its own, so that a hostile one costs no more than the limits
 * and takes nothing with it; a short text only where it isn't read at once. Throws only where no process could be started.
 */
export async function readBounded(
  bytes: Uint8Array,
  limits: Limits = DOCUMENT_LIMITS,
): Promise<DocumentResult> {
  const format = sniffFormat(bytes);
  // These are answered without opening the file.
  const answered = bytes.length > MOST_BYTES || format === "empty" || format === "unknown";
  if (answered) return (await here()).readDocument(bytes);
  if (format === "text" && bytes.length <= SHORT_TEXT_BYTES) {
    const { readPlainPaper } = await here();
    const read = withinTime(limits.millisecondsHere, () => readPlainPaper(bytes));
    if (read !== undefined) return read;
  }
  const end = await askChild(reader.script, { bytes } satisfies ReaderRequest, {
    limits,
    folder: reader.folder,
    linked: reader.linked,
  });
  switch (end.ended) {
    case "answered":
      return end.answer as DocumentResult;
    case "crashed":
      return { ok: false, format, reason: { kind: "broken", detail: end.detail } };
    case "over-limit": {
      const limit = end.what === "time" ? limits.milliseconds : limits.megabytes;
      return { ok: false, format, reason: { kind: "exhausting", what: end.what, limit } };
    }
    default:
      return end satisfies never;
  }
}

/** The rules of all papers: most files are read by another process, and never need them in this one. */
function here() {
  return import("../read-document.ts");
}

/** In a bundle the reader lies beside this file, with all it may read; run from the sources, the project does. */
const reader = existsSync(new URL("./reader-process.mjs", import.meta.url))
  ? {
      script: new URL("./reader-process.mjs", import.meta.url),
      folder: new URL("./", import.meta.url),
      linked: [],
    }
  : {
      script: new URL("./reader-process.ts", import.meta.url),
      folder: new URL("../../../", import.meta.url),
      // Packages may lie elsewhere, with a link to them.
      linked: [realpathSync(new URL("../../../node_modules", import.meta.url))],
    };
