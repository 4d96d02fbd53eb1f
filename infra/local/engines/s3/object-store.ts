/** Where a bucket's objects and their versions lie on this machine, and which version is the current one. */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { CorsRule } from "../declared.ts";
import { ALGORITHMS, type Algorithm, checksum } from "./checksums.ts";
import { S3Error } from "./s3-error.ts";

/** What is known of an object besides its bytes. */
export interface Metadata {
  readonly contentType?: string;
  /** Further headers given back as they came: `content-disposition`, `x-amz-meta-…`, `x-amz-object-lock-…`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One version of an object, or the mark that it was deleted. */
export interface Version {
  readonly key: string;
  /** `null` in a bucket without versions. */
  readonly id: string;
  readonly deleted: boolean;
  readonly size: number;
  /** MD5 in hex, without quotation marks. */
  readonly etag: string;
  readonly checksum: { readonly algorithm: Algorithm; readonly value: string } | undefined;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Hexadecimal; of two changes of one key the later has the greater. */
  readonly sequencer: string;
  readonly metadata: Metadata;
  readonly file: string;
}

/** What to hold the arriving bytes against. Values may be known only when the body has ended. */
export interface Expected {
  readonly algorithm?: Algorithm | undefined;
  readonly checksum?: () => string | undefined;
  /** Base64. */
  readonly md5?: string | undefined;
  readonly length?: number | undefined;
  readonly shortest?: number;
  readonly longest?: number;
  /** Refuses where the key has a current object (`If-None-Match: *`). */
  readonly absent?: boolean;
}

/**
 * The objects of one bucket: bytes in files of a directory, named for nothing in the key; what is known of them
 * in memory. Bytes pass through without being held, whatever their number.
 */
export class ObjectStore {
  readonly name: string;
  readonly versioned: boolean;
  /** Default retention: an upload must bring a checksum. That versions can't be deleted is left out here. */
  readonly locked: boolean;
  /** Which pages may use it by a script. */
  readonly cors: readonly CorsRule[];
  readonly #directory: string;
  readonly #now: () => number;
  /** Versions of each key, newest first. */
  readonly #keys = new Map<string, Version[]>();
  #lastSequence = 0n;

  constructor(
    name: string,
    versioned: boolean,
    directory: string,
    now: () => number,
    { locked = false, cors = [] }: { readonly locked?: boolean; readonly cors?: readonly CorsRule[] } = {},
  ) {
    this.cors = cors;
    this.locked = locked;
    this.name = name;
    this.versioned = versioned;
    this.#directory = directory;
    this.#now = now;
    mkdirSync(directory, { recursive: true });
  }

  /** Stores an object. Throws an S3Error, leaving nothing behind, where the bytes are not the expected ones. */
  async put(
    key: string,
    body: Readable | Uint8Array,
    metadata: Metadata,
    expected: Expected = {},
  ): Promise<Version> {
    if (Buffer.byteLength(key) > 1024)
      throw new S3Error(400, "KeyTooLongError", "a key has at most 1024 bytes");
    const file = join(this.#directory, randomUUID());
    const md5 = createHash("md5");
    const running = checksum(expected.algorithm ?? ALGORITHMS[0]);
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, callback) {
        size += chunk.length;
        md5.update(chunk);
        running.update(chunk);
        const tooLarge = size > (expected.longest ?? Number.POSITIVE_INFINITY);
        callback(tooLarge ? new S3Error(400, "EntityTooLarge", "more bytes than allowed") : null, chunk);
      },
    });
    try {
      const source = body instanceof Readable ? body : Readable.from([Buffer.from(body)]);
      await pipeline(source, measure, createWriteStream(file));
      const digest = md5.digest();
      const value = running.digest();
      const wanted = expected.checksum?.();
      if (wanted !== undefined && wanted !== value) {
        const algorithm = expected.algorithm?.toUpperCase();
        throw new S3Error(
          400,
          "BadDigest",
          `the ${algorithm} you specified did not match the calculated checksum`,
        );
      }
      if (expected.md5 !== undefined && expected.md5 !== digest.toString("base64")) {
        throw new S3Error(400, "BadDigest", "the Content-MD5 you specified did not match what was received");
      }
      if (expected.length !== undefined && expected.length !== size) {
        throw new S3Error(
          400,
          "IncompleteBody",
          `${expected.length} bytes were announced and ${size} received`,
        );
      }
      if (size < (expected.shortest ?? 0))
        throw new S3Error(400, "EntityTooSmall", "fewer bytes than allowed");
      // Asked last: of two writers at the same time one must lose.
      if (expected.absent && this.current(key) !== undefined) {
        throw new S3Error(412, "PreconditionFailed", "the object exists");
      }
      const algorithm = expected.algorithm ?? ALGORITHMS[0];
      return await this.#add({
        ...this.#stamp(key),
        deleted: false,
        size,
        etag: digest.toString("hex"),
        checksum: { algorithm, value },
        metadata,
        file,
      });
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
  }

  /** The current object of a key; undefined where there is none or it was deleted. */
  current(key: string): Version | undefined {
    const newest = this.#keys.get(key)?.[0];
    return newest?.deleted ? undefined : newest;
  }

  /** One version of a key, by its id. */
  version(key: string, id: string): Version | undefined {
    return this.#keys.get(key)?.find((version) => version.id === id);
  }

  /** The bytes from `start` to `end`, both included. */
  read({ file }: Version, range?: { readonly start: number; readonly end: number }): Readable {
    return createReadStream(file, range);
  }

  /** Removes the given version for good, or puts a mark of deletion over the key; returns what it removed or put. */
  async delete(key: string, versionId?: string): Promise<Version | undefined> {
    const versions = this.#keys.get(key) ?? [];
    if (versionId === undefined && this.versioned) {
      const mark = { deleted: true, size: 0, etag: "", checksum: undefined, metadata: {}, file: "" };
      return this.#add({ ...this.#stamp(key), ...mark });
    }
    const removed = versions.find(({ id }) => versionId === undefined || id === versionId);
    if (removed === undefined) return undefined;
    const rest = versions.filter((version) => version !== removed);
    if (rest.length === 0) this.#keys.delete(key);
    else this.#keys.set(key, rest);
    await this.#removeFile(removed);
    return removed;
  }

  /** Current objects whose keys begin with `prefix`, in the order of S3: by the bytes of the key. */
  list(prefix: string): Version[] {
    return this.#sortedKeys(prefix).flatMap((key) => this.current(key) ?? []);
  }

  /** All versions and marks, newest first under each key. */
  listVersions(prefix: string): Version[] {
    return this.#sortedKeys(prefix).flatMap((key) => this.#keys.get(key) ?? []);
  }

  #sortedKeys(prefix: string): string[] {
    const keys = [...this.#keys.keys()].filter((key) => key.startsWith(prefix));
    return keys.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  }

  #stamp(key: string): Pick<Version, "key" | "id" | "modified" | "sequencer"> {
    const modified = this.#now();
    const sequence = BigInt(modified) << 12n;
    this.#lastSequence = sequence > this.#lastSequence ? sequence : this.#lastSequence + 1n;
    const sequencer = this.#lastSequence.toString(16).toUpperCase().padStart(18, "0");
    return { key, id: this.versioned ? randomUUID().replaceAll("-", "") : "null", modified, sequencer };
  }

  async #add(version: Version): Promise<Version> {
    const before = this.#keys.get(version.key) ?? [];
    this.#keys.set(version.key, this.versioned ? [version, ...before] : [version]);
    if (!this.versioned) for (const old of before) await this.#removeFile(old);
    return version;
  }

  async #removeFile({ file }: Version): Promise<void> {
    if (file !== "") await rm(file, { force: true });
  }
}
