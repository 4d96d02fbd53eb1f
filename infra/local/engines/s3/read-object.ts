/** What does S3 answer to a read: which version, which range, with which headers, or which error? */
import type { Reply, ServiceRequest } from "../service.ts";
import type { ObjectStore } from "./object-store.ts";
import { S3Error } from "./s3-error.ts";

/** Headers of an answer that the address may set, for downloads by a signed address. */
const OVERRIDES = ["content-type", "content-disposition", "content-language", "cache-control", "expires"];

/** Answers GetObject: whole or one range, the current version or the one asked for. */
export function readObject(store: ObjectStore, key: string, request: ServiceRequest): Reply {
  const id = request.query.get("versionId");
  const version = id === null ? store.current(key) : store.version(key, id);
  if (version === undefined) {
    const code = id === null ? "NoSuchKey" : "NoSuchVersion";
    throw new S3Error(
      404,
      code,
      `there is no ${key}${id === null ? "" : ` of version ${id}`} in ${store.name}`,
    );
  }
  if (version.deleted) throw new S3Error(405, "MethodNotAllowed", "this version is a mark of deletion");
  const etag = `"${version.etag}"`;
  if (request.header("if-none-match") === etag) throw new S3Error(304, "NotModified", "");
  const match = request.header("if-match");
  if (match !== undefined && match !== etag)
    throw new S3Error(412, "PreconditionFailed", "the object is another one");

  const range = requestedRange(request.header("range"), version.size);
  const wantsChecksum = request.header("x-amz-checksum-mode") === "ENABLED" && range === undefined;
  const overrides = OVERRIDES.flatMap((name) => {
    const value = request.query.get(`response-${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      ...Object.fromEntries(Object.entries(version.metadata.headers ?? {}).map(encoded)),
      "content-type": version.metadata.contentType ?? "binary/octet-stream",
      ...Object.fromEntries(overrides),
      "content-length": range === undefined ? version.size : range.end - range.start + 1,
      ...(range && { "content-range": `bytes ${range.start}-${range.end}/${version.size}` }),
      "accept-ranges": "bytes",
      etag,
      "last-modified": new Date(version.modified).toUTCString(),
      ...(version.id !== "null" && { "x-amz-version-id": version.id }),
      ...(wantsChecksum &&
        version.checksum && { [`x-amz-checksum-${version.checksum.algorithm}`]: version.checksum.value }),
    },
    body: store.read(version, range),
  };
}

/** S3 gives back what isn't ASCII as RFC 2047 words. */
function encoded([name, value]: [string, string]): [string, string] {
  const isPlain = /^[\x20-\x7e]*$/.test(value);
  return [name, isPlain ? value : `=?UTF-8?B?${Buffer.from(value).toString("base64")}?=`];
}

function requestedRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return undefined;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size || end < start) throw new S3Error(416, "InvalidRange", `${header} of ${size} bytes`);
  return { start, end };
}
