/** How long does every answer about a mail address take? As long as the slowest, so that the time doesn't say whether it is known. */
import { setTimeout } from "node:timers/promises";

/** Longer than writing a link's notice takes. */
const EVEN_MS = 600;

/** Waits for that long. */
export async function evenly(): Promise<void> {
  await setTimeout(EVEN_MS);
}
