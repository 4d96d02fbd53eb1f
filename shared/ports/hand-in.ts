/** How files come into the inbox from a page: straight from the browser, or by way of the dropbox where it runs no script. */

/** What a browser must send, and where: the bytes by PUT, with these headers. */
export interface SignedUpload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A file as its browser counts it. */
export interface CountedFile {
  readonly size: number;
  /** SHA-256 in Base64, by which the bucket checks what arrives. */
  readonly checksum: string;
}

/** The inbox, as the desk puts something in. */
export interface HandIn {
  /** Where uploads go, for the pages' policy. */
  origin(): Promise<string>;
  /** An address good for some minutes, for exactly these bytes under exactly this key. */
  upload(key: string, file: CountedFile): Promise<SignedUpload>;
  /** Takes a file of the dropbox into the inbox; again is another version of the same. */
  take(dropped: { readonly key: string; readonly versionId: string }, key: string): Promise<void>;
}
