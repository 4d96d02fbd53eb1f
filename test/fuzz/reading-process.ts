/** Reads what its parent sends, one input after the other, and says what came of each: a process that can be ended and begun anew. */
import { understand } from "../../shared/casework/documents/understand.ts";
import { type DocumentResult, readDocument, readPlainPaper } from "../../shared/documents/read-document.ts";
import { LINYI } from "../../shared/domain/policy.ts";
import { instant } from "../../shared/domain/time/time.ts";

/** What came of an input; `sure`: what would be filed without a person, as text to compare. */
export interface Read {
  readonly outcome: string;
  readonly sure: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

const ARRIVAL = { sha256: "fuzzed", at: instant("2026-09-08T01:00:00.000Z"), court: "沂南县人民法院" };

process.on("message", async ({ bytes }: { readonly bytes: Uint8Array }) => {
  const started = performance.now();
  const result = await readDocument(bytes);
  const milliseconds = performance.now() - started;
  // A short text is read in the function itself: what throws there ends the function.
  if (bytes.length <= 64_000 && result.format === "text") readPlainPaper(bytes);
  const read: Read = {
    outcome: outcomeOf(result),
    sure: JSON.stringify(sureOf(result)),
    milliseconds,
    megabytes: process.memoryUsage.rss() / 1024 / 1024,
  };
  process.send?.(read);
});
process.on("disconnect", () => process.exit());
process.send?.("ready");

function outcomeOf(result: DocumentResult): string {
  return result.ok ? `read as ${result.document.kind.value}` : result.reason.kind;
}

function sureOf(result: DocumentResult): readonly unknown[] {
  if (!result.ok) return [];
  const understood = understand(result.document, ARRIVAL, LINYI);
  if (understood.outcome === "ledger") return [result.document.ledger];
  return "commands" in understood ? understood.commands : [];
}
