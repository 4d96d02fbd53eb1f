/** Which operation of S3 is a request, and who answers it; one that isn't known here is refused by name. */
import { Readable } from "node:stream";
import { type Reply, type Service, type ServiceRequest, xml } from "../service.ts";
import { listObjects, listVersions } from "./listing.ts";
import type { Reason } from "./object-created.ts";
import type { Metadata, ObjectStore, Version } from "./object-store.ts";
import { checkPolicy, readPostForm } from "./post-form.ts";
import { readObject } from "./read-object.ts";
import { S3Error } from "./s3-error.ts";
import { checkSignature } from "./signed-address.ts";
import { metadataOf, uploadOf } from "./upload.ts";

/** Tells of a new object, before its writer gets an answer. */
export type OnCreated = (store: ObjectStore, version: Version, reason: Reason) => void;

/** Query parameters that make a request on a bucket or object another one than reading or writing it. */
const SUBRESOURCES = [
  "uploads",
  "uploadId",
  "acl",
  "tagging",
  "retention",
  "legal-hold",
  "delete",
  "policy",
  "lifecycle",
];

/**
 * S3 as far as courts, functions and tests use it: objects whole or in part, versions, lists, conditional writes,
 * uploads by a signed address or a web form. Addresses are `/<bucket>/<key>`; of signatures only those of addresses
 * for reading are checked.
 */
export class S3Service implements Service {
  readonly #stores: ReadonlyMap<string, ObjectStore>;
  readonly #now: () => number;
  readonly #created: OnCreated;

  constructor(stores: readonly ObjectStore[], now: () => number, created: OnCreated) {
    this.#stores = new Map(stores.map((store) => [store.name, store]));
    this.#now = now;
    this.#created = created;
  }

  /** Reading a version by its id, and listing, have permissions of other names than their operations. */
  async actions(request: ServiceRequest): Promise<readonly string[]> {
    const operation = this.operation(request);
    if (operation === "ListObjectsV2") return ["s3:ListBucket"];
    if (operation === "ListObjectVersions") return ["s3:ListBucketVersions"];
    if (operation === "HeadObject") return ["s3:GetObject"];
    if (operation === "PostObject") return ["s3:PutObject"];
    return [`s3:${operation}${operation === "GetObject" && request.query.has("versionId") ? "Version" : ""}`];
  }

  operation(request: ServiceRequest): string {
    const { method, query, headers } = request;
    const object = addressed(request).key !== "";
    const other = SUBRESOURCES.find((name) => query.has(name));
    if (other !== undefined) return `${method} ?${other}`;
    switch (method) {
      case "PUT":
        return object
          ? headers["x-amz-copy-source"] === undefined
            ? "PutObject"
            : "CopyObject"
          : "CreateBucket";
      case "GET":
        if (object) return "GetObject";
        if (query.has("versions")) return "ListObjectVersions";
        if (query.has("versioning")) return "GetBucketVersioning";
        return query.get("list-type") === "2" ? "ListObjectsV2" : "ListObjects";
      case "HEAD":
        return object ? "HeadObject" : "HeadBucket";
      case "DELETE":
        return object ? "DeleteObject" : "DeleteBucket";
      case "POST":
        return object ? "POST" : "PostObject";
      default:
        return method;
    }
  }

  async answer(request: ServiceRequest): Promise<Reply> {
    const allowed = corsHeaders(this.#stores.get(addressed(request).bucket), request);
    const reply = request.method === "OPTIONS" ? preflight(allowed) : await this.#answered(request);
    return allowed === undefined ? reply : { ...reply, headers: { ...reply.headers, ...allowed } };
  }

  async #answered(request: ServiceRequest): Promise<Reply> {
    try {
      this.#checkExpiry(request);
      checkSignature(request);
      return await this.#do(request);
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      return this.refusal(error.status, error.code, error.message);
    }
  }

  refusal(status: number, code: string, message: string): Reply {
    const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${xml(message)}</Message></Error>`;
    return { status, headers: { "content-type": "application/xml" }, body: status === 304 ? "" : body };
  }

  async #do(request: ServiceRequest): Promise<Reply> {
    const { bucket, key } = addressed(request);
    const store = this.#stores.get(bucket);
    if (store === undefined) throw new S3Error(404, "NoSuchBucket", `there is no bucket ${bucket}`);
    const operation = this.operation(request);
    switch (operation) {
      case "PutObject":
        return this.#put(store, key, request);
      case "CopyObject":
        return this.#copy(store, key, request);
      case "PostObject":
        return this.#postForm(store, request);
      case "GetObject":
        return readObject(store, key, request);
      case "HeadObject": {
        // What a HEAD gets for an error has no body.
        const { body, status, ...reply } = readObject(store, key, request);
        if (body instanceof Readable) body.destroy();
        return { ...reply, status };
      }
      case "DeleteObject":
        return removed(await store.delete(key, request.query.get("versionId") ?? undefined));
      case "ListObjectsV2":
        return xmlReply(listObjects(store, request.query));
      case "ListObjectVersions":
        return xmlReply(listVersions(store, request.query));
      case "GetBucketVersioning": {
        const status = store.versioned ? "<Status>Enabled</Status>" : "";
        return xmlReply(`<VersioningConfiguration>${status}</VersioningConfiguration>`);
      }
      case "HeadBucket":
        return { status: 200 };
      default:
        throw new S3Error(501, "NotImplemented", `${operation} is not supported locally`);
    }
  }

  /** Puts an object in as PutObject does, without a request. */
  async put(bucket: string, key: string, bytes: Uint8Array, metadata: Metadata): Promise<Version> {
    const store = this.#stores.get(bucket);
    if (store === undefined) throw new S3Error(404, "NoSuchBucket", `there is no bucket ${bucket}`);
    const version = await store.put(key, bytes, metadata);
    this.#created(store, version, "PutObject");
    return version;
  }

  async #put(store: ObjectStore, key: string, request: ServiceRequest): Promise<Reply> {
    const { body, expected } = uploadOf(request);
    checkChecksum(store, expected.algorithm !== undefined || expected.md5 !== undefined);
    const version = await store.put(key, body, metadataOf(request.headers), expected);
    this.#created(store, version, "PutObject");
    return {
      status: 200,
      headers: { etag: `"${version.etag}"`, ...versionHeader(version), ...checksumHeader(version) },
    };
  }

  async #copy(store: ObjectStore, key: string, request: ServiceRequest): Promise<Reply> {
    const source = new URL(request.header("x-amz-copy-source")?.replace(/^\/?/, "/") ?? "", "http://s3");
    const [, bucket = "", from = ""] = /^\/([^/]+)\/(.+)$/.exec(source.pathname) ?? [];
    const origin = this.#stores.get(decodeURIComponent(bucket));
    const id = source.searchParams.get("versionId");
    const original =
      id === null ? origin?.current(decodeURIComponent(from)) : origin?.version(decodeURIComponent(from), id);
    if (origin === undefined || original === undefined)
      throw new S3Error(404, "NoSuchKey", `there is no ${source.pathname}`);
    const replace = request.header("x-amz-metadata-directive") === "REPLACE";
    const metadata = replace ? metadataOf(request.headers) : original.metadata;
    const version = await store.put(key, origin.read(original), metadata);
    this.#created(store, version, "CopyObject");
    const result = `<ETag>&quot;${version.etag}&quot;</ETag><LastModified>${new Date(version.modified).toISOString()}</LastModified>`;
    return { ...xmlReply(`<CopyObjectResult>${result}</CopyObjectResult>`), headers: versionHeader(version) };
  }

  async #postForm(store: ObjectStore, request: ServiceRequest): Promise<Reply> {
    const { fields, file } = await readPostForm(request.stream, request.header("content-type") ?? "");
    const key = fields.get("key");
    if (!key) throw new S3Error(400, "InvalidArgument", "the form has no key");
    checkChecksum(
      store,
      [...fields.keys()].some((name) => /^(content-md5|x-amz-checksum-)/.test(name)),
    );
    const lengths = checkPolicy(fields, store.name, this.#now());
    const version = await store.put(key, file, metadataOf(Object.fromEntries(fields)), lengths);
    this.#created(store, version, "POST Object");
    const headers = { etag: `"${version.etag}"`, ...versionHeader(version) };
    const redirect = fields.get("success_action_redirect");
    if (redirect !== undefined) {
      const location = new URL(redirect);
      for (const [name, value] of Object.entries({ bucket: store.name, key, etag: `"${version.etag}"` }))
        location.searchParams.set(name, value);
      return { status: 303, headers: { ...headers, location: location.href } };
    }
    const status = Number(fields.get("success_action_status") ?? 204);
    if (status !== 201) return { status: status === 200 ? 200 : 204, headers };
    const answer = `<PostResponse><Bucket>${xml(store.name)}</Bucket><Key>${xml(key)}</Key><ETag>&quot;${version.etag}&quot;</ETag></PostResponse>`;
    return { ...xmlReply(answer), status, headers };
  }

  /** A signed address is good for `X-Amz-Expires` seconds. */
  #checkExpiry({ query }: ServiceRequest): void {
    const [date, expires] = [query.get("X-Amz-Date"), query.get("X-Amz-Expires")];
    if (date === null || expires === null) return;
    const signed = Date.parse(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5"));
    if (signed + Number(expires) * 1000 < this.#now())
      throw new S3Error(403, "AccessDenied", "Request has expired");
  }
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html (Content-MD5) */
function checkChecksum({ locked }: ObjectStore, given: boolean): void {
  if (locked && !given)
    throw new S3Error(
      400,
      "InvalidRequest",
      "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters",
    );
}

function addressed({ path }: ServiceRequest): { bucket: string; key: string } {
  const [, bucket = "", key = ""] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key) };
}

/** What a browser must be told so that it lets a page's script do this; undefined where the bucket doesn't allow it. */
function corsHeaders(
  store: ObjectStore | undefined,
  request: ServiceRequest,
): Record<string, string> | undefined {
  const origin = request.header("origin");
  const method = request.header("access-control-request-method") ?? request.method;
  const asked = (request.header("access-control-request-headers") ?? "")
    .toLowerCase()
    .split(/,\s*/)
    .filter(Boolean);
  const rule = store?.cors.find(
    ({ origins, methods, headers }) =>
      origin !== undefined &&
      origins.includes(origin) &&
      methods.includes(method) &&
      asked.every((name) => headers.includes(name)),
  );
  if (rule === undefined || origin === undefined) return undefined;
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-methods": rule.methods.join(", "),
    "access-control-allow-headers": rule.headers.join(", "),
    vary: "Origin",
  };
}

function preflight(allowed: Record<string, string> | undefined): Reply {
  return { status: allowed === undefined ? 403 : 200 };
}

function removed(version: Version | undefined): Reply {
  const marked = version?.deleted ? { "x-amz-delete-marker": "true" } : {};
  return { status: 204, headers: version === undefined ? {} : { ...versionHeader(version), ...marked } };
}

function versionHeader({ id }: Version): Record<string, string> {
  return id === "null" ? {} : { "x-amz-version-id": id };
}

function checksumHeader({ checksum }: Version): Record<string, string> {
  return checksum === undefined ? {} : { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value };
}

function xmlReply(body: string): Reply {
  return {
    status: 200,
    headers: { "content-type": "application/xml" },
    body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
  };
}
