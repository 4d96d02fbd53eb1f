/** {@link Originals}: one version of an object of the inbox, or what came inside an archive, kept in the records bucket. */
import { HeadObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { Originals } from "../ports/originals.ts";
import { fileBucket } from "./file-bucket.ts";
import { asFile, signedAddress } from "./signed-address.ts";

/** The folder of the records bucket for files that came inside archives. */
const FOLDER = "originals/";

export function originals(
  client: S3Client,
  { inbox, records }: { readonly inbox: string; readonly records: string },
): Originals {
  const [uploads, kept] = [fileBucket(client, inbox), fileBucket(client, records)];
  const enclosedKey = (sha256: string) => `${FOLDER}${sha256}`;
  return {
    keepEnclosed: (bytes, sha256) => kept.write(enclosedKey(sha256), bytes, "application/octet-stream"),

    size: ({ key, versionId, sha256, enclosed }) =>
      sizeOf(
        client,
        enclosed
          ? { Bucket: records, Key: enclosedKey(sha256) }
          : { Bucket: inbox, Key: key, VersionId: versionId },
      ),

    read: ({ key, versionId, sha256, enclosed }, maxBytes) =>
      enclosed ? kept.read(enclosedKey(sha256), undefined, maxBytes) : uploads.read(key, versionId, maxBytes),

    address({ key, versionId, sha256, enclosed }, as) {
      const object = enclosed
        ? { Bucket: records, Key: enclosedKey(sha256) }
        : { Bucket: inbox, Key: key, VersionId: versionId };
      return signedAddress(client, { ...object, ...asFile(as) });
    },
  };
}

/** S3 says 403 of what is not there to whoever may not list; 405 of a version that is a delete marker. */
const GONE = [403, 404, 405];

async function sizeOf(
  client: S3Client,
  object: ConstructorParameters<typeof HeadObjectCommand>[0],
): Promise<number | undefined> {
  try {
    const { ContentLength = 0 } = await client.send(new HeadObjectCommand(object));
    return ContentLength;
  } catch (fault) {
    if (fault instanceof S3ServiceException && GONE.includes(fault.$metadata.httpStatusCode ?? 0))
      return undefined;
    throw fault;
  }
}
