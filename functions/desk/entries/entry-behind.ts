/** The entry of a programme that a link names: which is it, and is it there? Whether it is the holder's, its room says. */
import type { ProgrammeEntry, ProgrammeRef } from "../../../shared/domain/programme/entry.ts";
import type { Year } from "../../../shared/domain/time/time.ts";
import type { DeskPorts } from "../frame/room.ts";

/** What a link says of the entry it is for; the task says of which kind that is. */
interface EntryLink {
  readonly jurisdiction: string;
  readonly year: Year;
  readonly id: string;
}

type EntryTask = "assessment" | "correction" | "suggestion";

/** The entry's place in the programme. */
export function refBehind({ jurisdiction, year, id }: EntryLink, kind: EntryTask): ProgrammeRef {
  return { jurisdiction, year, kind, id };
}

/** The entry; undefined where there is none of the kind. */
export async function entryBehind<Kind extends EntryTask>(
  { records }: Pick<DeskPorts, "records">,
  link: EntryLink,
  kind: Kind,
): Promise<Extract<ProgrammeEntry, { readonly kind: Kind }> | undefined> {
  const entry = await records.programmeEntry(refBehind(link, kind));
  return entry?.kind === kind ? (entry as Extract<ProgrammeEntry, { readonly kind: Kind }>) : undefined;
}
