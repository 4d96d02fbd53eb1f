/** How is an input read as the product reads it, and what did it take? By the intake's own reader, whose processes are kept account of. */
import { understand } from "../../shared/casework/documents/understand.ts";
import { DOCUMENT_LIMITS, type Limits } from "../../shared/documents/bounded/limits.ts";
import { boundedReader, startReader } from "../../shared/documents/bounded/read-bounded.ts";
import { withinTime } from "../../shared/documents/bounded/time-limit.ts";
import type { DocumentResult } from "../../shared/documents/read-document.ts";
import { LINYI } from "../../shared/domain/policy.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { type Account, accounted } from "./accounted.ts";

/** What came of an input; `sure`: what would be filed without a person, as text to compare; the milliseconds are the processor's. */
export interface Read {
  readonly outcome: string;
  readonly sure: string;
  readonly milliseconds: number;
}

/** `died`: by an error nobody caught, or a signal; `detail` says which. */
export interface Exceeded {
  readonly ended: "died" | "time" | "memory";
  readonly detail: string;
}

export type Ended = Read | Exceeded;

const ARRIVAL = { sha256: "fuzzed", at: instant("2026-09-08T01:00:00.000Z"), court: "沂南县人民法院" };
/** For what waits without doing anything, however busy the machine is. */
const WALL_MS = 600_000;

/** Reads one input after the other within the limits of the product, its limit of time counted as processor time. */
export class Reader {
  readonly #reader;
  readonly #limits: Limits;
  /** Of the process that was asked last: where a used one failed, that is a new one, whose word counts. */
  #last: Account | undefined;

  constructor(limits: Limits = DOCUMENT_LIMITS) {
    this.#limits = limits;
    this.#reader = boundedReader(limits, () =>
      accounted(startReader(limits), WALL_MS, (account) => {
        this.#last = account;
      }),
    );
  }

  /** What the function does with an upload, up to what it would file. */
  async read(bytes: Uint8Array): Promise<Ended> {
    this.#last = undefined;
    const before = process.threadCpuUsage();
    try {
      const result = await this.#reader.read(bytes);
      const exceeded = exceededBy(this.#last);
      if (exceeded !== undefined) return exceeded;
      const understood = withinTime(WALL_MS, () => JSON.stringify(sureOf(result)));
      const { user, system } = process.threadCpuUsage(before);
      const here = (user + system) / 1000;
      if (understood === undefined || here > this.#limits.milliseconds)
        return { ended: "time", detail: `${Math.round(here)} ms in the function itself` };
      const milliseconds = here + (accountOf(this.#last)?.milliseconds ?? 0);
      return { outcome: outcomeOf(result), sure: understood, milliseconds };
    } catch (fault) {
      return {
        ended: "died",
        detail: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
      };
    }
  }

  close(): void {
    this.#reader.dismiss();
  }
}

/** As it stands now: the compiler doesn't see that it is set by the process. */
function accountOf(account: Account | undefined): Account | undefined {
  return account;
}

function exceededBy(account: Account | undefined): Exceeded | undefined {
  if (account?.end.ended === "crashed") return { ended: "died", detail: account.end.detail };
  if (account?.end.ended !== "over-limit") return undefined;
  return { ended: account.end.what, detail: `${account.milliseconds} ms of processor time` };
}

function outcomeOf(result: DocumentResult): string {
  return result.ok ? `read as ${result.document.kind.value}` : result.reason.kind;
}

function sureOf(result: DocumentResult): readonly unknown[] {
  if (!result.ok) return [];
  const understood = understand(result.document, ARRIVAL, LINYI);
  if (understood.outcome === "ledger") return [result.document.ledger];
  return "commands" in understood ? understood.commands : [];
}
