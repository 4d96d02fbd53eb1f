/** The {@link HandIn} in memory: what a browser puts at its addresses, and what is taken from the dropbox, lies in the inbox. */
import { createHash } from "node:crypto";
import type { Dropbox } from "../../../shared/ports/dropbox.ts";
import type { Files } from "../../../shared/ports/files.ts";
import type { HandIn } from "../../../shared/ports/hand-in.ts";

const ORIGIN = "https://inbox.example.org";

/** A hand-in, and the browser that sends to its addresses. */
export interface MemoryHandIn extends HandIn {
  /** What S3 answers to bytes at an address: they must be those it was signed for. */
  put(url: string, bytes: Uint8Array): Promise<Response>;
}

export function memoryHandIn(inbox: Files, dropbox: Pick<Dropbox, "read">): MemoryHandIn {
  return {
    origin: async () => ORIGIN,

    async upload(key, { size, checksum }) {
      const query = new URLSearchParams({ size: String(size), checksum });
      return {
        url: `${ORIGIN}/${encodeURIComponent(key)}?${query}`,
        headers: { "x-amz-checksum-sha256": checksum },
      };
    },

    async put(url, bytes) {
      const { pathname, searchParams } = new URL(url);
      const checksum = createHash("sha256").update(bytes).digest("base64");
      if (searchParams.get("checksum") !== checksum || Number(searchParams.get("size")) !== bytes.length)
        return new Response("BadDigest", { status: 400 });
      await inbox.write(decodeURIComponent(pathname.slice(1)), bytes, "application/octet-stream");
      return new Response(null, { status: 200 });
    },

    async take(dropped, key) {
      const bytes = await dropbox.read(dropped.key, dropped.versionId, Number.MAX_SAFE_INTEGER);
      if (!(bytes instanceof Uint8Array)) throw new Error("nothing was dropped there");
      await inbox.write(key, bytes, "application/octet-stream");
    },
  };
}
