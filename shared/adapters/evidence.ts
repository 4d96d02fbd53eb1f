/** {@link Evidence} in the records bucket, where every version is locked. */
import { createHash } from "node:crypto";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Evidence } from "../ports/evidence.ts";
import { fileBucket } from "./file-bucket.ts";
import { asFile, signedAddress } from "./signed-address.ts";

export function evidence(client: S3Client, bucket: string): Evidence {
  const files = fileBucket(client, bucket);
  return {
    async keep(folder, bytes, contentType) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const key = `${folder}/${sha256}`;
      await files.write(key, bytes, contentType);
      return { key, sha256 };
    },

    read: (key, maxBytes) => files.read(key, undefined, maxBytes),

    address(key, as) {
      return signedAddress(client, { Bucket: bucket, Key: key, ...asFile(as) });
    },
  };
}
