/** What lies in a bucket under a prefix, page by page, as S3's lists of objects and of versions say it. */
import { xml } from "../service.ts";
import type { ObjectStore, Version } from "./object-store.ts";

const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

/** The answer to ListObjectsV2: pages, common prefixes, keys percent-encoded where asked for. */
export function listObjects(store: ObjectStore, query: URLSearchParams): string {
  const prefix = query.get("prefix") ?? "";
  const token = query.get("continuation-token");
  const after =
    token === null ? (query.get("start-after") ?? "") : Buffer.from(token, "base64url").toString();
  const { entries, next } = page(store.list(prefix), query, after);
  const key = encoder(query);
  return `<ListBucketResult ${NAMESPACE}>${element("Name", store.name)}${element("Prefix", key(prefix))}${[
    element("KeyCount", String(entries.length)),
    element("MaxKeys", String(pageSize(query))),
    element("IsTruncated", String(next !== undefined)),
    ...(next === undefined
      ? []
      : [element("NextContinuationToken", Buffer.from(next).toString("base64url"))]),
    ...(query.has("delimiter") ? [element("Delimiter", key(query.get("delimiter") ?? ""))] : []),
    ...(query.has("encoding-type") ? [element("EncodingType", "url")] : []),
    ...entries.map((entry) =>
      typeof entry === "string"
        ? `<CommonPrefixes>${element("Prefix", key(entry))}</CommonPrefixes>`
        : `<Contents>${element("Key", key(entry.key))}${facts(entry)}</Contents>`,
    ),
  ].join("")}</ListBucketResult>`;
}

/** The answer to ListObjectVersions, in one page. */
export function listVersions(store: ObjectStore, query: URLSearchParams): string {
  const prefix = query.get("prefix") ?? "";
  const key = encoder(query);
  const newest = new Set<string>();
  const versions = store.listVersions(prefix).map((version) => {
    const name = version.deleted ? "DeleteMarker" : "Version";
    const isLatest = element("IsLatest", String(!newest.has(version.key)));
    newest.add(version.key);
    const id = element("VersionId", version.id);
    return `<${name}>${element("Key", key(version.key))}${id}${isLatest}${facts(version)}</${name}>`;
  });
  const head = `${element("Name", store.name)}${element("Prefix", key(prefix))}${element("IsTruncated", "false")}`;
  const encoding = query.has("encoding-type") ? element("EncodingType", "url") : "";
  return `<ListVersionsResult ${NAMESPACE}>${head}${encoding}${versions.join("")}</ListVersionsResult>`;
}

/** Objects and common prefixes of one page; `next` is the last key or prefix of it where more follow. */
function page(all: readonly Version[], query: URLSearchParams, after: string) {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const entries: (Version | string)[] = [];
  let last: string | undefined;
  for (const version of all) {
    const cut = delimiter === "" ? -1 : version.key.indexOf(delimiter, prefix.length);
    const name = cut < 0 ? version.key : version.key.slice(0, cut + delimiter.length);
    if (name === last || Buffer.compare(Buffer.from(name), Buffer.from(after)) <= 0) continue;
    if (entries.length === pageSize(query)) return { entries, next: last };
    entries.push(cut < 0 ? version : name);
    last = name;
  }
  return { entries, next: undefined };
}

function pageSize(query: URLSearchParams): number {
  return Math.min(1000, Number(query.get("max-keys") ?? 1000));
}

function facts({ modified, etag, size, deleted }: Version): string {
  const when = element("LastModified", new Date(modified).toISOString());
  if (deleted) return when;
  return `${when}${element("ETag", `"${etag}"`)}${element("Size", String(size))}${element("StorageClass", "STANDARD")}`;
}

function encoder(query: URLSearchParams): (key: string) => string {
  return query.get("encoding-type") === "url"
    ? (key) => encodeURIComponent(key).replaceAll("%2F", "/")
    : (key) => key;
}

function element(name: string, text: string): string {
  return `<${name}>${xml(text)}</${name}>`;
}
