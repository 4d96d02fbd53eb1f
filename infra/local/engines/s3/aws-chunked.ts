/** What are the bytes of an upload that the SDK has sent in framed chunks? */
import { Transform, type TransformCallback } from "node:stream";
import { S3Error } from "./s3-error.ts";

type State = "size" | "data" | "data-end" | "trailer" | "done";

const LONGEST_LINE = 8192;
const malformed = (why: string) => new S3Error(400, "IncompleteBody", `aws-chunked body: ${why}`);

/**
 * Takes the framing of `Content-Encoding: aws-chunked` off a body: chunks of `size[;chunk-signature=…]\r\n`, data,
 * `\r\n`, ended by an empty chunk and trailing headers such as `x-amz-checksum-crc32`, which are in {@link trailers}
 * when the stream has ended. Signatures are not checked.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export class AwsChunkedDecoder extends Transform {
  /** Names in lower case. */
  readonly trailers = new Map<string, string>();
  #state: State = "size";
  #line = "";
  #left = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, callback: TransformCallback): void {
    try {
      for (let at = 0; at < chunk.length; )
        at = this.#state === "data" ? this.#data(chunk, at) : this.#framing(chunk, at);
      callback();
    } catch (error) {
      callback(error as Error);
    }
  }

  override _flush(callback: TransformCallback): void {
    // The last line may come without its end, and the last, empty line not at all.
    if (this.#state === "trailer" && this.#line !== "") this.#trailer(this.#line);
    const whole = this.#state === "trailer" || (this.#state === "done" && this.#line === "");
    callback(whole ? null : malformed("ends too early or too late"));
  }

  #data(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.#left);
    this.push(chunk.subarray(at, end));
    this.#left -= end - at;
    if (this.#left === 0) this.#state = "data-end";
    return end;
  }

  #framing(chunk: Buffer, at: number): number {
    const newline = chunk.indexOf("\n", at);
    const end = newline < 0 ? chunk.length : newline;
    this.#line += chunk.toString("latin1", at, end);
    if (this.#line.length > LONGEST_LINE) throw malformed("line too long");
    if (newline < 0) return end;
    const line = this.#line.replace(/\r$/, "");
    this.#line = "";
    if (this.#state === "size") this.#size(line);
    else if (this.#state === "data-end" && line === "") this.#state = "size";
    else if (this.#state === "trailer") this.#trailer(line);
    else throw malformed("data after its end");
    return newline + 1;
  }

  #size(line: string): void {
    const size = /^([0-9a-f]{1,8})(;.*)?$/i.exec(line)?.[1];
    if (size === undefined) throw malformed("no chunk size");
    this.#left = Number.parseInt(size, 16);
    this.#state = this.#left === 0 ? "trailer" : "data";
  }

  #trailer(line: string): void {
    const [, name, value] = /^([^:]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) this.trailers.set(name.toLowerCase(), value);
    else if (line === "") this.#state = "done";
    else throw malformed("not a trailing header");
  }
}
