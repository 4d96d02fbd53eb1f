/** Papers as they were handed in (原件): where one of them is downloaded, for a few minutes. */
import type { Upload } from "../domain/document.ts";

/** Which file: one version of one object of the inbox; `enclosed`: the file of this hash that came inside it. */
export interface Original extends Pick<Upload, "key" | "versionId"> {
  readonly sha256: string;
  readonly enclosed: boolean;
}

/** The files of the inbox as their readers get them. */
export interface Originals {
  /**
   * Keeps a file that came inside an archive under its hash, so that it is given without the others there. Safe to repeat.
   */
  keepEnclosed(bytes: Uint8Array, sha256: string): Promise<void>;
  /** Bytes; undefined where it is gone. */
  size(original: Original): Promise<number | undefined>;
  /** All of it; `too-large` where it has more than `maxBytes`, `missing` where it is gone. */
  read(original: Original, maxBytes: number): Promise<Uint8Array | "too-large" | "missing">;
  /** An address good for some minutes, for exactly this version, as a file to keep under that name. */
  address(original: Original, as: { readonly name: string; readonly contentType: string }): Promise<string>;
}
