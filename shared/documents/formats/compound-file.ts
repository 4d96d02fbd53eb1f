/**
 * OLE compound files ([MS-CFB]): the container of Word 97–2003, Excel 97–2003 and of encrypted Office files. Sectors
 * are chained like a file system's; a chain is followed no further than the file has sectors, so a loop ends.
 */

import type { UnreadableReason } from "./unreadable.ts";

/** A compound file that was opened. */
export interface CompoundFile {
  /** Names of all streams and storages, of embedded objects too. */
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream of the top level; undefined where there is none. Throws a RangeError where it is damaged. */
  stream(name: string): Buffer | undefined;
}

const LAST_REGULAR_SECTOR = 0xfffffffa;
const ENTRY_BYTES = 128;
const FAT_SECTORS_IN_HEADER = 109;
/** Kinds of directory entries. */
const STREAM = 2;
const ROOT = 5;

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Opens a compound file; undefined where its header or directory is damaged. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  try {
    return open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Why a compound file is not read at all: damage, or macros anywhere in it. */
export function refusalOfCompound(bytes: Uint8Array): UnreadableReason | undefined {
  const file = openCompoundFile(bytes);
  if (file === undefined) return { kind: "broken", detail: "its directory is damaged" };
  return file.names.has("_VBA_PROJECT") ? { kind: "macro" } : undefined;
}

function open(file: Buffer): CompoundFile {
  const sectorBytes = file.readUInt16LE(30) === 12 ? 4096 : 512;
  const sectors = Math.ceil(file.length / sectorBytes);
  const sector = (number: number) => {
    const at = (number + 1) * sectorBytes;
    if (number > LAST_REGULAR_SECTOR || at >= file.length) throw new RangeError("a sector outside the file");
    return file.subarray(at, at + sectorBytes);
  };
  const chainOf = (start: number, next: (sector: number) => number, most: number) => {
    const chain: number[] = [];
    for (let at = start; at <= LAST_REGULAR_SECTOR; at = next(at)) {
      if (chain.push(at) > most) throw new RangeError("a chain of sectors without end");
    }
    return chain;
  };

  const fat = fatSectors(file, sector, sectors);
  const perSector = sectorBytes / 4;
  const next = (at: number) =>
    sector(fat[Math.floor(at / perSector)] ?? -1).readUInt32LE((at % perSector) * 4);
  const contentOf = (start: number) => Buffer.concat(chainOf(start, next, sectors).map(sector));

  const entries = directoryOf(contentOf(file.readUInt32LE(48)));
  const root = entries.find(({ type }) => type === ROOT);
  if (root === undefined) throw new RangeError("no root entry");
  const top = siblingsOf(entries, root.child);
  const smallest = file.readUInt32LE(56);

  return {
    names: new Set(entries.map(({ name }) => name)),
    stream(name) {
      const entry = top.find((one) => one.type === STREAM && one.name === name);
      if (entry === undefined) return undefined;
      const whole = (content: Buffer) => {
        if (content.length < entry.size) throw new RangeError("a stream cut short");
        return content.subarray(0, entry.size);
      };
      if (entry.size >= smallest) return whole(contentOf(entry.start));
      // Small streams share the root's, in sectors of 64 bytes with a table of their own.
      const shared = contentOf(root.start);
      const table = contentOf(file.readUInt32LE(60));
      const chain = chainOf(entry.start, (at) => table.readUInt32LE(at * 4), shared.length / 64);
      const parts = chain.map((at) => shared.subarray(at * 64, at * 64 + 64));
      return whole(Buffer.concat(parts));
    },
  };
}

/** The sectors that hold the allocation table: the first 109 stand in the header, more in a chain of their own. */
function fatSectors(file: Buffer, sector: (number: number) => Buffer, most: number): number[] {
  const numbers: number[] = [];
  const add = (number: number) => {
    if (number <= LAST_REGULAR_SECTOR) numbers.push(number);
  };
  for (let index = 0; index < FAT_SECTORS_IN_HEADER; index++) add(file.readUInt32LE(76 + index * 4));
  let left = most;
  for (let more = file.readUInt32LE(68); more <= LAST_REGULAR_SECTOR; ) {
    if (left-- <= 0) throw new RangeError("a chain of sectors without end");
    const content = sector(more);
    for (let at = 0; at < content.length - 4; at += 4) add(content.readUInt32LE(at));
    more = content.readUInt32LE(content.length - 4);
  }
  return numbers;
}

function directoryOf(content: Buffer): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= content.length; at += ENTRY_BYTES) {
    const length = Math.min(Math.max(content.readUInt16LE(at + 64) - 2, 0), 62);
    entries.push({
      name: content.toString("utf16le", at, at + length),
      type: content.readUInt8(at + 66),
      left: content.readUInt32LE(at + 68),
      right: content.readUInt32LE(at + 72),
      child: content.readUInt32LE(at + 76),
      start: content.readUInt32LE(at + 116),
      size: content.readUInt32LE(at + 120),
    });
  }
  return entries;
}

/** All entries of one storage: a binary tree over the directory. */
function siblingsOf(entries: readonly DirectoryEntry[], top: number): DirectoryEntry[] {
  const seen = new Set<DirectoryEntry>();
  const waiting = [top];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(entry)) continue;
    seen.add(entry);
    waiting.push(entry.left, entry.right);
  }
  return [...seen];
}
