/** Files that prove something: locked, and read by an address that is good for some minutes. */
export interface Evidence {
  /** Keeps a file under its hash in a folder; the same bytes twice are one file. */
  keep(
    folder: string,
    bytes: Uint8Array,
    contentType: string,
  ): Promise<{ readonly key: string; readonly sha256: string }>;
  address(key: string, as: { readonly name: string; readonly contentType: string }): Promise<string>;
}
