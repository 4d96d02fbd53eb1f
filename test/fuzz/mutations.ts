/** How does a damaged or hostile file come from an honest one? By one of these, the same for the same number. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { zip } from "../documents/support/zip.ts";

/** Numbers from a seed, the same each time: 0 ≤ n < most. */
export interface Chance {
  below(most: number): number;
  one<T>(of: readonly T[]): T;
}

/** Mulberry32: small, fast, and good enough to choose bytes. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number) => Math.floor(next() * most);
  return {
    below,
    one<T>(of: readonly T[]): T {
      const chosen = of[below(of.length)];
      if (chosen === undefined) throw new RangeError("nothing to choose from");
      return chosen;
    },
  };
}

/** A file made of honest ones. `damaged`: bytes are wrong as a bad disk or line leaves them, and nobody meant another text. */
interface Mutation {
  readonly name: string;
  readonly damaged: boolean;
  readonly make: (bytes: Buffer, chance: Chance, other: Buffer) => Buffer | undefined;
}

const WORDS = [
  "负责人",
  "被告人",
  "被告：",
  "案号",
  "出庭",
  "（2026）鲁",
  "第",
  "1",
  "、",
  "\n",
  "原告",
  "撤销",
  "<td>",
  "{\\b ",
  "年",
];

export const MUTATIONS: readonly Mutation[] = [
  { name: "some bits turned", damaged: true, make: turned },
  {
    name: "cut short",
    damaged: true,
    make: (bytes, chance) => bytes.subarray(0, 1 + chance.below(bytes.length)),
  },
  { name: "a block of zeros", damaged: true, make: zeroed },
  { name: "a block missing", damaged: true, make: without },
  { name: "a block twice", damaged: true, make: twice },
  { name: "two blocks exchanged", damaged: true, make: exchanged },
  { name: "the beginning of one, the end of another", damaged: false, make: spliced },
  { name: "a number grown", damaged: false, make: grown },
  { name: "a word a thousand times", damaged: false, make: repeated },
  { name: "bytes of chance put in", damaged: false, make: noise },
  { name: "a part of the archive damaged inside", damaged: false, make: innerTurned },
  { name: "a part of the archive missing", damaged: false, make: partMissing },
  { name: "a part of the archive grown", damaged: false, make: partGrown },
  { name: "a length that lies", damaged: false, make: lied },
];

function blockOf(bytes: Buffer, chance: Chance): readonly [number, number] {
  const start = chance.below(bytes.length);
  const length = 1 + chance.below(Math.min(4_096, bytes.length - start));
  return [start, start + length];
}

function turned(bytes: Buffer, chance: Chance): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = 1 + chance.below(8); left > 0; left--) {
    const place = chance.below(copy.length);
    copy[place] = (copy[place] ?? 0) ^ (1 << chance.below(8));
  }
  return copy;
}

function zeroed(bytes: Buffer, chance: Chance): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0, ...blockOf(copy, chance));
  return copy;
}

function without(bytes: Buffer, chance: Chance): Buffer {
  const [start, end] = blockOf(bytes, chance);
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
}

function twice(bytes: Buffer, chance: Chance): Buffer {
  const [start, end] = blockOf(bytes, chance);
  return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
}

function exchanged(bytes: Buffer, chance: Chance): Buffer {
  const [first, second] = [blockOf(bytes, chance), blockOf(bytes, chance)].toSorted(
    ([one], [other]) => one - other,
  );
  if (first === undefined || second === undefined || second[0] < first[1]) return without(bytes, chance);
  return Buffer.concat([
    bytes.subarray(0, first[0]),
    bytes.subarray(...second),
    bytes.subarray(first[1], second[0]),
    bytes.subarray(...first),
    bytes.subarray(second[1]),
  ]);
}

function spliced(bytes: Buffer, chance: Chance, other: Buffer): Buffer {
  return Buffer.concat([
    bytes.subarray(0, chance.below(bytes.length)),
    other.subarray(chance.below(other.length)),
  ]);
}

/** Digits in the file, as counts and offsets are written in PDF, RTF and XML. */
function grown(bytes: Buffer, chance: Chance): Buffer | undefined {
  const text = bytes.toString("latin1");
  const numbers = [...text.matchAll(/\d{1,6}/g)];
  if (numbers.length === 0) return undefined;
  const { index, 0: digits } = chance.one(numbers);
  const other = chance.one(["0", "-1", "4294967295", "99999999999999999999", `${digits}000000`]);
  return Buffer.from(text.slice(0, index) + other + text.slice(index + digits.length), "latin1");
}

function repeated(bytes: Buffer, chance: Chance): Buffer {
  const place = chance.below(bytes.length);
  const word = `${chance.one(WORDS)}${chance.below(2) === 0 ? "" : chance.one(WORDS)}`;
  const times = chance.one([10, 1_000, 20_000]);
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(word.repeat(times)), bytes.subarray(place)]);
}

function noise(bytes: Buffer, chance: Chance): Buffer {
  const place = chance.below(bytes.length);
  const put = Buffer.from(Array.from({ length: 1 + chance.below(300) }, () => chance.below(256)));
  return Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place)]);
}

/** The parts of an archive; none where it is none, or damaged already. */
function partsOf(bytes: Buffer): Readonly<Record<string, Buffer>> {
  try {
    return partsByDirectory(bytes);
  } catch {
    return {};
  }
}

/** By its central directory; throws where that isn't as it should be. */
function partsByDirectory(bytes: Buffer): Readonly<Record<string, Buffer>> {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end === -1) return {};
  const parts: Record<string, Buffer> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, name, extra, comment, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + packed);
    parts[bytes.toString("utf8", at + 46, at + 46 + name)] = method === 0 ? data : inflateRawSync(data);
    at += 46 + name + extra + comment;
  }
  return parts;
}

function changedPart(
  bytes: Buffer,
  chance: Chance,
  change: (part: Buffer) => Buffer | undefined,
): Buffer | undefined {
  const parts = partsOf(bytes);
  const names = Object.keys(parts).filter((name) => (parts[name]?.length ?? 0) > 0);
  if (names.length === 0) return undefined;
  const name = chance.one(names);
  const { [name]: part = Buffer.alloc(0), ...rest } = parts;
  const changed = change(part);
  return zip(changed === undefined ? rest : { ...rest, [name]: changed });
}

function innerTurned(bytes: Buffer, chance: Chance): Buffer | undefined {
  const how = chance.one([turned, without, twice, grown, repeated, noise]);
  return changedPart(bytes, chance, (part) => how(part, chance) ?? part);
}

function partMissing(bytes: Buffer, chance: Chance): Buffer | undefined {
  return changedPart(bytes, chance, () => undefined);
}

function partGrown(bytes: Buffer, chance: Chance): Buffer | undefined {
  return changedPart(bytes, chance, (part) =>
    Buffer.concat(Array.from({ length: chance.one([2, 50, 400]) }, () => part)),
  );
}

/** A size in a header of the archive that isn't that of what follows. */
function lied(bytes: Buffer, chance: Chance): Buffer | undefined {
  const parts = partsOf(bytes);
  if (Object.keys(parts).length === 0) return undefined;
  const sizes = Object.values(parts).map((part) => deflateRawSync(part).length);
  return zip(parts, chance.one([0, 1, chance.one(sizes), 2_147_483_647]));
}
