/** {@link Originals}: one version of an object of the inbox, or what came inside an archive, kept in the records bucket. */
import type { S3Client } from "@aws-sdk/client-s3";
import type { Originals } from "../ports/originals.ts";
import { fileBucket } from "./file-bucket.ts";
import { asFile, signedAddress } from "./signed-address.ts";

/** The folder of the records bucket for files that came inside archives. */
const FOLDER = "originals/";

export function originals(
  client: S3Client,
  { inbox, records }: { readonly inbox: string; readonly records: string },
): Originals {
  return {
    keepEnclosed: (bytes, sha256) =>
      fileBucket(client, records).write(`${FOLDER}${sha256}`, bytes, "application/octet-stream"),

    address({ key, versionId, sha256, enclosed }, as) {
      const object = enclosed
        ? { Bucket: records, Key: `${FOLDER}${sha256}` }
        : { Bucket: inbox, Key: key, VersionId: versionId };
      return signedAddress(client, { ...object, ...asFile(as) });
    },
  };
}
