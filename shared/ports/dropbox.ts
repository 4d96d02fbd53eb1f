/** Where browsers put files before they are submitted, as the desk sees it. */
import type { Instant } from "../domain/time/time.ts";
import type { Files } from "./files.ts";

/** A web form by which a browser sends one file straight to a bucket: its fields, and last the file as `file`. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A file as it was dropped. `start`: its first bytes, by which its format is recognised. */
export interface DroppedFile {
  readonly key: string;
  readonly versionId: string;
  /** As its owner calls it. */
  readonly name: string;
  readonly size: number;
  readonly at: Instant;
  readonly start: Uint8Array;
}

/** Where people drop files, each under a key that nobody but a link's holder can know; what nobody takes up is deleted. */
export interface Dropbox {
  /** Where its forms are sent to, for the pages' policy: `https://bucket.s3.region.amazonaws.com`. */
  origin(): Promise<string>;
  /** A form good for an hour, for exactly this key and at most so many bytes; the browser then goes `backTo`. */
  form(key: string, mostBytes: number, backTo: string): Promise<UploadForm>;
  /** The newest file under a key. */
  dropped(key: string): Promise<DroppedFile | undefined>;
  read: Files["read"];
}
