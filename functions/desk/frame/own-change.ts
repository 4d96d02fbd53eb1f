/** What an organisation changes of its own entry (单位信息, 班子成员): shown first, then written once with all letters it brings about. */
import { type AlreadyUsed, type Done, handleByLink, type Ready } from "../../../shared/casework/handle.ts";
import { organisationNotices } from "../../../shared/casework/organisation-changed.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import type { OrganisationChange } from "../../../shared/domain/organisations/organisation-change.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { reported } from "./act.ts";
import { effectsOf, toConfirm, triedAt } from "./effects.ts";
import type { Form } from "./form.ts";
import type { DeskPorts, ShownPage } from "./room.ts";

/** An entry as one word, by which a form knows that it was made from the entry as it is. */
export function basisOf(entry: Organisation): string {
  return identityOf("entry", JSON.stringify(entry));
}

/** A change of an entry there is. Its id is the link's use, or the form's: it is written once. */
export type ChangeOfOwn = OrganisationChange & { readonly before: Organisation };

/** A change, and how it is asked for. */
export interface OwnChange {
  readonly change: ChangeOfOwn;
  /** Whose courts hear of it. */
  readonly cases: () => Promise<Parameters<typeof organisationNotices>[1]>;
  readonly form: Form;
  readonly words: { readonly title: string; readonly button: string };
}

/** `refused`: the entry is no longer what the form was made from. */
export type OwnChanged =
  | { readonly outcome: "asked"; readonly page: ShownPage }
  | Done<void>
  | AlreadyUsed
  | { readonly outcome: "refused" };

/** Asks whether that is meant, then writes it. */
export async function makeOwnChange(
  ports: DeskPorts,
  { change, cases, form, words }: OwnChange,
): Promise<OwnChanged> {
  const { id: nonce, at, by, before } = change;
  const { rules, directory } = ports;
  const decideAt = async (now: Instant): Promise<Ready<void> | { readonly outcome: "refused" }> => {
    // Whoever changed it meanwhile has the word.
    const known = await directory.organisation(before.id);
    if (known === undefined || basisOf(known) !== basisOf(before)) return { outcome: "refused" };
    const { notices, unreached } = await organisationNotices(change, await cases(), directory, {
      now,
      rules,
    });
    return {
      outcome: "ready",
      changes: [{ organisations: [change], notices }],
      unreached,
      result: undefined,
    };
  };
  const foreseen = await decideAt(triedAt(ports));
  if (foreseen.outcome === "ready") {
    const page = toConfirm(ports, effectsOf(foreseen.changes, ports), form, words);
    if (page !== undefined) return { outcome: "asked", page };
  }
  const made = await handleByLink<void, { readonly outcome: "refused" }>(
    ports.records,
    { nonce, at, by },
    () => decideAt(at),
  );
  return made.outcome === "done" ? reported(ports, made) : made;
}
