/** A signing (签发) that a link of its bureau has opened. */
import type { Signing } from "../../../shared/domain/signing/signing.ts";
import type { Visit } from "../frame/room.ts";

/** With the others of its jurisdiction. */
export interface OpenSigning {
  readonly visit: Visit;
  readonly signing: Signing;
  readonly others: readonly Signing[];
}

/** The query that names a signing among those of the link's bureau. */
export function ofSigning({
  period,
  month,
}: Pick<Signing, "period" | "month">): Readonly<Record<string, string>> {
  return { period, month };
}
