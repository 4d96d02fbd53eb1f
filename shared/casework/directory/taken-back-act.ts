/** What becomes of the directory (名录), and of cases, when a bureau takes back what it had done to it (撤回)? */

import type { TakeBack } from "../../domain/case-file/decisions/take-back.ts";
import type { Organisation } from "../../domain/organisations/directory.ts";
import { causeOfAct, type DirectoryAct } from "../../domain/organisations/directory-act.ts";
import type { OrganisationChange } from "../../domain/organisations/organisation-change.ts";
import type { DeskRefusal } from "../../domain/refusal.ts";
import type { Rules } from "../../domain/rules.ts";
import { civilDateAt } from "../../domain/time/time.ts";
import { casesAtWork } from "../cases-at-work.ts";
import {
  actDrafts,
  changeByAct,
  type DirectoryActPorts,
  entryDrafts,
  noticesOf,
  type ReadyAct,
} from "./directory-act.ts";

/** The taking back; `id` names it, as one act of its own. */
export type TakingAct = TakeBack & { readonly id: string };

/**
 * All that taking an act back writes. Refused where one of its entries has changed since. A unit that it had added is gone
 * again; where cases were told by it, it stays closed, so that those letters can be called back.
 */
export async function takenBackAct(
  ports: DirectoryActPorts,
  act: DirectoryAct,
  taking: TakingAct,
  rules: Rules,
): Promise<ReadyAct | DeskRefusal> {
  const { directory } = ports;
  const { at, by, id, reason } = taking;
  const acts = await directory.acts(act.bureau, MOST_LATER);
  if (act.kind === "taken-back" || acts.some(({ takesBack }) => takesBack === act.id))
    return { type: "taken-back-already" };
  const changes: OrganisationChange[] = [];
  for (const { id: organisation } of act.organisations) {
    // An earlier attempt may have got so far.
    if ((await changeByAct(directory, organisation, id)) !== undefined) continue;
    const [made, known] = await Promise.all([
      changeByAct(directory, organisation, act.id),
      directory.organisation(organisation),
    ]);
    if (made === undefined) continue;
    if (JSON.stringify(known) !== JSON.stringify(made.after)) return { type: "take-back-rested-on" };
    const after = made.before ?? closedAgain(known, act, taking);
    changes.push({
      id,
      at,
      by,
      ...(known && { before: known }),
      ...(after && { after }),
      bureau: act.bureau,
      takesBack: act.id,
    });
  }
  // Decided on the directory as it still is: whom the letters went to must be reached.
  const cases = casesAtWork(ports, { now: at, cause: `link:${id}`, rules });
  const cause = causeOfAct(act.id);
  for (const caseNumber of act.cases) {
    const decision = await cases.takeBack(caseNumber, { ...taking, cause });
    if (decision.accepted || PASSED.has(decision.refusal.type)) continue;
    return decision.refusal;
  }
  const ofCases = act.cases.length === 0 ? { changes: [], unreached: [] } : await cases.changes();
  const told = act.kind === "imported" ? "addresses" : "all";
  const notices = await noticesOf(ports, changes, { now: at, rules, told });
  const done: DirectoryAct = {
    id,
    at,
    by,
    bureau: act.bureau,
    kind: "taken-back",
    organisations: act.organisations,
    cases: act.cases,
    takesBack: act.id,
    reason,
  };
  return {
    outcome: "ready",
    changes: actDrafts(entryDrafts(changes, notices), ofCases.changes, done),
    unreached: [...notices.unreached, ...ofCases.unreached],
    result: undefined,
  };
}

/** So many of a bureau's acts are looked through for one that took this one back: more than it does in the time it has. */
const MOST_LATER = 500;
/** An earlier attempt has taken the case back, or there is none any more. */
const PASSED: ReadonlySet<DeskRefusal["type"]> = new Set(["taken-back-already", "case-gone"]);

function closedAgain(
  known: Organisation | undefined,
  { cases }: DirectoryAct,
  { at }: TakingAct,
): Organisation | undefined {
  if (known === undefined || cases.length === 0) return undefined;
  return { ...known, closed: { on: civilDateAt(at) } };
}
