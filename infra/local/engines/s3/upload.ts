/**
 * What belongs to an uploaded object besides its bytes, and which checksum and length they must turn out to have.
 */
import type { Readable } from "node:stream";
import { pipeline } from "node:stream";
import type { ServiceRequest } from "../service.ts";
import { AwsChunkedDecoder } from "./aws-chunked.ts";
import { announcedAlgorithm } from "./checksums.ts";
import type { Expected, Metadata } from "./object-store.ts";

/** Headers kept with an object and given back with it. */
const KEPT =
  /^(x-amz-meta-.+|x-amz-object-lock-.+|cache-control|content-disposition|content-language|expires)$/;

/** What an upload says of its object, in headers or in the fields of a form. */
export function metadataOf(headers: Readonly<Record<string, string | string[] | undefined>>): Metadata {
  const contentType = headers["content-type"];
  const encoding = String(headers["content-encoding"] ?? "").replace(/\s*aws-chunked\s*,?\s*/, "");
  const kept = Object.entries(headers).filter(([name, value]) => KEPT.test(name) && value !== undefined);
  return {
    contentType: typeof contentType === "string" ? contentType : "binary/octet-stream",
    headers: {
      ...Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
      ...(encoding !== "" && { "content-encoding": encoding }),
    },
  };
}

/** The bytes of a PutObject without their framing, and what they must turn out to be. */
export function uploadOf(request: ServiceRequest): { body: Readable; expected: Expected } {
  const announced = request.header("x-amz-trailer");
  const algorithm = announcedAlgorithm([...Object.keys(request.headers), ...(announced ? [announced] : [])]);
  const framed =
    /aws-chunked/.test(request.header("content-encoding") ?? "") ||
    request.header("x-amz-content-sha256")?.startsWith("STREAMING-") === true;
  const decoder = new AwsChunkedDecoder();
  const length = request.header(framed ? "x-amz-decoded-content-length" : "content-length");
  const checksumName = `x-amz-checksum-${algorithm}`;
  return {
    // The callback is for errors, which the reader of the last stream gets anyway.
    body: framed ? pipeline(request.stream, decoder, () => {}) : request.stream,
    expected: {
      algorithm,
      checksum: () => decoder.trailers.get(checksumName) ?? request.header(checksumName),
      md5: request.header("content-md5"),
      length: length === undefined ? undefined : Number(length),
      absent: request.header("if-none-match") === "*",
    },
  };
}
