/** Files that are made for one reader when they ask (a case's archive): kept for some days, given by an address. */

export interface Pickup {
  /**
   * Keeps the file and gives an address good for some minutes, from which it is got as a file to keep under that name. The same bytes
   * twice are one file; after some days it is gone.
   */
  offer(
    bytes: Uint8Array,
    as: { readonly name: string; readonly contentType: string },
  ): Promise<{ readonly address: string; readonly sha256: string }>;
}
