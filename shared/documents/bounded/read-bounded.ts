/** How is a document from outside read safely? As any other, but in a process that can be ended. */
import { existsSync, realpathSync } from "node:fs";
import { type Format, sniffFormat } from "../formats/format.ts";
import type { DocumentResult } from "../read-document.ts";
import { MOST_BYTES } from "../read-text.ts";
import { type Child, type ChildEnd, startChild } from "./child-process.ts";
import { DOCUMENT_LIMITS, type Limits } from "./limits.ts";
import type { ReaderRequest } from "./reader-process.ts";
import { withinTime } from "./time-limit.ts";

/** Text up to this size is tried here first: a process costs more than it usually takes. */
const SHORT_TEXT_BYTES = 64_000;

/** Reads one document after the other. */
export interface BoundedReader {
  /**
   * Reads a document as `readDocument` does, in another process, so that a hostile one costs no more than the limits and
   * takes nothing with it; a short text only where it isn't read at once. Throws only where no process could be started.
   */
  read(bytes: Uint8Array): Promise<DocumentResult>;
  /** Whose documents come now: what was kept from another's is gone. */
  serve(sender: string | undefined): void;
  /** Ends the process that is kept for the next document, if there is one; another is started when one comes. */
  dismiss(): void;
}

/** Starting a process costs more than most papers take, so one is kept; beyond this share of its memory it is not. */
const FULL = 0.5;

/**
 * A reader that keeps its process for the documents that follow. What one of them leaves behind in it is held against
 * none: a document that it fails at is read once more by a process that has read nothing else, and only that one's word
 * counts. Documents of different senders never share one.
 */
export function boundedReader(
  limits: Limits = DOCUMENT_LIMITS,
  start: () => Child = () => startReader(limits),
): BoundedReader {
  let kept: Child | undefined;
  let served: string | undefined;
  const dismiss = () => {
    kept?.end();
    kept = undefined;
  };
  const asked = async (child: Child, bytes: Uint8Array, milliseconds: number): Promise<ChildEnd> => {
    const end = await child.ask({ bytes } satisfies ReaderRequest, { ...limits, milliseconds });
    if (end.ended !== "answered") return end;
    if (kept === undefined && child.megabytes() <= limits.megabytes * FULL) kept = child;
    else child.end();
    return end;
  };
  const elsewhere = async (bytes: Uint8Array, milliseconds: number): Promise<ChildEnd> => {
    // Taken: whoever reads at the same time has another.
    const used = kept;
    kept = undefined;
    const end = used && (await asked(used, bytes, milliseconds).catch(() => undefined));
    return end?.ended === "answered" ? end : asked(start(), bytes, milliseconds);
  };
  return {
    read: (bytes) => readWithin(bytes, limits, elsewhere),
    serve(sender) {
      if (sender !== served) dismiss();
      served = sender;
    },
    dismiss,
  };
}

/**
 * A process that reads documents.
 * @internal Beside this file only the fuzzer starts it, to keep account of what each input takes.
 */
export function startReader({ megabytes }: Limits): Child {
  return startChild({ ...reader, megabytes });
}

/** As {@link BoundedReader.read}, in a process of its own. */
export async function readBounded(
  bytes: Uint8Array,
  limits: Limits = DOCUMENT_LIMITS,
): Promise<DocumentResult> {
  const { read, dismiss } = boundedReader(limits);
  return read(bytes).finally(dismiss);
}

async function readWithin(
  bytes: Uint8Array,
  limits: Limits,
  elsewhere: (bytes: Uint8Array, milliseconds: number) => Promise<ChildEnd>,
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
  const milliseconds = TABLES.has(format) ? limits.millisecondsOfTable : limits.milliseconds;
  const end = await elsewhere(bytes, milliseconds);
  switch (end.ended) {
    case "answered":
      return end.answer as DocumentResult;
    case "crashed":
      return { ok: false, format, reason: { kind: "broken", detail: end.detail } };
    case "over-limit": {
      const limit = end.what === "time" ? milliseconds : limits.megabytes;
      return { ok: false, format, reason: { kind: "exhausting", what: end.what, limit } };
    }
    default:
      return end satisfies never;
  }
}

/** In which ledgers come; a text that is not short is a table. */
const TABLES: ReadonlySet<Format> = new Set(["xlsx", "xls", "excel-xml", "text"]);

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
