/** What use cases ask of a bucket: read a version, write, list. */
import type { Instant } from "../domain/time/time.ts";

/** A file of the inbox or records bucket. */
export interface StoredFile {
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
  readonly at: Instant;
}

/** A bucket. */
export interface Files {
  /** The bytes of one version; `too-large` where it has more than `maxBytes`, `missing` where it is gone. */
  read(
    key: string,
    versionId: string | undefined,
    maxBytes: number,
  ): Promise<Uint8Array | "too-large" | "missing">;
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  list(prefix: string): AsyncIterable<StoredFile>;
}
