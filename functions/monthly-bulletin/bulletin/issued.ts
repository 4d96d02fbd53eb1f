/** Makes and circulates the bulletins that have been signed (签发): each once for its signature, and nothing without one. */

import { type EditionWanted, issuerOf } from "../../../shared/casework/bulletin/compose-edition.ts";
import { changeSigning } from "../../../shared/casework/bulletin/signing-change.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { issuedAs, withoutContents } from "../../../shared/domain/signing/decide.ts";
import type { SigningRef } from "../../../shared/domain/signing/signing.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import type { JobPorts } from "../jobs/job.ts";
import { circulate } from "./circulate.ts";
import { keepEdition } from "./edition.ts";

/** What became of a signed bulletin; `nothing-to-do` where none is to be issued, as after a repeated call. */
export interface Issued {
  readonly outcome: "issued" | "nothing-to-do";
  readonly version?: number;
  readonly unreached: readonly Unreached[];
}

/** Issues what was handed over. A run that is repeated completes the first: neither version nor mail is made twice. */
export async function issueSigned(ports: JobPorts, ref: SigningRef, rules: Rules): Promise<Issued> {
  const signing = await ports.records.signing(ref);
  const { signature, leaves } = signing ?? {};
  if (signing?.state !== "issuing" || signature === undefined || leaves === undefined)
    return { outcome: "nothing-to-do", unreached: [] };
  const period = periodOf(ref.period, ref.month);
  const wanted: EditionWanted & { readonly signature: number } = {
    period,
    state: "issued",
    now: leaves,
    rules,
    issuer: await issuerOf(ports, rules),
    content: signing.content,
    signature: signature.number,
    ...defined({ corrects: signature.reason }),
  };
  const kept = await keepEdition(ports, wanted);
  const unreached = kept === undefined ? [] : await circulate(ports, kept, wanted);
  await changeSigning(ports, ref, `issued ${signature.number}`, { now: leaves, rules }, (now) => ({
    accepted: true,
    signing:
      now.state !== "issuing"
        ? now
        : kept === undefined
          ? withoutContents(now, leaves)
          : issuedAs(now, kept.version, leaves),
  }));
  return kept === undefined
    ? { outcome: "nothing-to-do", unreached }
    : { outcome: "issued", version: kept.version, unreached };
}
