/** Did the bytes arrive as they were sent? The checksums that an upload announces and S3 verifies. */
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { S3Error } from "./s3-error.ts";

/** The algorithms checked here, as in `x-amz-checksum-<algorithm>`; S3 knows two more, CRC32C and CRC64NVME. */
export const ALGORITHMS = ["crc32", "sha1", "sha256"] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** A checksum that is taken as the bytes pass. */
export interface RunningChecksum {
  update(bytes: Buffer): void;
  /** Base64, as S3 writes it. */
  digest(): string;
}

/** Begins a checksum. */
export function checksum(algorithm: Algorithm): RunningChecksum {
  if (algorithm !== "crc32") {
    const hash = createHash(algorithm);
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("base64") };
  }
  let value = 0;
  return {
    update: (bytes) => {
      value = crc32(bytes, value);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value >>> 0);
      return bytes.toString("base64");
    },
  };
}

/**
 * The algorithm a request announces by a header `x-amz-checksum-…`, in its head or its trailer; undefined where it
 * brings none. Throws at one that can't be checked here, rather than taking the bytes on trust.
 */
export function announcedAlgorithm(headerNames: readonly string[]): Algorithm | undefined {
  const named = headerNames.flatMap(
    (name) => /^x-amz-checksum-(crc\w+|sha\w+)$/i.exec(name)?.[1]?.toLowerCase() ?? [],
  );
  const [name] = named;
  if (name === undefined) return undefined;
  const algorithm = ALGORITHMS.find((known) => known === name);
  if (algorithm === undefined)
    throw new S3Error(501, "NotImplemented", `checksum ${name} can't be checked locally`);
  return algorithm;
}
