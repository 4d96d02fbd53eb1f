/** How does a form of the directory (名录) become an act: shown first with all it brings about, then written once? */

import {
  type Acting,
  type ActingAt,
  changeByAct,
  directoryActWrites,
  type ReadyAct,
} from "../../../shared/casework/directory/directory-act.ts";
import { handleByLink } from "../../../shared/casework/handle.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { DirectoryActKind } from "../../../shared/domain/organisations/directory-act.ts";
import {
  changedOrganisation,
  type OrganisationChange,
} from "../../../shared/domain/organisations/organisation-change.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { reported } from "../frame/act.ts";
import { effectsOf, toConfirm, triedAt } from "../frame/effects.ts";
import type { Form } from "../frame/form.ts";
import { basisOf } from "../frame/own-change.ts";
import { placeOf } from "../frame/place.ts";
import type { Answer, DeskPorts, ShownPage } from "../frame/room.ts";
import type { OpenDirectory } from "./open-directory.ts";

/** What a form asks for. */
export interface Deed {
  /** The form's name: what it brings about is brought about once. */
  readonly id: string;
  readonly kind: DirectoryActKind;
  readonly by: string;
  /** The entries as they are to be, each with the one the form was made from; a new unit has none. */
  readonly entries: readonly EntryDeed[];
  readonly named?: ActingAt["named"];
  readonly title: string;
  readonly button: string;
  /** The page to go on to. */
  readonly goesTo: Organisation["id"];
}

export interface EntryDeed {
  readonly before: Organisation | undefined;
  readonly after: Organisation;
}

/** A page that says what is in the way, made anew. */
type Refusing = (refusal: DeskRefusal) => Promise<ShownPage>;

/** Shows what will happen, or does it where the form confirms just that. */
export async function doAct(
  ports: DeskPorts,
  open: OpenDirectory,
  form: Form,
  deed: Deed,
  refusing: Refusing,
): Promise<Answer> {
  const { visit, bureau } = open;
  const { id, kind, by, title, button } = deed;
  const then = placeOf(visit, { part: "entry", query: { id: deed.goesTo, done: id } });
  const at = ports.now();
  const decideAt = async (now: Instant): Promise<ReadyAct | Refused> => {
    const changes: OrganisationChange[] = [];
    for (const one of deed.entries) {
      const change = await changeOf(ports, one, { id, at, by, bureau: bureau.id });
      if (change === undefined) return { outcome: "refused" };
      changes.push(change);
    }
    const act: Acting = { id, at, by, bureau: bureau.id, kind };
    const { named } = deed;
    return directoryActWrites(ports, act, changes, { now, rules: ports.rules, ...(named && { named }) });
  };
  const foreseen = await decideAt(triedAt(ports));
  if (foreseen.outcome === "refused") return refusing({ type: "unit-changed" });
  const asked = toConfirm(ports, effectsOf(foreseen.changes, ports), form, { title, button });
  if (asked !== undefined) return asked;
  const done = await handleByLink<void, Refused>(ports.records, { nonce: id, at, by }, () => decideAt(at));
  if (done.outcome === "refused") return refusing({ type: "unit-changed" });
  if (done.outcome === "done") reported(ports, done);
  return { status: 303, to: then };
}

interface Refused {
  readonly outcome: "refused";
}

/** The change of an entry, by the act that made it before or to be made now; undefined where somebody else changed the entry. */
async function changeOf(
  { directory }: DeskPorts,
  { before, after }: EntryDeed,
  by: Pick<OrganisationChange, "id" | "at" | "by"> & { readonly bureau: OrganisationId },
): Promise<OrganisationChange | undefined> {
  const change: OrganisationChange = { ...by, ...(before && { before }), after };
  const { id } = changedOrganisation(change);
  const made = await changeByAct(directory, id, by.id);
  if (made !== undefined) return made;
  const known = await directory.organisation(id);
  const isSame = before === undefined ? known === undefined : known && basisOf(known) === basisOf(before);
  return isSame === true ? change : undefined;
}
