/**
 * {@link Dropbox} on an S3 bucket of its own. Not the bucket of evidence: S3 takes nothing into a bucket with default
 * retention without a checksum, and a form without script can't give one.
 */
import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { decodeWords } from "postal-mime";
import { instant } from "../domain/time/time.ts";
import type { Dropbox } from "../ports/dropbox.ts";
import { fileBucket } from "./file-bucket.ts";

const FORM_SECONDS = 60 * 60;
/** Enough to recognise a format by. */
const START_BYTES = 32;
/** One type for all: nothing that is dropped is ever shown as a page. */
const CONTENT_TYPE = "application/octet-stream";
/** S3 puts the file's own name there, as in every field of a form. */
const FILE_NAME = `\${filename}`;

export function dropbox(client: S3Client, bucket: string): Dropbox {
  const signed = (key: string, mostBytes: number, backTo: string) =>
    createPresignedPost(client, {
      Bucket: bucket,
      Key: key,
      Expires: FORM_SECONDS,
      Fields: { "Content-Type": CONTENT_TYPE, success_action_redirect: backTo },
      Conditions: [
        ["content-length-range", 0, mostBytes],
        ["starts-with", "$x-amz-meta-name", ""],
      ],
    });
  /** The newest object under a key, as far as its beginning; of an empty one there is no beginning to ask for. */
  const started = async (Key: string, Range?: string): Promise<GetObjectCommandOutput | undefined> => {
    try {
      return await client.send(new GetObjectCommand({ Bucket: bucket, Key, ...(Range && { Range }) }));
    } catch (fault) {
      const status = fault instanceof S3ServiceException ? fault.$metadata.httpStatusCode : undefined;
      if (status === 416 && Range !== undefined) return started(Key);
      if (status === 404 || status === 405) return undefined;
      throw fault;
    }
  };
  let known: Promise<string> | undefined;
  return {
    origin() {
      known ??= signed("proofs/", 1, "https://localhost").then(({ url }) => new URL(url).origin);
      return known;
    },

    async form(key, mostBytes, backTo) {
      const { url, fields } = await signed(key, mostBytes, backTo);
      return { url, fields: { ...fields, "x-amz-meta-name": FILE_NAME } };
    },

    async dropped(key) {
      const found = await started(key, `bytes=0-${START_BYTES - 1}`);
      if (found === undefined) return undefined;
      const { Body, ContentLength, ContentRange, LastModified, Metadata, VersionId } = found;
      if (LastModified === undefined || VersionId === undefined) return undefined;
      return {
        key,
        versionId: VersionId,
        name: decodedName(Metadata?.name ?? ""),
        size: Number(/\/(\d+)$/.exec(ContentRange ?? "")?.[1] ?? ContentLength ?? 0),
        at: instant(LastModified),
        start: (await Body?.transformToByteArray()) ?? new Uint8Array(),
      };
    },

    read: fileBucket(client, bucket).read,
  };
}

/**
 * What isn't ASCII in an object's metadata S3 gives back as RFC 2047 words: `=?UTF-8?B?…?=`, or `=?UTF-8?Q?…?=`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
 * @internal What S3 gives back can’t be had from a stand-in.
 */
export function decodedName(header: string): string {
  return decodeWords(header);
}
