/**
 * Cases as the product writes them, by the hundred thousand: one of each kind is decided, and what is written of it is kept with a
 * number that stands for any other. What differs from case to case by its number alone need not be decided again.
 */
import { isDeepStrictEqual } from "node:util";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { writesOf } from "../../shared/adapters/case-table/change-writes.ts";
import { dueAt } from "../../shared/adapters/case-table/indexes.ts";
import { caseChange } from "../../shared/casework/case-change.ts";
import { involvedIn } from "../../shared/casework/involved.ts";
import type { BoardRow } from "../../shared/domain/board/board-row.ts";
import { saidBy } from "../../shared/domain/board/shown-rows.ts";
import { type Command, decide } from "../../shared/domain/case-file/decisions/decide.ts";
import { evolveAll } from "../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import { type CaseNumber, caseNumber } from "../../shared/domain/court/case-number.ts";
import type { Instant } from "../../shared/domain/time/time.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import { RULES } from "../support/case-builders.ts";
import { JURISDICTION } from "../support/stored-things.ts";
import { exported, exportLine } from "./filled-engine.ts";

type Item = Record<string, unknown>;

/** What happens in a case, decided one after the other; `file` is what it was before. */
export type Story = readonly ((
  number: CaseNumber,
  file: CaseFile | undefined,
) => Command & { readonly at: Instant })[];

/** What neither home pages, boards nor sweeps read of a case: its trail, what it is found by in a search, and its letters. */
const UNREAD: readonly unknown[] = ["event", "search"];

/** The items of a case after a story, as far as home pages, boards and sweeps read it. */
export async function itemsAfter(
  story: Story,
  number: CaseNumber,
  directory: Directory,
): Promise<readonly Item[]> {
  const items = new Map<string, Item>();
  let file: CaseFile | undefined;
  for (const step of story) {
    const command = step(number, file);
    const decision = decide(file, command, RULES);
    if (!decision.accepted) throw new Error(`${number}: ${command.type}: ${decision.refusal.type}`);
    const after = evolveAll(file, decision.events);
    if (after === undefined) throw new Error("a story begins with a paper");
    const deciding = { now: command.at, cause: "bench", rules: RULES };
    const { change } = caseChange(file, decision.events, await involvedIn(after, directory), deciding);
    for (const { item } of writesOf({ token: "", cases: [change] }, "", JURISDICTION)) {
      if (item.Put?.Item !== undefined && !UNREAD.includes(item.Put.Item.entity))
        items.set(`${item.Put.Item.pk} ${item.Put.Item.sk}`, item.Put.Item);
      if (item.Delete?.Key !== undefined) items.delete(`${item.Delete.Key.pk} ${item.Delete.Key.sk}`);
    }
    file = change.file;
  }
  return [...items.values()];
}

/** Of a serial no case has. */
const ANY = "888888";

/** A case of which everything is known but its number, as lines of an export. */
export interface Template {
  readonly court: string;
  readonly items: readonly {
    /** As the export has it, without what is packed. */
    readonly head: string;
    readonly packs: readonly (readonly [name: string, body: string])[];
    readonly row: string | undefined;
    /** What follows from the number by a hash: where it is due, and what its boards say. */
    readonly due: { readonly partition: string; readonly at: Instant } | undefined;
    readonly shown: string | undefined;
  }[];
}

export async function templateOf(story: Story, court: string, directory: Directory): Promise<Template> {
  const items = await itemsAfter(story, caseNumber(`（2026）${court}行初${ANY}号`), directory);
  return {
    court,
    items: items.map((item) => {
      const names = Object.keys(item).filter((name) => item[name] instanceof Uint8Array);
      const rest = Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
      const packs = names.map((name) => [name, String(inflateRawSync(item[name] as Uint8Array))] as const);
      const { duePartition: partition, dueAt: at } = item;
      return {
        head: JSON.stringify(exported(rest)),
        packs,
        row: item.row === undefined ? undefined : JSON.stringify(item.row),
        due: at === undefined ? undefined : { partition: String(partition), at: at as Instant },
        shown: item.entity === "case" ? shownIn(packs) : undefined,
      };
    }),
  };
}

function shownIn(packs: Template["items"][number]["packs"]): string | undefined {
  const [, body = "{}"] = packs.find(([name]) => name === "file") ?? [];
  return (JSON.parse(body) as CaseFile).shown;
}

/** The case with this serial, as lines of an export. */
export function* caseOf({ items }: Template, serial: number): Generator<string> {
  const own = (text: string) => text.replaceAll(ANY, String(serial));
  const rows = items.flatMap(({ row }) => (row === undefined ? [] : [JSON.parse(own(row)) as BoardRow]));
  for (const { head, packs, due, shown } of items) {
    let text = own(head);
    if (due !== undefined) {
      const [, pk = ""] = /"pk":\{"S":"([^"]+)"\}/.exec(text) ?? [];
      const { duePartition = "" } = dueAt(JURISDICTION, { pk }, due.at);
      text = text.replace(`"${due.partition}"`, `"${duePartition}"`);
    }
    const bodies = packs.map(([name, body]) => {
      const said = shown === undefined ? own(body) : own(body).replace(shown, saidBy(rows));
      return `,"${name}":{"B":"${deflateRawSync(said).toString("base64")}"}`;
    });
    yield `{"Item":${text.slice(0, -1)}${bodies.join("")}}}\n`;
  }
}

/** Throws where what is made of a template is not what the product writes of such a case. */
export async function mustBeSame(
  story: Story,
  template: Template,
  serial: number,
  directory: Directory,
): Promise<void> {
  const number = caseNumber(`（2026）${template.court}行初${serial}号`);
  const made = [...caseOf(template, serial)].map(plain);
  const written = (await itemsAfter(story, number, directory)).map(exportLine).map(plain);
  if (!isDeepStrictEqual(made, written))
    throw new Error(`${number}: ${JSON.stringify(made)} is not what is written: ${JSON.stringify(written)}`);
}

/** An item of an export with its packed bodies unpacked. */
function plain(line: string): unknown {
  const { Item } = JSON.parse(line) as { Item: Record<string, { B?: string }> };
  return Object.fromEntries(
    Object.entries(Item).map(([name, value]) => [
      name,
      value.B === undefined ? value : JSON.parse(String(inflateRawSync(Buffer.from(value.B, "base64")))),
    ]),
  );
}
