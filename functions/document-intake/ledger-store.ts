/** Where the records bucket keeps what courts' ledgers said: which later ones are weighed against, and answers are made of. */
import type { LedgerRef } from "../../shared/domain/case-file/ledger.ts";
import type { LedgerStatement } from "../../shared/domain/case-file/ledger-statement.ts";
import type { RowToCheck } from "../../shared/domain/case-file/row-problem.ts";
import type { Files } from "../../shared/ports/files.ts";

/** What a ledger says of its cases, as it was read; the same file gives the same bytes. */
export interface KeptLedger {
  readonly ledger: LedgerRef;
  readonly statements: readonly LedgerStatement[];
}

/** What came of noting a part of what a ledger says. */
export interface NotedPart {
  readonly problems: readonly RowToCheck[];
  /** Cases the system hadn't heard of. */
  readonly opened: number;
  /** Cases a former ledger named and this one doesn't. */
  readonly withdrawn: number;
}

type Of = Pick<LedgerRef, "court" | "month">;

export interface LedgerStore {
  keep(kept: KeptLedger): Promise<void>;
  kept(of: Of, document: string): Promise<KeptLedger>;
  keepPart(ledger: LedgerRef, part: string, noted: NotedPart): Promise<void>;
  part(ledger: LedgerRef, part: string): Promise<NotedPart>;
}

const MAX_BYTES = 40 * 1024 * 1024;

/** Ten thousand cases are some 5 MB of JSON. */
export function ledgerStore(files: Pick<Files, "read" | "write">): LedgerStore {
  const write = (key: string, value: unknown) =>
    files.write(key, new TextEncoder().encode(JSON.stringify(value)), "application/json");
  const read = async <T>(key: string): Promise<T> => {
    const bytes = await files.read(key, undefined, MAX_BYTES);
    if (typeof bytes === "string") throw new Error(`a ledger's own file is ${bytes}`);
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  };
  return {
    keep: (kept) => write(`${ledgerFolder(kept.ledger)}/${kept.ledger.document}/statements.json`, kept),
    kept: (of, document) => read(`${ledgerFolder(of)}/${document}/statements.json`),
    keepPart: (ledger, part, noted) =>
      write(`${ledgerFolder(ledger)}/${ledger.document}/told-${part}.json`, noted),
    async part(ledger, part) {
      const noted = await read<NotedPart>(`${ledgerFolder(ledger)}/${ledger.document}/told-${part}.json`);
      return { ...noted, problems: noted.problems.map(withProblem) };
    },
  };
}

/** The folder of a court's month. */
export function ledgerFolder({ court, month }: Of): string {
  return `ledgers/${court}/${month}`;
}

/** A part that a former version of this system noted has its problems as sentences. */
function withProblem(row: RowToCheck & { readonly reason?: string }): RowToCheck {
  const { reason, ...rest } = row;
  return reason === undefined ? rest : { ...rest, problem: { type: "as-written", text: reason } };
}
