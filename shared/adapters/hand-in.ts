/** {@link HandIn} on the inbox and dropbox buckets: signed uploads of single objects, and copies inside S3. */
import { CopyObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { HandIn } from "../ports/hand-in.ts";
import { signedUpload } from "./signed-address.ts";

/** One type for all: what a file is shows in its bytes. */
const CONTENT_TYPE = "application/octet-stream";

export function handIn(
  client: S3Client,
  { inbox, dropbox }: { readonly inbox: string; readonly dropbox: string },
): HandIn {
  const signed = (key: string, size: number, checksum: string) =>
    signedUpload(
      client,
      { Bucket: inbox, Key: key },
      {
        "content-length": String(size),
        "content-type": CONTENT_TYPE,
        // The inbox takes nothing without it, since what lies there is locked.
        "x-amz-checksum-sha256": checksum,
      },
    );
  let known: Promise<string> | undefined;
  return {
    origin() {
      known ??= signed("courts/", 1, "").then((url) => new URL(url).origin);
      return known;
    },

    async upload(key, { size, checksum }) {
      const url = await signed(key, size, checksum);
      // The browser counts the length itself, and lets no script say it.
      return { url, headers: { "content-type": CONTENT_TYPE, "x-amz-checksum-sha256": checksum } };
    },

    async take(dropped, key) {
      await client.send(
        new CopyObjectCommand({
          Bucket: inbox,
          Key: key,
          CopySource: `${dropbox}/${encodeURIComponent(dropped.key)}?versionId=${encodeURIComponent(dropped.versionId)}`,
          ChecksumAlgorithm: "SHA256",
          ContentType: CONTENT_TYPE,
          MetadataDirective: "REPLACE",
        }),
      );
    },
  };
}
