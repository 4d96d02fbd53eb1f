/** How files are read, written and listed: the {@link Files} of an S3 bucket with versions. */
import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { instant } from "../domain/time/time.ts";
import type { Files, StoredFile } from "../ports/files.ts";

/** A bucket; listing it gives every version of every object, since each is an upload of its own. */
export function fileBucket(client: S3Client, bucket: string): Files {
  return {
    async read(key, versionId, maxBytes) {
      try {
        const { Body, ContentLength } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
        );
        const stream = Body as (AsyncIterable<Uint8Array> & { destroy(): unknown }) | undefined;
        if (stream === undefined) return new Uint8Array();
        if ((ContentLength ?? 0) <= maxBytes) return await atMost(stream, maxBytes);
        stream.destroy();
        return "too-large";
      } catch (fault) {
        // 405 is what S3 answers to a version that is a delete marker.
        if (fault instanceof S3ServiceException && [404, 405].includes(fault.$metadata.httpStatusCode ?? 0))
          return "missing";
        throw fault;
      }
    },

    async write(key, bytes, contentType) {
      // A bucket with Object Lock takes nothing without a checksum.
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          ChecksumAlgorithm: "SHA256",
        }),
      );
    },

    async *list(prefix): AsyncIterable<StoredFile> {
      let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
      while (from !== undefined) {
        const page: ListObjectVersionsCommandOutput = await client.send(
          new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, ...from }),
        );
        for (const { Key, VersionId, Size, LastModified } of page.Versions ?? []) {
          if (Key === undefined || VersionId === undefined || LastModified === undefined) continue;
          yield { key: Key, versionId: VersionId, size: Size ?? 0, at: instant(LastModified) };
        }
        from = page.IsTruncated
          ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
          : undefined;
      }
    },
  };
}

/** The declared length isn't relied on: reading stops where the limit is passed. */
async function atMost(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | "too-large"> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxBytes) return "too-large";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
