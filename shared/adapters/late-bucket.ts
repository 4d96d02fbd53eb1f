/** A bucket whose client is loaded when a file is asked for: most invocations of some functions ask for none. */
import type { Files } from "../ports/files.ts";

/** The {@link Files} of a bucket, as `fileBucket` has them. */
export function lateBucket(bucket: string): Files {
  let opened: Promise<Files> | undefined;
  const files = () => {
    opened ??= open(bucket);
    return opened;
  };
  return {
    read: async (key, versionId, maxBytes) => (await files()).read(key, versionId, maxBytes),
    write: async (key, bytes, contentType) => (await files()).write(key, bytes, contentType),
    async *list(prefix) {
      yield* (await files()).list(prefix);
    },
  };
}

async function open(bucket: string): Promise<Files> {
  const [{ s3 }, { fileBucket }] = await Promise.all([import("./clients/s3.ts"), import("./file-bucket.ts")]);
  return fileBucket(s3(), bucket);
}
