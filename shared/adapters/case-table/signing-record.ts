/** Which signing a record of the table's stream is about. */

import * as z from "zod/mini";
import type { SigningRef } from "../../domain/signing/signing.ts";
import { UnreadableItem } from "./faults.ts";
import { signingAt } from "./keys.ts";

const text = z.object({ S: z.string() });
const record = z.object({ dynamodb: z.object({ Keys: z.object({ pk: text, sk: text }) }) });

/** The signing of a record that the filter of who issues bulletins let through; throws where it is of something else. */
export function signingOfRecord(given: unknown): SigningRef {
  const { Keys } = record.parse(given).dynamodb;
  const key = { pk: Keys.pk.S, sk: Keys.sk.S };
  const ref = signingAt(key);
  if (ref === undefined) throw new UnreadableItem(key, "is not where a signing lies");
  return ref;
}
