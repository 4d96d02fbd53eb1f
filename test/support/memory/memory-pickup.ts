/** {@link Pickup} in memory: what was made, by the address it is got from. */
import { createHash } from "node:crypto";
import type { Pickup } from "../../../shared/ports/pickup.ts";

export interface MemoryPickup extends Pickup {
  readonly made: ReadonlyMap<string, Uint8Array>;
}

export function memoryPickup(): MemoryPickup {
  const made = new Map<string, Uint8Array>();
  return {
    made,
    async offer(bytes, { name, contentType }) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const address = `https://pickup.example.org/${sha256}?${new URLSearchParams({ name, contentType })}`;
      made.set(address, bytes.slice());
      return { address, sha256 };
    },
  };
}
