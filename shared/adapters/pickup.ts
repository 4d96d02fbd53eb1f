/** {@link Pickup} in the bucket whose files are gone by themselves after some days: nothing in it proves anything. */
import { createHash } from "node:crypto";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Pickup } from "../ports/pickup.ts";
import { fileBucket } from "./file-bucket.ts";
import { asFile, signedAddress } from "./signed-address.ts";

const FOLDER = "archives/";

export function pickup(client: S3Client, bucket: string): Pickup {
  const files = fileBucket(client, bucket);
  return {
    async offer(bytes, as) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const key = `${FOLDER}${sha256}`;
      await files.write(key, bytes, as.contentType);
      return { sha256, address: await signedAddress(client, { Bucket: bucket, Key: key, ...asFile(as) }) };
    },
  };
}
