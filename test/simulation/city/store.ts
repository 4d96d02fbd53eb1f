/** Where a played city keeps its state: in memory, or on a table of a real engine. */
import { caseDirectory } from "../../../shared/adapters/case-table/directory.ts";
import { caseOperations } from "../../../shared/adapters/case-table/operations.ts";
import { caseOutbox } from "../../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../../shared/adapters/case-table/records.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import { earliest, type Instant } from "../../../shared/domain/time/time.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { Operations } from "../../../shared/ports/operations.ts";
import type { Outbox } from "../../../shared/ports/outbox.ts";
import type { Records } from "../../../shared/ports/records.ts";
import type { CaseTableEngine } from "../../support/case-table-engine.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryOperations } from "../../support/memory/memory-operations.ts";
import { memoryOutbox } from "../../support/memory/memory-outbox.ts";
import { memoryRecords } from "../../support/memory/memory-records.ts";
import { type MemoryTable, memoryTable } from "../../support/memory/memory-table.ts";
import { tableCopy } from "./table-copy.ts";

export interface Store {
  readonly records: Records;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly operations: Operations;
  /** The first instant at which something is due. */
  nextDue(): Promise<Instant | undefined>;
  caseNumbers(): Promise<readonly CaseNumber[]>;
  /** Its state as it is now; calling what is returned puts it back. */
  copy(): Promise<() => Promise<void>>;
}

export function memoryStore(jurisdiction: string): Store {
  const table = memoryTable(jurisdiction);
  const maps = Object.entries(table).filter(
    (entry): entry is [string, Map<unknown, unknown>] => entry[1] instanceof Map,
  );
  return {
    records: memoryRecords(table),
    outbox: memoryOutbox(table),
    directory: memoryDirectory(table),
    operations: memoryOperations(),
    nextDue: async () => firstDue(table),
    caseNumbers: async () => [...table.cases.keys()] as CaseNumber[],
    async copy() {
      // What a map holds is never changed, only replaced.
      const kept = maps.map(([, map]) => [...map]);
      return async () => {
        for (const [index, [, map]] of maps.entries()) {
          map.clear();
          for (const [key, value] of kept[index] ?? []) map.set(key, value);
        }
      };
    },
  };
}

function firstDue(table: MemoryTable): Instant | undefined {
  return earliest(
    ...[...table.cases.values()].map(({ nextActionAt }) => nextActionAt),
    ...[...table.notices.values()].map(({ dueAt }) => dueAt),
    ...[...table.lines.values()].map(({ releaseAt }) => releaseAt),
    ...[...table.duties.values()].map(({ nextActionAt }) => nextActionAt),
    ...[...table.programme.values()].map(({ nextActionAt }) => nextActionAt),
    ...[...table.signings.values()].map(({ nextActionAt }) => nextActionAt),
  );
}

/** On an empty table of a running engine. */
export async function engineStore(
  { client, freshTable }: CaseTableEngine,
  jurisdiction: string,
): Promise<Store> {
  const name = await freshTable();
  const table = tableCopy(client, name);
  return {
    records: caseRecords(client, name, jurisdiction),
    outbox: caseOutbox(client, name, jurisdiction),
    directory: caseDirectory(client, name),
    operations: caseOperations(client, name),
    nextDue: () => table.firstDue(jurisdiction),
    caseNumbers: table.caseNumbers,
    copy: table.copy,
  };
}
