/** The process documents are read in. It gets the bytes of one, answers with what was read, and is ended by its parent. */
import { readDocument } from "../read-document.ts";
import { type LastWords, READY } from "./child-process.ts";

/** What the parent sends. */
export interface ReaderRequest {
  readonly bytes: Uint8Array;
}

process.on("disconnect", () => process.exit());
// Some parsers throw where nobody can catch it: that, too, is an answer about the file.
process.on("uncaughtException", (error) => sayLastWords(error));
process.on("unhandledRejection", (error) => sayLastWords(error));
process.on("message", async ({ bytes }: ReaderRequest) => process.send?.(await readDocument(bytes)));
process.send?.(READY);

function sayLastWords(error: unknown): void {
  const words: LastWords = { lastWords: error instanceof Error ? error.message : String(error) };
  process.send?.(words, () => process.exit(1));
}
