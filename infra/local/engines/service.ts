/**
 * What a request to one of the local services looks like, and what an answer or a refusal does: shared by all of
 * them.
 */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Readable } from "node:stream";

/** A request to one of the cloud's services, with the part of its path that names caller and service cut off. */
export class ServiceRequest {
  readonly method: string;
  /** Begins with a slash, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body as it arrives; either this or {@link body}. */
  readonly stream: IncomingMessage;
  #body: Promise<Buffer> | undefined;

  constructor(incoming: IncomingMessage, path: string, query: URLSearchParams) {
    this.method = incoming.method ?? "GET";
    this.path = path;
    this.query = query;
    this.headers = incoming.headers;
    this.stream = incoming;
  }

  header(name: string): string | undefined {
    const value = this.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  }

  /** The whole body. Throws beyond `limit` bytes. */
  body(limit = 32 * 1024 * 1024): Promise<Buffer> {
    this.#body ??= (async () => {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of this.stream) {
        size += chunk.length;
        if (size > limit) throw new RangeError(`request body is larger than ${limit} bytes`);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    })();
    return this.#body;
  }
}

/** An answer, given whole so that a fault can come between its making and its sending. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number | string[]>>;
  readonly body?: string | Buffer | Readable;
}

/** One AWS service as far as it is stood in for here. */
export interface Service {
  /** The request's operation by its API name. */
  operation(request: ServiceRequest): string | Promise<string>;
  /** What IAM asks of the caller for this request: `dynamodb:PutItem`; the operation itself where it says nothing else. */
  actions?(request: ServiceRequest): Promise<readonly string[]>;
  answer(request: ServiceRequest): Promise<Reply>;
  /** An error in the service's own form. */
  refusal(status: number, code: string, message: string): Reply;
}

/** The last part of `x-amz-target`, by which the JSON services name their operations. */
export function targetOperation(request: ServiceRequest): string {
  return request.header("x-amz-target")?.split(".").at(-1) ?? "";
}

/** An answer in AWS's JSON 1.0 protocol. */
export function jsonReply(status: number, body: object): Reply {
  return { status, headers: { "content-type": "application/x-amz-json-1.0" }, body: JSON.stringify(body) };
}

/** Text for the inside of an XML element. */
export function xml(text: string): string {
  const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // What XML 1.0 can't hold at all is left out.
  return text.replace(/[&<>"]/g, (sign) => named[sign] ?? sign).replace(/[^\P{Cc}\t\n\r]/gu, "");
}
