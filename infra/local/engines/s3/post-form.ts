/** Which fields and which file did a browser send in a web form? The upload of proofs goes this way. */
import { Readable } from "node:stream";
import * as z from "zod";
import { S3Error } from "./s3-error.ts";

/** An upload by a web form: its fields, and the file after them. */
export interface PostForm {
  /** Names in lower case; `${filename}` in any of them is the file's own name by now. */
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Readable;
}

const LARGEST_HEAD = 64 * 1024;
const malformed = (why: string) => new S3Error(400, "MalformedPOSTRequest", why);

/**
 * Reads `multipart/form-data` up to its file, which S3 wants last; the file's bytes pass on as they arrive.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTForms.html
 */
export async function readPostForm(body: Readable, contentType: string): Promise<PostForm> {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType) ?? [];
  const boundary = `\r\n--${quoted ?? bare ?? ""}`;
  if (boundary === "\r\n--") throw malformed("no boundary");
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const fields = new Map<string, string>();
  // The first boundary has no line before it.
  let held = Buffer.from("\r\n");
  const more = async () => {
    const { value, done } = await chunks.next();
    if (done) throw malformed("the form ends too early");
    held = Buffer.concat([held, value]);
    if (held.length > LARGEST_HEAD * 2) throw malformed("the fields before the file are too long");
  };
  for (;;) {
    let head = held.indexOf("\r\n\r\n");
    while (head < 0) {
      await more();
      head = held.indexOf("\r\n\r\n");
    }
    const headers = held.toString("utf8", 0, head);
    const name = /name="([^"]*)"/.exec(headers)?.[1]?.toLowerCase();
    if (!headers.startsWith(boundary) || name === undefined) throw malformed("not a form field");
    held = held.subarray(head + 4);
    if (name === "file") {
      const path = /filename="([^"]*)"/.exec(headers)?.[1] ?? "";
      const fileName = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
      const filled = [...fields].map(
        ([field, value]) => [field, value.replaceAll(`\${filename}`, fileName)] as const,
      );
      return { fields: new Map(filled), file: Readable.from(untilBoundary(held, chunks, boundary)) };
    }
    let end = held.indexOf(boundary);
    while (end < 0) {
      await more();
      end = held.indexOf(boundary);
    }
    fields.set(name, held.toString("utf8", 0, end));
    held = held.subarray(end);
  }
}

async function* untilBoundary(
  first: Buffer,
  chunks: AsyncIterator<Buffer>,
  boundary: string,
): AsyncGenerator<Buffer> {
  let held = first;
  for (;;) {
    const end = held.indexOf(boundary);
    if (end >= 0) {
      yield held.subarray(0, end);
      return;
    }
    // A boundary may lie across two chunks.
    const safe = Math.max(0, held.length - boundary.length);
    if (safe > 0) yield held.subarray(0, safe);
    const { value, done } = await chunks.next();
    if (done) throw malformed("the file has no end");
    held = Buffer.concat([held.subarray(safe), value]);
  }
}

const Policy = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.record(z.string(), z.string()),
      z.tuple([z.string(), z.union([z.string(), z.number()]), z.any()]),
    ]),
  ),
});

/**
 * Holds a form against its own policy, as S3 does: not expired, every condition met. Returns how long a file it
 * allows. The signature is not checked: nothing here is secret from who can reach it.
 */
export function checkPolicy(
  fields: ReadonlyMap<string, string>,
  bucket: string,
  now: number,
): { readonly shortest?: number; readonly longest?: number } {
  const encoded = fields.get("policy");
  if (encoded === undefined) return {};
  const policy = Policy.parse(JSON.parse(Buffer.from(encoded, "base64").toString()));
  const refuse = (why: string) => new S3Error(403, "AccessDenied", `Invalid according to Policy: ${why}`);
  if (Date.parse(policy.expiration) < now) throw refuse("Policy expired.");
  let lengths = {};
  const value = (field: string) => (field === "bucket" ? bucket : (fields.get(field.toLowerCase()) ?? ""));
  for (const condition of policy.conditions) {
    const terms = Array.isArray(condition)
      ? [condition]
      : Object.entries(condition).map(([k, v]) => ["eq", `$${k}`, v]);
    for (const [operator, operand, wanted] of terms) {
      if (operator === "content-length-range") {
        lengths = { shortest: Number(operand), longest: Number(wanted) };
        continue;
      }
      const actual = value(String(operand).replace(/^\$/, ""));
      const met = operator === "starts-with" ? actual.startsWith(String(wanted)) : actual === String(wanted);
      if (!met) throw refuse(`Policy Condition failed: ${JSON.stringify(condition)}`);
    }
  }
  return lengths;
}
