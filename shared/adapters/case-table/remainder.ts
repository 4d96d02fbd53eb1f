/**
 * A change of cases that no transaction holds. The first transaction has the cases with all that must be written together, and beside
 * them, as items of their own, the rest: what is shown of the cases, and letters. Those are written part by part, each with its own item's
 * removal, so that it is done once, whoever does it. Until the last the cases are marked `unfinished`, and nobody else changes them: who
 * comes upon a mark writes the rest first, be it another change or, after a crash, the sweep, for which the cases are due at once. So
 * nothing is shown and no letter leaves of a decision that isn't made, and none is forgotten of one that is.
 */
import { setTimeout } from "node:timers/promises";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type * as z from "zod/mini";
import type { Instant } from "../../domain/time/time.ts";
import type { Change } from "../../ports/change.ts";
import { TooContended } from "./faults.ts";
import { dueAt } from "./indexes.ts";
import { CaseItem, RestItem } from "./items.ts";
import { keyOf } from "./keys.ts";
import { type CaseTable, readPartition } from "./table.ts";
import { mustFit, type Plan, type TransactItem, type Write } from "./transactions.ts";
import type { StoredItem } from "./upcast/upcaster.ts";
import { writeTogether } from "./write.ts";

/** What stands beside an unfinished case: where the rest lies. */
const UNFINISHED = "unfinished";
/** Nobody is writing the rest of a case. */
export const FINISHED = `attribute_not_exists(${UNFINISHED})`;

/** Earlier than all that is due. */
const AT_ONCE = "2000-01-01T00:00:00.000Z" as Instant;
/** How often a part that others are at as well is tried. */
const TRIES = 8;

/** Where the rest of a change lies: items of a partition whose sort keys begin so. */
interface Rest {
  readonly pk: string;
  readonly beginning: string;
}

/** The first transaction of a change of cases in parts, and where its rest lies then. Throws {@link ChangeTooLarge}. */
export function firstOf(
  { cases = [] }: Pick<Change, "cases">,
  { together, parts }: Plan,
  table: string,
  jurisdiction: string,
): { readonly writes: readonly Write[]; readonly rest: Rest } {
  const [first] = cases;
  if (first === undefined) throw new TypeError("only a change of cases has a rest");
  const { caseNumber, version } = first.file;
  const keyOfPart = (part: number) => keyOf.rest(caseNumber, version, part);
  const rest = { pk: keyOfPart(0).pk, beginning: keyOfPart(0).sk.replace(/\d+$/, "") };
  const isCase = (item: StoredItem | undefined): item is StoredItem => item?.entity === CaseItem.entity;
  const files = together.flatMap(({ item: { Put } }) => (isCase(Put?.Item) ? [placeOf(Put.Item)] : []));
  const marked = together.map((write): Write => {
    const { Put } = write.item;
    if (Put === undefined || !isCase(Put.Item)) return write;
    const due = jurisdiction === "" ? {} : dueAt(jurisdiction, placeOf(Put.Item), AT_ONCE);
    return { ...write, item: { Put: { ...Put, Item: { ...Put.Item, ...due, [UNFINISHED]: nameOf(rest) } } } };
  });
  const items = parts.map((writes, part): Write => {
    const body = { writes: JSON.stringify(writes.map(stored)), files, isLast: part === parts.length - 1 };
    return {
      item: { Put: { TableName: table, Item: RestItem.write(keyOfPart(part), body) } },
      repeatable: false,
    };
  });
  const writes = [...marked, ...items];
  mustFit(writes);
  return { writes, rest };
}

/** Writes what is left of a change, if anything is, whoever else is at it. */
export async function finish(table: CaseTable, rest: Rest): Promise<void> {
  for (let tries = 0; ; tries++) {
    const items = await Array.fromAsync(readPartition(table, rest.pk, rest.beginning));
    if (items.length === 0) return;
    if (tries === TRIES) throw new TooContended("the rest of a change");
    if (tries > 0) await setTimeout(10 * 2 ** tries);
    // Else another is at this part: the next look shows what is left.
    for (const item of items)
      if ((await writeTogether(table, nameOf(rest), partOf(item, rest, table.name))) === "conflict") break;
  }
}

/** Finishes the cases of a change that came upon unfinished ones. */
export async function finishCases(table: CaseTable, { cases = [] }: Pick<Change, "cases">): Promise<void> {
  for (const { file } of cases) {
    const { Item } = await table.client.send(
      new GetCommand({
        TableName: table.name,
        Key: keyOf.caseFile(file.caseNumber),
        ConsistentRead: true,
        ProjectionExpression: UNFINISHED,
      }),
    );
    const [, pk, beginning] = /^(.*) (\S+)$/su.exec(String(Item?.[UNFINISHED] ?? "")) ?? [];
    if (pk !== undefined && beginning !== undefined) await finish(table, { pk, beginning });
  }
}

function nameOf({ pk, beginning }: Rest): string {
  return `${pk} ${beginning}`;
}

/** A part as its transaction: its item goes with it, and it is still these cases' rest. */
function partOf(item: StoredItem, rest: Rest, TableName: string): readonly Write[] {
  const { writes, files, isLast } = RestItem.read(item);
  const Key = { pk: String(item.pk), sk: String(item.sk) };
  return [
    ...(JSON.parse(writes) as StoredWrite[]).map(({ kind, of, repeatable }) => ({
      item: { [kind]: { TableName, ...(packedIn(of) as object) } } as TransactItem,
      repeatable,
    })),
    { item: { Delete: { TableName, Key, ConditionExpression: "attribute_exists(pk)" } }, repeatable: false },
    ...files.map((file) => ({ item: caseWith(file, rest, isLast, TableName), repeatable: false })),
  ];
}

/** That a case is unfinished as it was; with the last part no longer, and it is due when it was to be. */
function caseWith(
  { pk, sk, duePartition, dueAt: due }: z.infer<typeof RestItem.schema>["files"][number],
  rest: Rest,
  isLast: boolean,
  TableName: string,
): TransactItem {
  const condition = { TableName, Key: { pk, sk }, ConditionExpression: `${UNFINISHED} = :rest` };
  const values = { ":rest": nameOf(rest) };
  if (!isLast) return { ConditionCheck: { ...condition, ExpressionAttributeValues: values } };
  return {
    Update: {
      ...condition,
      ...(duePartition === undefined
        ? { UpdateExpression: `REMOVE ${UNFINISHED}, duePartition, dueAt`, ExpressionAttributeValues: values }
        : {
            UpdateExpression: `SET duePartition = :duePartition, dueAt = :dueAt REMOVE ${UNFINISHED}`,
            ExpressionAttributeValues: { ...values, ":duePartition": duePartition, ":dueAt": due },
          }),
    },
  };
}

/** Where a case lies, and when it is due. */
function placeOf({ pk, sk, duePartition, dueAt: due }: StoredItem) {
  return {
    pk: String(pk),
    sk: String(sk),
    ...(duePartition !== undefined && { duePartition: String(duePartition), dueAt: String(due) }),
  };
}

/** A write as it is kept: of whichever table, what is packed of it as text. */
interface StoredWrite {
  readonly kind: "Put" | "Delete";
  readonly of: unknown;
  readonly repeatable: boolean;
}

function stored({ item: { Put, Delete }, repeatable }: Write): StoredWrite {
  const { TableName: _, ...of } = Put ?? Delete ?? {};
  return { kind: Put === undefined ? "Delete" : "Put", of: unpackedIn(of), repeatable };
}

/** What is packed is kept unpacked: a hundred letters that say nearly the same shrink together to little more than one. */
const PACKED = "$packed";

function unpackedIn(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [PACKED]: String(inflateRawSync(value)) };
  if (Array.isArray(value)) return value.map(unpackedIn);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, unpackedIn(one)]));
}

function packedIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(packedIn);
  if (typeof value !== "object" || value === null) return value;
  const { [PACKED]: text } = value as Readonly<Record<string, unknown>>;
  if (typeof text === "string") return deflateRawSync(text);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, packedIn(one)]));
}
