/** Files that prove something: locked, and read by an address that is good for some minutes. */
export interface Evidence {
  /** Keeps a file under its hash in a folder; the same bytes twice are one file. */
  keep(
    folder: string,
    bytes: Uint8Array,
    contentType: string,
  ): Promise<{ readonly key: string; readonly sha256: string }>;
  /** All of it; `too-large` where it has more than `maxBytes`, `missing` where it is gone. */
  read(key: string, maxBytes: number): Promise<Uint8Array | "too-large" | "missing">;
  address(key: string, as: { readonly name: string; readonly contentType: string }): Promise<string>;
}
