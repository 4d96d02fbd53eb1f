/** What courts' ledgers say, as JSON in the records bucket, parsed whenever it is read back: a former version may have written it. */
import * as z from "zod/mini";
import type { LedgerRef } from "../domain/case-file/ledger/ledger.ts";
import type { Files } from "../ports/files.ts";
import type { KeptLedgers } from "../ports/kept-ledgers.ts";
import { keptLedger, notedPart } from "./case-table/schemas/ledger-statement.ts";
import { withOutcomes } from "./case-table/upcast/outcomes.ts";

/** Ten thousand cases are some 5 MB of JSON. */
const MAX_BYTES = 40 * 1024 * 1024;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file of a ledger is gone, or isn't what was kept; says where it is wrong, not what it says. */
class UnusableLedger extends Error {
  override readonly name = "UnusableLedger";
}

type Json = Readonly<Record<string, unknown>>;

/** The ledgers kept in a bucket, each in a folder of its court, month and document. */
export function keptLedgers(files: Pick<Files, "read" | "write">): KeptLedgers {
  return {
    keep: (kept) => write(`${folderOf(kept.ledger, kept.ledger.document)}/statements.json`, kept),
    async kept(of, document) {
      const folder = folderOf(of, document);
      const key = `${folder}/statements.json`;
      const stored = (await read(key)) ?? withStatements(await read(`${folder}/cases.json`));
      return parsed(keptLedger, key, withOutcomes(stored));
    },
    keepPart: (ledger, part, noted) => write(`${folderOf(ledger, ledger.document)}/told-${part}.json`, noted),
    async part(ledger, part) {
      const key = `${folderOf(ledger, ledger.document)}/told-${part}.json`;
      return parsed(notedPart, key, withProblems(await read(key)));
    },
    async keepRowsToCheck(ledger, workbook) {
      const key = `${folderOf(ledger, ledger.document)}/problems.xlsx`;
      await files.write(key, workbook, XLSX);
      return key;
    },
  };

  function write(key: string, value: unknown): Promise<void> {
    return files.write(key, new TextEncoder().encode(JSON.stringify(value)), "application/json");
  }

  async function read(key: string): Promise<Json | undefined> {
    const bytes = await files.read(key, undefined, MAX_BYTES);
    if (bytes === "missing") return undefined;
    if (typeof bytes === "string") throw new UnusableLedger(`${key} is ${bytes}`);
    return JSON.parse(new TextDecoder().decode(bytes));
  }
}

function folderOf({ court, month }: Pick<LedgerRef, "court" | "month">, document: string): string {
  return `ledgers/${court}/${month}/${document}`;
}

function parsed<Schema extends z.ZodMiniType>(
  schema: Schema,
  key: string,
  stored: unknown,
): z.output<Schema> {
  if (stored === undefined) throw new UnusableLedger(`${key} is missing`);
  const result = z.safeParse(schema, stored);
  if (result.success) return result.data;
  throw new UnusableLedger(`${key} is wrong at ${result.error.issues[0]?.path.map(String).join(".")}`);
}

/** A former version kept cases, each with what is `said`; what was not heard counted to the ledger's month unsaid. */
function withStatements(kept: Json | undefined): Json | undefined {
  if (kept === undefined) return undefined;
  const { cases, ledger } = kept as { readonly cases: readonly Json[]; readonly ledger: Json };
  const statements = cases.map(({ said, ...of }) => ({
    ...of,
    ...(of.heard === false && { undatedIn: ledger.month }),
    agencies: said,
  }));
  return { ledger, statements };
}

/** A former version kept problems as sentences. */
function withProblems(part: Json | undefined): Json | undefined {
  if (part === undefined) return undefined;
  const problems = (part.problems as readonly Json[]).map(({ reason, ...row }) =>
    reason === undefined ? row : { ...row, problem: { type: "as-written", text: reason } },
  );
  return { ...part, problems };
}
