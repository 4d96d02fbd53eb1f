/** An act on a case at the desk: decided on what the case is now, written once, and only while its link is unused. */
import { caseChange } from "../../../shared/casework/case-change.ts";
import { involvedIn } from "../../../shared/casework/involved.ts";
import type { CaseEvent } from "../../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { UsedLink } from "../../../shared/domain/notices/used-link.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { type DeskPorts, MAX_CONFLICTS } from "./room.ts";

export type Decided =
  | { readonly accepted: true; readonly events: readonly CaseEvent[] }
  | { readonly accepted: false; readonly refusal: DeskRefusal };

export type Acted =
  | { readonly outcome: "done" }
  /** Somebody else used the link meanwhile. */
  | { readonly outcome: "used"; readonly file: CaseFile; readonly used: UsedLink }
  | { readonly outcome: "refused"; readonly file: CaseFile; readonly refusal: DeskRefusal };

/** Decides and writes; made again where somebody else wrote meanwhile, so that nothing of theirs is lost. */
export async function actOnCase(
  ports: DeskPorts,
  { link, file: known }: { readonly link: { readonly nonce: string }; readonly file: CaseFile },
  { at, by }: { readonly at: Instant; readonly by: string },
  decide: (file: CaseFile) => Decided,
): Promise<Acted> {
  for (let attempt = 0; attempt < MAX_CONFLICTS; attempt++) {
    const file = (await ports.records.caseFile(known.caseNumber)) ?? known;
    const used = await ports.records.usedLink(link.nonce);
    if (used !== undefined) return { outcome: "used", file, used };
    const decision = decide(file);
    if (!decision.accepted) return { outcome: "refused", file, refusal: decision.refusal };
    const decided = evolveAll(file, decision.events) ?? file;
    const part = caseChange(file, decision.events, await involvedIn(decided, ports.directory), {
      now: at,
      cause: `link:${link.nonce}`,
      rules: ports.rules,
    });
    const outcome = await ports.records.commit({
      token: `link ${link.nonce}`,
      cases: [part.change],
      notices: part.notices,
      lines: part.lines,
      usedLink: { nonce: link.nonce, at, by },
    });
    if (outcome === "conflict") continue;
    if (part.unreached.length > 0) ports.notReached(part.unreached);
    return { outcome: "done" };
  }
  throw new Error(`still in conflict after ${MAX_CONFLICTS} attempts`);
}
